"""Places on the built site: wherever one is printed, it says no more than `rank()` knows."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from xml.etree.ElementTree import Element

import pytest
from built import tree
from conftest import ROOT, Built

from sitegen.figures import Figures, Rank, rank
from sitegen.kinds import KINDS
from sitegen.load import load
from sitegen.model.ranking import Ranking
from sitegen.model.tracker import Tracker

PLACED = re.compile(
    r"\b(comes?|came|ranks?|ranked|stands?|stood|is|was|ends?|finish(es|ed)|climbed|fell|rose|the|in|to|at) (the )?"
    r"(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|\d+(st|nd|rd|th))\b"
    r"(?! (quarter|half|months?|weeks?|years?|time|known|two|three|four|five|ten)\b)"
    r"|\b(leads|leading|best-selling|number one|no\. 1|top)\b",
    re.IGNORECASE,
)


@cache
def tracked() -> tuple[Tracker, Figures]:
    """The data of this repository."""
    tracker = load(ROOT, KINDS)
    return tracker, Figures(tracker)


def words(element: Element) -> str:
    """The text of an element with all that is in it."""
    return " ".join("".join(element.itertext()).split())


def of_class(root: Element, name: str, tag: str = "*") -> Iterator[Element]:
    """The elements that have a class."""
    return (found for found in root.iter(None if tag == "*" else tag) if name in found.get("class", "").split())


def known(ranking: Ranking, member: str) -> Rank:
    """What `rank()` knows of a member; of a name in a published table, the table's own place."""
    found = rank(tracked()[1], ranking, member)
    if found is None and ranking.table is not None:
        [place] = [row.rank for row in ranking.table.rows if row.name == member]
        return Rank(position=place, first=place, last=place)
    assert found is not None, f"{member} has a place in {ranking.id} and no value"
    return found


def marks(site: Built) -> Iterator[tuple[str, Element]]:
    """Every place on every page: the page and the place."""
    for page in site.pages:
        file = site.folder / page / "index.html" if page.endswith("/") or not page else site.folder / page
        yield from ((page, place) for place in tree(file).iter() if "data-member" in place.attrib)


def test_no_place_says_more_than_rank(site: Built) -> None:
    """Each place has the span that `rank()` gives, and prints it among those with a value, in a ring if it is wider."""
    rankings, count, open_places = tracked()[0].rankings, 0, 0
    for page, place in marks(site):
        found = known(rankings[place.attrib["data-ranking"]], place.attrib["data-member"])
        where = f"{page}: {place.attrib}"
        assert (place.get("data-first"), place.get("data-last")) == (str(found.first), str(found.last)), where
        among = found.among
        assert ("open" in place.attrib["class"].split()) == (among.first < among.last), where
        assert (place.text or "").removeprefix("=") == among.span, where
        assert among.span == found.span or len(found.absent) == found.last - among.last, where
        count, open_places = count + 1, open_places + (among.first < among.last)
    assert count > open_places > 50


def test_a_family_shows_a_period_with_more_places_than_gaps(site: Built) -> None:
    """The list of rankings shows the latest period of which we know more than we miss; the others are linked."""
    shown = next(iter(of_class(tree(site.folder / "rankings" / "index.html"), "ranked")))
    for family in shown:
        places = [found.attrib["data-ranking"] for found in family.iter("data") if "data-ranking" in found.attrib]
        ranking = tracked()[0].rankings[places[0]]
        ranks = [rank(tracked()[1], ranking, entity) for entity, _ in ranking.members]
        assert 2 * sum(found is not None for found in ranks) > len(ranks), ranking.id
        kin = [other for other in tracked()[0].rankings.values() if other.family == ranking.family]
        assert len([way for way in family.iter("a") if "data-note" not in way.attrib]) == 1 + len(kin)


def test_every_place_is_marked_as_one(site: Built) -> None:
    """Lines of rankings, of the list of rankings, and of company pages have their place as an element, and no other."""
    for page in site.pages:
        if not page.endswith("/"):
            continue
        root = tree(site.folder / page / "index.html")
        lines = [row for table in of_class(root, "league") for row in table.iter("tr") if row.find("td") is not None]
        lines += [item for some in of_class(root, "leaders") for item in some if item.get("class") != "when"]
        titles = [heading for heading in root.iter("h2") if heading.get("id") == "on-places"]
        lines += [row for row in root.iter("tr") if titles and row.find("td[@data-label='Place']") is not None]
        for line in lines:
            assert len([found for found in line.iter() if "data-ranking" in found.attrib]) == 1, (page, words(line))
        assert page != "rankings/" or not [each for article in root.iter("article") for each in article.iter("ol")]


