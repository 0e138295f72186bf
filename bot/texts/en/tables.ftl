# What all tables share: documents, and the screens that stand for them.
table-of-class = Class: { $class }
table-of-school = Whole school
table-of-period = { $title }: { $begins } – { $ends }
table-number = No
table-pupil = Pupil
table-total = Total
table-percent = { $share } %
table-made = Made from the electronic journal on { $day }, { $time }
table-page = p. { $page }
table-empty = There are no records.
table-signature = { $who }: ____________________ / ____________________
table-signature-date = Date: ____________________
table-sheet = Sheet { $number }
