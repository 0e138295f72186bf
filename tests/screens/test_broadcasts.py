"""Broadcasts on a phone: emphasis closed in order, nothing is markup, and all fits."""

import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.screens.broadcasts.addressing import choose_families
from bot.screens.broadcasts.asking import choose_answer
from bot.screens.broadcasts.card import card, families
from bot.screens.broadcasts.composing import preview
from bot.screens.broadcasts.listing import broadcasts, targets
from bot.screens.broadcasts.message import message
from bot.screens.broadcasts.not_reached import not_reached
from bot.screens.broadcasts.parts import Composing
from bot.screens.broadcasts.rich import rich, shortened
from bot.screens.broadcasts.shown import Shown
from bot.screens.broadcasts.to_sender import to_sender
from bot.screens.parts.screen import CAPTION_LENGTH, TEXT_LENGTH, Screen
from bot.texts.html import units
from core.access.people import Child, Name
from core.ids import BroadcastId, CourseId, PersonId, PupilId
from core.messages.broadcasts.broadcast import Answer, Ask, Family, Hearer, Hearers, Quorum, WhyNot
from core.messages.broadcasts.ports import TaughtCourse
from core.messages.broadcasts.rules import LONGEST_TEXT, Turnout
from core.messages.content import Content, RichText, SentFile, Span, Style
from core.notices.broadcasts.card import card_of
from core.notices.broadcasts.previewing import Desk, Preview
from core.notices.ledger import Change
from core.notices.news.broadcasts import WithdrawnNews
from tests.core.builders import NOW, a_member
from tests.core.test_broadcasts import PLAN, a_broadcast
from tests.screens.views import EN, RU, labels, read

LONG = "Александра-Виктория <b>&amp;</b> " * 12
BIG = 2**63 - 1
MOTHER = PersonId(BIG)

NESTED = [
    ("ab", [Span(Style.BOLD, 0, 2)], "<b>ab</b>"),
    ("abcd", [Span(Style.BOLD, 0, 4), Span(Style.ITALIC, 1, 3)], "<b>a<i>bc</i>d</b>"),
    ("abcd", [Span(Style.BOLD, 0, 3), Span(Style.ITALIC, 2, 4)], "<b>ab<i>c</i></b><i>d</i>"),
    ("a<b", [Span(Style.CODE, 1, 3)], "a<code>&lt;b</code>"),
    ("a\nb", [], "a\nb"),
    (
        "сайт",
        [Span(Style.LINK, 0, 4, 'https://a.example/?q="&b')],
        '<a href="https://a.example/?q=&quot;&amp;b">сайт</a>',
    ),
]


@pytest.mark.parametrize(("text", "spans", "written"), NESTED)
def test_emphasis_becomes_tags_that_stand_one_in_another(
    text: str, spans: list[Span], written: str
) -> None:
    found = rich(RichText(text, tuple(spans)))

    assert found == written


SPANS = st.builds(
    lambda style, begin, length: Span(style, begin, begin + length),
    st.sampled_from([one for one in Style if one is not Style.LINK]),
    st.integers(0, 12),
    st.integers(1, 12),
)


@given(st.text("ab<&\n", min_size=24, max_size=24), st.lists(SPANS, max_size=4))
def test_every_tag_is_closed_in_order_whatever_overlaps(text: str, spans: list[Span]) -> None:
    open_tags: list[str] = []
    for closes, name in re.findall(r"<(/?)([a-z-]+)>", rich(RichText(text, tuple(spans)))):
        if closes:
            assert open_tags.pop() == name
        else:
            open_tags.append(name)
    assert open_tags == []


def test_what_is_cut_keeps_its_emphasis_and_says_so() -> None:
    said = RichText("один два три", (Span(Style.BOLD, 5, 12),))

    assert rich(shortened(said, 9)) == "один <b>два</b>…"


