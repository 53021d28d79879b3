"""The feed of tests/sites/pages, and of the built site."""

from __future__ import annotations

import html
import re
import shutil
from collections.abc import Mapping
from pathlib import Path
from xml.etree import ElementTree as xml

import pytest
from conftest import ROOT, Built
from repository import Repository

from sitegen.build import make
from sitegen.settings import Settings

SITE = Path(__file__).parent / "sites" / "pages"
BASE = "https://example.org/a/b/"
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(scope="module")
def outputs() -> Mapping[str, bytes]:
    """The site, in memory."""
    return built(SITE)


def built(project: Path, base_url: str | None = None) -> Mapping[str, bytes]:
    """A site, in memory."""
    return make(Settings(project=project, lenient=True, base_url=base_url, cache=False), lambda step: None).outputs


def test_the_feed_holds_every_brief_in_full(outputs: Mapping[str, bytes]) -> None:
    """Entries newest first, with days from the briefs, whole URLs, and figures in words."""
    feed = xml.fromstring(outputs["feed.xml"])
    entries = feed.findall(f"{ATOM}entry")
    assert [entry.findtext(f"{ATOM}title") for entry in entries] == ["Red: about 340 trips", "An older one"]
    assert feed.findtext(f"{ATOM}updated") == "2025-04-22T00:00:00Z"
    assert entries[0].findtext(f"{ATOM}published") == "2025-04-20T00:00:00Z"
    assert [c.get("term") for c in entries[0].findall(f"{ATOM}category")] == ["trips", "boats"]
    content = entries[0].findtext(f"{ATOM}content") or ""
    assert "100 trips in January, about 340 in the quarter" in content
    assert f'<a href="{BASE}charts/trips/">Red made about 130 trips in March</a>' in content
    assert f'href="{BASE}briefs/one/#where-100-comes-from"' in content
    assert all(link.startswith(("https:", "mailto:")) for link in re.findall(r'(?:href|src)="([^"]*)"', content))


def test_a_feed_entry_has_all_that_atom_requires(outputs: Mapping[str, bytes]) -> None:
    """Feed and entries have id, title and updated; the feed has an author and a link to itself."""
    feed = xml.fromstring(outputs["feed.xml"])
    for element in (feed, *feed.findall(f"{ATOM}entry")):
        assert all(element.findtext(f"{ATOM}{name}") for name in ("id", "title", "updated"))
    assert feed.find(f"{ATOM}author") is not None
    assert any(link.get("rel") == "self" for link in feed.findall(f"{ATOM}link"))


FEEDS = ("feed.xml", "companies/red/feed.xml", "claims/feed.xml")
ONE, SEVERAL = "id title updated", "link author category"
FOLLOWING = """\
january:
  text: Red made more than 90 trips in January
  by: press
  about: [red]
  check: 'fig("red.trips@2025-01") > 90'
february:
  text: Red made more than 90 trips in February
  by: press
  about: [red]
  check: 'fig("red.trips@2025-02") > 90'
"""
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT00:00:00Z")


