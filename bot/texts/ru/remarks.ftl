# What teachers say of pupils: praise, achievements, development, behaviour.
place-remarks = Похвала и замечания
topic-remarks = Похвала и замечания
remark-praise = Похвала
remark-achievement = Достижение
remark-development = Развитие
remark-behaviour = Поведение
remarks-head-praise = Похвала и достижения
remarks-head-notes = Поведение и развитие
remarks-empty-praise = В этом учебном году записей пока нет.
remarks-empty-notes = В этом учебном году замечаний нет.
remarks-tab-praise = Похвала ({ $count })
remarks-tab-notes = Замечания ({ $count })
remarks-line = { $index ->
    [0] {""}
   *[other] { $index }.{" "}
}{ $day }, { $kind ->
    [achievement] достижение
    [development] развитие
    [behaviour] поведение
   *[praise] похвала
}: { $text } ({ $author })
remarks-own = Мои записи
remarks-own-head = Что вы писали о детях
remarks-own-empty = Записей пока нет. Добавить можно из урока или из дневника ученика своего класса.
remarks-own-line = { $index }. { $day }, { $name }, { $kind ->
    [achievement] достижение
    [development] развитие
    [behaviour] поведение
   *[praise] похвала
}: { $text }
remark-add = Добавить
remark-lesson = Похвала, замечание
remark-whom = О ком написать семье?
remark-which = <b>{ $name }</b>. О чём написать семье?
remark-ask-words = Напишите одним сообщением, до { $most } знаков: семья и ученик прочитают эти слова. /cancel — отменить.
remark-ask-other-words = Напишите иначе, до { $most } знаков. Прежние слова останутся в истории. /cancel — отменить.
remark-words-only = Нужен текст одним сообщением. Отменить: /cancel.
remark-head = <b>{ $name }</b> · { $kind ->
    [achievement] достижение
    [development] развитие
    [behaviour] поведение
   *[praise] похвала
}
remark-signed = { $author }, { $day }
remark-before = Раньше было: { $text }
remark-kept = Записано, семья узнает.
remark-reword = Исправить
remark-take-back = Отозвать
remark-taken-back = Запись отозвана: <b>{ $name }</b>. Семья узнает, если уже прочитала.
day-praise = <b>Похвала и достижения</b>: { $text }
day-notes = <b>Поведение и развитие</b>: { $text }
news-remark-head = <b>{ $who }</b> · { $kind ->
    [achievement] достижение
    [development] развитие
    [behaviour] поведение
   *[praise] похвала
}{ $change ->
    [changed] , исправлено
    [taken_back] : запись отозвана
   *[new] {""}
}
news-remark-head-own = <b>{ $kind ->
    [achievement] Достижение
    [development] Развитие
    [behaviour] Поведение
   *[praise] Похвала
}</b>{ $change ->
    [changed] , исправлено
    [taken_back] : запись отозвана
   *[new] {""}
}
news-remark-signed = { $author ->
    [none] { $day }
   *[other] { $author }, { $day }
}
news-line-remark = { $kind ->
    [achievement] Достижение
    [development] Развитие
    [behaviour] Поведение
   *[praise] Похвала
}{ $change ->
    [changed] , исправлено
    [taken_back] : запись отозвана
   *[new] {""}
}{ $text ->
    [none] {""}
   *[other] : { $text }
}
refusal-remark-empty = Напишите хотя бы слово.
refusal-remark-too-long = Текст длиннее 600 знаков. Сократите его.
refusal-remark-changed = Запись уже изменили или отозвали. Откройте её заново.
