# Final marks: the year table, news of them, and which are missing.
place-year = Итоги года
place-missing = Нет итоговых
year-head = 🏁 Итоги, { $year }
year-head-undated = 🏁 Итоги
year-none = Учебных лет с итогами пока нет.
year-empty = Итоговых отметок за этот год пока нет.
year-columns = По порядку: { $periods }
year-subject = { $index }. { $subject }: { $what }
year-subject-none = итогов нет
year-at-the-end = { $kind ->
    [exam] экзамен <b>{ $mark }</b>
    [final] итоговая <b>{ $mark }</b>
   *[year] год <b>{ $mark }</b>
}
year-before = ‹ { $year }
year-after = { $year } ›
final-head = 🏁 <b>{ $who }</b> · { $subject }, { $period }
final-head-own = 🏁 <b>{ $subject }</b>, { $period }
final-mark = <b>{ $mark }</b> — { $kind ->
    [year] годовая отметка
    [exam] отметка за экзамен
    [final] итоговая отметка
   *[period] отметка за период
}
final-changed = Исправлено: <b>{ $mark }</b> вместо { $before } — { $kind ->
    [year] годовая отметка
    [exam] отметка за экзамен
    [final] итоговая отметка
   *[period] отметка за период
}
final-taken-back = Отметка { $before } снята — { $kind ->
    [year] годовая отметка
    [exam] отметка за экзамен
    [final] итоговая отметка
   *[period] отметка за период
}
final-line = 🏁 { $subject }, { $period }: { $what }
final-many-head = 🏁 <b>{ $who }</b> · итоговые отметки, { $period }
final-many-head-own = 🏁 <b>Итоговые отметки</b>, { $period }
final-many-head-undated = 🏁 <b>{ $who }</b> · итоговые отметки
final-many-head-own-undated = 🏁 <b>Итоговые отметки</b>
final-one = { $subject }: { $what }
final-one-of = { $subject }, { $period }: { $what }
final-short = <b>{ $mark }</b>{ $kind ->
    [year] { " " }(год)
    [exam] { " " }(экзамен)
    [final] { " " }(итоговая)
   *[period] { "" }
}
final-short-changed = исправлено, <b>{ $mark }</b> вместо { $before }{ $kind ->
    [year] { " " }(год)
    [exam] { " " }(экзамен)
    [final] { " " }(итоговая)
   *[period] { "" }
}
final-short-taken-back = отметка { $before } снята{ $kind ->
    [year] { " " }(год)
    [exam] { " " }(экзамен)
    [final] { " " }(итоговая)
   *[period] { "" }
}
final-open-year = Итоги: { $name }
missing-head = { $scope ->
    [class] 🏁 <b>{ $classes }</b> · нет итоговых, { $period }: { $count }
    [course] 🏁 <b>Ваши предметы</b> · нет итоговых, { $period }: { $count }
   *[school] 🏁 <b>Школа</b> · нет итоговых, { $period }: { $count }
}
missing-until = Период до { $ends }. { $apart ->
    [yes] Отметки выставляют не позже { $due }, семьи видят их не позже { $shown }.
   *[no] Семьи видят отметки не позже { $shown }.
}
missing-subject = { $subject }: { $count } — { $names }
missing-course = { $class }, { $subject }: { $count } — { $names }
missing-class = { $class } — { $count }
missing-by-class = По классам: { $classes }
missing-line = { $scope ->
    [class] 🏁 { $classes }: нет итоговых, { $period }, { $count }
    [course] 🏁 Ваши предметы: нет итоговых, { $period }, { $count }
   *[school] 🏁 Школа: нет итоговых, { $period }, { $count }
}
missing-open = Нет итоговых: { $class }
missing-of-class-head = 🏁 Нет итоговых · <b>{ $class }</b>, { $period }
missing-of-class-sum = Всего не хватает { $count ->
    [one] { $count } отметки
   *[other] { $count } отметок
}. Период до { $ends }.
missing-of-class-none = Все итоговые отметки выставлены.
missing-of-class-no-period = У класса пока нет отчётных периодов, поэтому итоговых не ждут.
missing-of-class-head-undated = 🏁 Нет итоговых · <b>{ $class }</b>
