"""Templates of answers: own ones and the school's, put into an answer or kept."""

from typing import Final

from bot.callbacks.consulting import (
    AddTemplate,
    DropTemplate,
    EditTemplate,
    OpenDesk,
    OpenTemplate,
    OpenTemplates,
    UseTemplate,
)
from bot.screens.helpdesk.ticket_card import ticket_button
from bot.screens.parts.pages import page_of, rest_of, turning
from bot.screens.parts.screen import Button, Screen, button, lines, rows
from bot.texts.html import NOTHING, Html, escaped
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.helpdesk.templates.keeping import Kept
from core.helpdesk.templates.template import LONGEST, AnswerTemplate
from core.ids import SchoolId, TicketId

_A_PAGE: Final = 5


def templates(
    speech: Speech, view: Kept, *, ticket: int = 0, page: int = 0, note: Html = NOTHING
) -> Screen:
    """Show templates by number; those of the school are marked."""
    listed = page_of(view.templates, page, size=_A_PAGE)
    numbered = list(enumerate(listed.items, start=listed.begin + 1))
    school = view.member.school
    return Screen(
        lines(
            note,
            speech.say("template-head"),
            NOTHING if view.templates else speech.say("template-empty"),
            [_line(speech, at, one) for at, one in numbered],
            rest_of(speech, listed),
        ),
        rows(
            [
                button(str(at), OpenTemplate(template=one.id, ticket=ticket))
                for at, one in numbered
            ],
            _adding(speech, view),
            [
                *turning(
                    speech,
                    listed,
                    lambda to: OpenTemplates(school=school, ticket=ticket, page=to),
                ),
                _back(speech, school, ticket),
            ],
        ),
    )


def _line(speech: Speech, at: int, one: AnswerTemplate) -> Html:
    shared = "yes" if one.owner is None else "no"
    return speech.say("template-line", index=at, title=one.title, shared=shared)


def _adding(speech: Speech, view: Kept) -> list[Button]:
    school = view.member.school
    found = [button(speech.label("template-add"), AddTemplate(school=school))]
    if view.member.is_administration:
        shared = AddTemplate(school=school, shared=True)
        found.append(button(speech.label("template-add-shared"), shared))
    return found


def _back(speech: Speech, school: SchoolId, ticket: int) -> Button:
    if ticket:
        return ticket_button(speech, TicketId(ticket))
    return button(speech.label("place-desk"), OpenDesk(school=school))


def template(speech: Speech, view: Kept, one: AnswerTemplate, *, ticket: int = 0) -> Screen:
    """Show a template in full."""
    key: Key = "template-own" if one.owner is not None else "template-of-school"
    use = UseTemplate(template=one.id, ticket=TicketId(ticket)) if ticket else None
    changes = [
        button(speech.label("template-edit"), EditTemplate(template=one.id)),
        button(speech.label("template-drop"), DropTemplate(template=one.id)),
    ]
    return Screen(
        lines(speech.say(key), [escaped(line) for line in one.text.splitlines()]),
        rows(
            [button(speech.label("template-use"), use)] if use else (),
            changes if view.may_change(one) else (),
            [
                button(
                    speech.label("template-list"),
                    OpenTemplates(school=one.school, ticket=ticket),
                )
            ],
        ),
    )


def ask(speech: Speech, school: SchoolId) -> Screen:
    """Ask for the words of a template."""
    back = button(speech.label("template-list"), OpenTemplates(school=school))
    return Screen(speech.say("template-ask", most=LONGEST), rows([back]))


def drop(speech: Speech, one: AnswerTemplate) -> Screen:
    """Ask whether a template goes."""
    sure = DropTemplate(template=one.id, sure=True)
    return Screen(
        lines(speech.say("template-drop-ask"), escaped(one.title)),
        rows(
            [
                button(speech.label("template-drop-sure"), sure),
                button(speech.label("template-list"), OpenTemplates(school=one.school)),
            ]
        ),
    )
