# What guardians agreed to.
place-consents = Consents
activated-next-consent = News of marks, absences and homework will come here by themselves. Please consent to that by “Consents”.
consents-choose = 📝 Whose consent?
consents-none = The school's records have no child whom you represent.
consents-head = 📝 Consents · <b>{ $child }</b>
consents-line = { $subject ->
    [electronic] Being told about the child electronically
    [telegram] Messages to the Telegram chat
    [email] Letters by e-mail
   *[paper] Application for paper
}: { $said ->
    [given] given { $day }
    [refused] refused { $day }
    [withdrawn] withdrawn { $day }
   *[nothing] not asked yet
}{ $version ->
    [none] { "" }
   *[other] , version { $version }
}
consents-words = Consent: the school tells you of the child's marks, absences, homework and results by this bot. Only what that needs is kept, and you can withdraw on any day.
consents-give = { $subject ->
    [electronic] I agree
    [telegram] Agree to the chat
   *[email] Agree to letters
}
consents-withdraw = { $subject ->
    [electronic] Withdraw consent
    [telegram] No messages here
   *[email] No letters
}
consents-sure = { $subject ->
    [electronic] Withdraw? No message about the child will come in any way; the class teacher hands over on paper.
    [telegram] Send nothing about the child to this chat any more? The diary stays open, but news will not come by themselves.
   *[email] Send no letters about the child any more?
}
consents-withdraw-sure = Yes, withdraw
consents-keep = Leave it as it is
consents-now = Recorded, and in force at once.
class-consents-head = 📝 Families' consents · <b>{ $title }</b>
class-consents-sum = { $given } of { $all } agreed{ $paper ->
    [0] { "" }
   *[other] , { $paper } on paper
}
class-consents-line = { $index }. { $who }: { $said ->
    [given] agreed { $day }
    [refused] refused in writing { $day }
    [withdrawn] withdrawn { $day }
   *[nothing] not asked
}{ $closed ->
    [telegram] , chat closed
    [email] , no letters
    [both] , chat closed, no letters
   *[none] { "" }
}{ $paper ->
    [yes] , paper on application
   *[no] { "" }
}
class-consents-none = The class has no parents on record yet.
family-consent-head = 📝 <b>{ $who }</b>
family-consent-paper = This family is told about the child on paper.
family-consent-paper-too = This family is told about the child on paper as well: it asks so in its application.
family-consent-electronic = This family is told about the child by messages.
family-consent-no-chat = Not every way is open: where messages reach neither chat nor mailbox, the family is told on paper.
application-ask = { $what ->
    [yes] Consent on paper: which day stands on it?
    [paper] Application for paper: which day stands on it?
    [no_paper] Application that ends paper: which day stands on it?
   *[no] Written refusal: which day stands on it?
}
application-today = Today, { $day }
application-yesterday = Yesterday, { $day }
application-other = Another day
application-back = ‹ Back
application-write = Write the day of the application: 12.11.2026 or 12.11. /cancel takes this back.
application-ask-words = The day is needed in words, such as 12.11.2026. /cancel takes this back.
application-later = Recorded. A later answer counts.
refusal-application-day = There is no such day, it is to come, or it is more than a year back. For example: 12.11.2026.
family-consent-given = Agreed in writing to messages
family-consent-refused = Written refusal received
family-consent-paper-asked = Asks for paper sheets
family-consent-no-paper-more = Needs sheets no more
consents-back = To the list
