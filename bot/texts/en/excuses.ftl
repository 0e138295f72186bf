# A family says why a child is away; the class teacher decides.
excuse-announce = Announce an absence
excuse-head = 🚪 Announce an absence
excuse-when = When will the child be away from school?
excuse-no-days = There are no lessons in the next two weeks, so there is nothing to announce.
excuse-said = The family has announced:
excuse-line = { $when }: { $reason }, { $state }
excuse-day = { $ahead ->
    [0] Today, { $day }
    [1] Tomorrow, { $day }
   *[other] { $day }
}
excuse-days = Other days
excuse-some-lessons = Some lessons
excuse-choose-days = Mark the days on which the child will be away.
excuse-choose-lessons = { $day }: mark the lessons that the child will miss.
excuse-lesson = { $number }. { $subject }
excuse-lessons = { $day }, { $count ->
    [1] lesson { $numbers }
   *[other] lessons { $numbers }
}
excuse-chosen = Marked: <b>{ $what }</b>
excuse-next = Next
excuse-back = ‹ Start again
excuse-why = For which reason?
excuse-illness = Illness
excuse-excused = Good reason
excuse-other = Another reason
excuse-reason = { $kind ->
    [illness] illness
    [excused] good reason
   *[other] another reason
}
excuse-what = <b>{ $when }</b>: { $reason }
excuse-word = In words: “{ $word }”
excuse-ask-word = Write the reason in one message of 300 characters at most. To stop: /cancel.
excuse-ask-note = If there is a note or a certificate, send a photo of it. If not, send it as it is.
excuse-note-there = A photo or file is attached. You can send now; another photo takes its place.
excuse-note-wrong = A photo or a PDF file will do. This message is not attached; the rest is kept.
excuse-note-large = The file is larger than 20 MB and is not attached. Send a photo or a smaller file.
excuse-send = Send
excuse-lost = This announcement is no longer being written. Begin it anew: nothing was sent.
excuse-attached = A photo or file is attached.
excuse-state = { $state ->
    [waiting] waiting for the class teacher
    [accepted] { $said ->
        [yes] accepted, “{ $word }”, document not received yet
       *[no] accepted, document not received yet
    }
    [declined] declined, “{ $word }”
    [confirmed] confirmed, document: { $word }
   *[withdrawn] taken back
}
excuse-now = Now: { $state }.
excuse-next-steps = { $state ->
    [waiting] The class teacher gets this and answers. Until then the others in the family get alerts about these lessons; once the reason is accepted nobody does.
    [accepted] The absence shows as “as the family says” until the class teacher has the document. If the child is at school again, take this back: otherwise the bot does not warn of absences.
    [declined] The bot will tell of absences from these lessons again. You can answer anew, with a document.
    [confirmed] The reason is in the journal. There is nothing more to do.
   *[withdrawn] The bot will tell of absences from these lessons again.
}
excuse-still-sought = ⚠️ The child is being looked for: not all lessons missed today are explained. When it is found, tap “Found”.
excuse-others = What I announced
excuse-take-back = Take back: { $when }
excuse-take-it-back = Take back
alert-head = 🚪 { $day }: missed { $count ->
    [1] lesson { $numbers }
   *[other] lessons { $numbers }
}
alert-head-day = 🚪 { $day }
alert-ask = Do you know why the child was not there?
alert-ill = I know: ill
alert-excused = I know: good reason
alert-not-known = I do not know where
alert-said = The school has been given a reason. If you do not know where the child is, say so: the school will look for it.
alert-declined = { $said ->
    [yes] The class teacher did not accept the reason: “{ $word }”.
   *[no] The class teacher did not accept the reason.
}
alert-answer-anew = Answer with a document
alert-is-found = Found
alert-open = { $who }, { $day }: answer
alert-answered = Your answer: <b>{ $kind ->
    [illness] ill
   *[excused] good reason
}</b>.
alert-next = { $kind ->
    [illness] The whole day shows as illness, as the family says. The class teacher sees it; a certificate confirms it.
   *[excused] The whole day shows as excused, as the family says. The class teacher sees it; a note or document confirms it.
}
alert-answered-not-known = Your answer: <b>I do not know where the child is</b>.
alert-sought = The school is being alerted: it checks the lessons and gets in touch with you.
alert-sought-again = The school is looking for the child: it has been alerted.
alert-sought-unheard = The bot can reach nobody of the school now. Please call the school yourself.
alert-found = If you cannot reach the child, call 112. When it is found, tap “Found”: the reason can be given later.
alert-search-over = The school is told: <b>the child is found</b>, there is no need to look any more.
place-claims = Reasons of absence
claims-head = 🚪 Reasons of absence, <b>{ $title }</b>
claims-sum = To decide: { $waiting }. Documents awaited: { $awaited }.
claims-empty = There is nothing to decide, and no document is awaited.
claims-line = { $index }. <b>{ $name }</b>, { $what }
claim-head = 🚪 <b>{ $name }</b>: reason of absence
claim-attached = The family attached a photo or file.
claim-accept = Accept
claim-accept-in-words = Accept with a word
claim-decline = Decline
claim-document = Document received
claim-note = Photo or file
claim-leave = ‹ Not now
claim-open = More
claim-open-named = { $name }: decide
claim-ask-verdict = Why do you decline? Write it in one message: the family will read it. { $accepted ->
    [yes] Days from today on are declined, those that are over stay accepted. To stop: /cancel.
   *[no] To stop: /cancel.
}
claim-ask-acceptance = What should the family be told? Write one message: the reason is accepted with these words. Changed your mind: /cancel.
claim-ask-document = Which document did you get? Choose, or write a word.
claim-note-caption = { $name }, { $when }
document-doctor = Doctor's certificate
document-parents = Parents' letter
document-order = School order
news-claim-head = 🚪 <b>{ $who }</b> · the family gave a reason
news-claim-off = 🚪 <b>{ $who }</b> · the family took back an accepted reason
news-claim-by = Said by { $name }.
news-decision-head = 🚪 <b>{ $who }</b> · answer about the absence
news-search-head = ⚠️ <b>{ $who }</b> · { $found ->
    [yes] the child is found
   *[no] the family does not know where the child is
}
news-search-on = { $by ->
    [named] { $day }. Said by { $name }. Check whether the child is at school, and get in touch with the family.
   *[family] { $day }. Check whether the child is at school, and get in touch with the family.
}
news-search-over = { $by ->
    [journal] { $day }. By the journal the child was at a lesson. There is no need to look any more.
    [named] { $day }. Said by { $name }. There is no need to look any more.
   *[family] { $day }. The family said so. There is no need to look any more.
}
news-line-claim = 🚪 { $when }: { $reason }, as the family says
news-line-claim-off = 🚪 { $when }: { $reason }, the family took back an accepted reason
news-line-decision = 🚪 { $what }
news-line-search = ⚠️ { $found ->
    [yes] the child is found
   *[no] the family does not know where the child is
}
refusal-guardians-only = Only a parent can answer. Show them this message.
refusal-days-out-of-reach = You can announce days from today on and two weeks ahead. Choose the days anew.
refusal-word-needed = Words are needed. Write them in one message.
refusal-text-wrong = Words are needed, { $longest } characters at most. Write them in one message.
refusal-already-excused = The family has spoken of these lessons already. See in the absences what was decided.
refusal-answered-by-family = The family has answered about this absence. If you do not know where the child is, open Absences and tell the school.
refusal-too-late-to-answer = It is too late to answer here. Give the document or note to the class teacher.
refusal-nothing-to-excuse = No answer is needed: the absence was taken back, or the school knows the reason.
refusal-already-decided = There is a decision already, it is not made twice. If it is wrong, talk to the class teacher.
refusal-days-over = These days are over, the accepted reason stays. If it is wrong, talk to the class teacher.
refusal-reason-declined = The class teacher did not accept this reason. You can answer anew, with a document: Absences, Announce an absence.
refusal-not-missed = The journal has no absence today, no alarm was raised. If you do not know where the child is, call the school; if you cannot reach the child, call 112.
refusal-not-sought = Nobody is looking for the child: no alarm was raised, or it is over.

# The class teacher settles what nobody excused.
unexcused-open = Without good reason
unexcused-head = 🚪 <b>{ $name }</b> · lessons missed without a reason
unexcused-how = A number enters into the journal that there was no good reason, or takes that back.
unexcused-empty = None over the last two months: each has a reason, or the family has given one.
unexcused-line = { $index }. { $when }: { $state ->
    [settled] without good reason
   *[open] the reason is unknown
}
unexcused-ask = { $when }: enter that there was no good reason? The family sees it among the absences. You can take it back.
unexcused-ask-off = { $when }: take it back? The reason will be unknown again, and the family sees that among the absences.
unexcused-yes = Yes, enter it
unexcused-off = Yes, take it back
unexcused-not-now = Not now
unexcused-done = Entered into the journal.
unexcused-undone = Taken back.
unexcused-back = All absences
