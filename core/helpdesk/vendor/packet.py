"""A packet for the vendor's support: who asks, from where, what happened, what was tried (H3)."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

from core.access.mail_addresses import the_address
from core.access.people import Name, Role
from core.errors import RuleBroken
from core.helpdesk.vendor.secrets import for_strangers, is_told_secret
from core.ids import PacketId, PersonId, SchoolId, TicketId
from core.messages.content import SentFile

LONGEST: Final = 100
LONGEST_STORY: Final = 1500
MOST_PICTURES: Final = 5
LARGEST_TOGETHER: Final = 10 * 1024 * 1024
"""Bytes of all pictures: in a letter they grow by a third, and mail servers take 20 MB."""
FURTHEST: Final = timedelta(days=366)

_CODE: Final = re.compile(r"(?:[A-Z0-9]{4}-){2}[A-Z0-9]{4}")
"""An activation code as it is printed; without its dashes many a login looks like one."""


class Detail(StrEnum):
    """What the administrator keeps for all packets of a school."""

    ORGANISATION = "organisation"
    DOMAIN = "domain"
    ADDRESS = "address"
    ANSWERS_TO = "answers_to"


@dataclass(frozen=True, slots=True)
class Support:
    """How a school stands with its vendor: `address` takes requests, answers go `answers_to`."""

    organisation: str = ""
    domain: str = ""
    address: str = ""
    answers_to: str = ""

    @property
    def takes_letters(self) -> bool:
        """Say whether a letter has where to go, and where to be answered."""
        return bool(self.address and self.answers_to)


class Piece(StrEnum):
    """What a packet is made of, in the order in which it is asked."""

    ORGANISATION = "organisation"
    DOMAIN = "domain"
    LOGIN = "login"
    IDENTIFIER = "identifier"
    ROLE = "role"
    HAPPENED = "happened"
    MOMENT = "moment"
    TRIED = "tried"
    PICTURES = "pictures"


class PacketState(StrEnum):
    """Where a packet stands."""

    DRAFT = "draft"
    SENT = "sent"
    ANSWERED = "answered"
    CLOSED = "closed"


class Way(StrEnum):
    """How a packet leaves: by letter, or handed to its author as text or as a file."""

    MAIL = "mail"
    TEXT = "text"
    FILE = "file"


class LetterState(StrEnum):
    """How the letter of a packet goes; of `UNKNOWN` nobody can say whether it arrived."""

    NONE = "none"
    WAITING = "waiting"
    SENDING = "sending"
    SENT = "sent"
    REFUSED = "refused"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Account:
    """Whose trouble it is, as the vendor knows it: login, identifier, role."""

    login: str = ""
    identifier: str = ""
    role: Role | None = None


@dataclass(frozen=True, slots=True)
class Story:
    """What happened, when, and what was tried; secrets are struck out of it already."""

    happened: str = ""
    moment: str = ""
    tried: str = ""
    pictures: tuple[SentFile, ...] = ()
    no_pictures: bool = False


ASKED_AGAIN_AFTER: Final = timedelta(days=3)
"""When who sent a packet is reminded of it, if no other day is named: it is never forgotten."""


@dataclass(frozen=True, slots=True)
class Packet:
    """A packet as it stands. `support` is the school's as of now for a draft, else as sent.

    `number` is the vendor's of the request; on `ask_on` its author is reminded to ask again, or
    who has the `ticket` for which it went out.
    """

    id: PacketId
    school: SchoolId
    zone: str
    by: PersonId
    by_name: Name
    account: Account
    story: Story
    support: Support
    state: PacketState
    made_at: datetime
    letter_number: str
    way: Way | None = None
    letter: LetterState = LetterState.NONE
    number: str = ""
    ask_on: date | None = None
    sent_at: datetime | None = None
    ticket: TicketId | None = None

    @property
    def is_draft(self) -> bool:
        """Say whether it has not left."""
        return self.state is PacketState.DRAFT

    def lacks(self) -> tuple[Piece, ...]:
        """Return what is missing before it can leave."""
        found = {
            Piece.ORGANISATION: self.support.organisation,
            Piece.DOMAIN: self.support.domain,
            Piece.LOGIN: self.account.login,
            Piece.IDENTIFIER: self.account.identifier,
            Piece.ROLE: self.account.role,
            Piece.HAPPENED: self.story.happened,
            Piece.MOMENT: self.story.moment,
            Piece.TRIED: self.story.tried,
            Piece.PICTURES: self.story.pictures or self.story.no_pictures,
        }
        return tuple(piece for piece, value in found.items() if not value)


class PieceWrong(RuleBroken):
    """No words, too many, several where the vendor wants one, or a secret in that one."""

    code = "packet-piece"


class PacketIncomplete(RuleBroken):
    """The vendor would only ask back: nothing leaves before everything is said."""

    code = "packet-incomplete"


class PacketGone(RuleBroken):
    """It has left, or stands elsewhere by now."""

    code = "packet-gone"


class PacketByNoMail(RuleBroken):
    """Letters are not sent here, or the vendor's address or the own one is not known."""

    code = "packet-no-mail"


