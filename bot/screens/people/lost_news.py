"""The words for news of who lost access, to who is in charge."""

from bot.callbacks.classes import OpenSchool
from bot.callbacks.connections import OpenRoll
from bot.callbacks.lost_access import LostAccessAnswered, OpenLostAccess
from bot.screens.parts.screen import Button, button
from bot.texts.html import Html, cut
from bot.texts.speech import Speech
from core.notices.news.lost_access import LostAccessNews

_WORDS = 500
_IN_A_LINE = 100


def lost_access_block(speech: Speech, news: LostAccessNews) -> list[Html]:
    """Return the news in full: what the stranger wrote is a claim, and proves nothing."""
    return [
        speech.say("lost-news-head"),
        speech.say("lost-news-words", words=cut(news.request.words, _WORDS)),
        speech.say("lost-pass-on") if news.to_pass_on else speech.say("lost-how"),
    ]


def lost_access_line(speech: Speech, news: LostAccessNews) -> Html:
    """Return the news among others."""
    return speech.say("lost-news-line", words=cut(news.request.words, _IN_A_LINE))


def lost_access_buttons(speech: Speech, news: LostAccessNews) -> list[Button]:
    """Return the lists of staff (the administrator's alone) and classes, and the answer."""
    school = news.request.school
    staff = [button(speech.label("place-staff"), OpenRoll(of=school, staff=True))]
    return [
        *([] if news.to_pass_on else staff),
        button(speech.label("place-school"), OpenSchool(school=school)),
        button(speech.label("lost-answered"), LostAccessAnswered(number=news.request.id)),
    ]


def lost_access_button(speech: Speech, news: LostAccessNews) -> Button:
    """Return the way to the list where several stand together."""
    return button(speech.label("lost-list"), OpenLostAccess(school=news.request.school))
