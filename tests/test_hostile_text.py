"""Texts of strangers: no image of another site, nothing unseen, and nothing that borrows the theme to hide a word."""

from __future__ import annotations

import re
from html import unescape

import pytest

from sitegen.problems import Problem
from sitegen.reading.markdown import Naming, read_body, write
from sitegen.reading.schemes import is_elsewhere

IMAGES = [
    "![a](https://example.org/x.png)",
    "![a](HTTPS://example.org/x.png)",
    "![a](//example.org/x.png)",
    "![a](<https://example.org/x.png> 'b')",
    "![a](</\\example.org/x.png>)",
    "![a](<\\\\\\\\example.org/x.png>)",
    "![a][b]\n\n[b]: https://example.org/x.png",
    "![b][]\n\n[b]: https://example.org/x.png",
    "![b]\n\n[b]: https://example.org/x.png",
    "![a][b]\n\n[b]:\n  <https://example.org/x.png>",
    '<img src="https://example.org/x.png" alt="a">',
    "<IMG SRC=https://example.org/x.png ALT=a>",
    '<img alt="a" src=" https://example.org/x.png">',
    '<img alt="a" src="ht\ntps://example.org/x.png">',
    '<img alt="a" src="&#104;ttps://example.org/x.png">',
    '<img alt="a" src="//example.org/x.png">',
    '<img alt="a" src="/&#92;example.org/x.png">',
    '<image src="https://example.org/x.png" alt="a">',
    '<img alt="a" src="x.png" srcset="https://example.org/x.png 2x">',
    '<div>`<img src="https://example.org/x.png" alt="a">`</div>',
    '<div>\n`<img src="https://example.org/x.png" alt="a">`\n</div>',
    '<p>``<img src="https://example.org/x.png" alt="a">``</p>',
    '<div>\n    <img src="https://example.org/x.png" alt="a">\n</div>',
    '<div><!-- `--><img src="https://example.org/x.png" alt="a"><!--` --></div>',
    '<table><tr><td>`<img src="https://example.org/x.png" alt="a">`</td></tr></table>',
    '<details>\n<summary>`</summary>\n<img src="https://example.org/x.png" alt="a">`\n</details>',
    '<pre><img src="https://example.org/x.png" alt="a"></pre>',
    '<code><img src="https://example.org/x.png" alt="a"></code>',
    '- a\n\n      <img src="https://example.org/x.png" alt="a">',
    '> `a\n\n<img src="https://example.org/x.png" alt="a">`',
    "[![a](https://example.org/x.png)](b.md)",
    "# ![a](https://example.org/x.png)",
    "a[^1]\n\n[^1]: ![a](https://example.org/x.png)",
    "| a |\n|---|\n| ![a](https://example.org/x.png) |",
    "![a](https://example.org/{{ fig('a.b@2025') }}.png)",
    "![a](mailto:a@example.org)",
    "![a](data:image/png;base64,AAAA)",
    "![a](ftp://example.org/x.png)",
]
UNSEEN = [
    "a &#1; b",
    "a &#x1; b",
    "a &#xFFFE; b",
    "a &#x202E;b",
    "a &#x202e b",
    "a &#8238; b",
    "a &rlm; b",
    "a &lrm; b",
    "a &ZeroWidthSpace; b",
    "a &NoBreak; b",
    "8&shy;0",
    "<span title='a&#x202E;b'>c</span>",
    "![a&#x200B;b](c.png)",
    "| a |\n|---|\n| &#x2066;b |",
    "# a &#x202E; b",
    "a[^1]\n\n[^1]: b &#x202E;",
    "[a&#x202E;b](c.md)",
    "<b>&#x202E;</b>",
    "a &#x2800; b",
    "a &#xE000; b",
    "a &#x378; b",
    "a&#x301;&#769;&#x301;&#769; b",
    "a\u0301\u0301\u0301&#x301; b",
]
DISGUISED = [
    "[https://bmw.com](https://evil.example)",
    "[www.bmw.com](https://evil.example/x)",
    "[bmw.com](https://evil.example/bmw.com)",
    "[**bmw**.com/news](https://bmw.com.evil.example/)",
    "[see https://bmw.com/de](https://evil.example)",
    "[b&#109;w.com](https://evil.example)",
    "[ｂｍｗ．ｃｏｍ](https://evil.example)",
    "[bmw。com](https://evil.example)",
    "[//bmw.com](https://notbmw.com)",
    "[press@bmw.com](mailto:press@evil.example)",
    "[bmw.com][a]\n\n[a]: https://evil.example",
    '<a href="https://evil.example">“bmw.com”</a>',
    "[BMW.COM:443 →](https://evil.example)",
    "[{{ lit('www.bmw.com', 'a name') }}](https://evil.example)",
    "[bmw.com](https://bmw.com@evil.example)",
    "# [bmw.com](//evil.example)",
    "[here](https://evil.example 'https://bmw.com')",
    "[![bmw.com](a.png)](https://evil.example)",
    "[a <span title='www.bmw.com'>b</span>](https://evil.example)",
    "[![{{ lit('bmw.com', 'a name') }}](a.png)](https://evil.example)",
]
HONEST = [
    "[https://bmw.com/de](https://www.bmw.com/de/index.html)",
    "[press.bmw.com](https://bmw.com/press)",
    "[bmw.com](https://press.bmw.com/)",
    "<https://example.org/a>",
    "[BMW, 2.5 million](https://example.org)",
    "[report.pdf](https://example.org/report.pdf)",
    "[BMW reports e.g. sales](https://example.org)",
    "[Booking.com sells](https://example.org)",
    "[press@bmw.com](mailto:press@bmw.com)",
    "[münchen.example](https://xn--mnchen-3ya.example/)",
    "[bmw.com](../companies/bmw.md)",
    "[No. 5. Then](https://example.org)",
    "`[bmw.com](https://evil.example)`",
]
TRICKS = [
    '<span class="visually-hidden">not</span>',
    '<p class="note">a</p>',
    "<bdo dir='rtl'>54</bdo>",
    '<p dir="rtl">a</p>',
    "<span dir=rtl>54</span>",
    '<span style="display:none">not</span>',
    "<span hidden>not</span>",
    "<rp>not</rp>",
    '<p onclick="x()">a</p>',
    "a\n{: .visually-hidden }",
    "# a {: .visually-hidden }",
    "*a*{: class='visually-hidden' }",
]


