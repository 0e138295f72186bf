# Broadcasts: written, looked at before, sent, answered, followed.
place-broadcast = Broadcast
place-broadcasts = Broadcasts
command-broadcasts = broadcasts to a class or the school
broadcasts-head = 📣 Broadcasts
broadcasts-empty = There were no broadcasts yet.
broadcasts-empty-own = You have sent no broadcasts yet.
broadcasts-own = Mine
broadcasts-whole = All
broadcasts-to = Whom do you write to?
broadcast-all-targets = All: { $count }
broadcast-listed = { $index }. { $when } · { $whom }: { $title }
broadcast-listed-answers = { $line } — { $state ->
    [waiting] waits for its time
    [withdrawn] taken back
   *[sent] sent
}
broadcast-to-school = The whole school
broadcast-to-school-named = All of { $school }
broadcast-no-words = no words, files

broadcast-head = 📣 <b>{ $whom }</b> · to { $hearers ->
    [pupils] pupils
    [both] parents and pupils
   *[parents] parents
}
broadcast-head-chosen = 📣 <b>{ $whom }</b> · to { $hearers ->
    [pupils] pupils
    [both] parents and pupils
   *[parents] parents
}, chosen: { $count }
broadcast-ask-content = Send a text, photos, an album or files: up to 3500 characters and 10 files. Bold type and links are kept. /cancel to leave.
broadcast-correcting = Send the new text or files in full: they replace the old ones, which stay in the history, and are to be answered anew. /cancel to leave.
broadcast-files = Files: { $count }
broadcast-files-album = Files: an album, all its parts are taken
broadcast-turnout = Will get it: <b>{ $reachable }</b> of { $persons }, families: { $families }
broadcast-not-told = Will not get it: { $why }
broadcast-why = { $why ->
    [not-linked] not in the bot yet
    [refused] declined
   *[blocked] take no messages
} — { $count }
broadcast-nobody-of-family = families without parents on the list — { $count }
broadcast-who-not = Who will not get it
broadcast-will-get = will get it
broadcast-not-reached-families = Families where somebody will not get it: { $count }
broadcast-takes = Goes out within { $seconds ->
    [0] a moment
    [one] { $seconds } second
   *[other] { $seconds } seconds
}.
broadcast-takes-minutes = Goes out in about { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}.
broadcast-quiet = These are quiet hours: it will begin to arrive on { $day } at { $time }.
broadcast-at = Goes out: <b>{ $day }, { $time }</b>
broadcast-at-quiet = Goes out { $day }, { $time }; because of quiet hours it arrives at { $opens }.
broadcast-urgent-line = ⚠️ Urgent, at night too. Reason: { $reason }
broadcast-asks = ✍️ Answer: { $what }{ $by ->
    [none] {""}
   *[other] , by { $by }
}{ $quorum ->
    [all] , from each parent
   *[one] {""}
}
broadcast-asks-read = “{ $button }”
broadcast-asks-choice = one of — { $choices }
broadcast-send = Send
broadcast-send-at = Set for { $day }, { $time }
broadcast-send-urgent = Send as urgent
broadcast-send-correction = Send the correction
broadcast-whom = To whom
broadcast-when = When
broadcast-answer = Answer
broadcast-more = More
broadcast-back = ‹ To the broadcast
broadcast-leave = Do not send
broadcast-sure-urgent = ⚠️ <b>An urgent broadcast</b> arrives at once, at night too, for { $count ->
    [one] { $count } person
   *[other] { $count } people
}. The reason stays on record: { $reason }
broadcast-sure = Yes, send now

broadcast-choose-whom = Who of a family gets the message?
broadcast-parents = Parents
broadcast-pupils = Pupils
broadcast-both = Both
broadcast-groups = Classes, groups
broadcast-families = Some families
broadcast-choose-groups = Mark whom to write to.
broadcast-choose-families = Mark families. With none marked it goes to all.
broadcast-chosen = ✓ { $label }
broadcast-family-line = { $chosen ->
    [yes] ✓ { $index }. { $name }
   *[no] { $index }. { $name }
}
broadcast-choose-when = When to send? You can write: 25.11 9:00.
broadcast-now = Now
broadcast-moment = { $day }, { $time }
broadcast-other-time = Another time
broadcast-ask-when = Write day and time, for example: 25.11 9:00.
broadcast-choose-answer = Is an answer needed? There will be a button under the message, and you see who answered.
broadcast-no-answer = Not needed
broadcast-wants-reading = To have read it
broadcast-wants-choice = A question
broadcast-own-button = Own button
broadcast-one-parent = One parent
broadcast-all-parents = Each parent
broadcast-other-day = Another day
broadcast-ask-day = By which day? Write, for example: 25.11 or 25 November.
broadcast-answer-day = Answer by
broadcast-choose-day = By which day is the corrected text to be answered? The answers before stay on the card.
broadcast-by-none = No date
broadcast-by-day = By { $day }
broadcast-ask-button = Write the words of the button, up to 30 characters. For example: I will come.
broadcast-ask-choices = Write the choices, each on a line of its own: two to six, up to 30 characters each.
broadcast-ask-urgent = Why is it urgent? Write the reason, up to 200 characters: it stays on record. The broadcast arrives at once, at night too.
broadcast-choose-more = What else?
broadcast-look = As they see it
broadcast-urgent = Urgent
broadcast-not-urgent = Not urgent
broadcast-templates = Templates
broadcast-afresh = Start afresh

