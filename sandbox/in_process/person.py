"""A person in a test: writes, taps and looks as one would on a phone."""

from collections.abc import Callable

from sandbox.engine import Chat, Kept, Tap, Telegram, UploadedFile, Wire
from sandbox.in_process.delivery import Deliver
from sandbox.in_process.screen import Screen, seen

TOKEN = "42:SANDBOX"  # noqa: S105 - opens nothing but the sandbox


class Person:
    """Somebody in a private chat with the bot. Each deed returns when the bot worked it off."""

    def __init__(
        self,
        telegram: Telegram,
        deliver: Deliver,
        user_id: int,
        first_name: str = "Мария",
        *,
        token: str = TOKEN,
        language_code: str = "ru",
    ) -> None:
        self._telegram, self._deliver, self._token = telegram, deliver, token
        self.id = user_id
        telegram.people.add(user_id, first_name, language_code=language_code)

    async def sends(self, text: str) -> None:
        """Write something."""
        self._telegram.people.sends(self._token, self.id, text)
        await self.waits()

    async def starts(self, payload: str = "") -> None:
        """Press start, perhaps behind a deep link."""
        self._telegram.people.starts(self._token, self.id, payload)
        await self.waits()

    async def taps(self, label: str, *, on: Screen | None = None) -> None:
        """Tap the one button with this label: of the current screen, or of one seen before."""
        screen = on or self.screen
        data = screen.data_of(label)
        tap = self._telegram.people.taps(self._token, self.id, screen.id, data)
        await self.waits()
        self._must_be_answered(tap, label)

    async def sends_photo(self, content: bytes, caption: str = "") -> None:
        """Send a picture."""
        photo = UploadedFile(content, "photo.jpg", "image/jpeg")
        await self._after(
            lambda: self._telegram.people.sends_photo(self._token, self.id, photo, caption=caption)
        )

    async def sends_document(self, content: bytes, name: str, caption: str = "") -> None:
        """Send a file."""
        document = UploadedFile(content, name)
        await self._after(
            lambda: self._telegram.people.sends_document(
                self._token, self.id, document, caption=caption
            )
        )

    async def sends_sticker(self) -> None:
        """Send a sticker."""
        await self._after(lambda: self._telegram.people.sends_sticker(self._token, self.id))

    async def sends_contact(self, phone_number: str) -> None:
        """Send the own contact."""
        await self._after(
            lambda: self._telegram.people.sends_contact(self._token, self.id, phone_number)
        )

    async def posts(self, **body: object) -> None:
        """Send a message of any other content, by the fields of Telegram's Message."""
        await self._after(lambda: self._telegram.people.posts(self._token, self.id, body))

    async def edits(self, text: str) -> None:
        """Change what was written last."""
        own = [kept for kept in self._chat.history() if not kept.from_bot]
        if not own:
            raise AssertionError("nothing was written yet")
        await self._after(
            lambda: self._telegram.people.edits(self._token, self.id, own[-1].id, text)
        )

    async def blocks(self) -> None:
        """Stop the bot."""
        self._telegram.people.blocks(self._token, self.id)
        await self.waits()

    async def unblocks(self) -> None:
        """Let the bot write again."""
        self._telegram.people.unblocks(self._token, self.id)
        await self.waits()

    async def waits(self) -> None:
        """Give the bot what waits from this person, or from nobody, and let it work that off."""
        while raw := self._updates():
            self._telegram.bot(self._token).queue.confirm(one["update_id"] for one in raw)
            await self._deliver(raw)

    @property
    def messages(self) -> list[Screen]:
        """Return what the bot wrote and still stands, oldest first."""
        return [seen(self._telegram, kept) for kept in self._chat.history() if kept.from_bot]

    @property
    def screen(self) -> Screen:
        """Return the bot's last message."""
        if not (messages := self.messages):
            raise AssertionError(f"the bot wrote nothing to person {self.id}")
        return messages[-1]

    @property
    def toast(self) -> str:
        """Return the words of the last answer to a tap."""
        own = [tap for tap in self._telegram.world.recent_taps if tap.person_id == self.id]
        return str((own[-1].answer or {}).get("text", "")) if own else ""

    @property
    def _chat(self) -> Chat:
        return self._telegram.chat(self._token, self.id)

    def _updates(self) -> list[Wire]:
        queue = self._telegram.bot(self._token).queue
        waiting = queue.waiting(self._telegram.world.now().timestamp(), len(queue))
        return [one.wire for one in waiting if _actor(one.wire) in (None, self.id)]

    async def _after(self, deed: Callable[[], Kept]) -> None:
        deed()
        await self.waits()

    def _must_be_answered(self, tap: Tap, label: str) -> None:
        if tap.answer is None:
            raise AssertionError(f"the spinner of {label!r} turns for ever")


def _actor(update: Wire) -> object:
    """Return who caused an update, so that persons at the same time do not mix theirs."""
    bodies = [body for body in update.values() if isinstance(body, dict)]
    actors = [body["from"] for body in bodies if isinstance(body.get("from"), dict)]
    return actors[0].get("id") if actors else None
