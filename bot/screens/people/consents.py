"""What guardians agreed to: their own screen, and the class teacher's list of families."""

from collections.abc import Mapping

from bot.callbacks.consents import (
    AskWithdrawal,
    GiveConsent,
    OpenClassConsents,
    OpenConsents,
    OpenFamilyConsent,
    OpenOwnConsents,
    TakeApplication,
    WithdrawConsent,
)
from bot.callbacks.places import OpenSettings
from bot.screens.parts.naming import first_name, full_name, with_class
from bot.screens.parts.pages import page_of, rest_of, turning
from bot.screens.parts.screen import Button, Screen, button, lines, rows
from bot.screens.people.more import way_to_class
from bot.texts.formats import day_and_month
from bot.texts.html import NOTHING, Html, cut
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.access.consents import (
    ASKED,
    ClassConsents,
    Consent,
    FamilyConsent,
    OwnConsents,
    Said,
    Subject,
)
from core.access.gate import Overseen
from core.access.people import Actor

_A_PAGE = 8
_CHILDREN = 8
_TITLE_LENGTH = 80
_OF_MESSAGES: tuple[tuple[Key, bool], ...] = (
    ("family-consent-given", True),
    ("family-consent-refused", False),
)


def whose_consents(speech: Speech, actor: Actor) -> Screen:
    """Let a guardian choose the child."""
    children = [
        button(with_class(speech, child), OpenConsents(person=member.person, pupil=child.pupil))
        for member in actor.members
        for child in member.children
    ][:_CHILDREN]
    told: Key = "consents-choose" if children else "consents-none"
    half = (len(children) + 1) // 2
    return Screen(speech.say(told), rows(children[:half], children[half:], [_settings(speech)]))


def consents(speech: Speech, view: OwnConsents, *, changed: bool = False) -> Screen:
    """Show what a guardian answered for a child, and let it be answered otherwise."""
    return Screen(
        lines(
            speech.say("consents-head", child=with_class(speech, view.child)),
            speech.say("consents-now") if changed else NOTHING,
            _answers(speech, view.answers),
            speech.say("consents-words"),
        ),
        rows(
            _deeds(speech, view, Subject.ELECTRONIC),
            [*_deeds(speech, view, Subject.TELEGRAM), *_deeds(speech, view, Subject.EMAIL)],
            [button(speech.label("place-consents"), OpenOwnConsents()), _settings(speech)],
        ),
    )


def sure_to_withdraw(speech: Speech, view: OwnConsents, subject: Subject) -> Screen:
    """Say what a withdrawal means, and ask once more."""
    person, pupil = view.member.person, view.child.pupil
    withdraw = WithdrawConsent(person=person, pupil=pupil, subject=subject)
    return Screen(
        lines(
            speech.say("consents-head", child=with_class(speech, view.child)),
            speech.say("consents-sure", subject=subject.value),
        ),
        rows(
            [button(speech.label("consents-withdraw-sure"), withdraw)],
            [button(speech.label("consents-keep"), OpenConsents(person=person, pupil=pupil))],
        ),
    )


def class_consents(speech: Speech, found: ClassConsents, *, page: int = 0) -> Screen:
    """Show which families of a class agreed; a number opens one."""
    led = found.of.led
    head = speech.say("class-consents-head", title=cut(led.title, _TITLE_LENGTH))
    back = way_to_class(speech, found.of)
    if not found.families:
        return Screen(lines(head, speech.say("class-consents-none")), rows([back]))
    listed = page_of(found.families, page, size=_A_PAGE)
    numbered = list(enumerate(listed.items, start=listed.begin + 1))
    return Screen(
        lines(
            lines([head, _sum(speech, found)]),
            [_line(speech, index, one) for index, one in numbered],
            rest_of(speech, listed),
        ),
        rows(
            [button(str(index), _family(one)) for index, one in numbered],
            [
                *turning(speech, listed, lambda to: OpenClassConsents(class_id=led.id, page=to)),
                back,
            ],
        ),
    )