@pytest.mark.parametrize("id", sorted(load(ROOT, KINDS).rankings))
def test_a_ranking_names_every_member(site: Built, id: str) -> None:
    """Who has no value is named above the table, and then no place is said to be the first."""
    ranking = tracked()[0].rankings[id]
    file = site.folder / "rankings" / ("." if ranking.short else id) / "index.html"
    root, page = tree(file), file.read_text().partition(f'id="ranking-{id}"')[2].partition('class="ranking-body"')[0]
    whole = next(found for found in root.iter() if found.get("id") == f"ranking-{id}")
    places = [found for found in whole.iter() if found.get("data-ranking") == id]
    if ranking.table is not None:
        assert len(places) == len(ranking.table.rows)
        return
    entities = tracked()[0].entities
    without = {entity for entity, _ in ranking.members} - {found.attrib["data-member"] for found in places}
    above = page.partition('<p class="absent">')[2]
    assert all(entities[entity].name in above for entity in without)
    assert bool(above) == bool(without)
    assert not without or all(found.get("data-last") != "1" for found in places)
    assert len(places) + len(without) == len(ranking.members)


def test_a_company_is_one_of_the_members_or_in_a_named_list(site: Built) -> None:
    """ "Of n" counts the members with a number, which is said once below; a published list is named."""
    rankings, sources, seen = tracked()[0].rankings, tracked()[0].sources, set()
    for page in site.pages:
        if not re.fullmatch(r"companies/[^/]+/", page):
            continue
        for cell in tree(site.folder / page / "index.html").iter("td"):
            if cell.get("data-label") == "Place":
                [place] = [found for found in cell if "data-ranking" in found.attrib]
                ranking = rankings[place.attrib["data-ranking"]]
                said = words(next(of_class(cell, "definition")))
                table = ranking.table
                given = sum(rank(tracked()[1], ranking, entity) is not None for entity, _ in ranking.members)
                right = f"of {given}" if table is None else f"in the list of {sources[table.source].publisher}"
                assert said == right
                below = words(tree(site.folder / page / "index.html"))
                assert table is not None or "counted among those with a published number" in below
                seen.add(table is None)
    assert seen == {True, False}


def test_charts_draw_open_places_as_open(site: Built) -> None:
    """A chart of places has one dashed ring for each open place in its table that says anything, as the table says it.

    A place that may be more than two thirds of all is not drawn.
    """
    members = {id: len(ranking.members) for id, ranking in tracked()[0].rankings.items()}
    charts = [chart.id for chart in tracked()[0].charts.values() if chart.kind == "bump"]
    assert charts
    for id in charts:
        drawing = (site.folder / "charts" / id / f"{id}.svg").read_text()
        cells = [
            found for found in tree(site.folder / "charts" / id / "index.html").iter() if "data-ranking" in found.attrib
        ]
        rankings = tracked()[0].rankings
        places = [
            (cell, known(rankings[cell.attrib["data-ranking"]], cell.attrib["data-member"]).among) for cell in cells
        ]
        open_places = [
            place
            for cell, place in places
            if "open" in cell.attrib["class"].split()
            and place.last - place.first + 1 <= members[cell.attrib["data-ranking"]] * 2 / 3
        ]
        assert drawing.count('stroke-dasharray="4,3.09"') == len(open_places)
        said = [f"{place.first}–{place.last}" for place in open_places]
        assert sorted(re.findall(r">(\d+–\d+)</text>", drawing)) == sorted(said)


def test_files_give_the_span(site: Built) -> None:
    """The downloads of a ranking have the first and the last place beside the position."""
    for id, ranking in tracked()[0].rankings.items():
        for row in json.loads((site.folder / "rankings" / id / f"{id}.json").read_text())["rows"]:
            if row["rank"] is None:
                assert row["missing"]
                continue
            found = known(ranking, row["entity"] or row["name"])
            assert (row["rank_low"], row["rank_high"]) == (found.first, found.last)


def test_titles_and_summaries_state_no_place(site: Built) -> None:
    """No title, subtitle or summary of a chart or a ranking of our own says who stands where: tables and claims do."""
    tracker = tracked()[0]
    pages = [
        f"rankings/{id}" for id, ranking in tracker.rankings.items() if ranking.table is None and not ranking.short
    ]
    for page in [*pages, *(f"charts/{id}" for id in tracker.charts)]:
        root = tree(site.folder / page / "index.html")
        told = [words(heading) for heading in root.iter("h1")]
        told += [words(line) for line in of_class(root, "chart-subtitle")]
        described = [meta.get("content", "") for meta in root.iter("meta") if meta.get("name") == "description"]
        told += described if page in pages else []  # of a chart it is what the chart shows
        assert [said for said in told if PLACED.search(said)] == [], page