class TooManyPictures(RuleBroken):
    """More pictures than a letter should carry."""

    code = "packet-pictures"


class PicturesTooLarge(RuleBroken):
    """Pictures that together are larger than a letter carries."""

    code = "packet-pictures-large"


class AskDayWrong(RuleBroken):
    """A day that is over, or more than a year ahead."""

    code = "packet-day"


def filled(packet: Packet, piece: Piece, text: str) -> Packet:
    """Return a draft with a piece in other words; raise PieceWrong for what is none."""
    account, story = packet.account, packet.story
    match piece:
        case Piece.LOGIN:
            account = replace(account, login=one_word(text))
        case Piece.IDENTIFIER:
            account = replace(account, identifier=one_word(text))
        case Piece.ROLE:
            account = replace(account, role=_role(text))
        case Piece.HAPPENED | Piece.MOMENT | Piece.TRIED:
            story = _with_words(story, piece, text)
        case Piece.ORGANISATION | Piece.DOMAIN | Piece.PICTURES:
            raise PieceWrong
    return replace(packet, account=account, story=story)


def _with_words(story: Story, piece: Piece, text: str) -> Story:
    if piece is Piece.MOMENT:
        return replace(story, moment=one_line(for_strangers(text)))
    if piece is Piece.TRIED:
        return replace(story, tried=told(text))
    return replace(story, happened=told(text))


def with_pictures(packet: Packet, files: Sequence[SentFile]) -> Packet:
    """Return a draft with more pictures; what stands under one belongs to the story."""
    story = packet.story
    pictures = (*story.pictures, *files)
    if len(pictures) > MOST_PICTURES:
        raise TooManyPictures
    if not fit_together(pictures):
        raise PicturesTooLarge
    said = [story.happened, *(one.caption.text for one in files)]
    happened = told("\n".join(one for one in said if one)) if any(said) else ""
    bare = tuple(SentFile(it.is_picture, it.reference, it.name, it.size) for it in pictures)
    new = replace(story, pictures=bare, happened=happened, no_pictures=False)
    return replace(packet, story=new)


def fit_together(pictures: Iterable[SentFile]) -> bool:
    """Say whether a letter carries them all."""
    return sum(one.size for one in pictures) <= LARGEST_TOGETHER


def without_pictures(packet: Packet) -> Packet:
    """Return a draft of what cannot be seen in a picture."""
    return replace(packet, story=replace(packet.story, pictures=(), no_pictures=True))


def one_word(text: str) -> str:
    """Return a login or identifier: a single word, so that no password comes along.

    Raise PieceWrong for a word that says of itself that it is a secret: a labelled one, a link,
    or a code as it is printed. By its form alone many a login looks like one.
    """
    said = text.strip()
    if len(said.split()) != 1 or len(said) > LONGEST:
        raise PieceWrong
    if _CODE.fullmatch(said) or is_told_secret(said):
        raise PieceWrong
    return said


def one_line(text: str) -> str:
    """Return words in one line."""
    said = " ".join(text.split())
    if not said or len(said) > LONGEST:
        raise PieceWrong
    return said


def told(text: str) -> str:
    """Return what somebody tells, without secrets."""
    said = for_strangers(text.strip())
    if not said or len(said) > LONGEST_STORY:
        raise PieceWrong
    return said


def checked_detail(what: Detail, text: str) -> str:
    """Return a detail of the school; raise for what is no address, or no words."""
    if what in {Detail.ADDRESS, Detail.ANSWERS_TO}:
        return the_address(text)
    return one_word(text) if what is Detail.DOMAIN else one_line(text)


def checked_day(day: date, today: date) -> date:
    """Return a day on which to ask again."""
    if not today < day <= today + FURTHEST:
        raise AskDayWrong
    return day


def _role(text: str) -> Role:
    try:
        return Role(text)
    except ValueError:
        raise PieceWrong from None
