"""An absence is announced ahead; the class teacher decides, and a document confirms (J4)."""

from sandbox.in_process import Person
from tests.exchange.builders import Files
from tests.stories.bundle import a_school, with_absence
from tests.stories.conftest import ON_BOTH
from tests.stories.test_untrusted import CLOSED, PICTURE, taps_button
from tests.stories.town import Town

MONDAY = "пн 23"


async def opens(guardian: Person) -> None:
    """Go to where an absence is announced, of the only child or of the first."""
    await guardian.sends("/absences")
    if "Яна, 7А" in guardian.screen.buttons:
        await guardian.taps("Яна, 7А")
    await guardian.taps("Сообщить о пропуске")


async def announces_illness(guardian: Person, day: str = MONDAY) -> None:
    await opens(guardian)
    await guardian.taps(day)
    await guardian.taps("Болезнь")
    await guardian.taps("Отправить")


async def announces_friday_and_monday(guardian: Person) -> None:
    await opens(guardian)
    for label in ("Другие дни", "пт 20", MONDAY, "Дальше", "Болезнь", "Отправить"):
        await guardian.taps(label)


async def announces_accepted(town: Town, guardian: Person, teacher: Person) -> None:
    await announces_illness(guardian)
    await town.outbox_ticks()
    await teacher.taps("Принять")


async def confirms(teacher: Person) -> None:
    await teacher.taps("Документ получен")
    await teacher.taps("Справка врача")


async def monday_is_missed(town: Town) -> None:
    """Let Monday come, and its first lesson be missed; who hears of it, does."""
    town.clock.strikes("2026-11-23T09:00")
    await town.imports(with_monday_missed())
    await town.outbox_ticks()


def with_monday_missed() -> Files:
    return with_absence(a_school(), "a9", lesson="7a-alg-23", pupil="p1")


@ON_BOTH
async def test_an_announced_absence_is_accepted_silent_and_shown_as_claimed(town: Town) -> None:
    father, teacher = await town.comes_in("g2"), await town.comes_in("t1")

    await announces_illness(father)
    sent = father.screen.text
    await town.outbox_ticks()
    await teacher.taps("Принять")
    await town.outbox_ticks()
    decision, heard = father.screen.text, len(father.messages)
    await monday_is_missed(town)

    assert "ждёт решения классного руководителя" in sent
    assert "принято, документ ещё не получен" in teacher.screen.text
    assert decision.startswith(
        "🚪 Яна · ответ о пропуске\nпн, 23 ноября: болезнь\nСейчас: принято"
    )
    assert len(father.messages) == heard
    await father.sends("/absences")
    await father.taps("Яна, 7А")
    assert "пн, 23 ноября, 1-й урок, алгебра: болезнь, со слов семьи" in father.screen.text


@ON_BOTH
async def test_a_document_confirms_the_reason_in_the_journal(town: Town) -> None:
    father, teacher = await town.comes_in("g2"), await town.comes_in("t1")
    await announces_illness(father)
    await town.outbox_ticks()
    town.clock.strikes("2026-11-23T09:00")
    await town.imports(with_monday_missed())

    await confirms_from_list(teacher)
    await town.outbox_ticks()

    assert "подтверждено, документ: Справка врача" in teacher.screen.text
    assert "Причина внесена в журнал." in father.screen.text
    await father.sends("/absences")
    await father.taps("Яна, 7А")
    assert "алгебра: болезнь" in father.screen.text
    assert "со слов семьи" not in father.screen.text


async def confirms_from_list(teacher: Person) -> None:
    await teacher.sends("/class")
    await teacher.taps("Ещё")
    await teacher.taps("Пропуски")
    await teacher.taps("Причины пропусков")
    await teacher.taps("1")
    await confirms(teacher)


async def test_a_decline_needs_a_word_and_the_absence_alarms_again(town: Town) -> None:
    father, teacher = await town.comes_in("g2"), await town.comes_in("t1")
    await announces_illness(father)
    await town.outbox_ticks()

    await teacher.taps("Отклонить")
    await teacher.sends_sticker()
    reminded = teacher.screen.text
    await teacher.sends("В этот день контрольная, приходите")
    await town.outbox_ticks()
    declined = father.screen.text
    await monday_is_missed(town)

    assert "Нужны слова" in reminded
    assert "отклонено, «В этот день контрольная, приходите»" in declined
    assert father.screen.text.startswith("🚪 Яна · нет на 1-м уроке")


