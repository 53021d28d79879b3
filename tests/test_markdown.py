"""From Markdown to one tree, and from the tree to safe HTML with slots."""

from __future__ import annotations

import re
from html import escape
from html.parser import HTMLParser
from itertools import product

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sitegen.model.body import Body
from sitegen.problems import Place
from sitegen.reading.markdown import BLANK, Heading, Naming, Places, Written, passages, read_body, write
from sitegen.reading.markdown.dialect import _converter, to_html

HREFS = {"../companies/seres.md": "../../companies/seres/", "[[seres]]": "../../companies/seres/", "m9.jpg": "m9.jpg"}
NAMING = Naming(
    href=lambda link: HREFS.get(link.target, link.target),
    label=lambda link: link.target.strip("[]"),
    value=lambda expression: f"value {expression.source}",
)


def body_of(markdown: str) -> Body:
    """The Markdown as the body of a brief."""
    return read_body("b.md", markdown, 1)


def written(markdown: str, naming: Naming = NAMING) -> Written:
    """The Markdown written as HTML with slots."""
    return write(body_of(markdown), naming)


def html(markdown: str) -> str:
    """The finished HTML; a slot is filled with where it stands and its expression, `prose:x`."""
    found = written(markdown)
    return found.filled([f"{slot.where}:{slot.expression.source}" for slot in found.slots]).strip()


def lifted(markdown: str) -> list[str]:
    """The sources of the expressions that are computed."""
    return [expression.source for expression in body_of(markdown).expressions]


def problems(markdown: str, *codes: str) -> list[tuple[str, int, int, int]]:
    """Code, line, column and length of the problems of a body, or of those of some codes."""
    found = [problem for problem in body_of(markdown).problems if not codes or problem.code in codes]
    return [(p.code, p.place.line, p.place.column, p.place.length) for p in found]


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("a {{ x }} *b*", "<p>a prose:x <em>b</em></p>"),
        ("**{{ x }}** _{{ y }}_", "<p><strong>prose:x</strong> <em>prose:y</em></p>"),
        ("[a {{ x }}](../companies/seres.md)", '<p><a href="../../companies/seres/">a inline:x</a></p>'),
        ("![a {{ x }}](m9.jpg 't {{ y }}')", '<p><img alt="a text:x" src="m9.jpg" title="t text:y"></p>'),
        ("[[seres]]", '<p><a href="../../companies/seres/">seres</a></p>'),
        ("[[seres|the maker]]", '<p><a href="../../companies/seres/">the maker</a></p>'),
        ("[[seres|the\nmaker of {{ x }}]]", '<p><a href="../../companies/seres/">the\nmaker of inline:x</a></p>'),
        ("<https://a.org/?b&c>", '<p><a href="https://a.org/?b&amp;c">https://a.org/?b&amp;c</a></p>'),
        ("[a][r]\n\n[r]: ../companies/seres.md", '<p><a href="../../companies/seres/">a</a></p>'),
        ("`{{ x }}` [a](b_c_d.md)", '<p><code>{{ x }}</code> <a href="b_c_d.md">a</a></p>'),
        ("```py\na < {{ x }}\n```", '<pre tabindex="0"><code class="language-py">a &lt; {{ x }}\n</code></pre>'),
        ("<b title='{{ x }}' onclick='y' style='z'>a</b>", '<p><b title="text:x">a</b></p>'),
        ("<div>\n{{ x }} [[seres]]\n</div>", '<div>\nprose:x <a href="../../companies/seres/">seres</a>\n</div>'),
        ("a<script>b</script>", "<p>a</p>"),
        ("word {: .c }\n{: #i .d title=x onclick=y }", '<p id="i">word {: .c }</p>'),
        ("NEV\n\n*[NEV]: new {{ x }}", '<p><abbr title="new text:x">NEV</abbr></p>'),
        ("*[0]: zero\n\n{{ x }}", "<p>prose:x</p>"),
        ("<a@b.org>", '<p><a href="mailto:a@b.org">a@b.org</a></p>'),
        ("[a](javascript:b)", "<p><a>a</a></p>"),
        ("\U0010fff0\U0010ff00\U0010fff1 {{ x }} &#x10FFF0;", "<p>\ufffd\ufffd\ufffd prose:x \ufffd</p>"),
        ("~~struck~~ ~~ not ~~", "<p><del>struck</del> ~~ not ~~</p>"),
        ("one\\\ntwo \\~ \\< \\$", "<p>one<br>\ntwo ~ &lt; $</p>"),
        ("4. mill\n5. hall\n\n- a", '<ol start="4">\n<li>mill</li>\n<li>hall</li>\n</ol>\n<ul>\n<li>a</li>\n</ul>'),
        ("赛力斯\n**销量**\n增长\n2025", "<p>赛力斯<strong>销量</strong>增长\n2025</p>"),
        ("    赛\n    力", '<pre tabindex="0"><code>赛\n力\n</code></pre>'),
    ],
)
def test_html(markdown: str, expected: str) -> None:
    """Markdown and raw HTML become clean HTML; every slot knows what it stands in."""
    assert html(markdown) == expected


