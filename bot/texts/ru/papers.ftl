# Pictures and files of a pupil.
place-chart = Диаграмма
place-attendance = Календарь пропусков
place-report-card = Табель (PDF)
place-agenda = Календарь (ICS)
paper-failed = Файл сейчас не получился. Ничего не пропало; попробуйте ещё раз через минуту.
paper-period-before = ‹ { $period }
paper-period-after = { $period } ›

# The chart of marks.
chart-head = Отметки, { $period }
chart-caption = 📘 Диаграмма отметок, { $period }
chart-how = Кружки: отметки по дням. Линия: как менялся средний.
chart-spread = Серая полоса: половина всех отметок класса, без имён. Она есть там, где отметки хотя бы у { $pupils ->
    [one] { $pupils } ученика
   *[other] { $pupils } учеников
}.
chart-legend-mark = отметка
chart-legend-mean = средний по дням
chart-legend-spread = половина отметок класса, пунктир: середина
chart-unmarked = Без отметок: { $subjects }
chart-rest = … и ещё предметов: { $count }

# The attendance calendar.
attendance-head = Пропуски, { $period }
attendance-caption = 🚪 Календарь пропусков, { $period }
attendance-letter = { $code ->
    [ill] б
    [excused] у
    [late] оп
   *[absent] н
}
attendance-sum = { $code ->
    [ill] болезнь, уроков: { $count }
    [excused] уважительная причина, уроков: { $count }
    [late] опоздание, уроков: { $count }
   *[absent] причина не подтверждена, уроков: { $count }
}
attendance-number = Цифра справа вверху: сколько уроков.

# The report card.
report-card-head = Табель, { $period }
report-card-caption = 📘 Табель, { $period }
report-card-how = Отметки, средний, итоговая отметка и пропуски по предметам: для печати.
report-card-pupil = { $family } { $given } { $middle }
report-card-class = класс { $class }
report-card-subject = Предмет
report-card-marks = Отметки
report-card-mean = Средний
report-card-period-mark = Итоговая
report-card-missed = Пропущено уроков
report-card-late = Опозданий
report-card-total = Всего
report-card-made = Из электронного журнала, { $day }, { $time }. До конца периода отметки могут измениться.
report-card-page = с. { $page }
report-card-empty = Предметов и отметок за этот период нет.

# The calendar of lessons for a phone or a computer.
agenda-head = 📅 Календарь
agenda-what = Расписание с заменами и отменами, контрольные работы и домашние задания: две недели назад и восемь вперёд. Подходит для календаря телефона и компьютера.
agenda-file-once = Файл показывает день, когда он сделан.
agenda-link-none = Ссылка обновляется сама: добавьте её в календарь как подписку.
agenda-link-since = Ссылка работает с { $day }. Показать её ещё раз нельзя; если она потеряна, сделайте новую.
agenda-link-new = Ваша ссылка: <b>{ $address }</b>
agenda-link-secret = Она открывает календарь без кода. Не пересылайте её: кто её знает, видит расписание и задания.
agenda-link-before = Прежняя ссылка больше не работает.
agenda-link-cut = Ссылка отключена. Календари, где она стоит, больше не обновятся.
agenda-link-off = Подписка по ссылке в этой школе не настроена.
agenda-send-file = Прислать файл
agenda-make-link = Получить ссылку
agenda-renew-link = Новая ссылка
agenda-cut-link = Отключить ссылку
agenda-caption = 📅 Календарь: расписание, контрольные, задания
agenda-open-file = Откройте файл на телефоне или компьютере: он предложит добавить события.
agenda-title = Школа: { $who }
agenda-cancelled = Отменён: { $subject }
agenda-replaced = Замена: { $subject }
agenda-moved = Перенесён: { $subject }
agenda-moved-from = Перенесён: было { $day }, { $number }-й урок.
agenda-number = { $number }-й урок
agenda-room = каб. { $room }
agenda-teacher = Учитель: { $teacher }
agenda-topic = Тема: { $topic }
agenda-homework = Задано: { $text }
agenda-task = 🏠 Задание: { $subject }
agenda-control = Контрольная: { $subject }