@ON_BOTH
async def test_a_reason_that_waits_for_a_decision_silences_only_for_who_gave_it(
    town: Town,
) -> None:
    mother, father = await town.comes_in("g1"), await town.comes_in("g2")
    pupil = await town.comes_in("p1")
    await announces_illness(father)
    heard = len(father.messages)

    await monday_is_missed(town)

    assert len(father.messages) == heard
    assert mother.screen.text.startswith("🚪 Яна · нет на 1-м уроке")
    assert pupil.screen.text.startswith("🚪 У вас: нет на 1-м уроке")
    for one in (mother, pupil):
        assert "Со слов семьи: болезнь. Классный руководитель ещё не решил." in one.screen.text


@ON_BOTH
async def test_when_a_reason_is_declined_the_whole_family_hears_of_todays_absence(
    town: Town,
) -> None:
    mother, father = await town.comes_in("g1"), await town.comes_in("g2")
    teacher = await town.comes_in("t1")
    await announces_illness(father)
    await monday_is_missed(town)

    await teacher.taps("Отклонить")
    await teacher.sends("В школе Яну видели")
    await town.outbox_ticks()

    for one in (mother, father):
        alert = next(it for it in reversed(one.messages) if "нет на 1-м уроке" in it.text)
        assert "Классный руководитель не принял причину: «В школе Яну видели»." in alert.text
        assert list(alert.buttons)[:2] == ["Ответить с документом", "Не знаю, где ребёнок"]
        assert not alert.silent
    await father.taps("Не знаю, где ребёнок", on=alert)
    assert any("отправлено тревожное сообщение" in one.text for one in father.messages)


async def test_a_declined_reason_is_answered_anew_with_a_document_the_next_day_too(
    town: Town,
) -> None:
    father, teacher = await town.comes_in("g2"), await town.comes_in("t1")
    await town.imports(with_absence(a_school(), "a9", lesson="7a-alg-20", pupil="p1"))
    await town.outbox_ticks()
    first = father.screen
    await father.taps("Знаю, болеет")
    await town.outbox_ticks()
    await teacher.taps("Отклонить")
    await teacher.sends("Нужна справка")
    await town.outbox_ticks()
    alert = next(it for it in reversed(father.messages) if "нет на 1-м уроке" in it.text)
    town.clock.moves(days=1)

    await father.taps("Ответить с документом", on=alert)
    await father.taps("Болезнь")
    await father.sends_photo(PICTURE)
    await father.taps("Отправить")
    sent = father.screen.text
    await town.outbox_ticks()

    assert first.id != alert.id
    assert "пт, 20 ноября: болезнь" in sent
    assert "ждёт решения классного руководителя" in sent
    assert "Семья приложила фото или файл." in teacher.screen.text


@ON_BOTH
async def test_what_was_accepted_is_taken_back_when_the_child_is_at_school(town: Town) -> None:
    mother, father = await town.comes_in("g1"), await town.comes_in("g2")
    teacher = await town.comes_in("t1")
    await announces_friday_and_monday(father)
    await town.outbox_ticks()
    await teacher.taps("Принять")
    await town.outbox_ticks()
    await monday_is_missed(town)
    silent = len(mother.messages)

    await opens(father)
    await father.taps("Отозвать: пн, 23 ноября")
    taken_back = father.screen.text
    await town.outbox_ticks()

    assert silent == 1
    assert "пн, 23 ноября: болезнь" in taken_back
    assert "отозвано" in taken_back
    assert mother.screen.text.startswith("🚪 Яна · нет на 1-м уроке")
    assert teacher.screen.text.startswith("🚪 Лугова Яна · семья отозвала принятую причину")
    await opens(father)
    assert "пт, 20 ноября: болезнь, принято" in father.screen.text


@ON_BOTH
async def test_what_was_accepted_is_declined_after_all_and_the_family_is_alarmed(
    town: Town,
) -> None:
    mother, father = await town.comes_in("g1"), await town.comes_in("g2")
    teacher = await town.comes_in("t1")
    await announces_accepted(town, father, teacher)
    await monday_is_missed(town)

    await teacher.taps("Отклонить")
    asked = teacher.screen.text
    await teacher.sends("Яна пришла утром в школу")
    await town.outbox_ticks()

    assert "прошедшие останутся принятыми" in asked
    assert "отклонено, «Яна пришла утром в школу»" in teacher.screen.text
    for one in (mother, father):
        alert = next(it for it in reversed(one.messages) if "нет на 1-м уроке" in it.text)
        assert "не принял причину: «Яна пришла утром в школу»" in alert.text


