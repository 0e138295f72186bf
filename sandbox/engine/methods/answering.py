"""The answer to a tap."""

from sandbox.engine.changes import TapAnswered
from sandbox.engine.params import Params
from sandbox.engine.refusals import bad_request
from sandbox.engine.residents import Bot
from sandbox.engine.world import World

LONGEST_ANSWER = 200
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


def answer_callback_query(world: World, bot: Bot, params: Params) -> bool:
    """Stop the spinner of a tap, once and in time."""
    tap = bot.taps.get(params.text("callback_query_id"))
    if tap is None or tap.at + world.tap_lifetime < world.now():
        raise bad_request(TOO_OLD)
    text = params.text("text")
    if len(text) > LONGEST_ANSWER:
        raise bad_request("MESSAGE_TOO_LONG")
    del bot.taps[tap.query_id]
    tap.answer = params.values
    alert = params.flag("show_alert")
    world.tell(TapAnswered(bot.token, tap.chat_id, tap.query_id, text, alert))
    return True
