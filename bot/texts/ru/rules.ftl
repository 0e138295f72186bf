## Правила школы: каждое одной фразой. Откуда оно, добавляет rule-basis-…

rule-rounding-places = Средний балл показывают с { $value ->
    [0] округлением до целого
    [one] { $value } знаком после запятой
   *[other] { $value } знаками после запятой
}
rule-rounding-half = Половина округляется { $value ->
    [even] к чётной отметке
   *[up] вверх: 4,50 — это 5
}
rule-marking-weighted = { $value ->
    [false] Все работы весят одинаково
   *[true] Средний балл взвешенный: у вида контроля есть вес
}
rule-marking-written-within-days = Отметки за письменную работу выставляют за { $value } дн. после неё
rule-marking-deferred-from-percent = Кто проболел больше { $value }{"\u00A0"}% времени, тому отметку за период могут отложить
rule-sufficiency-quarter-at-one-hour = Для аттестации за четверть нужно отметок при одном уроке в неделю: { $value }
rule-sufficiency-quarter-at-more = Для аттестации за четверть нужно отметок при двух и более уроках в неделю: { $value }
rule-sufficiency-half-year-at-one-hour = Для аттестации за полугодие нужно отметок при одном уроке в неделю: { $value }
rule-sufficiency-half-year-at-more = Для аттестации за полугодие нужно отметок при двух и более уроках в неделю: { $value }
rule-sufficiency-free-weeks-at-one-hour = Первые недели периода, когда нехватку отметок не считают, при одном уроке в неделю: { $value }
rule-sufficiency-free-weeks-at-more = Первые недели периода, когда нехватку отметок не считают, при двух и более уроках: { $value }
rule-forecast-in-hand-days-before = Прогноз у семьи на руках за { $value } дн. до конца периода
rule-forecast-printed-days-before = Кто не получил прогноз за { $value } дн. до конца периода, тому его печатают
rule-forecast-issued-days-before = Если классный руководитель не отправил прогноз сам, он уходит за { $value } дн. до конца периода
rule-forecast-warned-after-days = Черновик предупреждения уходит сам через { $value } дн.
rule-forecast-warned-again-after-days = Если риск прошёл и вернулся, снова предупреждают не раньше чем через { $value } дн.
rule-period-marks-set-days-before = Итоговые отметки выставляют за { $value } дн. до конца периода
rule-period-marks-ordered = { $value ->
    [off] Приказ школы не называет дня итоговых отметок
   *[other] По приказу школы итоговые отметки выставляют к { $value }
}
rule-period-marks-shown-days-before = Итоговые отметки видны семьям за { $value } дн. до конца периода
rule-period-marks-missing-told-days-before = Каких итоговых отметок нет, школа узнаёт за { $value } дн. до конца периода
rule-period-marks-missing-told-days-after = Каких итоговых отметок всё ещё нет, школа узнаёт раз в неделю ещё { $value } дн. после конца периода
rule-review-times-a-week = Родители знакомятся с успеваемостью не реже { $value ->
    [one] { $value } раза
   *[other] { $value } раз
} в неделю, в разные дни
rule-review-done-by = Ознакомление за ребёнка засчитано, когда ознакомился { $value ->
    [each] каждый родитель
   *[one] один из родителей
}
rule-review-told = Классный руководитель узнаёт { $value ->
    [each] о каждом ознакомлении
   *[daily] об ознакомлениях раз в день, списком
}
rule-paper-every = Кому нужна бумага, получает распечатку раз в { $value ->
    [month] месяц
   *[week] неделю
}
rule-homework-recorded = Домашнее задание записывают { $value ->
    [after-lessons] вскоре после уроков класса
   *[day] на уроке или в течение рабочего дня
}
rule-homework-minutes-after-lessons = Сколько минут после уроков класса есть на запись задания: { $value }
rule-keeping-entered-after-failure-days = После сбоя записи с бумаги вносят за { $value } дн.
rule-keeping-sections-ready-by = Разделы учебного года готовы к (месяц-день) { $value }
rule-keeping-backup-months = Резервную копию делают раз в { $value } мес.
rule-delivery-correction-window = Новую отметку можно исправить, пока о ней не узнали, { $value } мин.
rule-delivery-quiet-hours = { $value ->
    [off] Тихих часов нет
   *[other] Тихие часы: { $value }
}
rule-delivery-digest-at = Сводка новостей для тех, кто её выбрал, приходит в { $value }, недельная в воскресенье
rule-codes-lifetime = Код для входа действует { $value } дн.
rule-codes-wrong-tries = Сколько раз подряд можно ошибиться кодом: { $value }
rule-codes-wrong-tries-everywhere = Сколько раз можно ошибиться кодом во всех чатах вместе: { $value }
rule-codes-within = За сколько минут считаются ошибки в коде: { $value }
rule-breach-reported-working-days = О взломе учётной записи сообщают за { $value } раб. дн.
rule-help-topic-days = По каждой теме дежурят хотя бы раз в { $value } дн.
rule-help-first-answer-minutes = Первый ответ консультанта — за { $value } мин. дежурства
rule-help-reopened-days = Закрытое обращение можно открыть снова { $value } дн.
rule-help-asked-back-reminded-days = Если на уточнение не отвечают { $value } дн., бот напоминает один раз
rule-help-asked-back-closed-days = Если на уточнение не ответили за { $value } дн., обращение закрывается
rule-help-trainings-a-quarter = Обучений в четверти не меньше { $value }
rule-help-training-told-days-before = Если обучения нет, администратор узнаёт за { $value } дн. до конца четверти
rule-help-called-minutes-before = За { $value } мин. до дежурства консультант говорит, что он на месте
rule-help-called-again-minutes-before = Если он молчит, бот спрашивает ещё раз за { $value } мин.
rule-help-alarmed-minutes-before = Если он молчит и за { $value } мин., об этом узнают замещающие и администратор
rule-help-kept-minutes-after = Через { $value } мин. после дежурства обращение без решения консультанта переходит дальше

rule-by-document = { $rule } ({ $clause })
rule-by-school = { $rule } (решение школы)
rule-by-program = { $rule } (документы этого не задают)

rule-truancy-missed-lessons = О пропусках без уважительной причины пишут семье с { $value } уроков: решает классный руководитель
rule-truancy-within-days = Такие пропуски считают за { $value } дн. подряд, каникулы не в счёт
rule-truancy-reminded-after-days = О черновике без решения напоминают через { $value } уч. дн., ещё через столько же узнаёт заместитель директора
rule-control-works-warned-days-before = { $value ->
    [0] О контрольных работах заранее не напоминают
   *[other] О контрольной работе напоминают за { $value } уч. дн.
}
