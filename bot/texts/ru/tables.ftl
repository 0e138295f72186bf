# What all tables share: documents, and the screens that stand for them.
table-percent = { $share } %
table-made = Составлено по электронному журналу { $day }, { $time }
table-page = с. { $page }
table-empty = Записей нет.
table-signature = { $who }: ____________________ / ____________________
table-signature-date = Дата: «____» ____________ 20____ г.
table-sheet = Лист { $number }

# Words of the tables of core.reports, by key.
table-of-class = Класс: { $class }
table-of-school = Вся школа
table-of-period = { $title }: { $begins } – { $ends }
table-number = №
table-pupil = Ученик
table-person = Сотрудник
table-class = Класс
table-subject = Предмет
table-teacher = Учитель
table-period = Период
table-month = Месяц
table-month-of = { $month ->
    [1] январь
    [2] февраль
    [3] март
    [4] апрель
    [5] май
    [6] июнь
    [7] июль
    [8] август
    [9] сентябрь
    [10] октябрь
    [11] ноябрь
   *[12] декабрь
} { $year }
table-day = День
table-mark = Отметка
table-work = За что
table-topic = Тема
table-letter = Код
table-reason = Причина
table-lesson-number = Урок
table-total = Всего
table-total-records = Всего записей: { $count }
table-total-active = Заходили: { $count }
table-count = Сколько
table-share = Доля
table-who = Кто
table-indicator = Показатель
table-mean = Средний
table-pupils = Учеников
table-pupils-over-term = Учеников за период

# Attendance.
table-attendance = Посещаемость
table-attendance-by-subject = Пропуски по предметам
table-attendance-summary = Посещаемость по периодам
table-attendance-of-classes = Посещаемость по классам
table-attendance-note = Уроки считаются за время, когда ученик был в классе. Опоздание пропуском не считается. «н» стоит, пока причина не подтверждена.
table-attendance-summary-note = День считается пропущенным, если пропущены все его уроки. Год считается со всеми днями учебного года по сегодня.
table-lessons-given = Проведено уроков
table-missed = Пропущено уроков
table-missed-ill = По болезни (б)
table-missed-excused = По уважительной причине (у)
table-missed-absent = Без подтверждённой причины (н)
table-whole-days = Полных дней
table-late = Опозданий
table-attended = Посещено
table-period-days = { $period }: дней
table-period-lessons = { $period }: уроков
table-period-ill = { $period }: по болезни
table-year-days = Год: дней
table-year-lessons = Год: уроков
table-year-ill = Год: по болезни
table-missed-lessons = Пропущенные уроки и темы
table-letter-absent = н
table-letter-ill = б
table-letter-excused = у
table-letter-late = оп
table-reason-unknown = не известна
table-reason-claimed = со слов семьи
table-reason-confirmed = подтверждена

# Results.
table-results = Итоги по предметам
table-results-of-classes = Итоги по классам: { $period }
table-results-note = Успеваемость: доля без «2» и н/а. Качество: доля «4» и «5»; где стоит только «зачёт», качество не считается. Считаются выставленные отметки.
table-period-report = Итоги периода
table-class-mean = Средний по всем итоговым отметкам: { $mean }
table-success = Успеваемость
table-quality = Качество
table-grade-5 = «5»
table-grade-4 = «4»
table-grade-3 = «3»
table-grade-2 = «2», незачёт
table-grade-pass = Зачёт
table-grade-none = н/а
table-grade-unset = Не выставлено
table-standing = Итог
table-standing-excellent = Только «5»
table-standing-good = На «4» и «5»
table-standing-one-three = С одной «3»
table-standing-fair = С «3»
table-standing-passed = Только зачёты
table-standing-poor = Неуспевающие
table-standing-not-certified = Не аттестованы
table-standing-unmarked = Без итоговых отметок
table-is-excellent = только «5»
table-is-good = на «4» и «5»
table-is-one-three = с одной «3»
table-is-fair = с «3»
table-is-passed = зачёты
table-is-poor = есть «2»
table-is-not-certified = есть н/а
table-is-unmarked = нет отметок
table-pupil-in = { $pupil } ({ $subjects })
table-summary = Итоговые отметки
table-summary-by-period = Итоговые отметки по периодам
table-summary-of = { $class }: итоговые отметки
table-summary-note = Составлена по отметкам, которые стоят в журнале на указанный час.
table-pupil-times = { $pupil } ({ $count })
table-of-pupil = { $pupil }
table-end-year = Год
table-end-exam = Экзамен
table-end-final = Итог
table-poor-marks-count = Неудовлетворительные отметки
table-poor-marks = Неудовлетворительные отметки и темы

