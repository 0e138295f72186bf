# News of the school's life: events, moved lessons, control works, recommendations.
news-school-head = 📅 <b>{ $who }</b> · { $what }
news-school-head-own = 📅 <b>{ $what }</b>
news-line-school = 📅 { $what }.
news-event-what = { $whose ->
    [school] school event
   *[class] class event
}{ $change ->
    [changed] {""} changed
    [cancelled] {""} cancelled
   *[new] {""}
}
news-event = { $days }: <b>{ $title }</b>
news-move-what = lesson moved: { $subject }
news-move = It was: { $before }. It will be: <b>{ $now }</b>.
news-move-off = It is not moved after all; the lesson is at its own time: <b>{ $now }</b>.
news-when = { $day }, lesson { $number }
news-control-what = a control work soon: { $subject }
news-control = { $when }: <b>{ $kind }</b>{ $title ->
    [none] {""}
   *[other] {""} — { $title }
}
news-recommendation-head = <b>{ $who }</b> · { $subject }, the teacher recommends
news-recommendation-head-own = <b>{ $subject }</b>, the teacher recommends
news-recommendation-by = { $teacher ->
    [none] After the lesson of { $day }
   *[other] { $teacher }, after the lesson of { $day }
}
news-line-recommendation = { $subject }, recommended: { $text }
news-announcement-head = 📣 <b>{ $school }</b> · electronic journal
news-announcement-day = The school goes over to the electronic journal on <b>{ $day }</b>.
news-line-announcement = 📣 the school goes over to the electronic journal on { $day }. { $text }
news-replacement-off = { $day }, lesson { $number }. No replacement after all{ $teacher ->
    [none] .
   *[other] : { $teacher } gives the lesson.
}
news-files = Files: { $count }
news-homework-files = { $text } (files: { $count })
