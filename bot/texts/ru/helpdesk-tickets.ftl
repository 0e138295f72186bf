# Requests for help: what cannot be done with them.
refusal-ticket-taken = Это обращение уже взял(а) { $who }. Ваш ответ не отправлен.
refusal-ticket-taken-by-nobody = Это обращение уже передали дальше. Ваш ответ не отправлен.
refusal-ticket-changed = Обращение уже изменилось. Откройте его заново: там видно, что с ним сейчас.
refusal-ticket-over = Обращение закрыто. Если вопрос остался, задайте его новым обращением.
refusal-too-many-tickets = За час задано слишком много вопросов. Подождите { $minutes ->
    [one] { $minutes } минуту
    [few] { $minutes } минуты
   *[many] { $minutes } минут
} или допишите в обращение, которое уже есть.
refusal-ticket-reason = Напишите коротко, почему это срочно: до 300 знаков.
refusal-ticket-promised-sooner = Взять нельзя: ответ обещан раньше, чем начнётся ваше дежурство. Ответить можно и сейчас.
refusal-ticket-nobody-there = Передать туда нельзя: по этой теме там никто не ответит. Выберите другого консультанта, окно или администратора.
refusal-ticket-wrong-instant = Это время не подходит: оно прошло или слишком далеко. Выберите другое.
refusal-ticket-cannot-merge = Объединить можно только обращения, которые ждут ответа и не взяты другим.
refusal-ticket-rated = Вы уже оценили это обращение. Спасибо.
refusal-ticket-wrong-rating = Оценка — от 1 до 5, слова к ней — до 500 знаков.
