# What is around a pupil's lessons: teachers, holidays, events.
place-teachers = Учителя
place-holidays = Каникулы
place-events = События
teachers-head = Учителя
teachers-lead = Классный руководитель:
teachers-subject = <b>{ $subject }</b>:
teachers-empty = Учителей в записях школы пока нет.
holidays-head = 📅 Каникулы и праздники
holidays-line = { $days }: <b>{ $title }</b>
holidays-now = { $days }: <b>{ $title }</b>, сейчас
holidays-coming = { $days }: <b>{ $title }</b>, через { $left ->
    [one] { $left } день
    [few] { $left } дня
   *[many] { $left } дней
}
holidays-empty = Каникулы этого учебного года школа пока не внесла.
events-head = 📅 События
events-over = 📅 Прошедшие события
events-none = Событий класса и школы впереди пока нет.
events-none-over = Прошедших событий в этом учебном году нет.
events-line = <b>{ $days }</b>: { $title }, { $whose ->
    [school] вся школа
   *[class] класс
}.
events-show = { $over ->
    [true] Прошедшие события
   *[false] Предстоящие события
}
place-control-works = Контрольные
control-works-head = 📅 Контрольные работы
control-works-empty = Контрольных работ впереди пока не назначено.
control-works-line = <b>{ $day }</b>{ $number ->
    [none] {""}
   *[other] , { $number }-й урок
}: { $subject }, { $kind }{ $title ->
    [none] {""}
   *[other] {""} — { $title }
}
place-programme = Программа
programme-head = Программа по предметам
programme-empty = Предметов в записях школы пока нет.
programme-line = <b>{ $subject }</b>: { $taught } из { $planned } ч, { $percent }{"\u00A0"}%
programme-next = дальше: { $topic }
programme-unplanned = <b>{ $subject }</b>: проведено уроков: { $taught }; план школа не внесла
