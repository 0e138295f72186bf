# Review: a parent looks at the totals and says so; the school sees who did.
place-review = Ознакомление
place-reviews = Ознакомление семей
review-head = ✍️ Ознакомление за неделю
review-counts = Отметок за неделю: { $marks }, пропусков: { $absences }
review-days = Вы знакомились: { $days }.
review-no-day = На этой неделе вы ещё не знакомились.
review-missing = Нужно ещё { $count ->
    [one] { $count } раз
    [few] { $count } раза
   *[many] { $count } раз
} в другой день, до { $until }.
review-missing-first = Нужно { $count ->
    [one] { $count } раз
    [few] { $count } раза
   *[many] { $count } раз
} до { $until }{ $count ->
    [one] { "" }
   *[other] , в разные дни
}.
review-done = За эту неделю всё.
review-done-by-other = За эту неделю уже ознакомлен другой родитель.
review-on-paper = Итоги недели вручены вам на бумаге: этого достаточно.
review-too-late = До { $until } столько дней не осталось, но ознакомиться можно.
review-for-parents = Ознакомление отмечают родители.
review-subject = { $subject }: { $what }
review-subject-final = итоговая <b>{ $mark }</b>
review-subject-mean = средний <b>{ $mean }</b>
review-short = { $subject } { $what }
review-short-final = итог <b>{ $mark }</b>
review-nothing = Отметок за период пока нет.
review-button = Ознакомлен(а)
review-open = Открыть итоги
review-own = Мои ознакомления
review-recorded = Записано: { $day }, { $time }.
review-again = Сегодня вы уже отметились. Один день считается один раз.
review-changed = Пока экран был открыт, итоги изменились. Посмотрите их и нажмите ещё раз.
review-own-head = ✍️ Мои ознакомления, { $period }
review-own-head-past = ✍️ Мои ознакомления, { $period } { $year }{"\u00A0"}г.
review-own-head-undated = ✍️ Мои ознакомления
review-own-none = Отчётный период ещё не начался.
review-own-no-weeks = Учебных недель в этом периоде нет.
review-own-week = { $week }: { $days }
review-own-week-done = { $week }: { $days }, выполнено
review-own-week-none = { $week }: —
review-own-week-on-paper = { $week }: итоги на бумаге, выполнено
review-own-week-paper = { $week }: { $days }; итоги на бумаге, выполнено
reviewed-head = ✍️ <b>{ $who }</b> · ознакомление
reviewed = { $name }: с итогами ознакомлен(а), { $day }.
reviewed-line = ✍️ { $name }: с итогами ознакомлен(а), { $day }
reviews-head = ✍️ <b>Ознакомление</b>, { $day }: { $count }
reviews-class = { $class }: { $names }
reviews-line = ✍️ Ознакомление, { $day }: { $count }
nudge-head = ✍️ <b>{ $who }</b> · ознакомление за неделю
nudge-head-own = ✍️ Ознакомление за неделю
nudge = Посмотрите сегодня итоги и нажмите «Ознакомлен(а)»: до { $until } нужно { $count ->
    [one] ещё { $count } день
    [few] ещё { $count } дня
   *[many] ещё { $count } дней
}.
nudge-line = ✍️ Ознакомление за неделю: до { $until } нужно { $count ->
    [one] ещё { $count } день
    [few] ещё { $count } дня
   *[many] ещё { $count } дней
}
nudge-open = Итоги: { $name }
reviews-week-head = ✍️ Ознакомление · <b>{ $class }</b>, { $week }
reviews-week-sum = Выполнено: { $done } из { $count }{ $paper ->
    [0] {""}
   *[other] {""}, из них с листом на бумаге: { $paper }
}
reviews-week-holidays = На этой неделе уроков нет: ознакомление не требуется.
reviews-week-all = Ознакомлены все семьи.{ $paper ->
    [0] {""}
   *[other] {" "}Из них с листом на бумаге: { $paper }.
}
reviews-week-empty = В классе пока нет учеников.
reviews-week-missing = { $name }: { $days }
reviews-week-none = не знакомились
reviews-week-no-guardian = нет родителей в списке
reviews-week-guardian = { $name } — { $days }
reviews-week-nobody = нет
reviews-before = ‹ Неделя
reviews-after = Неделя ›
reviews-period = За период
reviews-week = По неделям
reviews-period-head = ✍️ Ознакомление · <b>{ $class }</b>, { $period }
reviews-period-head-undated = ✍️ Ознакомление · <b>{ $class }</b>
reviews-period-none = Ни одна учебная неделя ещё не закончилась.
reviews-period-sum = { $count ->
    [one] Закончилась { $count } учебная неделя.
    [few] Закончились { $count } учебные недели.
   *[many] Закончилось { $count } учебных недель.
}
reviews-period-pupil = { $name }: { $done } из { $count }
