# Forecasts that are sent, warnings, and the answers to both.
acknowledge = Ознакомлен(а)
acknowledged = Спасибо, записано: вы ознакомлены.
acknowledged-at = ✍️ Вы ознакомились: { $day }, { $time }.
acknowledged-before = ✍️ С прежним предупреждением вы ознакомились: { $day }, { $time }.
acknowledge-changed = С тех пор запись изменилась. Прочитайте, как теперь, и нажмите ещё раз.
acknowledge-next = Следующее ›
notice-over = Это сообщение уже не нужно: запись изменилась. Ниже то, что открыть можно.
news-repeated = Отправлено ещё раз: прошлое сообщение могло не дойти.
news-read-forecast = Прогноз: { $name }
news-read-forecast-own = Открыть прогноз
news-read-warning = { $name }: { $subject }
news-forecast-head = 📈 <b>{ $who }</b> · прогноз на { $period }
news-forecast-head-own = 📈 Прогноз на <b>{ $period }</b>
news-forecast-mark = <b>{ $mark }</b> — { $subjects }
news-forecast-chance = { $subject } ({ $chance }{"\u00A0"}%)
news-forecast-missing = { $subject } ({ $count ->
    [one] не хватает { $count } отметки
   *[other] не хватает { $count } отметок
})
news-forecast-unknown = Судить пока не по чему: { $subjects }
news-forecast-count = «{ $mark }» — { $count ->
    [one] { $count } предмет
    [few] { $count } предмета
   *[many] { $count } предметов
}
news-forecast-empty = Отметок пока нет, и судить не по чему.
news-forecast-until = Это прогноз: отметки за период ставят до { $day }, их ещё можно изменить.
news-line-forecast = 📈 прогноз на { $period }: { $marks }
news-warning-head = ⚠️ <b>{ $who }</b> · { $subject }
news-warning-head-own = ⚠️ { $subject }
warning-failing-mean = Средний сейчас { $mean }. По прогнозу за { $period } может выйти { $mark }.
warning-failing = По прогнозу за { $period } может выйти { $mark }.
warning-not-certified = { $count ->
    [one] Для отметки за { $period } не хватает ещё { $count } отметки.
   *[other] Для отметки за { $period } не хватает ещё { $count } отметок.
}
warning-told-before = Раньше предупреждали о другом: { $risk ->
    [failing] могла выйти неудовлетворительная отметка.
   *[not_certified] не хватало отметок.
} Если предупредят и об этом, придёт отдельное сообщение: ознакомьтесь и с ним.
warning-words = Классный руководитель: { $words }
warning-usual-words = Время ещё есть: отметки за период ставят до { $day }. Чем помочь, подскажут учитель предмета и классный руководитель.
news-line-warning = ⚠️ { $subject }: { $fact }
news-class-head = 📈 Класс <b>{ $title }</b> · прогноз на { $period }
news-class-head-warnings = ⚠️ Класс <b>{ $title }</b> · предупреждения семьям
news-class-forecast-sent = Срок подошёл, и прогноз ушёл семьям сам.
news-class-to-print = { $count ->
    [one] Прогноз или предупреждение не дошли до { $count } семьи: ей нужен лист на бумаге, он придёт файлом.
   *[other] Прогноз или предупреждение не дошли до { $count } семей: им нужен лист на бумаге, листы придут файлом.
}
news-class-drafts = { $count ->
    [one] Вашего слова ждёт { $count } предупреждение. Слова можно изменить, от отправки можно отказаться; иначе оно уйдёт само.
    [few] Вашего слова ждут { $count } предупреждения. Слова можно изменить, от отправки можно отказаться; иначе они уйдут сами.
   *[many] Вашего слова ждут { $count } предупреждений. Слова можно изменить, от отправки можно отказаться; иначе они уйдут сами.
}
news-line-class = { $title }: { $said }
news-open-issue = Кому дошло
news-stands-in = Это приходит вам: { $title ->
    [none] у класса нет классного руководителя в боте.
   *[other] у { $title } нет классного руководителя в боте.
}
news-line-stands-in = { $said } · классного руководителя в боте нет
news-button-of-class = { $title }: { $label }

