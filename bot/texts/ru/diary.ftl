# The diary by week and by day.
week-head = Дневник за { $week }
week-day = <b>{ $day }</b>: { $what }
week-today = <b>{ $day }, сегодня</b>: { $what }
week-lessons = { $count ->
    [one] { $count } урок
    [few] { $count } урока
   *[many] { $count } уроков
}
week-marks = отметки: { $marks }
week-absences = { $count ->
    [one] { $count } пропуск
    [few] { $count } пропуска
   *[many] { $count } пропусков
}
week-late = { $count ->
    [one] { $count } опоздание
    [few] { $count } опоздания
   *[many] { $count } опозданий
}
week-free = уроков нет
week-before = ‹ Неделя
week-after = Неделя ›
day-head = Дневник, { $day }
day-free = Уроков в этот день нет.
day-holiday = Уроков нет: { $title }.
day-marks = { $count ->
    [one] Отметка без урока: <b>{ $marks }</b>
   *[other] Отметки без урока: <b>{ $marks }</b>
}
day-whole-week = Вся неделя
lesson = { $number }. { $time } <b>{ $subject }</b>
lesson-untimed = { $number }. <b>{ $subject }</b>
lesson-with = { $lesson } — { $details }
lesson-marks = { $count ->
    [one] отметка <b>{ $marks }</b>
   *[other] отметки <b>{ $marks }</b>
}
lesson-absence = 🚪 { $code ->
    [absent] нет на уроке
    [ill] болезнь
    [excused] уважительная причина
    [late] опоздание
   *[other] пропуск
}
lesson-homework = 🏠 задано: { $text }
lesson-homework-due = 🏠 задано на { $due }: { $text }
lesson-cancelled = урок отменён
lesson-replaced = замена
lesson-replaced-by = замена: { $teacher }
lesson-room = каб. { $room }
