"""Targets and estimates in charts: what their lines and values are called."""

from __future__ import annotations

from sitegen.charts.plot import Row
from sitegen.words import Locale


def plan_label(label: str, status: str, by: str, locale: Locale) -> str:
    """What a line of plans is called. by: who makes them, where several do."""
    if by:
        return locale.say(f"charts.line-by.{status}", label=label, source=by)
    return locale.say(f"charts.line.{status}", label=label)


def plan_word(row: Row, locale: Locale) -> str:
    """What the value of a row is called that is a target or an estimate; "" where it is neither."""
    return locale.say(f"charts.plan.{row['status']}") if row["estimate"] else ""
