# Trainings: planned, invited to, replied, who came.
place-trainings = Trainings
command-training = trainings: plans and invitations
trainings-head = 🆘 <b>Trainings</b>
trainings-head-past = 🆘 <b>Trainings</b> · past
trainings-empty = No training lies ahead.
trainings-empty-past = There were no trainings.
trainings-invited = { $index }. You are invited: <b>{ $day }, { $time }</b>, { $topics }
trainings-line = { $index }. { $day }, { $time } · { $whom } · { $topics }{ $off ->
    [yes] {" "}(called off)
   *[no] { "" }
}
training-to-past = Past ones
training-to-ahead = What lies ahead
training-plan = Plan one
training-plan-at = Plan one: { $school }
training-whom-teachers = all teachers
training-whom-class-teachers = class teachers
training-whom-persons = chosen staff
training-whom-families = parents of { $class }
training-whom-families-open = parents of a class
training-new-head = 🆘 <b>New training</b>
training-new-whom = For: { $whom }{ $count ->
    [0] { "" }
   *[other] {" "}— { $count }
}
training-new-away = Not in the bot: { $count }. Tell them in person.
training-new-topics = Topics: { $topics }
training-new-when = When: { $day }, { $time }
training-new-room = Where: { $room }
training-new-words = Words: { $words }
training-lacks = Still to say: { $what }.
training-part-invitees = for whom
training-part-topics = topics
training-part-time = time
training-part-room = place
training-set-whom = For whom
training-set-topics = Topics
training-set-time = When
training-set-room = Where
training-set-words = Words
training-invite = Invite ({ $count })
training-to-plan = ‹ The plan
training-choose-whom = Who is taught?
training-choose-teachers = All teachers
training-choose-class-teachers = Class teachers
training-choose-persons = By name
training-choose-families = Parents of a class
training-choose-class = Parents of which class?
training-choose-class-empty = The school has no classes with pupils yet.
training-choose-persons-head = Whom to invite? Marked: { $count }.
training-choose-persons-line = { $index }. { $name }{ $marked ->
    [yes] {" "}✓
   *[no] { "" }
}
training-choose-persons-empty = The school's records have no staff yet.
training-choose-topics = What is taught? Mark one topic or several.
training-topic-chosen = ✓ { $topic }
training-ask-time = When? Write the day and time, such as “27.11 14:00”.
training-ask-room = Where? Write the place, such as “room 4”, 60 characters at most.
training-ask-words = What to add to the invitation? Up to 1000 characters: what to bring or prepare.
training-ask-move = Moved to when? Write the day and time, then the place after a comma, if it is another: “27.11 15:00, room 5”.
training-use-buttons = Choose what to say: the buttons are below the plan.
training-words-only = Words are needed here. The plan is kept.
training-kept = Invitations are on their way.
training-moved-done = Moved. Those invited will hear, and reply anew.
training-head = 🆘 <b>Training</b> · { $day }, { $time }
training-head-off = 🆘 <b>Training called off</b> · { $day }, { $time }
training-place = Where: { $room }
training-topics = Topics: { $topics }
training-whom = For: { $whom } — { $count }
training-holder = Held by { $name }
training-replies = Coming: { $coming }, not coming: { $not_coming }, no reply: { $silent }
training-away = Not in the bot: { $count }
training-came = Came: { $came } of { $count }
training-came-open = Who came is not ticked off yet.
training-guests = Who comes
training-tick = Who came
training-move = Move
training-call-off = Call off
training-call-off-ask = Call the training off? Those invited will hear: { $count }.
training-call-off-sure = Yes, call off
training-called-off = Called off. Those invited will hear.
training-back = ‹ The training
trainings-back = ‹ Trainings
training-guests-head = 🆘 <b>Invited</b> · { $day }, { $time }
training-guest-line = { $index }. { $came ->
    [yes] ✓{" "}
   *[no] { "" }
}{ $name } — { $reply ->
    [coming] comes
    [not_coming] does not
    [away] not in the bot
   *[none] no reply
}
training-guest-how = A number ticks off who came.
training-tick-promised = All who promised came
training-invited-head = 🆘 <b>You are invited to a training</b>
training-invited-head-families = 🆘 <b>Training for parents of { $class }</b>
training-moved-head = 🆘 <b>Training moved</b>
training-moved-head-families = 🆘 <b>Training for parents of { $class } moved</b>
training-off-head = 🆘 <b>Training called off</b>
training-off-head-families = 🆘 <b>Training for parents of { $class } called off</b>
training-tomorrow-head = 🆘 <b>Reminder: training</b>
training-tomorrow-head-families = 🆘 <b>Reminder: training for parents of { $class }</b>
training-when = { $day }, { $time }, { $room }
training-was = Was: { $day }, { $time }
training-line = { $occasion ->
    [invited] Invited to a training
    [moved] Training moved
    [called_off] Training called off
   *[tomorrow] Reminder of a training
}: { $day }, { $time }, { $topics }
training-you-come = You replied: coming.
training-you-do-not = You replied: not coming.
training-over = The training has begun or is over.
training-come = I’ll come
training-not-come = I can’t
training-none-head = 🆘 <b>This quarter has no training</b>
training-none = { $term } ends on { $day }. There is a training at least once a quarter (E6 2.1).
training-none-line = No training: { $term } ends on { $day }
refusal-training-incomplete = The plan is not complete: it says below what is open.
refusal-training-time = That time is over, too far ahead, or written differently. Example: 27.11 14:00.
refusal-training-words = Words are needed, no longer than is said below.
refusal-training-nobody = There is nobody to invite: the school's records have no such people.
refusal-training-over = This time of the training counts no more: it was moved, called off, or has begun. Here is how it stands.
refusal-training-not-begun = Who came is ticked off once it has begun.
