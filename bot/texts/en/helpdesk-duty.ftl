# The duty schedule: who answers what and when.
place-on-duty = Who is on duty
command-duty = who is on duty, and when they answer
duty-topic-any = any question
duty-topic-technology = using the journal
duty-topic-lesson-plans = lesson plans
duty-topic-control-works = control works
duty-topic-current-marks = current marks
duty-topic-final-marks = final marks
duty-topic-attendance = attendance
duty-topic-reports = reports
duty-topic-diary = the diary
duty-topic-registration = registration
duty-topic-lost-access = lost access
duty-somebody = a consultant
duty-hours = { $begin }–{ $end }
duty-room = , room { $room }
duty-now-head = 🆘 <b>Who is on duty</b> now, { $time }
duty-now-nobody = Nobody is on duty now.
duty-now-line = <b>{ $name }</b> answers until { $until }{ $room }: { $topics }
duty-next-head = Next:
duty-next-line = { $day }, { $hours }{ $room }: { $topics } ({ $name })
duty-none = There is no duty schedule yet. For lost access go to the journal's administrator.
duty-lost-access = Lost access: to the journal's administrator, at any time.
duty-own = My duty
duty-schedule = Duty schedule
duty-schedule-head = <b>Duty schedule</b>
duty-schedule-empty = The schedule has no window: nobody will know when an answer comes.
duty-schedule-line = { $index }. { $weekday } { $hours }, { $name }{ $room }: { $topics }{ $flawed ->
    [yes] {" "}⚠️
   *[no] {""}
}
duty-add = Add a window
duty-flaws = Remarks ({ $count })
duty-fill-a = By document A
duty-fill-e = By document E
duty-flaws-head = <b>Duty schedule</b>: remarks
duty-flaws-none = No remarks.
duty-window-head = <b>{ $weekday }, { $hours }</b>: a window of duty
duty-window-new = <b>A new window of duty</b>
duty-window-changed = <b>A window of duty changes</b>
duty-window-who = Consultant: { $name }
duty-window-nobody = Consultant: not chosen
duty-window-day = Day and hours: { $weekday }, { $hours }
duty-window-topics = Topics: { $topics }
duty-window-no-topics = Topics: none chosen
duty-window-room = Room: { $room }
duty-window-no-room = Room: not named
duty-window-term = Valid { $from ->
    [none] {""}
   *[other] from { $from }{" "}
}{ $until ->
    [none] {""}
   *[other] to { $until }
}
duty-window-always = Valid without an end
duty-window-one-day = Only { $day }, on holidays as well
duty-window-by-hand = Entered in the chat: an import does not change it.
duty-window-by-import = From the school's files.
duty-saved = The window is saved.
duty-ended = The window ends today.
duty-change = Change
duty-turns = By day
duty-end = End
duty-end-ask = Today the window will be held for the last time; one that has not begun will not be held at all. End it?
duty-end-sure = Yes, end it
duty-part-who = Who
duty-part-day = Day
duty-part-hours = Hours
duty-part-topics = Topics
duty-part-room = Room
duty-part-term = Dates
duty-save = Save
duty-save-anyway = Save anyway
duty-done = Done
duty-ask-who = <b>Who is on duty in this window?</b> The school's consultants:
duty-ask-who-none = The school has no consultant: this role comes from the school's files.
duty-person = { $index }. { $name }{ $reachable ->
    [no] {" "}(not in the chat yet)
   *[yes] {""}
}
duty-ask-day = <b>On which day of the week?</b>
duty-ask-hours = <b>Hours of duty.</b> Choose, or write them: 09:00–12:00 or 23:00–01:00.
duty-ask-topics = <b>Which topics are answered?</b> Tap the numbers:
duty-topic-line = { $index }. { $topic }{ $chosen ->
    [yes] {" "}— <b>marked</b>
   *[no] {""}
}
duty-window-goes-on = It goes on after midnight: { $hours }
duty-window-rest = After midnight
duty-all-topics = Any question
duty-ask-room = <b>Room.</b> Write its number or name, up to { $most } characters. To remove it, tap “No room”.
duty-no-room = No room
duty-ask-term = <b>Dates.</b> Write for example: from 01.12.2026, to 31.05.2027, 01.12.2026–31.05.2027; one day is 01.12.2026.
duty-no-term = No dates
duty-hours-wrong = These hours are not clear. Write begin and end: 09:00–12:00.
duty-room-wrong = The room is longer than { $most } characters. Write it shorter.
duty-term-wrong = These dates are not clear. Write for example 01.12.2026–31.05.2027.
duty-words-only = Buttons help here. To leave: /cancel.
duty-flaw-no-time = It ends before it begins: { $where }
duty-flaw-no-topic = No topic at all: { $where }
duty-flaw-unknown-topic = An unknown topic in the school's file: { $where }
duty-flaw-no-day = This weekday does not fall between the dates: { $where }
duty-flaw-twice = Two windows are the same: { $where }
duty-flaw-two-places = One consultant in two rooms at once: { $where }
duty-flaw-overlap = One consultant in two windows at once: { $where }
duty-flaw-shared-room = Two consultants in one room at once: { $where }
duty-flaw-no-consultant = Not a consultant of the school: { $where }
duty-flaw-unreachable = Not in the chat yet, or gets no messages: { $where }
duty-flaw-no-administrator = No administrator of the journal takes messages: lost access and unanswered requests reach nobody
duty-flaw-same-person = If this consultant is silent, the request comes back: no other administrator of the journal takes messages. { $where }
duty-flaw-unanswered = Nobody answers in the next days: { $where }
duty-flaw-refused = ⚠️ This cannot be saved. { $said }
duty-flaw-warned = ⚠️ { $said }
duty-at = { $weekday } { $hours }, { $name }
duty-at-day = { $day }, { $hours }, { $name }
duty-turns-head = <b>{ $weekday }, { $hours }</b>: which day is to change?
duty-turns-span = Days from { $first } to { $last }. Tap a day to cancel the duty, change its hours or find a stand-in.
duty-turns-none = The window is valid no more.
duty-turn-head = <b>{ $day }, { $hours }</b>: duty
duty-turn-off = <b>{ $day }</b>: no duty
duty-turn-who = On duty: { $name }{ $room }
duty-turn-instead = On duty: { $name }, instead of { $own }{ $room }
duty-turn-other-hours = Other hours on this day.
duty-turn-asked = Waiting for an answer: { $name } is asked { $swap ->
    [yes] to swap
   *[no] to stand in
}
duty-turn-over = This day is over.
duty-turn-skip = Not on this day
duty-turn-as-ever = As every week
duty-turn-hours = Other hours
duty-turn-give = Stand-in
duty-turn-ask = Ask to stand in
duty-turn-swap = Swap
duty-turn-back = Take the request back
duty-turn-undo = Undo the stand-in
duty-turn-changed = Noted; those concerned will hear.
duty-ask-turn-hours = <b>{ $day }</b>: write the hours of this day, for example 10:00–11:30. /cancel leads out.
duty-choose-stand-in = <b>{ $day }, { $hours }</b>: who stands in?
duty-choose-stand-in-none = There is no other consultant: nobody can stand in.
duty-choose-swap = <b>{ $day }, { $hours }</b>: swap with which duty?
duty-choose-swap-none = Nobody else is on duty in the next four weeks.
duty-swap-line = { $index }. { $day }, { $hours }, { $name }
duty-own-head = <b>My duty</b> in the next four weeks
duty-own-empty = No duty in the next four weeks.
duty-own-clock = Hours by your time.
duty-own-line = { $index }. { $day }, { $hours }{ $room }{ $instead ->
    [none] {""}
   *[other] , instead of { $instead }
}
duty-own-asked = ✍️ { $day }: { $name } asks you { $swap ->
    [yes] to swap
   *[no] to stand in
}
duty-agree = I agree
duty-decline = I cannot
duty-agreed = Noted: on { $day }, { $hours }, you are on duty.
duty-declined = Your answer is passed on: you cannot stand in.
duty-calendar = To my calendar
duty-schedule-summary = { $name }: { $topics }
duty-schedule-caption = The duty schedule of the school for four months. Open the file: a calendar offers to add the turns. When the schedule changes, take the file again.
duty-calendar-title = My duty
duty-calendar-summary = Duty: { $topics }
duty-calendar-instead = Instead of { $own }
duty-calendar-caption = Your duty for four months. Open the file, and the phone offers to add it to the calendar. When the schedule changes, take the file again.
duty-calendar-none = No duty lies ahead: there is nothing for the calendar.
duty-news-asked = ✍️ <b>{ $day }, { $hours }</b>: { $name } asks you { $swap ->
    [yes] to swap duty
   *[no] to stand in
}
duty-news-swap = In exchange: { $day }, { $hours }
duty-news-agreed = 🆘 <b>{ $day }, { $hours }</b>: { $name } is on duty instead of { $own }
duty-news-yours = 🆘 <b>{ $day }, { $hours }</b>: you are on duty instead of { $own }
duty-news-declined = 🆘 <b>{ $day }, { $hours }</b>: { $name } cannot stand in. The duty stays yours.
duty-news-taken-back = 🆘 <b>{ $day }, { $hours }</b>: no stand-in any more, { $name } is on duty
refusal-duty-changed = The schedule was changed meanwhile, or this duty is over. Open it anew.
refusal-stand-in = This stand-in is not possible: not a consultant of the school, or on duty in another room then.
refusal-duty-hours = These hours do not fit: they end before they begin, are over already, or the consultant is needed in another room.
refusal-no-consultants = The school has no consultant: this role comes from the school's files.
