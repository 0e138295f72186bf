# Who asks for help: the way there, the question, the promise, what was asked.
place-help-desk = 🆘 Помощь
command-ask = задать вопрос о журнале
help-desk-head = 🆘 <b>Помощь</b>
help-desk-what = Спросите о журнале: ответит консультант, который дежурит по теме. Когда ответят, бот скажет сразу.
help-desk-open = Ждут ответа: { $count }
help-desk-ask = Задать вопрос
help-desk-mine = Мои обращения
help-desk-queue = Очередь
help-desk-known = Ответы
help-desk-trainings = Обучение
help-desk-vendor = Поддержка
asking-choose-school = 🆘 В какую школу вопрос?
asking-head = 🆘 <b>{ $matter ->
    [remark] Замечание
    [proposal] Предложение
   *[question] Вопрос
}</b>
asking-head-topic = { $head } · { $topic }
asking-topics = Выберите тему или напишите своими словами:
asking-topics-kept = Написанное сохранено. Какая это тема?
asking-line = { $index }. { $what }
asking-lost = Похоже, потерян доступ: обращение уйдёт администратору журнала, ждать окна не нужно.
asking-as-chosen = Нет, тема: { $topic }
asking-suggested = Написанное сохранено. Похоже, это тема «{ $topic }».
asking-yes = Да, { $topic }
asking-other-topic = Другая тема
asking-about = О ком или о чём вопрос?
asking-about-none = Не важно
asking-known = Возможно, ответ уже есть:
asking-still = Всё равно спросить
asking-write = Напишите, что случилось: текст, фото, файлы, можно несколькими сообщениями. Потом нажмите «Отправить».
asking-no-secrets = Пароли и коды не пишите: консультанту они не нужны.
asking-more = Можно дописать ещё или поправить написанное.
asking-add = Допишите к обращению: текст, фото, файлы. Потом нажмите «Отправить».
asking-said = «{ $words }»
asking-count = Сообщений: { $messages }, файлов: { $files }
asking-album = Альбом принимается целиком.
asking-urgent = ⚠️ Срочно: { $reason }
asking-struck = ⚠️ В сообщении был пароль или код. Он не сохранён, и бот удаляет это сообщение из чата. Если оно осталось, удалите его сами.
asking-code = ⚠️ Код не сохранён, и бот удаляет его из чата. Чтобы войти с кодом, сначала закончите вопрос или нажмите /cancel.
asking-send = Отправить
asking-make-urgent = Срочно
asking-calm = Не срочно
asking-matter = { $matter ->
    [remark] Это предложение
    [proposal] Это вопрос
   *[question] Это замечание
}
asking-leave = Не отправлять
asking-reason = Срочное не ждёт окна дежурства: если по теме сейчас никто не дежурит, его получит администратор журнала. Почему нельзя ждать? Напишите одной фразой, до 300 знаков.
asking-back = ‹ Назад
asking-dropped = Вопрос не отправлен, написанное удалено.
asking-sent = Обращение № { $number } принято.
asking-added = Дополнение к обращению № { $number } отправлено.
asking-retaken = Правка учтена: уйдут новые слова.
asking-edited = Правка записана: консультант увидит новые слова, прежние сохранены.
asking-edited-answer = Правка записана: её увидит и другая сторона, прежние слова сохранены.
asking-now = { $name ->
    [nobody] Дежурный консультант
   *[other] <b>{ $name }</b>
} отвечает сейчас, вы { $place }-й в очереди.
asking-by = { $name ->
    [nobody] Консультант
   *[other] <b>{ $name }</b>
}: ответ будет до <b>{ $time }</b>.
asking-from = Сейчас по теме «{ $topic }» никто не дежурит. Ответят: <b>{ $day }, с { $time }</b>. Вы { $place }-й в очереди; когда начнётся, напишу.
asking-window-over = Окно закончилось. { $name ->
    [nobody] Консультант
   *[other] <b>{ $name }</b>
} решает, кто и когда ответит.
asking-at-latest = Если не раньше, ответят: <b>{ $day }, с { $time }</b>.
asking-administrator = { $name ->
    [nobody] Ответит администратор журнала
   *[other] Отвечает администратор журнала, <b>{ $name }</b>
}. Как только ответит, напишу.
asking-nobody-hears = Обращение записано, но сейчас его никто не видит: администратору журнала не приходят сообщения. Если ждать нельзя, обратитесь в школу лично.
asking-lost-access = Доступ возвращает администратор журнала{ $name ->
    [nobody] {""}
   *[other] , <b>{ $name }</b>
}: он уже видит ваше обращение. Пароль и код ему не пишите.
requests-head = 🆘 <b>Мои обращения</b>
requests-empty = Обращений пока нет. Задайте вопрос, и здесь будет видно, кто и когда ответит.
requests-line = { $index }. № { $number } · { $topic } · { $state } · { $day }
request-state = { $state ->
    [open] ждёт ответа
    [asked-back] ждёт вашего слова
    [answered] есть ответ
    [confirmed] помогло
    [by-time] закрыто
    [cancelled] отменено
    [merged] ответ общий
    [at-vendor] в поддержке журнала
    [solved] решено
    [vendor] передано в поддержку
    [duplicate] дубль
    [needless] закрыто без ответа
    [no-answer] закрыто без вашего слова
   *[other] закрыто
}
request-head = 🆘 <b>Обращение № { $number }</b> · { $topic }
request-open = Ждёт ответа.
request-asked-back = ✍️ Консультант уточняет: ответьте, чтобы он мог помочь.
request-answered = Ответ пришёл. Помогло?
request-confirmed = Закрыто: помогло.
request-by-time = Закрыто: после ответа вопросов не было.
request-cancelled = Вы отменили этот вопрос.
request-merged = Такой же вопрос задали многие: ответ придёт и вам.
request-merged-answered = Ответ пришёл: такой же вопрос задавали и другие. Не помогло — откройте обращение снова.
request-together-asked-back = Консультант уточняет подробности. Ответ придёт и вам.
request-apart = Мой о другом
request-apart-now = На ваш вопрос ответят отдельно.
request-needless = Консультант закрыл обращение без письменного ответа.
request-rated = Ваша оценка: { $stars }
request-entry = { $index }. <b>{ $who }</b> · { $when }{ $edited ->
    [yes] {" "}· изменено
   *[no] {""}
}{ $files ->
    [0] {""}
   *[other] {" "}· файлов: { $files }
}
request-you = Вы
request-asks-back = { $who } уточняет
request-add = Дописать
request-answer = Ответить
request-helped = Помогло
request-not-helped = Не помогло
request-more = Ещё
request-more-head = Что сделать с обращением?
request-cancel = Отменить вопрос
request-cancel-alone = Больше не нужно
request-cancel-sure = Да, отменить
request-cancel-ask-alone = Ответ вам больше не нужен? Другим, кто задал такой же вопрос, ответят, вам нет.
request-cancel-ask = Отменить вопрос? Консультант его больше не увидит среди открытых.
request-transcript = Переписка файлом
request-rate = Оценить
request-rate-ask = Спасибо. Оцените помощь: от 1 до 5.
request-rated-now = Оценка { $stars } записана. Можно добавить несколько слов: напишите их сейчас.
request-rated-words = Спасибо, слова записаны.
request-reopened = Обращение снова открыто: напишите, что осталось непонятным.
request-other-topic = Какая тема подходит лучше?
request-by = { $who } · { $when }{ $count ->
    [1] {""}
   *[other] {" "}· версия { $version } из { $count }
}
request-no-files = Файлов здесь нет.
request-back = ‹ Обращение
request-files = Файлы ({ $count })
request-transcript-ready = Переписка по обращению № { $number }. Пароли и коды в ней вычеркнуты.
request-transcript-instead = Файл сделать не удалось. Откройте обращение и попробуйте ещё раз.
transcript-name = Обращение { $number }
transcript-head = Обращение № { $number }, тема: { $topic }
transcript-about = О ком или о чём: { $what }
transcript-asked = Задано: { $when }
transcript-state = Состояние: { $state }
transcript-entry = { $when }, { $who }:
transcript-file = [файл: { $name }]
transcript-picture = [фото]
known-head = <b>{ $question }</b>
known-helped = Помогло
known-glad = Хорошо. Вопрос не отправлен: понадобится — спросите ещё.
known-list-head = 🆘 <b>Готовые ответы</b>
known-list-what = Их видит каждый, кто спрашивает по теме, ещё до вопроса.
known-list-line = { $index }. { $topic }: { $question }{ $retired ->
    [yes] {" "}· не показывается
   *[no] {""}
}{ $helped ->
    [0] {""}
   *[other] {" "}· помогло: { $helped }
}
known-add = Добавить
known-add-topic = О чём готовый ответ? Выберите тему.
known-ask-question = Напишите вопрос, как его задают: до { $longest } знаков.
known-ask-answer = «{ $question }» Теперь напишите ответ: до { $longest } знаков.
known-own = Этот ответ о самом боте: его слова приходят с ботом.
known-count = Тема: { $topic }. Помогло: { $helped }.
known-retired = Сейчас не показывается.
known-edit = Изменить
known-retire = Не показывать
known-restore = Показывать
known-back = ‹ Ответы
known-saved = Записано.
known-own-coming-in = Как войти второму родителю или ребёнку?
known-own-coming-in-answer = У каждого свой код. Его выдаёт классный руководитель, сотруднику — администратор журнала. Код нужно отправить боту со своего телефона: после этого откроется меню.
known-own-new-code = Код не подходит. Что делать?
known-own-new-code-answer = Код действует один раз и ограниченное время. Попросите новый: семье его даёт классный руководитель, сотруднику — администратор журнала. Прежний код тогда уже не сработает.
known-own-forecasts = Где посмотреть, какая отметка выходит за период?
known-own-forecasts-answer = Команда /forecast или в меню: «Ещё», затем «Прогноз». Там видно, почему прогноз такой и чего не хватает до следующей отметки.
known-own-late-marks = Отметка в журнале есть, а сообщение не пришло. Почему?
known-own-late-marks-answer = Новая отметка приходит не сразу: учитель может исправить описку. В разделе «Отметки» она видна без ожидания. Какие новости и когда приходят, выбирается в настройках.
known-own-absence = Как сообщить, что ребёнка не будет?
known-own-absence-answer = Откройте /absences: там есть кнопка, которой родитель сообщает о пропуске и прикладывает справку. Классный руководитель увидит это сразу.
known-own-quiet = Как сделать, чтобы бот не писал вечером?
known-own-quiet-answer = /settings, затем «Новости и тихие часы»: там выбираются тихие часы и то, о чём сообщать. О пропусках и срочном бот сообщает в любом случае.
refusal-too-many-gathered = В одном обращении не больше 20 сообщений. Отправьте то, что есть: остальное можно дописать потом.
refusal-known-answer-gone = Этот ответ уже изменили или убрали. Откройте список заново.

code-for-others = ⚠️ Это код входа: он не отправлен, не сохранён и не использован, бот удаляет его из чата. Напишите без кода. Чтобы войти по коду самому, сначала отмените начатое: /cancel.
plain-secret = ⚠️ В сообщении был пароль или код. Он не сохранён и никому не передан, бот удаляет его из чата. Если доступ потерян, задайте вопрос: /ask.
