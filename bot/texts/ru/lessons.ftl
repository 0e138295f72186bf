# A teacher's own lessons, and files of homework for families.
place-lessons = Мои уроки
command-lessons = Мои уроки: задания и рекомендации
lessons-head = Мои уроки: сегодня и предыдущий день
lessons-empty = Ваших уроков сегодня и за последние дни в журнале нет.
lessons-line = { $index }. { $lesson }{ $set ->
    [none] : задания нет
   *[other] : { $set }
}
lesson-named = { $day }, { $number }-й урок, { $group }
lesson-head = <b>{ $lesson }</b>
lesson-homework-set = 🏠 Задание:
lesson-no-homework = Задания пока нет.
lesson-files = { $count ->
    [one] { $count } файл
    [few] { $count } файла
   *[many] { $count } файлов
}
lesson-homework-button = Задание
lesson-recommend = Рекомендация
lesson-remove-files = Убрать файлы
lesson-back = ‹ К уроку
lesson-save = Сохранить
lesson-saved = Сохранено, семьи узнают.
lesson-recommended = Рекомендация передана.
lesson-ask-homework = Пришлите текст задания, фото или файлы, можно несколькими сообщениями. /cancel — отменить.
lesson-go-on = Ещё не сохранено. Можно дописать, прислать фото или файлы.
lesson-needs-text = Ещё не сохранено. Напишите и текст: без него семьи не поймут, что делать.
lesson-whom = Кому рекомендация?
lesson-everybody = Всем на уроке
lesson-ask-words = Напишите рекомендацию ({ $whom }) одним сообщением. /cancel — отменить.
lesson-words-only = Нужен текст одним сообщением. Отменить: /cancel.
homework-files = Файлы: { $subject }
homework-file = 🏠 Файл { $number } из { $count }
homework-next-file = Следующий ›
day-advice = <b>{ $subject }</b>, рекомендация: { $text }
refusal-file-too-large = Файл больше 20 МБ. Пришлите поменьше или фото.
refusal-file-kind = Такое передать нельзя. Пришлите фото, PDF или документ.
refusal-too-many-files = Файлов не больше десяти. Уберите лишние.
refusal-lesson-closed = Урок был больше недели назад, его форма закрыта.
refusal-homework-empty = Напишите текст: без него семьи не поймут, что делать.
refusal-text-too-long = Текст длиннее 1500 знаков. Сократите или пришлите файлом.
