"""What a verdict means for one claim, in sentences for readers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from sitegen.claims import Answered, Candidate, ClaimWords, Outcome, Reading, ReadingOutcome, Rivalry, Side, Verdict
from sitegen.figures import Figure, Missing

_ENDS: Mapping[ReadingOutcome, str] = {
    "yes": "it is supported",
    "no": "it is contradicted",
    "split": "it depends on which source is right",
}
_BY: Mapping[Outcome, str] = {"yes": "supported by", "no": "contradicted by", "open": "left open by"}


def meaning(verdict: Verdict, words: ClaimWords) -> str:
    """What the verdict means for this claim; words: says what the readings ask for."""
    check = verdict.check
    if check is None:
        return "Nothing in our documents can test it."
    if verdict.word == "disputed":
        return _sentences(_depends(check, verdict, words), *_instead(verdict, words))
    if verdict.word == "unverified":
        missing = "What it would take to decide it is missing"
        why = missing if check.outcome == "missing" else "What our documents say does not settle it"
        return _sentences(f"{why}{_by_source(check, words)}.", *_instead(verdict, words))
    return _sentences(_decided(check, verdict), _undecided(verdict))


def sides(rivalry: Rivalry, words: ClaimWords) -> str:
    """Which sources decide a reading how: "supported by The Post, left open by The Times"; "" if none does alone."""
    found: dict[Outcome, list[str]] = {}
    for candidate in rivalry.candidates:
        for outcome in candidate.outcomes if len(candidate.outcomes) == 1 else ():
            found.setdefault(outcome, []).append(_who(candidate, rivalry, words))
    return ", ".join(f"{by} {_joined(found[outcome])}" for outcome, by in _BY.items() if outcome in found)


def _who(candidate: Candidate, rivalry: Rivalry, words: ClaimWords) -> str:
    if candidate.observation is not None:
        return words.figures.tracker.sources[candidate.observation.source].publisher
    return "the sum of its parts" if rivalry.change is None else "the change that both ends give"


def _depends(check: Reading, verdict: Verdict, words: ClaimWords) -> str:
    if check.outcome == "split":
        return f"It depends on which source is right{_by_source(check, words)}."
    by_source = any(reading.outcome == "split" for reading in verdict.alternatives)
    return f"It depends on how it is read{' and on which source is right' if by_source else ''}."


def _by_source(reading: Reading, words: ClaimWords) -> str:
    """Whose values decide a reading how, after a colon; "" where no source decides it alone."""
    found = dict.fromkeys(sides(rivalry, words) for rivalry in reading.rivalries if rivalry.decides)
    said = "; ".join(filter(None, found))
    return f": {said}" if said else ""


def _instead(verdict: Verdict, words: ClaimWords) -> Iterator[str]:
    """What the other readings say, where they are decided and say something else than the check."""
    check = verdict.check
    if check is None:
        return
    counts = Counter(_counted(reading, check, words) for reading in verdict.alternatives)
    for reading in verdict.alternatives:
        if reading.outcome in _ENDS and reading.outcome != check.outcome:
            counted = _counted(reading, check, words)
            taken = counted if counted and counts[counted] == 1 else _stated(reading, words)
            yield f"If you {taken}{',' if ',' in taken else ''} instead, {_ENDS[reading.outcome]}."


def _stated(reading: Reading, words: ClaimWords) -> str:
    """The comparisons of a reading themselves."""
    return f"take it to say {_joined([f'{words.asked(c.left)}: {words.claimed(c)}' for c in reading.comparisons])}"


def _counted(reading: Reading, check: Reading, words: ClaimWords) -> str:
    """What a reading asks for and the check does not; "" where they ask for the same."""
    asked = {words.asked(side) for each in check.comparisons for side in (each.left, each.right)}
    others = [
        side for each in reading.comparisons for side in (each.left, each.right) if words.asked(side) not in asked
    ]
    if not others:
        return ""
    verb = "count" if all(isinstance(side, Figure | Missing) for side in others) else "take"
    return f"{verb} {_joined(list(dict.fromkeys(_inside(side, words) for side in others)))}"


def _inside(side: Side, words: ClaimWords) -> str:
    """What a side asks for, inside a sentence."""
    asked = words.asked(side)
    return f"the r{asked[1:]}" if isinstance(side, Answered) and side.function == "rank" else asked


def _decided(check: Reading, verdict: Verdict) -> str:
    """What the data say, and how surely."""
    words = "The data support it" if verdict.word == "supported" else "The data say otherwise"
    decided = [reading for reading in verdict.alternatives if reading.decided]
    several = "however it is read" if decided else ""
    if len(verdict.alternatives) > len(decided):
        several = "in every reading that they decide" if decided else "as the check reads it"
    tested = [reading for reading in (check, *decided) if reading.choices > 1]
    rivals = "whichever source is right" if tested and all(reading.whoever for reading in tested) else ""
    always = " and ".join(filter(None, (several, rivals)))
    return f"{words}, {always}." if always else f"{words}."


def _undecided(verdict: Verdict) -> str:
    """How many other readings stay open, in words; "" for none."""
    left = sum(not reading.decided for reading in verdict.alternatives)
    return "" if not left else "Another reading stays open." if left == 1 else "Other readings stay open."


def _sentences(*found: str) -> str:
    return " ".join(filter(None, found))


def _joined(names: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))
