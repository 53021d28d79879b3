"""What is worked out from published values: when it answers, what it carries, and that it is nobody's rival."""

from __future__ import annotations

import json
import re
import shutil
from decimal import Decimal
from pathlib import Path

import pytest
from chart_samples import FONTS, chart
from factory import seen, series, tracker, worked
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs
from msgspec.structs import replace

from sitegen.build import make
from sitegen.charts.draw import Tools, draw
from sitegen.charts.planning import plan
from sitegen.charts.plot import Plot
from sitegen.check.data import check_data, data_findings
from sitegen.claims import judge
from sitegen.figures import Figure, FigureError, Figures, Missing, change, plain, rival_figures, rounded, say
from sitegen.figures.values.spread import spread
from sitegen.figures.words import brief
from sitegen.kinds import KINDS
from sitegen.model.basics.address import Address
from sitegen.model.basics.amount import Bound, Interval
from sitegen.model.basics.period import Period
from sitegen.model.series import Observation, Status
from sitegen.model.tracker import Tracker
from sitegen.model.worked import WorkedOut
from sitegen.problems import Problem
from sitegen.register.register import Register
from sitegen.settings import Settings
from sitegen.words import Locale

Q2 = worked("2025-Q2", "a.sold@2025-H1", "-a.sold@2025-Q1")


def check(asked: Tracker) -> list[Problem]:
    """What the checks of the data find."""
    return check_data(Register(KINDS, asked), data_findings(Figures(asked)))


def of(*values: Observation | WorkedOut) -> Tracker:
    """A tracker with the one series `a.sold`."""
    return tracker(series("a.sold", *values, cadence="quarter"))


def answer(asked: Tracker, address: str) -> Figure | Missing:
    """The answer to an address."""
    return Figures(asked).answer(Address.parse(address))


def found(asked: Tracker, address: str) -> Figure:
    """The figure that answers an address."""
    figure = answer(asked, address)
    assert isinstance(figure, Figure), figure
    return figure


def test_a_period_follows_from_published_totals() -> None:
    """The half less the quarter answers for the second quarter, with both as its parts."""
    figure = found(of(seen("2025-H1", 147000), seen("2025-Q1", 45300, "co"), Q2), "a.sold@2025-Q2")
    assert (figure.kind, say(figure, Locale()), figure.operation) == (
        "worked-out",
        "101,700",
        "worked out from published values",
    )
    assert [str(address) for address in figure.addresses] == ["a.sold@2025-Q2", "a.sold@2025-H1", "a.sold@2025-Q1"]
    assert [o.source for o in figure.observations] == ["press-1", "co"]


@pytest.mark.parametrize(
    ("year", "half", "said", "short"),
    [
        (("100000", "approximate"), ("30000", "exact"), "between 20,000 and 120,000", "20,000–120,000"),
        (("100000", "approximate"), ("70000", "exact"), "between 0 and 80,000", "0–80,000"),
        (("100000", "approximate"), ("97000", "approximate"), "between 0 and 54,000", "0–54,000"),
        (("56100", "approximate"), ("5600", "approximate"), "about 50,500", "~50,500"),
        (("5000", "approximate"), ("3000", "exact"), "about 2,000", "~2,000"),
        (("5000", "approximate"), ("3001", "exact"), "between 1,490 and 2,500", "1,490–2,500"),
    ],
)
def test_a_result_says_no_more_than_its_parts(
    year: tuple[str, Bound], half: tuple[str, Bound], said: str, short: str
) -> None:
    """About where the half-width is a quarter at most, to the place of its leading digit; else between both ends."""
    whole, part = (seen(p, v, bound=b) for p, (v, b) in (("2025", year), ("2025-H1", half)))
    known = of(whole, part, worked("2025-H2", "a.sold@2025", "-a.sold@2025-H1"))
    figure = found(known, "a.sold@2025-H2")
    assert (say(figure, Locale()), brief(figure, Locale())) == (said, short)
    with pytest.raises(FigureError, match=f"plain prints digits alone, and this is {said}"):
        plain(Figures(known), figure)


