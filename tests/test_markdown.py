"""From Markdown to safe HTML with slots."""

from __future__ import annotations

import re
from html import escape
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.markdown import Converted, Heading, check_body, convert, fill
from sitegen.model.words import Link
from sitegen.reading.scanner import scan

HREFS = {"../companies/seres.md": "../../companies/seres/", "[[seres]]": "../../companies/seres/", "m9.jpg": "m9.jpg"}


def href(link: Link) -> str:
    """The href of a link of these tests; any other target goes where it says."""
    return HREFS.get(link.target, link.target)


def label(link: Link) -> str:
    """The words of a `[[…]]` link of these tests: what stands in its brackets."""
    return link.target.strip("[]")


def converted(markdown: str) -> Converted:
    """The Markdown converted; the text of expression n is "value n"."""
    body, _ = scan("content/briefs/x.md", markdown, 1)
    return convert(body, [f"value {n}" for n in range(len(body.expressions))], href, label)


def html(markdown: str) -> str:
    """The finished HTML; a slot is filled with where it stands and its expression's number, `prose:0`."""
    found = converted(markdown)
    return fill(found, [f"{slot.where}:{slot.number}" for slot in found.slots])


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("a {{ x }} *b*", "<p>a prose:0 <em>b</em></p>"),
        ("**{{ x }}** _{{ y }}_", "<p><strong>prose:0</strong> <em>prose:1</em></p>"),
        ("[a {{ x }}](../companies/seres.md)", '<p><a href="../../companies/seres/">a inline:0</a></p>'),
        ("![a {{ x }}](m9.jpg 't {{ y }}')", '<p><img alt="a text:0" src="m9.jpg" title="t text:1"></p>'),
        ("[[seres]]", '<p><a href="../../companies/seres/">seres</a></p>'),
        ("[[seres|the maker]]", '<p><a href="../../companies/seres/">the maker</a></p>'),
        ("<https://a.org/?b&c>", '<p><a href="https://a.org/?b&amp;c">https://a.org/?b&amp;c</a></p>'),
        ("[a][r]\n\n[r]: ../companies/seres.md", '<p><a href="../../companies/seres/">a</a></p>'),
        ("`{{ x }}` [a](b_c_d.md)", '<p><code>{{ x }}</code> <a href="b_c_d.md">a</a></p>'),
        ("```py\na < {{ x }}\n```", '<pre tabindex="0"><code class="language-py">a &lt; {{ x }}\n</code></pre>'),
        ("<b title='{{ x }}' onclick='y' style='z'>a</b>", '<p><b title="text:0">a</b></p>'),
        ("<div>\n{{ x }} [[seres]]\n</div>", '<div>\nprose:0 <a href="../../companies/seres/">seres</a>\n</div>'),
        ("a<script>b</script>", "<p>a</p>"),
        ("word {: .c }\n{: #i .d title=x onclick=y }", '<p id="i">word {: .c }</p>'),
        ("NEV\n\n*[NEV]: new {{ x }}", '<p><abbr title="new text:0">NEV</abbr></p>'),
        ("*[0]: zero\n\n{{ x }}", "<p>prose:0</p>"),
        ("<a@b.org>", '<p><a href="mailto:a@b.org">a@b.org</a></p>'),
        ("[a](javascript:b)", "<p><a>a</a></p>"),
        ("\U0010fff0\U0010ff00\U0010fff1 {{ x }} &#x10FFF0;", "<p>\ufffd\ufffd\ufffd prose:0 \ufffd</p>"),
    ],
)
def test_html(markdown: str, expected: str) -> None:
    """Markdown and raw HTML become clean HTML; every slot knows what it stands in."""
    assert html(markdown).strip() == expected


def test_tables() -> None:
    """A table scrolls in a named region; alignment is a class; a bar in an expression is no border."""
    assert html('# Sales\n\n| a | b |\n|---|--:|\n| {{ fig("x") | plain }} | 1 |').partition("</h2>\n")[2] == (
        '<div class="table-scroll" role="region" tabindex="0" aria-label="Table 1: Sales"><table>\n<thead>\n<tr>\n'
        '<th scope="col">a</th>\n<th class="align-right" scope="col">b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n'
        '<td>prose:0</td>\n<td class="align-right">1</td>\n</tr>\n</tbody>\n</table></div>'
    )


def test_headings() -> None:
    """Ids come from the words with the values in them, are unique, and give way to the author's own."""
    found = converted("## A {{ x }} <b>b</b>\n\n### C & d {: #own }\n\n## A value 0 b\n\n## 赛力斯\n\n## …")
    assert found.headings == (
        Heading(2, "a-value-0-b", "A value 0 b"),
        Heading(3, "own", "C & d"),
        Heading(2, "a-value-0-b_1", "A value 0 b"),
        Heading(2, "赛力斯", "赛力斯"),
        Heading(2, "section", "…"),
    )
    assert re.findall(r'<h\d id="([^"]*)"', found.html) == [heading.id for heading in found.headings]


def test_headings_go_one_level_down() -> None:
    """A body that begins with level 1 is moved down as a whole, for the page's title is level 1."""
    assert [heading.level for heading in converted("# A\n\n## B\n\n###### C").headings] == [2, 3, 6]
    assert [heading.level for heading in converted("## A\n\n### B").headings] == [2, 3]