def test_tables() -> None:
    """A table scrolls in a named region; alignment is a class; a bar in an expression is no border."""
    assert html('# Sales\n\n| a | b |\n|---|--:|\n| {{ fig("x") | plain }} | 1 |').partition("</h2>\n")[2] == (
        '<div class="table-scroll" role="region" tabindex="0" aria-label="Sales"><table>\n<thead>\n<tr>\n'
        '<th scope="col">a</th>\n<th class="align-right" scope="col">b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n'
        '<td>prose:fig("x") | plain</td>\n<td class="align-right">1</td>\n</tr>\n</tbody>\n</table></div>'
    )


def test_a_bar_in_code_in_a_table_has_no_backslash() -> None:
    """As on GitHub; outside of a table the backslash is code."""
    assert "<td><code>b | c</code></td>" in html("| a |\n|---|\n| `b \\| c` |")
    assert html("`b \\| c`") == "<p><code>b \\| c</code></p>"


def test_headings() -> None:
    """Ids come from the words with the values in them, are unique, and give way to the author's own."""
    found = written("## A {{ x }} <b>b</b>\n\n### C & d {: #own }\n\n## A value x b\n\n## 赛力斯\n\n## …")
    assert found.headings == (
        Heading(2, "a-value-x-b", "A value x b", "a-value-x-b"),
        Heading(3, "own", "C & d", "own"),
        Heading(2, "a-value-x-b_1", "A value x b", "a-value-x-b_1"),
        Heading(2, "赛力斯", "赛力斯", "赛力斯"),
        Heading(2, "section", "…", "section"),
    )
    assert re.findall(r'<h\d id="([^"]*)"', found.filled([""])) == [heading.id for heading in found.headings]


def test_headings_go_one_level_down() -> None:
    """A body that begins with level 1 is moved down as a whole, for the page's title is level 1."""
    assert [heading.level for heading in written("# A\n\n## B\n\n###### C").headings] == [2, 3, 6]
    assert [heading.level for heading in written("## A\n\n### B").headings] == [2, 3]


def test_a_heading_gives_way_to_an_id_of_the_page() -> None:
    """Where something else on the page has its id, a heading gets another one."""
    naming = Naming(href=NAMING.href, label=NAMING.label, value=NAMING.value, taken=lambda id: id == "claims")
    assert [heading.id for heading in written("## Claims\n\n## More", naming).headings] == ["text-claims", "more"]


