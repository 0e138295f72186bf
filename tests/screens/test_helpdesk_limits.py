"""Trainings and packets: with long names, many people, whole stories, a screen fits a phone."""

from dataclasses import replace
from datetime import UTC, datetime
from html import unescape

from bot.screens.helpdesk.invitations import invitation
from bot.screens.helpdesk.packets import as_text, packet, packets
from bot.screens.helpdesk.trainings import guests, training, trainings
from bot.screens.parts.screen import Screen
from bot.texts.html import units
from core.access.people import Account, Actor, Address, Channel, Member, Name, Role
from core.access.zones import OwnZone
from core.helpdesk.topics import ANY
from core.helpdesk.training.gate import Invitation, OpenedTraining
from core.helpdesk.training.reading import TrainingList
from core.helpdesk.training.training import Guest, Invited, Invitees, Reply, Whom
from core.helpdesk.vendor.making import PacketList
from core.helpdesk.vendor.packet import PacketState, Story, Support, Way
from core.ids import AccountId, ClassId, PersonId, SchoolId
from tests.core.helpdesk.test_packet import WHOLE
from tests.core.helpdesk.test_training import TRAINING
from tests.screens.views import TEXTS

RU = TEXTS.of("ru")
LONG = Name("Александра-Виктория" * 6, "<b>&amp;" * 20, "Э" * 90)
NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)
MEMBER = Member(
    PersonId(1),
    SchoolId(1),
    "Школа" * 40,
    "Europe/Moscow",
    LONG,
    roles=frozenset({Role.ADMINISTRATOR}),
)
ACTOR = Actor(Account(AccountId(1), Address(Channel.TELEGRAM, "7")), (MEMBER,))
LONG_ONE = replace(
    TRAINING,
    by_name=LONG,
    topics=ANY,
    room="каб. " * 12,
    words="<слово> " * 120,
    invitees=Invitees(Whom.FAMILIES, ClassId(7)),
    class_title="7А" * 30,
)
MANY = [Invited(Guest(PersonId(at), LONG), Reply.NOT_COMING) for at in range(1, 60)]


def fits(screen: Screen) -> bool:
    narrow = all(len(row) <= 4 for row in screen.buttons)
    return units(unescape(screen.text)) <= 4096 and len(screen.buttons) <= 4 and narrow


def test_trainings_fit_with_long_names_and_many_people() -> None:
    far = replace(MEMBER, own_zone=OwnZone.YEKATERINBURG)
    view = OpenedTraining(far, LONG_ONE, MANY)
    own, held = [(LONG_ONE, far)] * 3, [(LONG_ONE, far)] * 30
    found = TrainingList([MEMBER], held, held[:1], own)

    shown = [
        trainings(RU, found, page=1),
        training(RU, view, begun=False),
        training(RU, view, begun=True),
        guests(RU, view, begun=True, page=2),
        invitation(RU, Invitation(far, LONG_ONE, MANY[0]), NOW),
    ]

    assert [fits(one) for one in shown] == [True] * len(shown)
    assert all(one.text.count("\n") <= 12 for one in shown)


def test_an_empty_list_says_so() -> None:
    nobody = TrainingList([], [], [], [])

    assert trainings(RU, nobody).text.endswith("Предстоящих обучений нет.")
    assert trainings(RU, nobody, past=True).text.endswith("Прошедших обучений нет.")
    assert "пока нет" in packets(RU, PacketList([MEMBER], [], [])).text


def test_a_whole_packet_fits_one_message() -> None:
    story = Story("<ы>&" * 375, "э" * 100, "ю" * 1500, no_pictures=True)
    support = Support("Ш" * 100, "d" * 100, "a@example.org", "b@example.org")
    of = replace(WHOLE, story=story, support=support, by_name=LONG)
    sent = replace(of, state=PacketState.SENT, way=Way.TEXT, number="№" * 100)

    shown = [packet(RU, ACTOR, of, by_mail=True), packet(RU, ACTOR, sent), as_text(RU, of)]

    assert [fits(one) for one in shown] == [True] * len(shown)
