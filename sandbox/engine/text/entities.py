"""Entities that come with a text, checked against it."""

from sandbox.engine.params import Wire
from sandbox.engine.refusals import bad_request
from sandbox.engine.text import utf16

KINDS = frozenset(
    [
        "mention",
        "hashtag",
        "cashtag",
        "bot_command",
        "url",
        "email",
        "phone_number",
        "bold",
        "italic",
        "underline",
        "strikethrough",
        "spoiler",
        "blockquote",
        "expandable_blockquote",
        "code",
        "pre",
        "text_link",
        "text_mention",
        "custom_emoji",
        "date_time",
    ]
)


def in_order(entities: list[Wire]) -> list[Wire]:
    """Return entities by place, the outer before the inner."""
    return sorted(entities, key=lambda entity: (entity["offset"], -entity["length"]))


def checked(text: str, entities: list[Wire]) -> list[Wire]:
    """Return the given entities; refuse one that does not lie within the text."""
    places = frozenset(utf16.offsets(text))
    return in_order([_checked(entity, places, max(places)) for entity in entities])


def _checked(entity: object, places: frozenset[int], end: int) -> Wire:
    if not isinstance(entity, dict) or entity.get("type") not in KINDS:
        raise bad_request("can't parse MessageEntity: Unsupported type specified")
    start, units = entity.get("offset"), entity.get("length")
    if not isinstance(start, int) or not isinstance(units, int):
        raise bad_request('can\'t parse MessageEntity: Field "offset" must be of type Number')
    where = f"entity beginning at UTF-16 offset {start} ends"
    if start < 0 or units < 1 or start + units > end:
        raise bad_request(f"{where} after the end of the text at UTF-16 offset {end}")
    if start not in places or start + units not in places:
        raise bad_request(f"{where} in a middle of a UTF-16 symbol")
    return {name: value for name, value in entity.items() if value is not None}