def test_footnotes() -> None:
    """A footnote's values stand where the note stands, and notes are numbered as they are referred to."""
    found = html("a[^1] {{ x }}[^b]\n\n[^b]: other\n[^1]: note {{ y }}")
    assert '<a class="footnote-ref" href="#fn:1">1</a></sup> prose:x' in found
    assert "<p>note prose:y" in found
    assert body_of("a[^1]\n\n[^1]: b").links == ()


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ('{{ chart("x") }}', 'prose:chart("x")'),
        ('{{ chart("x") }}\n{{ table("y") }}', 'prose:chart("x")\nprose:table("y")'),
        ('{{ chart("x") }}\n{: #i }', '<div id="i">prose:chart("x")</div>'),
        ('- {{ ranking("x") }}', '<ul>\n<li>prose:ranking("x")</li>\n</ul>'),
        ('<figure>\n{{ chart("x") }}\n</figure>', '<figure>\nprose:chart("x")\n</figure>'),
    ],
)
def test_charts_stand_by_themselves(markdown: str, expected: str) -> None:
    """A chart, ranking or table that fills a paragraph takes its place."""
    assert html(markdown) == expected
    assert problems(markdown) == []


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
        "> quoted\n>\n>     {{ x }}",
        "# heading\n\n    {{ x }}",
        "<!-- {{ x }} -->",
        "<!--\n\n{{ x }}\n\n-->",
        "<code>{{ x }}</code>",
        "\\{{ x \\}}",
    ],
)
def test_code_and_comments_keep_expressions(code: str) -> None:
    """In code and comments, and behind a backslash, two braces are what they are, and no mistake."""
    assert lifted(code) == []
    assert problems(code, "expression-syntax", "expression-in-tag") == []


@pytest.mark.parametrize(
    "text",
    [
        "{{ x }}",
        "text\n    {{ x }}",
        "`a {{ x }}",
        "\\`{{ x }}\\`",
        "- `a\n- {{ x }} `",
        "| a | b |\n|---|---|\n| ` | c |\n| {{ x }} | ` |",
        "{% {{ x }} %}",
        "<b title='{{ x }}'>a</b>",
        "[{{ x }}](a.md)",
        "<div>\n\n    {{ x }}\n\n</div>",
        "[[seres|{{ x }}]]",
        "![{{ x }}](a.png)",
        "a[^1]\n\n[^1]: {{ x }}",
        "<!-->{{ x }}-->",
    ],
)
def test_text_gives_expressions(text: str) -> None:
    """Everywhere else an expression is computed, in lists, tables, tags and link words too."""
    assert lifted(text) == ["x"]


def test_an_expression_may_hold_everything() -> None:
    """Braces, bars, brackets, backticks and quotation marks in a quoted string do not end an expression."""
    assert lifted('| {{ lit("}} | ` [[a]] \\" \'", "r") }} |') == ['lit("}} | ` [[a]] \\" \'", "r")']


def test_expressions_know_their_places() -> None:
    """Each stands where it begins behind its braces, also on later lines and in the words of a link."""
    body = read_body("b.md", "one {{ a }}\n\n{{  b  }} [[seres|x {{ c }}]]", 10)
    assert [e.place for e in body.expressions] == [
        Place("b.md", 10, 8, 1),
        Place("b.md", 12, 5, 1),
        Place("b.md", 12, 24, 1),
    ]


@pytest.mark.parametrize(
    "text", ["<math><![a](b.png)", "<![CDATA[a]]> b", "<![", "a <![if x]> b", "<![x[y", "<![endif]-->"]
)
def test_marks_of_sgml_are_read_as_comments(text: str) -> None:
    """As browsers read them, whatever name they have."""
    assert {problem.code for problem in body_of(text).problems} <= {"dropped-tag", "image-alt", "other-in-preview"}


@pytest.mark.parametrize(
    ("source", "target", "image", "column"),
    [
        ("[Seres](../companies/seres.md)", "../companies/seres.md", False, 9),
        ('[a](<b c.md> "title")', "b c.md", False, 6),
        ("[a](b(c).md 'title')", "b(c).md", False, 5),
        ("[a `]` b](c.md)", "c.md", False, 11),
        ("`(c.md)` [a](c.md)", "c.md", False, 3),  # the first that reads so
        ("![An M9](m9.jpg)", "m9.jpg", True, 10),
        ("[words][r]\n\n[r]: c.md", "c.md", False, 6),
        ("<https://example.org/?a=1>", "https://example.org/?a=1", False, 2),
        ("[[seres]]", "[[seres]]", False, 1),
        ("[[brief:first|the first]]", "[[brief:first]]", False, 1),
        ('<a class="x" href="b.md?c&amp;d">e</a>', "b.md?c&d", False, 20),
        ('<img src=m9.jpg alt="An M9">', "m9.jpg", True, 10),
    ],
)
def test_links(source: str, target: str, image: bool, column: int) -> None:
    """Every way to write a link gives its target as written and its place."""
    (link,) = body_of(source).links
    assert (link.target, link.image) == (target, image)
    assert link.place.column == column


