# What comes by itself. The first line says who and what.
news-mark-head = 📘 <b>{ $who }</b> · { $subject }
news-mark-head-own = 📘 <b>{ $subject }</b>
news-mark = <b>{ $mark }</b> — { $work }, { $day }
news-mark-weighted = <b>{ $mark }</b> — { $work }, { $day }, weight { $weight }
news-mark-changed = Corrected: <b>{ $mark }</b> instead of { $before } — { $work }, { $day }
news-mark-taken-back = { $before ->
    [none] The mark of { $day } was taken back
   *[other] Mark { $before } of { $day } was taken back
}
news-mean-moved = Mean: { $before } → { $after }
news-mean = Mean: { $after }
news-absence-head = 🚪 <b>{ $who }</b> · { $what }
news-absence-head-own = 🚪 You: { $what }
news-absence = { $code ->
    [late] late for lesson { $number }
    [ill] not at lesson { $number }
    [excused] not at lesson { $number }
   *[absent] not at lesson { $number }
} ({ $when })
news-absence-off = absence taken back, lesson { $number } ({ $when })
news-absence-when = { $day }, { $time }, { $subject }
news-absence-when-untimed = { $day }, { $subject }
news-absence-reason = { $code ->
    [ill] { $reason ->
        [claimed] The family says: illness. The class teacher has not decided yet.
       *[other] Reason: illness.
    }
    [excused] { $reason ->
        [claimed] The family says: a good reason. The class teacher has not decided yet.
       *[other] Excused.
    }
   *[absent] { $reason ->
        [claimed] Reason given, document not checked.
        [confirmed] Without good reason.
       *[unknown] The reason is not known yet.
    }
}
news-homework-head = 🏠 <b>{ $who }</b> · { $subject }, { $what }
news-homework-head-own = 🏠 <b>{ $subject }</b>, { $what }
news-homework-what = { $change ->
    [changed] homework changed
    [taken_back] homework taken back
   *[new] new homework
}
news-homework-due = For { $due }: { $text }
news-homework-undated = Set on { $day }: { $text }
news-homework-gone = The homework of { $day } need not be done any more.
news-replacement-head = 📅 <b>{ $who }</b> · replacement: { $subject }
news-replacement-head-own = 📅 Replacement: <b>{ $subject }</b>
news-replacement = { $day }, lesson { $number }. { $teacher ->
    [none] The teacher is not named yet.
   *[other] { $teacher } gives the lesson.
}
news-unreachable-head = ⚠️ <b>{ $who }</b> · messages do not arrive
news-unreachable = { $name }: the bot cannot write to this person any more. Pass news on in another way, on paper for example.
news-many-head = <b>{ $who }</b> · { $count } news
news-many-head-own = <b>{ $count }</b> news for you
news-line-mark = 📘 { $subject }: { $what }
news-line-mark-mean = 📘 { $subject }: { $what }. { $mean }
news-line-absence = 🚪 { $what }. { $reason }
news-line-absence-off = 🚪 { $what }
news-line-homework = 🏠 { $subject }, { $what }. { $text }
news-line-replacement = 📅 replacement: { $subject }, { $what }
news-line-unreachable = ⚠️ { $what }
news-neutral = There is news · { $initials } Open the diary to read it.
news-neutral-own = There is news for you. Open the diary to read it.
news-open-day = Day
news-child = <b>{ $who }</b>: { $what }
news-children = Children
news-open-diary = Diary: { $name }