# Movement of pupils.
table-movement = Прибыли и выбыли
table-movement-counts = Численность
table-movement-note = По дням начала и конца обучения в списках класса. Кто был в классе в первый день первого периода, прибывшим не считается. Кто пришёл или выбыл в каникулы, учтён в периоде после них.
table-roll-begun = На начало
table-roll-arrived = Прибыли
table-roll-left = Выбыли
table-roll-ended = На конец
table-move = Движение
table-move-arrived = прибыл(а)
table-move-left = выбыл(а)
table-move-other = Откуда, куда
table-move-elsewhere = не из школы и не в школу
table-move-by-files = нет больше в списках школы

# Filling of the journal.
table-filling-by-month = Заполнение по месяцам
table-filling-by-course = Заполнение по предметам
table-filling-of-classes = Заполнение по классам
table-filling-note = Уроки: проведённые. Урок без задания может быть и без ошибки: не каждый урок его требует.
table-lessons = Уроков
table-without-topic = Без темы
table-without-homework = Без задания
table-filled = С темой
table-marks = Отметок
table-marks-a-lesson = Отметок на урок
table-gathered-marks = Накопляемость отметок: { $period }
table-subject-in-period = { $subject } ({ $period })
table-gathered-note = Сколько отметок нужно для аттестации, решает регламент школы по числу уроков в неделю. Предмет, который аттестуют по полугодиям, сравнивается с нормой полугодия.
table-marks-needed = Нужно отметок
table-marks-none = Без отметок
table-marks-one = С одной отметкой
table-marks-fewer = Меньше нужного
table-marks-enough = Достаточно
table-marks-share = Доля с достатком

# Use of the journal.
table-reviews = Ознакомление семей
table-review-days = Неделя: { $begins } – { $ends }
table-guardian = Родитель
table-review-days-of = Дни ознакомления
table-review-count = Дней
table-review-standing = Итог недели
table-review-done = выполнено
table-review-missing = не выполнено
table-review-paper = лист на бумаге
table-review-nobody = нет родителей в списке
table-review-sum = Выполнено: { $done } из { $count }
table-review-rule = Знакомиться с итогами нужно { $times ->
    [one] { $times } день
    [few] { $times } дня
   *[many] { $times } дней
} в неделю, { $by ->
    [each] каждому родителю.
   *[one] достаточно одного родителя.
} Семья, получившая лист недели на бумаге, считается ознакомленной.
table-review-no-lessons = На этой неделе уроков нет: ознакомление не требуется.
table-review-week = { $day } { $month ->
    [1] янв
    [2] фев
    [3] мар
    [4] апр
    [5] мая
    [6] июн
    [7] июл
    [8] авг
    [9] сен
    [10] окт
    [11] ноя
   *[12] дек
}
table-review-weeks-done = Недель выполнено
table-review-families-done = Семей за неделю
table-review-yes = +
table-review-by-paper = лист
table-review-signs = Столбец — неделя с указанного понедельника. «+» — семья ознакомилась, «лист» — получила лист на бумаге, пусто — не выполнено.
table-family-activity = Активность семей
table-activity-of-classes = Активность по классам
table-staff-activity = Активность сотрудников
table-activity-note = Хранится только число дней в каждом месяце и последний день; что открывали, не хранится. Месяцы считаются целиком.
table-pupil-in-since = Ученик вошёл
table-pupil-days = Дней ученика
table-guardians = Родителей
table-guardians-in = Родителей вошло
table-guardian-days = Дней родителей
table-last-day = Последний день
table-pupils-in = Учеников вошло
table-pupils-active = Учеников заходило
table-families-in = Семей вошло
table-families-active = Семей заходило
table-families-share = Доля семей
table-in-since = Вход с
table-days = Дней

# Who signs.
table-signs-class-teacher = Классный руководитель
table-signs-deputy-head = Заместитель директора
table-signs-head = Директор

# Titles of the reports.
table-report-summary = Сводная ведомость учёта успеваемости
table-report-results = Итоги успеваемости класса
table-report-period = Отчёт классного руководителя
table-report-attendance = Отчёт о посещаемости класса
table-report-attendance-summary = Сводная ведомость учёта посещаемости
table-report-movement = Сводная ведомость движения учащихся
table-report-missed = Пропущенные уроки с темами
table-report-poor = Неудовлетворительные отметки с темами
table-report-pupils = Сводная ведомость по ученикам
table-report-activity = Активность пользователей
table-report-filling = Заполнение журнала
table-school-report-results = Итоги успеваемости школы
table-school-report-attendance = Посещаемость по школе
table-school-report-movement = Движение учащихся
table-school-report-filling = Заполнение журналов
table-school-report-activity = Активность пользователей
table-school-report-year = Отчёт школы за учебный год
