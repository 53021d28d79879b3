"""The picture of a claim: the values that its readings compare, and the evidence that is no number as a dated list."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from sitegen.claims import Answered, Reading, Verdict, figures_of
from sitegen.model.capability import latest
from sitegen.model.source import PRIMARY, mark
from sitegen.pages.charts.view import automatic_view
from sitegen.pages.claims.words import ClaimWriter
from sitegen.pages.pieces import ChartView, ClaimPiece, EvidenceLine
from sitegen.pages.record.version import sources_of
from sitegen.pages.words.writer import Writer
from sitegen.urls import claim_url
from sitegen.words import say_answer


def claim_piece(writer: Writer, id: str) -> ClaimPiece:
    """A claim where it stands alone in a text of the writer's page."""
    verdict = writer.context.edition.verdicts[id]
    writer.page.states(verdict)
    return ClaimPiece(
        text=writer.text(verdict.claim.text, "inline"),
        href=writer.page.link(claim_url(id)),
        word=verdict.word,
        pictures=tuple(pictures_of(writer, verdict)),
        evidence=evidence_of(writer, verdict),
    )


def pictures_of(writer: Writer, verdict: Verdict) -> Iterator[ChartView]:
    """The pictures of a claim, one for each unit of the values that it compares, then those of the claims behind it."""
    behind, left = {verdict.claim.id: verdict}, [verdict]
    while left:
        at = left.pop(0)
        yield from _own_pictures(writer, at.claim.id)
        asked = (side.args[0] for side in _asked(at) if side.function == "verdict")
        new = {id: writer.context.edition.verdicts[id] for id in asked if id not in behind}
        behind |= new
        left += new.values()


def _own_pictures(writer: Writer, claim: str) -> Iterator[ChartView]:
    number = 0
    while (drawn := writer.context.automatic.get(f"claim.{claim}.{number}")) is not None:
        said = drawn.plot.options
        view = automatic_view(writer, drawn.plot.id, said["title"], said["subtitle"])
        if view is not None:
            yield view
        number += 1


def evidence_of(writer: Writer, verdict: Verdict) -> tuple[EvidenceLine, ...]:
    """The entries, answers, events and verdicts that the readings ask for, each once."""
    return tuple(dict.fromkeys(line for side in _asked(verdict) for line in _lines(writer, side)))


def _asked(verdict: Verdict) -> Iterator[Answered]:
    """What the readings ask for that is no number."""
    for reading in verdict.readings:
        for compared in reading.comparisons:
            yield from (side for side in (compared.left, compared.right) if isinstance(side, Answered))


def _lines(writer: Writer, side: Answered) -> Iterator[EvidenceLine]:
    tracker, locale = writer.context.tracker, writer.context.locale
    match side.function:
        case "entry":
            for entry in side.entries:
                where = tracker.places.name(entry.where)
                stage = say_answer("entry", entry.stage, locale)
                said = Markup(writer.say("claim.reached", name=writer.named(entry.entity), place=where, stage=stage))
                yield _line(writer.period(entry.said), said, writer.sourced(entry.text, entry.source))
        case "capability":
            entity, id = side.args
            answers = (answer for answer in tracker.capabilities[id].answers if answer.answer != "unknown")
            for answer in latest(answers, entity):
                label = tracker.capabilities[id].label
                word = say_answer("capability", answer.answer, locale)
                said = Markup("{}, {}: {}").format(writer.named(entity), label, word)
                yield _line(writer.period(answer.said), said, writer.sourced(answer.text, answer.source))
        case "event":
            event = tracker.events[side.args[0]]
            if event.use != "deprecated":
                date = writer.period(event.date)
                yield EvidenceLine(date=date, text=writer.sourced(event.text, event.source))
        case "verdict":
            words = ClaimWriter(writer)
            yield EvidenceLine(date="", text=Markup("{}: {}").format(words.asked(side), words.found(side)))


def _line(date: str, said: Markup, text: str) -> EvidenceLine:
    return EvidenceLine(date=date, text=Markup("{}. {}").format(said, text) if text else said)


def weak(writer: Writer, verdict: Verdict) -> bool:
    """Whether each reading that decides a claim has a number that only weak sources give."""
    sources = writer.context.tracker.sources

    def leans(reading: Reading) -> bool:
        sides = (side for compared in reading.comparisons for side in (compared.left, compared.right))
        found = [sources_of(figure) for side in sides for figure in figures_of(side)]
        return any(ids and all(sources[id].reliability for id in ids) for ids in found)

    return bool(verdict.decisive) and all(map(leans, verdict.decisive))


def rests(writer: Writer) -> str:
    """How near to what they count the sources of the page's numbers are; "" without a number."""
    ids = {id for figure in writer.page.noted for id in sources_of(figure)}
    if not ids:
        return ""
    found = [writer.context.tracker.sources[id] for id in ids]
    primary, passed_on = sum(mark(s) in PRIMARY for s in found), sum(bool(s.reliability) for s in found)
    how = "-".join(word for word, number in (("primary", primary), ("passed", passed_on)) if number)
    numbers = {"primary": writer.number(primary), "passed_on": writer.number(passed_on)}
    return writer.count(f"claim.rests.{how}" if how else "claim.rests", len(found), **numbers)
