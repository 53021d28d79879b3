"""Claims: a statement, the ways to read it, and what the data say of each. Pure: tracker → verdicts."""

from sitegen.claims.judge import judge
from sitegen.claims.results import (
    Answered,
    Candidate,
    Compared,
    Reading,
    Rivalry,
    Side,
    Sign,
    Vague,
    Verdict,
    VerdictWord,
)

__all__ = [
    "Answered",
    "Candidate",
    "Compared",
    "Reading",
    "Rivalry",
    "Side",
    "Sign",
    "Vague",
    "Verdict",
    "VerdictWord",
    "judge",
]
