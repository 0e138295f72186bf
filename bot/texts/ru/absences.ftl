# Absences of a period.
absences-head-undated = 🚪 Пропуски
absences-head = 🚪 Пропуски, { $period }
absences-sum = Пропущено уроков: <b>{ $missed }</b>
absences-ill = болезнь { $count }
absences-excused = уважительная причина { $count }
absences-open = причина неизвестна { $count }
absences-unexcused = без уважительной причины { $count }
absences-late = опозданий { $count }
absence-line = <b>{ $day }</b>, { $number }-й урок, { $subject }: { $what }
absence-what = { $code ->
    [ill] { $reason ->
        [claimed] болезнь, со слов семьи
       *[other] болезнь
    }
    [excused] { $reason ->
        [claimed] уважительная причина, со слов семьи
       *[other] уважительная причина
    }
    [late] опоздание
   *[absent] { $reason ->
        [claimed] причина названа, документ не проверен
        [confirmed] без уважительной причины
       *[unknown] причина неизвестна
    }
}
absences-empty = Пропусков и опозданий за этот период нет.
absences-no-period = Отчётные периоды пока не заданы, поэтому пропусков здесь нет.
absences-before = ‹ Раньше
absences-now = Сейчас ›
