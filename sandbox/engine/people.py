"""What people do: they write, tap, send files, block the bot and delete their accounts."""

from collections.abc import Iterable
from dataclasses import replace

from sandbox.engine.changes import ButtonTapped, MessageEdited
from sandbox.engine.files import UploadedFile
from sandbox.engine.media import document_of, photo_of, sticker_of
from sandbox.engine.params import Wire
from sandbox.engine.refusals import bad_request
from sandbox.engine.residents import Bot, Chat, Kept, Person, Tap
from sandbox.engine.text.formatted import said
from sandbox.engine.world import World


class People:
    """Acts for persons. `chat_id` is a group's; by default it is the private chat with the bot."""

    def __init__(self, world: World) -> None:
        self._world = world

    def add(
        self,
        person_id: int,
        first_name: str = "Person",
        last_name: str | None = None,
        *,
        username: str | None = None,
        language_code: str | None = "ru",
    ) -> Person:
        """Create an account, or rename the one with this id."""
        person = Person(person_id, first_name, last_name, username, language_code)
        if (known := self._world.persons.get(person_id)) is not None:
            known.first_name, known.last_name = first_name, last_name
            known.username, known.language_code = username, language_code
            person = known
        self._world.persons[person_id] = person
        for bot in self._world.bots.values():
            if (chat := bot.chats.get(person_id)) is not None:
                chat.wire = person.as_chat()
        self._world.person_changed(person)
        return person

    def add_group(self, token: str, chat_id: int, title: str, members: Iterable[int]) -> Chat:
        """Create a group with the bot in it; the id of a group is negative."""
        wire: Wire = {"id": chat_id, "type": "group", "title": title}
        everybody = {member: self._world.persons[member] for member in members}
        chat = Chat(chat_id, "group", wire, everybody, open=True)
        self._world.bot(token).chats[chat_id] = chat
        return chat

    def opens_chat(self, token: str, person_id: int) -> Chat:
        """Let the bot write to a person, as if the person had written before."""
        _, _, chat = self._scene(token, person_id, None)
        chat.open = True
        return chat

    def sends(self, token: str, person_id: int, text: str, *, chat_id: int | None = None) -> Kept:
        """Send a text; commands, links and mentions in it are found."""
        formatted = said(text)
        body: Wire = {"text": formatted.text}
        if formatted.entities:
            body["entities"] = formatted.entities
        return self.posts(token, person_id, body, chat_id=chat_id)

    def starts(self, token: str, person_id: int, payload: str = "") -> Kept:
        """Press start, with what a deep link carried."""
        return self.sends(token, person_id, f"/start {payload}".rstrip())

    def sends_photo(
        self, token: str, person_id: int, photo: UploadedFile, *, caption: str = ""
    ) -> Kept:
        """Send a picture."""
        body = {**photo_of(self._world.files, photo), **_captioned(caption)}
        return self.posts(token, person_id, body)

    def sends_document(
        self, token: str, person_id: int, document: UploadedFile, *, caption: str = ""
    ) -> Kept:
        """Send a file."""
        body = {**document_of(self._world.files, document), **_captioned(caption)}
        return self.posts(token, person_id, body)

    def sends_sticker(self, token: str, person_id: int, emoji: str = "👍") -> Kept:
        """Send a sticker."""
        return self.posts(token, person_id, sticker_of(self._world.files, emoji))

    def sends_contact(
        self, token: str, person_id: int, phone_number: str, first_name: str | None = None
    ) -> Kept:
        """Send a contact; without a name it is the person's own."""
        own = self._person(person_id)
        contact: Wire = {"phone_number": phone_number, "first_name": first_name or own.first_name}
        if first_name is None:
            contact["user_id"] = person_id
        return self.posts(token, person_id, {"contact": contact})

    def posts(self, token: str, person_id: int, body: Wire, *, chat_id: int | None = None) -> Kept:
        """Send a message of any content; all the others end here."""
        bot, person, chat = self._scene(token, person_id, chat_id)
        chat.open, chat.blocked = True, False
        wire = {
            "message_id": next(bot.message_ids),
            "from": person.as_user(),
            "chat": chat.wire,
            "date": int(self._world.now().timestamp()),
            **body,
        }
        kept = Kept(wire, from_bot=False)
        self._world.post(bot, chat, kept)
        self._world.queue(bot, "message", wire)
        return kept

    def edits(self, token: str, person_id: int, message_id: int, text: str) -> Kept:
        """Change a text that the person sent before."""
        bot, _, chat = self._scene(token, person_id, None)
        old = _found(chat, message_id)
        wire = {name: value for name, value in old.wire.items() if name != "entities"}
        formatted = said(text)
        wire |= {"text": formatted.text, "edit_date": int(self._world.now().timestamp())}
        if formatted.entities:
            wire["entities"] = formatted.entities
        chat.messages[message_id] = replace(old, wire=wire)
        self._world.tell(MessageEdited(token, chat.id, message_id))
        self._world.queue(bot, "edited_message", wire)
        return chat.messages[message_id]

    def taps(
        self, token: str, person_id: int, message_id: int, data: str, *, chat_id: int | None = None
    ) -> Tap:
        """Tap a button. The data is taken on trust: an old screen may still show an old button."""
        bot, person, chat = self._scene(token, person_id, chat_id)
        message = chat.messages.get(message_id)
        tap = Tap(
            token=token,
            query_id=str(bot.id * 1_000_000_000 + next(self._world.numbers)),
            person_id=person_id,
            chat_id=chat.id,
            message_id=message_id,
            data=data,
            at=self._world.now(),
        )
        bot.taps[tap.query_id] = tap
        self._world.recent_taps.append(tap)
        self._forget_old_taps(bot)
        self._world.tell(ButtonTapped(token, chat.id, tap.query_id))
        self._world.queue(bot, "callback_query", _query(tap, person, chat, message))
        return tap

    def blocks(self, token: str, person_id: int) -> None:
        """Stop the bot; whatever it sends is refused from now on."""
        self._blocks(token, person_id, blocked=True)

    def unblocks(self, token: str, person_id: int) -> None:
        """Let the bot write again."""
        self._blocks(token, person_id, blocked=False)

    def deletes_account(self, person_id: int) -> None:
        """Leave Telegram for good; bots are not told."""
        person = self._person(person_id)
        person.deleted = True
        self._world.person_changed(person)

    def _blocks(self, token: str, person_id: int, *, blocked: bool) -> None:
        bot, person, chat = self._scene(token, person_id, None)
        if chat.blocked == blocked:
            return
        chat.blocked = blocked
        self._world.person_changed(person)
        self._world.queue(bot, "my_chat_member", self._membership(bot, person, chat))

    def _membership(self, bot: Bot, person: Person, chat: Chat) -> Wire:
        member: Wire = {"status": "member", "user": bot.as_user()}
        banned: Wire = {"status": "kicked", "user": bot.as_user(), "until_date": 0}
        return {
            "chat": chat.wire,
            "from": person.as_user(),
            "date": int(self._world.now().timestamp()),
            "old_chat_member": member if chat.blocked else banned,
            "new_chat_member": banned if chat.blocked else member,
        }

    def _scene(self, token: str, person_id: int, chat_id: int | None) -> tuple[Bot, Person, Chat]:
        bot, person = self._world.bot(token), self._person(person_id)
        chat = self._world.chat(bot, person_id if chat_id is None else chat_id)
        if chat is None or person_id not in chat.members:
            raise LookupError(f"person {person_id} is not in chat {chat_id}")
        return bot, person, chat

    def _person(self, person_id: int) -> Person:
        if (person := self._world.persons.get(person_id)) is None:
            raise LookupError(f"there is no person {person_id}")
        return person

    def _forget_old_taps(self, bot: Bot) -> None:
        last = self._world.now() - self._world.tap_lifetime
        while (oldest := next(iter(bot.taps.values()))).at < last:
            del bot.taps[oldest.query_id]


def _captioned(caption: str) -> Wire:
    formatted = said(caption)
    body: Wire = {"caption": formatted.text} if caption else {}
    if formatted.entities:
        body["caption_entities"] = formatted.entities
    return body


def _found(chat: Chat, message_id: int) -> Kept:
    if (kept := chat.messages.get(message_id)) is None:
        raise bad_request("message to edit not found")
    return kept


def _query(tap: Tap, person: Person, chat: Chat, message: Kept | None) -> Wire:
    gone: Wire = {"chat": chat.wire, "message_id": tap.message_id, "date": 0}
    return {
        "id": tap.query_id,
        "from": person.as_user(),
        "message": gone if message is None else message.wire,
        "chat_instance": str(chat.id),
        "data": tap.data,
    }
