# The log of consultations in the chat, and how requests end.
log-open = Log
log-head = 🆘 <b>Log of consultations</b>: the latest rows
log-empty = No request was closed yet: rows appear when the first one is.
log-line = { $index }. { $day } · { $topic } · { $outcome }{ $corrected ->
    [yes] {" "}· corrected
   *[no] {""}
}
log-row = 🆘 <b>Row No. { $number }</b> · closed { $when }
log-asked = Asked by: { $role }, { $matter }
log-topic = Topic: { $topic }
log-outcome = Outcome: { $outcome }
log-consultant = Consultant: { $name }
log-minutes = Minutes to the answer: { $minutes }
log-no-answer = There was no answer in writing.
log-no-windows = There was an answer; no minutes count, for no window is for this topic.
log-corrected = Corrected { $when }, { $who }.{ $was ->
    [none] {" "}It is as it was written at first again.
   *[other] {" "}It was: { $was }.
}
log-piece-topic = Topic
log-piece-outcome = Outcome
log-piece-matter = Kind
log-matter-question = question
log-ask = { $piece ->
    [topic] Which topic is right?
    [outcome] How did it really end?
   *[matter] What was it?
}
log-how = A new row puts it right; this one stays.
log-row-back = ‹ To the row
log-back = ‹ Log
ticket-state-at-vendor = at support
ticket-packet = Support: { $state ->
    [sent] waiting
    [answered] answered
   *[closed] done
}{ $number ->
    [none] {""}
   *[other] , No. { $number }
}{ $day ->
    [none] {""}
   *[other] , again { $day }
}.
ticket-to-vendor = To support
ticket-packet-open = Support
ticket-end-solved = Solved
ticket-end-vendor = Passed to support
ticket-end-duplicate = Duplicate
ticket-end-needless = Not needed
ticket-ended = { $whose }: closed, { $how }. The asker will hear.
news-ticket-vendor = The journal's support answered or is done: answer the asker.
news-ticket-at-vendor = The question was passed to the journal's support. We write when it answers.
news-ticket-reminded = ✍️ The consultant waits for your answer to a question.{ $day ->
    [none] {""}
   *[other] {" "}Without it the request closes { $day }.
}
news-ticket-reopen-until = If a question remains, open the request again: until { $day }.
news-ticket-reopen = Open again
request-reopen = Open again
request-at-vendor = The question is with the journal's support. The consultant writes when it answers.
request-solved = Closed: the consultant noted that it is solved.
request-vendor = Closed: the journal's support takes care of it.
request-duplicate = Closed: you asked this already.
request-no-answer = Closed: the consultant's question was not answered.
packet-of-ticket = For request No. { $number }
packet-ticket = To the request
