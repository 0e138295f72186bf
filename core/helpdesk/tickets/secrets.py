"""What is said in a ticket is kept without secrets: in its words, and in those under files."""

from dataclasses import replace

from core.access.secrets import holes_of, moved_by, with_holes
from core.messages.content import Content, RichText, SentFile


def without_secrets(content: Content) -> tuple[Content, bool]:
    """Return what somebody says as it may be kept, and whether a secret was in it."""
    text, found = _bare(content.text)
    files = [_bare_file(one) for one in content.files]
    kept = replace(content, text=text, files=tuple(one for one, _ in files))
    return kept, found or any(it for _, it in files)


def _bare_file(file: SentFile) -> tuple[SentFile, bool]:
    caption, found = _bare(file.caption)
    return replace(file, caption=caption), found


def _bare(said: RichText) -> tuple[RichText, bool]:
    holes = holes_of(said.text)
    spans = [
        replace(one, begin=moved_by(one.begin, holes), end=moved_by(one.end, holes))
        for one in said.spans
    ]
    kept = tuple(one for one in spans if one.begin < one.end)
    return RichText(with_holes(said.text, holes), kept), bool(holes)
