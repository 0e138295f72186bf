# Who has come in, and codes on paper.
place-connections = Вход и коды
place-staff = Сотрудники
roll-head = 🔑 Вход · <b>{ $title }</b>
roll-head-staff = 🔑 Сотрудники · <b>{ $school }</b>
roll-sum = Вошли { $in } из { $all }{ $mail ->
    [0] { "" }
   *[other] , только письмами { $mail }
}{ $invited ->
    [0] { "" }
   *[other] , с кодом ждут { $invited }
}
roll-empty = В записях школы здесь пока никого нет.
roll-line = { $index }. { $who }: { $stage }
roll-guardian = { $name }, родитель ({ $pupil })
connection-in = вход с { $day }
connection-invited = код до { $day }
connection-never = кода ещё не было
connection-away = вход закрыт { $day }
connection-head = 🔑 <b>{ $who }</b>
connection-in-now = Вход открыт с { $day }.
connection-invited-now = Код выдан и действует до { $day }. Кто его введёт первым, тот и войдёт.
connection-never-now = Ещё не входил(а), и действующего кода нет.
connection-away-now = Прежний вход закрыт { $day }, действующего кода нет.
connection-lost = Если доступ потерян, выдайте новый код: с его вводом прежний вход закроется.
connection-revoked = Код отозван: он больше ничего не открывает.
connection-print = Код на бумаге
connection-print-new = Новый код на бумаге
connection-take-back = Отозвать код
roll-print = { $count ->
    [1] Код на бумаге: 1 человек
    [one] Коды на бумаге: { $count } человек
    [few] Коды на бумаге: { $count } человека
   *[many] Коды на бумаге: { $count } человек
}
roll-print-staff = Коды: { $count }
roll-of-staff = { $count ->
    [1] Один человек из списка работает в школе: код ему выдаёт администратор.
   *[other] Работают в школе: { $count }. Коды им выдаёт администратор.
}
connection-of-staff = Этот человек работает в школе: код ему выдаёт и отзывает администратор журнала.
roll-back = К списку
codes-caption = 🔑 Коды для входа: { $title }. Талонов: { $count }.
codes-caption-staff = 🔑 Коды для входа сотрудников. Талонов: { $count }.
codes-how = Разрежьте лист и раздайте талоны лично. Прежние неиспользованные коды этих людей больше не действуют, а новые действуют до { $day }.
codes-all-in = Все из этого списка уже вошли, коды никому не нужны.
codes-all-hold = У всех, кто ещё не вошёл, действующий код уже на руках. Потерян один талон — откройте человека в списке.
codes-afresh = Заново всем
codes-afresh-ask = Новые талоны на всех, кто ещё не вошёл: { $count }. Уже розданные талоны, по которым не вошли, перестанут действовать: { $void }.
codes-afresh-sure = Да, заново всем
codes-file = Коды для входа { $title }
codes-file-staff = Коды для входа сотрудников
slip-pupil = { $class ->
    [none] ученик школы
   *[other] ученик, { $class }
}
slip-guardian = родитель: { $pupil }
slip-staff = сотрудник школы
slip-how = Откройте в Telegram бота { $bot }, нажмите «Начать» и пришлите код. Или наведите камеру на рисунок.
slip-how-unnamed = Откройте в Telegram бота школы, нажмите «Начать» и пришлите код.
slip-until = Действует до { $day }. Код личный, вводится один раз. Никому его не передавайте.
slip-page = { $page } из { $pages }
refusal-given-by-administrator = Этот человек работает в школе: код ему выдаёт и отзывает администратор журнала. Ничего не изменилось.
refusal-nobody-to-invite = Все из этого списка уже вошли, коды никому не нужны.
