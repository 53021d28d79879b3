"""Falls and rises: a size without its sign, and a build that stops when the data turn the other way."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from factory import fig, figures, seen, series
from hypothesis import example, given
from hypothesis import strategies as st

from sitegen.figures import (
    Figure,
    FigureError,
    Figures,
    Missing,
    change,
    clear_change,
    fall,
    plain,
    points,
    rise,
    rival_figures,
    rounded,
    say,
    subtract,
)
from sitegen.model.basics.address import Address
from sitegen.model.series import Observation
from sitegen.words import Locale

SIZES = {"fall": fall, "rise": rise}


def moved(*observations: Observation, id: str = "a.sales", at: str = "2025") -> tuple[Figures, Figure]:
    """The figures of a series, and the change of its address on the year before."""
    of = figures(series(id, *observations))
    found = change(of, of.answer(Address.parse(f"{id}@{at}")), "year")
    assert isinstance(found, Figure), found
    return of, found


@pytest.mark.parametrize(
    ("observations", "word", "signed", "said"),
    [
        ([seen("2025", 45300, bound="approximate"), seen("2024", 85800)], "fall", "−47%", "47%"),
        ([seen("2025", 45300), seen("2024", 32000)], "rise", "+41.6%", "41.6%"),
        ([seen("2025", 40000), seen("2024", 80000, bound="more-than")], "fall", "down more than 50%", "more than 50%"),
        ([seen("2025", 40000), seen("2024", 80000, bound="at-least")], "fall", "at most −50%", "at least 50%"),
        ([seen("2025", 80000, bound="more-than"), seen("2024", 40000)], "rise", "up more than 100%", "more than 100%"),
        (
            [seen("2025", low="1000", high="2000"), seen("2024", 4000)],
            "fall",
            "between −75% and −50%",
            "between 50% and 75%",
        ),
        (
            [seen("2025", 700, bound="approximate"), seen("2024", 900, bound="approximate")],
            "fall",
            "between −32% and −11%",
            "between 11% and 32%",
        ),
        ([seen("2025", change={"year": "-10.0"})], "fall", "−10.0%", "10.0%"),
        ([seen("2025", change={"year": "-40"}, bound="less-than")], "fall", "down more than 40%", "more than 40%"),
        ([seen("2025", change={"year": "20"}, bound="more-than")], "rise", "up more than 20%", "more than 20%"),
    ],
)
def test_the_size_of_a_change(observations: list[Observation], word: str, signed: str, said: str) -> None:
    """The sign goes, bounds turn with it, "about" and the digits of a source stay."""
    of, found = moved(*observations)
    assert (say(found, Locale()), say(SIZES[word](of, found), Locale())) == (signed, said)


def test_points_and_differences_have_a_size_too() -> None:
    """The change of a metric in percent, and the difference of two addresses, whatever their unit."""
    of, found = moved(seen("2025", "10.2"), seen("2024", "12.5"), id="a.margin")
    size = fall(of, found)
    assert (say(size, Locale()), str(size.unit)) == ("about 2.3", "points")
    difference = subtract(fig(of, "a.margin@2025"), fig(of, "a.margin@2024"))
    assert say(fall(of, points(difference)), Locale()) == "about 2.3"
    counted = figures(series("a.sales", seen("2025", 90), seen("2024", 100)))
    fewer = fall(counted, subtract(fig(counted, "a.sales@2025"), fig(counted, "a.sales@2024")))
    assert (say(fewer, Locale()), str(fewer.unit), fewer.label) == (
        "10",
        "vehicles",
        "A sales minus A sales, as a fall",
    )


def test_a_size_keeps_what_it_was_made_of() -> None:
    """Its inputs are the change and both ends, so that the note shows all three; it can be rounded further."""
    of, found = moved(seen("2025", 45300), seen("2024", 85800))
    size = fall(of, found)
    assert (size.label, size.operation) == ("A sales, fall on the year before", "fall on the year before")
    assert [say(part, Locale()) for part in size.inputs] == ["−47.2%", "45,300", "85,800"]
    assert [str(address) for address in size.addresses] == ["a.sales@2025", "a.sales@2024"]
    assert (say(rounded(size, -1), Locale()), say(plain(of, size), Locale())) == ("about 50%", "47.2")
    of, found = moved(seen("2025", change={"year": "-12"}))
    assert [say(part, Locale()) for part in fall(of, found).inputs] == ["−12%"]
    assert fall(of, found).observations == found.observations


RIVALS = [
    seen("2025", 50, "filing-1", use="preferred"),
    seen("2025", 120, "press-2"),
    seen("2024", 100, "filing-1"),
]


@pytest.mark.parametrize(
    ("observations", "word", "message", "hint"),
    [
        ([seen("2025", 103), seen("2024", 100)], "fall", "this is +3.0%, so it is no fall", "write | rise, or leave"),
        ([seen("2025", 97), seen("2024", 100)], "rise", "this is −3.0%, so it is no rise", "write | fall, or leave"),
        ([seen("2025", 100), seen("2024", 100)], "fall", "this is 0.0%, so it is no fall", "leave |"),
        ([seen("2025", change={"year": "0"})], "rise", "this is 0%, so it is not certain to be a rise", "leave | rise"),
        (
            [seen("2025", 100, bound="at-most"), seen("2024", 100)],
            "fall",
            "at most 0%, so it is not certain",
            "leave |",
        ),
        ([seen("2025", 90, bound="at-least"), seen("2024", 100)], "fall", "at least −10%, so it is not", "leave |"),
        (
            [seen("2025", change={"year": "-12"}, use="preferred"), seen("2025", change={"year": "3"}, source="co-2")],
            "fall",
            'this is −12%, but what "co-2" says counts too, and with it this may be no fall',
            "write use: deprecated and a reason at a value that is wrong, or leave | fall out",
        ),
        (RIVALS, "fall", 'this is −50.0%, but what "press-2" says counts too', "write use: deprecated"),
        (
            [seen("2025", 90), seen("2025", change={"year": "1"}, source="press-2"), seen("2024", 100)],
            "fall",
            'this is −10.0%, but what "press-2" says',
            "write use: deprecated",
        ),
        (
            [
                *(seen(f"2025-H{half}", 50, "filing-1", use="preferred") for half in (1, 2)),
                seen("2025-H2", 90, "press-2"),
                seen("2024", 110, "filing-1"),
            ],
            "fall",
            'this is −9.1%, but what "press-2" says',
            "write use: deprecated",
        ),
    ],
)
def test_data_that_do_not_show_it_stop_the_build(
    observations: list[Observation], word: str, message: str, hint: str
) -> None:
    """A change the other way, one that may be none, and rivals of it, of its ends and of their parts."""
    of, found = moved(*observations)
    with pytest.raises(FigureError) as raised:
        SIZES[word](of, found)
    assert message in raised.value.message
    assert raised.value.hint.startswith(hint)
    assert raised.value.code == "wrong-direction"


def test_rivals_of_a_difference_count_and_those_of_a_named_source_do_not() -> None:
    """A difference is tested with every value of both its ends; `~source` asks what one source says."""
    of = figures(series("a.sales", *RIVALS))
    with pytest.raises(FigureError, match="press-2"):
        fall(of, subtract(fig(of, "a.sales@2025"), fig(of, "a.sales@2024")))
    own = change(of, fig(of, "a.sales@2025~filing-1"), "year")
    assert isinstance(own, Figure)
    assert say(fall(of, own), Locale()) == "50.0%"


def test_rivals_of_a_change_are_rivals_of_its_size() -> None:
    """A reported change that differs stands beside the computed fall, without its sign and with its source."""
    of, found = moved(seen("2025", 50), seen("2025", change={"year": "-45.7"}, source="co-2"), seen("2024", 100))
    size = fall(of, found)
    assert size.disagree
    assert [(say(rival, Locale()), rival.observations[0].source) for rival in rival_figures(of, size)] == [
        ("45.7%", "co-2")
    ]
    of, found = moved(
        seen("2025", change={"year": "12"}, use="preferred"), seen("2025", change={"year": "15"}, source="co-2")
    )
    assert [say(rival, Locale()) for rival in rival_figures(of, rise(of, found))] == ["15%"]


def test_values_that_do_not_count_do_not_decide() -> None:
    """Deprecated values and estimates leave a fall a fall."""
    others = [seen("2025", 120, "press-2", use="deprecated"), seen("2025", 130, "press-3", status="estimated")]
    of, found = moved(seen("2025", 50), *others, seen("2024", 100))
    assert say(fall(of, found), Locale()) == "50.0%"


def test_only_changes_and_differences_of_addresses_have_a_direction() -> None:
    """A value, a fall itself, a rounded change and a difference with a number are reported apart in words."""
    of, found = moved(seen("2025", 90), seen("2024", 100))
    now = fig(of, "a.sales@2025")
    for other in (now, fall(of, found), rounded(found, -1), subtract(now, Decimal(100))):
        with pytest.raises(FigureError, match="fall says the size of a change") as raised:
            fall(of, other)
        assert raised.value.code == "expression-value"


def test_a_fall_has_no_points_with_a_sign() -> None:
    """`points` adds a sign, which the size of a fall has lost."""
    of, found = moved(seen("2025", "10.2"), seen("2024", "12.5"), id="a.margin")
    with pytest.raises(FigureError, match="points"):
        points(fall(of, found))


@given(st.integers(1, 10**6), st.integers(1, 10**6), st.sampled_from(["exact", "approximate", "at-most", "more-than"]))
@example(100, 152, "approximate")
def test_a_size_is_the_change_without_its_sign(now: int, before: int, bound: str) -> None:
    """Either word, or neither, is allowed; what it prints has the digits of the change."""
    of, found = moved(seen("2025", now, bound=bound), seen("2024", before))  # type: ignore[arg-type]
    sizes = []
    for word in SIZES.values():
        try:
            sizes.append(word(of, found))
        except FigureError:
            continue
    assert len(sizes) <= 1
    for size in sizes:
        signed = say(found, Locale())
        words = re.sub("^(up|down) ", "", signed).replace("above", "more than").replace("below", "less than")
        words = words.replace("at most", "at least") if "−" in signed else words
        if "−" in signed:  # of a fall the lesser end is the greater size
            words = re.sub(r"between (\S+) and (\S+)", r"between \2 and \1", words)
        assert say(size, Locale()) == words.replace("−", "").replace("+", "")
        assert size.amount.interval.low is not None
        assert size.amount.interval.low >= 0


@pytest.mark.parametrize(
    ("now", "before", "said"),
    [
        (seen("2025", 180000, bound="approximate"), seen("2024", 180000, bound="more-than"), None),
        (seen("2025", 100000, bound="more-than"), seen("2024", 150000), None),
        (seen("2025", 100000, bound="more-than", change={"year": "3"}), seen("2024", 150000), "+3%"),
        (seen("2025", 100000, bound="less-than"), seen("2024", 150000), "down more than 33.3%"),
        (seen("2025", 170000, bound="more-than"), seen("2024", 150000), "up more than 13.3%"),
        (seen("2025", 155000, bound="approximate"), seen("2024", 150000), "about +3.3%"),
    ],
)
def test_a_list_shows_no_change_whose_direction_a_bound_leaves_open(
    now: Observation, before: Observation, said: str | None
) -> None:
    """What may be a rise or a fall by a bound is as a source reports it, or missing; a sentence may still say it."""
    of = figures(series("a.sales", now, before))
    found = clear_change(of, of.answer(Address.parse("a.sales@2025")), "year")
    assert (None if isinstance(found, Missing) else say(found, Locale())) == said
    assert isinstance(change(of, of.answer(Address.parse("a.sales@2025")), "year"), Figure)
