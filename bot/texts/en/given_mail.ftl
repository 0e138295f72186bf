# Letters to who never came to the chat, the pages of their links, and both ways at once.
connection-by-mail = by e-mail since { $day }
connection-by-mail-now = Never came to the chat; news go by e-mail since { $day }.
connection-mail-lost = e-mail does not arrive
connection-mail-lost-now = E-mail does not arrive and there is no chat. The family is told on paper.
connection-letters = E-mail
given-mail-head = ✉️ E-mail · <b>{ $who }</b>
given-mail-none = Who does not use Telegram can get news by e-mail. An address and a written consent are needed.
given-mail-in-chat = The person is in the chat and chooses there where news go.
given-mail-declined = The family declined to be told electronically. If it changed its mind, first take its consent: “Consents”.
given-mail-now = E-mail goes to <b>{ $address }</b> since { $day }.
given-mail-lost = E-mail to <b>{ $address }</b> does not arrive: there is no such mailbox, or it was closed. Ask for the address again.
given-mail-goes = A letter with a link is on its way to { $address }. News will follow once the address is confirmed by it: until { $day }.
given-mail-sent = Waiting: a letter with a link went to { $address }; the link is good until { $day }.
given-mail-old = The letter to { $address } was not confirmed by { $day }; its link is good no more.
given-mail-refused = The letter to { $address } was not accepted: there seems to be no such mailbox.
given-mail-word = The written consent was taken on { $day }.
given-mail-known = Write to { $address }
given-mail-type = Enter an address
given-mail-type-other = Another address
given-mail-ask = Write the e-mail address as it stands in the consent, such as anna@example.org.
given-mail-paper = An address is entered on a guardian's written consent, which stays with you. Nothing about the child goes there until the address is confirmed by the link.
given-mail-ask-day = Which day stands on the consent?
given-mail-write-day = Write the day of the consent: 12.11.2026 or 12.11. /cancel takes this back.
given-mail-back = To e-mail
given-mail-back-to-person = Back
given-mail-end = Stop e-mail
given-mail-sure = Stop e-mail about the children of this class? The consent will be recorded as withdrawn today, and the family will be told on paper.
given-mail-end-surely = Yes, it was withdrawn
given-mail-keep = Leave as it is
mail-offer-subject = Confirm your e-mail for school news
mail-offer-letter = { $school }: this address was named to get news of the school by e-mail.
    If it is yours and you agree, confirm it by the link. It is good for 7 days.
    If you did not ask for this, there is nothing to do: no more letters will come.
mail-offer-confirm = Confirm the address
mail-stop = No more letters, please
mail-page-offer = { $school } will send news of the diary to <b>{ $address }</b>: marks, absences, homework, results.
mail-page-words = By the button you confirm that this address is yours and that you agree to get letters. Each letter has a link to stop them.
mail-page-tongue = Letters will come in the language in which this page stands.
mail-page-language = Language: { $language }
mail-page-confirm = Confirm
mail-page-confirmed = <b>{ $address }</b> is confirmed. News of the school ({ $school }) will come there.
mail-page-stop = News of the school will come to <b>{ $address }</b> no more. The consent to letters will be withdrawn.
mail-page-stop-surely = Send no more
mail-page-stopped = No more letters will come to this address. Should you need them again, tell the class teacher.
mail-page-refused = The consent to letters was withdrawn, so the address cannot be confirmed. If this is wrong, tell the class teacher.
mail-page-unknown = There is nothing here. The link may be too old: ask the class teacher to send the letter again.
refusal-too-many-offers = This person, or this address, was sent three letters today. The next one can go tomorrow.
refusal-in-the-chat = The person is in the chat and chooses there where news go.
refusal-declined-altogether = This family declined to be told electronically. First take its consent: “Consents”.
refusal-letters-taken-back = The guardian stopped letters after that day. A consent of a later day is needed.
refusal-no-letters = No letters go to this person anyway.
way-both = Both ways
mailbox-all = Send everything:
mailbox-all-kept = { $via ->
    [mail] All news will come by e-mail
    [both] All news will come to the chat and by e-mail
   *[chat] All news will come to the chat
}
broadcast-card-by-mail = by e-mail { $count }
mail-answer-broadcast = Read and answer
mail-review = See the week's totals and confirm that you have read them
mail-review-of = { $name }: see the week's totals and confirm that you have read them
mail-review-in-chat = This week's review can be confirmed in the chat with the bot.
mail-choose = What comes, and when
choices-kept = Kept.
choices-keep = Keep
choices-nights = Quiet hours
choices-own = My own
mail-read = Read the news
