# Broadcasts: written, looked at before, sent, answered, followed.
place-broadcast = Рассылка
place-broadcasts = Рассылки
command-broadcasts = рассылки классу и школе
broadcasts-head = 📣 Рассылки
broadcasts-empty = Рассылок пока не было.
broadcasts-empty-own = Ваших рассылок пока не было.
broadcasts-own = Мои
broadcasts-whole = Все
broadcasts-to = Кому написать?
broadcast-all-targets = Все: { $count }
broadcast-listed = { $index }. { $when } · { $whom }: { $title }
broadcast-listed-answers = { $line } — { $state ->
    [waiting] ждёт времени
    [withdrawn] отозвана
   *[sent] отправлена
}
broadcast-to-school = Вся школа
broadcast-to-school-named = Вся { $school }
broadcast-no-words = без слов, файлы

broadcast-head = 📣 <b>{ $whom }</b> · { $hearers ->
    [pupils] ученикам
    [both] родителям и ученикам
   *[parents] родителям
}
broadcast-head-chosen = 📣 <b>{ $whom }</b> · { $hearers ->
    [pupils] ученикам
    [both] родителям и ученикам
   *[parents] родителям
}, выбрано: { $count }
broadcast-ask-content = Пришлите текст, фото, альбом или файлы: до 3500 знаков и до 10 файлов. Жирный шрифт и ссылки сохранятся. /cancel — отменить.
broadcast-correcting = Пришлите новый текст или файлы целиком: прежние заменятся, но останутся в истории, и ответить попросим заново. /cancel — отменить.
broadcast-files = Файлов: { $count }
broadcast-files-album = Файлы: альбом, принимаю все части
broadcast-turnout = Получат: <b>{ $reachable }</b> из { $persons }, семей: { $families }
broadcast-not-told = Не получат: { $why }
broadcast-why = { $why ->
    [not-linked] не вошли в бот
    [refused] отказались
   *[blocked] не принимают сообщений
} — { $count }
broadcast-nobody-of-family = семьи без родителей в списке — { $count }
broadcast-who-not = Кто не получит
broadcast-will-get = получит
broadcast-not-reached-families = Кто-то не получит, семей: { $count }
broadcast-takes = Уйдёт за { $seconds ->
    [0] мгновение
    [one] { $seconds } секунду
    [few] { $seconds } секунды
   *[many] { $seconds } секунд
}.
broadcast-takes-minutes = Уйдёт примерно за { $minutes ->
    [one] { $minutes } минуту
    [few] { $minutes } минуты
   *[many] { $minutes } минут
}.
broadcast-quiet = Сейчас тихие часы: начнёт приходить { $day } в { $time }.
broadcast-at = Уйдёт: <b>{ $day }, { $time }</b>
broadcast-at-quiet = Уйдёт { $day }, { $time }; из-за тихих часов придёт в { $opens }.
broadcast-urgent-line = ⚠️ Срочно, и ночью тоже. Причина: { $reason }
broadcast-asks = ✍️ Ответ: { $what }{ $by ->
    [none] {""}
   *[other] , до { $by }
}{ $quorum ->
    [all] , от каждого родителя
   *[one] {""}
}
broadcast-asks-read = «{ $button }»
broadcast-asks-choice = на выбор — { $choices }
broadcast-send = Отправить
broadcast-send-at = Поставить на { $day }, { $time }
broadcast-send-urgent = Отправить срочно
broadcast-send-correction = Отправить исправление
broadcast-whom = Кому
broadcast-when = Когда
broadcast-answer = Ответ
broadcast-more = Ещё
broadcast-back = ‹ К рассылке
broadcast-leave = Не отправлять
broadcast-sure-urgent = ⚠️ <b>Срочная рассылка</b> придёт сразу и ночью, { $count ->
    [one] { $count } человеку
   *[other] { $count } людям
}. Причина останется в записях: { $reason }
broadcast-sure = Да, отправить сейчас

