# The desk of who answers requests for help.
place-desk = My desk
command-desk = my desk: requests that wait for you
refusal-too-many-templates = There are 100 templates: in a longer list nobody finds the right one. Delete some first.
refusal-answer-template-changed = This template was changed or deleted in the meantime.
desk-head = 🆘 <b>My desk</b>: { $shelf ->
    [f] free to take
    [a] waiting for others
    [s] set aside
   *[m] waiting for you
}, { $count }
desk-empty = { $shelf ->
    [f] No requests are free.
    [a] No word of an asker or of the journal's support is awaited.
    [s] Nothing is set aside.
   *[m] No requests wait for you.
} Checked at { $time }.
desk-shift = You are on duty until { $until }.
desk-line = { $index }. { $urgent ->
    [yes] ⚠️ {""}
   *[no] {""}
}<b>{ $name }</b>, { $topic } · { $waited }{ $ended ->
    [yes] , window is over
   *[no] {""}
}
desk-shelf-mine = Mine { $count }
desk-shelf-free = Free { $count }
desk-shelf-asked = Waiting { $count }
desk-shelf-asleep = Later { $count }
desk-overview = Overview
desk-templates = Templates
overview-head = 🆘 <b>School requests</b>: { $count }, overdue { $overdue }
overview-empty = No requests are open. Checked at { $time }.
overview-none-overdue = None is overdue.
overview-sum = Queue { $queue }, admin { $administrator }, consultants { $others }
overview-line = { $index }. { $late ->
    [yes] ⚠️ {""}
   *[no] {""}
}<b>{ $name }</b>, { $topic } · { $waited } · { $owner }{ $state ->
    [asked-back] {" "}· asked back
   *[other] {""}
}
overview-overdue = Overdue
overview-all = All
ticket-waited-minutes = { $minutes } min
ticket-waited-hours = { $hours } h { $minutes } min
ticket-waited-long = { $hours } h
ticket-waited-since = since { $when }
ticket-owner-queue = queue of { $when }
ticket-owner-queue-gone = queue
ticket-owner-administrator = administrator
ticket-state-open = unanswered
ticket-state-asked-back = waits for the asker
ticket-state-answered = answered
ticket-state-closed = closed
ticket-whose = <b>{ $name }</b> · { $topic }
ticket-head = 🆘 <b>{ $name }</b>, { $role }{ $class ->
    [none] {""}
   *[other] , { $class }
} · { $topic }
ticket-about = About: { $what }
ticket-matter = { $matter ->
    [remark] A remark
   *[proposal] A proposal
}
ticket-stands = { $state } · { $waited } · { $owner }
ticket-stands-still = { $state } · { $owner }
ticket-urgent = ⚠️ Urgent: { $reason }
ticket-asleep = Set aside until { $when }.
ticket-kept = You finish it by { $when }.
ticket-merged = Others who wait for the same answer: { $count }.
ticket-rated = Rating: { $stars } of 5. { $word }
ticket-entry = { $index }. { $who }, { $when }{ $kind ->
    [answer] {" "}· answer
    [ask-back] {" "}· question
    [note] {" "}· note
   *[words] {""}
}{ $edited ->
    [yes] {" "}· edited
   *[no] {""}
}{ $files ->
    [0] {""}
   *[other] {" "}· files: { $files }
}{ $came ->
    [refused] {" "}· ⚠️ not delivered
    [unknown] {" "}· ⚠️ maybe lost
    [under-way] {" "}· on its way
   *[other] {""}
}
ticket-open = To the request
ticket-answer = Answer
ticket-ask-back = Ask back
ticket-claim = Take
ticket-more = More
ticket-hand = Hand over
ticket-snooze = Set aside
ticket-merge = Merge
ticket-note = Note
ticket-owners = Who had it
ticket-close = Close
ticket-finish = Finish by…
ticket-take-over = Take it
ticket-more-head = { $whose }: what to do?
ticket-taken-now = The request is yours.
ticket-owners-head = { $whose }: who had it
ticket-owner-line = { $when }: { $owner }
ticket-said-by = <b>{ $who }</b>, { $when }{ $count ->
    [1] {""}
   *[other] {" "}· version { $version } of { $count }
}
ticket-ask-answer = { $whose }: write the answer. You may add a photo or a file.
ticket-ask-ask-back = { $whose }: what do you need to know? Write the question.
ticket-ask-note = { $whose }: write a note for colleagues. The asker will not see it.
ticket-ask-hand-note = { $whose }: write a note for who gets it. The asker will not see it.
ticket-gathered = { $whose }: files are coming in. When all are here, tap «Send» or write words.
ticket-send = Send
ticket-drop = Do not send
ticket-dropped = Nothing was sent.
ticket-is-answer = Is this the answer to { $whose }? Nobody has it yet.
ticket-is-answer-to-many = The words were sent to nobody. What do you answer? Open a request and tap «Answer», or reply to its message.
ticket-many-line = { $index }. { $whose }
ticket-yes-answer = Yes, send
ticket-as-note = No, a note
ticket-template-in = { $whose }: send it like this? Or write it otherwise: your words go out.
ticket-said-answer = { $whose }: the answer was sent. The card shows whether it arrives.
ticket-said-ask-back = { $whose }: the question was sent.
ticket-said-note = { $whose }: the note is kept; the asker will not see it.
ticket-struck = A password or code was struck out of your words: it is neither kept nor sent. Delete it from the chat, too.
ticket-hand-head = { $whose }: who gets it?
ticket-hand-now = { $index }. { $name }, now until { $until }
ticket-hand-then = { $index }. { $name }, { $day }, { $hours }
ticket-hand-nobody = Nobody else is on duty for this topic.
ticket-hand-note-first = With a note
ticket-hand-next = To the next window
ticket-hand-administrator = Administrator
ticket-handed = { $whose }: handed over, now { $owner }.
ticket-snooze-head = { $whose }: set aside until when? The time of waiting goes on.
ticket-snooze-date = Or write a day and time: 27.11 10:00.
ticket-snooze-hour = An hour
ticket-snooze-evening = Until 18:00
ticket-snooze-morning = Until 9:00
ticket-snooze-window = My next window
ticket-snoozed = { $whose }: set aside until { $when }.
ticket-snooze-wrong = I cannot read that time. Write a day and time: 27.11 10:00.
ticket-finish-head = { $whose }: the window is over. By when today do you finish it?
ticket-finish-none = It is too late today: hand the request over, or leave it to the next window.
ticket-finishes = { $whose }: stays with you until { $when }.
ticket-merge-head = { $whose }: what asks the same? Tick it: each gets the one answer.
ticket-merge-none = There are no other requests on this topic that are free or yours.
ticket-merge-line = { $index }. { $chosen ->
    [yes] <b>ticked</b> {""}
   *[no] {""}
}{ $name } · { $waited }: { $words }
ticket-merge-do = Merge { $count }
ticket-merge-all = Tick all
ticket-merge-like = { $how ->
    [words] Alike { $count }
    [answer] Same { $count }
   *[topic] On topic { $count }
}
ticket-merge-alike = { $whose }: { $how ->
    [words] { $count } more ask in like words.
    [answer] the known answer “{ $answer }” fits { $count } more.
   *[topic] { $count } more wait on this topic.
} Merge them all? One answer goes to each.
ticket-merge-choose = Choose
ticket-merge-gone = Not merged: { $count }. They were taken, cancelled or opened anew meanwhile.
ticket-merge-left = { $count } more are alike: they came later.
ticket-merged-now = { $whose }: merged { $count }. Answer once, and each asker gets it.
ticket-merge-changed = The list has changed. Look again at what is ticked.
ticket-close-head = { $whose }: how did it end? The request closes; the asker hears, and can open it again.
ticket-here = Noted: you are there. { $day }, { $hours }{ $room }.
ticket-here-moved = Not noted: the hours of duty have changed since. Your duty: { $day }, { $hours }{ $room }.
ticket-here-others = Not noted: this duty is not yours any more. { $day }, { $hours }{ $room }: { $name }.
ticket-here-off = Not noted: on that day this duty does not take place any more.
ticket-tap-first = Tap a button above first: your words were sent to nobody yet. Leave: /cancel.
ticket-words-only = Words, a photo or a file are needed here. Leave: /cancel.
template-head = <b>Templates of answers</b>
template-empty = There are no templates yet. Keep what you answer often.
template-line = { $index }. { $title }{ $shared ->
    [yes] {" "}· the school's
   *[no] {""}
}
template-add = My own
template-add-shared = For the school
template-use = Put into the answer
template-edit = Change
template-drop = Delete
template-drop-ask = Delete this template? Answers that were sent stay.
template-drop-sure = Yes, delete
template-of-school = A template of the school
template-own = Your own template
template-ask = Write the template, up to { $most } characters. Its first line is its title.
template-kept = Saved.
template-dropped = Deleted.
template-list = To the templates
