# What is told of requests for help, and before windows of duty.
ticket-by-guardian = parent
ticket-by-pupil = pupil
ticket-by-teacher = teacher
ticket-by-deputy-head = deputy head
ticket-by-head = head
ticket-by-administrator = administrator
ticket-by-consultant = consultant
ticket-by-secretary = secretary
ticket-by-stranger = an unknown chat
news-ticket-head = 🆘 <b>{ $name }</b>, { $role } · { $topic }{ $matter ->
    [remark] {" "}· remark
    [proposal] {" "}· proposal
   *[question] { "" }
}
news-ticket-own-head = 🆘 <b>Your request</b> · { $topic }
news-ticket-neutral = There is news about a request for help. Open it to read.
news-ticket-asked = A new request.
news-ticket-opened = The request waited for your duty.
news-ticket-unanswered = Whoever had it did not answer in time. Now it is yours.
news-ticket-left = Whoever had it is off duty. Now it is yours.
news-ticket-withdrawn = Who asked does not see the child any more: no answer goes there. It is yours to decide what becomes of it.
news-ticket-ended = The window ended without an answer. Now it is yours.
news-ticket-overdue = The request has waited for the administrator too long, without an answer.
news-ticket-rescheduled = The window for which it waited does not take place. Now it is yours.
news-ticket-handed = The request was handed over to you.
news-ticket-urgent = The request has become urgent.
news-ticket-reopened = The answer did not help, the request is open again.
news-ticket-retopiced = Its topic was changed, now it is yours.
news-ticket-apart = There will be no common answer: this request is answered by itself.
news-ticket-restored = Whoever closed or answered the request was not the person of that account: it awaits an answer again.
news-ticket-taken-back = ⚠️ The earlier answer is void: a stranger wrote it under somebody else's name. Do not do what it asked for. The request is open.
news-ticket-of-another = The earlier answer was to another question: a stranger had merged the requests. Yours is open again.
news-ticket-together = Others asked the same: one answer comes to all. If your question is a different one, tap “Not the same”.
news-ticket-reason = ⚠️ Urgent: { $reason }
news-ticket-about = About: { $about }
news-ticket-waits = Asked: { $day }, { $time }
news-ticket-quote = “{ $words }”
news-ticket-more = More messages: { $count }
news-ticket-files = Files: { $count }
news-ticket-woke = You set the request aside until now.
news-ticket-went-on = { $why ->
    [unanswered] There was no answer in time, the request went on to somebody else.
    [left] You are off duty, the request went on to somebody else.
    [ended] The window ended without an answer, the request went on to somebody else.
    [retopiced] Its topic was changed, the request is yours no more.
   *[other] The request is yours no more: it was handed over.
}
news-ticket-now = { $name } answers now. Your place in line: { $place }.
news-ticket-by = { $name } answers by { $time }.
news-ticket-from = An answer comes on { $day }, { $hours }. Your place in line: { $place }. We will write when it begins.
news-ticket-administrator = The journal's administrator will answer.
news-ticket-closed = { $how ->
    [confirmed] Closed: the answer helped.
    [cancelled] Closed: the question was withdrawn.
    [merged] Closed: merged with the same question.
    [solved] Closed: the question is solved.
    [vendor] Closed: the journal's support takes care of it.
    [duplicate] Closed: this was asked already.
    [needless] Closed: no answer was needed.
    [no_answer] Closed: the consultant's question was not answered.
   *[by_time] Closed: it was not opened again after the answer.
}
news-ticket-at-end = The window is over and there is no answer yet. What becomes of the request?
news-ticket-rated = The help was rated { $stars } of 5
news-ticket-answered = 🆘 <b>Answer</b> · { $topic } · { $name }
news-ticket-asked-back = 🆘 <b>More is needed</b> · { $topic } · { $name }
news-ticket-added = Added to the request:
news-ticket-added-together = Waits for the same answer and adds:
news-ticket-edited = Changed: the words before are kept in the request.
news-ticket-closes = The request is closed on { $day } unless a question remains.
news-ticket-lost = { $unknown ->
    [yes] ⚠️ It is not known whether your answer arrived.
   *[no] ⚠️ Your answer was not delivered. Call, or say it in person.
}
news-ticket-answer = Answer
news-ticket-take = Take
news-ticket-hand = Hand over
news-ticket-open = Open
news-ticket-add = Add
news-ticket-reply = Reply
news-ticket-helped = It helped
news-ticket-not-helped = It did not help
news-ticket-rate = Rate
news-ticket-finish = Finish by…
news-ticket-next-window = To the next window
news-duty-call-head = 🆘 <b>{ $day }, { $hours }</b>: your duty{ $room }
news-duty-call = Are you there? If so, tap “I am here”. If not, hand the duty over.
news-duty-again = Once more: there was no answer so far.
news-duty-here = I am here
news-duty-give = Hand over
news-duty-silent-head = ⚠️ <b>{ $day }, { $hours }</b>: { $name } does not answer
news-duty-topics = Topics: { $topics }
news-duty-silent = The duty begins at { $time }. Somebody has to stand in.
news-duty-turn = Find a stand-in
news-duty-flaws-head = ⚠️ <b>The duty schedule</b> needs mending
news-duty-flaws = What is wrong
