"""Numbers on the built pages, worked out again from the YAML, which is read here anew."""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element

import pytest
from built import content, note_of, read
from conftest import Built

OPEN = re.compile("more than|at least|less than|at most")
NAMES = re.compile(" (minus|plus|as a share of) ")
DRAWN, SEED = 50, 20261122


class Value(NamedTuple):
    """A number as a page prints it with its permalink: the series, the period, and the value of its `<data>`."""

    series: str
    period: str
    value: Decimal


class Shown(NamedTuple):
    """A number in a text and the note behind it: how it was made, and of what."""

    page: str
    number: Value
    heading: str
    operation: str
    inputs: tuple[Value, ...]


def linked(anchor: Element | None, number: str) -> Value | None:
    """The number that a permalink of a series leads to, if it has one value."""
    found = re.search(r"/data/([\w-]+)/([\w-]+)/#(.+)$", "" if anchor is None else anchor.get("href", ""))
    if found is None or not re.fullmatch(r"-?[\d.]+", number):
        return None
    return Value(f"{found[1]}.{found[2]}", found[3], Decimal(number))


def shown(site: Built) -> Iterator[Shown]:
    """Every number of a text of the site that has a note, but for what was computed twice over or has an open end."""
    for page, root in content(site).items():
        for anchor in root.iter("a"):
            if anchor.get("class") != "figure":
                continue
            note = note_of(site, page, anchor)
            data = anchor.find("data")
            number = linked(note.findall("p")[-1].find("a"), "" if data is None else data.get("value", ""))
            operation, inputs = _made(note)
            twice = any(NAMES.search(part.text or "") for part in inputs)
            if number is not None and not twice and not (inputs and OPEN.match("".join(anchor.itertext()))):
                values = (linked(part, part.get("data-value", "")) for part in inputs)
                yield Shown(page, number, str(note.findtext("p")), operation, tuple(value for value in values if value))


def _made(note: Element) -> tuple[str, list[Element]]:
    """The operation that a note names, and the permalinks of its inputs; "" for what was not computed."""
    for label, after in zip(list(note), list(note)[1:], strict=False):
        if label.get("class") == "note-label" and after.tag == "ul":
            inputs = [a for item in after if (a := item.find("a")) is not None and "data-value" in a.attrib]
            if inputs:
                return str(label.text), inputs
    return "", []


def entries(pattern: str) -> dict[str, Any]:
    """The keys of all YAML files that match, in one map."""
    return {key: value for file in read(pattern) for key, value in file.items()}


def written_out(given: dict[str, Any], unit: str) -> dict[str, Any]:
    """An observation with its value as a page gives it to programs: of a unit in millions, with its zeros."""
    zeros = {"thousand": 3, "million": 6, "billion": 9}.get(unit.partition(" ")[0], 0)
    value = given.get("value")
    return {**given, "value": f"{Decimal(value).scaleb(zeros):f}"} if zeros and isinstance(value, str) else given


@pytest.fixture(scope="module")
def observed(units: dict[str, str]) -> dict[str, dict[str, list[dict[str, Any]]]]:
    """The undeprecated observations by series and period."""
    unsure = {id for id, source in entries("sources/*.yaml").items() if "reliability" in source}
    found: dict[str, dict[str, list[dict[str, Any]]]] = defaultdict(dict)
    for series, shape in entries("series/*.yaml").items():
        for period, given in shape.get("values", {}).items():
            unit = units[series.partition(".")[2]]
            every = [written_out(each, unit) for each in (given if isinstance(given, list) else [given])]
            start = dict.fromkeys(unsure, "deprecated")
            normal = [o for o in every if o.get("use", start.get(o.get("source", ""), "")) != "deprecated"]
            found[series][period] = normal
    return found


def days(period: str) -> tuple[date, date]:
    """The first and the last day of a period."""
    first, _, last = period.partition("/")
    return _ends(first)[0], _ends(last or first)[1]


def _ends(name: str) -> tuple[date, date]:
    year, _, part = name.partition("-")
    if part[:1] in ("Q", "H"):
        length = 3 if part[0] == "Q" else 6
        return _months(int(year), (int(part[1]) - 1) * length + 1, length)
    if not part:
        return _months(int(year), 1, 12)
    month, _, day = part.partition("-")
    return (date(int(year), int(month), int(day)),) * 2 if day else _months(int(year), int(month), 1)


def _months(year: int, first: int, length: int) -> tuple[date, date]:
    after = first + length
    return date(year, first, 1), date(year + (after > 12), (after - 1) % 12 + 1, 1) - timedelta(days=1)