def test_published_before_worked_out_before_added_up() -> None:
    """A published value wins over a worked-out one, and that over a sum of months; neither is the other's rival."""
    halves = (seen("2025-H1", 300), seen("2025-Q1", 100))
    months = tuple(seen(month, 50) for month in ("2025-04", "2025-05", "2025-06"))
    published = found(of(*halves, *months, Q2, seen("2025-Q2", 190)), "a.sold@2025-Q2")
    assert (published.kind, say(published, Locale())) == ("observed", "190")
    assert published.rivals == ()
    assert found(of(*halves, *months, Q2), "a.sold@2025-Q2").kind == "worked-out"
    assert found(of(*halves, *months), "a.sold@2025-Q2").kind == "derived"


def test_published_parts_of_a_sum_come_before_those_that_are_worked_out() -> None:
    """A year is added up from published quarters where there are some, with what is worked out only where it must."""
    quarters = tuple(seen(f"2025-Q{n}", 100 + n) for n in (1, 3, 4))
    half = seen("2025-01/2025-06", 250)
    with_half = found(of(*quarters, half, Q2), "a.sold@2025")
    assert [part.kind for part in with_half.inputs] == ["observed"] * 3
    later = found(of(*quarters, half, Q2), "a.sold@2025-04/2025-09")
    assert [part.kind for part in later.inputs] == ["worked-out", "observed"]
    assert later.amount.value == 250 - 101 + 103


@pytest.mark.parametrize("status", ["target", "estimated"])
def test_plans_are_no_parts(status: Status) -> None:
    """A target or an estimate is no part, and not by its source either; an error says so."""
    for half in ("a.sold@2025-H1", "a.sold@2025-H1~press-1"):
        asked = of(
            seen("2025-H1", 300, status=status),
            seen("2025-Q1", 100),
            worked("2025-Q2", half, "-a.sold@2025-Q1"),
        )
        assert isinstance(answer(asked, "a.sold@2025-Q2"), Missing)
        assert "worked-out" in {problem.code for problem in check(asked)}


def test_deprecated_parts_never_answer() -> None:
    """Where a part is deprecated nothing is worked out, whether its source is named or not."""
    for quarter in ("-a.sold@2025-Q1", "-a.sold@2025-Q1~press-1"):
        asked = of(
            seen("2025-H1", 300),
            seen("2025-Q1", 100, use="deprecated"),
            worked("2025-Q2", "a.sold@2025-H1", quarter),
        )
        assert isinstance(answer(asked, "a.sold@2025-Q2"), Missing)


def test_one_source_may_be_named() -> None:
    """With ~ a part is what that source says, though another answers."""
    asked = of(
        seen("2025-H1", 300, "co"),
        seen("2025-Q1", 120, "press-1", use="preferred"),
        seen("2025-Q1", 100, "co"),
        worked("2025-Q2", "a.sold@2025-H1~co", "-a.sold@2025-Q1~co"),
    )
    assert found(asked, "a.sold@2025-Q2").amount.value == 200


def test_bounds_go_through() -> None:
    """A part's bound is the result's: what is subtracted turns it, and no count is below zero."""
    more = of(seen("2025-H1", 300, bound="more-than"), seen("2025-Q1", 100), Q2)
    assert say(found(more, "a.sold@2025-Q2"), Locale()) == "more than 200"
    less = of(seen("2025-H1", 300), seen("2025-Q1", 100, bound="at-least"), Q2)
    assert say(found(less, "a.sold@2025-Q2"), Locale()) == "at most 200"
    assert found(less, "a.sold@2025-Q2").amount.interval == Interval(Decimal(0), Decimal(200))
    about = of(seen("2025-H1", 300, bound="approximate"), seen("2025-Q1", 100), Q2)
    assert say(found(about, "a.sold@2025-Q2"), Locale()) == "about 200"


