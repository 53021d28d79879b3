"""How far the data reach: what is printed where nobody said when they were compiled."""

from __future__ import annotations

from dataclasses import replace

import pytest
from factory import seen, series, source, tracker

from sitegen.figures import Figures, reach
from sitegen.model.basics.period import Period
from sitegen.model.series import Status


@pytest.mark.parametrize(
    ("period", "published", "status", "found"),
    [
        ("2025-Q2", None, "reported", "2025-06"),
        ("2025-06-10", None, "reported", "2025-06-10"),
        ("2025", "2025-03-01", "reported", None),
        ("2025-Q2", "2025-07", "reported", "2025-06"),
        ("2025-Q2", None, "target", None),
    ],
)
def test_how_far_the_data_reach(period: str, published: str | None, status: Status, found: str | None) -> None:
    """To the day or month in which the latest observed period ends; what was said before that end does not count."""
    said = replace(source("press-1"), published=None if published is None else Period.parse(published))
    of = replace(tracker(series("a.sales", seen(period, 1, status=status))), sources={"press-1": said})
    assert reach(Figures(of)) == (None if found is None else Period.parse(found))
