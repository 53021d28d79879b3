"""Slips in the templates of a project, told in words for one who does not program, before a page is made."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from sitegen.kinds import KINDS
from sitegen.overrides.blocks import template_faults
from sitegen.overrides.bounds import Endless
from sitegen.pages.view import fields
from sitegen.problems import Problem
from sitegen.templates import Templates, template_problem
from sitegen.theme import EXTENDED, ours
from sitegen.words import Locale

assert KINDS  # what templates see is known once they are loaded
OURS = {file.name: file.read_text(encoding="utf-8") for file in sorted(ours().glob("*.html"))}
TEXTS = OURS | {EXTENDED + name: text for name, text in OURS.items()}
HEAD = '{% extends "theme/brief.html" %}\n{% block article %}\n'


def _told(text: str, name: str = "brief.html") -> Iterator[Problem]:
    return template_faults(f"templates/{name}", text, TEXTS, fields())


@pytest.mark.parametrize(
    ("slip", "message", "hint"),
    [
        ("{% if view.title %\n<p>x</p>\n{% endif %}", "{% is opened here and not closed", "write {% if view.title %}"),
        ("{{ view.title }</p>", "{{ is opened here and not closed", "write {{ view.title }}"),
        ("{{ view.title </p>", "{{ is opened here and not closed", "write {{ view.title }}"),
        ("{{ view.title %}</p>", "{{ is opened here and not closed", "write {{ view.title }}"),
        ("{% if view.title %}x{% endif }", "{% is opened here and not closed", "write {% endif %}"),
        ("{# the head }\n<p>x</p>", "{# is opened here and not closed", "write {# the head #}"),
        ("{% if view.title = 'x' %}y{% endif %}", "one = compares nothing", "write == to compare"),
        ("{{ say('brief.draft) }}", "a quote is opened and not closed", "close it with another one"),
        ("{{ view.summmary }}", "the view of brief.html has no field summmary", "did you mean view.summary?"),
        ("{{ summary }}", 'there is nothing called "summary" here', "write view.summary"),
        ("{{ veiw.summary }}", 'there is nothing called "veiw" here', 'did you mean "view"?'),
        ("{{ view.title | uper }}", 'there is no filter "uper"', 'did you mean "upper"?'),
        ("{ view.title }", "these braces stand on the page as they are", "write {{ view.title }}"),
        ("{ { view.title } }", "these braces stand on the page as they are", "write {{ view.title }}"),
        ('<p class="x>y</p>\n<p class="z">', "a quote is opened here and not closed, so that it takes", "close it"),
    ],
)
def test_a_slip_in_a_template_is_told_with_what_to_write(slip: str, message: str, hint: str) -> None:
    """Of tags, quotes, fields, names and filters, each at the line where it stands."""
    (problem,) = _told(f"{HEAD}{slip}\n{{% endblock %}}\n")
    assert (problem.place.line, problem.code, problem.hint) == (3, "template-error", hint)
    assert message in problem.message


@pytest.mark.parametrize(
    "asked",
    [
        *("'x' * 10 ** 9", "view.title * 10 ** 9", "9 ** (9 ** 9)", "2 ** view.title", "(1,) * view.title"),
        *("'x' | center(10 ** 9)", "view.title | indent(width=99999)", "view.title.ljust(5000 * 5000)"),
        *("[1] | batch(9999999)", "'%1000000d' % 1", "'%-1000000d' | format(1)", "'{:>1000000}'.format(view.title)"),
    ],
)
def test_nothing_is_as_long_as_a_large_number_says(asked: str) -> None:
    """Texts and lists that Jinja would make at once, before anybody could count them."""
    (problem,) = _told(f"{HEAD}{{{{ ({asked}) | length if view.title else '' }}}}{{% endblock %}}")
    assert (problem.place.line, problem.hint) == (3, "write a number, and a smaller one")
    assert "as long as a number says" in problem.message


@pytest.mark.parametrize(
    "fine", ["'=' * 40", "2 ** 10", "view.title | center(60)", "'%05.1f' % 1", "9 * 1000000", "'{:>12}'.format('x')"]
)
def test_what_is_as_long_as_a_line_is_written(fine: str) -> None:
    """Widths and powers that people mean."""
    assert list(_told(f"{HEAD}{{{{ {fine} }}}}{{% endblock %}}")) == []


def test_a_template_that_works_without_end_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    """At its line, once for all pages of a build: loops in loops, and macros that call themselves twice."""
    monkeypatch.setattr("sitegen.overrides.bounds.SECONDS", 0.2)
    again = (
        "{% macro twice(n) %}{% if n %}{{ twice(n - 1) }}{{ twice(n - 1) }}{% endif %}{% endmacro %}\n{{ twice(60) }}"
    )
    texts = {"own.html": again, "other.html": "x"}
    templates = Templates(texts, Locale())
    for name in texts:
        with pytest.raises(Endless) as found:
            templates.write(name)
        assert template_problem(found.value, name, texts).place.path == "templates/own.html"
    templates.late = None
    assert templates.write("other.html") == "x"


def test_a_field_like_no_other_is_told_with_all_that_there_are() -> None:
    """A list of them stands in the hint."""
    (problem,) = _told(HEAD + "{{ view.nothing }}{% endblock %}")
    assert problem.hint.startswith("its fields are: aged, authors, body,")


@pytest.mark.parametrize("name", OURS)
def test_nothing_is_wrong_with_the_theme(name: str) -> None:
    """Each of its templates asks for what there is, closes its quotes, and gives itself its names."""
    assert list(_told(OURS[name], name)) == []


@pytest.mark.parametrize(
    "right",
    [
        "{% if view.nothing is defined %}x{% endif %}{{ view.other | default('') }}",
        "{% set mine = 1 %}{{ mine }}{% macro cell(x) %}{{ x }}{% endmacro %}{{ cell(1) }}",
        "{% from 'parts.html' import cards as boxes %}{{ boxes([]) }}{{ namespace(a=1).a }}",
        "{% for view in [1] %}{{ view.nothing }}{% endfor %}",
        "<p title=\"it's\" data-x='a \"b\"'>don't {{ '}' }}</p><script type='text/x'>a<b { view.title } \"x</script>",
        "{% raw %}{ view.title } {{ view.nothing }}{% endraw %}",
        "{% if view.tags %}<div>{% else %}<div class='x'>{% endif %}x</div>{% if view.tags %}<b>x</b>{% endif %}",
        "{% if view.tags %}<div>{% endif %}x{% if view.tags %}</div>{% endif %}<p>x<ul><li>x<li>y</ul><img src='x'>",
        "{% for x in [1] %}{% if not loop.first %}</div>{% endif %}<div>{% endfor %}</div>",
        "<p {% if view.tags %}class='a'>{% else %}>{% endif %}<svg><path d='M0 0'/></svg><!-- <div> -->",
        "<img src='data:image/png;base64,AA'><img src='{{ view.image }}'><script src='{{ layout.home }}x.js'></script>",
        "{% set mark %}<b>{% endset %}<form action='../'></form><a href='https://example.org/'>x</a>",
    ],
)
def test_what_is_right_is_not_told(right: str) -> None:
    """What may lack, what a template names itself, quotes in texts, scripts, and what Jinja does not read."""
    assert list(_told(f"{HEAD}{right}\n{{% endblock %}}\n")) == []


def test_an_own_part_may_be_given_anything() -> None:
    """Whoever includes a template that takes the place of none decides what it sees."""
    assert list(_told("{{ mine }}{{ view.nothing }}", "own.html")) == []


def test_a_part_that_others_include_may_be_half_of_an_element() -> None:
    """It is read where it is included, and what stands around it closes it."""
    texts = {"top.html": "<main><div>", "own.html": '{% include "top.html" %}</div></main>'}
    for name, text in texts.items():
        assert list(template_faults(f"templates/{name}", text, TEXTS | texts, {})) == []
    (problem,) = template_faults("templates/own.html", texts["own.html"] + "</div>", TEXTS | texts, {})
    assert problem.message == "</div> closes nothing"


def test_a_frame_of_its_own_says_what_its_pages_may_load() -> None:
    """Scripts, images and frames of others are told of only where the policy of the page forbids them."""
    allowed = "script-src 'self' 'unsafe-inline'; img-src *; frame-src https://film.example; default-src 'self'"
    frame = f'<meta http-equiv="Content-Security-Policy" content="{allowed}">{{% block article %}}{{% endblock %}}'
    asked = (
        '{% extends "base.html" %}{% block article %}<script>x()</script><img src="https://a.example/b.png">'
        '<iframe src="https://film.example/a"></iframe><iframe src="https://other.example/a"></iframe>{% endblock %}'
    )
    (problem,) = template_faults("templates/own.html", asked, TEXTS | {"base.html": frame}, {})
    assert "for pages forbid frames" in problem.message
    assert problem.place.column == asked.index('src="https://other') + 1