@pytest.mark.parametrize("source", ["`[a](b.md)`", "    [[seres]]", "\\[a](b.md)", "a](b.md)", "<!-- [[x]] -->"])
def test_no_links(source: str) -> None:
    """What reads like a link in code, comments and behind a backslash is none."""
    assert body_of(source).links == ()


@pytest.mark.parametrize(
    ("source", "code", "column", "length"),
    [
        ("a {{ fig(", "expression-syntax", 3, 2),
        ('a {{ fig("x) }} b', "expression-syntax", 3, 2),
        ("a {{ b\n\n}}", "expression-syntax", 3, 2),
        ("a }} b", "expression-syntax", 3, 2),
        ("[a]({{ x }})", "expression-in-tag", 5, 7),
        ('<b class="{{ x }}">a</b>', "expression-in-tag", 11, 7),
        ("<b {{ x }}>a</b>", "expression-in-tag", 4, 7),
        ("a\n{: #{{x}} }", "expression-in-tag", 5, 5),
        ("<script>{{ x }}</script>", "expression-in-tag", 9, 7),
        ('a {{ chart("x") }}', "expression-value", 6, 10),
        ('**{{ chart("x") }}**', "expression-value", 6, 10),
        ('# {{ chart("x") }}', "expression-value", 6, 10),
        ('| a | b |\n|---|---|\n| {{ chart("x") }} | c |', "expression-value", 6, 10),
        ('- a {{ chart("x") }}\n- b', "expression-value", 8, 10),
        ('- {{ fig("x") }} {{ chart("x") }}', "expression-value", 21, 10),
        ('<details><summary>a</summary>{{ chart("x") }} *b*</details>', "expression-value", 33, 10),
        ("a[^x]\n\n[^x]: b\n[^x]: c", "repeated-id", 2, 2),
        ("[a][x]\n\n[x]: /b\n\n[X ]: /c", "repeated-id", 2, 2),
        ("ab\n\n*[ab]: one\n*[ab]: two", "repeated-id", 3, 2),
        ("![](m9.jpg)", "image-alt", 5, 6),
        ("<img src='m9.jpg'>", "image-alt", 11, 6),
        ("<img src='//a.org/x.png'>", "image-alt", 11, 13),
        ("![](https://a.org/x.png)", "image-alt", 5, 19),
        ("<img src='javascript:x'> [a](b)", "image-alt", 11, 12),
        ("[a](javascript:alert(1))", "unsafe-link", 5, 19),
        ("<a href='java\tscript:x'>a</a>", "unsafe-link", 10, 13),
        ("<a href='&#106;avascript:x'>a</a>", "unsafe-link", 10, 17),
        ("<ftp://example.org>", "unsafe-link", 2, 17),
        ("[a]()", "broken-link", 4, 2),
        ("[a](https://)", "broken-link", 5, 8),
        ("a <b>c", "unclosed-tag", 3, 2),
        ("## A {.b}", "dropped-tag", 6, 4),
        ("ab\n\n*[ab]: one\n*[AB]: two", "unused-footnote", 3, 2),
        ("`<foo>` b <foo>a</foo>", "dropped-tag", 11, 4),
        ("a[^x]", "undefined-reference", 4, 1),
        ("`[a][x]` [a][x]", "undefined-reference", 14, 1),
        ("## A {: #x }\n\n<b id=x>b</b>", "repeated-anchor", 7, 1),
        ("> [!NOTE]\n> a", "foreign-mark", 3, 7),
        ("see https://a.org/b.", "foreign-mark", 5, 15),
    ],
)
def test_faults(source: str, code: str, column: int, length: int) -> None:
    """What is wrong in a body is found with its place, and what follows is still read."""
    text = f"{source}\n\nthen {{{{ y }}}}"
    assert (code, column, length) in [(p.code, p.place.column, p.place.length) for p in body_of(text).problems]
    assert body_of(text).expressions[-1].source == "y"


