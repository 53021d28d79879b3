"""From comparisons to a choice, from choices to a reading, from readings to a verdict."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sitegen.claims.results import Compared, Outcome, ReadingOutcome, VerdictWord


def all_of(compared: Sequence[Compared]) -> Outcome:
    """What comparisons that must all hold come to under one choice."""
    found = {each.outcome for each in compared}
    return "no" if "no" in found else "yes" if found == {"yes"} else "open"


def reading_outcome(outcomes: Collection[Outcome], missing: bool) -> ReadingOutcome:
    """What a reading comes to over all choices: decided only where every choice says the same."""
    found = set(outcomes)
    if len(found) == 1 and "open" not in found:
        return "yes" if "yes" in found else "no"
    if {"yes", "no"} <= found:
        return "split"
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
