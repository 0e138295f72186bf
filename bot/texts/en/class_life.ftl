# What is around a pupil's lessons: teachers, holidays, events.
place-teachers = Teachers
place-holidays = Holidays
place-events = Events
teachers-head = Teachers
teachers-lead = Class teacher:
teachers-subject = <b>{ $subject }</b>:
teachers-empty = The school's records name no teachers yet.
holidays-head = 📅 Holidays
holidays-line = { $days }: <b>{ $title }</b>
holidays-now = { $days }: <b>{ $title }</b>, now
holidays-coming = { $days }: <b>{ $title }</b>, in { $left ->
    [one] { $left } day
   *[other] { $left } days
}
holidays-empty = The school has not entered this year's holidays yet.
events-head = 📅 Events
events-over = 📅 Past events
events-none = Neither the class nor the school has an event ahead.
events-none-over = There were no events this school year.
events-line = <b>{ $days }</b>: { $title }, { $whose ->
    [school] the whole school
   *[class] the class
}.
events-show = { $over ->
    [true] Past events
   *[false] Events ahead
}
place-control-works = Control works
control-works-head = 📅 Control works
control-works-empty = No control works are planned yet.
control-works-line = <b>{ $day }</b>{ $number ->
    [none] {""}
   *[other] , lesson { $number }
}: { $subject }, { $kind }{ $title ->
    [none] {""}
   *[other] {""} — { $title }
}
place-programme = Programme
programme-head = Programme by subject
programme-empty = The school's records name no subjects yet.
programme-line = <b>{ $subject }</b>: { $taught } of { $planned } h, { $percent } %
programme-next = next: { $topic }
programme-unplanned = <b>{ $subject }</b>: lessons held: { $taught }; the school has entered no plan
