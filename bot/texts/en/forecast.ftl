# The forecast of a period's marks, of one subject, of a class; and marks that are imagined.
place-forecast = Forecast
children-head-forecast = Whose forecast shall I open?
command-forecast = forecast of the period's marks
forecast-head = 📈 Forecast for { $period }
forecast-head-undated = 📈 Forecast
forecast-no-period = The school has not set its periods yet, so there is no forecast.
forecast-no-subjects = No subject has marks in this period yet.
forecast-over = The period is over: this is how it came out.
forecast-line = { $index }. { $subject }: { $what }
forecast-mark = <b>{ $mark }</b>
forecast-mark-likely = <b>{ $mark }</b> ({ $chance }%)
forecast-set = period mark <b>{ $mark }</b>
forecast-no-marks = no marks yet
forecast-only-words = no marks that count in the mean
forecast-now = now { $mean }
forecast-missing = { $count ->
    [one] { $count } mark is
   *[other] { $count } marks are
} missing, due by { $day }
forecast-way = for a { $mark }: { $way }
forecast-certain = Without per cent: no further marks are expected.
forecast-all = All subjects
forecast-marks = Marks
forecast-what-if = What if…
forecast-subject-head = 📈 { $subject }, forecast for { $period }
forecast-subject-likely = Most likely <b>{ $mark }</b> ({ $chance }%)
forecast-subject-certain = It comes to <b>{ $mark }</b>: no further marks are expected
forecast-subject-set = Period mark: <b>{ $mark }</b>
forecast-subject-not-certified = The marks may not suffice: <b>not certified</b>
forecast-subject-if-enough = If they do: { $mark }
forecast-subject-none = No forecast: { $why }
forecast-chance = { $mark } — { $chance }%
forecast-chances = Possible: { $chances }
forecast-means = Now { $now }, expected { $expected }
forecast-mean = Mean now { $now }
forecast-enough = Marks: { $have }; { $needed } are needed to certify
forecast-short = Marks: { $have } of { $needed }; { $missing } missing, due by { $day }
forecast-coming = To come: { $works }
forecast-being-marked = Being marked: { $works }
forecast-work = { $kind } on { $day }
forecast-work-weighted = { $kind } on { $day } (weight { $weight })
forecast-ways = For a <b>{ $mark }</b>: { $ways }
forecast-or = { "" } or { "" }
forecast-no-way = more than five good marks
forecast-why-head = 📈 Why so
forecast-why-counted = The forecast is counted from the marks with their weights and from the works still to come or being marked. How hard works are shows in the marks of the whole class.
forecast-why-chance = The per cent says how often marks like these came to just that. The mark is the teacher's to give.
way-marks = { $value ->
    [5] { $times ->
        [1] a five
        [2] two fives
        [3] three fives
        [4] four fives
       *[other] five fives
    }
    [4] { $times ->
        [1] a four
        [2] two fours
        [3] three fours
        [4] four fours
       *[other] five fours
    }
   *[other] { $times ->
        [1] a three
        [2] two threes
        [3] three threes
        [4] four threes
       *[other] five threes
    }
}
way-for = { $marks } in { $kind ->
    [answer] { $times ->
        [1] an answer
       *[other] answers
    }
    [homework] homework
    [independent] { $times ->
        [1] an independent work
       *[other] independent works
    }
    [control] { $times ->
        [1] a control work
       *[other] control works
    }
    [laboratory] { $times ->
        [1] a laboratory work
       *[other] laboratory works
    }
    [practical] { $times ->
        [1] a practical work
       *[other] practical works
    }
    [notebook] { $times ->
        [1] a notebook
       *[other] notebooks
    }
   *[other] { $times ->
        [1] a work
       *[other] works
    }
}
work-kind = { $kind ->
    [answer] answer
    [homework] homework
    [independent] independent work
    [control] control work
    [laboratory] laboratory work
    [practical] practical work
    [notebook] notebook
   *[other] work
}
work-kind-weighted = { $kind } (weight { $weight })
what-if-head = 📈 { $subject }: what if
what-if-now = Now { $mean }, which makes a { $mark }
what-if-none = There are no marks yet that count in the mean.
what-if-added = Added: { $marks }
what-if-kind = { $kind } { $marks }
what-if-then = It would be <b>{ $mean }</b>, which makes a <b>{ $mark }</b>
what-if-adding = Add a mark: { $kind }
what-if-full = No more than eight marks find room here.
what-if-note = This is only a trial: it does not enter the journal.
what-if-add = +{ $mark }
what-if-take-back = Take back
what-if-clear = Clear
what-if-subject = Subject
class-forecast-head = 📈 Forecast for { $period } · class <b>{ $title }</b>
class-forecast-head-undated = 📈 Forecast · class <b>{ $title }</b>
class-forecast-shares = Success <b>{ $success }%</b>, quality <b>{ $quality }%</b>; at risk: { $count }
class-forecast-unrated = There are too few marks to judge by yet.
class-forecast-no-pupils = There are no pupils in the class yet.
class-forecast-subject-shares = quality { $quality }%, success { $success }%
class-forecast-count = { $mark ->
    [5] { $count ->
        [one] { $count } five
       *[other] { $count } fives
    }
    [4] { $count ->
        [one] { $count } four
       *[other] { $count } fours
    }
    [3] { $count ->
        [one] { $count } three
       *[other] { $count } threes
    }
    [2] { $count ->
        [one] { $count } two
       *[other] { $count } twos
    }
   *[none] { $count } not certified
}
class-forecast-risk = At risk: { $count }
class-forecast-risk-head = ⚠️ At risk, { $period } · class <b>{ $title }</b>
class-forecast-no-risk = By the forecast nobody fails or stays without a mark.
class-forecast-back = Class forecast
class-forecast-why-shares = Success is the share of those with a 3 or better, quality of those with a 4 or better. At risk is who comes to a 2, or lacks marks.
at-risk-mark = { $subject } <b>{ $mark }</b> ({ $chance }%)
at-risk-certain = { $subject } <b>{ $mark }</b>
at-risk-missing = { $subject } <b>not certified</b> ({ $count } missing)
