# What a person hears, when, and in which words.
place-preferences = Новости и тихие часы
preferences-head = <b>Новости</b>
preferences-head-of = <b>Новости</b> · { $who }
preferences-back = Новости
preferences-whose = Чьи новости настроить?
preferences-line = { $index }. { $topic }: <b>{ $when }</b>
preferences-words = { $words ->
    [neutral] Сообщения без подробностей: только то, что есть новости.
   *[full] Сообщения с подробностями.
}
preferences-as-before = Вернуть как было
preferences-returned = Всё снова приходит сразу, тихие часы как в школе, сообщения с подробностями.
preferences-neutral = Без подробностей
preferences-full = С подробностями
preferences-now-neutral = Теперь сообщения говорят только, что есть новости. Прочитать их можно по кнопке.
preferences-now-full = Теперь сообщения приходят с подробностями.
preferences-at-work = по работе
chosen = • { $what }

topic-marks = Отметки
topic-absences = Пропуски прошлых дней
topic-homework = Домашние задания
topic-timetable = Изменения расписания
topic-recommendations = Рекомендации учителей
topic-events = События и объявления
topic-review = Напоминания об ознакомлении
timing-now = сразу
timing-evening = вечером
timing-weekly = раз в неделю
timing-off = не сообщать
timing-always = всегда сразу
choose-now = Сразу
choose-evening = Вечером
choose-weekly = Раз в неделю
choose-off = Не сообщать
topic-head = { $topic }: <b>{ $when }</b>
topic-digests = Вечером: одно сообщение в { $at }. Раз в неделю: одно сообщение в воскресенье в { $at }. Что к этому времени прошло, в него не войдёт.
topic-off = Если не сообщать, в дневнике всё останется видно.
topic-kept = { $topic }: { $when }

always-alerts = Пропуски сегодня
always-forecasts = Прогнозы и предупреждения
always-finals = Итоговые отметки
always-head = { $what }: <b>всегда сразу</b>
always-alerts-why = О пропуске сегодня семья узнаёт сразу, днём и ночью: так дома и в школе вовремя знают, где ребёнок. Отложить или отключить это нельзя.
always-forecasts-why = Прогноз должен быть у семьи на руках вовремя, и с ним нужно ознакомиться. Отложить или отключить его нельзя.
always-finals-why = Итоговые отметки семья узнаёт в срок, который установлен школе. Отложить или отключить их нельзя.

nights-line = { $whose ->
    [school] Тихие часы: { $hours }, как в школе
    [own] Тихие часы: { $hours }, свои
   *[none] Тихих часов нет
}
nights-none-at-school = Тихих часов нет, как в школе
nights-button = Тихие часы
nights-about = В тихие часы приходят только сообщения о пропусках сегодня. Остальное ждёт их конца.
nights-school = Как в школе
nights-none = Без тихих часов
nights-from = с { $at }
nights-to = до { $at }

news-read = Прочитать
