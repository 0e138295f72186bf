# Packets for the support of the journal's vendor.
place-vendor = Support
command-vendor = a request to the journal's support
packets-head = 🆘 <b>Requests to the vendor's support</b>
packets-head-others = 🆘 <b>Requests of other staff</b>
packets-empty = No requests yet. The bot gathers what support will ask for: organisation, login, role, what happened and what was tried.
packets-empty-others = Nobody else has asked the vendor's support.
packets-line = { $index }. { $day } · { $state ->
    [draft] draft
    [sent] waiting
    [answered] answered
   *[closed] closed
}{ $number ->
    [none] { "" }
   *[other] , No. { $number }
}: { $title }
packet-untitled = what happened is not said yet
packet-new = New request
packet-new-at = New: { $school }
packets-others = Of other staff
packets-own = Mine
packet-support = School's data
packet-back = ‹ The request
packets-back = ‹ Requests
packet-draft-head = 🆘 <b>Request to support</b> · draft
packet-refused-note = The mail server did not take the letter. Check the addresses with the administrator, or send it as text or a file.
packet-lacks = Missing: { $what }.
packet-whole = This is all that will go out. Check that words and pictures hold no passwords and no needless names.
packet-of-administrator = The journal's administrator sets organisation and domain, once for all.
packet-go-on = Say: { $what }
packet-edit = Change
packet-edit-head = What to say differently?
packet-drop = Throw away
packet-drop-ask = Throw the draft away? It cannot be brought back.
packet-drop-sure = Yes, throw away
packet-dropped = The draft is thrown away.
packet-by-mail = By letter
packet-by-text = As text
packet-by-file = As a file
packet-piece-organisation = organisation
packet-piece-domain = domain
packet-piece-login = login
packet-piece-identifier = identifier
packet-piece-role = role
packet-piece-happened = what happened
packet-piece-moment = when
packet-piece-tried = what was tried
packet-piece-pictures = pictures
packet-ask-login = Whose login in the journal? Write the login only, as one word. Nobody needs the password.
packet-ask-identifier = Which identifier does this person have in the journal? Write it as one word; it is on the user's card.
packet-ask-role = Which role is it in the journal?
packet-ask-happened = What happened? Write what was done, what was expected and what was seen. Up to 1500 characters.
packet-ask-moment = When was it? Such as “20 November, about 10:30” or “every day”. Up to 100 characters.
packet-ask-tried = What was tried already? Such as “logged in anew, another browser”. Up to 1500 characters.
packet-ask-pictures = Send screenshots, up to 5, one by one or as an album. Cover names and marks on them.
packet-pictures-taken = Pictures: { $count }. Send more, or go on.
packet-no-pictures = No pictures
packet-pictures-done = Go on
packet-words-only = Words are needed here. The draft is kept.
packet-pictures-only = Pictures are needed here. The draft is kept.
packet-role-teacher = Teacher
packet-role-head = Head
packet-role-deputy-head = Deputy head
packet-role-administrator = Administrator
packet-role-secretary = Secretary
packet-role-consultant = Consultant
packet-role-guardian = Parent
packet-role-pupil = Pupil
packet-head = 🆘 <b>Request to support</b> · { $state ->
    [draft] draft
    [sent] waiting
    [answered] answered
   *[closed] closed
}
packet-author = Sent by { $name }
packet-left = { $way ->
    [mail] The letter { $letter ->
        [waiting] waits to be sent
        [sending] is being sent
        [sent] left on { $day }
        [unknown] left on { $day }, but whether it arrived is unknown: ask the vendor
       *[other] did not leave
    }
    [text] Given as text on { $day }
   *[file] Given as a file on { $day }
}
packet-number = The vendor's number: <b>{ $number }</b>
packet-no-number = There is no number of the vendor's yet.
packet-ask-on = Ask again on { $day }
packet-set-number = Number
packet-set-day = Ask again
packet-answered = Answered
packet-close = Close
packet-not-helped = Did not help
packet-reopen = Open again
packet-show-text = Text
packet-show-file = File
packet-ask-number = Which number did the vendor give? Up to 100 characters.
packet-ask-day = When to ask again? Choose, or write the day, such as “27.11”.
packet-in-3 = In 3 days
packet-in-7 = In a week
packet-copy = Copy the text:
packet-copy-pictures = The pictures are above.
packet-file-caption = 🆘 Request to support: text and pictures in one file.
packet-file-instead = 🆘 The file could not be made: a picture is no more, or Telegram does not answer. Take the text, or try later.
packet-file-name = Request to support
packet-text-file = request.txt
packet-picture-file = picture-{ $number }
packet-text-subject = Request to the support of the electronic journal: { $value }
packet-text-organisation = Organisation: { $value }
packet-text-domain = Domain: { $value }
packet-text-login = Login: { $value }
packet-text-identifier = Identifier: { $value }
packet-text-role = Role: { $value }
packet-text-happened = What happened:
packet-text-moment = When:
packet-text-tried = What was tried:
packet-text-pictures = Pictures: { $count }
support-head = 🆘 <b>Vendor's support</b> · { $school }
support-organisation = Organisation: { $value }
support-domain = Domain of the journal: { $value }
support-address = Support's mailbox: { $value }
support-answers-to = Answers go to: { $value }
support-none = not set
support-how = This stands in all requests. Letters go out when both addresses are set.
support-set-organisation = Organisation
support-set-domain = Domain
support-set-address = Support's mailbox
support-set-answers-to = Mailbox for answers
support-ask-organisation = What is the school called at the vendor's? Up to 100 characters.
support-ask-domain = Which domain does the school have in the journal? One word, such as “school1.example.org”.
support-ask-address = Which mailbox of the vendor takes requests?
support-ask-answers-to = To which mailbox of the school should the vendor answer?
support-back = ‹ The data
news-packet-refused-head = 🆘 <b>The letter to support did not leave</b>
news-packet-refused = The mail server did not take it. The request is a draft again, nothing is lost: { $title }
news-packet-due-head = 🆘 <b>Time to ask support again</b>
news-packet-due = The request of { $day } has no answer yet{ $number ->
    [none] { "" }
   *[other] , No. { $number }
}: { $title }
news-packet-line = { $refused ->
    [yes] The letter to support did not leave
   *[no] Time to ask support again
}: { $title }
news-packet-open = Open
refusal-packet-piece = That does not fit: words no longer than is said, and one word where one is asked for, with no password, code or link with a key in it.
refusal-packet-incomplete = The request is not complete: it says what is missing.
refusal-packet-gone = The request has left or changed. Here is how it stands.
refusal-packet-no-mail = It cannot go by letter: mail is not set up, or the administrator has not set the addresses. Take the text or the file.
refusal-packet-pictures = Five pictures at most. Those that were there are kept.
refusal-packet-pictures-large = The pictures together are over 10 MB: a letter does not carry that much. This one was not taken, the others are kept. Send it as a photo, not as a file: it is smaller then.
refusal-packet-day = That day is over, too far ahead, or written differently. Example: 27.11.
