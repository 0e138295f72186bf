# Marks by subject, and one subject's marks.
marks-head = 📘 Отметки, { $period }
marks-subject = { $index }. { $subject }: { $what }
marks-none-of-subject = отметок нет
marks-mean = средний <b>{ $mean }</b>
marks-period-mark = итоговая <b>{ $mark }</b>
marks-empty = Отметок за этот период пока нет.
marks-no-period = Отчётные периоды пока не заданы, поэтому отметок здесь нет.
marks-period-before = ‹ { $period }
marks-period-after = { $period } ›
subject-head = 📘 { $subject }, { $period }
subject-mean = Средний: <b>{ $mean }</b>
subject-no-mean = Среднего пока нет: нет отметок, которые идут в расчёт.
subject-period-mark = Итоговая отметка: <b>{ $mark }</b>
subject-mark = <b>{ $mark }</b> — { $work }, { $day }
subject-mark-weighted = <b>{ $mark }</b> — { $work }, { $day }, вес { $weight }
subject-empty = Отметок по предмету за этот период пока нет.
subject-all = Все предметы
