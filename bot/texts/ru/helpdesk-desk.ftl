# The desk of who answers requests for help.
place-desk = Мой стол
command-desk = мой стол: обращения, которые ждут вас
refusal-too-many-templates = Заготовок уже 100: больше в списке не найти нужную. Удалите лишние.
refusal-answer-template-changed = Эту заготовку уже изменили или удалили.
desk-head = 🆘 <b>Мой стол</b>: { $shelf ->
    [f] можно взять
    [a] ждём других
    [s] отложено
   *[m] ждут вас
}, { $count }
desk-empty = { $shelf ->
    [f] Свободных обращений нет.
    [a] Слова спросивших и поддержки журнала никто не ждёт.
    [s] Отложенных обращений нет.
   *[m] Обращений, которые ждут вас, нет.
} Проверено в { $time }.
desk-shift = Вы дежурите до { $until }.
desk-line = { $index }. { $urgent ->
    [yes] ⚠️ {""}
   *[no] {""}
}<b>{ $name }</b>, { $topic } · { $waited }{ $ended ->
    [yes] , окно кончилось
   *[no] {""}
}
desk-shelf-mine = Мои { $count }
desk-shelf-free = Взять { $count }
desk-shelf-asked = Ждём { $count }
desk-shelf-asleep = Позже { $count }
desk-overview = Обзор
desk-templates = Заготовки
overview-head = 🆘 <b>Обращения школы</b>: { $count }, просрочено { $overdue }
overview-empty = Открытых обращений нет. Проверено в { $time }.
overview-none-overdue = Просроченных нет.
overview-sum = Очередь { $queue }, админ { $administrator }, консультанты { $others }
overview-line = { $index }. { $late ->
    [yes] ⚠️ {""}
   *[no] {""}
}<b>{ $name }</b>, { $topic } · { $waited } · { $owner }{ $state ->
    [asked-back] {" "}· ждём спросившего
   *[other] {""}
}
overview-overdue = Просрочено
overview-all = Все
ticket-waited-minutes = { $minutes } мин
ticket-waited-hours = { $hours } ч { $minutes } мин
ticket-waited-long = { $hours } ч
ticket-waited-since = с { $when }
ticket-owner-queue = очередь на { $when }
ticket-owner-queue-gone = очередь
ticket-owner-administrator = администратор
ticket-state-open = ждёт ответа
ticket-state-asked-back = ждём спросившего
ticket-state-answered = ответ дан
ticket-state-closed = закрыто
ticket-whose = <b>{ $name }</b> · { $topic }
ticket-head = 🆘 <b>{ $name }</b>, { $role }{ $class ->
    [none] {""}
   *[other] , { $class }
} · { $topic }
ticket-about = О чём: { $what }
ticket-matter = { $matter ->
    [remark] Замечание
   *[proposal] Предложение
}
ticket-stands = { $state } · { $waited } · { $owner }
ticket-stands-still = { $state } · { $owner }
ticket-urgent = ⚠️ Срочно: { $reason }
ticket-asleep = Отложено до { $when }.
ticket-kept = Закончите до { $when }.
ticket-merged = Того же ответа ждут ещё: { $count }.
ticket-rated = Оценка: { $stars } из 5. { $word }
ticket-entry = { $index }. { $who }, { $when }{ $kind ->
    [answer] {" "}· ответ
    [ask-back] {" "}· уточнение
    [note] {" "}· заметка
   *[words] {""}
}{ $edited ->
    [yes] {" "}· изменено
   *[no] {""}
}{ $files ->
    [0] {""}
   *[other] {" "}· файлов: { $files }
}{ $came ->
    [refused] {" "}· ⚠️ не дошло
    [unknown] {" "}· ⚠️ неизвестно, дошло ли
    [under-way] {" "}· отправляется
   *[other] {""}
}
ticket-open = К обращению
ticket-answer = Ответить
ticket-ask-back = Уточнить
ticket-claim = Взять
ticket-more = Ещё
ticket-hand = Передать
ticket-snooze = Отложить
ticket-merge = Объединить
ticket-note = Заметка
ticket-owners = Кто вёл
ticket-close = Закрыть
ticket-finish = Закончу до…
ticket-take-over = Взять себе
ticket-more-head = { $whose }: что сделать?
ticket-taken-now = Обращение у вас.
ticket-owners-head = { $whose }: кто вёл
ticket-owner-line = { $when }: { $owner }
ticket-said-by = <b>{ $who }</b>, { $when }{ $count ->
    [1] {""}
   *[other] {" "}· вариант { $version } из { $count }
}
ticket-ask-answer = { $whose }: напишите ответ. Можно приложить фото или файл.
ticket-ask-ask-back = { $whose }: что уточнить? Напишите вопрос.
ticket-ask-note = { $whose }: напишите заметку для коллег. Спросивший её не увидит.
ticket-ask-hand-note = { $whose }: напишите записку тому, кому передадите. Спросивший её не увидит.
ticket-gathered = { $whose }: файлы принимаю. Когда придут все, нажмите «Отправить» или напишите слова.
ticket-send = Отправить
ticket-drop = Не отправлять
ticket-dropped = Ничего не отправлено.
ticket-is-answer = Это ответ на обращение { $whose }? Пока никому не отправлено.
ticket-is-answer-to-many = Слова никому не отправлены. На что вы отвечаете? Откройте обращение и нажмите «Ответить» или ответьте на его сообщение.
ticket-many-line = { $index }. { $whose }
ticket-yes-answer = Да, отправить
ticket-as-note = Нет, заметка
ticket-template-in = { $whose }: отправить так? Или напишите иначе, уйдут ваши слова.
ticket-said-answer = { $whose }: ответ отправлен. Дойдёт ли, видно на карточке.
ticket-said-ask-back = { $whose }: вопрос отправлен, ждём ответа.
ticket-said-note = { $whose }: заметка сохранена, спросивший её не увидит.
ticket-struck = Пароль или код из ваших слов вычеркнут: он не сохранён и не отправлен. Удалите его и из чата.
ticket-hand-head = { $whose }: кому передать?
ticket-hand-now = { $index }. { $name }, сейчас до { $until }
ticket-hand-then = { $index }. { $name }, { $day }, { $hours }
ticket-hand-nobody = По этой теме больше никто не дежурит.
ticket-hand-note-first = С запиской
ticket-hand-next = В следующее окно
ticket-hand-administrator = Администратору
ticket-handed = { $whose }: передано, теперь { $owner }.
ticket-snooze-head = { $whose }: отложить до какого времени? Часы ожидания не останавливаются.
ticket-snooze-date = Или напишите день и час: 27.11 10:00.
ticket-snooze-hour = На час
ticket-snooze-evening = До 18:00
ticket-snooze-morning = До 9:00
ticket-snooze-window = До моего окна
ticket-snoozed = { $whose }: отложено до { $when }.
ticket-snooze-wrong = Не понимаю время. Напишите день и час: 27.11 10:00.
ticket-finish-head = { $whose }: окно кончилось. До которого часа сегодня закончите?
ticket-finish-none = Сегодня уже поздно: передайте обращение или оставьте следующему окну.
ticket-finishes = { $whose }: остаётся у вас до { $when }.
ticket-merge-head = { $whose }: что ещё о том же? Отметьте: один ответ получит каждый.
ticket-merge-none = Других обращений на эту тему, свободных или ваших, нет.
ticket-merge-line = { $index }. { $chosen ->
    [yes] <b>отмечено</b> {""}
   *[no] {""}
}{ $name } · { $waited }: { $words }
ticket-merge-do = Объединить { $count }
ticket-merge-all = Отметить все
ticket-merge-like = { $how ->
    [words] Похожие { $count }
    [answer] Ответ { $count }
   *[topic] По теме { $count }
}
ticket-merge-alike = { $whose }: { $how ->
    [words] похожими словами спросили ещё { $count }.
    [answer] готовый ответ «{ $answer }» подходит ещё к { $count }.
   *[topic] по этой теме ждут ещё { $count }.
} Объединить все? Один ответ получит каждый.
ticket-merge-choose = Выбрать
ticket-merge-gone = Не объединено { $count }: их уже взяли, отменили или открыли заново.
ticket-merge-left = Похожих осталось ещё { $count }: они пришли позже.
ticket-merged-now = { $whose }: объединено { $count }. Ответьте один раз, его получит каждый.
ticket-merge-changed = Список изменился. Проверьте, что отмечено.
ticket-close-head = { $whose }: чем закончилось? Обращение закроется, спросивший узнает и сможет открыть его снова.
ticket-here = Записано: вы на месте. { $day }, { $hours }{ $room }.
ticket-here-moved = Не записано: с тех пор часы дежурства изменились. Ваше дежурство: { $day }, { $hours }{ $room }.
ticket-here-others = Не записано: это дежурство теперь не ваше. { $day }, { $hours }{ $room }: { $name }.
ticket-here-off = Не записано: этого дежурства в тот день уже нет.
ticket-tap-first = Сначала нажмите кнопку выше: ваши слова ещё никому не отправлены. Выйти: /cancel.
ticket-words-only = Здесь нужны слова, фото или файл. Выйти: /cancel.
template-head = <b>Заготовки ответов</b>
template-empty = Заготовок пока нет. Сохраните то, что отвечаете часто.
template-line = { $index }. { $title }{ $shared ->
    [yes] {" "}· школы
   *[no] {""}
}
template-add = Своя
template-add-shared = Для школы
template-use = Вставить в ответ
template-edit = Изменить
template-drop = Удалить
template-drop-ask = Удалить эту заготовку? Отправленные ответы останутся.
template-drop-sure = Да, удалить
template-of-school = Заготовка школы
template-own = Своя заготовка
template-ask = Напишите заготовку, до { $most } знаков. Первая строка станет названием.
template-kept = Сохранено.
template-dropped = Удалено.
template-list = К заготовкам
