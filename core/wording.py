"""Words that a person writes for another: some, where they are needed, and never too many.

How a text is marked up, and what stands beside it, is the business of each room.
"""

from core.errors import RuleBroken


class TextWrong(RuleBroken):
    """There are no words where they are needed, or more than `longest` characters of them."""

    code = "text-wrong"

    def __init__(self, longest: int) -> None:
        super().__init__(longest)
        self.longest = longest


def said(text: str, *, longest: int, needed: bool = True) -> str:
    """Return what is said, lines as they are; raise TextWrong for none or too much."""
    words = text.strip()
    if len(words) > longest or (needed and not words):
        raise TextWrong(longest)
    return words


def said_in_a_line(text: str, *, longest: int, needed: bool = True) -> str:
    """Return what is said in one line; raise TextWrong for none or too much."""
    return said(" ".join(text.split()), longest=longest, needed=needed)