@pytest.fixture(scope="module")
def feeds(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    """The site with a claim that holds and one that does not, in memory."""
    project = copied(tmp_path_factory.mktemp("feeds"))
    claims = (
        f"{id}:\n  text: Red made more than {number} trips in January\n  by: echo\n  about: [red]\n"
        f"  check: 'fig(\"red.trips@2025-01\") > {number}'\n"
        for id, number in (("many", 90), ("more", 900))
    )
    (project / "data" / "claims.yaml").write_text("".join(claims))
    return built(project)


@pytest.mark.parametrize("name", FEEDS)
def test_every_feed_is_as_atom_has_it(feeds: Mapping[str, bytes], name: str) -> None:
    """Elements that stand once stand once, moments are moments, ids are URNs, links whole; nothing else is there."""
    feed = xml.fromstring(feeds[name])
    entries = feed.findall(f"{ATOM}entry")
    assert 0 < len(entries) <= 20
    known = f"{ONE} {SEVERAL} subtitle entry published summary content".split()
    for element in (feed, *entries):
        names = [child.tag.removeprefix(ATOM) for child in element]
        assert set(names) <= set(known)
        assert all(names.count(each) == 1 for each in ONE.split())
        assert all(names.count(each) <= 1 for each in ("subtitle", "published", "summary", "content"))
        for each in element.iterfind("./*"):
            if each.tag in (f"{ATOM}updated", f"{ATOM}published"):
                assert MOMENT.fullmatch(each.text or "")
            if each.tag == f"{ATOM}link":
                assert (each.get("href") or "").startswith(BASE)
        assert (element.findtext(f"{ATOM}id") or "").startswith("urn:uuid:")
    days = [entry.findtext(f"{ATOM}updated") or "" for entry in entries]
    assert feed.findtext(f"{ATOM}updated") == max(days)
    mine = [link.get("href") for link in feed.findall(f"{ATOM}link") if link.get("rel") == "self"]
    assert mine == [BASE + name]


def test_no_two_feeds_have_one_id(feeds: Mapping[str, bytes]) -> None:
    """A brief is the same entry in the feed of the site and in that of a company; the feeds are not the same."""
    heads = [xml.fromstring(feeds[name]).findtext(f"{ATOM}id") for name in FEEDS]
    assert len({*heads}) == len(FEEDS)
    site, company = (xml.fromstring(feeds[name]).findall(f"{ATOM}entry/{ATOM}id") for name in FEEDS[:2])
    assert {each.text for each in company} <= {each.text for each in site}


def test_claims_have_their_verdict_in_the_title(feeds: Mapping[str, bytes]) -> None:
    """A reader of the feed sees what the data say of each claim; page and head lead to the feed."""
    titles = [each.text or "" for each in xml.fromstring(feeds["claims/feed.xml"]).iterfind(f"{ATOM}entry/{ATOM}title")]
    assert sorted(titles) == [
        "Contradicted: Red made more than 900 trips in January",
        "Supported: Red made more than 90 trips in January",
    ]
    assert feeds["claims/index.html"].count(b'href="feed.xml"') == 2
    assert feeds["companies/red/index.html"].count(b'href="feed.xml"') == 2


def test_claims_stand_with_their_evidence(feeds: Mapping[str, bytes]) -> None:
    """Each entry says how each reading comes out, what was found, and who says it, with whole links."""
    entries = xml.fromstring(feeds["claims/feed.xml"]).iterfind(f"{ATOM}entry")
    for content in (entry.findtext(f"{ATOM}content") or "" for entry in entries):
        assert re.search(r"<ul><li>Red[^<]*: [^<]*100", content), content
        assert f'<a href="{BASE}sources/' in content


def test_the_day_of_a_claim_follows_its_figures(tmp_path: Path) -> None:
    """A claim is new again on the day on which a figure that it asks for was corrected."""
    made = Repository(tmp_path / "tracker")
    made.write("data/claims.yaml", FOLLOWING.replace("by: press", "by: herald"))
    made.values(
        "2026-01-02", "Begin", "2025-01: {value: 100, source: gazette}", "2025-02: {value: 110, source: gazette}"
    )
    made.values(
        "2026-03-04", "A slip", "2025-01: {value: 120, source: gazette}", "2025-02: {value: 110, source: gazette}"
    )
    feed = xml.fromstring(made.outputs()["claims/feed.xml"])
    days = {entry.findtext(f"{ATOM}title"): entry.findtext(f"{ATOM}updated") for entry in feed.iter(f"{ATOM}entry")}
    assert [day for title, day in days.items() if "January" in (title or "")] == ["2026-03-04T00:00:00Z"]
    assert [day for title, day in days.items() if "February" in (title or "")] < ["2026-03-04"]
    assert feed.findtext(f"{ATOM}updated") == "2026-03-04T00:00:00Z"


def test_ids_of_claims_stay_when_the_site_moves(feeds: Mapping[str, bytes], tmp_path: Path) -> None:
    """They are made of the name of the site and the path on it, not of where it lives."""
    project = copied(tmp_path)
    (project / "data" / "claims.yaml").write_text(FOLLOWING.replace("by: press", "by: echo"))
    here, there = (
        [each.text for each in xml.fromstring(built(project, base)["claims/feed.xml"]).iter(f"{ATOM}id")]
        for base in (BASE, "https://moved.example/x/")
    )
    assert here == there


def ids(outputs: Mapping[str, bytes]) -> list[str | None]:
    """The ids of the feed and of its entries."""
    feed = xml.fromstring(outputs["feed.xml"])
    return [element.findtext(f"{ATOM}id") for element in (feed, *feed.findall(f"{ATOM}entry"))]


def test_ids_of_the_feed_stay_when_the_site_moves(outputs: Mapping[str, bytes]) -> None:
    """Another address changes no id, and no two are the same: a reader sees no old brief as new."""
    assert ids(built(SITE, "https://moved.example/")) == ids(outputs)
    assert len(set(ids(outputs))) == 3
    assert all(str(id).startswith("urn:uuid:") for id in ids(outputs))


def copied(tmp_path: Path) -> Path:
    """A copy of the site to change."""
    return Path(shutil.copytree(SITE, tmp_path / "site"))


def test_the_feed_follows_the_figures(tmp_path: Path) -> None:
    """A source newer than the text, behind a figure of the brief, is the day on which the entry changed."""
    project = copied(tmp_path)
    sources = project / "data" / "sources" / "all.yaml"
    sources.write_text(sources.read_text().replace("echo: {", "echo: {published: 2025-09-03, "))
    feed = xml.fromstring(built(project)["feed.xml"])
    assert [e.findtext(f"{ATOM}updated") for e in feed.findall(f"{ATOM}entry")] == [
        "2025-09-03T00:00:00Z",
        "2025-01-20T00:00:00Z",
    ]
    assert feed.findtext(f"{ATOM}updated") == "2025-09-03T00:00:00Z"


def test_the_feed_holds_the_newest_briefs(tmp_path: Path) -> None:
    """It does not grow without end: of 22 briefs the newest 20 are in it."""
    project = copied(tmp_path)
    for day in range(1, 21):
        text = f"---\ntitle: Short {chr(64 + day)}\nsummary: Short.\ndate: 2025-02-{day:02}\n---\n\nNothing.\n"
        (project / f"content/briefs/x{day}.md").write_text(text)
    feed = xml.fromstring(built(project)["feed.xml"])
    days = [entry.findtext(f"{ATOM}published") for entry in feed.findall(f"{ATOM}entry")]
    assert (len(days), days[-1]) == (20, "2025-02-02T00:00:00Z")


KINDS = {
    "[[fast-red]]": "Fast Red",
    "[[brief:two]]": "An older one",
    "[[page:about]]": "About",
    "[[ranking:published]]": "The Gazette's list",
    "[[chart:trips]]": "Red made about 130 trips in March",
    "[[expansion:red]]": "Red Line abroad",
    "[[series:red.trips]]": "Red Line trips",
    "[[source:gazette]]": "Harbour Gazette",
    "[[capability:electric]]": "Electric boats",
    "[[claim:many]]": "“Red made more than 90 trips in January”",
}


@pytest.mark.parametrize("where", ["briefs/two/index.html", "feed.xml"])
def test_links_are_called_by_names(tmp_path: Path, where: str) -> None:
    """A `[[…]]` link of any kind prints the name of what it leads to, on the page and in the feed alike."""
    project = copied(tmp_path)
    (project / "data" / "claims.yaml").write_text(
        "many:\n  text: Red made more than 90 trips in January\n  by: echo\n"
        "  check: 'fig(\"red.trips@2025-01\") > 90'\n"
    )
    (project / "content" / "briefs" / "two.md").write_text(
        "---\ntitle: An older one\nsummary: Short.\ndate: 2025-01-20\n---\n\n" + "\n\n".join(KINDS) + "\n"
    )
    text = built(project)[where].decode()
    if where == "feed.xml":
        entries = xml.fromstring(text).findall(f"{ATOM}entry")
        text = entries[1].findtext(f"{ATOM}content") or ""
    found = [html.unescape(re.sub(r"<[^>]*>", "", name)) for name in re.findall(r"<p><a [^>]*>(.*?)</a></p>", text)]
    assert found == list(KINDS.values())


def test_every_link_of_the_real_feed_has_a_name(site: Built) -> None:
    """No link into the site is called by an id, with its kind or without, unless an author wrote that word."""
    written = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "content" / "briefs").glob("*.md"))
    base = "https://example.org/some/path/"
    feed = xml.parse(site.folder / "feed.xml")
    found = 0
    for content in feed.iter(f"{ATOM}content"):
        for href, name in re.findall(rf'<a href="{base}([^"]+)"[^>]*>(.*?)</a>', content.text or "", re.S):
            found += 1
            id = href.partition("#")[2] or href.rstrip("/").rpartition("/")[2]
            words = html.unescape(re.sub(r"<[^>]*>", "", name))
            assert words.rpartition(":")[2] != id or f"[{words}](" in written, (href, words)
    assert found > 20


def test_a_table_in_a_brief_is_a_link_to_its_page(tmp_path: Path) -> None:
    """What a reader of feeds cannot show leads to the page that shows it."""
    project = tmp_path / "project"
    shutil.copytree(SITE, project)
    brief = project / "content" / "briefs" / "one.md"
    brief.write_text(brief.read_text("utf-8") + '\n{{ table("capabilities") }}\n', encoding="utf-8")
    content = xml.fromstring(built(project)["feed.xml"]).findtext(f"{ATOM}entry/{ATOM}content") or ""
    assert f'<p><a href="{BASE}capabilities/">Capabilities</a></p>' in content
