# What is told of requests for help, and before windows of duty.
ticket-by-guardian = родитель
ticket-by-pupil = ученик
ticket-by-teacher = учитель
ticket-by-deputy-head = завуч
ticket-by-head = директор
ticket-by-administrator = администратор
ticket-by-consultant = консультант
ticket-by-secretary = секретарь
ticket-by-stranger = незнакомый чат
news-ticket-head = 🆘 <b>{ $name }</b>, { $role } · { $topic }{ $matter ->
    [remark] {" "}· замечание
    [proposal] {" "}· предложение
   *[question] { "" }
}
news-ticket-own-head = 🆘 <b>Ваше обращение</b> · { $topic }
news-ticket-neutral = Есть новости об обращении за помощью. Откройте, чтобы прочитать.
news-ticket-asked = Новое обращение.
news-ticket-opened = Обращение ждало вашего дежурства.
news-ticket-unanswered = Тот, у кого оно было, не ответил вовремя. Теперь обращение у вас.
news-ticket-left = Тот, у кого оно было, не на дежурстве. Теперь обращение у вас.
news-ticket-withdrawn = Спросивший больше не видит ребёнка, о котором вопрос: ответ ему не придёт. Что с обращением, решаете вы.
news-ticket-ended = Окно закончилось без ответа. Теперь обращение у вас.
news-ticket-overdue = Обращение ждёт администратора слишком долго, ответа ещё нет.
news-ticket-rescheduled = Окно, которого оно ждало, не состоится. Теперь обращение у вас.
news-ticket-handed = Обращение передали вам.
news-ticket-urgent = Обращение стало срочным.
news-ticket-reopened = Ответ не помог, обращение открыто снова.
news-ticket-retopiced = Тему сменили, теперь обращение у вас.
news-ticket-apart = Общего ответа не будет: на это обращение отвечают отдельно.
news-ticket-restored = Обращение закрыл или на него ответил не тот, под чьим именем это сделано: оно снова ждёт ответа.
news-ticket-taken-back = ⚠️ Прежний ответ недействителен: под чужим именем писал посторонний. Не делайте того, о чём он просил. Обращение открыто.
news-ticket-of-another = Прежний ответ был на другой вопрос: обращения объединил посторонний. Ваше открыто снова.
news-ticket-together = Такой же вопрос задали и другие: ответят всем сразу. Если ваш вопрос о другом, нажмите «Мой о другом».
news-ticket-reason = ⚠️ Срочно: { $reason }
news-ticket-about = О ком или о чём: { $about }
news-ticket-waits = Спросили: { $day }, { $time }
news-ticket-quote = «{ $words }»
news-ticket-more = Ещё сообщений: { $count }
news-ticket-files = Файлов: { $count }
news-ticket-woke = Вы отложили обращение до этого времени.
news-ticket-went-on = { $why ->
    [unanswered] Ответа не было вовремя, обращение передано дальше.
    [left] Вы не на дежурстве, обращение передано дальше.
    [ended] Окно закончилось без ответа, обращение передано дальше.
    [retopiced] Тему сменили, обращение больше не у вас.
   *[other] Обращение больше не у вас: его передали.
}
news-ticket-now = Сейчас отвечает { $name }. Вы { $place }-й в очереди.
news-ticket-by = { $name }: ответ будет до { $time }.
news-ticket-from = Ответят { $day }, { $hours }. Вы { $place }-й в очереди. Когда начнётся, напишем.
news-ticket-administrator = Ответит администратор журнала.
news-ticket-closed = { $how ->
    [confirmed] Закрыто: ответ помог.
    [cancelled] Закрыто: вопрос снят.
    [merged] Закрыто: объединено с таким же вопросом.
    [solved] Закрыто: вопрос решён.
    [vendor] Закрыто: вопросом занимается поддержка журнала.
    [duplicate] Закрыто: такой вопрос уже задан.
    [needless] Закрыто: ответ не понадобился.
    [no_answer] Закрыто: на уточнение консультанта не было ответа.
   *[by_time] Закрыто: после ответа обращение не открывали снова.
}
news-ticket-at-end = Окно закончилось, ответа ещё нет. Что будет с обращением?
news-ticket-rated = Оценка помощи: { $stars } из 5
news-ticket-answered = 🆘 <b>Ответ</b> · { $topic } · { $name }
news-ticket-asked-back = 🆘 <b>Нужно уточнить</b> · { $topic } · { $name }
news-ticket-added = Дописано к обращению:
news-ticket-added-together = Ждёт того же ответа и дописывает:
news-ticket-edited = Изменено: прежние слова сохранены в обращении.
news-ticket-closes = Обращение закроется { $day }, если вопросов больше нет.
news-ticket-lost = { $unknown ->
    [yes] ⚠️ Неизвестно, дошёл ли ваш ответ.
   *[no] ⚠️ Ваш ответ не доставлен. Позвоните или скажите лично.
}
news-ticket-answer = Ответить
news-ticket-take = Взять
news-ticket-hand = Передать
news-ticket-open = Открыть
news-ticket-add = Дописать
news-ticket-reply = Ответить
news-ticket-helped = Помогло
news-ticket-not-helped = Не помогло
news-ticket-rate = Оценить
news-ticket-finish = Закончу до…
news-ticket-next-window = В следующее окно
news-duty-call-head = 🆘 <b>{ $day }, { $hours }</b>: ваше дежурство{ $room }
news-duty-call = Вы на месте? Если да, нажмите «Я здесь». Если нет, передайте дежурство.
news-duty-again = Напоминаем ещё раз: ответа пока не было.
news-duty-here = Я здесь
news-duty-give = Передать
news-duty-silent-head = ⚠️ <b>{ $day }, { $hours }</b>: { $name } не отвечает
news-duty-topics = Темы: { $topics }
news-duty-silent = Дежурство начинается в { $time }. Нужна замена.
news-duty-turn = Найти замену
news-duty-flaws-head = ⚠️ <b>График дежурств</b> нужно поправить
news-duty-flaws = Что не так