async def test_days_that_are_over_stay_as_they_were_accepted(town: Town) -> None:
    father, teacher = await town.comes_in("g2"), await town.comes_in("t1")
    await announces_illness(father)
    sent = father.screen
    await town.outbox_ticks()
    await teacher.taps("Принять")

    town.clock.strikes("2026-11-24T09:00")
    await father.taps("Отозвать", on=sent)
    await opens(father)

    assert any(one.text.startswith("Эти дни прошли") for one in father.messages)
    assert not [one for one in father.screen.buttons if one.startswith("Отозвать")]


@ON_BOTH
async def test_whatever_was_accepted_a_guardian_alarms_the_school_from_the_absences(
    town: Town,
) -> None:
    mother, father = await town.comes_in("g1"), await town.comes_in("g2")
    teacher = await town.comes_in("t1")
    await announces_accepted(town, father, teacher)
    await monday_is_missed(town)

    await mother.sends("/absences")
    await mother.taps("Яна, 7А")
    await mother.taps("Не знаю, где ребёнок")
    await town.outbox_ticks()

    assert "В школу отправлено тревожное сообщение" in mother.screen.text
    assert teacher.screen.text.startswith("⚠️ Лугова Яна, 7А · семья не знает, где ребёнок")


async def test_absences_of_other_days_do_not_offer_to_alarm_the_school(town: Town) -> None:
    father, pupil = await town.comes_in("g2"), await town.comes_in("p1")
    await town.imports(with_absence(a_school(), "a9", lesson="7a-alg-20", pupil="p1"))
    await pupil.sends("/absences")

    town.clock.moves(days=1)
    await father.sends("/absences")
    await father.taps("Яна, 7А")

    for one in (father, pupil):
        assert "Не знаю, где ребёнок" not in one.screen.buttons


async def test_a_reason_that_is_taken_back_alarms_who_gave_it_too(town: Town) -> None:
    father = await town.comes_in("g2")
    await announces_illness(father)
    sent = father.screen
    await monday_is_missed(town)

    await father.taps("Отозвать", on=sent)
    await town.outbox_ticks()

    assert father.screen.text.startswith("🚪 Яна · нет на 1-м уроке")


@ON_BOTH
async def test_a_reason_is_accepted_with_a_word_that_who_gave_it_reads(town: Town) -> None:
    father, teacher = await town.comes_in("g2"), await town.comes_in("t1")
    await announces_illness(father)
    await town.outbox_ticks()

    await teacher.taps("Принять со словом")
    asked = teacher.screen.text
    await teacher.sends("Поправляйтесь, справку к среде")
    await town.outbox_ticks()

    assert "Что сказать семье?" in asked
    for one in (teacher, father):
        assert "принято, «Поправляйтесь, справку к среде»" in one.screen.text


async def test_lessons_of_which_nothing_was_said_alarm_as_ever(town: Town) -> None:
    father = await town.comes_in("g2")
    await opens(father)
    await father.taps("Отдельные уроки")
    await father.taps("2")
    chosen = father.screen.text
    await father.taps("Дальше")
    await father.taps("Болезнь")
    await father.taps("Отправить")

    await town.imports(with_absence(a_school(), "a9", lesson="7a-alg-20", pupil="p1"))
    await town.outbox_ticks()

    assert "Отмечено: пт, 20 ноября, урок 2" in chosen
    assert father.screen.text.startswith("🚪 Яна · нет на 1-м уроке")


def with_lesson_zero() -> Files:
    """Return the school where Яна has algebra before the first lesson of this Friday too."""
    return a_school().add(
        "x_lessons",
        sourcedId="7a-alg-20-0",
        classSourcedId="7a-alg",
        date="2026-11-20",
        lessonNumber="0",
        state="planned",
    )


