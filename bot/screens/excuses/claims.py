"""What a class teacher does about absences: excuses to decide, documents that are awaited."""

from typing import Final

from bot.callbacks.excuses import (
    AcceptClaimInWords,
    AskDocument,
    DecideClaim,
    NameDocument,
    OpenClaim,
    OpenClaims,
    OpenNote,
    Paperwork,
)
from bot.callbacks.why import About
from bot.screens.excuses.words import line_of, reason_of, state_of, when_of, word_line
from bot.screens.parts.naming import full_name
from bot.screens.parts.pages import page_of, rest_of, turning
from bot.screens.parts.rules import why_button
from bot.screens.parts.screen import Button, KeptFile, Screen, button, lines, rows
from bot.screens.people.more import way_to_class
from bot.texts.html import NOTHING, Html, cut
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.diary.excuses.class_teacher import Claimed, ClassClaims
from core.diary.excuses.rules import ExcuseState, FileKind
from core.ids import ExcuseId

_A_PAGE: Final = 5
_TITLE_LENGTH: Final = 80

DOCUMENTS: Final[dict[Paperwork, Key]] = {
    Paperwork.DOCTOR: "document-doctor",
    Paperwork.PARENTS: "document-parents",
    Paperwork.ORDER: "document-order",
}


def class_claims(speech: Speech, view: ClassClaims, *, page: int = 0) -> Screen:
    """Show what is to be decided, then whose document is awaited; a number opens one."""
    led, listed = view.of.led, page_of(view.claims, page, size=_A_PAGE)
    numbered = list(enumerate(listed.items, start=listed.begin + 1))
    waiting = sum(one.excuse.state is ExcuseState.WAITING for one in view.claims)
    awaited = len(view.claims) - waiting
    title = cut(led.title, _TITLE_LENGTH)
    return Screen(
        lines(
            speech.say("claims-head", title=title),
            speech.say("claims-sum", waiting=waiting, awaited=awaited)
            if view.claims
            else speech.say("claims-empty"),
            [_line(speech, index, one) for index, one in numbered],
            rest_of(speech, listed),
        ),
        rows(
            [button(str(index), OpenClaim(excuse=one.excuse.id)) for index, one in numbered],
            turning(speech, listed, lambda to: OpenClaims(class_id=led.id, page=to)),
            [why_button(speech, About.CLAIMS, led.id), way_to_class(speech, view.of)],
        ),
    )


def _line(speech: Speech, index: int, one: Claimed) -> Html:
    name = full_name(speech, one.child.name)
    return speech.say("claims-line", index=index, name=name, what=line_of(speech, one.excuse))


def claim(speech: Speech, view: Claimed) -> Screen:
    """Show one excuse, with what the class teacher may do about it now."""
    return Screen(
        _told(speech, view, state_of(speech, view.excuse)),
        rows(*_deeds(speech, view), [_why(speech, view), *_back(speech, view)]),
    )


def ask_verdict(speech: Speech, view: Claimed) -> Screen:
    """Ask why an excuse is declined; an accepted one falls from today on."""
    accepted = "yes" if view.excuse.state is ExcuseState.ACCEPTED else "no"
    return Screen(
        _told(speech, view, speech.say("claim-ask-verdict", accepted=accepted)),
        rows([_to_claim(speech, view)], _back(speech, view)),
    )


def ask_acceptance(speech: Speech, view: Claimed) -> Screen:
    """Ask for the word with which an excuse is accepted."""
    return Screen(
        _told(speech, view, speech.say("claim-ask-acceptance")),
        rows([_to_claim(speech, view)], _back(speech, view)),
    )


def ask_document(speech: Speech, view: Claimed) -> Screen:
    """Ask which document has come: one of those that come most often, or a word."""
    kinds = [
        button(speech.label(key), NameDocument(excuse=view.excuse.id, document=one))
        for one, key in DOCUMENTS.items()
    ]
    return Screen(
        _told(speech, view, speech.say("claim-ask-document")),
        rows(kinds[:2], kinds[2:], [_to_claim(speech, view), *_back(speech, view)]),
    )


def note(speech: Speech, view: Claimed) -> Screen:
    """Show the photo or file that the family attached, beside what was tapped."""
    attached, claimed = view.excuse.claim.attachment, view.excuse.claim
    if attached is None:
        return claim(speech, view)
    name, when = full_name(speech, view.child.name), when_of(speech, claimed)
    file = KeptFile(
        attached.reference,
        is_picture=attached.kind is FileKind.PHOTO,
        instead=speech.say("file-gone"),
    )
    caption = speech.say("claim-note-caption", name=name, when=when)
    return Screen(caption, rows(_back(speech, view)), anew=True, file=file)


def _told(speech: Speech, view: Claimed, last: Html) -> Html:
    claimed = view.excuse.claim
    return lines(
        speech.say("claim-head", name=full_name(speech, view.child.name)),
        speech.say(
            "excuse-what", when=when_of(speech, claimed), reason=reason_of(speech, claimed)
        ),
        word_line(speech, claimed),
        speech.say("claim-attached") if claimed.attachment else NOTHING,
        last,
    )


def _deeds(speech: Speech, view: Claimed) -> list[list[Button]]:
    excuse = view.excuse
    note = [button(speech.label("claim-note"), OpenNote(excuse=excuse.id))]
    found = [note] if excuse.claim.attachment else []
    if not view.may_confirm:
        return found
    document = button(speech.label("claim-document"), AskDocument(excuse=excuse.id))
    if not view.may_accept:
        declined = [_decline(speech, excuse.id)] if view.may_decline else []
        return [[document, *declined], *found]
    in_words = in_words_button(speech, excuse.id)
    return [decide_row(speech, excuse.id), [in_words, document], *found]


def decide_row(speech: Speech, excuse: ExcuseId) -> list[Button]:
    """Return the two decisions, under the news and under the excuse itself."""
    return [
        button(speech.label("claim-accept"), DecideClaim(excuse=excuse, accepted=True)),
        _decline(speech, excuse),
    ]


def _decline(speech: Speech, excuse: ExcuseId) -> Button:
    return button(speech.label("claim-decline"), DecideClaim(excuse=excuse, accepted=False))


def in_words_button(speech: Speech, excuse: ExcuseId) -> Button:
    """Return the third decision: to accept, and say a word to who claimed."""
    return button(speech.label("claim-accept-in-words"), AcceptClaimInWords(excuse=excuse))


def _to_claim(speech: Speech, view: Claimed) -> Button:
    return button(speech.label("claim-leave"), OpenClaim(excuse=view.excuse.id))


def _why(speech: Speech, view: Claimed) -> Button:
    return why_button(speech, About.CLAIMS, view.of.led.id)


def _back(speech: Speech, view: Claimed) -> list[Button]:
    return [button(speech.label("place-claims"), OpenClaims(class_id=view.of.led.id))]
