"""A value that no source gives, but that follows from published values of its own series."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from sitegen.model.basics.address import Address
from sitegen.model.basics.period import Period
from sitegen.problems import Place
from sitegen.value import Value


class Term(Struct, frozen=True):
    """A published value that is added, or subtracted if `minus`."""

    address: Address
    minus: bool = False


class WorkedOut(Value, frozen=True, eq=False, kw_only=True):
    """`worked_out` in `values` of a series. The days of its terms, added and subtracted, are those of `period`."""

    ASIDE = ("place",)
    period: Period
    terms: tuple[Term, ...]
    note: str | None
    accepted: Mapping[str, str]
    place: Place

    @property
    def words(self) -> str:
        """The periods of its terms, added and subtracted: `2025-H1 - 2025-Q1`."""
        signed = "".join(f" {'-' if term.minus else '+'} {term.address.period}" for term in self.terms)
        return signed.removeprefix(" + ").strip()