@ON_BOTH
async def test_the_lesson_before_the_first_is_announced_alone(town: Town) -> None:
    father, teacher = await town.comes_in("g2"), await town.comes_in("t1")
    await town.imports(with_lesson_zero())
    await opens(father)
    await father.taps("Отдельные уроки")
    offered = father.screen
    await father.taps("0")
    await father.taps("Дальше")
    await father.taps("Болезнь")
    await father.taps("Отправить")
    await town.outbox_ticks()
    heard = teacher.screen.text

    await town.imports(with_absence(with_lesson_zero(), "a9", lesson="7a-alg-20", pupil="p1"))
    await town.outbox_ticks()

    assert "0. Алгебра" in offered.text
    assert "пт, 20 ноября, урок 0" in heard
    assert father.screen.text.startswith("🚪 Яна · нет на 1-м уроке")


async def test_several_days_are_chosen_by_taps_and_a_second_tap_takes_one_out(town: Town) -> None:
    father = await town.comes_in("g2")
    await opens(father)
    await father.taps("Другие дни")
    for day in ("пн 23", "вт 24", "чт 26", "ср 25"):
        await father.taps(day)
    await father.taps("✓ чт 26")

    await father.taps("Дальше")
    await father.taps("Болезнь")

    assert "23–25 ноября: болезнь" in father.screen.text


async def test_another_reason_is_said_in_words_and_a_note_is_shown_to_the_teacher(
    town: Town,
) -> None:
    father, teacher = await town.comes_in("g2"), await town.comes_in("t1")
    await opens(father)
    await father.taps(MONDAY)
    await father.taps("Другая причина")
    await father.sends("Едем к бабушке <3")
    await father.sends_photo(PICTURE)
    attached = father.screen.text
    await father.taps("Отправить")
    await town.outbox_ticks()

    await teacher.taps("Подробнее")
    told = teacher.screen.text
    await teacher.taps("Фото или файл")

    assert "Словами: «Едем к бабушке <3»" in attached
    assert "Фото или файл приложены." in attached
    assert "Семья приложила фото или файл." in told
    assert teacher.screen.photo is not None
    assert teacher.screen.text.startswith("Лугова Яна, ")


async def test_a_note_of_another_kind_is_declined_in_words_and_nothing_is_lost(
    town: Town,
) -> None:
    father = await town.comes_in("g2")
    await opens(father)
    await father.taps(MONDAY)
    await father.taps("Болезнь")

    await father.sends_document(b"PK", "справка.docx")
    other_kind = father.screen.text
    await father.posts(
        document={
            "file_id": "large",
            "file_unique_id": "large",
            "file_name": "скан.pdf",
            "mime_type": "application/pdf",
            "file_size": 21 * 1024 * 1024,
        }
    )
    too_large = father.screen.text
    await father.taps("Отправить")

    assert "Подойдёт фото или файл PDF." in other_kind
    assert "Файл больше 20 МБ" in too_large
    assert "ждёт решения" in father.screen.text


async def test_what_was_announced_is_not_announced_twice(town: Town) -> None:
    mother, father = await town.comes_in("g1"), await town.comes_in("g2")
    await announces_illness(father)

    await announces_illness(mother)

    assert mother.screen.text.startswith("Об этих уроках семья уже сообщала.")


async def test_an_announcement_is_taken_back_once(town: Town) -> None:
    father, teacher = await town.comes_in("g2"), await town.comes_in("t1")
    await announces_illness(father)
    await town.outbox_ticks()
    claim, sent = teacher.screen, father.screen

    await father.taps("Отозвать")
    taken_back = father.screen.text
    await teacher.taps("Принять", on=claim)
    await father.taps("Отозвать", on=sent)

    assert "отозвано" in taken_back
    assert teacher.screen.text.startswith("Решение уже есть")
    assert father.screen.text.startswith("Решение уже есть")


async def test_a_decision_is_made_once(town: Town) -> None:
    father, teacher = await town.comes_in("g2"), await town.comes_in("t1")
    await announces_illness(father)
    await town.outbox_ticks()
    claim = teacher.screen
    await teacher.taps("Принять", on=claim)

    await teacher.taps("Принять", on=claim)

    assert teacher.screen.text.startswith("Решение уже есть")


async def test_days_that_are_over_when_it_is_sent_are_refused(town: Town) -> None:
    father = await town.comes_in("g2")
    await opens(father)
    await father.taps("Сегодня, пт 20")
    await father.taps("Болезнь")

    town.clock.moves(days=1)
    await father.taps("Отправить")

    assert father.screen.text.startswith("Сообщить можно о днях с сегодняшнего")


