# The school's announcement of going over to the electronic journal.
place-announcements = Объявить переход
announcements-head = 📣 Объявления о переходе на электронный журнал
announcements-empty = Объявлений пока не было.
announcement-line = { $at }, { $by }: с { $day }. { $text }
announcement-write = Написать объявление
announcement-back = ‹ К объявлениям
announcement-ask-text = Пришлите текст объявления для всех семей одним сообщением. /cancel — отменить.
announcement-ask-day = С какого дня журнал электронный? Выберите или напишите дату: 01.12.2026.
announcement-preview = Семьи прочтут это. Ещё не отправлено.
announcement-send = Отправить всем семьям
announcement-sent = Отправлено всем семьям; кто войдёт позже, прочтёт при входе.
refusal-announcement-empty = Нужен текст объявления.
refusal-announcement-day = Такой даты нет. Напишите, например: 01.12.2026.
