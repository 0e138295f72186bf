# Absences of a period.
absences-head-undated = 🚪 Absences
absences-head = 🚪 Absences, { $period }
absences-sum = Lessons missed: <b>{ $missed }</b>
absences-ill = ill { $count }
absences-excused = excused { $count }
absences-open = reason unknown { $count }
absences-unexcused = without good reason { $count }
absences-late = late { $count }
absence-line = <b>{ $day }</b>, lesson { $number }, { $subject }: { $what }
absence-what = { $code ->
    [ill] { $reason ->
        [claimed] ill, as the family says
       *[other] ill
    }
    [excused] { $reason ->
        [claimed] excused, as the family says
       *[other] excused
    }
    [late] late
   *[absent] { $reason ->
        [claimed] reason given, document not checked
        [confirmed] without good reason
       *[unknown] reason unknown
    }
}
absences-empty = No absences and no late arrivals in this period.
absences-no-period = The school has set no periods yet, so there are no absences here.
absences-before = ‹ Earlier
absences-now = Now ›
