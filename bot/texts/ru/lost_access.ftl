# Who lost access, and the administrator's list of them.
lost-access = Потерян доступ
lost-choose = В какой школе потерян доступ?
lost-ask = Напишите одним сообщением, кто вы: фамилия и имя, класс или должность. Коды и пароли не присылайте. /cancel — отменить.
lost-again = Начать заново
lost-asked = Администратор получил обращение. Новый код выдают лично.
lost-list = Потерян доступ
lost-list-head = 🆘 Потерян доступ: ждут ответа
lost-list-empty = Обращений о потерянном доступе нет.
lost-list-line = { $index }. { $at }: { $words }
lost-how = Личность проверьте сами. Новый код выдайте лично: с его вводом прежний вход закроется.
lost-answered = Отвечено
lost-answered-number = Отвечено { $index }
lost-news-head = 🆘 Потерян доступ: обращение из незнакомого чата
lost-news-words = { $words }
lost-news-line = 🆘 Потерян доступ: { $words }
refusal-lost-words = Нужны слова: фамилия, имя, класс или должность, не длиннее 500 знаков.
refusal-lost-too-often = Обращений за сутки уже слишком много. Подойдите к администратору школы лично.