@given(st.integers(0, 10**6), st.integers(0, 10**6), st.booleans())
def test_the_true_value_is_inside(quarter: int, rest: int, about: bool) -> None:
    """Whatever the two totals are, their difference lies in the interval of what is worked out, and in its spread."""
    kind: Bound = "approximate" if about and quarter else "exact"
    asked = of(seen("2025-H1", quarter + rest), seen("2025-Q1", quarter, bound=kind), Q2)
    figure = found(asked, "a.sold@2025-Q2")
    assert figure.amount.interval.contains(Decimal(rest))
    assert spread(Figures(asked), figure).contains(Decimal(rest))


def test_rivals_of_a_part_are_part_of_the_doubt() -> None:
    """It has no rivals of its own, and its spread runs over all values of its parts."""
    quarters = (seen("2025-Q1", 100, "co", use="preferred"), seen("2025-Q1", 130, "press-1"))
    asked = of(seen("2025-H1", 300), *quarters, Q2)
    figure = found(asked, "a.sold@2025-Q2")
    assert rival_figures(Figures(asked), figure) == ()
    assert spread(Figures(asked), figure) == Interval(Decimal(170), Decimal(200))


def test_rounded_it_is_no_longer_worked_out_of_its_parts() -> None:
    """It has one part, the value before it was rounded, with the doubt of that."""
    quarters = (seen("2025-Q1", 100, "co", use="preferred"), seen("2025-Q1", 130, "press-1"))
    asked = of(seen("2025-H1", 300), *quarters, Q2)
    value = found(asked, "a.sold@2025-Q2")
    coarse = rounded(value, -2)
    assert (coarse.worked, coarse.inputs) == (None, (value,))
    assert spread(Figures(asked), coarse) == coarse.amount.interval


def test_a_provisional_part_makes_it_provisional() -> None:
    """It is as firm as its weakest part."""
    asked = of(seen("2025-H1", 300, status="provisional"), seen("2025-Q1", 100), Q2)
    assert found(asked, "a.sold@2025-Q2").status == "provisional"


def test_it_answers_for_latest_and_has_changes() -> None:
    """The latest quarter may be one that is worked out, and changes are computed from it and to it."""
    asked = of(seen("2025-H1", 300), seen("2025-Q1", 100), seen("2024-Q2", 100), Q2)
    figures = Figures(asked)
    assert str(found(asked, "a.sold@latest").address) == "a.sold@2025-Q2"
    moved = change(figures, figures.answer(Address.parse("a.sold@2025-Q2")), "year")
    assert isinstance(moved, Figure)
    assert say(moved, Locale()) == "+100.0%"


def test_a_reported_change_is_held_against_it() -> None:
    """A change that a source reports for a period that is worked out is checked like any other."""
    asked = of(
        seen("2025-H1", 300), seen("2025-Q1", 100), seen("2024-Q2", 100), seen("2025-Q2", change={"year": "20"}), Q2
    )
    assert "change-disagrees" in {problem.code for problem in check(asked)}
    assert found(asked, "a.sold@2025-Q2").kind == "worked-out"


def test_an_excuse_at_it_is_heard() -> None:
    """parts-disagree is accepted at the worked-out value, where it stands."""
    values = (seen("2025-H1", 309), seen("2025-Q1", 111), seen("2025-Q2", 157))
    says = worked("2025-Q2", "a.sold@2025-H1", "-a.sold@2025-Q1", line=9)
    asked = of(*values, says)
    assert [p.code for p in check(asked) if p.place.line == 9] == ["parts-disagree"]
    excused = of(
        *values, worked("2025-Q2", "a.sold@2025-H1", "-a.sold@2025-Q1", accepted={"parts-disagree": "x"}, line=9)
    )
    assert [p.code for p in check(excused) if p.place.line == 9] == []


