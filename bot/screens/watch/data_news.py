"""The words for news of the monthly check of data: asked, passed on, settled (W2)."""

from typing import Final, assert_never

from bot.callbacks.personal_data import OpenClassCheck, OpenCorrections, OpenMyData
from bot.screens.parts.screen import Button, button
from bot.screens.watch.data_corrections import in_a_line
from bot.screens.watch.personal_data import FIELDS, answer_buttons, kept
from bot.texts.formats import month_name
from bot.texts.html import NOTHING, Html, cut
from bot.texts.speech import Speech
from core.notices.news.personal_data import (
    ClassDataNews,
    CorrectionsNews,
    DataCheckNews,
    PersonalDataNews,
    SettledNews,
)

_SHOWN: Final = 5
_WORDS_LENGTH: Final = 300
_CLASS_LENGTH: Final = 16


def data_block(speech: Speech, news: PersonalDataNews) -> list[Html]:
    """Return the news in full."""
    match news:
        case DataCheckNews():
            head = speech.say("data-head", month=month_name(news.month, speech.language))
            return [head, *kept(speech, news.data), speech.say("data-is-it-right")]
        case CorrectionsNews():
            rest = len(news.waiting) - _SHOWN
            return [
                data_line(speech, news),
                *(in_a_line(speech, one) for one in news.waiting[:_SHOWN]),
                speech.say("more", count=rest) if rest > 0 else NOTHING,
            ]
        case ClassDataNews():
            said = speech.say("data-of-class", silent=news.silent, outside=news.outside)
            return [data_line(speech, news), said]
        case SettledNews():
            word = cut(news.correction.word, _WORDS_LENGTH)
            declined = speech.say("data-settled-why", word=word) if word else NOTHING
            return [data_line(speech, news), declined]
        case _:
            assert_never(news)


def data_line(speech: Speech, news: PersonalDataNews) -> Html:
    """Return the news in a line."""
    match news:
        case DataCheckNews():
            return speech.say("data-head", month=month_name(news.month, speech.language))
        case CorrectionsNews():
            return speech.say("corrections-head", count=len(news.waiting))
        case ClassDataNews():
            return speech.say(
                "class-check-head",
                **{"class": cut(news.class_title, _CLASS_LENGTH)},
                month=month_name(news.month, speech.language),
            )
        case SettledNews():
            said = news.correction.said
            return speech.say(
                "data-settled",
                state=news.correction.state.value,
                field=speech.label(FIELDS[said.field]),
                words=cut(said.words, _WORDS_LENGTH),
            )
        case _:
            assert_never(news)


def data_buttons(speech: Speech, news: PersonalDataNews) -> list[Button]:
    """Return the answers, or the way to the list or the own data."""
    match news:
        case DataCheckNews():
            return answer_buttons(speech, news.data, confirm=True)
        case CorrectionsNews():
            waiting = OpenCorrections(school=news.school)
            return [button(speech.label("corrections-open"), waiting)]
        case ClassDataNews():
            target = OpenClassCheck(class_id=news.class_id)
            return [button(speech.label("data-of-class-open"), target)]
        case SettledNews():
            own = OpenMyData(person=news.correction.said.person)
            return [button(speech.label("place-my-data"), own)]
        case _:
            assert_never(news)
