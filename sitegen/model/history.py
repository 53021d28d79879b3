"""What changed in the data: values that were added, replaced or taken away, by day, as commits show it."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from sitegen.model.basics.address import SeriesId

ChangeClass = Literal["corrected", "restated", "revised", "re-sourced", "moved", "withdrawn", "added"]
"""docs/changes.md says what each is."""
Gap = Literal["", "no-git", "no-repository", "shallow"]
"""Why no history is known: git is missing, the project lies in no repository, or the clone is cut off."""


class Stated(Struct, frozen=True):
    """The value that led in a period, as it was written. value: a number, or `low/high`. source: its id."""

    value: str
    bound: str
    source: str


class Change(Struct, frozen=True, kw_only=True):
    """What happened to one figure on one day. period: as it is written. reason: the message of the commit.

    left: of a number that moved, the series and the period under which it stood before.
    """

    day: str
    series: SeriesId
    period: str
    kind: ChangeClass
    old: Stated | None
    new: Stated | None
    reason: str
    left: tuple[SeriesId, str] | None = None

    @property
    def address(self) -> str:
        """The address of the figure."""
        return f"{'.'.join(self.series)}@{self.period}"

    @property
    def former(self) -> str:
        """The address that the figure left; "" if it did not move."""
        return "" if self.left is None else f"{'.'.join(self.left[0])}@{self.left[1]}"

    @property
    def id(self) -> str:
        """What names the change, whatever commits it came in: address and day."""
        return f"{self.address} {self.day}"


class Unread(Struct, frozen=True):
    """A file of a commit that could not be read: the day, the commit's message and the file."""

    day: str
    reason: str
    path: str


class Turned(Struct, frozen=True):
    """A claim whose verdict is another one from a day on. old, new: the verdicts; "" where there was no such claim.

    text: the claim as it was written last. reason: the message of the commit.
    """

    day: str
    claim: str
    old: str
    new: str
    text: str
    reason: str

    @property
    def id(self) -> str:
        """What names the change, whatever commits it came in: claim and day."""
        return f"claim {self.claim} {self.day}"


class Untested(Struct, frozen=True):
    """A commit whose claims cannot be tested by today's code: the day, its message, and the first thing in the way."""

    day: str
    reason: str
    problem: str


class Renamed(Struct, frozen=True):
    """A series whose values all went to another id, on one day."""

    day: str
    old: SeriesId
    new: SeriesId


class ChangesShown(Struct, frozen=True):
    """`changes` in `data/site.yaml`. since: the first day that is shown. hide: addresses, days and
    claims, as `claims/id`, that are not. reasons: a sentence for each of some days; None for the messages of commits.
    """

    since: str = ""
    hide: tuple[str, ...] = ()
    reasons: tuple[tuple[str, str], ...] | None = None

    def reason(self, day: str, message: str) -> str:
        """Why something changed, for readers: the sentence of the day or "", or the message of the commit."""
        return message if self.reasons is None else dict(self.reasons).get(day, "")

    @property
    def key(self) -> tuple[str, ...]:
        """What of it decides what is shown, for memories."""
        return (self.since, *self.hide, repr(self.reasons))


class History(Struct, frozen=True):
    """The changes of the project's data, the newest day first, of one day by reason and address.

    turned, untested: of the last commits only.
    """

    changes: tuple[Change, ...] = ()
    unread: tuple[Unread, ...] = ()
    renamed: tuple[Renamed, ...] = ()
    gap: Gap = ""
    turned: tuple[Turned, ...] = ()
    untested: tuple[Untested, ...] = ()