def _read(text: str) -> tuple[str, list[Problem]]:
    """The finished HTML of a text and every problem that a check finds in it."""
    body = read_body("a.md", text, 1)
    naming = Naming(href=lambda link: link.target, label=lambda link: link.target, value=lambda expression: "")
    return write(body, naming).filled([""] * len(body.expressions)), list(body.problems)


@pytest.mark.parametrize("text", IMAGES)
def test_no_image_of_another_site_reaches_a_page(text: str) -> None:
    """However it is written, it is an error or stays text, and the HTML of pages and feed has no such image."""
    html, problems = _read(text)
    assert not any(is_elsewhere(unescape(source)) for source in re.findall(r'<img[^>]* src="([^"]*)"', html))
    shown_as_text = "&lt;img" in html or "![" in html
    codes = {problem.code for problem in problems if problem.severity == "error"}
    left_out = any(problem.code == "dropped-tag" for problem in problems)
    assert codes & {"remote-image", "unsafe-link", "expression-in-tag", "broken-link"} or shown_as_text or left_out


@pytest.mark.parametrize("text", UNSEEN)
def test_references_to_unseen_characters_are_errors(text: str) -> None:
    """The place of each is where it is written."""
    _, problems = _read(text)
    found = [problem for problem in problems if problem.code == "control-character"]
    assert found
    assert found[0].place.length > 1


@pytest.mark.parametrize(
    "text", ["W&auml;rme&shy;pumpe", "a&nbsp;b &ndash; c", "`&#x202E;`", "&#x1F469;&#x200D;&#x1F4BB;"]
)
def test_other_references_pass(text: str) -> None:
    """Hard spaces, dashes, soft hyphens in words, emoji of two, and code that shows a reference."""
    assert _read(text)[1] == []


@pytest.mark.parametrize("text", TRICKS)
def test_no_text_borrows_the_theme(text: str) -> None:
    """Classes, directions and styles do not reach the page, and the author is reported so."""
    html, problems = _read(text)
    assert not any(word in html for word in ("class=", "dir=", "style=", "hidden", "<bdo", "<rp", "onclick"))
    assert "dropped-tag" in {problem.code for problem in problems}


def test_what_markdown_itself_writes_stays() -> None:
    """Footnotes and code keep the classes that Markdown gives them."""
    html, problems = _read("a[^1]\n\n[^1]: b\n\n```python\nc\n```\n")
    assert 'class="footnote"' in html
    assert 'class="language-python"' in html
    assert problems == []


@pytest.mark.parametrize("text", DISGUISED)
def test_no_link_shows_an_address_that_it_does_not_lead_to(text: str) -> None:
    """However it is written, and at the place of its target."""
    assert "disguised-link" in {problem.code for problem in _read(text)[1]}


@pytest.mark.parametrize("text", HONEST)
def test_links_that_show_what_they_lead_to_pass(text: str) -> None:
    """A part of the same site, a file, a number and a sentence are no other address."""
    assert "disguised-link" not in {problem.code for problem in _read(text)[1]}
