# Who has come in, and codes on paper.
place-connections = Access codes
place-staff = Staff
roll-head = 🔑 Access · <b>{ $title }</b>
roll-head-staff = 🔑 Staff · <b>{ $school }</b>
roll-sum = { $in } of { $all } have come in{ $mail ->
    [0] { "" }
   *[other] , { $mail } by e-mail only
}{ $invited ->
    [0] { "" }
   *[other] , { $invited } hold a code
}
roll-empty = There is nobody here in the school's records yet.
roll-line = { $index }. { $who }: { $stage }
roll-guardian = { $name }, parent ({ $pupil })
connection-in = in since { $day }
connection-invited = code until { $day }
connection-never = no code so far
connection-away = access ended { $day }
connection-head = 🔑 <b>{ $who }</b>
connection-in-now = Has had access since { $day }.
connection-invited-now = A code was given and opens until { $day }. Whoever enters it first comes in.
connection-never-now = Has not come in yet, and has no code that opens.
connection-away-now = The earlier access ended { $day }, and there is no code that opens.
connection-lost = If access was lost, give a new code: once it is entered, the earlier access ends.
connection-revoked = The code is void: it opens nothing any more.
connection-print = Code on paper
connection-print-new = New code on paper
connection-take-back = Void the code
roll-print = { $count ->
    [one] Code on paper: { $count } person
   *[other] Codes on paper: { $count } people
}
roll-print-staff = Codes: { $count }
roll-back = To the list
codes-caption = 🔑 Codes to come in: { $title }. Slips: { $count }.
codes-caption-staff = 🔑 Codes to come in, for staff. Slips: { $count }.
codes-how = Cut the sheet and hand the slips over in person. Earlier unused codes of these people open no more; the new ones open until { $day }.
codes-all-in = Everybody of this list has come in, nobody needs a code.
codes-all-hold = Everybody who has not come in holds a code that opens. If one slip is lost, open the person in the list.
codes-afresh = Afresh for all
codes-afresh-ask = New slips for all who have not come in: { $count }. Slips handed out and not used will open no more: { $void }.
codes-afresh-sure = Yes, afresh for all
codes-file = Codes to come in { $title }
codes-file-staff = Codes to come in, staff
slip-pupil = { $class ->
    [none] pupil of the school
   *[other] pupil, { $class }
}
slip-guardian = parent: { $pupil }
slip-staff = staff of the school
slip-how = Open the bot { $bot } in Telegram, tap “Start” and send the code. Or point the camera at the picture.
slip-how-unnamed = Open the school's bot in Telegram, tap “Start” and send the code.
slip-until = Opens until { $day }. The code is personal and works once. Do not pass it on.
slip-page = { $page } of { $pages }
roll-of-staff = { $count ->
    [1] One person of the list works at the school: the administrator gives out that code.
   *[other] Working at the school: { $count }. The administrator gives out their codes.
}
connection-of-staff = This person works at the school: the administrator of the journal gives out the code, and takes it back.
refusal-given-by-administrator = This person works at the school: the administrator of the journal gives out the code, and takes it back. Nothing has changed.
refusal-nobody-to-invite = Everybody of this list has come in, nobody needs a code.
