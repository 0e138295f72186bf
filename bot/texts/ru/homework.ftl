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
