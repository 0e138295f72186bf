# Threads: two persons write to each other.
place-messages = Messages
place-messages-waiting = Messages ({ $count })
place-hours = Answer hours
command-messages = messages to teachers and families
threads-head = 💬 Messages
threads-empty = No threads yet.
threads-line = { $index }. { $waits ->
    [yes] ✍️ awaits an answer ·{" "}
   *[no] {""}
}{ $whom } · { $day }
message-head = 💬 <b>{ $name }</b>
message-moment = { $day }, { $time }
message-you = You
message-files-only = files: { $count }
message-write = Write
message-answer = Answer
message-send = Send
message-leave = Do not send
message-urgent = Urgent
message-is-urgent = ⚠️ Urgent: comes in quiet hours too.
message-urgent-head = ⚠️ Urgent
message-edited-head = Changed: the earlier words are kept in the thread.
message-ask = Write the message: text, a photo or a file. It goes at once. /cancel leaves.
message-gathered = Taking the whole album. Add words, or send it as it is.
message-sent = Sent. The thread shows whether it arrived.
message-edited = The change is sent: the other side sees the new words, the earlier ones are kept.
message-hours = These are not answer hours. An answer may come { $day }, from { $time }.
message-neutral = There is a personal message from school. Open it to read.
message-by = { $who } · { $when }{ $count ->
    [1] {""}
   *[other] {" "}· version { $version } of { $count }
}
message-before = Earlier words
message-after = Later words
message-no-files = This message has no files.
message-lost = { $unknown ->
    [yes] ⚠️ It is unknown whether your message arrived. If no answer comes, write again or call.
   *[no] ⚠️ Your message was not delivered: the other side takes no messages, or may not read them any more. It is kept in the thread.
}
message-lost-words = “{ $words }”
more-before = Earlier: { $count }
thread-empty = Nothing was written here yet.
thread-waits = ✍️ Awaits your answer.
thread-open = Thread
thread-came-since = Another message has come: it waits for your answer.
thread-settle = No answer needed
thread-hand = Hand over
thread-hand-to = To whom? The new keeper sees the whole thread, and the family hears who answers now.
thread-hand-nobody = Nobody to hand it to: other teachers and the administration have not come in.
thread-handed = { $when }: { $name } answers now
thread-handed-away = { $name } answers you now: the whole thread was handed over.
thread-handed-to-you = { $name } hands this thread over to you. Open it to answer.
thread-handed-done = Handed over: { $name }.
thread-message = { $index }. <b>{ $who }</b> · { $when }{ $edited ->
    [yes] {" "}· changed
   *[no] {""}
}{ $files ->
    [0] {""}
   *[other] {" "}· files: { $files }
}{ $came ->
    [under-way] {" "}· on its way
    [delivered] {" "}· delivered
    [unknown] {" "}· unknown whether it arrived
    [refused] {" "}· not delivered
   *[none] {""}
}
write-doors = 💬 To whom?
write-nobody = There is nobody to write to here yet.
write-behind = 💬 <b>{ $title }</b>: about whom?
write-staff = 💬 Staff: to whom?
write-contacts = 💬 <b>{ $who }</b>: to whom?
write-line = { $index }. { $who }{ $here ->
    [yes] {""}
   *[no] {" "}— takes no messages yet
}
write-class-teacher = class teacher
write-office = the school's administration
write-guardian = parent
write-pupil = pupil
write-back = ‹ To the lists
hours-head = 💬 Answer hours on school days: <b>{ $hours }</b>
hours-own = These are your own. Who writes at another time is told when to expect an answer.
hours-of-school = These are the school's. You may choose your own: who writes at another time is told when to expect an answer.
hours-school = School hours
hours-any = without limits
hours-span = { $begin }–{ $end }
news-line-message = 💬 { $name }: { $words }
rule-messages-hours = { $value ->
    [off] Teachers' answer hours are not limited
   *[other] Teachers answer messages on school days, { $value }
}
rule-messages-most-an-hour = One person may send the school { $value } messages an hour
refusal-message-empty = Nothing to send: send a text, a photo or a file.
refusal-message-too-long = Too long: a message takes 3500 characters. Nothing was sent; shorten it, or send it as a file.
refusal-message-kind = A text, a photo or a document can be sent here. Voice, stickers and polls are not passed on.
refusal-edited-too-often = This message was changed too often. Write a new one.
refusal-thread-over = You cannot write here any more: the class, the teacher or your rights changed. Whom to write to now is under School → Teachers.
refusal-partner-not-here = Not sent: the other side has not come in, takes no messages or refused them. Pass it on by the class, or call the school.
refusal-too-many-messages = Too many messages within the hour. Wait { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}; this message was not sent.
refusal-thread-handed-away = It could not be handed over: it was already, or this person cannot keep it.
refusal-hours-wrong = Answer hours begin before they end. Nothing has changed.
