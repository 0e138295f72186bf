"""The class teacher's list of a forecast: when it goes or went, and how far with each family."""

from functools import partial
from typing import Final

from aiogram.filters.callback_data import CallbackData

from bot.callbacks.classes import (
    OpenIssue,
    OpenTermIssue,
    SendForecast,
    SendForecastNow,
    SendTermForecast,
)
from bot.callbacks.places import OpenClassMore
from bot.callbacks.why import About
from bot.screens.parts.naming import full_name
from bot.screens.parts.pages import page_of, rest_of, turning
from bot.screens.parts.rules import why_button
from bot.screens.parts.screen import TOAST_LENGTH, Button, Screen, button, lines, rows
from bot.screens.parts.turned import beside
from bot.texts.formats import day_and_month
from bot.texts.html import NOTHING, Html, cut
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.diary.issuing.terms import ClassTerm
from core.ids import PeriodId
from core.notices.issue.reached import FamilyReach, Reach
from core.notices.issue.reading import IssueView

_TITLE_LENGTH = 80
_FAMILIES_A_PAGE: Final = 9


def issue(speech: Speech, view: IssueView, *, page: int = 0, said: Key | None = None) -> Screen:
    """Show the class's forecast; before it is sent, to whom it would go."""
    title = cut(view.led.title, _TITLE_LENGTH)
    back = button(speech.label("place-more"), OpenClassMore(class_id=view.led.id))
    if view.term is None:
        return Screen(speech.say("issue-none", title=title), rows([back]))
    listed = page_of(view.families, page, size=_FAMILIES_A_PAGE)
    numbered = enumerate(listed.items, start=listed.begin + 1)
    period = cut(view.term.term.title, _TITLE_LENGTH)
    return Screen(
        lines(
            speech.say("issue-head", title=title, period=period),
            _when(speech, view, view.term),
            [_family(speech, view, index, one) for index, one in numbered]
            or speech.say("issue-empty"),
            rest_of(speech, listed),
        ),
        rows(
            [*_deed(speech, view, view.term), *_other_terms(view, view.term)],
            beside(speech, view.turned, partial(_opens_period, view)),
            [
                *turning(speech, listed, partial(_opens, view, view.term)),
                why_button(speech, About.ISSUE, view.led.id),
                back,
            ],
        ),
        toast=cut(speech.label(said), TOAST_LENGTH) if said else None,
    )


def asked_to_send(speech: Speech, view: IssueView) -> Screen:
    """Ask before the period's forecast goes: to how many families, and how early it is."""
    term = view.term
    if term is None or not _can_send(view, term):
        return issue(speech, view)
    title, period = cut(view.led.title, _TITLE_LENGTH), cut(term.term.title, _TITLE_LENGTH)
    sure = SendForecastNow(class_id=view.led.id, period=term.term.id)
    return Screen(
        lines(
            speech.say("issue-head", title=title, period=period),
            speech.say(
                "issue-ask",
                count=sum(one.told > 0 for one in view.families),
                all=len(view.families),
                days=(term.last_day - view.today).days,
            ),
            _if_early(speech, view),
        ),
        rows(
            [button(speech.label("issue-send-now"), sure)],
            [button(speech.label("back-page"), _opens(view, term))],
        ),
    )


def _if_early(speech: Speech, view: IssueView) -> Html:
    if view.goes_on is None or view.goes_on <= view.today:
        return NOTHING
    return speech.say("issue-ask-early", day=day_and_month(view.goes_on, speech.language))


def _can_send(view: IssueView, term: ClassTerm) -> bool:
    return term.issue is None and not view.is_over and view.leads and bool(view.families)


def _when(speech: Speech, view: IssueView, term: ClassTerm) -> Html:
    if term.issue is not None:
        told: dict[str, str | int] = {
            "day": day_and_month(term.issue.at.astimezone(view.zone).date(), speech.language),
            "count": len(view.families),
            "reached": view.reached,
            "answered": view.answered,
        }
        if term.issue.who is None:
            return speech.say("issue-sent-itself", **told)
        return speech.say("issue-sent-by", name=full_name(speech, term.issue.who), **told)
    if view.is_over:
        return speech.say("issue-never-sent")
    if view.goes_on is None or view.goes_on <= view.today:
        return speech.say("issue-overdue")
    return speech.say("issue-waiting", day=day_and_month(view.goes_on, speech.language))


def _deed(speech: Speech, view: IssueView, term: ClassTerm) -> list[Button]:
    if not _can_send(view, term):
        return []
    target: CallbackData = SendForecast(class_id=view.led.id)
    if not _is_main(view, term):
        target = SendTermForecast(class_id=view.led.id, period=term.term.id)
    return [button(speech.label("issue-send"), target)]


def _opens(view: IssueView, term: ClassTerm, page: int = 0) -> CallbackData:
    """Return what opens a term's list; the class's own needs no number and never ages."""
    if _is_main(view, term) and term.term.ends >= view.today:
        return OpenIssue(class_id=view.led.id, page=page)
    return OpenTermIssue(class_id=view.led.id, period=term.term.id, page=page)


def _opens_period(view: IssueView, period: PeriodId) -> CallbackData:
    return OpenTermIssue(class_id=view.led.id, period=period)


def _is_main(view: IssueView, term: ClassTerm) -> bool:
    return term in view.terms[:1] or not view.terms


def _other_terms(view: IssueView, term: ClassTerm) -> list[Button]:
    """Return the way to the forecast of the other period, where subjects run by another."""
    others = [one for one in view.terms if one != term]
    return [button(cut(one.term.title, _TITLE_LENGTH), _opens(view, one)) for one in others]


def _family(speech: Speech, view: IssueView, index: int, family: FamilyReach) -> Html:
    sent = view.term is not None and view.term.issue is not None
    reach = _reach(speech, family) if sent else _connected(speech, family)
    name = full_name(speech, family.child.name)
    return speech.say("issue-family", index=index, name=name, reach=reach)


def _connected(speech: Speech, family: FamilyReach) -> str:
    if not family.told:
        return speech.label("issue-not-connected")
    return _said(speech, family, "connected")


def _reach(speech: Speech, family: FamilyReach) -> str:
    said = _said(speech, family, family.reach.value)
    waits = family.on_paper and family.reach is not Reach.IN_HAND
    return speech.label("issue-on-paper", reach=said) if waits else said


def _said(speech: Speech, family: FamilyReach, reach: str) -> str:
    return speech.label(
        "issue-reach",
        reach=reach,
        why=family.why.value if family.why else "waiting",
        told=family.told,
        delivered=family.delivered,
        answered=family.answered,
    )
