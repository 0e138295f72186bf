# The log of consultations in the chat, and how requests end.
log-open = Журнал
log-head = 🆘 <b>Журнал консультаций</b>: последние записи
log-empty = Закрытых обращений ещё нет: записи появятся, когда закроется первое.
log-line = { $index }. { $day } · { $topic } · { $outcome }{ $corrected ->
    [yes] {" "}· исправлено
   *[no] {""}
}
log-row = 🆘 <b>Запись № { $number }</b> · закрыто { $when }
log-asked = Спросил(а): { $role }, { $matter }
log-topic = Тема: { $topic }
log-outcome = Итог: { $outcome }
log-consultant = Консультант: { $name }
log-minutes = Минут до ответа: { $minutes }
log-no-answer = Ответа в переписке не было.
log-no-windows = Ответ был; минуты не считаются: окон по этой теме нет.
log-corrected = Исправлено { $when }, { $who }.{ $was ->
    [none] {" "}Теперь как было записано сначала.
   *[other] {" "}Было: { $was }.
}
log-piece-topic = Тема
log-piece-outcome = Итог
log-piece-matter = Что это
log-matter-question = вопрос
log-ask = { $piece ->
    [topic] Какая тема верна?
    [outcome] Чем закончилось на самом деле?
   *[matter] Что это было?
}
log-how = Ошибку исправляют новой записью: эта останется, в отчёты пойдёт верная.
log-row-back = ‹ К записи
log-back = ‹ Журнал
ticket-state-at-vendor = в поддержке
ticket-packet = Поддержка: { $state ->
    [sent] ждём
    [answered] ответила
   *[closed] закрыла
}{ $number ->
    [none] {""}
   *[other] , № { $number }
}{ $day ->
    [none] {""}
   *[other] , снова { $day }
}.
ticket-to-vendor = В поддержку
ticket-packet-open = Поддержка
ticket-end-solved = Решено
ticket-end-vendor = Передано в поддержку
ticket-end-duplicate = Дубль
ticket-end-needless = Не понадобилось
ticket-ended = { $whose }: закрыто, { $how }. Спросивший узнает.
news-ticket-vendor = Поддержка журнала ответила или закончила: ответьте спросившему.
news-ticket-at-vendor = Вопрос передан в поддержку журнала. Когда она ответит, напишем.
news-ticket-reminded = ✍️ Консультант ждёт вашего ответа на уточнение.{ $day ->
    [none] {""}
   *[other] {" "}Без него обращение закроется { $day }.
}
news-ticket-reopen-until = Если вопрос остался, откройте обращение снова: до { $day }.
news-ticket-reopen = Открыть снова
request-reopen = Открыть снова
request-at-vendor = Вопрос в поддержке журнала. Консультант напишет, когда она ответит.
request-solved = Закрыто: консультант отметил, что вопрос решён.
request-vendor = Закрыто: вопросом занимается поддержка журнала.
request-duplicate = Закрыто: такой вопрос от вас уже есть.
request-no-answer = Закрыто: на уточнение консультанта не было ответа.
packet-of-ticket = К обращению № { $number }
packet-ticket = К обращению
