# Packets for the support of the journal's vendor.
place-vendor = Поддержка
command-vendor = обращение в поддержку журнала
packets-head = 🆘 <b>Обращения в поддержку поставщика</b>
packets-head-others = 🆘 <b>Обращения других сотрудников</b>
packets-empty = Обращений пока нет. Бот соберёт всё, о чём спросит поддержка: организацию, логин, роль, что случилось и что уже сделано.
packets-empty-others = Другие сотрудники в поддержку не обращались.
packets-line = { $index }. { $day } · { $state ->
    [draft] черновик
    [sent] ждём ответа
    [answered] ответили
   *[closed] закрыто
}{ $number ->
    [none] { "" }
   *[other] , № { $number }
}: { $title }
packet-untitled = что случилось, ещё не сказано
packet-new = Новое обращение
packet-new-at = Новое: { $school }
packets-others = Других сотрудников
packets-own = Мои
packet-support = Данные школы
packet-back = ‹ К обращению
packets-back = ‹ Обращения
packet-draft-head = 🆘 <b>Обращение в поддержку</b> · черновик
packet-refused-note = Почта не приняла письмо. Проверьте адреса у администратора или отправьте текстом или файлом.
packet-lacks = Не хватает: { $what }.
packet-whole = Так уйдёт целиком. Проверьте, что в словах и на снимках нет паролей и лишних имён.
packet-of-administrator = Организацию и домен указывает администратор журнала, один раз для всех.
packet-go-on = Указать: { $what }
packet-edit = Исправить
packet-edit-head = Что сказать иначе?
packet-drop = Выбросить
packet-drop-ask = Выбросить черновик? Вернуть его будет нельзя.
packet-drop-sure = Да, выбросить
packet-dropped = Черновик выброшен.
packet-by-mail = Письмом
packet-by-text = Текстом
packet-by-file = Файлом
packet-piece-organisation = организация
packet-piece-domain = домен
packet-piece-login = логин
packet-piece-identifier = идентификатор
packet-piece-role = роль
packet-piece-happened = что случилось
packet-piece-moment = когда
packet-piece-tried = что сделано
packet-piece-pictures = снимки
packet-ask-login = Чей логин в журнале? Напишите только логин, одним словом. Пароль никому не нужен.
packet-ask-identifier = Какой идентификатор у этого человека в журнале? Напишите одним словом; он стоит в карточке пользователя.
packet-ask-role = Какая у него роль в журнале?
packet-ask-happened = Что случилось? Напишите, что делали, что ждали и что увидели. До 1500 знаков.
packet-ask-moment = Когда это было? Например «20 ноября, около 10:30» или «каждый день». До 100 знаков.
packet-ask-tried = Что уже пробовали? Например «перезашли, другой браузер». До 1500 знаков.
packet-ask-pictures = Пришлите снимки экрана, до 5, по одному или альбомом. Закройте на них имена и отметки.
packet-pictures-taken = Снимков: { $count }. Пришлите ещё или идите дальше.
packet-no-pictures = Снимков нет
packet-pictures-done = Дальше
packet-words-only = Здесь нужны слова. Черновик сохранён.
packet-pictures-only = Здесь нужны снимки или картинки. Черновик сохранён.
packet-role-teacher = Учитель
packet-role-head = Директор
packet-role-deputy-head = Завуч
packet-role-administrator = Администратор
packet-role-secretary = Секретарь
packet-role-consultant = Консультант
packet-role-guardian = Родитель
packet-role-pupil = Ученик
packet-head = 🆘 <b>Обращение в поддержку</b> · { $state ->
    [draft] черновик
    [sent] ждём ответа
    [answered] ответили
   *[closed] закрыто
}
packet-author = Отправил(а) { $name }
packet-left = { $way ->
    [mail] Письмо { $letter ->
        [waiting] ждёт отправки
        [sending] отправляется
        [sent] ушло { $day }
        [unknown] ушло { $day }, но дошло ли, неизвестно: спросите поставщика
       *[other] не ушло
    }
    [text] Передано текстом { $day }
   *[file] Передано файлом { $day }
}
packet-number = Номер у поставщика: <b>{ $number }</b>
packet-no-number = Номера у поставщика пока нет.
packet-ask-on = Спросить снова: { $day }
packet-set-number = Номер
packet-set-day = Спросить снова
packet-answered = Ответили
packet-close = Закрыть
packet-not-helped = Не помогло
packet-reopen = Открыть снова
packet-show-text = Текст
packet-show-file = Файл
packet-ask-number = Какой номер дал поставщик? До 100 знаков.
packet-ask-day = Когда спросить снова? Выберите или напишите день, например «27.11».
packet-in-3 = Через 3 дня
packet-in-7 = Через неделю
packet-copy = Скопируйте текст:
packet-copy-pictures = Снимки — выше.
packet-file-caption = 🆘 Обращение в поддержку: текст и снимки в одном файле.
packet-file-instead = 🆘 Файл собрать не удалось: снимок больше недоступен или Telegram не отвечает. Возьмите текст или попробуйте позже.
packet-file-name = Обращение в поддержку
packet-text-file = обращение.txt
packet-picture-file = снимок-{ $number }
packet-text-subject = Обращение в поддержку электронного журнала: { $value }
packet-text-organisation = Организация: { $value }
packet-text-domain = Домен: { $value }
packet-text-login = Логин: { $value }
packet-text-identifier = Идентификатор: { $value }
packet-text-role = Роль: { $value }
packet-text-happened = Что случилось:
packet-text-moment = Когда:
packet-text-tried = Что уже сделано:
packet-text-pictures = Снимков: { $count }
support-head = 🆘 <b>Поддержка поставщика</b> · { $school }
support-organisation = Организация: { $value }
support-domain = Домен журнала: { $value }
support-address = Почта поддержки: { $value }
support-answers-to = Ответы приходят на: { $value }
support-none = не указано
support-how = Это стоит во всех обращениях. Письма уходят, когда указаны оба адреса.
support-set-organisation = Организация
support-set-domain = Домен
support-set-address = Почта поддержки
support-set-answers-to = Почта для ответов
support-ask-organisation = Как школа называется у поставщика? До 100 знаков.
support-ask-domain = Какой у школы домен в журнале? Одним словом, например «school1.example.org».
support-ask-address = На какую почту поставщик принимает обращения?
support-ask-answers-to = На какую почту школы поставщику отвечать?
support-back = ‹ К данным
news-packet-refused-head = 🆘 <b>Письмо в поддержку не ушло</b>
news-packet-refused = Почта его не приняла. Обращение снова черновик, ничего не потеряно: { $title }
news-packet-due-head = 🆘 <b>Пора спросить поддержку</b>
news-packet-due = Ответа на обращение от { $day } ещё нет{ $number ->
    [none] { "" }
   *[other] , № { $number }
}: { $title }
news-packet-line = { $refused ->
    [yes] Письмо в поддержку не ушло
   *[no] Пора спросить поддержку
}: { $title }
news-packet-open = Открыть
refusal-packet-piece = Так не подходит: нужны слова не длиннее, чем сказано, а где просят одно слово — одно, без пароля, кода и ссылки с ключом.
refusal-packet-incomplete = Обращение ещё не полное: сказано, чего не хватает.
refusal-packet-gone = Обращение уже ушло или изменилось. Вот как сейчас.
refusal-packet-no-mail = Письмом отправить нельзя: почта не настроена или администратор не указал адреса. Возьмите текст или файл.
refusal-packet-pictures = Снимков не больше пяти. Те, что были, сохранены.
refusal-packet-pictures-large = Снимки вместе больше 10 МБ: письмо столько не унесёт. Этот снимок не взят, остальные сохранены. Пришлите его как фото, а не как файл: так он меньше.
refusal-packet-day = Этот день уже прошёл, слишком далеко или написан иначе. Пример: 27.11.
