# Who lost access, and the administrator's list of them.
lost-access = Access lost
lost-choose = At which school was access lost?
lost-ask = Write in one message who you are: family name and name, class or post. Send no codes or passwords. /cancel to stop.
lost-again = Start anew
lost-asked = The administrator got the request. A new code is handed over in person.
lost-list = Access lost
lost-list-head = 🆘 Access lost: to be answered
lost-list-empty = No requests of lost access.
lost-list-line = { $index }. { $at }: { $words }
lost-how = Check who it is yourself. Hand over a new code in person: with its use the old account ends.
lost-answered = Answered
lost-answered-number = Answered { $index }
lost-news-head = 🆘 Access lost: a request from an unknown chat
lost-news-words = { $words }
lost-news-line = 🆘 Access lost: { $words }
refusal-lost-words = Words are needed: family name, name, class or post, at most 500 characters.
refusal-lost-too-often = There were too many requests within a day. Please see the school's administrator in person.
