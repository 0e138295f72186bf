# Threads: two persons write to each other.
place-messages = Сообщения
place-messages-waiting = Сообщения ({ $count })
place-hours = Часы ответов
command-messages = сообщения учителям и семьям
threads-head = 💬 Сообщения
threads-empty = Переписок пока нет.
threads-line = { $index }. { $waits ->
    [yes] ✍️ ждёт ответа ·{" "}
   *[no] {""}
}{ $whom } · { $day }
message-head = 💬 <b>{ $name }</b>
message-moment = { $day }, { $time }
message-you = Вы
message-files-only = файлов: { $count }
message-write = Написать
message-answer = Ответить
message-send = Отправить
message-leave = Не отправлять
message-urgent = Срочно
message-is-urgent = ⚠️ Срочно: придёт и в тихие часы.
message-urgent-head = ⚠️ Срочно
message-edited-head = Изменено: прежние слова сохранены в переписке.
message-ask = Напишите сообщение: текст, фото или файл. Оно уйдёт сразу. /cancel — отменить.
message-gathered = Принимаю альбом целиком. Добавьте слова или отправьте так.
message-sent = Отправлено. Дошло ли, видно в переписке.
message-edited = Правка отправлена: собеседник увидит новые слова, прежние сохранены.
message-hours = Сейчас не часы ответов. Ответ может прийти { $day }, с { $time }.
message-neutral = Есть личное сообщение из школы. Откройте, чтобы прочитать.
message-by = { $who } · { $when }{ $count ->
    [1] {""}
   *[other] {" "}· версия { $version } из { $count }
}
message-before = Прежние слова
message-after = Новые слова
message-no-files = Файлов у этого сообщения нет.
message-lost = { $unknown ->
    [yes] ⚠️ Неизвестно, дошло ли ваше сообщение. Если ответа не будет, напишите ещё раз или позвоните.
   *[no] ⚠️ Ваше сообщение не доставлено: собеседник не принимает сообщений или больше не может их читать. Оно сохранено в переписке.
}
message-lost-words = «{ $words }»
more-before = Раньше: { $count }
thread-empty = Здесь пока ничего не написано.
thread-waits = ✍️ Ждёт вашего ответа.
thread-open = Переписка
thread-came-since = Пришло ещё одно сообщение: оно ждёт вашего ответа.
thread-settle = Ответ не нужен
thread-hand = Передать
thread-hand-to = Кому передать? Новый собеседник увидит всю переписку, а семья узнает, кто теперь отвечает.
thread-hand-nobody = Передать некому: другие учителя и администрация не вошли в бот.
thread-handed = { $when }: отвечает { $name }
thread-handed-away = Теперь вам отвечает { $name }: переписка передана целиком.
thread-handed-to-you = { $name } передаёт вам эту переписку. Откройте её, чтобы ответить.
thread-handed-done = Передано: { $name }.
thread-message = { $index }. <b>{ $who }</b> · { $when }{ $edited ->
    [yes] {" "}· изменено
   *[no] {""}
}{ $files ->
    [0] {""}
   *[other] {" "}· файлов: { $files }
}{ $came ->
    [under-way] {" "}· в пути
    [delivered] {" "}· доставлено
    [unknown] {" "}· неизвестно, дошло ли
    [refused] {" "}· не доставлено
   *[none] {""}
}
write-doors = 💬 Кому написать?
write-nobody = Здесь писать пока некому.
write-behind = 💬 <b>{ $title }</b>: о ком написать?
write-staff = 💬 Сотрудники: кому написать?
write-contacts = 💬 <b>{ $who }</b>: кому написать?
write-line = { $index }. { $who }{ $here ->
    [yes] {""}
   *[no] {" "}— пока не принимает сообщений
}
write-class-teacher = классный руководитель
write-office = администрация школы
write-guardian = родитель
write-pupil = ученик
write-back = ‹ К спискам
hours-head = 💬 Часы ответов по учебным дням: <b>{ $hours }</b>
hours-own = Это ваши часы. Кто напишет в другое время, узнает, когда ждать ответа.
hours-of-school = Это часы школы. Можно выбрать свои: кто напишет в другое время, узнает, когда ждать ответа.
hours-school = Часы школы
hours-any = без ограничений
hours-span = { $begin }–{ $end }
news-line-message = 💬 { $name }: { $words }
rule-messages-hours = { $value ->
    [off] Часы ответов учителей не ограничены
   *[other] Учителя отвечают на сообщения по учебным дням, часы { $value }
}
rule-messages-most-an-hour = За час один человек может отправить школе сообщений: { $value }
refusal-message-empty = Нечего отправлять: пришлите текст, фото или файл.
refusal-message-too-long = Слишком длинно: в одно сообщение входит 3500 знаков. Ничего не отправлено; сократите или пришлите файлом.
refusal-message-kind = Сюда можно прислать текст, фото или документ. Голос, стикеры и опросы не передаются.
refusal-edited-too-often = Это сообщение правили слишком много раз. Напишите новое.
refusal-thread-over = Написать здесь больше нельзя: класс, учитель или ваши права изменились. Кому писать теперь, видно в «Школа → Учителя».
refusal-partner-not-here = Сообщение не отправлено: собеседник не вошёл в бот, не принимает сообщений или отказался от них. Передайте через класс или позвоните в школу.
refusal-too-many-messages = За час отправлено слишком много сообщений. Подождите { $minutes ->
    [one] { $minutes } минуту
    [few] { $minutes } минуты
   *[many] { $minutes } минут
}; это сообщение не отправлено.
refusal-thread-handed-away = Передать не вышло: переписку уже передали или этот человек её вести не может.
refusal-hours-wrong = Часы ответов начинаются раньше, чем заканчиваются. Ничего не изменилось.
