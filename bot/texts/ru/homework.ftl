# What is to be done for a day.
homework-head = 🏠 Задания на { $when ->
    [today] сегодня, { $day }
    [tomorrow] завтра, { $day }
   *[other] { $day }
}
homework-line = <b>{ $subject }</b>: { $text }
homework-continued = <b>{ $subject }</b>, продолжение: { $text }
homework-empty = На { $when ->
    [today] сегодня
    [tomorrow] завтра
   *[other] { $day }
} домашних заданий нет. Проверено в { $time }.
day-before = ‹ { $day }
day-after = { $day } ›
homework-number = { $index }.
homework-done = — <b>сделано</b>
homework-tick = { $done ->
    [true] ✓ { $index }
   *[false] { $index }
}
homework-overdue = Не сделано
overdue-head = 🏠 Не отмечено сделанным: { $count }
overdue-line = <b>{ $due }</b>, { $subject }: { $text }
overdue-empty = С { $since } всё отмечено сделанным.
