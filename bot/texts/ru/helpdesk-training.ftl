# Trainings: planned, invited to, replied, who came.
place-trainings = Обучения
command-training = обучения: план и приглашения
trainings-head = 🆘 <b>Обучения</b>
trainings-head-past = 🆘 <b>Обучения</b> · прошедшие
trainings-empty = Предстоящих обучений нет.
trainings-empty-past = Прошедших обучений нет.
trainings-invited = { $index }. Вас приглашают: <b>{ $day }, { $time }</b>, { $topics }
trainings-line = { $index }. { $day }, { $time } · { $whom } · { $topics }{ $off ->
    [yes] {" "}(отменено)
   *[no] { "" }
}
training-to-past = Прошедшие
training-to-ahead = Предстоящие
training-plan = Запланировать
training-plan-at = Запланировать: { $school }
training-whom-teachers = все учителя
training-whom-class-teachers = классные руководители
training-whom-persons = выбранные сотрудники
training-whom-families = родители { $class }
training-whom-families-open = родители класса
training-new-head = 🆘 <b>Новое обучение</b>
training-new-whom = Кого: { $whom }{ $count ->
    [0] { "" }
   *[other] {" "}— { $count }
}
training-new-away = Не подключены к боту: { $count }. Им скажите лично.
training-new-topics = Темы: { $topics }
training-new-when = Когда: { $day }, { $time }
training-new-room = Где: { $room }
training-new-words = Слова: { $words }
training-lacks = Осталось указать: { $what }.
training-part-invitees = кого
training-part-topics = темы
training-part-time = время
training-part-room = место
training-set-whom = Кого
training-set-topics = Темы
training-set-time = Когда
training-set-room = Где
training-set-words = Слова
training-invite = Пригласить ({ $count })
training-to-plan = ‹ К плану
training-choose-whom = Кого учим?
training-choose-teachers = Все учителя
training-choose-class-teachers = Классные руководители
training-choose-persons = По именам
training-choose-families = Родители класса
training-choose-class = Родителей какого класса пригласить?
training-choose-class-empty = В школе пока нет классов с учениками.
training-choose-persons-head = Кого пригласить? Отмечено: { $count }.
training-choose-persons-line = { $index }. { $name }{ $marked ->
    [yes] {" "}✓
   *[no] { "" }
}
training-choose-persons-empty = В записях школы пока нет сотрудников.
training-choose-topics = Чему учим? Отметьте одну тему или несколько.
training-topic-chosen = ✓ { $topic }
training-ask-time = Когда? Напишите день и время, например «27.11 14:00».
training-ask-room = Где? Напишите место, например «каб. 4», не длиннее 60 знаков.
training-ask-words = Что добавить к приглашению? До 1000 знаков: с чем прийти, что подготовить.
training-ask-move = На когда перенести? Напишите день и время, а через запятую место, если оно другое: «27.11 15:00, каб. 5».
training-use-buttons = Выберите, что указать: кнопки под планом.
training-words-only = Здесь нужны слова. План сохранён.
training-kept = Приглашения уходят.
training-moved-done = Перенесено. Приглашённые узнают и ответят заново.
training-head = 🆘 <b>Обучение</b> · { $day }, { $time }
training-head-off = 🆘 <b>Обучение отменено</b> · { $day }, { $time }
training-place = Где: { $room }
training-topics = Темы: { $topics }
training-whom = Кого: { $whom } — { $count }
training-holder = Проводит { $name }
training-replies = Придут: { $coming }, не смогут: { $not_coming }, без ответа: { $silent }
training-away = Не подключены к боту: { $count }
training-came = Пришли: { $came } из { $count }
training-came-open = Кто пришёл, ещё не отмечено.
training-guests = Кто придёт
training-tick = Кто пришёл
training-move = Перенести
training-call-off = Отменить
training-call-off-ask = Отменить обучение? Приглашённые узнают: { $count }.
training-call-off-sure = Да, отменить
training-called-off = Отменено. Приглашённые узнают.
training-back = ‹ К обучению
trainings-back = ‹ Обучения
training-guests-head = 🆘 <b>Приглашённые</b> · { $day }, { $time }
training-guest-line = { $index }. { $came ->
    [yes] ✓{" "}
   *[no] { "" }
}{ $name } — { $reply ->
    [coming] придёт
    [not_coming] не сможет
    [away] не в боте
   *[none] нет ответа
}
training-guest-how = Номер отмечает, кто пришёл.
training-tick-promised = Пришли все, кто обещал
training-invited-head = 🆘 <b>Вас приглашают на обучение</b>
training-invited-head-families = 🆘 <b>Обучение для родителей { $class }</b>
training-moved-head = 🆘 <b>Обучение перенесено</b>
training-moved-head-families = 🆘 <b>Обучение для родителей { $class } перенесено</b>
training-off-head = 🆘 <b>Обучение отменено</b>
training-off-head-families = 🆘 <b>Обучение для родителей { $class } отменено</b>
training-tomorrow-head = 🆘 <b>Напоминание: обучение</b>
training-tomorrow-head-families = 🆘 <b>Напоминание: обучение для родителей { $class }</b>
training-when = { $day }, { $time }, { $room }
training-was = Было: { $day }, { $time }
training-line = { $occasion ->
    [invited] Приглашение на обучение
    [moved] Обучение перенесено
    [called_off] Обучение отменено
   *[tomorrow] Напоминание об обучении
}: { $day }, { $time }, { $topics }
training-you-come = Вы ответили: придёте.
training-you-do-not = Вы ответили: не сможете.
training-over = Обучение уже началось или прошло.
training-come = Приду
training-not-come = Не смогу
training-none-head = 🆘 <b>В этой четверти нет обучения</b>
training-none = { $term } заканчивается { $day }. Обучение проводят не реже раза в четверть (E6 2.1).
training-none-line = Нет обучения: { $term } заканчивается { $day }
refusal-training-incomplete = План ещё не полон: ниже сказано, что указать.
refusal-training-time = Это время уже прошло, слишком далеко или написано иначе. Пример: 27.11 14:00.
refusal-training-words = Нужны слова, но не длиннее, чем сказано ниже.
refusal-training-nobody = Приглашать некого: таких людей в записях школы нет.
refusal-training-over = Это время обучения больше не действует: его перенесли, отменили, или оно началось. Вот как сейчас.
refusal-training-not-begun = Кто пришёл, отмечают после начала.
