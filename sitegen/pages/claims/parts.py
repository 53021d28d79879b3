"""Claims as pieces of a page: a line in a list, a comparison, a reading, the values that sources dispute."""

from __future__ import annotations

from dataclasses import dataclass

from sitegen.pages.parts import Pointer, SourceLine
from sitegen.pages.pieces import ChartView, EvidenceLine
from sitegen.pages.view import View


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimLine:
    """A claim in a list. word: its verdict. says: who makes it. observed: what its check found, or why nothing."""

    text: str
    href: str
    word: str
    says: str
    observed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonRow:
    """One comparison: what is asked, what was observed with its sources, what is claimed, and how it ends."""

    asked: str
    observed: str
    claimed: str
    outcome: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CandidateRow:
    """A value that a source gives for a disputed address. outcome: how the reading ends with it."""

    value: str
    source: SourceLine | None
    outcome: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RivalryView:
    """An address for which sources give different values."""

    asked: str
    candidates: tuple[CandidateRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingView:
    """One way to understand a claim, and how it ends. choices: in how many ways rivals may be chosen, or ""."""

    label: str
    outcome: str
    rows: tuple[ComparisonRow, ...]
    rivalries: tuple[RivalryView, ...]
    choices: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimView(View):
    """`/claims/<id>/`. word, meaning: the verdict, and what it means in a sentence. past: earlier verdicts.

    by: the source that makes it.
    brief: the document that it is a claim of. readings: the check first. because: why nothing can test it, or "".
    pictures: the values that are compared, one for each unit; evidence: what else decides; undrawn: what is missing
    where there is neither, or "".
    mixed: why what differs is compared, or None. change: what is missing, and what would change the verdict.
    used: pages that cite it.
    """

    template = "claim.html"
    text: str
    word: str
    meaning: str
    past: tuple[str, ...]
    by: SourceLine | None
    brief: Pointer | None
    about: str
    pictures: tuple[ChartView, ...]
    evidence: tuple[EvidenceLine, ...]
    undrawn: str
    readings: tuple[ReadingView, ...]
    because: str
    mixed: str | None
    note: str
    change: tuple[str, ...]
    used: tuple[Pointer, ...]
    data: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimGroup:
    """The claims of others, or our own, of one verdict. counted: how many, and whose.

    meaning: what the verdict means, or "" where that is said above.
    """

    id: str
    word: str
    counted: str
    meaning: str
    claims: tuple[ClaimLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimsView(View):
    """`/claims/`: every claim by its verdict, those of others first."""

    template = "claims.html"
    title: str
    standfirst: str
    groups: tuple[ClaimGroup, ...]
    data: str
