"""The preview law: the blocks of a page are those that GitHub shows, or the difference is reported at its line."""

from __future__ import annotations

import resource
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.reading.markdown import dialect, read_body
from sitegen.reading.markdown.preview.github import github_html
from sitegen.reading.markdown.preview.outline import outline, shape

SAME = [
    "para\n\n4. mill\n5. hall",
    "2025. Then",
    "1. a\n2. b\n\n- c\n- d",
    "~~struck~~ and **bold**",
    "a \\\nb  \nc",
    "text\n---\n\nmore\n===\n\nlast",
    "- a\n\n\n- b",
    "- a\n\n    para",
    "- a\n    - b\n        - c",
    "- a\nlazy",
    "> a\nlazy",
    "> - b\n>\n> c",
    "a[^1] b[^1] c[^2]\n\n[^2]: n\n    m\n\n    k\n[^1]: z",
    "HTML\n\n*[HTML]: Hyper *text*",
    "## H {: #x }\n\npara\n{: .y }",
    "    code\n\nx\n    y",
    "***\n\na\n***\nb",
    "text\n# h\ntext",
    "text\n> q",
    "| a |\n|---|\n| b |\n\na | b\n--|--\n1 | 2",
    "| a | b |\n|---|---|\n| 1 |",
    "x\n```\ncode\n```\ny",
    "&amp; &copy; 1986\\. A \\* \\~",
    "[x]: y.md\n[a][x] ![a](b.png)",
    "<!-- c -->\n\n<b>x</b> a<br>b",
    "<details>\n<summary>S</summary>\ntext\n</details>",
    "{{ fig(\"a.b@2025\") | plain }} and [[a|b]]\n\n| a | b |\n|---|---|\n| {{ x | y }} | [[a|b]] |",
    "第一行\n第二行",
    "",
]  # fmt: skip


@pytest.mark.parametrize("markdown", SAME)
def test_the_same_blocks_are_no_problem(markdown: str) -> None:
    """What both show alike is not reported, though one marks it in another way."""
    assert [p.message for p in read_body("b.md", markdown, 1).problems if p.code == "other-in-preview"] == []


@pytest.mark.parametrize(
    ("markdown", "line", "says", "fix"),
    [
        ("text\n- a\n- b", 2, "a list here", "leave an empty line above the list"),
        ("text\n1. a\n2. b", 2, "a list here", "leave an empty line above the list"),
        ("The members are\n- 5 of them\n", 2, "a list here", "leave an empty line above the list"),
        ("text\n\n> more\n> - a", 4, "a list here", "leave an empty line above the list"),
        ("text\n| a | b |\n|---|---|\n| 1 | 2 |", 1, "a table here", "leave an empty line above the table"),
        ("- a\n  - b\n  - c", 2, "one level deeper", "by four spaces"),
        ("1. a\n   - b", 2, "one level deeper", "by four spaces"),
        ("x\n\n- a\n\n  para", 5, "another way", "an empty line above"),
        ("| a | b |\n|---|---|\n| 1 | 2 |\n| 1 | 2 | 3 |", 4, "more cells", "add a cell to the head"),
        ("- a\n\n    ```py\n    x\n    ```\n\n- b", 3, "a block of code", "in the first column"),
        ("- a\n  ```\n  x\n  ```", 2, "a block of code", "in the first column"),
        ("```\nnever closed", 1, "all from here on as code", "close the code"),
        ("1) a\n2) b", 1, "a list here", 'write "1."'),
        ("#1 in the country", 1, "a heading here", "\\#"),
        ("* a\n- b", 1, "other lists", "the same mark"),
        ("<div>\none\n\ntwo\n</div>", 1, "reads HTML alone", "no empty line"),
        ("<p>x</p>\n<hr>\nof \\*", 3, "a part of", "an empty line below <hr>"),
        ("<details>\n\n- a\n- b\n\n**c**\n\n</details>", 1, "reads HTML alone", "<li>"),
        ("a ~word~ b", 1, 'page prints "~"', "~~words~~ for struck words"),
        ("one\n\n**中文。**后", 3, 'GitHub prints "*"', "punctuation behind it"),
        ("| a |\n|---|\n| **b.**c |", 3, 'GitHub prints "*"', "punctuation behind it"),
        ("a\n\n```py title=b\nx\n```\n\nc", 3, "words stand behind the language", "the language alone"),
        ("| a |\n|---|\n| `b | c` |", 3, "ends a cell", "write \\|"),
        ("{{ a\n}}\n\ntext\n- a", 5, "a list here", "leave an empty line above the list"),
    ],
)
def test_a_difference_is_reported_at_its_line(markdown: str, line: int, says: str, fix: str) -> None:
    """Each difference is one problem where GitHub's preview parts from the page, with what to write instead."""
    (problem,) = [p for p in read_body("b.md", markdown, 1).problems if p.code == "other-in-preview"]
    assert (problem.place.line, problem.severity) == (line, "warning")
    assert says in problem.message
    assert fix in problem.hint


