"""What a chart names and does not show, with the reason and what to do."""

from sitegen.charts.left.left import lefts, why_empty
from sitegen.charts.left.out import OUT, left_out

__all__ = ["OUT", "left_out", "lefts", "why_empty"]
