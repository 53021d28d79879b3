"""From comparisons to a choice, from choices to a reading, from readings to a verdict."""

from __future__ import annotations

from collections.abc import Sequence

from sitegen.claims.results import Compared, Outcome, ReadingOutcome, VerdictWord


def all_of(compared: Sequence[Compared]) -> Outcome:
    """What comparisons that must all hold come to under one choice."""
    found = {each.outcome for each in compared}
    return "no" if "no" in found else "yes" if found == {"yes"} else "open"


def reading_outcome(outcomes: Sequence[Outcome], missing: bool) -> ReadingOutcome:
    """What a reading comes to over all choices."""
    decided = set(outcomes) - {"open"}
    if len(decided) == 2:
        return "split"
    if decided:
        return "yes" if "yes" in decided else "no"
    return "missing" if missing else "open"


def verdict_word(check: ReadingOutcome, alternatives: Sequence[ReadingOutcome]) -> VerdictWord:
    """The verdict that the outcomes of the check and of the other readings make."""
    if check == "split":
        return "disputed"
    if check not in ("yes", "no"):
        return "unverified"
    if any(other in ("yes", "no", "split") and other != check for other in alternatives):
        return "disputed"
    return "supported" if check == "yes" else "contradicted"
