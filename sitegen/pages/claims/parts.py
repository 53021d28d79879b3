"""Claims as pieces of a page: a line in a list, a comparison, a reading, the values that sources dispute."""

from __future__ import annotations

from msgspec import Struct

from sitegen.pages.parts import Pointer, SourceLine
from sitegen.pages.pieces import ChartView, EvidenceLine
from sitegen.pages.view import View


class ClaimLine(Struct, frozen=True, kw_only=True):
    """A claim in a list. word: its verdict. says: who makes it. observed: what decides it, or why nothing does.

    weak: whether only weak sources give the numbers that decide.
    """

    text: str
    href: str
    word: str
    weak: bool
    says: str
    observed: str


class ComparisonRow(Struct, frozen=True, kw_only=True):
    """One comparison: what is asked, what was observed with its sources, what is claimed, and how it ends."""

    asked: str
    observed: str
    claimed: str
    outcome: str


class CandidateRow(Struct, frozen=True, kw_only=True):
    """A value that may be chosen for a disputed address. outcome: how the reading ends with it.

    made: what it was computed from, "" where a source gives it. sources: of the value, or of what it was computed from.
    """

    value: str
    made: str
    sources: tuple[SourceLine, ...]
    outcome: str


class RivalryView(Struct, frozen=True, kw_only=True):
    """An address for which sources give different values."""

    asked: str
    candidates: tuple[CandidateRow, ...]


class ReadingView(Struct, frozen=True, kw_only=True):
    """One way to understand a claim, and how it ends. choices: in how many ways rivals may be chosen, or ""."""

    label: str
    outcome: str
    rows: tuple[ComparisonRow, ...]
    rivalries: tuple[RivalryView, ...]
    choices: str


class ClaimView(View, frozen=True, kw_only=True):
    """`/claims/<id>/`. word, weak, meaning: the verdict, whether it rests on weak sources alone, and what it means in
    a sentence. past: earlier verdicts.

    by: the source that makes it.
    brief: the document that it is a claim of. readings: the check first. because: why nothing can test it, or "".
    pictures: the values that are compared, one for each unit; evidence: what else decides.
    mixed: why what differs is compared, or None. common: why other pages print other values, or "".
    rests: how near to what they count the sources of its numbers are, or "".
    settles: what is missing, or left open.
    used: pages that cite it.
    """

    template = "claim.html"
    text: str
    word: str
    weak: bool
    meaning: str
    past: tuple[str, ...]
    by: SourceLine | None
    brief: Pointer | None
    about: str
    pictures: tuple[ChartView, ...]
    evidence: tuple[EvidenceLine, ...]
    readings: tuple[ReadingView, ...]
    because: str
    mixed: str | None
    common: str
    rests: str
    note: str
    settles: tuple[str, ...]
    used: tuple[Pointer, ...]
    data: str


class ClaimGroup(Struct, frozen=True, kw_only=True):
    """The claims of others, or our own, of one verdict. counted: how many, and whose.

    meaning: what the verdict means, or "" where that is said above.
    """

    id: str
    word: str
    counted: str
    meaning: str
    claims: tuple[ClaimLine, ...]


class ClaimsView(View, frozen=True, kw_only=True):
    """`/claims/`: every claim by its verdict, those of others first."""

    template = "claims.html"
    title: str
    standfirst: str
    groups: tuple[ClaimGroup, ...]
    data: str
