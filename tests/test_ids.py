"""Ids on pages: a heading never doubles one, links to headings lead to them, and an author's own ids are held to."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from sitegen.build import make
from sitegen.problems import Problem, SitegenError
from sitegen.settings import Settings

SITE = Path(__file__).parent / "sites" / "pages"
BRIEF = "---\ntitle: A brief\nsummary: Short.\ndate: 2025-02-01\n---\n\n"
PAGES = {
    "content/index.md": "index.html",
    "content/companies/red.md": "companies/red/index.html",
    "content/rankings/first-quarter.md": "rankings/index.html",
    "content/expansion/red.md": "expansion/red/index.html",
    "content/about.md": "about/index.html",
    "content/briefs/two.md": "briefs/two/index.html",
}
WORDS = (
    "Newest",
    "On charts",
    "Fast Red",
    "Source 1",
    "Chart trips",
    "Ranking published",
    "Sources",
    "Content",
)
ID = re.compile(r'<[a-zA-Z][^<>]*?\sid="([^"]*)"')


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the small site to change."""
    return Path(shutil.copytree(SITE, tmp_path / "site"))


def built(project: Path) -> Mapping[str, bytes]:
    """The site, in memory."""
    return make(Settings(project=project, lenient=True, cache=False), lambda step: None).outputs


def problems(project: Path) -> list[Problem]:
    """What stops the site."""
    with pytest.raises(SitegenError) as caught:
        built(project)
    return list(caught.value.problems)


def add(project: Path, path: str, text: str) -> None:
    """Writes a text below a document."""
    file = project / path
    file.write_text(f"{file.read_text()}\n\n{text}\n" if file.exists() else BRIEF + text)


@pytest.mark.parametrize("path", PAGES)
def test_a_heading_never_doubles_an_id(project: Path, path: str) -> None:
    """Whatever a page uses itself, a heading of these words gets another id, and no id stands twice."""
    add(project, path, "".join(f'## {words}\n\n{{{{ fig("red.trips@2025-01") }}}} trips.\n\n' for words in WORDS))
    page = built(project)[PAGES[path]].decode()
    ids = ID.findall(page)
    assert sorted(ids) == sorted(set(ids))
    headings = dict(reversed(pair) for pair in re.findall(r'<h2 id="([^"]+)">([^<]+)</h2>', page))
    assert set(WORDS) <= set(headings)


def test_a_link_to_a_heading_leads_to_the_heading(project: Path) -> None:
    """From its own text, from another and from the feed, under the id that the heading got."""
    add(project, "content/companies/red.md", "## On charts\n\n[Here](#on-charts).")
    add(project, "content/briefs/two.md", "## Source 1\n\n[Here](#source-1), [there](../companies/red.md#on-charts).")
    outputs = built(project)
    assert '<a href="#text-on-charts">Here</a>' in outputs["companies/red/index.html"].decode()
    brief = outputs["briefs/two/index.html"].decode()
    assert '<h2 id="text-source-1">Source 1</h2>' in brief
    assert '<a href="#text-source-1">Here</a>, <a href="../../companies/red/#text-on-charts">there</a>' in brief
    feed = outputs["feed.xml"].decode()
    assert "briefs/two/#text-source-1" in feed
    assert "companies/red/#text-on-charts" in feed


def test_a_link_may_lead_to_what_the_page_has_itself(project: Path) -> None:
    """Where no heading has the words, the page's own place is meant; the id of a brand always means the brand."""
    add(project, "content/companies/red.md", "## Fast red")
    add(project, "content/briefs/two.md", "[All](../companies/red.md#on-series), [[fast-red]].")
    page = built(project)["briefs/two/index.html"].decode()
    assert '<a href="../../companies/red/#on-series">All</a>' in page
    assert '<a href="../../companies/red/#fast-red">Fast Red</a>' in page


def test_two_headings_that_give_way_do_not_meet(project: Path) -> None:
    """The id that a heading gets instead is taken by no other heading."""
    add(project, "content/briefs/two.md", "## Source 1\n\nA.\n\n## Text source 1\n\nB.\n\n## Source 1\n\nC.")
    ids = re.findall(r'<h2 id="([^"]+)">(?:Text s|S)ource 1', built(project)["briefs/two/index.html"].decode())
    assert len(set(ids)) == 3


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("content/companies/red.md", "## Words {: #on-charts}"),
        ("content/companies/red.md", "Words.\n{: #fast-red}"),
        ("content/briefs/one.md", "## Words {: #source-1}"),
        ("content/briefs/one.md", '<p id="chart-trips">Words.</p>'),
        ("content/index.md", "## Words {: #newest}"),
    ],
)
def test_an_id_that_an_author_gives_is_held_to(project: Path, path: str, text: str) -> None:
    """It is not changed in silence: one that the page has already is an error at its line."""
    add(project, path, text)
    line = (project / path).read_text().rstrip().count("\n") + 1
    [problem] = problems(project)
    assert (problem.code, problem.place.path, problem.place.line) == ("repeated-anchor", path, line)
    assert problem.place.column


def test_ids_of_a_projects_own_templates_count(project: Path) -> None:
    """A heading gives way to an id that the project's template brings."""
    (project / "templates").mkdir()
    theme = Path(__file__).parent.parent / "templates" / "brief.html"
    text = theme.read_text().replace("{% block article %}", '{% block article %}<p id="extra">More</p>', 1)
    (project / "templates" / "brief.html").write_text(text)
    add(project, "content/briefs/two.md", "## Extra\n\nWords.")
    page = built(project)["briefs/two/index.html"].decode()
    assert sorted(re.findall(r'id="([^"]*extra)"', page)) == ["extra", "text-extra"]


def test_a_template_that_doubles_an_id_is_told(project: Path) -> None:
    """The finished page is looked at, so that nothing escapes; the problem is reported at the page's document."""
    (project / "templates").mkdir()
    theme = Path(__file__).parent.parent / "templates" / "page.html"
    text = theme.read_text().replace("{% block article %}", '{% block article %}<p id="a">A</p><p id="a">A</p>', 1)
    (project / "templates" / "page.html").write_text(text)
    [problem] = problems(project)
    assert (problem.code, problem.place.path) == ("repeated-anchor", "content/about.md")
    assert '"a"' in problem.message


def test_regions_of_one_name_are_told_apart(project: Path) -> None:
    """No two regions of a page have one name, whoever named them; a name is never that of a later region."""
    region = '<div role="region" aria-label="{}"></div>'
    named = "".join(map(region.format, ("A &amp; B", "C", "A &amp; B, 2", "A &amp; B", "A &amp; B")))
    template = project / "templates" / "page.html"
    template.parent.mkdir()
    template.write_text('{% extends "base.html" %}{% block article %}' + named + "{% endblock %}")
    page = built(project)["about/index.html"].decode()
    found = re.findall(r'role="region"[^>]* aria-label="([^"]*)"', page)
    assert found == ["A &amp; B", "C", "A &amp; B, 2", "A &amp; B, 3", "A &amp; B, 4"]
