# News of the school's life: events, moved lessons, control works, recommendations.
news-school-head = 📅 <b>{ $who }</b> · { $what }
news-school-head-own = 📅 <b>{ $what }</b>
news-line-school = 📅 { $what }.
news-event-what = { $whose ->
    [school] событие школы
   *[class] событие класса
}{ $change ->
    [changed] {""} изменено
    [cancelled] {""} отменено
   *[new] {""}
}
news-event = { $days }: <b>{ $title }</b>
news-move-what = перенос урока: { $subject }
news-move = Было: { $before }. Будет: <b>{ $now }</b>.
news-move-off = Переноса не будет, урок в своё время: <b>{ $now }</b>.
news-when = { $day }, { $number }-й урок
news-control-what = скоро контрольная: { $subject }
news-control = { $when }: <b>{ $kind }</b>{ $title ->
    [none] {""}
   *[other] {""} — { $title }
}
news-recommendation-head = <b>{ $who }</b> · { $subject }, рекомендация учителя
news-recommendation-head-own = <b>{ $subject }</b>, рекомендация учителя
news-recommendation-by = { $teacher ->
    [none] После урока { $day }
   *[other] { $teacher }, после урока { $day }
}
news-line-recommendation = { $subject }, рекомендация: { $text }
news-announcement-head = 📣 <b>{ $school }</b> · электронный журнал
news-announcement-day = Школа переходит на электронный журнал с <b>{ $day }</b>.
news-line-announcement = 📣 школа переходит на электронный журнал с { $day }. { $text }
news-replacement-off = { $day }, { $number }-й урок. Замены не будет{ $teacher ->
    [none] .
   *[other] : урок проведёт { $teacher }.
}
news-files = Файлы: { $count }
news-homework-files = { $text } (файлы: { $count })
