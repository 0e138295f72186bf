# The monthly check of personal data: the family, the class teacher, the administration.
topic-personal-data = Monthly check of data
rule-personal-data-asked-on = { $value ->
    [0] Families are not asked to check their data
   *[other] Families are asked to check their data on day { $value } of each month
}
rule-personal-data-pupils-from-grade = Pupils check their own data from grade: { $value }

place-my-data = Check my data
data-whose = Whose data?
data-head = ✍️ <b>Check of data</b> · { $month }
data-name = <b>{ $name }</b>{ $title ->
    [none] {""}
   *[other] , { $title }
}
data-phone = Phone: { $phone ->
    [none] none
   *[other] { $phone }
}
data-email = E-mail: { $email ->
    [none] none
   *[other] { $email }
}
data-child = Child: { $child }
data-waits = With the administrator: { $field } — “{ $words }”
data-is-it-right = The school has this on record. Is it all right?
data-confirmed = You confirmed this month that all is right.
data-anything-else = If anything else is wrong, write that as well.
data-of-guardians = Parents check these data. Tell them or the class teacher of a mistake.
data-right = All is right
data-wrong = There is a mistake
data-back = ‹ To the data
data-choose = ✍️ <b>What is wrong?</b>
data-field-name = Full name
data-field-phone = Phone
data-field-email = E-mail
data-field-child = Data of a child
data-field-other = Other
data-of-child = Child: { $name }
data-ask = { $field ->
    [name] ✍️ <b>Full name</b>: write the right family name, given name and patronymic.
    [phone] ✍️ <b>Phone</b>: write the right number.
    [email] ✍️ <b>E-mail</b>: write the right address.
    [child] ✍️ <b>{ $name }</b>: write the right name or class.
   *[other] ✍️ <b>Other</b>: write what is wrong, and what is right.
}
data-now = On record now: { $now ->
    [none] nothing
   *[other] { $now }
}
data-how = In one message of up to 300 characters. The administration will read it. /cancel to leave.
data-said = Passed on to the school’s administration. I will write when it is decided.
data-words-only = Words are needed here: what is right. /cancel to leave.
data-settled = ✍️ { $state ->
    [declined] <b>The correction was not accepted</b>
   *[entered] <b>Corrected in the school’s journal</b>
}: { $field } — “{ $words }”
data-settled-why = Reason: { $word }

place-class-check = Check of data
class-check-head = ✍️ <b>{ $class }</b> · check of data, { $month }
class-check-empty = There is nobody to ask yet: the school’s files have no parents of this class.
class-check-sum = Right: { $right }, with a mistake: { $wrong }, no answer: { $silent }, to be asked on paper: { $outside }.
class-check-line = { $index }. { $name }{ $of }: { $standing ->
    [wrong] { $fields ->
        [none] there was a mistake
       *[other] a mistake, { $fields }
    }{ $waits ->
        [yes] , with the administration
       *[no] , settled
    }
    [right] { $by ->
        [none] all is right
       *[other] checked in person on { $day }, { $by }
    }
    [silent] no answer
   *[outside] { $came ->
        [yes] cannot be written to in the bot (declined, or the chat is closed), ask on paper
       *[no] not in the bot, ask on paper
    }
}
data-of-class = Not answered in the bot yet: { $silent }. Not in the bot, or not to be written to there, to be asked on paper: { $outside }.
data-of-class-open = Who has not answered
class-check-how = A number ticks that the data were checked in person; once more takes the tick back.
class-check-remind = Remind who is silent
class-check-reminded = { $count ->
    [0] Nobody to remind: asked today already, or the family takes no messages.
    [one] I will remind { $count } person.
   *[other] I will remind { $count } persons.
}

place-corrections = Corrections
corrections-head = { $count ->
    [0] ✍️ <b>Corrections of data</b>. Nothing waits.
   *[other] ✍️ <b>Corrections of data</b>: { $count } to be entered
}
corrections-line = { $index }. { $day }, { $what }
correction-in-a-line = { $name }, { $field }: “{ $words }”
corrections-open = Open the list
corrections-back = ‹ To the list
correction-head = ✍️ <b>{ $name }</b> · { $field }
correction-about = About the child: { $child }
correction-now = In the journal now: { $now }
correction-words = Right, as the person says: “{ $words }”
correction-how = Check it and enter it into the school’s journal yourself: the bot changes no records of people.
correction-enter = Entered
correction-decline = Decline
correction-back = ‹ Back
correction-why = Write in one message why it is not accepted: who asked for it reads the reason. /cancel to leave.
correction-entered = Marked as entered. The person will hear of it.
correction-declined = Declined. The person will hear the reason.

refusal-data-words = Words or figures are needed, no more than 300 characters.
refusal-data-name = A family name and a given name are needed, without figures, no more than 150 characters.
refusal-data-phone = A number of 10 to 15 figures is needed, without words.
refusal-data-as-kept = That is what the school has on record. There is nothing to correct.
refusal-data-too-many = Enough of your corrections wait already. Wait for a decision, or come to the school.
refusal-correction-decided = This correction was decided or replaced. Open the list anew.
refusal-correction-word = A reason in a few words is needed, no more than 300 characters.