def a_preview(**plan: Any) -> Preview:
    found = Turnout(1200, 2400, 1200, {WhyNot.NOT_LINKED: 900, WhyNot.BLOCKED: 300}, 12)
    member = replace(a_member(), school_name=LONG)
    return Preview(replace(PLAN, **plan), member, (LONG,) * 9, found, 3600, NOW)


FULL = Ask(date(2026, 11, 23), "", ("Да, придём обязательно вдвоём", "Нет") * 3, Quorum.ALL)
WORDS = Content(RichText("а" * LONGEST_TEXT), (SentFile(True, "photo"),) * 10)


@pytest.mark.parametrize("speech", [RU, EN])
@pytest.mark.parametrize(
    "view",
    [
        a_preview(),
        a_preview(content=Content()),
        a_preview(content=WORDS, ask=FULL, hearers=Hearers.BOTH),
        a_preview(content=WORDS, urgent="п" * 200),
        a_preview(send_at=NOW, ask=Ask()),
    ],
)
def test_what_is_being_written_fits(speech: Any, view: Preview) -> None:
    children = [Child(PupilId(PersonId(BIG - at)), Name(LONG, LONG), LONG) for at in range(35)]
    draft = Composing(2**32 - 1, album=True)

    shown = [
        preview(speech, view, draft),
        preview(speech, view, replace(draft, correcting=True)),
        choose_answer(speech, view, draft, [date(2026, 11, 23)] * 3),
        choose_answer(speech, view, replace(draft, correcting=True), [date(2026, 11, 23)] * 3),
        choose_families(speech, view, children, page=9),
    ]

    for screen in shown:
        must_fit(screen)


def must_fit(screen: Screen, most: int = TEXT_LENGTH) -> None:
    assert units(screen.text) <= most
    assert all(len(one.callback_data.encode()) <= 64 for row in screen.buttons for one in row)
    assert all(len(row) <= 8 for row in screen.buttons)


@pytest.mark.parametrize("speech", [RU, EN])
@pytest.mark.parametrize("change", list(Change))
def test_the_longest_message_fits_with_all_that_is_said_around_it(
    speech: Any, change: Change
) -> None:
    one = replace(
        a_broadcast(FULL),
        id=BroadcastId(BIG),
        by_name=Name(LONG, LONG, LONG),
        titles=(LONG,) * 9,
        version=50,
    )
    one = replace(one, plan=replace(one.plan, content=WORDS, urgent="Пожар"))
    child = Child(PupilId(PersonId(BIG)), Name(LONG, LONG), LONG)
    sister = replace(child, pupil=PupilId(PersonId(BIG - 1)))
    answers = (Answer(one.school, one.id, 50, MOTHER, BIG, 6, NOW),)
    shown = Shown(one, MOTHER, True, answers, (child, sister), change)

    screen = message(speech, shown)

    must_fit(screen)
    assert screen.file is None  # so many words find no room under a picture


@pytest.mark.parametrize("speech", [RU, EN])
def test_of_very_many_children_the_choices_of_the_first_open_ones_are_offered(speech: Any) -> None:
    one = a_broadcast(FULL)
    pupils = [PupilId(PersonId(at)) for at in range(1, 18)]
    children = tuple(Child(pupil, Name(LONG, LONG), LONG) for pupil in pupils)
    answers = (Answer(one.school, one.id, 1, MOTHER, pupils[0], 1, NOW),)
    shown = Shown(one, MOTHER, True, answers, children)

    screen = message(speech, shown)

    must_fit(screen)
    assert [it.pupil for it in shown.offered.items] == pupils[1:4]
    assert sum(len(row) for row in screen.buttons) < 100


