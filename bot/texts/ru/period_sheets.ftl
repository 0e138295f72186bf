# A teacher sums up the own courses: sheets of final marks.
place-sheets = Итоговые
sheets-head = 🏁 <b>Мои итоговые</b>, { $period }
sheets-head-undated = 🏁 <b>Мои итоговые</b>
sheets-until = Выставить до { $by }. Период до { $ends }.
sheets-which = В какой школе?
sheets-empty = В этом учебном году у вас нет курсов, за которые ставят итоговые отметки.
sheets-line = { $index }. { $course }: { $what }
sheets-done = всё выставлено
sheets-lack = { $lack ->
    [period] нет { $count }
    [year] годовых нет { $count }
    [final] итоговых после экзамена нет { $count }
   *[final-of-others] итоговых нет { $count } (у остальных стоят)
}
sheets-back = ‹ Мои итоговые
period-sheet-head = 🏁 <b>{ $course }</b>, { $period }{ $kind ->
    [year] : годовые
    [exam] : за экзамен
    [final] : итоговые
   *[period] { "" }
}
sheet-sum = Выставлено { $done } из { $count }.
sheet-nobody = На этом курсе за период нет учеников.
sheet-line = { $index }. { $name }: <b>{ $mark }</b>
sheet-line-none = { $index }. { $name }: нет
sheet-line-none-after-exam = { $index }. { $name }: нет, экзамен { $exam }
sheet-kind = { $kind ->
    [year] Годовые
    [exam] Экзамен
    [final] Итоговые
   *[period] За период
}
sheet-fill = Выставить
sheet-back = ‹ К списку
sheet-set = Записано. Выставлено { $done } из { $count }.
sheet-taken-back = Отметка убрана: { $name }
cell-none = <b>{ $name }</b>: отметки нет
cell-mark = <b>{ $name }</b>: <b>{ $mark }</b>
cell-earlier = По периодам: { $marks }
cell-at-the-end = { $kind ->
    [year] Годовая { $mark }
    [exam] Экзамен { $mark }
   *[final] Итоговая { $mark }
}
cell-empty = Убрать
cell-next = Дальше ›
cell-skip = Пропустить ›
cell-changed = Пока экран был открыт, отметку изменили. Посмотрите её и нажмите ещё раз.
refusal-summed-up-elsewhere = Отметку поставил учитель другой подгруппы этого предмета: исправить её может он.
# What is missing at the end of a year, told apart.
missing-after-exam = { $subject } (итоговая: экзамен есть)
missing-of-others = { $subject } (итоговая: у остальных в классе стоит)
missing-group = { $lack ->
    [year] Годовые:
    [final] Итоговые, экзамен есть:
   *[final-of-others] Итоговые, у остальных в классе стоят:
}
missing-set = Выставить
missing-set-in = Выставить: { $period }
missing-open-in = { $class }: { $period }
missing-by-class-final = Итоговых, когда экзамен есть: { $classes }
missing-by-class-of-others = Итоговых, когда у остальных стоят: { $classes }