@pytest.mark.parametrize(
    "source",
    [
        '- {{ chart("x") }}\n- b {{ claim("y") }}',
        '- a\n\n    {{ chart("x") }}\n\n    b',
        '<details><summary>a</summary>{{ chart("x") }}</details>',
        "[a][x] b[^x]\n\n[x]: https://example.org/\n\n[^x]: c\n\n```\n[x]: /d\n[^x]: e\n```",
        "ab AB\n\n*[ab]: one\n*[AB]: two",
    ],
)
def test_no_faults(source: str) -> None:
    """A chart alone in an item, a label of two kinds, one that stands in code too, and abbreviations by capitals."""
    assert body_of(source).problems == ()


def test_labels() -> None:
    """The words of a wiki link, where it has none, are asked for."""
    naming = Naming(href=lambda link: "x/", label=lambda link: f"<{link.target}>", value=NAMING.value)
    found = written("## [[seres]]\n\n[[brief:a-b]]", naming)
    assert '<a href="x/">&lt;[[seres]]&gt;</a>' in found.filled([])
    assert found.headings[0].text == "<[[seres]]>"


def test_ids_of_an_author_are_places_to_link_to() -> None:
    """An id that an author gives a paragraph is named beside those of headings."""
    found = written("## One\n\nWords.\n{: #here}\n")
    assert found.ids == ("here",)
    assert [heading.id for heading in found.headings] == ["one"]


class Reader(HTMLParser):
    """What a browser would make of HTML: its tags, its attributes and its text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[tuple[str, str]] = set()
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Notes a tag and its attributes."""
        self.tags.add(tag)
        self.attributes.update((name, value or "") for name, value in attrs)

    def handle_data(self, data: str) -> None:
        """Notes text."""
        self.text += data


PIECES = st.sampled_from(
    [
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg onload=x>", '"><b onclick=x>',
        "javascript:x", "[a](javascript:x)", "<a href='javascript:x'>", "<a href='data:x'>", "<style>*{}</style>",
        "<iframe src=x>", "{{ x }}", '{{ lit("<b>", "r") }}', "{: onclick=x style=y #i }", "`", "```\n", "\n\n", "\n",
        "    ", "# ", "- ", "| a |\n|--:|\n| ", "[[<b>]]", "[[a|<script>]]", "&lt;script&gt;", "&#60;script&#62;",
        "<!--", "-->", "<math><mi//xlink:href=x>", "[^1]", "\n[^1]: ", "\n*[a]: ", "*", "_", "[", "](", ")", "<div>",
        "</div>", "<p title='{{ y }}'>", "'", '"', ">", "<", "\\", "&", "\x02", "\x03", "klzzwxh:0001", "{{", "}}",
        "\U0010fff0\U0010ff00\U0010fff1", "&#x10FFF0;&#x10FF00;&#x10FFF1;", "80,000", "word", "1. ", "~~",
        "[[a|{{ z }}]]", "赛力斯\n", "\t", "![a](b.png)", "{%", "{#", "\0", "\r", '{{ chart("c") }}', "<ol start=7>",
        "<td>", "<!-->", "½",
    ]
)  # fmt: skip
SOURCES = st.lists(PIECES, max_size=25).map("".join)
ALLOWED = {"alt", "aria-label", "class", "href", "id", "role", "scope", "src", "start", "tabindex", "title"}