async def test_a_cancelled_announcement_sends_nothing(town: Town) -> None:
    father, teacher = await town.comes_in("g2"), await town.comes_in("t1")
    await opens(father)
    await father.taps(MONDAY)
    await father.taps("Болезнь")
    begun = father.screen

    await father.sends("/cancel")
    await father.taps("Отправить", on=begun)
    await town.outbox_ticks()

    (answer,) = [one.text for one in father.messages if one.id == begun.id]
    assert answer.startswith("Это сообщение о пропуске уже не пишется.")
    assert len(teacher.messages) == 1


async def test_the_button_of_one_child_sends_nothing_of_another(town: Town) -> None:
    mother, teacher = await town.comes_in("g1"), await town.comes_in("t1")
    await opens(mother)
    await mother.taps(MONDAY)
    await mother.taps("Болезнь")
    of_yana = mother.screen
    await mother.sends("/absences")
    await mother.taps("Ян, 5Б")
    await mother.taps("Сообщить о пропуске")
    await mother.taps("Сегодня, пт 20")
    await mother.taps("Болезнь")
    of_yan = mother.screen

    await mother.taps("Отправить", on=of_yana)
    refused = mother.toast
    await mother.taps("Отправить", on=of_yan)
    await town.outbox_ticks()

    assert refused == "Эта кнопка устарела. Ниже то, что открыть можно."
    assert "пт, 20 ноября" in mother.screen.text
    assert len(teacher.messages) == 1


async def test_the_button_of_other_days_sends_nothing_of_these(town: Town) -> None:
    father = await town.comes_in("g2")
    await opens(father)
    await father.taps(MONDAY)
    await father.taps("Болезнь")
    monday = father.screen
    await opens(father)
    await father.taps("Сегодня, пт 20")
    await father.taps("Болезнь")

    await father.taps("Отправить", on=monday)

    assert father.toast == "Эта кнопка устарела. Ниже то, что открыть можно."


async def test_another_familys_child_and_another_class_are_closed(town: Town) -> None:
    mother, stranger = await town.comes_in("g1"), await town.comes_in("g3")
    teacher, other = await town.comes_in("t1"), await town.comes_in("t2")
    await opens(stranger)
    its_child = stranger.screen.data_of("Другие дни")
    await announces_illness(mother)
    await town.outbox_ticks()
    decision = teacher.screen.data_of("Принять")

    await mother.sends("/start")
    await taps_button(mother, its_child)
    await other.sends("/start")
    await taps_button(other, decision)
    await stranger.sends("/start")
    await taps_button(stranger, decision)

    assert mother.screen.text.startswith(CLOSED)
    assert other.screen.text.startswith(CLOSED)
    assert stranger.screen.text.startswith(CLOSED)


async def test_a_pupil_is_offered_no_announcement(town: Town) -> None:
    pupil, mother = await town.comes_in("p1"), await town.comes_in("g1")
    await pupil.sends("/absences")
    offered = list(pupil.screen.buttons)
    await opens(mother)

    await taps_button(pupil, mother.screen.data_of("Другие дни"))

    assert "Сообщить о пропуске" not in offered
    assert pupil.screen.text.startswith("Ответить может только родитель.")


async def test_nothing_to_decide_is_said(town: Town) -> None:
    teacher = await town.comes_in("t1")

    await teacher.sends("/class")
    await teacher.taps("Ещё")
    await teacher.taps("Пропуски")
    await teacher.taps("Причины пропусков")

    assert teacher.screen.text.endswith("Решать нечего, документов никто не ждёт.")


async def test_many_claims_of_one_morning_each_have_their_button(town: Town) -> None:
    father, guardian = await town.comes_in("g2"), await town.comes_in("g3")
    teacher = await town.comes_in("t1")
    await announces_illness(father)
    await announces_illness(guardian)
    await town.outbox_ticks()

    await teacher.taps("О'Нил Лев: решить")
    await teacher.taps("Принять")

    assert teacher.screen.text.startswith("🚪 О'Нил Лев: причина пропуска")
    assert "принято" in teacher.screen.text


async def test_a_reason_too_long_is_declined_and_asked_again(town: Town) -> None:
    father = await town.comes_in("g2")
    await opens(father)
    await father.taps(MONDAY)
    await father.taps("Уважительная причина")

    await father.sends("я" * 400)
    refused = father.screen.text
    await father.sends("Соревнования")

    assert refused.startswith("Нужны слова, не длиннее 300 знаков.")
    assert "Словами: «Соревнования»" in father.screen.text
