"""Reading texts and front matter, and lifting expressions out of Markdown: what is found, and where it stands."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sitegen.model.basics.text import Expression, Run
from sitegen.problems import Place
from sitegen.reading.frontmatter import FrontMatter, split_front_matter
from sitegen.reading.markdown.lift import lift
from sitegen.reading.markdown.preview.marks import mark, neutral, neutral_references, parted
from sitegen.reading.schemes import is_safe
from sitegen.reading.texts import read_text

PIECES = st.sampled_from(
    [
        "`", "``", "```", "~~~", "{{", "}}", "{{x}}", '"', "'", "\\", "|", "[", "]", "(", ")", "](a.md)", "![a](b.png)",
        "[[seres]]", "<a>", "</a>", '<b title="{{y}}">', "<div>", "</div>", "<!--", "-->", ">", "<", "&#x10FFF0;", "- ",
        "1. ", "# ", "*", "_", "text", "80,000", " ", "    ", "\t", "\n", "\n\n", "{: .c }", "[^1]", "[^1]:", "[r]: ",
        "{%", "{#", "\U0010fff0\U0010ff00\U0010fff1", "\0", "\r",
    ]
)  # fmt: skip
SOURCES = st.lists(PIECES, max_size=40).map("".join)


@given(SOURCES)
@example("")
def test_marks_cannot_be_forged(source: str) -> None:
    """The only marks in the Markdown are those of what was lifted, each once and in order, and nothing is lost."""
    lifted = lift("x.md", source, 1)
    pieces = list(parted(lifted.marked))
    assert [piece for piece in pieces if isinstance(piece, int)] == list(range(len(lifted.lifted)))
    restored = (lifted.lifted[piece].source if isinstance(piece, int) else piece for piece in pieces)
    assert "".join(restored) == neutral(source.replace("\r", "\n"))


@given(SOURCES)
def test_every_character_knows_where_it_stood(source: str) -> None:
    """An offset in the marked text leads to the same character of the source."""
    lifted = lift("x.md", source, 1)
    at = 0
    for piece in parted(lifted.marked):
        if isinstance(piece, int):
            assert lifted.unmarked(at) == lifted.lifted[piece].start
            at += len(mark(piece))
        else:
            assert all(neutral(lifted.raw[lifted.unmarked(at + n)]) == piece[n] for n in range(len(piece)))
            at += len(piece)


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("a {{ b }} c", [("expression", "{{ b }}")]),
        ('{{ "}} [[a]]" }}', [("expression", '{{ "}} [[a]]" }}')]),
        ("{{ a\nb }}", [("expression", "{{ a\nb }}")]),
        ("{{ a\n\nb }}", [("opening", "{{"), ("closing", "}}")]),
        ("[[a]] [[b|c {{ d }}]]", [("wiki", "[[a]]"), ("wiki", "[[b|c {{ d }}]]")]),
        ("[[a\n\nb]] [[^1]] [[a](b)](c) [[d]](e)", []),
        ("\\[[a]] \\{{ b \\}}", []),
        ("\\\\[[a]]", [("wiki", "[[a]]")]),
        ("`{{ a }}`", [("expression", "{{ a }}")]),
    ],
)
def test_what_is_lifted(source: str, found: list[tuple[str, str]]) -> None:
    """Expressions and links of two brackets, wherever they stand: none in another, none across an empty line."""
    assert [(lifted.kind, lifted.source) for lifted in lift("x.md", source, 1).lifted] == found


@given(st.integers(0x10FE00, 0x10FFFF), st.sampled_from(["&#{};", "&#x{:x};", "&#X000{:X}", "&#0{} "]))
def test_character_references_cannot_forge(character: int, reference: str) -> None:
    """A reference to a character that tokens are made of does not survive, any other does."""
    written = reference.format(character)
    reserved = character >= 0x10FF00
    assert (neutral_references(written) != written) == reserved


@pytest.mark.parametrize(
    ("target", "safe"),
    [
        ("../a.md", True), ("#id", True), ("https://x.org", True), ("MAILTO:a@b.c", True), ("a/b:c.md", True),
        ("javascript:x", False), (" java\nscript:x", False), ("\x01javascript:x", False), ("data:x", False),
        ("vbscript:x", False), ("file:///etc", False), ("ftp://x", False),
    ],
)  # fmt: skip
def test_schemes(target: str, safe: bool) -> None:
    """Targets are read as browsers read them."""
    assert is_safe(target) is safe


def test_texts() -> None:
    """A text of the data is split into literal pieces and expressions with places."""
    text, problems = read_text('AITO: {{ fig("}}") }}, {% x %}', Place("d.yaml", 4, 11))
    assert text.parts == ("AITO: ", Expression('fig("}}")', Place("d.yaml")), ", {% x %}")
    assert text.expressions[0].place == Place("d.yaml", 4, 20, 9)
    assert problems == []


def test_texts_of_several_lines() -> None:
    """On later lines of a YAML block a place is counted from the block's indentation."""
    place = Place("d.yaml", 4, 3)
    text, _ = read_text("one\n{{ x }}", place, [Run(0, place), Run(4, Place("d.yaml", 5, 3))])
    assert text.expressions[0].place == Place("d.yaml", 5, 6, 1)


def test_texts_with_an_open_expression() -> None:
    """An expression that does not end is one Problem, and the text stays literal."""
    text, problems = read_text("a {{ b", Place("d.yaml", 4, 11))
    assert text.parts == ("a {{ b",)
    assert [(p.code, p.place) for p in problems] == [("expression-syntax", Place("d.yaml", 4, 13, 2))]


@given(SOURCES)
def test_texts_lose_nothing(source: str) -> None:
    """Literal pieces hold the text between the expressions, whatever it is."""
    text, _ = read_text(source, Place("d.yaml"))
    literal = [part for part in text.parts if isinstance(part, str)]
    at = 0
    for part in literal:
        at = source.index(part, at) + len(part)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("---\ntitle: x\n---\nBody\n", FrontMatter("title: x\n", 2, "Body\n", 4)),
        ("\ufeff---\r\ntitle: x\r\n---\r\n\r\nBody", FrontMatter("title: x\n", 2, "\nBody", 4)),
        ("---\n---\n", FrontMatter("", 2, "", 3)),
        ("---\na: b\n---", FrontMatter("a: b\n", 2, "", 4)),
        ("Body\n\n---\n\nmore", FrontMatter("", 1, "Body\n\n---\n\nmore", 1)),
        ("", FrontMatter("", 1, "", 1)),
    ],
)
def test_front_matter(text: str, expected: FrontMatter) -> None:
    """A file is split at the lines of three hyphens; a file without front matter is all body."""
    assert split_front_matter("b.md", text) == (expected, [])


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [("---\ntitle: x\n", 1, "does not end"), ("\n\n---\ntitle: x\n---\n", 3, "not at the top")],
)
def test_front_matter_problems(text: str, line: int, message: str) -> None:
    """Front matter that does not end, or does not begin the file, is a Problem."""
    _, (problem,) = split_front_matter("b.md", text)
    assert problem.code == "front-matter"
    assert problem.place == Place("b.md", line, 1, 3)
    assert message in problem.message