broadcast-choose-whom = Кто в семье получит сообщение?
broadcast-parents = Родителям
broadcast-pupils = Ученикам
broadcast-both = И тем и другим
broadcast-groups = Классы, группы
broadcast-families = Отдельные семьи
broadcast-choose-groups = Отметьте, кому писать.
broadcast-choose-families = Отметьте семьи. Никто не отмечен — письмо всем.
broadcast-chosen = ✓ { $label }
broadcast-family-line = { $chosen ->
    [yes] ✓ { $index }. { $name }
   *[no] { $index }. { $name }
}
broadcast-choose-when = Когда отправить? Можно написать: 25.11 9:00.
broadcast-now = Сейчас
broadcast-moment = { $day }, { $time }
broadcast-other-time = Другое время
broadcast-ask-when = Напишите день и время, например: 25.11 9:00.
broadcast-choose-answer = Нужен ли ответ? Под сообщением будет кнопка, а вы увидите, кто ответил.
broadcast-no-answer = Не нужен
broadcast-wants-reading = Ознакомиться
broadcast-wants-choice = Вопрос
broadcast-own-button = Своя кнопка
broadcast-one-parent = Один родитель
broadcast-all-parents = Каждый родитель
broadcast-other-day = Другой день
broadcast-ask-day = До какого дня ответить? Напишите, например: 25.11 или 25 ноября.
broadcast-answer-day = Срок ответа
broadcast-choose-day = До какого дня ответить на исправленное? Прежние ответы останутся в карточке.
broadcast-by-none = Без срока
broadcast-by-day = До { $day }
broadcast-ask-button = Напишите слова для кнопки, до 30 знаков. Например: Буду на собрании.
broadcast-ask-choices = Напишите варианты ответа, каждый с новой строки: от двух до шести, до 30 знаков.
broadcast-ask-urgent = Почему срочно? Напишите причину, до 200 знаков: она останется в записях. Рассылка придёт сразу, и ночью.
broadcast-choose-more = Что ещё?
broadcast-look = Как увидят
broadcast-urgent = Срочно
broadcast-not-urgent = Не срочно
broadcast-templates = Шаблоны
broadcast-afresh = Начать заново

broadcast-templates-head = 📣 Шаблоны рассылок
broadcast-templates-empty = Шаблонов пока нет. Их делают из отправленной рассылки.
broadcast-template-line = { $index }. { $title }{ $shared ->
    [yes] {" "}(школы)
   *[no] {""}
}
broadcast-drop-template = Убрать { $index }
broadcast-template-saved = Шаблон сохранён.
broadcast-template-dropped = Шаблон убран.

broadcast-from-class = 📣 <b>{ $whom }</b> · { $name }
broadcast-from-class-child = 📣 <b>{ $child }</b> · { $whom } · { $name }
broadcast-urgent-head = ⚠️ Срочно
broadcast-corrected-head = Исправлено: прежнее сообщение больше не действует.
broadcast-repeated-head = Отправлено ещё раз: прошлое сообщение могло не дойти.
broadcast-reminded-head = ✍️ Напоминание: нужен ваш ответ.
broadcast-withdrawn-head = 📣 <b>{ $whom }</b> · отозвано · { $name }
broadcast-withdrawn = Сообщение от { $day } больше не действует, отвечать не нужно: «{ $title }»
broadcast-answer-by = ✍️ Ответьте{ $each ->
    [yes] {" "}за каждого ребёнка
   *[no] {""}
} до { $day }.
broadcast-answer-late = ✍️ Срок был до { $day }, ответить{ $each ->
    [yes] {" "}за каждого ребёнка
   *[no] {""}
} можно и сейчас.
broadcast-answer-now = ✍️ Нужен ваш ответ{ $each ->
    [yes] {" "}за каждого ребёнка
   *[no] {""}
}.
broadcast-of-each-said = ✍️ Вы ответили; ответы можно изменить.
broadcast-of-child = { $child }: «{ $choice }»
broadcast-of-child-open = { $child }: ответа ещё нет
broadcast-more-children = Ещё дети
broadcast-first-children = К первым детям
broadcast-choice-of-child = { $child } · { $choice }
broadcast-read-at = ✍️ Вы ознакомились: { $day }, { $time }.
broadcast-chosen-at = ✍️ Ваш ответ: «{ $choice }», { $day }, { $time }. Его можно изменить.
broadcast-answered = { $open ->
    [0] Спасибо, ответ записан.
   *[other] Ответ записан. Осталось ответить: { $open }.
}
broadcast-open-files = Файлы: { $count }
broadcast-files-head = 📣 Файлы к сообщению
broadcast-no-files = Файлов больше нет.
news-line-broadcast = 📣 { $whom }: { $title }
broadcast-neutral = Есть сообщение из школы. Откройте, чтобы прочитать.
mail-files-in-chat = К сообщению есть файлы: они в чате с ботом.

