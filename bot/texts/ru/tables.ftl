# What all tables share: documents, and the screens that stand for them.
table-of-class = Класс: { $class }
table-of-school = Вся школа
table-of-period = { $title }: { $begins } – { $ends }
table-number = №
table-pupil = Ученик
table-total = Всего
table-percent = { $share } %
table-made = Составлено по электронному журналу { $day }, { $time }
table-page = с. { $page }
table-empty = Записей нет.
table-signature = { $who }: ____________________ / ____________________
table-signature-date = Дата: «____» ____________ 20____ г.
table-sheet = Лист { $number }
