"""A training as who is invited has it: by itself, as news, and after the reply."""

from datetime import datetime
from typing import Final

from bot.callbacks.trainings import BeginTraining, OpenTrainings, ReplyToTraining
from bot.screens.helpdesk.training_words import CLASS_LENGTH, ROOM_LENGTH, in_short, moment
from bot.screens.helpdesk.words import topics
from bot.screens.parts.naming import teacher_name
from bot.screens.parts.screen import Button, Screen, button, lines, rows
from bot.texts.formats import day_and_month
from bot.texts.html import NOTHING, Html, cut, escaped
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.access.zones import Zones
from core.helpdesk.training.gate import Invitation
from core.helpdesk.training.training import Reply, Training, Whom
from core.ids import PersonId
from core.notices.news.trainings import NoTrainingNews, Occasion, TrainingNews

_WORDS_SHOWN: Final = 800
_TERM_LENGTH: Final = 60
_ANSWERS: Final[tuple[tuple[Key, bool], ...]] = (
    ("training-come", True),
    ("training-not-come", False),
)
_HEADS: Final[dict[Occasion, tuple[Key, Key]]] = {
    Occasion.INVITED: ("training-invited-head", "training-invited-head-families"),
    Occasion.MOVED: ("training-moved-head", "training-moved-head-families"),
    Occasion.CALLED_OFF: ("training-off-head", "training-off-head-families"),
    Occasion.TOMORROW: ("training-tomorrow-head", "training-tomorrow-head-families"),
}


def invitation(
    speech: Speech, view: Invitation, now: datetime, *, note: Key | None = None
) -> Screen:
    """Show a training to who is invited, with the own reply; until it begins that may change."""
    of, open_ = view.training, view.training.stands and not view.training.has_begun(now)
    occasion = Occasion.INVITED if of.stands else Occasion.CALLED_OFF
    over = of.stands and not open_
    return Screen(
        lines(
            escaped(speech.label(note)) if note else NOTHING,
            _head(speech, of, occasion),
            _about(speech, of, view.member.zones),
            _reply(speech, view.own.reply),
            speech.say("training-over") if over else NOTHING,
        ),
        rows(
            _answers(speech, of, view.own.guest.person) if open_ else [],
            [button(speech.label("trainings-back"), OpenTrainings())],
        ),
    )


def training_block(speech: Speech, news: TrainingNews) -> list[Html]:
    """Return the news in full: what it is, and when."""
    of = news.training
    if not of.stands:
        return [_head(speech, of, news.occasion), _when(speech, of, news.zones)]
    was = moment(speech, news.before, news.zones) if news.before else None
    return [
        _head(speech, of, news.occasion),
        *_about(speech, of, news.zones),
        speech.say("training-was", **was) if was else NOTHING,
        _reply(speech, news.reply),
    ]


def training_line(speech: Speech, news: TrainingNews) -> Html:
    """Return the news among others."""
    told = in_short(speech, news.training, news.zones)
    return speech.say("training-line", occasion=news.occasion.value, **told)


def training_buttons(speech: Speech, news: TrainingNews) -> list[Button]:
    """Return both replies, where there is something to come to."""
    answers = _answers(speech, news.training, news.person) if news.stands else []
    return [*answers, button(speech.label("place-trainings"), OpenTrainings(anew=True))]


def no_training_block(speech: Speech, news: NoTrainingNews) -> list[Html]:
    """Return that a quarter has no training, and the clause."""
    return [
        speech.say("training-none-head"),
        speech.say("training-none", **_term(speech, news)),
    ]


def no_training_line(speech: Speech, news: NoTrainingNews) -> Html:
    """Return it among others."""
    return speech.say("training-none-line", **_term(speech, news))


def no_training_buttons(speech: Speech, news: NoTrainingNews) -> list[Button]:
    """Return the way to plan one."""
    return [
        button(speech.label("training-plan"), BeginTraining(school=news.school)),
        button(speech.label("place-trainings"), OpenTrainings(anew=True)),
    ]


def _term(speech: Speech, news: NoTrainingNews) -> dict[str, str]:
    day = day_and_month(news.ends, speech.language)
    return {"term": cut(news.term, _TERM_LENGTH), "day": day}


def _head(speech: Speech, of: Training, occasion: Occasion) -> Html:
    plain, families = _HEADS[occasion]
    if of.invitees.whom is not Whom.FAMILIES:
        return speech.say(plain)
    return speech.say(families, **{"class": cut(of.class_title, CLASS_LENGTH)})


def _about(speech: Speech, of: Training, zones: Zones) -> list[Html]:
    return [
        _when(speech, of, zones),
        speech.say("training-topics", topics=topics(speech, of.topics)),
        speech.say("training-holder", name=teacher_name(of.by_name)),
        escaped(cut(of.words, _WORDS_SHOWN)),
    ]


def _when(speech: Speech, of: Training, zones: Zones) -> Html:
    room = cut(of.room, ROOM_LENGTH)
    return speech.say("training-when", room=room, **moment(speech, of.starts_at, zones))


def _reply(speech: Speech, reply: Reply | None) -> Html:
    if reply is None:
        return NOTHING
    return speech.say("training-you-come" if reply is Reply.COMING else "training-you-do-not")


def _answers(speech: Speech, of: Training, person: PersonId) -> list[Button]:
    return [
        button(speech.label(key), _reply_button(of, person, coming=coming))
        for key, coming in _ANSWERS
    ]


def _reply_button(of: Training, person: PersonId, *, coming: bool) -> ReplyToTraining:
    return ReplyToTraining(training=of.id, person=person, version=of.version, coming=coming)
