# Missed lessons of a week, verified with subject teachers.
place-missed-week = Сверка пропусков
missed-head = 🚪 <b>{ $class }</b> · пропуски за { $week }
missed-sum = { $count ->
    [0] За неделю пропусков нет.
   *[other] Предметов с пропусками: { $count }, сверено: { $done }.
}
missed-line = { $index }. { $subject }: { $count }{ $unknown ->
    [0] {""}
   *[other] {""}, без причины: { $unknown }
}{ $state ->
    [asked] {""} · учитель ещё не ответил
    [right] {""} · учитель: верно
    [fixing] {""} · учитель исправит
    [verified] {""} · сверено
    [changed] {""} · изменилось после ответа
   *[none] {""}
}
missed-course = <b>{ $subject }</b>{ $teacher ->
    [none] {""}, учителя в файлах нет
   *[other] {""}, { $teacher }
}{ $state ->
    [asked] {""}. Вопрос задан, ответа ещё нет.
    [right] {""}. Учитель ответил: верно.
    [fixing] {""}. Учитель ответил: исправит.
    [verified] {""}. Сверено.
    [changed] {""}. После ответа или сверки пропуски изменились: сверьте ещё раз.
   *[none] {""}
}
missed-lesson = { $day }, { $number }-й урок, { $name }: { $code }{ $reason ->
    [claimed] {""}, причина со слов семьи
    [confirmed] {""}, причина подтверждена
   *[unknown] {""}, причина неизвестна
}
missed-ask = Спросить учителя
missed-tick = Сверено
missed-back = ‹ К неделе
check-head = 🚪 <b>{ $subject ->
    [none] Пропуски
   *[other] { $subject }
}</b> · сверка пропусков за { $week }
check-ask = { $count ->
    [0] Пропусков сейчас нет.
   *[other] Пропусков: { $count }.
} { $state ->
    [right] Вы ответили: верно.
    [fixing] Вы ответили: исправлю. Исправьте, пожалуйста, в журнале.
    [verified] Классный руководитель уже сверил.
    [changed] С прошлого ответа они изменились. Всё верно?
   *[asked] Всё верно?
}
check-right = Верно
check-fixing = Исправлю
news-check-head = 🚪 <b>{ $class }</b> · { $subject }, сверка пропусков
news-check = Классный руководитель просит проверить пропуски за { $week }.
news-line-check = 🚪 { $class }, { $subject }: проверьте пропуски за { $week }
news-check-open = Посмотреть
refusal-check-decided = Это уже спросили, ответили или сверили. Откройте неделю заново.