broadcast-card-head = 📣 <b>{ $whom }</b> · { $title }
broadcast-card-urgent = ⚠️ Срочная, и ночью тоже. Причина: { $reason }
broadcast-card-waiting = Уйдёт: { $day }, { $time }. Ещё не отправлена.
broadcast-card-withdrawn = { $name ->
    [none] Отозвана.
   *[other] Отозвана: { $name }.
} Кто получил, узнает об этом.
broadcast-card-sent = Отправлена { $day }, { $time }; семей: { $families }{ $version ->
    [1] {""}
   *[other] ; версия { $version }
}
broadcast-card-told = Доставлено: { $delivered } из { $persons }
broadcast-card-under-way = В пути: { $count }
broadcast-card-unknown = Неизвестно, дошло ли: { $count }
broadcast-card-unreachable = Не получили: { $count }
broadcast-card-answered = ✍️ Ответили семьи: <b>{ $answered }</b> из { $families }{ $by ->
    [none] {""}
   *[other] , срок { $by }
}
broadcast-card-earlier = Прежней версии ответили и ещё не ответили этой: { $count }
broadcast-card-choice = { $choice } — { $count }
broadcast-card-owing = Ещё нет: { $names }
broadcast-by-family = По семьям
broadcast-owing = Кто не ответил
broadcast-not-reached = До кого не дошло
broadcast-remind = Напомнить
broadcast-reminded = Напоминаний отправлено: { $count }.
broadcast-reminded-quiet = Сейчас тихие часы. Напоминания ({ $count }) начнут приходить { $day } в { $time }.
broadcast-correct = Исправить
broadcast-withdraw = Отозвать
broadcast-to-template = В шаблоны
broadcast-to-school-template = В шаблоны школы
broadcast-report-sheet = Отчёт XLSX
broadcast-report-pdf = Отчёт PDF
broadcast-report-made = Отчёт о рассылке на эту минуту.
broadcast-open-card = Открыть рассылку
broadcast-sure-withdraw = Отозвать рассылку «{ $title }»? Кому она ещё не ушла, не получит; кто получил, узнает, что она не действует.
broadcast-withdraw-wakes = ⚠️ Она срочная: отзыв придёт сразу, и ночью тоже.
broadcast-yes-withdraw = Да, отозвать
broadcast-withdrawn-done = Рассылка отозвана.
broadcast-corrected-done = Исправление отправлено.
broadcast-scheduled = Рассылка ждёт своего времени.
broadcast-sent-done = Рассылка отправляется.

