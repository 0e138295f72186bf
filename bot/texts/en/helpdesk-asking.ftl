# Who asks for help: the way there, the question, the promise, what was asked.
place-help-desk = 🆘 Help
command-ask = ask about the journal
help-desk-head = 🆘 <b>Help</b>
help-desk-what = Ask about the journal: the consultant on duty for the topic answers. The bot tells you as soon as there is an answer.
help-desk-open = Waiting for an answer: { $count }
help-desk-ask = Ask
help-desk-mine = My requests
help-desk-queue = Queue
help-desk-known = Answers
help-desk-trainings = Trainings
help-desk-vendor = Support
asking-choose-school = 🆘 Which school do you ask?
asking-head = 🆘 <b>{ $matter ->
    [remark] Remark
    [proposal] Proposal
   *[question] Question
}</b>
asking-head-topic = { $head } · { $topic }
asking-topics = Choose a topic, or write in your own words:
asking-topics-kept = What you wrote is kept. Which topic is it?
asking-line = { $index }. { $what }
asking-lost = It seems that access was lost: this goes to the journal's administrator, with no window to wait for.
asking-as-chosen = No, topic: { $topic }
asking-suggested = What you wrote is kept. It looks like “{ $topic }”.
asking-yes = Yes, { $topic }
asking-other-topic = Other topic
asking-about = Whom or what is it about?
asking-about-none = No matter
asking-known = Perhaps there is an answer already:
asking-still = Ask anyway
asking-write = Write what happened: text, photos, files, in several messages if you like. Then tap “Send”.
asking-no-secrets = Do not write passwords or codes: the consultant needs none.
asking-more = You can add more, or edit what you wrote.
asking-add = Add to the request: text, photos, files. Then tap “Send”.
asking-said = “{ $words }”
asking-count = Messages: { $messages }, files: { $files }
asking-album = The album is taken as a whole.
asking-urgent = ⚠️ Urgent: { $reason }
asking-struck = ⚠️ There was a password or a code in the message. It is not kept, and the bot deletes the message from the chat. If it is still there, delete it yourself.
asking-code = ⚠️ The code is not kept, and the bot deletes it from the chat. To come in with a code, finish the question first, or send /cancel.
asking-send = Send
asking-make-urgent = Urgent
asking-calm = Not urgent
asking-matter = { $matter ->
    [remark] It is a proposal
    [proposal] It is a question
   *[question] It is a remark
}
asking-leave = Do not send
asking-reason = What is urgent does not wait for a window of duty: if nobody is on duty for the topic now, the administrator of the journal gets it. Why can it not wait? Write one sentence, up to 300 characters.
asking-back = ‹ Back
asking-dropped = The question was not sent, and what you wrote is deleted.
asking-sent = Request No. { $number } is taken.
asking-added = The addition to request No. { $number } is sent.
asking-retaken = The edit is taken in: the new words will be sent.
asking-edited = The edit is kept: the consultant sees the new words, the former ones are kept.
asking-edited-answer = The edit is kept: the other side sees it, the former words are kept.
asking-now = { $name ->
    [nobody] The consultant on duty
   *[other] <b>{ $name }</b>
} answers now, you are number { $place } in line.
asking-by = { $name ->
    [nobody] The consultant
   *[other] <b>{ $name }</b>
} answers by <b>{ $time }</b>.
asking-from = Nobody is on duty for “{ $topic }” now. Answers: <b>{ $day }, from { $time }</b>. You are number { $place } in line; I shall write when it begins.
asking-window-over = The window is over. { $name ->
    [nobody] The consultant
   *[other] <b>{ $name }</b>
} says who answers and when.
asking-at-latest = If not sooner, answers: <b>{ $day }, from { $time }</b>.
asking-administrator = { $name ->
    [nobody] The administrator of the journal answers
   *[other] <b>{ $name }</b>, administrator of the journal, answers
}. I shall write as soon as there is an answer.
asking-nobody-hears = Your request is kept, but nobody sees it now: no messages reach the journal administrator. If it cannot wait, go to the school in person.
asking-lost-access = The administrator of the journal{ $name ->
    [nobody] {""}
   *[other] , <b>{ $name }</b>,
} brings access back, and sees your request already. Write no password and no code.
requests-head = 🆘 <b>My requests</b>
requests-empty = No requests so far. Ask a question, and here you see who answers and when.
requests-line = { $index }. No. { $number } · { $topic } · { $state } · { $day }
request-state = { $state ->
    [open] waits for an answer
    [asked-back] waits for your word
    [answered] answered
    [confirmed] helped
    [by-time] closed
    [cancelled] cancelled
    [merged] common answer
    [at-vendor] with the journal's support
    [solved] solved
    [vendor] passed to support
    [duplicate] duplicate
    [needless] closed without an answer
    [no-answer] closed without your word
   *[other] closed
}
request-head = 🆘 <b>Request No. { $number }</b> · { $topic }
request-open = Waits for an answer.
request-asked-back = ✍️ The consultant needs to know more: answer to be helped.
request-answered = The answer has come. Did it help?
request-confirmed = Closed: it helped.
request-by-time = Closed: there were no questions after the answer.
request-cancelled = You cancelled this question.
request-merged = Many asked the same: the answer comes to you too.
request-merged-answered = The answer has come: others asked the same. If it did not help, open the request again.
request-together-asked-back = The consultant is finding out more. The answer comes to you, too.
request-apart = Not the same
request-apart-now = Your question is answered by itself.
request-needless = The consultant closed the request without a written answer.
request-rated = Your rating: { $stars }
request-entry = { $index }. <b>{ $who }</b> · { $when }{ $edited ->
    [yes] {" "}· edited
   *[no] {""}
}{ $files ->
    [0] {""}
   *[other] {" "}· files: { $files }
}
request-you = You
request-asks-back = { $who } asks back
request-add = Add
request-answer = Answer
request-helped = It helped
request-not-helped = Not helped
request-more = More
request-more-head = What shall be done with the request?
request-cancel = Cancel the question
request-cancel-alone = Not needed any more
request-cancel-sure = Yes, cancel
request-cancel-ask-alone = Do you need no answer any more? The others who asked the same get one, you do not.
request-cancel-ask = Cancel the question? The consultant sees it among the open ones no more.
request-transcript = As a file
request-rate = Rate
request-rate-ask = Thank you. Rate the help from 1 to 5.
request-rated-now = The rating { $stars } is kept. You can add a few words: write them now.
request-rated-words = Thank you, your words are kept.
request-reopened = The request is open again: write what is still unclear.
request-other-topic = Which topic fits better?
request-by = { $who } · { $when }{ $count ->
    [1] {""}
   *[other] {" "}· version { $version } of { $count }
}
request-no-files = There are no files here.
request-back = ‹ Request
request-files = Files ({ $count })
request-transcript-ready = All that was said in request No. { $number }. Passwords and codes are struck out.
request-transcript-instead = The file could not be made. Open the request and try again.
transcript-name = Request { $number }
transcript-head = Request No. { $number }, topic: { $topic }
transcript-about = About: { $what }
transcript-asked = Asked: { $when }
transcript-state = State: { $state }
transcript-entry = { $when }, { $who }:
transcript-file = [file: { $name }]
transcript-picture = [photo]
known-head = <b>{ $question }</b>
known-helped = It helped
known-glad = Good. The question was not sent: ask whenever you need to.
known-list-head = 🆘 <b>Known answers</b>
known-list-what = Everybody who asks about the topic sees them before the question.
known-list-line = { $index }. { $topic }: { $question }{ $retired ->
    [yes] {" "}· not shown
   *[no] {""}
}{ $helped ->
    [0] {""}
   *[other] {" "}· helped: { $helped }
}
known-add = Add
known-add-topic = What is the known answer about? Choose a topic.
known-ask-question = Write the question as people ask it: up to { $longest } characters.
known-ask-answer = “{ $question }” Now write the answer: up to { $longest } characters.
known-own = This answer is about the bot itself: its words come with the bot.
known-count = Topic: { $topic }. Helped: { $helped }.
known-retired = It is not shown now.
known-edit = Edit
known-retire = Do not show
known-restore = Show
known-back = ‹ Answers
known-saved = Kept.
known-own-coming-in = How does a second parent or the child come in?
known-own-coming-in-answer = Everybody has a code of their own. The class teacher gives it out, to staff the administrator of the journal. Send the code to the bot from your own phone: then the menu opens.
known-own-new-code = The code does not work. What now?
known-own-new-code-answer = A code works once, and for a limited time. Ask for a new one: families get it from the class teacher, staff from the administrator of the journal. The former code then opens nothing any more.
known-own-forecasts = Where do I see which mark the period will bring?
known-own-forecasts-answer = Command /forecast, or in the menu “More”, then “Forecast”. It shows why the forecast is what it is, and what the next mark needs.
known-own-late-marks = A mark is in the journal, but no message came. Why?
known-own-late-marks-answer = A new mark does not come at once: the teacher may correct a slip. Under “Marks” it is seen without waiting. Which news come when is chosen in the settings.
known-own-absence = How do I say that the child will not be there?
known-own-absence-answer = Open /absences: there is a button by which a parent announces an absence and adds a doctor's note. The class teacher sees it at once.
known-own-quiet = How do I stop the bot from writing in the evening?
known-own-quiet-answer = /settings, then “News and quiet hours”: there you choose quiet hours and what you hear of. Of absences and urgent matters the bot tells in any case.
refusal-too-many-gathered = One request holds 20 messages at most. Send what there is: the rest can be added later.
refusal-known-answer-gone = This answer was changed or taken away. Open the list again.

code-for-others = ⚠️ This is a code to come in: it was not sent, kept or used, and the bot deletes it from the chat. Write without the code. To come in by it yourself, first stop what you began: /cancel.
plain-secret = ⚠️ There was a password or a code in the message. It was not kept or passed on, and the bot deletes it from the chat. If access is lost, ask: /ask.
