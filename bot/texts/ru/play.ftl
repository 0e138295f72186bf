# The demo's play: what the buttons above the phones say and what its journal tells.
play-pupil = ученица
play-guardian = родитель
play-class-teacher = классный руководитель
play-administrator = администратор
play-consultant = консультант
play-control = Отметка за контрольную
play-control-hint = Учитель ставит отметку; семья узнает через 5 секунд
play-absence = Нет на уроке
play-absence-hint = Учитель отмечает пропуск; семья узнает сразу
play-homework = Домашнее задание
play-homework-hint = Учитель задаёт на дом
play-slip = Ошибка и исправление
play-slip-hint = Отметку исправили за 5 секунд: об ошибке никто не узнает
play-correct = Исправить отметку
play-correct-hint = Последняя отметка изменена; семья узнает
play-take-back = Отозвать отметку
play-take-back-hint = Последняя отметка отозвана; семья узнает
play-replace = Замена учителя
play-replace-hint = Урок проведёт другой учитель
play-did-control = { $subject }: отметка { $value } — { $child }
play-did-absence = { $subject }: нет на уроке — { $child }
play-did-homework = { $subject }: задано на дом — { $child }
play-did-slip = { $subject }: { $before }, сразу исправлено на { $value } — { $child }
play-did-correct = { $subject }: { $before } исправлено на { $value } — { $child }
play-did-take-back = { $subject }: отметка { $before } отозвана — { $child }
play-did-replace = { $subject }: урок проведёт другой учитель — { $child }
play-nothing = Сейчас для этого нет урока или отметки
play-new-day = Новый день
play-over = Записанные уроки кончились. Начать сначала: make demo-clean
play-to-forecast = Дальше: прогноз
play-to-forecast-hint = Перейти на 16 дней до конца четверти: прогноз уходит семьям
play-to-finals = Дальше: итоги
play-to-finals-hint = Перейти на 3 дня до конца четверти: учителя ставят итоговые отметки
play-did-finals = Учителя поставили итоговые отметки: { $count }
play-come-in = Семьи входят
play-come-in-hint = Талоны розданы: большинство семей класса входит по своим кодам
play-did-come-in = { $count ->
    [0] Все семьи, которые хотели, уже вошли
   *[other] По кодам вошли семьи: { $count }
}
play-answer = Семьи отвечают
play-answer-hint = Отвечают на рассылки и знакомятся с итогами; часть семей молчит
play-did-answer = { $count ->
    [0] Отвечать пока некому: семьи ещё не вошли
   *[other] Ответили и ознакомились семьи: { $count }
}
play-to-warning = Дальше: предупреждение
play-to-warning-hint = Перейти на 14 дней до конца четверти: прогноз у семей на руках, ушли предупреждения
play-to-reviews = Дальше: ознакомление
play-to-reviews-hint = Прожить неделю: одни семьи знакомятся с итогами дважды, другие один раз, остальным приходит напоминание
play-did-review = { $count ->
    [0] Знакомиться с итогами пока некому
   *[other] С итогами ознакомились семьи: { $count }
}
play-duty-soon = Дальше: перед дежурством
play-duty-soon-hint = Перейти на 30, затем на 10 и на 5 минут до окна: консультанта спросят, на месте ли он
play-duty-opens = Дальше: дежурство
play-duty-opens-hint = Перейти к началу окна: обращения из очереди попадут к консультанту, спросившие узнают
play-duty-silence = Дальше: молчание
play-duty-silence-hint = Пройдёт 10 минут без ответа: обращение уйдёт следующему дежурному, затем администратору
play-duty-ends = Дальше: конец дежурства
play-duty-ends-hint = Перейти к концу окна: консультанта спросят, что будет с открытыми обращениями
play-did-duty = Сейчас { $time }, время идёт как наше
play-asked = Кто-то просит помощи: время идёт как наше
play-no-duty = Дежурств впереди нет