@pytest.mark.parametrize("blocks", [["text\n- a", "- b\n  - c", "#1 d", "| e | f |\n|---|---|\n| 1 | 2 | 3 |"]])
def test_every_passage_that_differs_is_reported(blocks: list[str]) -> None:
    """Several differences in one text are several problems, each at its own line."""
    text = "\n\nWords between.\n\n".join(blocks)
    lines = [p.place.line for p in read_body("b.md", text, 1).problems if p.code == "other-in-preview"]
    assert lines == [2, 7, 11, 17]


@pytest.mark.parametrize(
    ("markdown", "says"),
    [
        ("> [!NOTE]\n> a", "a coloured note of GitHub or Obsidian"),
        ("!!! note\n\n    a", "a note of MkDocs"),
        ("- [ ] a", "a box to tick"),
        ("::: tip\na\n:::", "a box of another program"),
        ("a {% include %} b", "a tag of Jekyll, Eleventy or Jinja"),
        ("a {# hidden #} b", "a comment of Jinja"),
        ("to :rocket: now", "the name of a picture"),
        ("where $x^2$ holds", "a formula of another program"),
        ("a ==b== c", "marked words of Obsidian"),
        ("see www.example.org now", "an address that is no link on the page"),
        ("a | b\n---|---|---\n1 | 2", "the line of a table that is none"),
        ("text [b]{.a} c", "words with a class of Pandoc"),
        ("-\u00a0a\n-\u00a0b", "- and a space of another kind begin no list"),
        ("import { A, b } from './a';", "an import of MDX"),
        ("text {: .a }", "an id or class that belongs to nothing"),
    ],
)
def test_marks_of_other_programs_are_reported(markdown: str, says: str) -> None:
    """What would be printed as it stands is named, but not in code."""
    found = read_body("b.md", markdown, 1).problems
    assert next(p.message for p in found if p.code == "foreign-mark").startswith(says)
    fenced = read_body("b.md", f"```\n{markdown}\n```\n\n`{markdown.splitlines()[0]}`", 1)
    assert [p for p in fenced.problems if p.code == "foreign-mark"] == []


def test_a_line_under_a_sentence_is_reported() -> None:
    """Three hyphens under a sentence make a heading of it and are reported; under a title, or apart, they are fine."""
    found = read_body("b.md", "It *ends* here.\n---\n\nAn end.\n\n---\n\nTitle\n---\n\n## No.\n", 1).problems
    assert [(p.code, p.place.line, p.place.column) for p in found] == [("heading-by-line", 1, 1)]


@pytest.mark.parametrize("text", ["12:30:45", "ratios a:b:c", "<https://a.org/:b:>", "[a](https://b.org)", "1 == 2"])
def test_harmless_signs_are_no_marks(text: str) -> None:
    """Times, ratios and linked addresses are what they are."""
    assert [p for p in read_body("b.md", text, 1).problems if p.code == "foreign-mark"] == []


_MARKS = [*"`\\[]()!<>&~*_^: \n", "word", "x;", "http://a.example", "~~", "\n\n"]
_TEXTS = st.lists(st.sampled_from(_MARKS)).map("".join)


@given(_TEXTS)
def test_a_conversion_tries_every_pattern_that_can_find_something(source: str) -> None:
    """The same HTML comes out when every inline pattern is tried."""
    converted = dialect.to_html(source)
    with patch.dict(dialect._SIGNS, clear=True):
        assert dialect.to_html(source) == converted


_TAGS = [f"<{sign}{tag}>" for tag in ("p", "ul", "li", "ol", "em", "tbody", "td") for sign in ("", "/")] + [
    "<br>",
    "<hr>",
]
_PIECES = st.lists(st.sampled_from([*_TAGS, '<ol start="4">', "one", "two", " ", "\n", "&amp;", "…"]), max_size=12)


@given(_PIECES, st.lists(st.tuples(st.integers(0, 12), st.sampled_from([*_TAGS, " ", "\n", "…"])), max_size=3))
def test_pages_of_one_shape_have_one_outline(pieces: list[str], more: list[tuple[int, str]]) -> None:
    """Where the quick comparison finds no difference, the outlines have none."""
    other = list(pieces)
    for at, piece in more:
        other.insert(at, piece)
    one, two = "".join(pieces), "".join(other)
    assert len(shape(one)) == len(outline(one))
    if shape(one) == shape(two):
        assert [entry.key for entry in outline(one)] == [entry.key for entry in outline(two)]


def test_memory_does_not_grow_with_the_number_of_texts() -> None:
    """What GitHub's converter makes of a text is given back, which its wrapper for Python alone does not do."""
    text = "- a\n" * 2000
    github_html(text)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for _ in range(100):
        github_html(text)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 20_000  # kilobytes