def values(periods: dict[str, list[dict[str, Any]]], period: str) -> set[Decimal]:
    """What the observations of a period say, and what follows from those of other periods as the data work it out."""
    found = {Decimal(o["value"]) for o in periods.get(period, []) if isinstance(o.get("value"), str)}
    for made in (o["worked_out"] for o in periods.get(period, []) if "worked_out" in o):
        totals = {Decimal(0)}
        for sign, part in re.findall(r"([+-]?)\s*fig\(\"[^@]+@([^\"]+)\"\)", made):
            totals = {t + value * (-1 if sign == "-" else 1) for t in totals for value in values(periods, part)}
        found |= totals
    return found


def sums(periods: dict[str, list[dict[str, Any]]], first: date, last: date) -> set[Decimal]:
    """Every sum of observed periods that follow one another from the first day to the last."""
    if first > last:
        return {Decimal(0)}
    starts = [(days(p), values(periods, p)) for p in periods]
    return {
        value + rest
        for (start, end), some in starts
        if start == first and end <= last
        for rest in sums(periods, end + timedelta(days=1), last)
        for value in some
    }


def near(printed: Decimal, exact: Decimal) -> bool:
    """Whether a number was rounded to the printed one: half a unit of its last digit that is not zero at most."""
    _, digits, exponent = printed.as_tuple()
    assert isinstance(exponent, int)
    zeros = len(digits) - len("".join(map(str, digits)).rstrip("0")) if exponent >= 0 and printed else 0
    return abs(printed - exact) <= Decimal(5).scaleb(exponent + zeros - 1)


def right(one: Shown, observed: dict[str, dict[str, list[dict[str, Any]]]], units: dict[str, str]) -> bool:
    """Whether the YAML gives the number again: by observation, or by the operation of its note on such numbers."""
    periods, value = observed[one.number.series], one.number.value
    if one.operation.startswith(("Fall", "Rise")):
        return right(_signed(one), observed, units)
    if not one.inputs and ", change on the " in one.heading:
        kind = "year" if "year" in one.heading else "previous"
        return value in {Decimal(o["change"][kind]) for o in periods[one.number.period] if kind in o.get("change", {})}
    if not one.inputs:
        return value in {seen.quantize(value) for seen in values(periods, one.number.period)}
    if not all(_known(observed[part.series], part) for part in one.inputs):
        return False
    a, *others = (part.value for part in one.inputs)
    b = others[0] if others else Decimal(1)
    points = units[one.number.series.partition(".")[2]] == "percent"
    change = a - b if points or not b else a / b * 100 - 100
    again: dict[str, Callable[[], Decimal]] = {
        "Sum of shorter periods": lambda: sum(others, a),
        "Sum": lambda: sum(others, a),
        "Difference": lambda: a - sum(others, Decimal(0)),
        "Calculated from published values: ": lambda: next(iter(values(periods, one.number.period))),
        "Ratio": lambda: a / b,
        "Share": lambda: a / b * 100,
        "Rounded": lambda: a,
        "Change on the year before": lambda: change,
        "Change on the period before": lambda: change,
    }
    return near(value, again[one.operation]())


def _signed(one: Shown) -> Shown:
    """The change, or the difference, that a fall or a rise is made of: its first input, of the others."""
    change, *ends = one.inputs
    assert change.value == one.number.value * (-1 if one.operation.startswith("Fall") else 1), one
    made = {"Fall": "Difference", "Rise": "Difference"}.get(one.operation, f"Change{one.operation[4:]}")
    heading = re.sub(", (fall|rise) on the ", ", change on the ", one.heading)
    return Shown(one.page, change, heading, made if ends else "", tuple(ends))


def _known(periods: dict[str, list[dict[str, Any]]], part: Value) -> bool:
    """Whether a part is an observation, or a sum of observations."""
    return part.value in values(periods, part.period) or any(
        near(part.value, total) for total in sums(periods, *days(part.period))
    )


@pytest.fixture(scope="module")
def units() -> dict[str, str]:
    """The unit of each metric."""
    metrics = entries("metrics.yaml")
    return {id: shape.get("unit") or metrics[shape["like"]]["unit"] for id, shape in metrics.items()}


def test_fifty_numbers_are_those_of_the_data(
    site: Built, observed: dict[str, dict[str, list[dict[str, Any]]]], units: dict[str, str]
) -> None:
    """Numbers drawn from all pages stand in the YAML, or follow from what stands there as their note says."""
    every = list(shown(site))
    drawn = random.Random(SEED).sample(every, DRAWN)
    assert [one for one in drawn if not right(one, observed, units)] == []
    assert {one.operation for one in every} >= {"", "Difference", "Share", "Ratio", "Change on the year before"}
