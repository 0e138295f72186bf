"""The page on which who gets letters without details reads what they kept back (F9)."""

from bot.screens.news.message import news
from bot.screens.parts.web_page import language_form, page
from bot.texts.speech import Speech
from core.notices.answers.reading import OpenedNews


def news_page(speech: Speech, opened: OpenedNews) -> str:
    """Return the news as they stand now; or that nothing of them is left."""
    if opened.found is None:
        return page(speech, speech.say("notice-over"), language_form(speech))
    found = opened.found
    told = news(speech, found.news, recipient=found.recipient, whole=True)
    return page(speech, told.in_words.text, language_form(speech))
