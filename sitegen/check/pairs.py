"""Pairs of the site that are to be compared and have nothing in common."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sitegen.charts.left.out import left_out
from sitegen.figures.common import Apart, Common, in_common, members
from sitegen.model.document import Document
from sitegen.model.site import Pair
from sitegen.model.tracker import Tracker
from sitegen.problems import Problem
from sitegen.recall import Recall


def empty_pairs(tracker: Tracker, recall: Recall, briefs: Iterable[Document]) -> Iterator[Problem]:
    """A warning for each pair without a page, with the reason. briefs: those that are shown."""
    shown = list(briefs)
    for pair in tracker.site.compare:
        if found := nothing(pair, tracker, recall, shown):
            yield left_out(pair.place, f'the comparison of "{pair.one}" and "{pair.other}"', *found)


def nothing(pair: Pair, tracker: Tracker, recall: Recall, briefs: Iterable[Document]) -> tuple[()] | tuple[str, str]:
    """Why there is nothing to compare of a pair, and what to do about it; () if there is something."""
    for id in (pair.one, pair.other):
        page = tracker.entities[id].page
        if page != id:
            where = "" if page is None else f': it stands on the page of "{page}"'
            fix = "take the pair out" if page is None else f"write {page} in its place"
            return f'"{id}" has no page of its own{where}', fix
    common = common_of(pair, tracker, recall)
    sides = members(tracker, pair.one), members(tracker, pair.other)
    if common.any or any(all(side & {*brief.entities} for side in sides) for brief in briefs):
        return ()
    others = "no ranking, place, capability, claim or brief has both"
    return f"{_why(pair, common.apart, tracker)}, and {others}", "add what is known of both, or take the pair out"


def _why(pair: Pair, apart: Apart | None, tracker: Tracker) -> str:
    """Why no number of the one can stand beside one of the other, in words."""
    if apart is None:
        names = (tracker.entities[id].name for id in (pair.one, pair.other))
        return "nothing that is counted of {} is counted of {}".format(*names)
    both = f"both have “{tracker.metrics[apart.one[1]].label}”"
    return f"{both}, and differ in {apart.differs}" if apart.differs else f"{both}, and never for the same period"


def common_of(pair: Pair, tracker: Tracker, recall: Recall) -> Common:
    """What a pair has in common, as it is remembered."""
    ours = members(tracker, pair.one) | members(tracker, pair.other)
    return recall.of(*in_common(pair, (id for id in tracker.series if id[0] in ours))).value
