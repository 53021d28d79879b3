"""Results of the data are remembered by what they read, and made again only where that changed."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import partial
from pathlib import Path

import pytest
from factory import seen, series, source, tracker
from msgspec import structs
from msgspec.structs import replace

from sitegen.cache import Cache, Memory
from sitegen.figures import Figure, Figures
from sitegen.model.basics.address import Address
from sitegen.model.tracker import Tracker
from sitegen.packing import Packed, pack, print_of, unpack
from sitegen.problems import Place
from sitegen.recall import Recall
from sitegen.words import Locale

OF = tracker(
    series("a.sales", *(seen(f"2025-0{month}", 4 + month, "press-1") for month in (1, 2, 3))),
    series("b.sales", seen("2025-01", 7, "press-2")),
    sources=[source("press-1"), source("press-2"), source("press-3")],
)


def quarter(figures: Figures) -> object:
    """What is known of a first quarter."""
    return figures.answer(Address.parse("a.sales@2025-Q1"))


def changed(of: Tracker, id: tuple[str, str], value: int) -> Tracker:
    """The tracker with another first value in a series."""
    one = of.series[id]
    first, *rest = one.observations
    assert first.amount is not None
    amount = structs.replace(first.amount, value=Decimal(value))
    return structs.replace(of, series={**of.series, id: one.saying(replace(first, amount=amount), *rest)})


def moved(of: Tracker) -> Tracker:
    """The tracker with a series that stands on another line."""
    one = of.series["a", "sales"]
    return structs.replace(of, series={**of.series, one.id: replace(one, place=Place("elsewhere.yaml", 9))})


EDITS: list[tuple[str, Callable[[Tracker], Tracker], bool]] = [
    ("nothing", lambda of: of, False),
    ("a value that it rests on", lambda of: changed(of, ("a", "sales"), 8), True),
    ("a value of another series", lambda of: changed(of, ("b", "sales"), 8), False),
    ("a place that a problem may name", moved, True),
    ("the source of a value", lambda of: named(of, "press-1"), True),
    ("a source of nothing in it", lambda of: named(of, "press-3"), False),
    ("what the metric shows", lambda of: decimals(of), True),
    ("the series itself", lambda of: structs.replace(of, series={}), True),
    ("the site", lambda of: structs.replace(of, site=replace(of.site, locale=Locale("de", "de"))), True),
]


def named(of: Tracker, id: str) -> Tracker:
    """The tracker with another publisher of a source."""
    return structs.replace(of, sources={**of.sources, id: replace(of.sources[id], publisher="Another")})


def decimals(of: Tracker) -> Tracker:
    """The tracker with a metric that shows one digit more."""
    metric = of.metrics["sales"]
    return structs.replace(of, metrics={**of.metrics, "sales": replace(metric, decimals=(metric.decimals or 0) + 1)})


@pytest.mark.parametrize(("what", "edit", "again"), EDITS, ids=[what for what, _, _ in EDITS])
def test_a_result_holds_while_what_it_read_holds(
    what: str, edit: Callable[[Tracker], Tracker], again: bool, tmp_path: Path
) -> None:
    """A value is worked out again after an edit of what it rests on, and after no other; either way it is right."""
    made = []

    def compute(figures: Figures) -> object:
        made.append(what)
        return quarter(figures)

    for of in (OF, edit(OF)):
        memory = Memory(Cache(tmp_path), "code")
        with memory:
            found = Recall(memory, Figures(of)).of("quarter", compute)
        memory.save()
    assert found.value == quarter(Figures(edit(OF)))
    assert len(made) == 1 + again


def test_who_asks_second_has_read_as_much(tmp_path: Path) -> None:
    """Answers are kept in memory, and a result that is given a kept one depends on the series all the same."""
    memory = Memory(Cache(tmp_path), "code")
    recall = Recall(memory, Figures(OF))
    first, second = recall.of("first", quarter), recall.of("second", quarter)
    assert first.reads == second.reads
    assert [key for key, _ in first.reads] == ["tracker.series:a.sales"]


def test_one_result_of_all_the_data_is_kept(tmp_path: Path) -> None:
    """What rests on any of the data may be large: that of the data before goes."""
    sizes = []
    for of in (OF, decimals(OF), decimals(decimals(OF))):
        memory = Memory(Cache(tmp_path), "code")
        with memory:
            assert Recall(memory, Figures(of)).wholly("all", partial(list, of.metrics)) == [*of.metrics]
        memory.save()
        sizes.append(sum(path.stat().st_size for path in tmp_path.iterdir()))
    assert max(sizes) - min(sizes) < 100


def test_what_may_be_missing_is_no_part_of_the_data(tmp_path: Path) -> None:
    """Where a file could not be read, what rests on all the data is made anew, and none of it is kept."""
    memory = Memory(Cache(tmp_path), "code")
    recall = Recall(memory, Figures(OF), lost=lambda key: True)
    assert recall.wholly("all", lambda: "less") == "less"
    assert Recall(memory, Figures(OF)).wholly("all", lambda: "all") == "all"
    assert recall.wholly("all", lambda: "less") == "less"


def test_what_is_packed_comes_back() -> None:
    """A thing of the model is the same after it was packed, and has one print wherever it comes from."""
    for one in OF.series.values():
        again = unpack(pack(one))
        assert again == one
        assert print_of(again) == print_of(one)
        assert print_of(replace(one, place=Place("x.yaml", 2))) != print_of(one)
    assert isinstance(unpack(pack(quarter(Figures(OF)))), Figure)


def test_what_is_packed_by_itself_goes_on_as_it_is() -> None:
    """A value inside another survives being packed twice, looked at in between or not."""
    given = ("a page", Packed.of((Place("a.md", 1), "x")))
    once = unpack(pack(given))
    twice = unpack(pack(once))
    assert once[1].value == twice[1].value == unpack(pack(once))[1].value == (Place("a.md", 1), "x")
