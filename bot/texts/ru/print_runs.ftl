# Results on paper, for families that read nothing electronic.
place-paper-run = Печать для семей
paper-run-head = Печать для семей · <b>{ $title }</b>
paper-run-head-of = Печать для семей · <b>{ $title }</b>, { $days }
paper-run-none = Листов ещё не собирали. Они собираются сами после каждой недели или месяца, как решила школа.
paper-run-empty = На бумаге никому не нужно: все семьи получают сведения в электронном виде. Проверено { $day }, { $time }.
paper-run-sum = Собрано { $day }, { $time }. Листов: { $count }, вручено: { $handed }.
paper-run-family = { $index }. { $name }: { $why ->
    [declined] письменный отказ
    [asked] по заявлению, на бумаге
    [never_in] в бот не входили
    [unreachable] сообщения не доходят
   *[not_reached] прогноз или предупреждение не дошли
}{ $handed ->
    [none] { "" }
   *[other] ; <b>вручено { $handed }</b>
}
paper-run-how = Номер отмечает лист вручённым; ещё раз — снимает отметку.
paper-run-file = Открыть PDF
paper-run-open = Кому вручить
paper-run-before = ‹ По { $day }
paper-run-after = По { $day } ›
paper-run-hand-all = Вручено всем
paper-run-make = Собрать на сегодня
paper-run-made = Листы собраны по сегодняшний день.
paper-run-needless = Сейчас на бумаге никому не нужно: все семьи получают сведения в электронном виде.
paper-run-all-handed = Отмечено: вручено всем.
paper-run-caption = { $count ->
    [one] { $count } лист: распечатайте и передайте семье.
    [few] { $count } листа: распечатайте и передайте семьям.
   *[many] { $count } листов: распечатайте и передайте семьям.
}
paper-run-news = { $count ->
    [one] { $count } семье нужны сведения на бумаге: распечатайте лист, передайте и отметьте.
   *[other] { $count } семьям нужны сведения на бумаге: распечатайте листы, передайте и отметьте.
}
paper-run-file-later = Файл сейчас не получился. Он откроется в списке «Кому вручить», кнопкой «Открыть PDF».
sheet-file = Печать для семей { $title }, { $days }
sheet-head = Сведения об успеваемости и посещаемости
sheet-whose = { $family } { $given } { $middle }
sheet-class = Класс { $title }. За { $days }.
sheet-subject = Предмет
sheet-marks = Отметки за эти дни
sheet-mean = Средний
sheet-forecast = Прогноз
sheet-period-mark = Итоговая
sheet-period = Средний, прогноз и итоговая отметка: { $period }. Прогноз — это ожидаемая отметка, до конца периода она может измениться.
sheet-lacking = мало отметок
sheet-lacking-by = н/а: нужно ещё { $count } до { $day }
sheet-late-marks = Отметки за прошлые дни
sheet-late-line = { $subject }: { $marks }
sheet-late-mark = { $day } — { $mark }
sheet-late-changed = { $day } — исправлено, { $mark } вместо { $before }
sheet-late-taken-back = { $day } — отметка { $before } снята
sheet-finals = Итоговые отметки: что нового
sheet-final-line = { $subject }: { $marks }
sheet-final = { $kind ->
    [year] год — { $mark }
    [exam] экзамен — { $mark }
    [final] итоговая — { $mark }
   *[period] { $period } — { $mark }
}
sheet-final-changed = { $kind ->
    [year] год — исправлено, { $mark } вместо { $before }
    [exam] экзамен — исправлено, { $mark } вместо { $before }
    [final] итоговая — исправлено, { $mark } вместо { $before }
   *[period] { $period } — исправлено, { $mark } вместо { $before }
}
sheet-final-taken-back = { $kind ->
    [year] год — отметка { $before } снята
    [exam] экзамен — отметка { $before } снята
    [final] итоговая — отметка { $before } снята
   *[period] { $period } — отметка { $before } снята
}
sheet-warnings = Предупреждения
sheet-warning-line = { $subject }. { $fact } { $words }
sheet-no-subjects = Предметов и отметок за этот период нет.
sheet-no-marks = Отметок за эти дни нет.
sheet-missed = Пропуски и опоздания
sheet-missed-none = Пропусков и опозданий за эти дни нет.
sheet-missed-line = { $day }, { $number }-й урок, { $subject }: { $what }
sheet-missed-taken-back = запись снята
sheet-late-missed = Пропуски и опоздания за прошлые дни
sheet-homework = Не отмечено сделанным
sheet-homework-all = Все домашние задания отмечены сделанными.
sheet-homework-none = Домашних заданий на эти дни не было.
sheet-homework-unticked = Заданий на эти дни: { $count }. Ученик не отмечает сделанное в боте, поэтому невыполненные не выделены.
sheet-homework-line = { $subject }, на { $day }: { $text }
sheet-praise = Похвала и достижения
sheet-notes = Поведение и развитие
sheet-remark-line = { $day }: { $text }
sheet-signed = С листом ознакомлен(а): _____________________________     Дата: ______________
sheet-made = Из электронного журнала, { $day }, { $time }.
sheet-goes-on = { $whose }, { $title }. Продолжение листа.
sheet-page = с. { $page }
