"""Claims: a statement, the ways to read it, and what the data say of each. Pure: tracker → verdicts."""

from sitegen.claims.failure import failures
from sitegen.claims.judge import judge
from sitegen.claims.results import (
    Answered,
    Candidate,
    Compared,
    Outcome,
    Reading,
    ReadingOutcome,
    Rivalry,
    Side,
    Sign,
    Vague,
    Verdict,
    VerdictWord,
    figures_of,
)
from sitegen.claims.words import ClaimWords

__all__ = [
    "Answered",
    "Candidate",
    "ClaimWords",
    "Compared",
    "Outcome",
    "Reading",
    "ReadingOutcome",
    "Rivalry",
    "Side",
    "Sign",
    "Vague",
    "Verdict",
    "VerdictWord",
    "failures",
    "figures_of",
    "judge",
]
