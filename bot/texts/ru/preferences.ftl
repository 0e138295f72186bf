# What a person hears, when, and in which words.
place-preferences = Новости и тихие часы
preferences-head = <b>Новости</b>
preferences-head-of = <b>Новости</b> · { $who }
preferences-back = Новости
preferences-whose = Чьи новости настроить?
preferences-line = { $index }. { $topic }: <b>{ $when }</b>
preferences-always = Всегда сразу: пропуски сегодня, прогнозы, итоговые отметки.
preferences-why = Почему
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
topic-control-works = Контрольные работы
topic-recommendations = Рекомендации учителей
topic-events = События школы и класса
topic-review = Напоминания об ознакомлении
topic-forecasts = Прогнозы и предупреждения
topic-finals = Итоговые отметки
timing-now = сразу
timing-evening = вечером
timing-weekly = раз в неделю
timing-off = не сообщать
choose-now = Сразу
choose-evening = Вечером
choose-weekly = Раз в неделю
choose-off = Не сообщать
topic-head = { $topic }: <b>{ $when }</b>
topic-digests = Вечером: одно сообщение в { $at }. Раз в неделю: одно сообщение в воскресенье в { $at }. Что понадобится до этого часа, придёт раньше.
topic-off = Если не сообщать, в дневнике всё останется видно.
topic-owed = Приходит всегда и сразу: отложить или отключить это нельзя, выбрать можно только, куда.
topic-kept = { $topic }: { $when }

always-head = <b>Всегда сразу</b>. Отложить или отключить это нельзя.
always-alerts = Пропуски сегодня: днём и ночью, чтобы дома и в школе знали, где ребёнок.
always-forecasts = Прогнозы и предупреждения: они должны быть у семьи на руках вовремя, с ними нужно ознакомиться.
always-finals = Итоговые отметки: семья узнаёт их в срок, который установлен школе.
always-others = Решения по вашим сообщениям и объявления о ведении дневника.

nights-line = { $whose ->
    [school] Тихие часы: { $hours }, как в школе
    [own] Тихие часы: { $hours }, свои
   *[none] Тихих часов нет
}
nights-none-at-school = Тихих часов нет, как в школе
nights-button = Тихие часы и время
nights-about = В тихие часы приходят только сообщения о пропусках сегодня. Остальное ждёт их конца.
nights-clock = { $whose ->
    [school] Это время школы, а не ваше.
    [own] Это ваше время, а не время школы.
   *[none] Времена в сообщениях дежурных указаны по вашим часам.
}
nights-school = Как в школе
nights-none = Без тихих часов
nights-from = с { $at }
nights-to = до { $at }

news-read = Прочитать

zone-button = Моё время
zone-head-school = Ваше время: <b>как в школе</b>, { $time }. Где вы живёте?
zone-head = Ваше время: <b>{ $zone }</b>, { $time }. Где вы живёте?
zone-line = { $index }. { $zone }: { $time }
zone-school = Как в школе
zone-own-time = { $time } (по вашему времени)
zone-kaliningrad = Калининград, МСК−1
zone-moscow = Москва, МСК
zone-samara = Самара, МСК+1
zone-yekaterinburg = Екатеринбург, МСК+2
zone-omsk = Омск, МСК+3
zone-krasnoyarsk = Красноярск, МСК+4
zone-irkutsk = Иркутск, МСК+5
zone-yakutsk = Якутск, МСК+6
zone-vladivostok = Владивосток, МСК+7
zone-magadan = Магадан, МСК+8
zone-kamchatka = Камчатка, МСК+9
zone-school-time = { $time } (по времени школы)
