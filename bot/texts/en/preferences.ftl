# What a person hears, when, and in which words.
place-preferences = News and quiet hours
preferences-head = <b>News</b>
preferences-head-of = <b>News</b> · { $who }
preferences-back = News
preferences-whose = Whose news do you want to set?
preferences-line = { $index }. { $topic }: <b>{ $when }</b>
preferences-always = Always at once: absences of today, forecasts, final marks.
preferences-why = Why
preferences-words = { $words ->
    [neutral] Messages without details: only that there is news.
   *[full] Messages with details.
}
preferences-as-before = As it was
preferences-returned = All comes at once again, quiet hours as the school has them, messages with details.
preferences-neutral = Without details
preferences-full = With details
preferences-now-neutral = Messages now say only that there is news. A button opens it.
preferences-now-full = Messages now come with details.
preferences-at-work = at work
chosen = • { $what }

topic-marks = Marks
topic-absences = Absences of earlier days
topic-homework = Homework
topic-timetable = Timetable changes
topic-control-works = Control works
topic-recommendations = Teachers' recommendations
topic-events = Events of school and class
topic-review = Reminders to review
topic-forecasts = Forecasts and warnings
topic-finals = Final marks
timing-now = at once
timing-evening = in the evening
timing-weekly = once a week
timing-off = not at all
choose-now = At once
choose-evening = In the evening
choose-weekly = Once a week
choose-off = Not at all
topic-head = { $topic }: <b>{ $when }</b>
topic-digests = In the evening: one message at { $at }. Once a week: one message on Sunday at { $at }. What is needed before that comes earlier.
topic-off = What you are not told of stays in the diary.
topic-owed = It always comes at once: it cannot be put off or switched off, only where it comes is a choice.
topic-kept = { $topic }: { $when }

always-head = <b>Always at once</b>. This cannot be put off or switched off.
always-alerts = Absences of today: by day and by night, so that home and school know where the child is.
always-forecasts = Forecasts and warnings: they must be in the family's hands in time, and be acknowledged.
always-finals = Final marks: a family learns them within the term that is set for the school.
always-others = Decisions on what you reported, and announcements about the diary.

nights-line = { $whose ->
    [school] Quiet hours: { $hours }, as the school has them
    [own] Quiet hours: { $hours }, your own
   *[none] No quiet hours
}
nights-none-at-school = No quiet hours, as at school
nights-button = Quiet hours, time
nights-about = In quiet hours only absences of today are told. All else waits for their end.
nights-clock = { $whose ->
    [school] That is the school’s time, not yours.
    [own] That is your time, not the school’s.
   *[none] Times of duty are told by your clock.
}
nights-school = As at school
nights-none = No quiet hours
nights-from = from { $at }
nights-to = until { $at }

news-read = Read

zone-button = My time
zone-head-school = Your time: <b>as at school</b>, { $time }. Where do you live?
zone-head = Your time: <b>{ $zone }</b>, { $time }. Where do you live?
zone-line = { $index }. { $zone }: { $time }
zone-school = As at school
zone-own-time = { $time } (your time)
zone-kaliningrad = Kaliningrad, MSK−1
zone-moscow = Moscow, MSK
zone-samara = Samara, MSK+1
zone-yekaterinburg = Yekaterinburg, MSK+2
zone-omsk = Omsk, MSK+3
zone-krasnoyarsk = Krasnoyarsk, MSK+4
zone-irkutsk = Irkutsk, MSK+5
zone-yakutsk = Yakutsk, MSK+6
zone-vladivostok = Vladivostok, MSK+7
zone-magadan = Magadan, MSK+8
zone-kamchatka = Kamchatka, MSK+9
zone-school-time = { $time } (school time)
