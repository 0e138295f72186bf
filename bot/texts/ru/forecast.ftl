# The forecast of a period's marks, of one subject, of a class; and marks that are imagined.
place-forecast = Прогноз
children-head-forecast = Чей прогноз открыть?
command-forecast = прогноз отметок за период
forecast-head = 📈 Прогноз на { $period }
forecast-head-undated = 📈 Прогноз
forecast-no-period = Отчётные периоды пока не заданы, поэтому прогноза нет.
forecast-no-subjects = Предметов с отметками в этом периоде пока нет.
forecast-over = Период закончился: показано, что вышло.
forecast-line = { $index }. { $subject }: { $what }
forecast-mark = <b>{ $mark }</b>
forecast-mark-likely = <b>{ $mark }</b> ({ $chance }{"\u00A0"}%)
forecast-set = итоговая <b>{ $mark }</b>
forecast-no-marks = отметок пока нет
forecast-only-words = отметок, которые идут в средний балл, нет
forecast-now = сейчас { $mean }
forecast-missing = не хватает { $count ->
    [one] { $count } отметки
   *[many] { $count } отметок
} до { $day }
forecast-way = до { $mark }: { $way }
forecast-certain = Без процентов: новых отметок уже не ждут.
forecast-all = Все предметы
forecast-marks = Отметки
forecast-what-if = Что если…
forecast-subject-head = 📈 { $subject }, прогноз на { $period }
forecast-subject-likely = Вероятнее всего <b>{ $mark }</b> ({ $chance }{"\u00A0"}%)
forecast-subject-certain = Выходит <b>{ $mark }</b>: новых отметок уже не ждут
forecast-subject-set = Итоговая отметка: <b>{ $mark }</b>
forecast-subject-not-certified = Отметок может не хватить: <b>н/а</b>
forecast-subject-if-enough = Если отметок хватит: { $mark }
forecast-subject-none = Прогноза нет: { $why }
forecast-chance = { $mark }{"\u00A0"}—{"\u00A0"}{ $chance }{"\u00A0"}%
forecast-chances = Возможны: { $chances }
forecast-means = Сейчас { $now }, ожидается { $expected }
forecast-mean = Средний сейчас { $now }
forecast-enough = Отметок: { $have }; для аттестации нужно { $needed }
forecast-short = Отметок: { $have } из { $needed }; не хватает { $missing }, нужны до { $day }
forecast-coming = Впереди: { $works }
forecast-being-marked = На проверке: { $works }
forecast-work = { $kind } { $day }
forecast-work-weighted = { $kind } { $day } (вес { $weight })
forecast-ways = Чтобы вышло <b>{ $mark }</b>: { $ways }
forecast-or = { "" } или { "" }
forecast-no-way = больше пяти хороших отметок
forecast-why-head = 📈 Почему так
forecast-why-counted = Прогноз считается по отметкам с их весами и по работам, которые ещё впереди или на проверке. Трудность работ видна по отметкам всего класса.
forecast-why-chance = Процент показывает, как часто при таких отметках выходило именно это. Отметку ставит учитель.
way-marks = { $value ->
    [5] { $times ->
        [1] пятёрка
        [2] две пятёрки
        [3] три пятёрки
        [4] четыре пятёрки
       *[other] пять пятёрок
    }
    [4] { $times ->
        [1] четвёрка
        [2] две четвёрки
        [3] три четвёрки
        [4] четыре четвёрки
       *[other] пять четвёрок
    }
   *[other] { $times ->
        [1] тройка
        [2] две тройки
        [3] три тройки
        [4] четыре тройки
       *[other] пять троек
    }
}
way-for = { $marks } { $kind ->
    [answer] { $times ->
        [1] за ответ
       *[other] за ответы
    }
    [homework] { $times ->
        [1] за домашнюю работу
       *[other] за домашние работы
    }
    [independent] { $times ->
        [1] за самостоятельную
       *[other] за самостоятельные
    }
    [control] { $times ->
        [1] за контрольную
       *[other] за контрольные
    }
    [laboratory] { $times ->
        [1] за лабораторную
       *[other] за лабораторные
    }
    [practical] { $times ->
        [1] за практическую
       *[other] за практические
    }
    [notebook] { $times ->
        [1] за тетрадь
       *[other] за тетради
    }
   *[other] { $times ->
        [1] за работу
       *[other] за работы
    }
}
work-kind = { $kind ->
    [answer] ответ
    [homework] домашняя работа
    [independent] самостоятельная
    [control] контрольная
    [laboratory] лабораторная
    [practical] практическая
    [notebook] тетрадь
   *[other] работа
}
work-kind-weighted = { $kind } (вес { $weight })
what-if-head = 📈 { $subject }: что если
what-if-now = Сейчас { $mean }, выходит { $mark }
what-if-none = Отметок, которые идут в средний балл, пока нет.
what-if-added = Добавлено: { $marks }
what-if-kind = { $kind } { $marks }
what-if-then = Станет <b>{ $mean }</b>, выходит <b>{ $mark }</b>
what-if-adding = Добавить отметку: { $kind }
what-if-full = Больше восьми отметок здесь не помещается.
what-if-note = Это только примерка: в журнал она не попадёт.
what-if-add = +{ $mark }
what-if-take-back = Убрать
what-if-clear = Сначала
what-if-subject = Предмет
class-forecast-head = 📈 Прогноз на { $period } · класс <b>{ $title }</b>
class-forecast-head-undated = 📈 Прогноз · класс <b>{ $title }</b>
class-forecast-shares = Успеваемость <b>{ $success }{"\u00A0"}%</b>, качество <b>{ $quality }{"\u00A0"}%</b>; в зоне риска: { $count }
class-forecast-unrated = Судить пока не по чему: отметок мало.
class-forecast-no-pupils = Учеников в классе пока нет.
class-forecast-subject-shares = качество { $quality }{"\u00A0"}%, успеваемость { $success }{"\u00A0"}%
class-forecast-count = { $mark ->
    [5] { $count ->
        [one] { $count } пятёрка
        [few] { $count } пятёрки
       *[many] { $count } пятёрок
    }
    [4] { $count ->
        [one] { $count } четвёрка
        [few] { $count } четвёрки
       *[many] { $count } четвёрок
    }
    [3] { $count ->
        [one] { $count } тройка
        [few] { $count } тройки
       *[many] { $count } троек
    }
    [2] { $count ->
        [one] { $count } двойка
        [few] { $count } двойки
       *[many] { $count } двоек
    }
   *[none] н/а { $count }
}
class-forecast-risk = В зоне риска: { $count }
class-forecast-risk-head = ⚠️ В зоне риска, { $period } · класс <b>{ $title }</b>
class-forecast-no-risk = По прогнозу двоек и неаттестации ни у кого нет.
class-forecast-back = Прогноз класса
class-forecast-why-shares = Успеваемость — доля тех, у кого выходит 3 и выше, качество — 4 и выше. В зоне риска те, у кого выходит 2 или не хватает отметок.
at-risk-mark = { $subject } <b>{ $mark }</b> ({ $chance }{"\u00A0"}%)
at-risk-certain = { $subject } <b>{ $mark }</b>
at-risk-missing = { $subject } <b>н/а</b> (не хватает { $count })
