"""Keyboards that come with a message, checked as Telegram checks them."""

from urllib.parse import urlsplit

from sandbox.engine.params import Params, Wire
from sandbox.engine.refusals import bad_request

ACTIONS = frozenset(
    [
        "url",
        "callback_data",
        "web_app",
        "login_url",
        "switch_inline_query",
        "switch_inline_query_current_chat",
        "switch_inline_query_chosen_chat",
        "copy_text",
        "callback_game",
        "pay",
    ]
)
LONGEST_DATA = 64
MOST_BUTTONS = 100
OTHER_MARKUPS = ("keyboard", "remove_keyboard", "force_reply")
INLINE_BUTTON = "can't parse inline keyboard button"


def markup_of(params: Params) -> Wire | None:
    """Return the keyboard of a new message: inline, below the text field, or none."""
    markup = params.mapping("reply_markup")
    if markup is None or any(name in markup for name in OTHER_MARKUPS):
        return markup
    return _inline(markup)


def inline_markup_of(params: Params) -> Wire | None:
    """Return the keyboard of an edited message, which can only be inline."""
    markup = params.mapping("reply_markup")
    return None if markup is None else _inline(markup)


def _inline(markup: Wire) -> Wire | None:
    rows = markup.get("inline_keyboard", [])
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad_request('field "inline_keyboard" of the InlineKeyboardMarkup must be an Array')
    checked = [[_button(button) for button in row] for row in rows if row]
    if sum(map(len, checked)) > MOST_BUTTONS:
        raise bad_request("reply markup is too long")
    return {"inline_keyboard": checked} if checked else None


def _button(button: object) -> Wire:
    if not isinstance(button, dict):
        raise bad_request(f"{INLINE_BUTTON}: InlineKeyboardButton must be an Object")
    if not isinstance(button.get("text"), str) or not button["text"].strip():
        raise bad_request(f'{INLINE_BUTTON}: Field "text" must be a non-empty String')
    given = {name: value for name, value in button.items() if value is not None}
    actions = ACTIONS & given.keys()
    if not actions:
        raise bad_request(f"{INLINE_BUTTON}: Text buttons are unallowed in the inline keyboard")
    if len(actions) > 1:
        raise bad_request(f"{INLINE_BUTTON}: exactly one action expected")
    _check_action(given)
    return given


def _check_action(button: Wire) -> None:
    match button:
        case {"callback_data": data}:
            if not isinstance(data, str) or not 1 <= len(data.encode()) <= LONGEST_DATA:
                raise bad_request("BUTTON_DATA_INVALID")
        case {"url": url}:
            _check_address(str(url))
        case {"web_app": {"url": url}} if not str(url).startswith("https://"):
            said = f"inline keyboard button Web App URL '{url}' is invalid"
            raise bad_request(f"{said}: Only HTTPS links are allowed")


def _check_address(url: str) -> None:
    address = urlsplit(url if ":" in url else f"http://{url}")
    if address.scheme in ("tg", "ton"):
        return
    if address.scheme not in ("http", "https") or "." not in (address.hostname or ""):
        raise bad_request(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")
