"""Slips in the templates of a project, told in words for one who does not program, before a page is made."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from sitegen.kinds import KINDS
from sitegen.overrides.blocks import template_faults
from sitegen.pages.view import fields
from sitegen.problems import Problem
from sitegen.theme import EXTENDED, ours

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
        "<p title=\"it's\" data-x='a \"b\"'>don't {{ '}' }}</p><script>if (a < b) { view.title } \"x</script>",
        "{% raw %}{ view.title } {{ view.nothing }}{% endraw %}",
    ],
)
def test_what_is_right_is_not_told(right: str) -> None:
    """What may lack, what a template names itself, quotes in texts, scripts, and what Jinja does not read."""
    assert list(_told(f"{HEAD}{right}\n{{% endblock %}}\n")) == []


def test_an_own_part_may_be_given_anything() -> None:
    """Whoever includes a template that takes the place of none decides what it sees."""
    assert list(_told("{{ mine }}{{ view.nothing }}", "own.html")) == []
