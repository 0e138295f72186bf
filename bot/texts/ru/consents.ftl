# What guardians agreed to.
place-consents = Согласия
activated-next-consent = Новости об отметках, пропусках и заданиях придут сюда сами. Согласие на это даётся кнопкой «Согласия».
consents-choose = 📝 О ком согласие?
consents-none = Детей, которых вы представляете, в записях школы нет.
consents-head = 📝 Согласия · <b>{ $child }</b>
consents-line = { $subject ->
    [electronic] Сообщения о ребёнке в электронном виде
    [telegram] Сообщения в чат Telegram
    [email] Письма на почту
   *[paper] Заявление на бумагу
}: { $said ->
    [given] дано { $day }
    [refused] отказ { $day }
    [withdrawn] отозвано { $day }
   *[nothing] вопрос ещё не задан
}{ $version ->
    [none] { "" }
   *[other] , редакция { $version }
}
consents-words = Согласие: школа сообщает вам об отметках, пропусках, заданиях и итогах ребёнка через этого бота. Хранится только нужное для этого, и согласие можно отозвать в любой день.
consents-give = { $subject ->
    [electronic] Даю согласие
    [telegram] Согласие на чат
   *[email] Согласие на письма
}
consents-withdraw = { $subject ->
    [electronic] Отозвать согласие
    [telegram] Не писать в чат
   *[email] Не слать писем
}
consents-sure = { $subject ->
    [electronic] Отозвать согласие? Сообщения о ребёнке больше не придут никаким способом, сведения на бумаге передаст классный руководитель.
    [telegram] Больше не писать о ребёнке в этот чат? Дневник останется открыт, но новости сами не придут.
   *[email] Больше не слать писем о ребёнке?
}
consents-withdraw-sure = Да, отозвать
consents-keep = Оставить как есть
consents-now = Записано, и действует сразу.
class-consents-head = 📝 Согласия семей · <b>{ $title }</b>
class-consents-sum = Согласились { $given } из { $all }{ $paper ->
    [0] { "" }
   *[other] , на бумаге { $paper }
}
class-consents-line = { $index }. { $who }: { $said ->
    [given] согласие { $day }
    [refused] письменный отказ { $day }
    [withdrawn] отозвано { $day }
   *[nothing] не спрошен(а)
}{ $closed ->
    [telegram] , чат закрыт
    [email] , без писем
    [both] , чат закрыт, без писем
   *[none] { "" }
}{ $paper ->
    [yes] , бумага по заявлению
   *[no] { "" }
}
class-consents-none = В классе пока нет родителей.
family-consent-head = 📝 <b>{ $who }</b>
family-consent-paper = Сведения о ребёнке этой семье передаются на бумаге.
family-consent-paper-too = Сведения о ребёнке передаются этой семье и на бумаге: так она просит в заявлении.
family-consent-electronic = Сведения о ребёнке приходят семье сообщениями.
family-consent-no-chat = Не все пути открыты: если сообщения не доходят ни в чат, ни на почту, сведения передаются на бумаге.
application-ask = { $what ->
    [yes] Согласие на бумаге: каким днём оно датировано?
    [paper] Заявление на бумагу: каким днём оно датировано?
    [no_paper] Заявление о том, что бумага больше не нужна: каким днём оно датировано?
   *[no] Письменный отказ: каким днём он датирован?
}
application-today = Сегодня, { $day }
application-yesterday = Вчера, { $day }
application-other = Другой день
application-back = ‹ Назад
application-write = Напишите день с заявления: 12.11.2026 или 12.11. /cancel — отменить.
application-ask-words = Нужен день словами, например 12.11.2026. /cancel — отменить.
application-later = Записано. Действует более поздний ответ.
refusal-application-day = Такого дня нет, он ещё не наступил или был больше года назад. Например: 12.11.2026.
family-consent-given = Согласие на сообщения принято
family-consent-refused = Письменный отказ принят
family-consent-paper-asked = Просит листы на бумаге
family-consent-no-paper-more = Листы больше не нужны
consents-back = К списку
