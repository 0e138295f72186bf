# The demo's play: what the buttons above the phones say and what its journal tells.
play-pupil = pupil
play-guardian = parent
play-class-teacher = class teacher
play-administrator = administrator
play-consultant = consultant
play-control = Mark for a control work
play-control-hint = The teacher enters a mark; the family hears in 5 seconds
play-absence = Absent from a lesson
play-absence-hint = The teacher notes an absence; the family hears at once
play-homework = Homework
play-homework-hint = The teacher sets homework
play-slip = A slip, put right
play-slip-hint = The mark is corrected within 5 seconds: nobody hears of the slip
play-correct = Correct a mark
play-correct-hint = The last mark is changed; the family hears
play-take-back = Take a mark back
play-take-back-hint = The last mark is taken back; the family hears
play-replace = Replace a teacher
play-replace-hint = Another teacher gives the lesson
play-did-control = { $subject }: mark { $value } — { $child }
play-did-absence = { $subject }: absent — { $child }
play-did-homework = { $subject }: homework set — { $child }
play-did-slip = { $subject }: { $before }, at once corrected to { $value } — { $child }
play-did-correct = { $subject }: { $before } corrected to { $value } — { $child }
play-did-take-back = { $subject }: mark { $before } taken back — { $child }
play-did-replace = { $subject }: another teacher gives the lesson — { $child }
play-nothing = There is no lesson or mark for this now
play-new-day = A new day
play-over = The recorded lessons are over. Start anew with: make demo-clean
play-to-forecast = On to the forecast
play-to-forecast-hint = Go to 16 days before the quarter ends: families get the forecast
play-to-finals = On to final marks
play-to-finals-hint = Go to 3 days before the quarter ends: teachers set period marks
play-did-finals = Teachers set period marks: { $count }
play-come-in = Families come in
play-come-in-hint = The slips are handed out: most families of the class come in with their codes
play-did-come-in = { $count ->
    [0] All families that wanted to are in already
   *[other] Families came in with codes: { $count }
}
play-answer = Families answer
play-answer-hint = They answer broadcasts and review the totals; some families keep silent
play-did-answer = { $count ->
    [0] Nobody is there to answer: no family has come in yet
   *[other] Families answered and reviewed: { $count }
}
play-to-warning = On: warning
play-to-warning-hint = Leap to 14 days before the quarter ends: families hold the forecast, warnings went
play-to-reviews = On: reviews
play-to-reviews-hint = Live a week: some families review twice, others once, the rest are reminded
play-did-review = { $count ->
    [0] Nobody is there yet to review the totals
   *[other] Families that reviewed the totals: { $count }
}
play-duty-soon = On to before the duty
play-duty-soon-hint = On to 30, then 10 and 5 minutes before the window: the consultant is asked whether anybody is there
play-duty-opens = On to the duty
play-duty-opens-hint = On to the window's beginning: the consultant gets the requests of the queue, and their askers hear
play-duty-silence = On past silence
play-duty-silence-hint = 10 minutes without an answer: the request goes to the next on duty, then to the administrator
play-duty-ends = On to the end of the duty
play-duty-ends-hint = On to the window's end: the consultant is asked what becomes of open requests
play-did-duty = It is { $time }, and time passes as ours does
play-asked = Somebody asks for help: time passes as ours does
play-no-duty = No duty lies ahead
