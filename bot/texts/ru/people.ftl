# Coming in, the menu, children and classes.
stranger = Это бот школы. Чтобы войти, нужен код: его выдаёт классный руководитель.
stranger-how = Если код уже есть, пришлите его одним сообщением, например: ABCD-EFGH-2345.
activated = Вход открыт: <b>{ $name }</b>, { $school }.
activated-children = { $count ->
    [one] Здесь дневник ребёнка:
   *[other] Здесь дневники детей:
}
activated-pupil = Здесь ваш дневник, класс { $class }.
activated-leads = Вы классный руководитель: { $classes }.
activated-administration = Вам открыты сводки по всем классам школы.
activated-staff = Для вашей роли здесь пока доступны настройки и справка.
activated-next = Новости об отметках, пропусках и заданиях придут сюда сами.
bullet = • { $what }
menu = Что показать?
menu-of = Что показать: <b>{ $who }</b>
menu-staff = Дневник открыт семьям и классным руководителям. Вам доступны настройки и справка.
children-head = Чей дневник открыть?
children-head-marks = Чьи отметки открыть?
children-head-homework = Чьи задания открыть?
children-head-timetable = Чьё расписание открыть?
children-head-absences = Чьи пропуски открыть?
children-none = Детей, дневник которых вам открыт, в записях школы нет. Если это ошибка, скажите классному руководителю.
class-head = Класс <b>{ $title }</b>. Учеников: { $count }
class-pupil = { $index }. { $name }
class-empty = В классе { $title } учеников пока нет.
class-choose = Какой класс открыть?
school-head = <b>{ $school }</b>: какой класс открыть?
school-more-head = <b>{ $school }</b>: что показать?
school-empty = <b>{ $school }</b>: классов с учениками в записях пока нет.
class-none = Вы не классный руководитель, поэтому списка класса здесь нет.
cancelled = Отменено: ничего не отправлено и не изменено.
begun-goes-on = Вы заняты и другим: оно не отправлено, следующие слова пойдут туда. Бросить его: /cancel.
dialogue-lapsed = Начатое раньше не закончено и больше не ждёт: из него ничего не отправлено.
nothing-to-cancel = Отменять нечего: ничего не начато.
more-head-files = Файлы и картинки
more-head-school = Школа
more-head = Ещё
class-more-head = Класс <b>{ $title }</b>: что показать?
class-more-head-progress = Класс <b>{ $title }</b>: успеваемость
class-more-head-absences = Класс <b>{ $title }</b>: пропуски
class-more-head-families = Класс <b>{ $title }</b>: семьи
place-class-progress = Учёба
place-class-absences = Пропуски
place-class-families = Семьи
