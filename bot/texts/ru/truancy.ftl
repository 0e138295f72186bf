# Lessons missed without good reason: warnings to guardians, by the class teacher's word.
place-truancy = О пропусках семье
truancies-head = ⚠️ Класс <b>{ $title }</b> · семьям о пропусках
truancies-none = Пропусков без уважительной причины немного: писать семьям не о чем.
truancies-line = { $index }. { $name } — { $state ->
    [sent] отправлено: { $reach }
    [dropped] не отправлено
   *[draft] ждёт вашего слова
}{ $count ->
    [0] { "" }
    [one] , { $count } урок с { $day }
    [few] , { $count } урока с { $day }
   *[many] , { $count } уроков с { $day }
}
truancy-head = ⚠️ <b>{ $who }</b> · пропуски уроков
truancy-count = { $count ->
    [one] Без уважительной причины пропущен { $count } урок.
    [few] Без уважительной причины пропущено { $count } урока.
   *[many] Без уважительной причины пропущено { $count } уроков.
}
truancy-earlier = { $count ->
    [one] … и ещё { $count } день раньше
    [few] … и ещё { $count } дня раньше
   *[many] … и ещё { $count } дней раньше
}
truancy-day = { $day }: { $numbers } { $count ->
    [1] урок
   *[other] уроки
}
truancy-number = { $number }-й
truancy-usual-words = Если причина есть, сообщите о ней классному руководителю: документ можно показать и позже.
truancy-draft-waits = Черновик сообщения семье ждёт вашего слова. Сам он не уйдёт.
truancy-still-waits = Черновик сообщения семье с { $day } ждёт { $whose ->
    [own] вашего слова. Сам он не уйдёт.
   *[other] слова классного руководителя. Сам он не уйдёт: напомните, пожалуйста.
}
truancy-unread = Сообщение не дошло до семьи вовремя: передайте его на бумаге.
truancy-open-sent = Кому дошло
truancy-open = Открыть черновик
truancy-waits = Ждёт вашего слова: само не уйдёт.
truancy-is-over = У пропусков нашлись причины: писать семье больше не о чем. Черновик скоро отзовётся сам.
truancy-withdrawn = Отозвано { $day }: у пропусков нашлись причины.
truancy-answered = ✍️ { $name }: { $day }, { $time }
news-line-truancy = ⚠️ без уважительной причины пропущено уроков: { $count }
news-line-truancy-draft = ⚠️ пропущено уроков: { $count }, черновик сообщения семье ждёт вас
news-line-truancy-waits = ⚠️ пропущено уроков: { $count }, черновик сообщения семье ждёт { $whose ->
    [own] вас
   *[other] классного руководителя
} с { $day }
news-line-truancy-unread = ⚠️ пропущено уроков: { $count }, сообщение не дошло до семьи
news-read-truancy = { $name }: пропуски уроков
refusal-truancy-over = У пропусков нашлись причины: писать семье больше не о чем. Ничего не отправлено.