def test_charts_draw_it_hollow() -> None:
    """A point is hollow, a bar is empty, and the key says what that means."""
    asked = of(seen("2025-H1", 300), seen("2025-Q1", 100), seen("2025-Q3", 150), Q2)
    for kind in ("line", "bar"):
        planned = plan(chart(kind, series=["a.sold"]), Figures(asked))
        assert isinstance(planned, Plot)
        assert [row["worked"] for row in planned.rows] == [False, True, False]
        assert not any(row["derived"] for row in planned.rows)
        assert [(key.sign, key.words) for key in planned.key] == [
            *([("point", "as published")] if kind == "line" else []),
            ("hollow" if kind == "line" else "open", "calculated from other published values"),
            *([("dashes", "dashed: one end is calculated or a limit")] if kind == "line" else []),
        ]
        wide = draw(planned, Tools(FONTS)).wide
        assert 'fill="var(--paper)"' in wide if kind == "line" else 'fill-opacity="0"' in wide
    assert judge(asked) == ({}, [])


def test_a_part_that_came_before_its_time_is_told_where_it_stands() -> None:
    """The days of a worked-out period lie within those of a part, so that a total said too early is found there."""
    asked = of(seen("2025-H1", 300, "early", line=3), seen("2025-Q1", 100), Q2)
    early = replace(asked.sources["early"], published=Period.parse("2025-05-01"))
    asked = structs.replace(asked, sources={**asked.sources, "early": early})
    found = [(p.code, p.place.line) for p in check(asked) if p.code != "unused-source"]
    assert found == [("future-value", 3)]
    site = replace(asked.site, as_of=Period.parse("2025-04-30"))
    asked = structs.replace(asked, site=site, sources={**asked.sources, "early": replace(early, published=None)})
    found = [(p.code, p.place.line) for p in check(asked) if p.code != "unused-source"]
    assert found == [("future-value", 3)]


PAGE = """\
acme.deliveries:
  definition: Cars handed to customers
  region: cn
  cadence: quarter
  values:
    2024-Q1: {value: 100, source: daily-2025-04}
    2024-H1: {value: 300, source: weekly-2025-04}
    2024-Q2:
      - {value: 200, source: weekly-2025-04}
      - {worked_out: 'fig("acme.deliveries@2024-H1") - fig("acme.deliveries@2024-Q1")'}
    2025-Q1: {value: 45300, source: daily-2025-04, bound: more-than, accepted: {sudden-jump: a test}}
    2025-H1: {value: 147000, source: weekly-2025-04, status: provisional}
    2025-Q2: {worked_out: 'fig("acme.deliveries@2025-H1") - fig("acme.deliveries@2025-Q1")', note: of two reports}
    2025: {value: 500000, source: weekly-2025-04, status: target}
"""


def test_pages_and_downloads_show_how_it_is_worked_out(tmp_path: Path) -> None:
    """The series page has the value with its parts, its note and its status; a published value answers before it."""
    project = tmp_path / "project"
    shutil.copytree(Path(__file__).parent / "broken" / "period-cadence", project)
    (project / "data/series/acme.yaml").write_text(PAGE, encoding="utf-8")
    outputs = make(Settings(project=project, cache=False), lambda step: None).outputs
    page, notes = (
        " ".join(re.sub(r"<[^>]+>", " ", outputs[f"data/acme/deliveries/{name}.html"].decode()).split())
        for name in ("index", "notes/2025")
    )
    how = "Calculated from published values:"
    assert f"Q2 2025 less than 101,700 {how} H1 2025 − Q1 2025 of two reports" in page
    assert f"200 {how} H1 2024 − Q1 2024 Not used: a published number comes first" in page
    note = notes[notes.index("Acme Deliveries less than 101,700") :]
    assert "Status provisional" in note
    assert "Note of two reports" in note
    assert "target" in page
    rows = json.loads(outputs["data/acme/deliveries/acme.deliveries.json"])["rows"]
    row = next(row for row in rows if row["kind"] == "worked-out" and row["period"] == "2025-Q2")
    assert (row["value"], row["bound"], row["status"]) == (101700, "less-than", "provisional")
    assert row["addresses"] == [f"acme.deliveries@2025-{period}" for period in ("Q2", "H1", "Q1")]
    assert row["sources"] == ["weekly-2025-04", "daily-2025-04"]
