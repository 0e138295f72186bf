"""What Telegram makes of marked text, and where it stumbles."""

import pytest

from sandbox.engine.params import Params
from sandbox.engine.refusals import Refused
from sandbox.engine.text.formatted import text_of

ENTITIES = [
    ("<b>да</b>", "да", [("bold", 0, 2)]),
    ("<STRONG>да</strong>", "да", [("bold", 0, 2)]),
    ("😀<i>x</i>", "😀x", [("italic", 2, 1)]),
    ("<u><s>x</s></u>", "x", [("strikethrough", 0, 1), ("underline", 0, 1)]),
    ('<span class="tg-spoiler">x</span>', "x", [("spoiler", 0, 1)]),
    ("<tg-spoiler>x</tg-spoiler>", "x", [("spoiler", 0, 1)]),
    ('<a href="http://a.ru/?x=1&amp;y=2">x</a>', "x", [("text_link", 0, 1)]),
    ("<a href='tg://user?id=7'>x</a>", "x", [("text_mention", 0, 1)]),
    ("<a>не ссылка</a>", "не ссылка", []),
    ("<blockquote expandable>x</blockquote>", "x", [("expandable_blockquote", 0, 1)]),
    ('<pre><code class="language-py">x</code></pre>', "x", [("pre", 0, 1)]),
    ("1 &lt; 2 &amp;&#33; &copy;", "1 < 2 &! &copy;", []),
    ("<b></b>x", "x", []),
    ("  <b> x </b>\n", "x", [("bold", 0, 1)]),
]


@pytest.mark.parametrize(("source", "text", "entities"), ENTITIES)
def test_html_becomes_text_and_entities(
    source: str, text: str, entities: list[tuple[str, int, int]]
) -> None:
    formatted = text_of(Params({"text": source, "parse_mode": "HTML"}))

    assert formatted.text == text
    found = [(one["type"], one["offset"], one["length"]) for one in formatted.entities]
    assert sorted(found) == sorted(entities)


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("я<q>x</q>", 'Unsupported start tag "q" at byte offset 2'),
        ("<b>я</i>", 'Unmatched end tag at byte offset 5, expected "</b>", found "</i>"'),
        ("a < b", 'Unsupported start tag "" at byte offset 2'),
        ("<b", "Unclosed start tag at byte offset 0"),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<a =x>y</a>", 'Empty attribute name in the tag "a" at byte offset 0'),
        ('<a href="x', "Unclosed start tag at byte offset 0"),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ],
)
def test_malformed_html_is_refused_with_the_place(source: str, said: str) -> None:
    params = Params({"text": source, "parse_mode": "html"})

    with pytest.raises(Refused) as refused:
        text_of(params)

    assert refused.value.description == f"Bad Request: can't parse entities: {said}"


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("*a* _b_ __c__ ~d~ ||e||", "a b c d e", "bold italic underline strikethrough spoiler"),
        ("*a _b_*", "a b", "bold italic"),
        (r"a\.b\*", "a.b*", ""),
        ("`a*b` ```py\nx```", "a*b x", "code pre"),
        (r"[x](http://a.ru/\))", "x", "text_link"),
        (">a\n>b\nc", "a\nb\nc", "blockquote"),
    ],
)
def test_markdown_becomes_text_and_entities(source: str, text: str, entities: str) -> None:
    formatted = text_of(Params({"text": source, "parse_mode": "MarkdownV2"}))

    assert formatted.text == text
    assert " ".join(one["type"] for one in formatted.entities) == entities


@pytest.mark.parametrize(
    ("source", "said"),
    [
        (
            "a.",
            "Character '.' is reserved and must be escaped with the preceding '\\'",
        ),
        ("я *b", "Can't find end of Bold entity at byte offset 3"),
        ("[a](b", "Can't find end of a URL at byte offset 3"),
    ],
)
def test_malformed_markdown_is_refused_with_the_place(source: str, said: str) -> None:
    params = Params({"text": source, "parse_mode": "MarkdownV2"})

    with pytest.raises(Refused) as refused:
        text_of(params)

    assert refused.value.description == f"Bad Request: can't parse entities: {said}"


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("/help и /start@bot", ["bot_command", "bot_command"]),
        ("пишите a@b.ru, см. https://ya.ru/x или ya.ru", ["email", "url", "url"]),
        ("@teacher #важно", ["mention", "hashtag"]),
        ("7/8, 4.25, и/или", []),
    ],
)
def test_some_entities_are_found_by_themselves(text: str, kinds: list[str]) -> None:
    formatted = text_of(Params({"text": text}))

    assert [one["type"] for one in formatted.entities] == kinds


@pytest.mark.parametrize(
    ("params", "said"),
    [
        ({}, "message text is empty"),
        ({"text": ""}, "message text is empty"),
        ({"text": " \n"}, "text must be non-empty"),
        ({"text": "<b> </b>", "parse_mode": "HTML"}, "text must be non-empty"),
        ({"text": "я" * 4097}, "message is too long"),
        ({"text": "😀" * 2049}, "message is too long"),
        ({"text": "x", "parse_mode": "BBCode"}, "unsupported parse_mode"),
        (
            {"text": "x", "entities": [{"type": "bold", "offset": 0, "length": 2}]},
            (
                "entity beginning at UTF-16 offset 0 ends after the end of the text at"
                " UTF-16 offset 1"
            ),
        ),
        (
            {"text": "😀", "entities": '[{"type":"bold","offset":0,"length":1}]'},
            "entity beginning at UTF-16 offset 0 ends in a middle of a UTF-16 symbol",
        ),
    ],
)
def test_a_text_that_telegram_refuses(params: dict[str, object], said: str) -> None:
    with pytest.raises(Refused) as refused:
        text_of(Params(params))

    assert refused.value.description == f"Bad Request: {said}"


def test_length_is_counted_after_the_tags_are_gone() -> None:
    source = "<b>" + "я" * 4096 + "</b>"

    formatted = text_of(Params({"text": source, "parse_mode": "HTML"}))

    assert len(formatted.text) == 4096
