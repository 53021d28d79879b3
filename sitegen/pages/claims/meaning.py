"""What a verdict means for one claim, in sentences for readers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from sitegen.claims import (
    Answered,
    Candidate,
    ClaimWords,
    Compared,
    Outcome,
    Reading,
    ReadingOutcome,
    Rivalry,
    Side,
    Verdict,
)
from sitegen.figures import Figure
from sitegen.words import Locale

SaySide = Callable[[Side], str]
SayClaimed = Callable[[Compared], str]

_DECIDED: tuple[ReadingOutcome, ...] = ("yes", "no", "split")
_OUTCOMES: tuple[Outcome, ...] = ("yes", "no", "open")


def meaning(verdict: Verdict, words: ClaimWords) -> str:
    """What the verdict means for this claim, in plain text; words: says what the readings ask for."""
    return _sentences(found(verdict, words.locale, words.found, words.claimed), manner(verdict, words))


def found(verdict: Verdict, locale: Locale, say_side: SaySide, say_claimed: SayClaimed) -> str:
    """What decides a claim: two values, or one and what is claimed; "" where nothing does.

    say_side, say_claimed: how a side and what is claimed of one are written.
    """
    check = verdict.nearest
    if check is None or verdict.word not in ("supported", "contradicted"):
        return ""
    if len(check.comparisons) > 1:
        return locale.say(f"claim.found.several-{verdict.word}")
    compared = check.comparisons[0]
    if isinstance(compared.left, Answered) and compared.left.function == "verdict":
        return locale.say("claim.found.verdict")
    if not isinstance(compared.left, Figure):
        return locale.say(f"claim.found.words-{verdict.word}")
    if isinstance(compared.right, Figure):
        return locale.say("claim.found.values", found=say_side(compared.left), other=say_side(compared.right))
    if compared.right == 0:
        return locale.say("claim.found.value", found=say_side(compared.left))
    return locale.say("claim.found.claimed", found=say_side(compared.left), claimed=say_claimed(compared))


def manner(verdict: Verdict, words: ClaimWords) -> str:
    """Why a claim is not decided, or how surely it is; and what the other ways to read it come to."""
    check, say = verdict.check, words.locale.say
    if check is None:
        return say("claim.untestable")
    if verdict.word == "disputed":
        return _sentences(_depends(check, words), *_instead(check, verdict, words.locale))
    if verdict.word == "unverified":
        why = "missing" if check.outcome == "missing" else "vague"
        who = _by_source(check, words)
        said = say(f"claim.unverified-by.{why}", who=who) if who else say(f"claim.unverified.{why}")
        return _sentences(said, *_instead(check, verdict, words.locale))
    return _sentences(*_surely(check, verdict, words.locale))


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


def _depends(check: Reading, words: ClaimWords) -> str:
    """What the check comes to, which another reading disputes, or whose values decide it how."""
    say = words.locale.say
    if check.outcome != "split":
        return say(f"claim.tested.{check.outcome}")
    who = _by_source(check, words)
    return say("claim.depends.source-by", who=who) if who else say("claim.depends.source")


def _by_source(reading: Reading, words: ClaimWords) -> str:
    """Whose values decide a reading how; "" where no source decides it alone."""
    found = dict.fromkeys(sides(rivalry, words) for rivalry in reading.rivalries if rivalry.decides)
    return "; ".join(filter(None, found))


def _instead(check: Reading, verdict: Verdict, locale: Locale) -> Iterator[str]:
    """What the other readings say, where they are decided and say something else than the check."""
    told = Counter(reading.outcome for reading in verdict.alternatives if reading.outcome in _DECIDED)
    return (locale.count(f"claim.instead.{outcome}", n) for outcome, n in told.items() if outcome != check.outcome)


def _surely(check: Reading, verdict: Verdict, locale: Locale) -> Iterator[str]:
    """Whether a verdict stays the same by whichever source, and read in other ways."""
    decided = [reading for reading in verdict.alternatives if reading.decided]
    tested = [reading for reading in (check, *decided) if reading.choices > 1]
    if tested and all(reading.whoever for reading in tested):
        yield locale.say("claim.whichever")
    if decided:
        yield locale.count("claim.same", len(decided))
    if left := len(verdict.alternatives) - len(decided):
        yield locale.count("claim.undecided", left)


def _sentences(*found: str) -> str:
    return " ".join(filter(None, found))
