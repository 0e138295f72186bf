# A family says why a child is away; the class teacher decides.
excuse-announce = Сообщить о пропуске
excuse-head = 🚪 Сообщить о пропуске
excuse-when = Когда ребёнка не будет в школе?
excuse-no-days = В ближайшие две недели уроков нет, сообщать не о чем.
excuse-said = Семья уже сообщала:
excuse-line = { $when }: { $reason }, { $state }
excuse-day = { $ahead ->
    [0] Сегодня, { $day }
    [1] Завтра, { $day }
   *[other] { $day }
}
excuse-days = Другие дни
excuse-some-lessons = Отдельные уроки
excuse-choose-days = Отметьте дни, в которые ребёнка не будет.
excuse-choose-lessons = { $day }: отметьте уроки, на которых ребёнка не будет.
excuse-lesson = { $number }. { $subject }
excuse-lessons = { $day }, { $count ->
    [1] урок { $numbers }
   *[other] уроки { $numbers }
}
excuse-chosen = Отмечено: <b>{ $what }</b>
excuse-next = Дальше
excuse-back = ‹ К началу
excuse-why = По какой причине?
excuse-illness = Болезнь
excuse-excused = Уважительная причина
excuse-other = Другая причина
excuse-reason = { $kind ->
    [illness] болезнь
    [excused] уважительная причина
   *[other] другая причина
}
excuse-what = <b>{ $when }</b>: { $reason }
excuse-word = Словами: «{ $word }»
excuse-ask-word = Напишите причину одним сообщением, не длиннее 300 знаков. Передумали: /cancel.
excuse-ask-note = Если есть записка или справка, пришлите её фото. Если нет, отправьте так.
excuse-note-there = Фото или файл приложены. Можно отправлять; другое фото заменит это.
excuse-note-wrong = Подойдёт фото или файл PDF. Это сообщение не приложено, всё остальное сохранено.
excuse-note-large = Файл больше 20 МБ и не приложен. Пришлите фото или файл поменьше.
excuse-send = Отправить
excuse-lost = Это сообщение о пропуске уже не пишется. Начните его заново: ничего не отправлено.
excuse-attached = Приложено фото или файл.
excuse-state = { $state ->
    [waiting] ждёт решения классного руководителя
    [accepted] { $said ->
        [yes] принято, «{ $word }», документ ещё не получен
       *[no] принято, документ ещё не получен
    }
    [declined] отклонено, «{ $word }»
    [confirmed] подтверждено, документ: { $word }
   *[withdrawn] отозвано
}
excuse-now = Сейчас: { $state }.
excuse-next-steps = { $state ->
    [waiting] Классный руководитель получит сообщение и ответит. Пока решения нет, остальные в семье получат тревожные сообщения об этих уроках; если причину примут, их не будет.
    [accepted] Пропуск показан как «со слов семьи», пока классный руководитель не получит документ.
    [declined] О пропусках этих уроков бот снова будет сообщать. Обсудите причину с классным руководителем.
    [confirmed] Причина внесена в журнал. Больше ничего делать не нужно.
   *[withdrawn] Классный руководитель этого сообщения больше не увидит.
}
excuse-others = Мои сообщения
excuse-take-back = Отозвать: { $when }
excuse-take-it-back = Отозвать
alert-head = 🚪 { $day }: { $count ->
    [1] пропущен урок { $numbers }
   *[other] пропущены уроки { $numbers }
}
alert-ask = Знаете ли вы, почему ребёнка не было?
alert-ill = Знаю, болеет
alert-excused = Знаю, уважительная
alert-not-known = Не знаю, где ребёнок
alert-open = { $who }, { $day }: ответить
alert-answered = Ваш ответ: <b>{ $kind ->
    [illness] болеет
   *[excused] уважительная причина
}</b>.
alert-next = { $kind ->
    [illness] Весь день показан как болезнь со слов семьи. Классный руководитель увидит ответ; подтвердит её справка.
   *[excused] Весь день показан как уважительная причина со слов семьи. Классный руководитель увидит ответ; подтвердит её записка или документ.
}
alert-answered-not-known = Ваш ответ: <b>не знаю, где ребёнок</b>.
alert-sought = Классному руководителю и администрации школы отправлено тревожное сообщение: они проверят уроки и свяжутся с вами.
alert-sought-unheard = Из школы сейчас никто не подключён к боту. Позвоните в школу сами.
alert-found = Если связи с ребёнком нет, звоните 112. Когда всё выяснится, назовите причину:
place-claims = Причины пропусков
claims-head = 🚪 Причины пропусков, <b>{ $title }</b>
claims-sum = Решить: { $waiting }. Ждут документа: { $awaited }.
claims-empty = Решать нечего, документов никто не ждёт.
claims-line = { $index }. <b>{ $name }</b>, { $what }
claim-head = 🚪 <b>{ $name }</b>: причина пропуска
claim-attached = Семья приложила фото или файл.
claim-accept = Принять
claim-accept-in-words = Принять со словом
claim-decline = Отклонить
claim-document = Документ получен
claim-note = Фото или файл
claim-leave = ‹ Не сейчас
claim-open = Подробнее
claim-open-named = { $name }: решить
claim-ask-verdict = Почему отклоняете? Напишите одним сообщением: семья его прочтёт. Передумали: /cancel.
claim-ask-acceptance = Что сказать семье? Напишите одним сообщением: причина будет принята с этими словами. Передумали: /cancel.
claim-ask-document = Какой документ вы получили? Выберите или напишите словом.
claim-note-caption = { $name }, { $when }
document-doctor = Справка врача
document-parents = Заявление родителей
document-order = Приказ школы
news-claim-head = 🚪 <b>{ $who }</b> · семья назвала причину пропуска
news-claim-by = Сообщает { $name }.
news-decision-head = 🚪 <b>{ $who }</b> · ответ о пропуске
news-search-head = ⚠️ <b>{ $who }</b> · { $found ->
    [yes] ребёнок нашёлся
   *[no] семья не знает, где ребёнок
}
news-search = { $found ->
    [yes] { $day }. Семья назвала причину пропуска, искать больше не нужно.
   *[no] { $day }. Сообщает { $name }. Проверьте, есть ли ребёнок в школе, и свяжитесь с семьёй.
}
news-line-claim = 🚪 { $when }: { $reason }, со слов семьи
news-line-decision = 🚪 { $what }
news-line-search = ⚠️ { $found ->
    [yes] ребёнок нашёлся
   *[no] семья не знает, где ребёнок
}
refusal-guardians-only = Ответить может только родитель. Покажите ему это сообщение.
refusal-days-out-of-reach = Сообщить можно о днях с сегодняшнего и на две недели вперёд. Выберите дни заново.
refusal-word-needed = Нужны слова. Напишите их одним сообщением.
refusal-text-wrong = Нужны слова, не длиннее { $longest } знаков. Напишите их одним сообщением.
refusal-already-excused = Об этих уроках семья уже сообщала. Посмотрите в пропусках, что решено.
refusal-answered-by-family = Семья уже ответила об этом пропуске. Больше ничего делать не нужно.
refusal-too-late-to-answer = Отвечать здесь уже поздно. Передайте документ или записку классному руководителю.
refusal-nothing-to-excuse = Отвечать не нужно: пропуск отозван или его причина школе известна.
refusal-already-decided = Решение уже есть, второй раз решать не нужно. Если оно неверно, обсудите его с классным руководителем.
