# What comes by itself. The first line says who and what.
news-mark-head = 📘 <b>{ $who }</b> · { $subject }
news-mark-head-own = 📘 <b>{ $subject }</b>
news-mark = <b>{ $mark }</b> — { $work }, { $day }
news-mark-weighted = <b>{ $mark }</b> — { $work }, { $day }, вес { $weight }
news-mark-changed = Исправлено: <b>{ $mark }</b> вместо { $before } — { $work }, { $day }
news-mark-taken-back = { $before ->
    [none] Отметка за { $day } отозвана
   *[other] Отметка { $before } за { $day } отозвана
}
news-mean-moved = Средний: { $before } → { $after }
news-mean = Средний: { $after }
news-absence-head = 🚪 <b>{ $who }</b> · { $what }
news-absence-head-own = 🚪 У вас: { $what }
news-absence = { $code ->
    [late] опоздание на { $number }-й урок
    [ill] нет на { $number }-м уроке
    [excused] нет на { $number }-м уроке
   *[absent] нет на { $number }-м уроке
} ({ $when })
news-absence-off = пропуск отозван, { $number }-й урок ({ $when })
news-absence-when = { $day }, { $time }, { $subject }
news-absence-when-untimed = { $day }, { $subject }
news-absence-reason = { $code ->
    [ill] { $reason ->
        [claimed] Со слов семьи: болезнь. Классный руководитель ещё не решил.
       *[other] Причина: болезнь.
    }
    [excused] { $reason ->
        [claimed] Со слов семьи: причина уважительная. Классный руководитель ещё не решил.
       *[other] Причина уважительная.
    }
   *[absent] { $reason ->
        [claimed] Причина названа, документ не проверен.
        [confirmed] Без уважительной причины.
       *[unknown] Причина пока неизвестна.
    }
}
news-homework-head = 🏠 <b>{ $who }</b> · { $subject }, { $what }
news-homework-head-own = 🏠 <b>{ $subject }</b>, { $what }
news-homework-what = { $change ->
    [changed] задание изменено
    [taken_back] задание отменено
   *[new] новое задание
}
news-homework-due = На { $due }: { $text }
news-homework-undated = Задано { $day }: { $text }
news-homework-gone = Задание от { $day } больше делать не нужно.
news-replacement-head = 📅 <b>{ $who }</b> · замена: { $subject }
news-replacement-head-own = 📅 Замена: <b>{ $subject }</b>
news-replacement = { $day }, { $number }-й урок. { $teacher ->
    [none] Учитель пока не назван.
   *[other] Урок проведёт { $teacher }.
}
news-unreachable-head = ⚠️ <b>{ $who }</b> · сообщения не доходят
news-unreachable = { $name }: бот больше не может писать этому человеку. Передайте новости иначе, например на бумаге.
news-many-head = <b>{ $who }</b> · { $count ->
    [one] { $count } новость
    [few] { $count } новости
   *[many] { $count } новостей
}
news-many-head-own = У вас <b>{ $count ->
    [one] { $count } новость
    [few] { $count } новости
   *[many] { $count } новостей
}</b>
news-line-mark = 📘 { $subject }: { $what }
news-line-mark-mean = 📘 { $subject }: { $what }. { $mean }
news-line-absence = 🚪 { $what }. { $reason }
news-line-absence-off = 🚪 { $what }
news-line-homework = 🏠 { $subject }, { $what }. { $text }
news-line-replacement = 📅 замена: { $subject }, { $what }
news-line-unreachable = ⚠️ { $what }
news-neutral = Есть новости · { $initials } Откройте дневник, чтобы прочитать.
news-neutral-own = Для вас есть новости. Откройте дневник, чтобы прочитать.
news-open-day = День
news-child = <b>{ $who }</b>: { $what }
news-children = Дети
news-open-diary = Дневник: { $name }
