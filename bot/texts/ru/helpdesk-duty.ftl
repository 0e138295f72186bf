# The duty schedule: who answers what and when.
place-on-duty = Кто дежурит
command-duty = кто дежурит и когда отвечают
duty-topic-any = любые вопросы
duty-topic-technology = работа с журналом
duty-topic-lesson-plans = планирование
duty-topic-control-works = контрольные работы
duty-topic-current-marks = текущие отметки
duty-topic-final-marks = итоговые отметки
duty-topic-attendance = посещаемость
duty-topic-reports = отчёты
duty-topic-diary = дневник
duty-topic-registration = регистрация
duty-topic-lost-access = потерян доступ
duty-somebody = консультант
duty-hours = { $begin }–{ $end }
duty-room = , каб. { $room }
duty-now-head = 🆘 <b>Кто дежурит</b> сейчас, { $time }
duty-now-nobody = Сейчас никто не дежурит.
duty-now-line = <b>{ $name }</b> отвечает до { $until }{ $room }: { $topics }
duty-next-head = Дальше:
duty-next-line = { $day }, { $hours }{ $room }: { $topics } ({ $name })
duty-none = График дежурств ещё не составлен. О потерянном доступе — к администратору журнала.
duty-lost-access = Потерян доступ — к администратору журнала, в любое время.
duty-own = Мои дежурства
duty-schedule = График дежурств
duty-schedule-head = <b>График дежурств</b>
duty-schedule-empty = В графике нет ни одного окна: никто не узнает, когда ответят.
duty-schedule-line = { $index }. { $weekday } { $hours }, { $name }{ $room }: { $topics }{ $flawed ->
    [yes] {" "}⚠️
   *[no] {""}
}
duty-add = Добавить окно
duty-flaws = Замечания ({ $count })
duty-fill-a = По документу A
duty-fill-e = По документу E
duty-flaws-head = <b>График дежурств</b>: замечания
duty-flaws-none = Замечаний нет.
duty-window-head = <b>{ $weekday }, { $hours }</b>: окно дежурства
duty-window-new = <b>Новое окно дежурства</b>
duty-window-changed = <b>Окно дежурства меняется</b>
duty-window-who = Консультант: { $name }
duty-window-nobody = Консультант: не выбран
duty-window-day = День и часы: { $weekday }, { $hours }
duty-window-topics = Темы: { $topics }
duty-window-no-topics = Темы: не выбраны
duty-window-room = Кабинет: { $room }
duty-window-no-room = Кабинет: не указан
duty-window-term = Действует { $from ->
    [none] {""}
   *[other] с { $from }{" "}
}{ $until ->
    [none] {""}
   *[other] по { $until }
}
duty-window-always = Действует без срока
duty-window-one-day = Только { $day }, в том числе на каникулах
duty-window-by-hand = Внесено в чате: импорт его не изменит.
duty-window-by-import = Внесено из файлов школы.
duty-saved = Окно сохранено.
duty-ended = Окно закончится сегодня.
duty-change = Изменить
duty-turns = По дням
duty-end = Закончить
duty-end-ask = Сегодня окно будет последний раз; если оно ещё не началось, его не будет вовсе. Закончить?
duty-end-sure = Да, закончить
duty-part-who = Кто
duty-part-day = День
duty-part-hours = Часы
duty-part-topics = Темы
duty-part-room = Кабинет
duty-part-term = Срок
duty-save = Сохранить
duty-save-anyway = Сохранить всё равно
duty-done = Готово
duty-ask-who = <b>Кто дежурит в этом окне?</b> Консультанты школы:
duty-ask-who-none = В школе нет ни одного консультанта: эту роль дают файлы школы.
duty-person = { $index }. { $name }{ $reachable ->
    [no] {" "}(ещё не в чате)
   *[yes] {""}
}
duty-ask-day = <b>В какой день недели?</b>
duty-ask-hours = <b>Часы дежурства.</b> Выберите или напишите, например 09:00–12:00 или 23:00–01:00.
duty-ask-topics = <b>На какие темы отвечает?</b> Нажмите номера:
duty-topic-line = { $index }. { $topic }{ $chosen ->
    [yes] {" "}— <b>отмечено</b>
   *[no] {""}
}
duty-window-goes-on = Продолжается после полуночи: { $hours }
duty-window-rest = После полуночи
duty-all-topics = Любые вопросы
duty-ask-room = <b>Кабинет.</b> Напишите номер или название, до { $most } знаков. Чтобы убрать, нажмите «Без кабинета».
duty-no-room = Без кабинета
duty-ask-term = <b>Срок.</b> Напишите, например: с 01.12.2026, по 31.05.2027, 01.12.2026–31.05.2027; один день — 01.12.2026.
duty-no-term = Без срока
duty-hours-wrong = Не понимаю часы. Напишите начало и конец: 09:00–12:00.
duty-room-wrong = Кабинет длиннее { $most } знаков. Напишите короче.
duty-term-wrong = Не понимаю срок. Напишите, например, 01.12.2026–31.05.2027.
duty-words-only = Здесь помогают кнопки. Выйти: /cancel.
duty-flaw-no-time = Конец раньше начала: { $where }
duty-flaw-no-topic = Нет ни одной темы: { $where }
duty-flaw-unknown-topic = В файле школы неизвестная тема: { $where }
duty-flaw-no-day = Такой день недели не попадает в срок: { $where }
duty-flaw-twice = Два одинаковых окна: { $where }
duty-flaw-two-places = Один консультант в двух кабинетах сразу: { $where }
duty-flaw-overlap = Один консультант в двух окнах сразу: { $where }
duty-flaw-shared-room = Два консультанта в одном кабинете сразу: { $where }
duty-flaw-no-consultant = Не консультант школы: { $where }
duty-flaw-unreachable = Ещё не в чате или не получает сообщений: { $where }
duty-flaw-no-administrator = Ни один администратор журнала не получает сообщений: потерянный доступ и обращения без ответа не увидит никто
duty-flaw-same-person = Если консультант промолчит, обращение вернётся к нему: других администраторов журнала на связи нет. { $where }
duty-flaw-unanswered = В ближайшие дни никто не отвечает: { $where }
duty-flaw-refused = ⚠️ Сохранить нельзя. { $said }
duty-flaw-warned = ⚠️ { $said }
duty-at = { $weekday } { $hours }, { $name }
duty-at-day = { $day }, { $hours }, { $name }
duty-turns-head = <b>{ $weekday }, { $hours }</b>: какой день изменить?
duty-turns-span = Дни с { $first } по { $last }. Нажмите день, чтобы отменить дежурство, сменить часы или найти замену.
duty-turns-none = Окно больше не действует.
duty-turn-head = <b>{ $day }, { $hours }</b>: дежурство
duty-turn-off = <b>{ $day }</b>: дежурства нет
duty-turn-who = Дежурит { $name }{ $room }
duty-turn-instead = Дежурит { $name } вместо: { $own }{ $room }
duty-turn-other-hours = В этот день другие часы.
duty-turn-asked = Ждём ответа: { $name } { $swap ->
    [yes] просят поменяться
   *[no] просят заменить
}
duty-turn-over = Этот день уже прошёл.
duty-turn-skip = Не состоится
duty-turn-as-ever = Как обычно
duty-turn-hours = Другие часы
duty-turn-give = Заменить
duty-turn-ask = Попросить заменить
duty-turn-swap = Поменяться
duty-turn-back = Отозвать просьбу
duty-turn-undo = Отменить замену
duty-turn-changed = Записано, участники узнают.
duty-ask-turn-hours = <b>{ $day }</b>: напишите часы на этот день, например 10:00–11:30. /cancel — отменить.
duty-choose-stand-in = <b>{ $day }, { $hours }</b>: кто заменит?
duty-choose-stand-in-none = Больше никто не консультирует: заменить некому.
duty-choose-swap = <b>{ $day }, { $hours }</b>: с каким дежурством поменяться?
duty-choose-swap-none = В ближайшие четыре недели чужих дежурств нет.
duty-swap-line = { $index }. { $day }, { $hours }, { $name }
duty-own-head = <b>Мои дежурства</b> на четыре недели
duty-own-empty = Дежурств в ближайшие четыре недели нет.
duty-own-clock = Часы по вашему времени.
duty-own-line = { $index }. { $day }, { $hours }{ $room }{ $instead ->
    [none] {""}
   *[other] , вместо: { $instead }
}
duty-own-asked = ✍️ { $day }: { $name } просит { $swap ->
    [yes] поменяться
   *[no] заменить
}
duty-agree = Согласен(на)
duty-decline = Не могу
duty-agreed = Записано: { $day }, { $hours } дежурите вы.
duty-declined = Ответ передан: заменить не можете.
duty-calendar = В календарь
duty-schedule-summary = { $name }: { $topics }
duty-schedule-caption = График дежурств школы на четыре месяца. Откройте файл: календарь предложит добавить дежурства. Изменится график — возьмите файл снова.
duty-calendar-title = Мои дежурства
duty-calendar-summary = Дежурство: { $topics }
duty-calendar-instead = Вместо: { $own }
duty-calendar-caption = Ваши дежурства на четыре месяца. Откройте файл: телефон предложит добавить их в календарь. Изменится график — возьмите файл снова.
duty-calendar-none = Дежурств впереди нет, в календарь добавить нечего.
duty-news-asked = ✍️ <b>{ $day }, { $hours }</b>: { $name } просит вас { $swap ->
    [yes] поменяться дежурствами
   *[no] заменить на дежурстве
}
duty-news-swap = Взамен: { $day }, { $hours }
duty-news-agreed = 🆘 <b>{ $day }, { $hours }</b>: дежурит { $name } вместо: { $own }
duty-news-yours = 🆘 <b>{ $day }, { $hours }</b>: дежурите вы вместо: { $own }
duty-news-declined = 🆘 <b>{ $day }, { $hours }</b>: { $name } не сможет заменить. Дежурство остаётся за вами.
duty-news-taken-back = 🆘 <b>{ $day }, { $hours }</b>: замена отменена, дежурит { $name }
refusal-duty-changed = График уже изменили, или это дежурство прошло. Откройте его заново.
refusal-stand-in = Заменить не получится: это не консультант школы, или в это время дежурство в другом кабинете.
refusal-duty-hours = Такие часы не подходят: конец раньше начала, они уже прошли, или консультант нужен в другом кабинете.
refusal-no-consultants = В школе нет ни одного консультанта: эту роль дают файлы школы.
