"""What a verdict means for one claim, in sentences for readers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from sitegen.claims import Candidate, ClaimWords, Outcome, Reading, ReadingOutcome, Rivalry, Verdict
from sitegen.figures import Figure, Missing

_DECIDED: tuple[ReadingOutcome, ...] = ("yes", "no", "split")
_OUTCOMES: tuple[Outcome, ...] = ("yes", "no", "open")


def meaning(verdict: Verdict, words: ClaimWords) -> str:
    """What the verdict means for this claim; words: says what the readings ask for."""
    check, say = verdict.check, words.locale.say
    if check is None:
        return say("claim.untestable")
    if verdict.word == "disputed":
        return _sentences(_depends(check, verdict, words), *_instead(verdict, words))
    if verdict.word == "unverified":
        why = "missing" if check.outcome == "missing" else "vague"
        who = _by_source(check, words)
        said = say(f"claim.unverified-by.{why}", who=who) if who else say(f"claim.unverified.{why}")
        return _sentences(said, *_instead(verdict, words))
    return _sentences(_decided(check, verdict, words), _undecided(verdict, words))


def sides(rivalry: Rivalry, words: ClaimWords) -> str:
    """Which sources decide a reading how: "supported by The Post, left open by The Times"; "" if none does alone."""
    found: dict[Outcome, list[str]] = {}
    for candidate in rivalry.candidates:
        for outcome in candidate.outcomes if len(candidate.outcomes) == 1 else ():
            found.setdefault(outcome, []).append(_who(candidate, rivalry, words))
    say = words.locale.say
    listed = ((outcome, words.locale.listed(found[outcome])) for outcome in _OUTCOMES if outcome in found)
    return ", ".join(say(f"claim.side.{outcome}", names=names) for outcome, names in listed)


def _who(candidate: Candidate, rivalry: Rivalry, words: ClaimWords) -> str:
    if candidate.observation is not None:
        return words.figures.tracker.sources[candidate.observation.source].publisher
    return words.locale.say("claim.who.sum" if rivalry.change is None else "claim.who.change")


def _depends(check: Reading, verdict: Verdict, words: ClaimWords) -> str:
    say = words.locale.say
    if check.outcome == "split":
        who = _by_source(check, words)
        return say("claim.depends.source-by", who=who) if who else say("claim.depends.source")
    by_source = any(reading.outcome == "split" for reading in verdict.alternatives)
    return say("claim.depends.both" if by_source else "claim.depends.reading")


def _by_source(reading: Reading, words: ClaimWords) -> str:
    """Whose values decide a reading how; "" where no source decides it alone."""
    found = dict.fromkeys(sides(rivalry, words) for rivalry in reading.rivalries if rivalry.decides)
    return "; ".join(filter(None, found))


def _instead(verdict: Verdict, words: ClaimWords) -> Iterator[str]:
    """What the other readings say, where they are decided and say something else than the check."""
    check = verdict.check
    if check is None:
        return
    counts = Counter(_counted(reading, check, words) for reading in verdict.alternatives)
    told: dict[tuple[str, str], list[str]] = {}
    for reading in verdict.alternatives:
        if reading.outcome in _DECIDED and reading.outcome != check.outcome:
            verb, what = counted = _counted(reading, check, words)
            if not what or counts[counted] > 1:
                verb, what = "say", _stated(reading, words)
            told.setdefault((verb, reading.outcome), []).append(what)
    for (verb, outcome), whats in told.items():
        yield words.locale.say(f"claim.instead.{verb}-{outcome}", what=words.locale.listed(whats, "or"))


def _stated(reading: Reading, words: ClaimWords) -> str:
    """The comparisons of a reading themselves."""
    return words.locale.listed(f"{words.asked(each.left)}: {words.claimed(each)}" for each in reading.comparisons)


def _counted(reading: Reading, check: Reading, words: ClaimWords) -> tuple[str, str]:
    """What a reading counts, or takes, that the check does not; "" where they ask for the same.

    Of a reading that does not hold only the comparisons that fail are told: one of them is enough.
    """
    asked = {words.asked(side) for each in check.comparisons for side in (each.left, each.right)}
    failed = [each for each in reading.comparisons if reading.outcome == "no" and each.outcome == "no"]
    deciding = failed or reading.comparisons
    others = [side for each in deciding for side in (each.left, each.right) if words.asked(side) not in asked]
    verb = "count" if all(isinstance(side, Figure | Missing) for side in others) else "take"
    return verb, words.locale.listed(dict.fromkeys(words.inside(side) for side in others))


def _decided(check: Reading, verdict: Verdict, words: ClaimWords) -> str:
    """What the data say, and how surely."""
    say, decided = words.locale.say, [reading for reading in verdict.alternatives if reading.decided]
    always = [say("claim.always.read")] if decided else []
    if len(verdict.alternatives) > len(decided):
        always = [say("claim.always.decided" if decided else "claim.always.check")]
    tested = [reading for reading in (check, *decided) if reading.choices > 1]
    if tested and all(reading.whoever for reading in tested):
        always.append(say("claim.always.source"))
    if not always:
        return say(f"claim.decided.{verdict.word}")
    return say(f"claim.decided-always.{verdict.word}", always=words.locale.listed(always))


def _undecided(verdict: Verdict, words: ClaimWords) -> str:
    """That other readings stay open; "" where none does."""
    left = sum(not reading.decided for reading in verdict.alternatives)
    return words.locale.count("claim.undecided", left) if left else ""


def _sentences(*found: str) -> str:
    return " ".join(filter(None, found))
