"""Lives of entities: what has ended is neither overdue nor missing; pages say when, why and what came after."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

import pytest
from factory import figures, ranking, seen, series, tracker
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs
from msgspec.structs import replace
from small import made_pages

from sitegen.check.data import data_findings
from sitegen.expressions import Expressions
from sitegen.figures import Figures, Missing, freshness, rank
from sitegen.model import Address, Expression, Period, Tracker
from sitegen.model.basics.calendar import Calendar
from sitegen.model.entity import Entity, Tie, calendars_of
from sitegen.model.lives import belongs, counts_in, ending, outside
from sitegen.problems import Place, Problem

DAYS = st.dates(date(2020, 1, 1), date(2025, 12, 31))


@pytest.fixture(scope="module")
def pages() -> Mapping[str, str]:
    """The pages of a small site, by path."""
    return made_pages("lives")


def said(html: str) -> str:
    """What a page says between its head and its foot."""
    main = html[html.index("<main") : html.index("</main>")]
    return " ".join(re.sub(r"<[^>]*>", " ", main).split()).replace(" ,", ",").replace(" .", ".").replace(" ;", ";")


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("companies/polarcell/", "PolarCell ended on 30 September 2025 (insolvent)."),
        ("companies/polarcell/", "Member of Heat Alliance from May 2023 to 2024"),
        ("companies/kettle-son/", "Kettle &amp; Son ended on 31 March 2024 (merged); succeeded by Warmhouse."),
        ("companies/kettle-son/", "Part of Warmhouse since April 2024"),
        ("companies/warmhouse/", "Took over from Kettle &amp; Son ended on 31 March 2024 (merged)"),
        ("companies/voltstore/", "Formerly called Sunstore 90 until 30 September 2023; Sunbox until 2019"),
        ("companies/heat-alliance/", "Members Warmhouse; PolarCell from May 2023 to 2024; Voltstore since March 2025"),
        ("companies/newheat/", "Began March 2025"),
        ("companies/warmhouse/", "Glow brand Glow ended in 2020."),
        (
            "companies/warmhouse/",
            "Formerly called: Embers until 2018. Part of Warmhouse until 2021; Voltstore since 2022.",
        ),
        ("companies/voltstore/", "Holds Ember since 2022"),
        ("companies/", "PolarCell Maker of batteries PolarCell ended on 30 September 2025 (insolvent)."),
        ("companies/", "Members: Warmhouse; PolarCell from May 2023 to 2024; Voltstore since March 2025"),
        ("companies/", "Formerly called: Sunstore 90 until 30 September 2023"),
        ("data/", "PolarCell reported, Europe; PolarCell ended on 30 September 2025 (insolvent)"),
        ("data/polarcell/sales/", "What became of it PolarCell ended on 30 September 2025 (insolvent)"),
        (
            "rankings/sales-2025/",
            "PolarCell ended on 30 September 2025 (insolvent). Kettle &amp; Son ended on 31 March",
        ),
        ("rankings/sales-2023/", "Newheat began in March 2025."),
        ("claims/polarcell-leads/", "PolarCell ended on 30 September 2025 (insolvent)"),
        ("claims/polarcell-sells/", "first quarter of 2026 PolarCell ended on 30 September 2025 (insolvent)"),
        ("claims/warmhouse-leads/", "Supported"),
        ("companies/europe/", "Rankings with shares Sellers in 2025 Sellers in 2023"),
        ("data/warmhouse/revenue/", "Replaced: a later document gives another value."),
    ],
)
def test_pages_say_what_became_of_it(pages: Mapping[str, str], page: str, words: str) -> None:
    """When and why it ended, what it was called and belongs to, and since when, stand where a reader looks."""
    assert words in said(pages[f"{page}index.html"])


def test_nobody_waits_for_what_has_ended(pages: Mapping[str, str]) -> None:
    """In a period after the end nothing is missing, and the places are settled; no value of it is overdue."""
    page = said(pages["rankings/sales-2026/index.html"])
    assert "Without a value" not in page
    assert "dashed ring" not in page
    assert "1 of 3" in said(pages["companies/warmhouse/index.html"])
    polarcell = [said(text) for name, text in pages.items() if name.startswith("data/polarcell/")]
    assert polarcell
    assert not [text for text in polarcell if "overdue" in text]
    assert "No number found for 1 of 3 periods" in said(pages["charts/sellers/index.html"])  # one of four after the end


def test_a_family_of_rankings_has_a_choice_of_periods(pages: Mapping[str, str]) -> None:
    """One line for a ranking of several periods, the latest shown with who leads; links lead to the others."""
    listed = pages["rankings/index.html"].partition(">Sellers</a></h3>")[2].partition("<h3")[0]
    assert re.findall(r'href="(sales-[0-9]+)/"', listed) == ["sales-2026", "sales-2025", "sales-2023"]
    assert 'class="leaders"' in listed
    page = pages["rankings/sales-2025/index.html"].partition('<nav class="jump periods"')[2].partition("</nav>")[0]
    assert re.findall(r'<a href="([^"]+)"( aria-current="page")?>', page) == [
        ("../sales-2026/", ""),
        ("./", ' aria-current="page"'),
        ("../sales-2023/", ""),
    ]
    assert "periods" not in pages["rankings/growth-2025/index.html"]


def test_a_page_with_nothing_below_has_no_way_down(pages: Mapping[str, str]) -> None:
    """An alliance of which nothing but its members is known has no empty list of links to parts of its page."""
    assert 'class="jump"' in pages["companies/polarcell/index.html"]
    assert 'class="jump"' not in pages["companies/heat-alliance/index.html"]


def test_an_old_name_is_a_name(pages: Mapping[str, str]) -> None:
    """The number in a former name stands in a text without a source, as that of any name does."""
    assert "Sunstore 90, now Voltstore, sold 520" in said(pages["briefs/sunstore/index.html"])


def lived(of: Tracker, **lives: dict[str, object]) -> Tracker:
    """The tracker with other lives of some entities."""
    changed = {id: replace(of.entities[id], **life) for id, life in lives.items()}
    return structs.replace(of, entities={**of.entities, **changed})


def codes(of: Tracker) -> set[str]:
    """The codes of what the checks of the data find."""
    return {finding.problem.code for finding in data_findings(Figures(of))}


def day(text: str) -> Period:
    """A date."""
    return Period.parse(text)


YEARS = [seen("2023", 10), seen("2024", 20)]
MEMBERS = {"members": (Tie("b", day("2024-07"), day("2024-09")),), "kind": "alliance"}


@pytest.mark.parametrize(
    ("life", "period", "twice"),
    [
        ({"b": {"parents": (Tie("a", day("2024-04")),)}}, "2023", False),
        ({"b": {"parents": (Tie("a", day("2024-04")),)}}, "2024", True),
        ({"b": {"parents": (Tie("a", day("2024-04")),), "until": day("2024-03-31")}}, "2024", False),
        ({"b": {"parents": (Tie("a", None, day("2023-06")), Tie("c", day("2023-07")))}}, "2024", False),
        ({"a": MEMBERS}, "2023", False),
        ({"a": MEMBERS}, "2024", True),
    ],
)
def test_a_part_counts_in_its_whole_while_it_belongs_to_it(
    life: dict[str, dict[str, object]], period: str, twice: bool
) -> None:
    """A ranking or a sum of both is an error on days that they share, whatever reason is given."""
    known = [series(f"{id}.sales", *YEARS, cadence="year") for id in "abc"]
    for mixed in (None, "nothing is counted in both"):
        found = codes(
            lived(tracker(*known, rankings=[ranking("a.sales", "b.sales", period=period, mixed=mixed)]), **life)
        )
        assert ("counted-twice" in found) == twice
    of = lived(tracker(*known), **life)
    total = f'fig("a.sales@{period}") + fig("b.sales@{period}")'
    for source, wrong in ((total, twice), (f'({total}) | rounded(0, mixed="nothing is counted in both")', twice)):
        result = Expressions(Figures(of)).evaluate(Expression(source, Place("x")))
        assert isinstance(result, Problem) == wrong


def test_places_after_an_end() -> None:
    """A member without a value holds a place open while it lives, and none after its end."""
    known = [series("a.sales", seen("2024", 20), cadence="year"), series("b.sales", cadence="year")]
    of = tracker(*known, rankings=[ranking("a.sales", "b.sales", period="2024")])
    for until, last in (("2024-01-01", 2), ("2023-12-31", 1), ("2023", 1)):
        place = rank(Figures(lived(of, b={"until": day(until)})), of.rankings["test"], "a")
        assert place is not None
        assert (place.first, place.last) == (1, last)
    born = rank(Figures(lived(of, b={"since": day("2025")})), of.rankings["test"], "a")
    assert born is not None
    assert born.settled


def test_a_model_ends_with_its_company() -> None:
    """Unless its brand was handed on, nothing of what belonged to it is overdue or missing."""
    of = tracker(series("c.sales", seen("2023", 5), cadence="year"), *(series(f"{id}.sales") for id in "abd"))
    gone = lived(of, a={"until": day("2024-03")}, b={"parents": (Tie("a"),)}, c={"parents": (Tie("b"),)})
    answer = Figures(gone).answer(Address.parse("c.sales@2025"))
    assert isinstance(answer, Missing)
    assert answer.reason == "A ended in March 2024"
    late = date(2026, 1, 1)
    assert freshness(Figures(gone), gone.series["c", "sales"], late).late_days == 0
    handed = lived(gone, b={"parents": (Tie("a", None, day("2024-03")), Tie("d", day("2024-04")))})
    assert freshness(Figures(handed), handed.series["c", "sales"], late).late_days > 0


@given(DAYS, DAYS, DAYS)
def test_belonging_is_of_days(first: date, last: date, asked: date) -> None:
    """Something belongs to another on just the days between the dates, and on a whole period if on a day of it."""
    first, last = min(first, last), max(first, last)
    base = figures(series("a.sales"), series("b.sales")).tracker.entities
    tie = Tie("a", Period(first, first), Period(last, last))
    entities: dict[str, Entity] = {**base, "b": replace(base["b"], parents=(tie,))}
    assert belongs(entities, "b", "a", Period(asked, asked)) == (first <= asked <= last)
    assert belongs(entities, "b", "a", Period(min(asked, first), max(asked, first)))
    assert not belongs(entities, "a", "b")
    allied = {**base, "a": replace(base["a"], members=(replace(tie, entity="b"),))}
    assert counts_in(allied, "b", "a", Period(asked, asked)) == (first <= asked <= last)
    assert not belongs(allied, "b", "a")


@given(DAYS, DAYS, DAYS)
def test_a_life_has_no_days_outside_it(since: date, until: date, asked: date) -> None:
    """A day is before the beginning, after the end, or neither; what belongs to something ends with it."""
    since, until = min(since, until), max(since, until)
    base = figures(series("a.sales"), series("b.sales")).tracker.entities
    own = replace(base["a"], since=Period(since, until), until=Period(since, until))  # on some day between
    entities: dict[str, Entity] = {"a": own, "b": replace(base["b"], parents=(Tie("a"),))}
    found = outside(entities, "a", Period(asked, asked))
    assert found == ("not begun" if asked < since else "ended" if asked > until else None)
    assert (outside(entities, "b", Period(asked, asked)) == "ended") == (asked > until)
    assert ending(entities, "b") is own


def test_a_calendar_is_not_taken_from_who_was_joined_later() -> None:
    """A brand has the calendar of its company; what was bought by it keeps the years that it had."""
    of = tracker(*(series(f"{id}.sales") for id in "abc"))
    years = Calendar(10)
    joined = lived(
        of, a={"calendar": years}, b={"parents": (Tie("a"),)}, c={"parents": (Tie("a", day("2024-04")),)}
    ).entities
    assert calendars_of(joined) == {"a": years, "b": years}
