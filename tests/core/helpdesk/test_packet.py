"""What a packet for the vendor lacks, and what is struck out of it."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from core.access.people import Name, Role
from core.helpdesk.vendor.packet import (
    LARGEST_TOGETHER,
    Account,
    AskDayWrong,
    Detail,
    Packet,
    PacketState,
    PicturesTooLarge,
    Piece,
    PieceWrong,
    Story,
    Support,
    TooManyPictures,
    checked_day,
    checked_detail,
    filled,
    with_pictures,
    without_pictures,
)
from core.helpdesk.vendor.secrets import for_strangers
from core.ids import PacketId, PersonId, SchoolId
from core.messages.content import RichText, SentFile

PICTURE = SentFile(True, "AgAD")
WHOLE = Packet(
    id=PacketId(1),
    school=SchoolId(1),
    zone="Europe/Moscow",
    by=PersonId(1),
    by_name=Name("Анна", "Орлова"),
    account=Account("ivanova", "42", Role.TEACHER),
    story=Story("Не открывается", "утром", "Перезашли", (PICTURE,)),
    support=Support("Школа", "school.example"),
    state=PacketState.DRAFT,
    made_at=datetime(2026, 11, 20, tzinfo=UTC),
    letter_number="n",
)


@pytest.mark.parametrize(
    ("packet", "lacks"),
    [
        (WHOLE, ()),
        (replace(WHOLE, support=Support()), (Piece.ORGANISATION, Piece.DOMAIN)),
        (replace(WHOLE, account=Account()), (Piece.LOGIN, Piece.IDENTIFIER, Piece.ROLE)),
        (
            replace(WHOLE, story=Story()),
            (Piece.HAPPENED, Piece.MOMENT, Piece.TRIED, Piece.PICTURES),
        ),
        (without_pictures(WHOLE), ()),
    ],
)
def test_a_packet_says_what_it_lacks(packet: Packet, lacks: tuple[Piece, ...]) -> None:
    assert packet.lacks() == lacks


@pytest.mark.parametrize(
    ("said", "secret"),
    [
        ("Пароль: qwerty12", "qwerty12"),
        ("мой код ABCD-EF23-GH45 не подошёл", "ABCD-EF23-GH45"),
        ("вход https://t.me/school_bot?start=AB12CD34", "start=AB12CD34"),
        ("tg://resolve?domain=bot&start=AB12", "AB12"),
        ("открыл https://x.example/a?token=9f8e7d6c&b=1", "9f8e7d6c"),
        ("Authorization: Bearer abc.def", "abc.def"),
        ("бот 123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw-1", "AAHdqTcv"),
        ("ключ 4f5e6d7c8b9a0f1e2d3c4b5a6f7e8d9c", "4f5e6d7c8b9a"),
        ("ftp://ivan:s3cret@host.example/x", "s3cret"),
    ],
)
def test_secrets_are_struck_out(said: str, secret: str) -> None:
    assert secret not in for_strangers(said)


@pytest.mark.parametrize(
    "said",
    [
        "Не открывается журнал 7А, ошибка 500 на 3-м уроке",
        "Страница https://journal.school-15.example.org/marks/2026-11-20",
        "Пароль не подходит",
    ],
)
def test_what_is_no_secret_stays(said: str) -> None:
    assert for_strangers(said) == said


@pytest.mark.parametrize(
    ("piece", "text"),
    [
        (Piece.LOGIN, "ivanova qwerty12"),
        (Piece.LOGIN, "ivanova/пароль:Qwerty12"),
        (Piece.LOGIN, "пароль:qwerty"),
        (Piece.LOGIN, "https://t.me/school_bot?start=AB12CD34"),
        (Piece.IDENTIFIER, "https://journal.example/?token=9f8e7d6c"),
        (Piece.IDENTIFIER, "ABCD-EF23-GH45"),
        (Piece.IDENTIFIER, " "),
        (Piece.ROLE, "boss"),
        (Piece.HAPPENED, "x" * 1501),
        (Piece.MOMENT, ""),
        (Piece.ORGANISATION, "Школа"),
    ],
)
def test_what_is_no_piece_is_refused(piece: Piece, text: str) -> None:
    with pytest.raises(PieceWrong):
        filled(WHOLE, piece, text)


@pytest.mark.parametrize(
    "said",
    [
        "ivanova.m",
        "pinaeva2010",
        "пинегина2011",
        "passkova-7",
        "m.orlova@school.example",
        "550e8400-e29b-41d4-a716-446655440000",
        "1000234567",
        "ivanovapetr2",
        "SMIRNOVA2010",
        "PETROVA12345",
        "pass.ivanova77",
        "user-12345678",
        "550e8400e29b41d4a716446655440000",
        "507f1f77bcf86cd799439011",
    ],
)
def test_a_login_or_an_identifier_is_kept_as_it_is(said: str) -> None:
    packet = filled(filled(WHOLE, Piece.LOGIN, said), Piece.IDENTIFIER, f" {said} ")

    assert (packet.account.login, packet.account.identifier) == (said, said)


def test_words_under_a_picture_belong_to_the_story() -> None:
    said = replace(PICTURE, caption=RichText("Вот ошибка, пароль: abc123"))

    packet = with_pictures(WHOLE, [said])

    assert packet.story.happened == "Не открывается\nВот ошибка, пароль: •••"
    assert packet.story.pictures == (PICTURE, PICTURE)


def test_a_sixth_picture_is_too_many() -> None:
    with pytest.raises(TooManyPictures):
        with_pictures(WHOLE, [PICTURE] * 5)


def test_pictures_that_no_letter_carries_are_not_taken() -> None:
    half = replace(PICTURE, size=LARGEST_TOGETHER // 2)
    bare = replace(WHOLE, story=replace(WHOLE.story, pictures=()))
    both = with_pictures(bare, [half, half])

    with pytest.raises(PicturesTooLarge):
        with_pictures(both, [replace(PICTURE, size=1)])


def test_details_are_words_one_word_or_an_address() -> None:
    told = {
        Detail.ORGANISATION: " Школа  № 1 ",
        Detail.DOMAIN: "school.example",
        Detail.ADDRESS: "<help@vendor.example>",
    }

    assert [checked_detail(*one) for one in told.items()] == [
        "Школа № 1",
        "school.example",
        "help@vendor.example",
    ]


@pytest.mark.parametrize("day", [date(2026, 11, 20), date(2028, 1, 1)])
def test_a_day_to_ask_again_lies_ahead(day: date) -> None:
    with pytest.raises(AskDayWrong):
        checked_day(day, date(2026, 11, 20))
