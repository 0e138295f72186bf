# Forecasts that are sent, warnings, and the answers to both.
acknowledge = I have read this
acknowledged = Thank you, it is noted that you have read this.
acknowledged-at = ✍️ You read this on { $day }, { $time }.
acknowledged-before = ✍️ You read the warning of before on { $day }, { $time }.
acknowledge-changed = The record has changed since. Read it as it is now and tap again.
acknowledge-next = Next ›
notice-over = This message is no longer needed: the record has changed. Below is what can be opened.
news-repeated = Sent once more: the last message may not have arrived.
news-read-forecast = Forecast: { $name }
news-read-forecast-own = Open the forecast
news-read-warning = { $name }: { $subject }
news-forecast-head = 📈 <b>{ $who }</b> · forecast for { $period }
news-forecast-head-own = 📈 Forecast for <b>{ $period }</b>
news-forecast-mark = <b>{ $mark }</b> — { $subjects }
news-forecast-chance = { $subject } ({ $chance }%)
news-forecast-missing = { $subject } ({ $count ->
    [one] { $count } mark is missing
   *[other] { $count } marks are missing
})
news-forecast-unknown = Too early to tell: { $subjects }
news-forecast-count = “{ $mark }” — { $count ->
    [one] { $count } subject
   *[other] { $count } subjects
}
news-forecast-empty = There are no marks yet to judge by.
news-forecast-until = This is a forecast: marks of the period are set by { $day } and can still change.
news-line-forecast = 📈 forecast for { $period }: { $marks }
news-warning-head = ⚠️ <b>{ $who }</b> · { $subject }
news-warning-head-own = ⚠️ { $subject }
warning-failing-mean = The mean is { $mean } now. By the forecast, { $period } may end with a { $mark }.
warning-failing = By the forecast, { $period } may end with a { $mark }.
warning-not-certified = { $count ->
    [one] { $count } more mark is needed for a mark of { $period }.
   *[other] { $count } more marks are needed for a mark of { $period }.
}
warning-told-before = The warning of before was of something else: { $risk ->
    [failing] a failing mark was possible.
   *[not_certified] marks were missing.
} If you are warned of this too, a message of its own will come: please read that one as well.
warning-words = The class teacher: { $words }
warning-usual-words = There is still time: marks of the period are set by { $day }. The subject’s teacher and the class teacher will tell how to help.
news-line-warning = ⚠️ { $subject }: { $fact }
news-class-head = 📈 Class <b>{ $title }</b> · forecast for { $period }
news-class-head-warnings = ⚠️ Class <b>{ $title }</b> · warnings to families
news-class-forecast-sent = Its day had come, and the forecast went to the families by itself.
news-class-to-print = { $count ->
    [one] A forecast or warning did not reach { $count } family: it needs a sheet on paper, which comes as a file.
   *[other] A forecast or warning did not reach { $count } families: they need a sheet on paper, which come as a file.
}
news-class-drafts = { $count ->
    [one] { $count } warning waits for your word. You can change its words or decide against it; otherwise it goes by itself.
   *[other] { $count } warnings wait for your word. You can change their words or decide against them; otherwise they go by themselves.
}
news-line-class = { $title }: { $said }
news-open-issue = Who got it
news-stands-in = It comes to you: { $title ->
    [none] the class has no class teacher in the bot.
   *[other] { $title } has no class teacher in the bot.
}
news-line-stands-in = { $said } · no class teacher in the bot
news-button-of-class = { $title }: { $label }

# The class teacher: the forecast is sent, and how far it came.
place-issue = Forecast to families
place-warnings = Warnings
issue-none = Class <b>{ $title }</b>: no period has begun yet, there is nothing to forecast.
issue-head = 📈 Class <b>{ $title }</b> · forecast for { $period }
issue-waiting = Not sent yet. It goes by itself on { $day }; you can send it sooner.
issue-never-sent = The period is over; the forecast was not sent.
issue-overdue = Not sent yet; it goes by itself today.
issue-sent-itself = Went by itself on { $day }. Pupils: { $count }, reached: { $reached }, read: { $answered }.
issue-sent-by = Sent on { $day }: { $name }. Pupils: { $count }, reached: { $reached }, read: { $answered }.
issue-send = Send the forecast
issue-ask = Send the forecast now? { $count } of { $all } families are connected. The period ends in { $days ->
    [one] { $days } day
   *[other] { $days } days
}.
issue-ask-early = By itself it goes on { $day }. Sent earlier, it goes once more on that day, with the marks given since.
issue-send-now = Yes, send
issue-sent-now = Sent. In quiet hours messages wait for the morning.
issue-sent-before = The forecast of this period was sent before.
issue-empty = There are no pupils in the class yet.
issue-family = { $index }. { $name } — { $reach }
issue-reach = { $reach ->
    [acknowledged] read, { $answered } of { $told }
    [delivered] delivered, { $delivered } of { $told }
    [in_hand] handed over on paper
    [under_way] under way
    [connected] connected: { $told }
   *[not_reached] not reached: { $why ->
        [nobody] no parent is connected
        [refused] the bot cannot write
        [unknown] no answer came
       *[waiting] not in time
    }
}
issue-on-paper = { $reach }; on paper
issue-not-connected = no parent is connected

# The class teacher: drafts of warnings.
warnings-head-over = ⚠️ Class <b>{ $title }</b> · warnings to families, { $period }
warnings-head = ⚠️ Class <b>{ $title }</b> · warnings to families
warnings-drafts = { $count ->
    [one] { $count } waits for your word
   *[other] { $count } wait for your word
}
warnings-none = Nobody needs a warning now.
warnings-decided = Nothing waits for your word. Sent: { $sent }, not sent: { $dropped }.
warnings-line = { $index }. { $name }, { $subject } — { $state ->
    [sent] sent: { $reach }
    [dropped] not sent
   *[draft] goes on { $day }
}
warning-reach = { $reach ->
    [acknowledged] read
    [delivered] delivered
    [in_hand] handed over on paper
    [under_way] under way
   *[not_reached] did not arrive
}
warning-of = ⚠️ <b>{ $name }</b> · { $subject }
warning-draft-shown = The family will read:
warning-goes-on = It goes by itself on { $day }, unless you decide otherwise.
warning-over = There is no risk now: this warning will not go by itself.
warning-sent = Sent on { $day }. Guardians: { $told }, delivered: { $delivered }, read: { $answered }.{ $paper ->
    [yes] { " " }It did not arrive in time: the family needs it on paper.
   *[no] { "" }
}
warning-in-hand = Sent on { $day }, handed to the family on paper.
warning-sent-to-nobody = Sent on { $day }, but no parent is connected: { $paper ->
    [yes] the family needs it on paper.
   *[no] please tell the family another way, or on paper.
}
warning-dropped = Not sent ({ $day }): { $reason }
warning-dropped-itself = Not sent on { $day }: the risk was over.
warning-send = Send
warning-adapt = Change the words
warning-drop = Do not send
warning-back = All warnings
warning-ask-words = Write in one message what the family will read instead of the usual words. The bot adds the numbers itself. { $most } characters at most; to stop: /cancel.
warning-ask-reason = Write in one message why the warning is not needed: the reason stays in the school’s records. To stop: /cancel.
warning-ask-text = It has to be text in one message. To stop: /cancel.
warning-adapted = The words are kept.
warning-is-sent = Sent. In quiet hours the message waits for the morning.
warning-is-dropped = Noted: the warning will not go.
refusal-warning-decided = This warning was sent or dropped before. Nothing has changed.
refusal-nothing-to-foresee = There is no forecast: nobody in the class has a mark in this period.
