"""Why somebody who does not lead a class hears what its class teacher would."""

from bot.texts.html import NOTHING, Html, cut
from bot.texts.speech import Speech

_TITLE_LENGTH = 80


def why_here(speech: Speech, *, stands_in: bool, title: str = "") -> Html:
    """Return the line that says so, or nothing for the class teacher."""
    if not stands_in:
        return NOTHING
    return speech.say("news-stands-in", title=cut(title, _TITLE_LENGTH) or "none")


def said_here(speech: Speech, said: Html, *, stands_in: bool) -> Html:
    """Return a line among others, with the reason for who stands in."""
    return speech.say("news-line-stands-in", said=said) if stands_in else said