# The class teacher: the forecast is sent, and how far it came.
place-issue = Прогноз семьям
place-warnings = Предупреждения
issue-none = Класс <b>{ $title }</b>: отчётного периода ещё нет, прогнозировать нечего.
issue-head = 📈 Класс <b>{ $title }</b> · прогноз на { $period }
issue-waiting = Ещё не отправлен. Уйдёт сам { $day }; можно отправить раньше.
issue-never-sent = Период закончился; прогноз не отправляли.
issue-overdue = Ещё не отправлен; уйдёт сам сегодня.
issue-sent-itself = Ушёл сам { $day }. Учеников: { $count }, дошло: { $reached }, ознакомились: { $answered }.
issue-sent-by = Отправлен { $day }: { $name }. Учеников: { $count }, дошло: { $reached }, ознакомились: { $answered }.
issue-send = Отправить прогноз
issue-ask = Отправить прогноз сейчас? На связи { $count } из { $all } семей. До конца периода { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[many] { $days } дней
}.
issue-ask-early = Сам прогноз уйдёт { $day }. Отправленный раньше, в этот день он уйдёт ещё раз — уже с новыми отметками.
issue-send-now = Да, отправить
issue-sent-now = Отправлено. В тихие часы сообщения подождут утра.
issue-sent-before = Прогноз этого периода уже был отправлен.
issue-empty = Учеников в классе пока нет.
issue-family = { $index }. { $name } — { $reach }
issue-reach = { $reach ->
    [acknowledged] ознакомились, { $answered } из { $told }
    [delivered] доставлено, { $delivered } из { $told }
    [in_hand] вручено на бумаге
    [under_way] в пути
    [connected] на связи: { $told }
   *[not_reached] не дошло: { $why ->
        [nobody] родители не подключены
        [refused] бот не может писать
        [unknown] ответа нет
       *[waiting] не успело
    }
}
issue-on-paper = { $reach }; на бумагу
issue-not-connected = родители не подключены

# The class teacher: drafts of warnings.
warnings-head-over = ⚠️ Класс <b>{ $title }</b> · предупреждения семьям, { $period }
warnings-head = ⚠️ Класс <b>{ $title }</b> · предупреждения семьям
warnings-drafts = { $count ->
    [one] Ждёт вашего слова: { $count }
   *[other] Ждут вашего слова: { $count }
}
warnings-none = Предупреждать сейчас не о чем.
warnings-decided = Вашего слова ничто не ждёт. Отправлено: { $sent }, не отправлено: { $dropped }.
warnings-line = { $index }. { $name }, { $subject } — { $state ->
    [sent] отправлено: { $reach }
    [dropped] не отправлено
   *[draft] уйдёт { $day }
}
warning-reach = { $reach ->
    [acknowledged] ознакомились
    [delivered] доставлено
    [in_hand] вручено на бумаге
    [under_way] в пути
   *[not_reached] не дошло
}
warning-of = ⚠️ <b>{ $name }</b> · { $subject }
warning-draft-shown = Семья прочтёт:
warning-goes-on = Уйдёт само { $day }, если вы не решите иначе.
warning-over = Риска сейчас нет: само это предупреждение не уйдёт.
warning-sent = Отправлено { $day }. Взрослых в семье: { $told }, доставлено: { $delivered }, ознакомились: { $answered }.{ $paper ->
    [yes] { " " }Не дошло вовремя: нужен лист на бумаге.
   *[no] { "" }
}
warning-in-hand = Отправлено { $day }, вручено семье на бумаге.
warning-sent-to-nobody = Отправлено { $day }, но родители не подключены: { $paper ->
    [yes] нужен лист на бумаге.
   *[no] скажите семье иначе или передайте на бумаге.
}
warning-dropped = Не отправлено ({ $day }): { $reason }
warning-dropped-itself = Не отправлено { $day }: риска больше не было.
warning-send = Отправить
warning-adapt = Изменить слова
warning-drop = Не отправлять
warning-back = Все предупреждения
warning-ask-words = Напишите одним сообщением, что прочтёт семья вместо обычных слов. Числа бот добавит сам. Не больше { $most } знаков; отменить: /cancel.
warning-ask-reason = Напишите одним сообщением, почему предупреждение не нужно: причина останется в записях школы. Отменить: /cancel.
warning-ask-text = Нужен текст одним сообщением. Отменить: /cancel.
warning-adapted = Слова записаны.
warning-is-sent = Отправлено. В тихие часы сообщение подождёт утра.
warning-is-dropped = Записано: предупреждение не уйдёт.
refusal-warning-decided = Это предупреждение уже отправлено или отменено. Ничего не изменилось.
refusal-nothing-to-foresee = Прогноза нет: в классе никому не ставили отметок за этот период.
