# What the command line says to the school's administrator.
cli-school = Школа: { $school }
cli-import-first = Первый импорт: семьям ничего не рассылается.
cli-import-same = Всё уже так и есть: ничего не изменилось.
cli-import-would = Пробный прогон: ничего не записано. Изменилось бы:
cli-import-done = Записано:
cli-import-counts = { $file }: новых { $new }, изменено { $changed }, убрано { $gone }
cli-import-refused = В файлах { $count ->
    [one] { $count } ошибка
    [few] { $count } ошибки
   *[many] { $count } ошибок
 }. Ничего не изменилось.
cli-import-more = … и ещё { $count }
cli-fault = { $place }: { $why }; найдено «{ $found }», ожидалось: { $expected }
cli-fault-plain = { $place }: { $why }; ожидалось: { $expected }
cli-line = { $file }, строка { $line }
cli-column = { $place }, столбец { $column }
cli-fault-not-a-bundle = это не папка и не zip с файлами школы
cli-fault-unsafe-path = путь внутри архива ведёт наружу
cli-fault-too-large = слишком большой файл или архив
cli-fault-file-missing = файла нет
cli-fault-file-unlisted = файл не назван в manifest.csv
cli-fault-file-unexpected = файл есть, хотя manifest.csv говорит, что его нет
cli-fault-encoding = кодировка не UTF-8
cli-fault-malformed = строка не читается как CSV
cli-fault-row-width = в строке не столько ячеек, сколько в заголовке
cli-fault-column-missing = нет столбца
cli-fault-column-twice = столбец назван дважды
cli-fault-empty = ячейка пуста
cli-fault-bad-value = значение не подходит
cli-fault-id-twice = один и тот же id дважды
cli-fault-cell-twice = две записи в одной клетке
cli-fault-dangling = ссылка ведёт к записи, которой нет
cli-fault-out-of-year = дата вне учебного года
cli-fault-out-of-limits = значение вне пределов
cli-fault-ends-before-begin = конец раньше начала
cli-fault-schools = школа должна быть одна
cli-clash = { $place }: запись { $source } внесена человеком и осталась как была
cli-warning = { $place }: в одно время два урока: { $what } { $who }
cli-exported = Записано строк: { $rows }. Папка или архив: { $path }
cli-refusal-school-unknown = Такой школы нет. Сначала импортируйте её или назовите верно: --school
cli-refusal-school-ambiguous = Школ несколько. Назовите одну: --school { $schools }
cli-refusal-person-unknown = Человека с id { $person } в этой школе нет.

setting-wrong = { $setting }: значение не подходит; ожидается { $expected }.
setting-missing = { $setting }: не задано; ожидается { $expected }.
setting-required-with-postgres = { $setting }: с PostgreSQL нужен обязательно; ожидается { $expected }.
setting-required-with-webhook = { $setting }: вместе с ZVONOK_WEBHOOK_URL нужен обязательно; ожидается { $expected }.
setting-against-telegram = { $setting }: с самим Telegram часы переводить нельзя: люди живут в настоящем времени.
setting-unknown-to-telegram = { $setting }: Telegram такого не знает; ожидается { $expected }.
setting-already-at-work = { $setting }: с этой базой уже работает другой процесс zvonok.
expected-token = токен от @BotFather: цифры, двоеточие, буквы
expected-url = адрес вида https://…
expected-database = sqlite:///файл или postgresql+psycopg://…
expected-seconds = число секунд от 0 до 86400
expected-quiet-hours = ЧЧ:ММ-ЧЧ:ММ или off
expected-zone = зона вида Europe/Moscow
expected-instant = момент вида 2026-11-20T08:00:00+03:00
expected-secret = не меньше 16 знаков
expected-webhook-secret = от 1 до 256 латинских букв, цифр, _ и -
expected-host = адрес узла
expected-port = число от 0 до 65535
expected-rate = число от 1 до 1000
expected-language = ru или en
expected-log-level = DEBUG, INFO, WARNING или ERROR
expected-text = другое значение
