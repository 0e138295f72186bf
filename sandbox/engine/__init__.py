"""The engine: chats, limits and faults of a Telegram for one machine. No network is known here.

    telegram = Telegram(now, limits=Limits() | None)      # None: no flood limits
    telegram.call(token, method, params, files) -> result # or raises Refused / CannotYet
    await long_poll(telegram, token, params)              # getUpdates with `timeout`

Any well-formed token ("42:ABC") is a bot from its first use. A bot may write to a person once the
person wrote to it (or `people.opens_chat`).

**People** act through `telegram.people`: `add`, `add_group`, `opens_chat`, `sends`, `starts`,
`sends_photo`, `sends_document`, `sends_sticker`, `sends_contact`, `posts` (any content), `edits`,
`taps(token, person_id, message_id, data)`, `blocks`, `unblocks`, `deletes_account`.

**Looking**: `telegram.bots`, `telegram.persons`, `telegram.bot(token)` (name, commands, menus),
`telegram.chat(token, chat_id)` is a `Chat`: `.history()` gives `Kept` messages, oldest first, each
with `.wire` (Telegram's Message object), `.id`, `.text`, `.buttons()`, `.from_bot`, `.silent`;
also `.pinned`, `.keyboard` (reply keyboard), `.action` (typing), `.blocked`. A file of a message:
`telegram.world.files.by_id(file_id).content`. `telegram.spinners(token)`: taps never answered.
`commands_seen(bot, chat_id, language_code)`: the commands that a person's menu shows.

**Hearing**: `telegram.watch(callback)` is told of every `Change` (MessagePosted, MessageEdited,
MessageDeleted, ButtonTapped, TapAnswered, BotActed, UpdateQueued, WebhookChanged, BotChanged,
PersonChanged); `telegram.listen(callback)` of every `Call` with its outcome. Both return a
function that stops it. Callbacks run inside the change: be short, never call back.

**Faults**: `telegram.break_next(fault, method=None, chat_id=..., skip=0, times=1)` with a value
of `sandbox.engine.faults` (Delay, Refusal, RawAnswer, Reset, Silence, or the ready ones);
`telegram.mend()` ends all; `telegram.inject(token, fields)` queues an update of any content.
Fronts ask `telegram.draw_fault(method, params)` before a call and enact what it returns.
`telegram.reset()` forgets all but the watchers.
"""

from sandbox.engine.changes import Change
from sandbox.engine.faults import Fault, FaultRule
from sandbox.engine.files import StoredFile, UploadedFile
from sandbox.engine.limits import Limits
from sandbox.engine.long_poll import long_poll
from sandbox.engine.methods.profile import commands_seen
from sandbox.engine.params import Wire
from sandbox.engine.refusals import CannotYet, Refused
from sandbox.engine.residents import Bot, Chat, Kept, Person, Tap, Webhook
from sandbox.engine.telegram import Call, Telegram

__all__ = [
    "Bot",
    "Call",
    "CannotYet",
    "Change",
    "Chat",
    "Fault",
    "FaultRule",
    "Kept",
    "Limits",
    "Person",
    "Refused",
    "StoredFile",
    "Tap",
    "Telegram",
    "UploadedFile",
    "Webhook",
    "Wire",
    "commands_seen",
    "long_poll",
]
