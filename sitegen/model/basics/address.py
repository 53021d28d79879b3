"""Addresses: `entity.metric@period`, with `~source` for one source's value."""

from __future__ import annotations

import re
from typing import Literal, get_args

from msgspec import Struct, structs

from sitegen.model.basics.calendar import Calendar
from sitegen.model.basics.meant import period_meant
from sitegen.model.basics.period import FinancialPeriod, Period, When, read_when

Latest = Literal["latest", "latest-year", "latest-half", "latest-quarter", "latest-month", "latest-week"]
LATEST: tuple[Latest, ...] = get_args(Latest)
SeriesId = tuple[str, str]

_ADDRESS = re.compile(r"([a-z0-9-]+)\.([a-z0-9-]+)@([^~\s]+?)(?:~([a-z0-9-]+))?")
_SERIES = re.compile(r"[a-z0-9-]+\.[a-z0-9-]+")


class Address(Struct, frozen=True):
    """What is asked for: an entity's metric in a period, perhaps as one source gives it."""

    entity: str
    metric: str
    period: When | Latest
    source: str | None = None

    @property
    def series(self) -> SeriesId:
        """The (entity, metric) pair that names the series."""
        return (self.entity, self.metric)

    @classmethod
    def parse(cls, text: str) -> Address:
        """Reads an address; raises ValueError with a sentence for an editor."""
        match = _ADDRESS.fullmatch(text)
        if match is None:
            raise ValueError(f'"{text}" is not an address: {_meant(text)}')
        entity, metric, when, source = match.groups()
        latest = next((word for word in LATEST if word == when), None)
        return cls(entity, metric, latest or read_when(when), source)

    def on(self, calendar: Calendar | None) -> Address:
        """The same address on the calendar of its series; raises ValueError for a financial year without one."""
        match self.period:
            case Period() if self.period.calendar != calendar:
                return structs.replace(self, period=self.period.on(calendar))
            case FinancialPeriod(text=text):
                return structs.replace(self, period=Period.parse(text, calendar))
        return self

    def __str__(self) -> str:
        tail = f"~{self.source}" if self.source else ""
        return f"{self.entity}.{self.metric}@{self.period}{tail}"


def _meant(text: str) -> str:
    """How to write what is no address: its ids in small letters, its period as the data have it, or what one is."""
    series, at, when = text.strip().partition("@")
    series = series.casefold()
    if _SERIES.fullmatch(series) and not at:
        return f"add a period, as in {series}@2025-Q1"
    period = period_meant(when) or when
    if _ADDRESS.fullmatch(written := f"{series}@{period}"):
        return f"write {written}"
    return "write entity.metric@period, as in acme.sales@2025-Q1"


def parse_series(text: str) -> SeriesId:
    """`entity.metric` as a pair; raises ValueError with a sentence for an editor."""
    entity, dot, metric = text.partition(".")
    if not dot or not re.fullmatch(r"[a-z0-9-]+", entity) or not re.fullmatch(r"[a-z0-9-]+", metric):
        raise ValueError(f'"{text}" is not a series: write entity.metric, as in acme.sales')
    return (entity, metric)
