"""How far a warning came with a family, in words: in a list, and of one alone."""

from bot.texts.html import Html
from bot.texts.speech import Speech
from core.notices.issue.reached import FamilyReach, Reach


def reached(speech: Speech, family: FamilyReach | None) -> str:
    """Return in a word or two how far one that was sent came; nothing of what was not sent."""
    if family is None:
        return ""
    waits = family.on_paper and family.reach is not Reach.IN_HAND
    said = speech.label("warning-reach", reach=family.reach.value)
    return speech.label("issue-on-paper", reach=said) if waits else said


def sent_line(speech: Speech, family: FamilyReach | None, day: str) -> Html:
    """Say of one warning when it was sent, and how far it came with the family."""
    if family is not None and family.reach is Reach.IN_HAND:
        return speech.say("warning-in-hand", day=day)
    waits = family is not None and family.on_paper
    paper = "yes" if waits else "no"
    if family is None or not family.told:
        return speech.say("warning-sent-to-nobody", day=day, paper=paper)
    return speech.say(
        "warning-sent",
        day=day,
        told=family.told,
        delivered=family.delivered,
        answered=family.answered,
        paper=paper,
    )