def family_consent(
    speech: Speech, of: Overseen, one: FamilyConsent, *, changed: Key | None = None
) -> Screen:
    """Show what one family answered to each way, and let an application on paper be recorded."""
    guardian, pupil = one.represented.guardian, one.represented.pupil.pupil
    of_messages, of_paper = (
        [
            button(
                speech.label(key),
                TakeApplication(guardian=guardian, pupil=pupil, paper=paper, given=given),
            )
            for key, given in deeds
        ]
        for paper, deeds in ((False, _OF_MESSAGES), (True, [_of_paper(one)]))
    )
    return Screen(
        lines(
            speech.say("family-consent-head", who=who_of(speech, one)),
            speech.say(changed) if changed else NOTHING,
            _answers(speech, one.answers),
            speech.say(_way(one)),
        ),
        rows(
            of_messages,
            of_paper,
            [button(speech.label("consents-back"), OpenClassConsents(class_id=of.led.id))],
        ),
    )


def _settings(speech: Speech) -> Button:
    return button(speech.label("place-settings"), OpenSettings())


def _family(one: FamilyConsent) -> OpenFamilyConsent:
    who = one.represented
    return OpenFamilyConsent(guardian=who.guardian, pupil=who.pupil.pupil)


def _of_paper(one: FamilyConsent) -> tuple[Key, bool]:
    if one.asks_for_paper:
        return "family-consent-no-paper-more", False
    return "family-consent-paper-asked", True


def _answers(speech: Speech, answers: Mapping[Subject, Consent]) -> list[Html]:
    """Return a line for each way that is asked about, and for paper once it was applied for."""
    shown = [*ASKED, *(one for one in (Subject.PAPER,) if one in answers)]
    return [_line_of(speech, one, answers.get(one)) for one in shown]


def _line_of(speech: Speech, subject: Subject, answer: Consent | None) -> Html:
    return speech.say(
        "consents-line",
        subject=subject.value,
        said=answer.said.value if answer else "nothing",
        day=_day(speech, answer),
        version=answer.document if answer and answer.document.isdigit() else "none",
    )


def _deeds(speech: Speech, view: OwnConsents, subject: Subject) -> list[Button]:
    person, pupil = view.member.person, view.child.pupil
    if subject is not Subject.ELECTRONIC and not view.stands(Subject.ELECTRONIC):
        return []
    found, answer = list[Button](), view.answers.get(subject)
    if answer is None or answer.said is not Said.GIVEN:
        give = GiveConsent(person=person, pupil=pupil, subject=subject)
        found.append(button(speech.label("consents-give", subject=subject.value), give))
    if view.stands(subject):
        ask = AskWithdrawal(person=person, pupil=pupil, subject=subject)
        found.append(button(speech.label("consents-withdraw", subject=subject.value), ask))
    return found if subject is Subject.ELECTRONIC else found[-1:]


def _sum(speech: Speech, found: ClassConsents) -> Html:
    given = sum(1 for one in found.families if one.answer and one.answer.said is Said.GIVEN)
    paper = sum(1 for one in found.families if one.is_on_paper or one.asks_for_paper)
    return speech.say("class-consents-sum", given=given, paper=paper, all=len(found.families))


def _line(speech: Speech, index: int, one: FamilyConsent) -> Html:
    return speech.say(
        "class-consents-line",
        index=index,
        who=who_of(speech, one),
        said=one.answer.said.value if one.answer else "nothing",
        day=_day(speech, one.answer),
        closed=_closed(one),
        paper="yes" if one.asks_for_paper else "no",
    )


def _closed(one: FamilyConsent) -> str:
    match one.ways_closed:
        case ():
            return "none"
        case (only,):
            return only.value
        case _:
            return "both"


def _way(one: FamilyConsent) -> Key:
    if one.is_on_paper:
        return "family-consent-paper"
    if one.asks_for_paper:
        return "family-consent-paper-too"
    return "family-consent-no-chat" if one.ways_closed else "family-consent-electronic"


def who_of(speech: Speech, one: FamilyConsent) -> str:
    """Return how a guardian of a class is called: by name, and as whose."""
    who = one.represented
    return speech.label(
        "roll-guardian", name=full_name(speech, who.name), pupil=first_name(who.pupil.name)
    )


def _day(speech: Speech, answer: Consent | None) -> str:
    return day_and_month(answer.day, speech.language) if answer else ""
