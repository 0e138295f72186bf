"""Screens of excuses: what they say, and that they fit whatever a school calls its people."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.callbacks.excuses import PickDays, PickLessons, PickReason
from bot.screens.excuses import alerts, choosing, claims
from bot.screens.excuses import announcing as excuses
from bot.screens.news.message import news
from bot.screens.parts.screen import Screen
from bot.texts import Speech
from core.access.gate import Overseen
from core.access.people import Child, LedClass
from core.diary.excuses.alerts import Alert, Answered, Sought
from core.diary.excuses.class_teacher import Claimed, ClassClaims
from core.diary.excuses.family import Announcing, Said
from core.diary.excuses.rules import Attachment, Claim, Excuse, ExcuseKind, ExcuseState, FileKind
from core.diary.views import DiaryDay, DiaryLesson
from core.ids import ClassId, ExcuseId, PersonId, PupilId, SchoolId
from core.notices.news.excuses import ClaimNews, DecisionNews, SearchNews
from tests.core.builders import MASHA, NOW, PETYA, TODAY, a_child, a_class_teacher, a_name
from tests.screens.test_limits import (
    CHILDREN,
    FAMILIES,
    LARGEST,
    NAMES,
    SPEAKING,
    WORDS,
    a_family,
    assert_fits,
    quick,
)
from tests.screens.views import MOTHER_OF_ONE, RU, labels, read

DAYS = st.lists(
    st.integers(0, 14).map(lambda ahead: TODAY + timedelta(days=ahead)),
    min_size=1,
    max_size=15,
    unique=True,
).map(lambda days: tuple(sorted(days)))
SPOKEN = st.sampled_from(["", "я" * 300, "<&>" * 100, "👩‍👩‍👧‍👦" * 15])
CLAIMS = st.builds(
    Claim,
    st.just(MASHA),
    DAYS,
    st.sampled_from(ExcuseKind),
    st.just(()),
    SPOKEN,
    st.none() | st.just(Attachment(FileKind.PHOTO, "reference")),
)
EXCUSES = st.builds(
    Excuse,
    st.sampled_from([ExcuseId(1), ExcuseId(LARGEST)]),
    st.just(SchoolId(1)),
    st.sampled_from([PersonId(2), PersonId(LARGEST)]),
    CLAIMS,
    st.sampled_from(ExcuseState),
    st.just(NOW),
    SPOKEN,
    SPOKEN,
)
SCHOOL_DAYS = st.lists(WORDS, min_size=1, max_size=14).map(
    lambda titles: tuple(
        DiaryDay(
            TODAY + timedelta(days=ahead),
            tuple(DiaryLesson(TODAY, number, title) for number, title in enumerate(titles)),
        )
        for ahead in range(15)
    )
)


def a_claim(*days: date, **more: object) -> Claim:
    return replace(Claim(MASHA, days or (TODAY,), ExcuseKind.ILLNESS), **more)  # type: ignore[arg-type]  # a builder's freedom


def an_excuse(claim: Claim | None = None, **more: object) -> Excuse:
    kept = Excuse(
        ExcuseId(1), SchoolId(1), PersonId(2), claim or a_claim(), ExcuseState.WAITING, NOW
    )
    return replace(kept, **more)  # type: ignore[arg-type]  # a builder's freedom


@quick
@given(SPEAKING, FAMILIES, SCHOOL_DAYS, st.lists(EXCUSES, max_size=9), st.integers(0, 2**15 - 1))
def test_announcing_fits(
    speech: Speech,
    family: list[Child],
    days: tuple[DiaryDay, ...],
    said: list[Excuse],
    bits: int,
) -> None:
    actor, child = a_family(family), family[0]
    numbered = tuple(replace(one, id=ExcuseId(LARGEST - at)) for at, one in enumerate(said))
    view, since = Announcing(child, TODAY, days, numbered), TODAY.toordinal()
    by_days = PickDays(pupil=child.pupil, since=since, days=bits)
    by_lessons = PickLessons(pupil=child.pupil, day=since, lessons=bits)
    chosen = PickReason(pupil=child.pupil, since=since, days=bits, lessons=bits)

    assert_fits(excuses.announcing(speech, actor, view))
    assert_fits(choosing.choose_days(speech, actor, view, by_days))
    assert_fits(choosing.choose_lessons(speech, actor, view, by_lessons))
    assert_fits(choosing.choose_reason(speech, actor, child, chosen))


@quick
@given(SPEAKING, FAMILIES, EXCUSES, st.booleans())
def test_what_was_said_fits(
    speech: Speech,
    family: list[Child],
    excuse: Excuse,
    heard: bool,
) -> None:
    actor, child = a_family(family), family[0]
    numbers = tuple(range(1, 13))
    asked = [
        Alert(child, TODAY, numbers, numbers, excuse, is_today=True, sought=heard),
        Alert(child, TODAY, (), is_today=heard),
    ]

    assert_fits(excuses.said(speech, actor, Said(child, TODAY, excuse)))
    assert_fits(excuses.ask_word(speech, actor, child, excuse.claim))
    assert_fits(excuses.ask_note(speech, actor, child, excuse.claim))
    assert_fits(excuses.ask_note(speech, actor, child, excuse.claim, wrong="excuse-note-wrong"))
    for kind in ExcuseKind:
        assert_fits(alerts.answered(speech, actor, Answered(child, TODAY, numbers, kind)))
    for view in asked:
        assert_fits(alerts.alert(speech, actor, view))
        assert_fits(alerts.sought(speech, actor, Sought(view, heard=heard, again=view.sought)))
        assert_fits(alerts.found(speech, actor, view))


def overseen(title: str = "7А", *, leads: bool = True) -> Overseen:
    led = LedClass(ClassId(LARGEST), title)
    member = a_class_teacher()
    return Overseen(replace(member, leads=(led,) if leads else ()), led)


@quick
@given(SPEAKING, st.lists(EXCUSES, max_size=14), CHILDREN, WORDS, st.integers(0, 3), st.booleans())
def test_what_a_class_teacher_sees_fits(
    speech: Speech,
    found: list[Excuse],
    child: Child,
    title: str,
    page: int,
    leads: bool,
) -> None:
    of = overseen(title, leads=leads)
    numbered = [replace(one, id=ExcuseId(at)) for at, one in enumerate(found, 1)]
    view = ClassClaims(
        of, tuple(Claimed(child, one, of, TODAY, may_decide=True) for one in numbered)
    )

    assert_fits(claims.class_claims(speech, view, page=page))
    for one in view.claims[:3]:
        assert_fits(claims.claim(speech, one))
        assert_fits(claims.note(speech, one))
        assert_fits(claims.ask_verdict(speech, one))
        assert_fits(claims.ask_document(speech, one))


@quick
@given(
    SPEAKING,
    st.lists(
        st.one_of(
            st.builds(ClaimNews, st.sampled_from([MASHA, PETYA]), NAMES, NAMES, EXCUSES),
            st.builds(DecisionNews, st.sampled_from([MASHA, PETYA]), NAMES, EXCUSES),
            st.builds(
                SearchNews,
                st.sampled_from([MASHA, PETYA]),
                NAMES,
                WORDS,
                NAMES,
                st.just(TODAY),
                st.booleans(),
            ),
        ),
        min_size=1,
        max_size=9,
        unique_by=lambda one: (type(one), getattr(getattr(one, "excuse", None), "id", 0)),
    ),
)
def test_news_of_excuses_fit(speech: Speech, told: list[object]) -> None:
    screen = news(speech, told, recipient=PersonId(9))  # type: ignore[arg-type]  # any news

    assert_fits(screen)


def test_a_child_that_is_still_looked_for_is_said_to_be() -> None:
    kept = Said(a_child(), TODAY, an_excuse(a_claim(TODAY)), sought=True)

    screen = excuses.said(RU, MOTHER_OF_ONE, kept)

    assert read(screen)[-1].startswith("⚠️ Ребёнка ищут: названа причина не всех")
    assert screen.buttons[0][0].label == "Нашёлся"


def test_days_are_told_as_people_say_them() -> None:
    days = tuple(TODAY + timedelta(days=ahead) for ahead in (3, 4, 5, 10))
    kept = an_excuse(a_claim(*days, kind=ExcuseKind.OTHER, word="едем <3"))

    lines = read(excuses.said(RU, MOTHER_OF_ONE, Said(a_child(), TODAY, kept)))

    assert lines[:3] == [
        "🚪 Сообщить о пропуске",
        "23–25 ноября, пн, 30 ноября: другая причина",
        "Словами: «едем <3»",
    ]


def test_only_a_class_teacher_is_offered_to_decide() -> None:
    shown = [
        claims.claim(RU, Claimed(a_child(), an_excuse(), overseen(), TODAY, leads))
        for leads in (True, False)
    ]

    assert [labels(one) for one in shown] == [
        [
            ["Принять", "Отклонить"],
            ["Принять со словом", "Документ получен"],
            ["Почему так", "Причины пропусков"],
        ],
        [["Почему так", "Причины пропусков"]],
    ]


ACCEPTED = an_excuse(
    a_claim(attachment=Attachment(FileKind.DOCUMENT, "r")), state=ExcuseState.ACCEPTED
)


def test_an_accepted_excuse_offers_the_document_and_to_decline_after_all() -> None:
    screen = claims.claim(RU, Claimed(a_child(), ACCEPTED, overseen(), TODAY, may_decide=True))

    assert labels(screen) == [
        ["Документ получен", "Отклонить"],
        ["Фото или файл"],
        ["Почему так", "Причины пропусков"],
    ]


def test_an_accepted_excuse_whose_days_are_over_offers_only_the_document() -> None:
    day_after = TODAY + timedelta(days=1)

    screen = claims.claim(RU, Claimed(a_child(), ACCEPTED, overseen(), day_after, may_decide=True))

    assert labels(screen)[0] == ["Документ получен"]


def test_who_declines_what_was_accepted_reads_that_the_past_stays() -> None:
    asked = [
        read(claims.ask_verdict(RU, Claimed(a_child(), one, overseen(), TODAY, may_decide=True)))[
            -1
        ]
        for one in (an_excuse(), ACCEPTED)
    ]

    assert ["прошедшие останутся принятыми" in one for one in asked] == [False, True]


def test_what_can_be_taken_back_names_the_days_that_are_left() -> None:
    begun = a_claim(TODAY - timedelta(days=1), TODAY, TODAY + timedelta(days=1))
    view = Announcing(a_child(), TODAY, (), (an_excuse(begun, state=ExcuseState.ACCEPTED),))

    screen = excuses.announcing(RU, MOTHER_OF_ONE, view)

    assert labels(screen)[0] == ["Отозвать: 20–21 ноября"]


ASKED = Alert(a_child(), TODAY, (1, 2), (1, 2), is_today=True)
DECLINED = an_excuse(state=ExcuseState.DECLINED, verdict="Яну видели в школе")
REASONS, LOST, FOUND = (
    ["Знаю, болеет", "Знаю, уважительная"],
    ["Не знаю, где ребёнок"],
    ["Нашёлся"],
)
SAID = "Причина школе уже названа. Если вы не знаете, где ребёнок, сообщите: школа начнёт искать."
ALERTS = [
    (ASKED, "Знаете ли вы, почему ребёнка не было?", [REASONS, LOST]),
    (replace(ASKED, sought=True), "Знаете ли вы, почему ребёнка не было?", [REASONS, FOUND]),
    (replace(ASKED, is_today=False), "Знаете ли вы, почему ребёнка не было?", [REASONS]),
    (
        replace(ASKED, asked=()),
        SAID,
        [LOST],
    ),
    (
        replace(ASKED, asked=(), declined=DECLINED),
        "Классный руководитель не принял причину: «Яну видели в школе».",
        [["Ответить с документом"], LOST],
    ),
]


@pytest.mark.parametrize(
    ("view", "last", "answers"),
    ALERTS,
    ids=["asked", "sought", "of another day", "a reason waits", "a reason was declined"],
)
def test_an_alert_offers_what_can_be_said_of_it(
    view: Alert, last: str, answers: list[list[str]]
) -> None:
    screen = alerts.alert(RU, MOTHER_OF_ONE, view)

    assert read(screen)[-1] == last
    assert labels(screen)[:-1] == answers


def test_an_answer_anew_is_about_the_declined_lessons() -> None:
    declined = an_excuse(a_claim(numbers=(2, 3)), state=ExcuseState.DECLINED)

    shown = alerts.answer_anew(RU, declined, TODAY, anew=True)

    assert PickReason.unpack(shown.callback_data) == PickReason(
        pupil=MASHA, since=TODAY.toordinal(), days=1, lessons=0b1100, anew=True
    )


def test_nobody_of_the_school_to_hear_is_said_again_too() -> None:
    unheard = alerts.sought(RU, MOTHER_OF_ONE, Sought(ASKED, heard=False, again=True))

    assert "Позвоните в школу сами" in unheard.text


def test_who_said_that_a_child_is_found_is_named_but_within_the_family() -> None:
    told = SearchNews(MASHA, a_name(), "7А", a_name("Анна"), TODAY, found=True)
    lines = [
        read(news(RU, [one], recipient=PersonId(9)))[1]
        for one in (told, replace(told, who=None), replace(told, who=None, seen=True))
    ]

    assert lines == [
        "пт, 20 ноября. Сообщает Орлова Анна. Искать больше не нужно.",
        "пт, 20 ноября. Так сообщила семья. Искать больше не нужно.",
        "пт, 20 ноября. В журнале отмечено, что ребёнок был на уроке. Искать больше не нужно.",
    ]


def test_a_taken_back_claim_asks_for_no_decision() -> None:
    taken_back = an_excuse(state=ExcuseState.WITHDRAWN)

    screen = news(
        RU, [ClaimNews(MASHA, a_name(), a_name("Анна"), taken_back)], recipient=PersonId(9)
    )

    assert read(screen)[0] == "🚪 Орлова Маша · семья отозвала принятую причину"
    assert labels(screen) == [["Подробнее"], ["Меню"]]


def test_a_note_comes_as_the_channel_keeps_it() -> None:
    def shown(kind: FileKind) -> Screen:
        kept = an_excuse(a_claim(attachment=Attachment(kind, "reference")))
        return claims.note(RU, Claimed(a_child(), kept, overseen(), TODAY, may_decide=True))

    photo, document = shown(FileKind.PHOTO), shown(FileKind.DOCUMENT)

    assert photo.file is not None
    assert document.file is not None
    assert (photo.file.is_picture, document.file.is_picture) == (True, False)
    assert photo.text == "Орлова Маша, пт, 20 ноября"


def test_without_school_days_nothing_can_be_announced() -> None:
    screen = excuses.announcing(RU, MOTHER_OF_ONE, Announcing(a_child(), TODAY, (), ()))

    assert read(screen)[1] == "В ближайшие две недели уроков нет, сообщать не о чем."
    assert labels(screen) == [["Почему так", "Меню"]]


def test_news_of_one_claim_ask_for_a_decision_at_once() -> None:
    told = ClaimNews(PupilId(PersonId(5)), a_name(), a_name("Анна"), an_excuse())

    screen = news(RU, [told], recipient=PersonId(9))

    assert labels(screen) == [
        ["Принять", "Отклонить"],
        ["Принять со словом"],
        ["Подробнее", "Меню"],
    ]
