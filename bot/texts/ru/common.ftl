# Parts that several screens share.
head-of = { $what } · <b>{ $who }</b>
child-in-class = { $name }, { $class }
full-name = { $family } { $given }
more = … и ещё { $count }
page-place = здесь { $first }–{ $last }
back-page = ‹ Назад
next-page = Дальше ›
mark-value = { $value ->
    [pass] зачёт
    [fail] незачёт
    [none] н/а
   *[other] { $value }
}

# Places; the same words on every screen.
place-menu = Меню
place-diary = Дневник
place-marks = Отметки
place-homework = Задания
place-timetable = Расписание
place-absences = Пропуски
place-more = Ещё
place-of-school = Школа
place-files = Файлы
place-settings = Настройки
place-help = Справка
place-privacy = Мои данные
place-other-child = Другой ребёнок
place-class = Класс { $title }
place-classes = Мои классы
place-school = Классы школы
place-school-named = Классы: { $school }
