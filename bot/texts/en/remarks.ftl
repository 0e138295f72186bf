# What teachers say of pupils: praise, achievements, development, behaviour.
place-remarks = Praise and remarks
topic-remarks = Praise and remarks
remark-praise = Praise
remark-achievement = Achievement
remark-development = Development
remark-behaviour = Behaviour
remarks-head-praise = Praise and achievements
remarks-head-notes = Behaviour and development
remarks-empty-praise = Nothing has been written this school year yet.
remarks-empty-notes = There are no remarks this school year.
remarks-tab-praise = Praise ({ $count })
remarks-tab-notes = Remarks ({ $count })
remarks-line = { $index ->
    [0] {""}
   *[other] { $index }.{" "}
}{ $day }, { $kind ->
    [achievement] achievement
    [development] development
    [behaviour] behaviour
   *[praise] praise
}: { $text } ({ $author })
remarks-own = What I wrote
remarks-own-head = What you wrote about children
remarks-own-empty = Nothing yet. Write from a lesson, or from the diary of a pupil of your class.
remarks-own-line = { $index }. { $day }, { $name }, { $kind ->
    [achievement] achievement
    [development] development
    [behaviour] behaviour
   *[praise] praise
}: { $text }
remark-add = Add
remark-lesson = Praise, remark
remark-whom = About whom do you write to the family?
remark-which = <b>{ $name }</b>. What do you write to the family about?
remark-ask-words = Write it in one message of up to { $most } characters: the family and the pupil read these words. /cancel leaves it.
remark-ask-other-words = Write it anew, up to { $most } characters. The words of before stay in the history. /cancel leaves it.
remark-words-only = Text in one message is needed. To leave: /cancel.
remark-head = <b>{ $name }</b> · { $kind ->
    [achievement] achievement
    [development] development
    [behaviour] behaviour
   *[praise] praise
}
remark-signed = { $author }, { $day }
remark-before = Before: { $text }
remark-kept = Kept, the family is told.
remark-reword = Correct
remark-take-back = Take back
remark-taken-back = Taken back: <b>{ $name }</b>. The family is told if it has read it.
day-praise = <b>Praise and achievements</b>: { $text }
day-notes = <b>Behaviour and development</b>: { $text }
news-remark-head = <b>{ $who }</b> · { $kind ->
    [achievement] achievement
    [development] development
    [behaviour] behaviour
   *[praise] praise
}{ $change ->
    [changed] , corrected
    [taken_back] : taken back
   *[new] {""}
}
news-remark-head-own = <b>{ $kind ->
    [achievement] Achievement
    [development] Development
    [behaviour] Behaviour
   *[praise] Praise
}</b>{ $change ->
    [changed] , corrected
    [taken_back] : taken back
   *[new] {""}
}
news-remark-signed = { $author ->
    [none] { $day }
   *[other] { $author }, { $day }
}
news-line-remark = { $kind ->
    [achievement] Achievement
    [development] Development
    [behaviour] Behaviour
   *[praise] Praise
}{ $change ->
    [changed] , corrected
    [taken_back] : taken back
   *[new] {""}
}{ $text ->
    [none] {""}
   *[other] : { $text }
}
refusal-remark-empty = Write at least a word.
refusal-remark-too-long = The text is longer than 600 characters. Make it shorter.
refusal-remark-changed = This was changed or taken back in the meantime. Open it anew.
