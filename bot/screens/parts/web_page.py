"""The frame of the pages that letters lead to: a few sentences, perhaps a button.

Nothing is loaded from anywhere, and a page keeps nothing in the browser.
"""

import hashlib
from base64 import b64encode
from collections.abc import Mapping
from typing import Final

from bot.texts.html import NOTHING, Html
from bot.texts.keys import Key
from bot.texts.speech import Speech

_STYLE: Final = """
:root { color-scheme: light dark; --ink: #1c2733; --paper: #fff; --ground: #eef2f6;
  --deed: #1d5fb4; --on-deed: #fff; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --paper: #17212b;
  --ground: #0e1621; --deed: #7ab8ff; --on-deed: #0e1621; } }
* { box-sizing: border-box; }
body { margin: 0; padding: 16px; background: var(--ground); color: var(--ink);
  font: 17px/1.5 system-ui, sans-serif; }
main { max-width: 34rem; margin: 0 auto; padding: 20px; background: var(--paper);
  border-radius: 14px; overflow-wrap: anywhere; }
h1 { margin: 0 0 12px; font-size: 1rem; font-weight: 600; }
p { margin: 0 0 8px; }
form { margin-top: 20px; }
label { display: flex; align-items: center; justify-content: space-between; gap: 12px;
  margin: 0 0 8px; }
select { min-height: 44px; max-width: 55%; padding: 6px 10px; border-radius: 10px;
  border: 1px solid var(--deed); background: var(--paper); color: var(--ink); font: inherit; }
.tongue { display: flex; align-items: center; gap: 12px; font-size: .9rem; }
.tongue button { width: auto; margin: 0; min-height: 44px; padding: 6px 14px;
  background: transparent; color: var(--deed); border: 1px solid currentColor; }
button { width: 100%; margin: 0 0 8px; min-height: 48px; padding: 10px 16px; border: 0;
  border-radius: 10px;
  background: var(--deed); color: var(--on-deed); font: inherit; font-weight: 600; }
button:focus-visible, select:focus-visible { outline: 3px solid var(--ink); outline-offset: 2px; }
"""
_DIGEST: Final = b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()

POLICY: Final = (
    f"default-src 'none'; style-src 'sha256-{_DIGEST}'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
"""What a browser may do on these pages: show them, and send the one form."""

STAMP: Final = "stamp"
"""The field of a form that tells what was shown with the button."""
SPEAK: Final = "speak"
"""The field of the form by which another language is chosen."""
_NAMES: Final[Mapping[str, Key]] = {"ru": "language-ru", "en": "language-en"}


def hidden(field: str, value: str | int) -> Html:
    """Return what a form says beside its button; the value is the program's own."""
    return Html(f'<input type="hidden" name="{field}" value="{value}">')


def button_form(label: Html, hidden: Html = NOTHING) -> Html:
    """Return a form that is one button."""
    return Html(f'<form method="post">{hidden}<button type="submit">{label}</button></form>')


def language_form(speech: Speech) -> Html:
    """Return a form that says in which language the page stands, and offers the others."""
    shown = speech.say("mail-page-language", language=speech.label(_NAMES[speech.language]))
    others = "".join(
        f'<button type="submit" name="{SPEAK}" value="{code}" lang="{code}">'
        f"{speech.say(name)}</button>"
        for code, name in _NAMES.items()
        if code != speech.language
    )
    return Html(f'<form method="post" class="tongue"><span>{shown}</span>{others}</form>')


def page(speech: Speech, text: Html, form: Html = NOTHING) -> str:
    """Return a page that says something, with forms below it if there are any."""
    title = speech.say("answer-page-title")
    said = text.replace("\n", "</p>\n<p>")
    return (
        f'<!doctype html>\n<html lang="{speech.language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n"
        f"<body><main><h1>{title}</h1>\n<p>{said}</p>\n{form}</main></body>\n</html>\n"
    )
