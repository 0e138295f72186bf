# How the families of a class use the diary.
place-family-use = Кто заходит
use-head = <b>{ $class }</b> · как семьи пользуются дневником
use-sum = С { $since } зашли { $active } из { $count }
use-empty = В классе сейчас нет учеников.
use-no-guardians = { $name }: родители в файлах школы не указаны
use-never = { $name }: родители ещё не входили
use-away = { $name }: вошли { $came } из { $count }{ $letters ->
    [0] { "" }
   *[other] , письмами { $letters }
}, за это время не заходили
use-line = { $name }: вошли { $came } из { $count }{ $letters ->
    [0] { "" }
   *[other] , письмами { $letters }
}, { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[many] { $days } дней
}, последний раз { $last }
use-remind = Напомнить об ознакомлении
use-reminded = { $count ->
    [0] Напоминать некому: одни уже ознакомились или получили напоминание на этой неделе, другие не успеют до воскресенья или напоминания не получат.
    [one] Напомню об ознакомлении { $count } родителю.
   *[other] Напомню об ознакомлении { $count } родителям.
}
use-reminded-before = Чаще раза в неделю нельзя, уже напоминали: { $names }{ $rest ->
    [0] .
   *[other] { " " }и ещё { $rest }.
}
use-remind-too-late = Напоминать поздно: до утра тихие часы, а утром неделю уже не успеть.
