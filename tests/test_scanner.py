"""Reading texts, front matter and Markdown source: what is found, and where it stands."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sitegen.model.text import Expression, Run
from sitegen.problems import Place
from sitegen.reading.frontmatter import FrontMatter, split_front_matter
from sitegen.reading.markers import neutral, neutral_references, substituted
from sitegen.reading.scanner import Token, is_safe, placeholder, scan, tokens
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


def kinds(source: str) -> list[tuple[str, str]]:
    """The tokens that are not plain text, as kind and text."""
    return [(token.kind, token.text) for token in tokens(source) if token.kind != "text"]


def lifted(source: str) -> list[str]:
    """The sources of the expressions that are lifted out of a body."""
    return [expression.source for expression in scan("x.md", source, 1)[0].expressions]


@pytest.mark.parametrize(
    "code",
    [
        "`{{ x }}`",
        "`` ` {{ x }} ``",
        "```\n{{ x }}\n```",
        "~~~ py\n{{ x }}\n~~~",
        "text\n\n    {{ x }}\n",
        "\t{{ x }}",
        "- item\n\n        {{ x }}",
        "[^1]: note\n\n        {{ x }}",
        "> quoted\n>\n>     {{ x }}",
        "# heading\n    {{ x }}",
        "<!-- {{ x }} -->",
        "<!--\n\n{{ x }}\n\n-->",
        "- item\n\n```\n```\n\n    {{ x }}",
        "``` {{ x }} ` a",
    ],
)
def test_code_and_comments_keep_expressions(code: str) -> None:
    """In code and comments two braces are what they are."""
    assert lifted(code) == []


@pytest.mark.parametrize(
    "text",
    [
        "{{ x }}",
        "    text\n\n- item\n\n    {{ x }}",
        "[^1]: note\n\n    {{ x }}",
        "text\n    {{ x }}",
        "`a {{ x }}",
        "\\`{{ x }}\\`",
        "``` {{ x }}",
        "```\n{{ x }}",
        "- `a\n- {{ x }} `",
        "| a |\n|---|---|\n| ` | b |\n| {{ x }} | ` |",
        "{% {{ x }} %}",
        "{# {{ x }} #}",
        "<b title='{{ x }}'>",
        "[{{ x }}](a.md)",
        "<div>\n\n    {{ x }}\n\n</div>",
    ],
)
def test_text_gives_expressions(text: str) -> None:
    """Everywhere else an expression is lifted, in lists, tables, tags and link words too."""
    assert lifted(text) == ["x"]


def test_an_expression_may_hold_everything() -> None:
    """Braces, bars, backticks and quotation marks in a quoted string do not end an expression."""
    assert lifted('| {{ lit("}} | ` \\" \'", "r") }} |') == ['lit("}} | ` \\" \'", "r")']


def test_markdown_holds_placeholders() -> None:
    """Expressions become placeholders in the order of the source, and know where they stand."""
    body, problems = scan("b.md", "one {{ a }}\n\n{{  b  }} `{{ c }}`", 10)
    assert body.markdown == f"one {placeholder(0)}\n\n{placeholder(1)} `{{{{ c }}}}`"
    assert [e.place for e in body.expressions] == [Place("b.md", 10, 8, 1), Place("b.md", 12, 5, 1)]
    assert problems == []


@pytest.mark.parametrize(
    ("source", "target", "words", "image", "column"),
    [
        ("[Seres](../companies/seres.md)", "../companies/seres.md", "Seres", False, 9),
        ('[a](<b c.md> "title")', "b c.md", "a", False, 6),
        ("[a](b(c).md 'title')", "b(c).md", "a", False, 5),
        ("[a](b c.md)", "b c.md", "a", False, 5),
        ("[a `]` b](c.md)", "c.md", "a `]` b", False, 11),
        ("![An M9](m9.jpg)", "m9.jpg", "An M9", True, 10),
        ("[words][r]\n\n[r]: c.md", "c.md", "r", False, 6),
        ("<https://example.org/?a=1>", "https://example.org/?a=1", "https://example.org/?a=1", False, 1),
        ("[[seres]]", "[[seres]]", "", False, 1),
        ("[[brief:first|the first]]", "[[brief:first]]", "the first", False, 1),
        ('<a class="x" href="b.md?c&amp;d">', "b.md?c&d", "", False, 20),
        ('<img src=m9.jpg alt="An M9">', "m9.jpg", "An M9", True, 10),
    ],
)
def test_links(source: str, target: str, words: str, image: bool, column: int) -> None:
    """Every way to write a link gives its target as written, its words and its place."""
    body, problems = scan("b.md", source, 1)
    assert problems == []
    (link,) = body.links
    assert (link.target, link.text, link.image) == (target, words, image)
    assert link.place.column == column


@pytest.mark.parametrize(
    "source", ["`[a](b.md)`", "    [[seres]]", "\\[a](b.md)", "[[^1]]", "a](b.md)", "<!-- [[x]] -->"]
)
def test_no_links(source: str) -> None:
    """Code, comments, escaped brackets and footnotes are no links."""
    assert scan("b.md", source, 1)[0].links == ()


@pytest.mark.parametrize(
    ("source", "code", "column", "length"),
    [
        ("a {{ fig(", "expression-syntax", 3, 2),
        ('a {{ fig("x) }} b', "expression-syntax", 3, 2),
        ("a {{ b\n\n}}", "expression-syntax", 3, 2),
        ("[a]({{ x }})", "expression-in-tag", 5, 7),
        ('<b class="{{ x }}">', "expression-in-tag", 11, 7),
        ("<b {{ x }}>", "expression-in-tag", 4, 7),
        ("![](m9.jpg)", "image-alt", 1, 11),
        ("![ ][r]", "image-alt", 1, 4),
        ("<img src='m9.jpg'>", "image-alt", 1, 18),
        ("[a](javascript:alert(1))", "unsafe-link", 5, 19),
        ("<a href='java\tscript:x'>", "unsafe-link", 10, 13),
        ("<a href='&#106;avascript:x'>", "unsafe-link", 10, 17),
        ("[a]: data:text/html,x", "unsafe-link", 6, 16),
        ("<ftp://example.org>", "unsafe-link", 1, 19),
        ("[a]()", "broken-link", 4, 2),
    ],
)
def test_faults(source: str, code: str, column: int, length: int) -> None:
    """What is wrong in a body is found with its place, and what follows is still read."""
    body, problems = scan("b.md", f"{source}\n\nthen {{{{ y }}}}", 3)
    assert [(p.code, p.place) for p in problems] == [(code, Place("b.md", 3, column, length))]
    assert body.expressions[-1].source == "y"


def test_tokens() -> None:
    """The stream names what every character is, with line and column."""
    assert tokens("Sold 80,000 `x`\n[a](b.md) {{ c }}<br>", 5) == (
        Token("text", "Sold 80,000 ", 5, 1),
        Token("code", "`x`", 5, 13),
        Token("text", "\n[a](", 5, 16),
        Token("target", "b.md", 6, 5),
        Token("text", ") ", 6, 9),
        Token("expression", "{{ c }}", 6, 11),
        Token("html", "<br>", 6, 18),
    )


@given(SOURCES)
@example("")
def test_tokens_are_the_source(source: str) -> None:
    """The texts of the tokens, joined, are the source; each stands where it says."""
    found = tokens(source)
    assert "".join(token.text for token in found) == source
    lines = source.split("\n")
    for token in found:
        rest = "\n".join([lines[token.line - 1][token.column - 1 :], *lines[token.line :]])
        assert rest.startswith(token.text)


@given(SOURCES)
def test_tokens_cannot_be_forged(source: str) -> None:
    """The only placeholders in a body's Markdown are those of its expressions, each once and in order."""
    body, _ = scan("x.md", source, 1)
    found: list[int] = []
    links: list[int] = []

    def keep(numbers: list[int], n: int) -> str:
        numbers.append(n)
        return ""

    rest = substituted(body.markdown, lambda n: keep(found, n), lambda n: keep(links, n))
    assert found == list(range(len(body.expressions)))
    assert links == list(range(len(body.links)))
    assert neutral(rest) == rest


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