@given(SOURCES)
@example("<!-->{{ x }}-->")
@example("")
@example("*<script>alert(1)</script>**<script>alert(1)</script>*{{")
def test_no_text_reaches_html_unescaped(markdown: str) -> None:
    """Whatever stands in a body, in the words of links and in the values of expressions: nothing of it runs.

    Where the converter loses the half of a mark, as it does behind `*a**b*`, an error keeps the page from being made.
    """
    evil = '"><script>x</script>'
    naming = Naming(href=lambda link: "/'\"><script>", label=lambda link: evil, value=lambda expression: evil)
    found = written(markdown, naming)
    page = Reader(found.filled([escape(evil)] * len(found.slots)))
    assert page.tags.isdisjoint({"script", "style", "iframe", "svg", "math", "object", "form", "h1"})
    assert {name for name, _ in page.attributes} <= ALLOWED
    assert not any("script:" in value for name, value in page.attributes if name in ("href", "src"))
    stopped = any(problem.severity == "error" for problem in body_of(markdown).problems)
    assert stopped or not re.search("[\U0010ff00-\U0010ffff]", page.text)


@given(SOURCES)
def test_every_expression_is_shown_or_told(markdown: str) -> None:
    """An expression has a slot, or stands as written in code or a comment, or is a Problem: it never vanishes."""
    body = body_of(markdown)
    shown = len(body.expressions) + sum(p.code.startswith("expression") for p in body.problems)
    text = Reader(write(body, NAMING).filled(["" for _ in body.expressions])).text
    assert shown or "{{ x }}" not in markdown or "{{ x }}" in text or "<!--" in markdown or body.tree == ()


FOOTNOTES = re.compile(r"<a [^<>]*footnote-(?:ref|backref)[^<>]*>.*?</a>", re.DOTALL)


@given(SOURCES)
def test_the_passages_are_the_text_of_the_page(markdown: str) -> None:
    """What the lints read is, letter for letter, what stands on the page, but for numbers of footnotes."""
    body = body_of(markdown)
    naming = Naming(href=NAMING.href, label=lambda link: BLANK, value=NAMING.value)
    found = write(body, naming)
    page = found.filled(["" if slot.where == "text" else BLANK for slot in found.slots])
    shown = "".join(passage.shown for passage in passages(body) if not passage.attribute)
    assert "".join(shown.split()) == "".join(Reader(FOOTNOTES.sub("", page)).text.split())


@given(SOURCES)
def test_every_passage_has_a_place(markdown: str) -> None:
    """Every letter of every passage has a place on a line of the text."""
    body = body_of(markdown)
    places = Places("b.md", body)
    lines = markdown.replace("\r", "\n").count("\n") + 1
    for passage in passages(body):
        for start in range(0, len(passage.shown), 3):
            assert 1 <= places.place(passage, start, 2).line <= lines


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("## Written in C#", "Written in C#"),
        ("## F# and C##", "F# and C##"),
        ("## Closed ##", "Closed"),
        ("## Closed by more ####  ", "Closed by more"),
        ("## Escaped \\#", "Escaped #"),
    ],
)
def test_a_heading_keeps_the_signs_that_belong_to_its_words(markdown: str, text: str) -> None:
    """Signs close a heading only behind a space, as GitHub reads them."""
    assert read_body("b.md", markdown, 1).problems == ()
    assert [heading.text for heading in written(markdown).headings] == [text]


def test_a_text_leaves_nothing_behind_for_the_next() -> None:
    """One Python-Markdown reads all texts: footnotes, abbreviations, references and open signs end with their text."""
    texts = (
        "A note[^1] and a [link][there], by the WHO, *open.\n\n[^1]: Of this.\n\n[there]: https://example.org"
        "\n\n*[WHO]: W",
        "The same words[^1] and a [link][there], by the WHO, *open.",
        "**bold _and~~ `open <div>\n\n```\ncode",
        "> - a\n>   1. b\n\n| a | b |\n|---|---|\n| `c\\|d` | e |",
    )
    alone = {}
    for text in texts:
        _converter.cache_clear()
        alone[text] = to_html(text)
    for first, second in product(texts, repeat=2):
        assert [to_html(first), to_html(second)] == [alone[first], alone[second]]
