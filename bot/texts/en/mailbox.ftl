# Where letters go, and the letters themselves.
place-mailbox = E-mail
mailbox-head = <b>E-mail</b>
mailbox-back = E-mail
mailbox-whose = Whose e-mail do you mean?
mailbox-none = News of the school can come by e-mail too. Now everything comes here, to the chat.
mailbox-now = Letters go to <b>{ $address }</b>. Should the chat take no messages, everything goes there.
mailbox-unreachable = Letters to <b>{ $address }</b> do not arrive, so everything comes here, to the chat. Confirm the address again, or give another one.
mailbox-refused = The school has it in writing that you want no letters. Your class teacher can change that.
mailbox-refused-of = You told the school that you want no letters about: { $names }. That news comes to the chat.
mailbox-letter-sent = A letter with a code was sent to { $address }. The code is good for 30 minutes.
mailbox-letter-refused = The letter to { $address } was not accepted: there seems to be no such mailbox.
mailbox-ask-code = Write the code of the letter here. If there is no letter, look into the spam folder.
mailbox-ask-address = Write your e-mail address, such as anna@example.org. A letter with a code will go there.
mailbox-proven = Your address is confirmed. Choose in the news what comes by e-mail.
mailbox-code-wrong = The code does not fit. Check it and write it once more.
mailbox-code-over = The code was wrong five times and is good no more. Ask for another letter.
mailbox-code-old = The code is good no more. Ask for another letter.
mailbox-type = Give an address
mailbox-type-other = Another address
mailbox-enter-code = Enter the code
mailbox-what = What to send
mailbox-end = No more e-mail
way-chat = To the chat
way-mail = By e-mail
way-kept = { $topic }: { $way ->
    [mail] by e-mail
    [both] to the chat and by e-mail
   *[chat] to the chat
}
topic-way = { $way ->
    [mail] Comes by e-mail.
    [both] Comes to the chat and by e-mail.
   *[chat] Comes to the chat.
}
preferences-line-mail = { $index }. { $topic }: <b>{ $when }, by e-mail</b>
preferences-line-both = { $index }. { $topic }: <b>{ $when }, chat and e-mail</b>
refusal-address = This does not look like an e-mail address. It is written like anna@example.org, in 254 characters at most. Write it once more.
refusal-too-many-letters = Three letters with codes were sent within an hour. Ask for the next one in { $minutes } min.
refusal-letters-refused = The school has it in writing that you want no letters. Your class teacher can change that.
refusal-letters-unavailable = This school sends no e-mail: everything comes here, to the chat.
mail-code-subject = Code for your e-mail
mail-code-letter = Code: <b>{ $code }</b>
    Write it in the chat with the school's bot to get news at this address. The code is good for 30 minutes.
    If you did not ask for it, there is nothing to do.
mail-answer = Read and acknowledge
mail-answer-of = { $name }: read and acknowledge
mail-answer-in-chat = You can acknowledge this in the chat with the bot.
answer-page-title = Zvonok, the school's bot
answer-page-refused = You cannot open this now: as far as the school knows, you do not represent this pupil. If that is wrong, tell the class teacher.
answer-page-unknown = There is nothing here. The link may be too old: open the chat with the school's bot.