broadcast-templates-head = 📣 Templates of broadcasts
broadcast-templates-empty = There are no templates yet. They are made of a broadcast that was sent.
broadcast-template-line = { $index }. { $title }{ $shared ->
    [yes] {" "}(the school's)
   *[no] {""}
}
broadcast-drop-template = Remove { $index }
broadcast-template-saved = The template is kept.
broadcast-template-dropped = The template is removed.

broadcast-from-class = 📣 <b>{ $whom }</b> · { $name }
broadcast-from-class-child = 📣 <b>{ $child }</b> · { $whom } · { $name }
broadcast-urgent-head = ⚠️ Urgent
broadcast-corrected-head = Corrected: the earlier message is no longer valid.
broadcast-repeated-head = Sent once more: the last message may not have arrived.
broadcast-reminded-head = ✍️ A reminder: your answer is needed.
broadcast-withdrawn-head = 📣 <b>{ $whom }</b> · taken back · { $name }
broadcast-withdrawn = The message of { $day } is no longer valid, no answer is needed: “{ $title }”
broadcast-answer-by = ✍️ Please answer{ $each ->
    [yes] {" "}for each child
   *[no] {""}
} by { $day }.
broadcast-answer-late = ✍️ The day was { $day }; you can still answer{ $each ->
    [yes] {" "}for each child
   *[no] {""}
} now.
broadcast-answer-now = ✍️ Your answer is needed{ $each ->
    [yes] {" "}for each child
   *[no] {""}
}.
broadcast-of-each-said = ✍️ You have answered; you can change your answers.
broadcast-of-child = { $child }: “{ $choice }”
broadcast-of-child-open = { $child }: no answer yet
broadcast-more-children = More children
broadcast-first-children = Back to the first ones
broadcast-choice-of-child = { $child } · { $choice }
broadcast-read-at = ✍️ You have read it: { $day }, { $time }.
broadcast-chosen-at = ✍️ Your answer: “{ $choice }”, { $day }, { $time }. You can change it.
broadcast-answered = { $open ->
    [0] Thank you, your answer is kept.
   *[other] Your answer is kept. Still to answer: { $open }.
}
broadcast-open-files = Files: { $count }
broadcast-files-head = 📣 Files of the message
broadcast-no-files = There are no files any more.
news-line-broadcast = 📣 { $whom }: { $title }
broadcast-neutral = There is a message from school. Open it to read.
mail-files-in-chat = The message has files: they are in the chat with the bot.

broadcast-card-head = 📣 <b>{ $whom }</b> · { $title }
broadcast-card-urgent = ⚠️ Urgent, at night too. Reason: { $reason }
broadcast-card-waiting = Goes out: { $day }, { $time }. Not sent yet.
broadcast-card-withdrawn = { $name ->
    [none] Taken back.
   *[other] Taken back: { $name }.
} Whoever got it is told so.
broadcast-card-sent = Sent { $day }, { $time }; families: { $families }{ $version ->
    [1] {""}
   *[other] ; version { $version }
}
broadcast-card-told = Delivered: { $delivered } of { $persons }
broadcast-card-under-way = Under way: { $count }
broadcast-card-unknown = Not known whether it arrived: { $count }
broadcast-card-unreachable = Did not get it: { $count }
broadcast-card-answered = ✍️ Families that answered: <b>{ $answered }</b> of { $families }{ $by ->
    [none] {""}
   *[other] , due { $by }
}
broadcast-card-earlier = Answered the version before and not yet this one: { $count }
broadcast-card-choice = { $choice } — { $count }
broadcast-card-owing = Not yet: { $names }
broadcast-by-family = By family
broadcast-owing = Who has not answered
broadcast-not-reached = Who was not reached
broadcast-remind = Remind
broadcast-reminded = Reminders sent: { $count }.
broadcast-reminded-quiet = Quiet hours now. The reminders ({ $count }) start coming on { $day } at { $time }.
broadcast-correct = Correct
broadcast-withdraw = Take back
broadcast-to-template = To templates
broadcast-to-school-template = To the school's templates
broadcast-report-sheet = Report, XLSX
broadcast-report-pdf = Report, PDF
broadcast-report-made = The report of the broadcast as of this minute.
broadcast-open-card = Open the broadcast
broadcast-sure-withdraw = Take back the broadcast “{ $title }”? Those whom it has not gone to will not get it; those who got it are told that it is not valid.
broadcast-withdraw-wakes = ⚠️ It is urgent: this goes at once, at night too.
broadcast-yes-withdraw = Yes, take it back
broadcast-withdrawn-done = The broadcast is taken back.
broadcast-corrected-done = The correction is on its way.
broadcast-scheduled = The broadcast waits for its time.
broadcast-sent-done = The broadcast is on its way.

broadcast-families-head = 📣 <b>{ $whom }</b> · by family, { $count } in all
broadcast-families-owing = 📣 <b>{ $whom }</b> · without an answer: { $count }
broadcast-families-none = There are no such families.
broadcast-family = { $index }. { $name }: { $members }
broadcast-family-nobody = no parents on the list
broadcast-member = { $name } — { $state }
broadcast-member-phone = { $name }, { $phone } — { $state }
broadcast-stands = { $stands ->
    [answered] answered { $at }
    [chosen] “{ $choice }”
    [delivered] delivered
    [under-way] under way
    [unknown] not known
    [not-linked] not in the bot
    [refused] declined
   *[blocked] not reachable
}
broadcast-stopped-head = ⚠️ <b>{ $whom }</b> · the broadcast was not sent
broadcast-stopped = { $who } may not write to these families any more, and it was taken off: “{ $title }” If it is needed, send it in your own name.
broadcast-stopped-own = You may not write to these families any more, and the broadcast was taken off: “{ $title }” Nobody got it. The administration knows and can send it itself.
broadcast-stands-earlier = { $stands }, before: { $earlier }
broadcast-taken-back-head = ⚠️ <b>{ $whom }</b> · the broadcast was taken back
broadcast-taken-back-own = Your broadcast was taken back ({ $who }): “{ $title }” { $sent ->
    [yes] The bot tells so to those who have got it.
   *[no] It was not sent, and nobody got it.
}
broadcast-unheard-head = ⚠️ <b>{ $whom }</b> · nobody got the broadcast
broadcast-unheard = “{ $title }”: on { $day }, at { $time } there was nobody to get it.
broadcast-unheard-why = Why: { $why }.
broadcast-why-no-pupils = no pupil is on the list now
broadcast-unheard-kept = The text is kept. If somebody who can get it appears before { $until }, it arrives by itself.
broadcast-card-unheard = There was nobody to get it.
broadcast-again = Send to others
broadcast-on-paper = On paper
broadcast-overdue-head = 📣 <b>{ $whom }</b> · the time to answer is over
broadcast-overdue = Families without an answer: { $missing } of { $families }. “{ $title }” It is time to call.
broadcast-to-call = Whom to call

table-broadcast = Broadcast: who got it and answered
table-broadcast-version-now = The broadcast was corrected. These are the answers to its last version, number { $number }.
table-broadcast-earlier = Answers to earlier versions
table-broadcast-versions = What was said
table-version = Version
table-said = Text
table-broadcast-urgent = Urgent, at night too. Reason: { $reason }
table-of-broadcast = { $whom }: { $title }
table-addressee = To
table-stands = How it went
table-answer = Answer
table-answered-at = Answered
table-stands-answered = answered
table-stands-delivered = delivered
table-stands-under-way = under way
table-stands-unknown = not known
table-stands-unreachable = not delivered
table-stands-not-linked = not in the bot
table-stands-refused = declined electronic messages
table-stands-blocked = messages do not arrive
table-stands-nobody = no parents on the list

refusal-broadcast-empty = There is nothing to send: send a text or a file.
refusal-broadcast-too-long = Too long: one message takes 3500 characters. Shorten it or send the text as a file. What was there is kept.
refusal-broadcast-nobody = There is nobody to send to: none of them can get a message.
refusal-broadcast-choices = It takes two to six different choices, each up to 30 characters and on a line of its own.
refusal-broadcast-label = It takes words for the button, up to 30 characters.
refusal-broadcast-time = That time is over or too far ahead: 60 days at most. Write, for example: 25.11 9:00.
refusal-broadcast-answer-day = The day to answer by is over, before the sending, or more than 60 days ahead. Name another one, for example: 25 November.
refusal-broadcast-not-author = Only the author may correct it: it is signed. You may take it back and write your own.
refusal-broadcast-reason = It takes a reason, up to 200 characters; an urgent broadcast goes at once.
refusal-broadcast-over = The broadcast was taken back or changed already. Open it anew.
refusal-broadcast-reminded = They were reminded less than an hour ago. More often is too much.
refusal-broadcast-nobody-to-remind = There is nobody to remind: all have answered, or no answer is needed.
refusal-broadcast-remind-unreachable = Some have not answered, and the bot can reach none of them now. Their phones are under “Who has not answered”.
refusal-broadcast-withdrawn = The message was taken back, no answer is needed.
refusal-broadcast-changed = The message was corrected since. Read the new one and answer below it.
refusal-broadcast-guardian = A parent answers here.