broadcast-families-head = 📣 <b>{ $whom }</b> · по семьям, всего { $count }
broadcast-families-owing = 📣 <b>{ $whom }</b> · без ответа: { $count }
broadcast-families-none = Таких семей нет.
broadcast-family = { $index }. { $name }: { $members }
broadcast-family-nobody = родителей в списке нет
broadcast-member = { $name } — { $state }
broadcast-member-phone = { $name }, { $phone } — { $state }
broadcast-stands = { $stands ->
    [answered] ответ { $at }
    [chosen] «{ $choice }»
    [delivered] доставлено
    [under-way] в пути
    [unknown] неизвестно
    [not-linked] не входит в бот
    [refused] отказ
   *[blocked] недоступно
}
broadcast-stands-earlier = { $stands }, раньше: { $earlier }
broadcast-stopped-head = ⚠️ <b>{ $whom }</b> · рассылка не ушла
broadcast-stopped = { $who } больше не вправе писать этим семьям, и рассылка снята: «{ $title }» Если она нужна, отправьте её от себя.
broadcast-stopped-own = Писать этим семьям вы больше не вправе, и рассылка снята: «{ $title }» Её никто не получил. Администрация знает и может отправить её сама.
broadcast-taken-back-head = ⚠️ <b>{ $whom }</b> · рассылка отозвана
broadcast-taken-back-own = Вашу рассылку отозвали ({ $who }): «{ $title }» { $sent ->
    [yes] Кому она пришла, тем бот скажет об этом.
   *[no] Она не ушла, её никто не получил.
}
broadcast-unheard-head = ⚠️ <b>{ $whom }</b> · рассылку никто не получил
broadcast-unheard = «{ $title }»: { $day }, в { $time } её некому было получить.
broadcast-unheard-why = Почему: { $why }.
broadcast-why-no-pupils = в списке сейчас нет ни одного ученика
broadcast-unheard-kept = Текст сохранён. Если до { $until } появится, кому его получить, рассылка придёт сама.
broadcast-card-unheard = Её некому было получить.
broadcast-again = Отправить другим
broadcast-on-paper = На бумагу
broadcast-overdue-head = 📣 <b>{ $whom }</b> · срок ответа прошёл
broadcast-overdue = Без ответа семей: { $missing } из { $families }. «{ $title }» Пора позвонить.
broadcast-to-call = Кому позвонить

table-broadcast = Рассылка: кто получил и ответил
table-broadcast-version-now = Рассылку исправляли. Здесь — ответы на последнюю версию, { $number }-ю.
table-broadcast-earlier = Ответы на прежние версии
table-broadcast-versions = Что было сказано
table-version = Версия
table-said = Текст
table-broadcast-urgent = Срочная, и ночью тоже. Причина: { $reason }
table-of-broadcast = { $whom }: { $title }
table-addressee = Кому
table-stands = Как дошло
table-answer = Ответ
table-answered-at = Когда ответили
table-stands-answered = ответ получен
table-stands-delivered = доставлено
table-stands-under-way = в пути
table-stands-unknown = неизвестно
table-stands-unreachable = не доставлено
table-stands-not-linked = не входит в бот
table-stands-refused = отказ от электронных сообщений
table-stands-blocked = сообщения не доходят
table-stands-nobody = родителей в списке нет

refusal-broadcast-empty = Нечего отправлять: пришлите текст или файл.
refusal-broadcast-too-long = Слишком длинно: в одно сообщение входит 3500 знаков. Сократите или пришлите текст файлом. То, что было, сохранено.
refusal-broadcast-nobody = Отправить некому: никто из адресатов не может получить сообщение.
refusal-broadcast-choices = Нужно от двух до шести разных вариантов, каждый до 30 знаков и с новой строки.
refusal-broadcast-label = Нужны слова для кнопки, до 30 знаков.
refusal-broadcast-time = Это время прошло или слишком далеко: можно на 60 дней вперёд. Напишите, например: 25.11 9:00.
refusal-broadcast-answer-day = Срок ответа прошёл, раньше отправки или дальше чем через 60 дней. Назовите другой день, например: 25 ноября.
refusal-broadcast-not-author = Исправить может только автор: рассылка подписана его именем. Её можно отозвать и написать свою.
refusal-broadcast-reason = Нужна причина, до 200 знаков; срочная рассылка уходит сразу.
refusal-broadcast-over = Рассылка уже отозвана или изменена. Откройте её заново.
refusal-broadcast-reminded = Напоминали меньше часа назад. Чаще не стоит.
refusal-broadcast-nobody-to-remind = Напоминать некому: все ответили или ответ не нужен.
refusal-broadcast-remind-unreachable = Не ответили, но бот никому из них написать сейчас не может. Телефоны — в «Кто не ответил».
refusal-broadcast-withdrawn = Сообщение отозвано, отвечать не нужно.
refusal-broadcast-changed = Сообщение с тех пор исправили. Прочитайте новое и ответьте под ним.
refusal-broadcast-guardian = Здесь отвечает родитель.
