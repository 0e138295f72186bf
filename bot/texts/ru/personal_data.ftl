# The monthly check of personal data: the family, the class teacher, the administration.
topic-personal-data = Проверка данных раз в месяц
rule-personal-data-asked-on = { $value ->
    [0] Проверить данные семьи не просят
   *[other] Проверить данные семьи просят каждый месяц { $value }-го числа
}
rule-personal-data-pupils-from-grade = Ученики сами проверяют свои данные с класса: { $value }

place-my-data = Проверить данные
data-whose = Чьи данные показать?
data-head = ✍️ <b>Проверка данных</b> · { $month }
data-name = <b>{ $name }</b>{ $title ->
    [none] {""}
   *[other] , { $title }
}
data-phone = Телефон: { $phone ->
    [none] не указан
   *[other] { $phone }
}
data-email = Почта: { $email ->
    [none] не указана
   *[other] { $email }
}
data-child = Ребёнок: { $child }
data-waits = Ждёт администратора: { $field } — «{ $words }»
data-is-it-right = Это записано в школе. Всё верно?
data-confirmed = Вы подтвердили в этом месяце: всё верно.
data-anything-else = Если неверно что-то ещё, напишите и об этом.
data-of-guardians = Данные проверяют родители. Об ошибке скажите им или классному руководителю.
data-right = Всё верно
data-wrong = Есть ошибка
data-back = ‹ К данным
data-choose = ✍️ <b>Что записано неверно?</b>
data-field-name = ФИО
data-field-phone = Телефон
data-field-email = Почта
data-field-child = Данные ребёнка
data-field-other = Другое
data-of-child = Ребёнок: { $name }
data-ask = { $field ->
    [name] ✍️ <b>ФИО</b>: напишите, как правильно, фамилию, имя и отчество.
    [phone] ✍️ <b>Телефон</b>: напишите правильный номер.
    [email] ✍️ <b>Почта</b>: напишите правильный адрес.
    [child] ✍️ <b>{ $name }</b>: напишите, как правильно, имя или класс.
   *[other] ✍️ <b>Другое</b>: напишите, что записано неверно и как правильно.
}
data-now = Сейчас записано: { $now ->
    [none] ничего
   *[other] { $now }
}
data-how = Одним сообщением, до 300 знаков. Его прочтёт администрация школы. /cancel — отменить.
data-said = Передано администрации школы. Когда решат, сообщу.
data-words-only = Здесь нужны слова: как правильно. /cancel — отменить.
data-settled = ✍️ { $state ->
    [declined] <b>Исправление не принято</b>
   *[entered] <b>Исправлено в журнале школы</b>
}: { $field } — «{ $words }»
data-settled-why = Причина: { $word }

place-class-check = Проверка данных
class-check-head = ✍️ <b>{ $class }</b> · проверка данных, { $month }
class-check-empty = В классе пока некого спросить: родителей в файлах школы нет.
class-check-sum = Верно: { $right }, с ошибкой: { $wrong }, без ответа: { $silent }, спросить на бумаге: { $outside }.
class-check-line = { $index }. { $name }{ $of }: { $standing ->
    [wrong] { $fields ->
        [none] была ошибка
       *[other] ошибка, { $fields }
    }{ $waits ->
        [yes] , ждёт администрации
       *[no] , решено
    }
    [right] { $by ->
        [none] всё верно
       *[other] проверено лично { $day }, { $by }
    }
    [silent] ответа нет
   *[outside] { $came ->
        [yes] бот написать не может (отказ или закрытый чат), спросите на бумаге
       *[no] в боте нет, спросите на бумаге
    }
}
data-of-class = Ещё не ответили в боте: { $silent }. Бот написать не может, спросите на бумаге: { $outside }.
data-of-class-open = Кто не ответил
class-check-how = Номер отмечает, что данные проверены лично; ещё раз — снимает отметку.
class-check-remind = Напомнить без ответа
class-check-reminded = { $count ->
    [0] Напоминать некому: сегодня уже спросили, или семья не принимает сообщения.
    [one] Напомню { $count } человеку.
   *[other] Напомню { $count } людям.
}

place-corrections = Исправления
corrections-head = { $count ->
    [0] ✍️ <b>Исправления данных</b>. Ничего не ждёт.
   *[other] ✍️ <b>Исправления данных</b>: ждут внесения { $count }
}
corrections-line = { $index }. { $day }, { $what }
correction-in-a-line = { $name }, { $field }: «{ $words }»
corrections-open = Открыть список
corrections-back = ‹ К списку
correction-head = ✍️ <b>{ $name }</b> · { $field }
correction-about = О ребёнке: { $child }
correction-now = Сейчас в журнале: { $now }
correction-words = Как правильно, со слов: «{ $words }»
correction-how = Проверьте и внесите в журнал школы сами: бот записи о людях не меняет.
correction-enter = Внесено
correction-decline = Отклонить
correction-back = ‹ Назад
correction-why = Напишите одним сообщением, почему исправление не принято: причину прочтёт, кто его просил. /cancel — отменить.
correction-entered = Отмечено как внесённое. Человек узнает об этом.
correction-declined = Отклонено. Причину человеку передам.

refusal-data-words = Нужны слова или числа, не больше 300 знаков.
refusal-data-name = Нужны фамилия и имя, без цифр, не больше 150 знаков.
refusal-data-phone = Нужен номер из 10–15 цифр, без слов.
refusal-data-as-kept = Именно так в школе уже записано. Исправлять нечего.
refusal-data-too-many = Ваших исправлений уже ждёт много. Дождитесь решения или зайдите в школу.
refusal-correction-decided = Это исправление уже решено или заменено другим. Откройте список заново.
refusal-correction-word = Нужна причина в нескольких словах, не больше 300 знаков.