@pytest.mark.parametrize("speech", [RU, EN])
def test_of_very_many_children_each_is_on_a_page_also_the_answered_ones(speech: Any) -> None:
    one = a_broadcast(FULL)
    pupils = [PupilId(PersonId(at)) for at in range(1, 18)]
    children = tuple(Child(pupil, Name(LONG, LONG), LONG) for pupil in pupils)
    answered = {
        pupil: Answer(one.school, one.id, 1, MOTHER, pupil, 1, NOW) for pupil in pupils[:4]
    }
    shown = Shown(one, MOTHER, True, tuple(answered.values()), children)

    pages = [replace(shown, page=page) for page in range(6)]
    screens = [message(speech, page) for page in pages]

    assert [it.pupil for page in pages for it in page.offered.items] == pupils[4:] + pupils[:4]
    assert labels(screens[0])[-2] != labels(screens[-1])[-2]
    for screen in screens:
        must_fit(screen)
        assert sum(len(row) for row in screen.buttons) < 100


def test_a_short_one_stands_under_its_first_file() -> None:
    content = Content(RichText("План"), (SentFile(True, "photo"), SentFile(False, "doc")))
    one = a_broadcast()
    one = replace(one, plan=replace(one.plan, content=content))

    screen = message(RU, Shown(one, MOTHER, is_asked=False))

    assert screen.file is not None
    assert units(screen.text) <= CAPTION_LENGTH
    assert labels(screen) == [["Файлы: 2", "Меню"]]


@pytest.mark.parametrize("speech", [RU, EN])
def test_a_card_and_its_families_fit_with_long_names(speech: Any) -> None:
    hearers = [
        Hearer(PersonId(BIG - at), Name(LONG, LONG), True, WhyNot.BLOCKED, "+7 900 " * 9)
        for at in range(5)
    ]
    found = [
        Family(Child(PupilId(PersonId(at)), Name(LONG, LONG), LONG), tuple(hearers))
        for at in range(40)
    ]
    one = replace(a_broadcast(FULL), id=BroadcastId(BIG), titles=(LONG,) * 9)
    view = card_of(one, a_member(), found, [], [])

    before = replace(a_preview(), not_reached=tuple(found))
    shown = [
        card(speech, view),
        families(speech, view, page=3, owing=True),
        not_reached(speech, before, page=2),
    ]

    for screen in shown:
        must_fit(screen)
    assert all(len(read(screen)) <= 12 for screen in shown)


@pytest.mark.parametrize("speech", [RU, EN])
def test_a_list_of_many_pages_fits_and_so_do_all_who_may_be_written_to(speech: Any) -> None:
    one = replace(a_broadcast(FULL), id=BroadcastId(BIG), titles=(LONG,) * 9)
    courses = [TaughtCourse(CourseId(BIG - at), LONG, one.school) for at in range(40)]
    desk = Desk((), tuple(courses), (a_member(),), (one,) * 5, page=998, total=5000)

    shown = [
        broadcasts(speech, desk),
        broadcasts(speech, replace(desk, whole=True)),
        targets(speech, desk, page=2),
    ]

    for screen in shown:
        must_fit(screen)
    assert all(len(read(screen)) <= 12 for screen in shown)


@pytest.mark.parametrize("speech", [RU, EN])
@pytest.mark.parametrize("sent_at", [None, NOW])
def test_that_another_took_the_longest_broadcast_back_fits(speech: Any, sent_at: Any) -> None:
    one = replace(a_broadcast(FULL), id=BroadcastId(BIG), titles=(LONG,) * 9, sent_at=sent_at)
    told = WithdrawnNews(PupilId(MOTHER), Name(LONG, LONG), one, Name(LONG, LONG, LONG))

    screen = to_sender(speech, told)

    must_fit(screen)
    assert len(read(screen)) == 2


def test_a_card_of_nobody_is_shown() -> None:
    view = card_of(a_broadcast(), a_member(), [], [], [])

    assert read(card(RU, view))[1:] == [
        "Отправлена пт, 20 ноября, 12:00; семей: 0",
        "Доставлено: 0 из 0",
        "Её некому было получить.",
    ]
    assert read(families(RU, view))[1:] == ["Таких семей нет."]