def test_footnotes() -> None:
    """A footnote's values stand where the note stands."""
    found = html("a[^1] {{ x }}\n\n[^1]: note {{ y }}")
    assert '<a class="footnote-ref" href="#fn:1">1</a></sup> prose:0' in found
    assert "<p>note prose:1" in found


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ('{{ chart("x") }}', "prose:0"),
        ('{{ chart("x") }}\n{{ table("y") }}', "prose:0\nprose:1"),
        ('{{ chart("x") }}\n{: #i }', '<div id="i">prose:0</div>'),
        ('- {{ ranking("x") }}', "<ul>\n<li>prose:0</li>\n</ul>"),
        ('<figure>\n{{ chart("x") }}\n</figure>', "<figure>\nprose:0\n</figure>"),
    ],
)
def test_charts_stand_by_themselves(markdown: str, expected: str) -> None:
    """A chart, ranking or table that fills a paragraph takes its place."""
    assert html(markdown).strip() == expected
    assert converted(markdown).problems == ()


@pytest.mark.parametrize(
    ("markdown", "code", "column"),
    [
        ('a {{ chart("x") }}', "expression-value", 6),
        ('**{{ chart("x") }}**', "expression-value", 6),
        ('# {{ chart("x") }}', "expression-value", 6),
        ('| a |\n|---|\n| {{ chart("x") }} |', "expression-value", 6),
        ("a\n{: #{{x}} }", "expression-in-tag", 7),
        ("a[^{{x}}]\n\n[^{{x}}]: b", "expression-in-tag", 5),
        ("<script>{{ x }}</script>", "expression-in-tag", 12),
    ],
)
def test_wrong_places(markdown: str, code: str, column: int) -> None:
    """An expression where it cannot stand is a Problem at its place; a chart needs a paragraph of its own."""
    body, problems = scan("b.md", markdown, 1)
    assert problems == []
    found = check_body(body, "b.md")
    assert found[0].code == code
    assert found[0].place.column == column


def test_labels() -> None:
    """The words of a wiki link, where it has none, are asked for."""
    body, _ = scan("b.md", "## [[seres]]\n\n[[brief:a-b]]", 1)
    found = convert(body, [], lambda link: "x/", lambda link: f"<{link.target}>")
    assert '<a href="x/">&lt;[[seres]]&gt;</a>' in found.html
    assert found.headings[0].text == "<[[seres]]>"


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


EVIL = st.sampled_from(
    [
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg onload=x>", '"><b onclick=x>',
        "javascript:x", "[a](javascript:x)", "<a href='javascript:x'>", "<a href='data:x'>", "<style>*{}</style>",
        "<iframe src=x>", "{{ x }}", '{{ lit("<b>", "r") }}', "{: onclick=x style=y #i }", "`", "```\n", "\n\n", "\n",
        "    ", "# ", "- ", "| a |\n|--:|\n| ", "[[<b>]]", "[[a|<script>]]", "&lt;script&gt;", "&#60;script&#62;",
        "<!--", "-->", "<math><mi//xlink:href=x>", "[^1]", "\n[^1]: ", "\n*[a]: ", "*", "_", "[", "](", ")", "<div>",
        "</div>", "<p title='{{ y }}'>", "'", '"', ">", "<", "\\", "&", "\x02", "\x03", "klzzwxh:0001",
        "\U0010fff0\U0010ff00\U0010fff1", "&#x10FFF0;&#x10FF00;&#x10FFF1;",
    ]
)  # fmt: skip
ALLOWED = {"alt", "aria-label", "class", "href", "id", "role", "scope", "src", "tabindex", "title"}


@given(st.lists(EVIL, max_size=25).map("".join))
def test_no_text_reaches_html_unescaped(markdown: str) -> None:
    """Whatever stands in a body, in the words of links and in the values of expressions: nothing of it runs."""
    body, _ = scan("b.md", markdown, 1)
    evil = '"><script>x</script>'
    found = convert(body, [evil] * len(body.expressions), lambda link: "/'\"><script>", lambda link: evil)
    page = Reader(fill(found, [escape(evil)] * len(found.slots)))
    assert page.tags.isdisjoint({"script", "style", "iframe", "svg", "math", "object", "form", "h1"})
    assert {name for name, _ in page.attributes} <= ALLOWED
    assert not any("script:" in value for name, value in page.attributes if name in ("href", "src"))
    assert not re.search("[\U0010ff00-\U0010ffff]", page.text)


@given(st.lists(EVIL, max_size=25).map("".join))
def test_every_expression_is_shown_or_told(markdown: str) -> None:
    """An expression has a slot, or stands as written in code, or is a Problem: it never vanishes."""
    body, _ = scan("b.md", markdown, 1)
    found = convert(body, ["value"] * len(body.expressions), href, label)
    shown = {slot.number for slot in found.slots}
    told = {problem.place for problem in found.problems}
    text = Reader(found.html).text
    for n, expression in enumerate(body.expressions):
        assert n in shown or expression.place in told or expression.source in text


def test_ids_of_an_author_are_places_to_link_to() -> None:
    """An id that an author gives a paragraph is told beside those of headings."""
    body, problems = scan("content/x.md", "## One\n\nWords.\n{: #here}\n", 1)
    assert problems == []
    converted = convert(body, (), href, label)
    assert converted.ids == ("here",)
    assert [heading.id for heading in converted.headings] == ["one"]
