"""Comparisons as words of a page, every number in them a figure with its sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from markupsafe import Markup, escape

from sitegen.claims import Answered, Candidate, ClaimWords, Compared, Outcome, Reading, Rivalry, Side, Vague, Verdict
from sitegen.claims.terms import is_missing
from sitegen.claims.words import period_of, shared, stated
from sitegen.figures import Figure, Missing, say
from sitegen.figures.figure import ANSWERS
from sitegen.figures.labels import label_of
from sitegen.model.basics.amount import Amount, digits_after
from sitegen.model.basics.period import Period
from sitegen.pages.claims.meaning import found, manner, sides
from sitegen.pages.claims.parts import CandidateRow, ComparisonRow, ReadingView, RivalryView
from sitegen.pages.words.show import plain, show_number
from sitegen.pages.words.writer import Writer
from sitegen.urls import capability_url, claim_url, entity_url, expansion_url, ranking_url, series_url


class ClaimWriter:
    """Writes comparisons for one page. elsewhere: whether it has told what other pages print for a value."""

    def __init__(self, writer: Writer) -> None:
        self._writer, self.elsewhere = writer, False
        self.words = ClaimWords(writer.context.figures, lambda text: plain(text, writer.context.edition))

    def reading(self, reading: Reading, label: str) -> ReadingView:
        """A reading with its comparisons, and what rival values make of it."""
        choices = self._writer.number(reading.choices) if reading.choices > 1 else ""
        return ReadingView(
            label=label,
            outcome=self._writer.say(f"claim.read.{reading.outcome}"),
            rows=tuple(self._row(compared) for compared in reading.comparisons),
            rivalries=tuple(self._rivalry(rivalry) for rivalry in reading.rivalries),
            choices=choices,
        )

    def meaning(self, verdict: Verdict) -> Markup:
        """What the verdict means for its claim, with what decides it first."""
        decided = Markup(found(verdict, self._writer.context.locale, self.found, self.claimed))
        return Markup(" ").join(filter(None, (decided, manner(verdict, self.words))))

    def asked(self, side: Side) -> Markup:
        """What a side asks the data for, linked to where that stands."""
        name, url, period = self.words.name(side), self._url(side), period_of(side)
        linked = escape(name) if url is None else self._writer.anchor(name, self._writer.page.link(url))
        return linked if period is None else Markup("{}, {}").format(linked, self._writer.period(period))

    def found(self, side: Side) -> Markup:
        """What the data answer, with its sources; or what the check itself says."""
        match side:
            case Figure() if side.addresses:
                return Markup(self._writer.figure(side))
            case Figure():
                return Markup('<data value="{}">{}</data>').format(side.amount.value, self.words.found(side))
            case Answered():
                cited = Markup("").join(self._writer.cite(source) for source in dict.fromkeys(side.sources))
                return self._answer(side) + cited
            case Decimal():
                return show_number(side, self._writer.context.locale, digits_after(side))
            case Amount(value=Decimal() as value):
                return Markup('<data value="{}">{}</data>').format(value, self.words.found(side))
            case Period():
                return self._writer.period(side)
        return escape(self.words.found(side))

    def claimed(self, compared: Compared) -> Markup:
        """What the check asks for."""
        asked, found = self.asked(compared.right), self.found(stated(compared))
        return Markup(self.words.claim(compared, Markup("{} ({})").format(asked, found) if asked else found))

    def observed(self, reading: Reading) -> Markup:
        """What a reading found, in one line."""
        sides = (side for compared in reading.comparisons for side in (compared.left, compared.right))
        asked = (Markup("{}: {}").format(self.asked(side), self.found(side)) for side in sides if self.words.name(side))
        return Markup("; ").join(dict.fromkeys(asked))

    def settles(self, reading: Reading) -> Iterator[Markup]:
        """What is missing in a reading, what is too vague, and which sources would have to be right."""
        for compared in reading.comparisons:
            for side in (compared.left, compared.right):
                if is_missing(side):
                    yield Markup("{}.").format(self.asked(side))
            if compared.outcome == "open" and not isinstance(compared.left, Vague):
                asked, found = self.asked(compared.left), self.found(compared.left)
                if isinstance(compared.left, Figure) and not isinstance(compared.right, Figure | Answered):
                    yield Markup(self._writer.say("claim.exact", asked=asked, found=found))
                else:
                    claimed = self.claimed(compared)
                    yield Markup(self._writer.say("claim.vague", asked=asked, found=found, claimed=claimed))
        for rivalry in reading.rivalries:
            if rivalry.decides:
                who = sides(rivalry, self.words)
                about = self._address(rivalry)
                say = self._writer.say
                yield Markup(
                    say("claim.which", about=about, who=who) if who else say("claim.which-source", about=about)
                )

    def _row(self, compared: Compared) -> ComparisonRow:
        others = [self._elsewhere(side) for side in (compared.left, compared.right)]
        return ComparisonRow(
            asked=self.asked(compared.left),
            observed=self.found(compared.left) + others[0],
            claimed=self.claimed(compared) + others[1],
            outcome=self._writer.say(f"claim.outcome.{compared.outcome}"),
        )

    def _elsewhere(self, side: Side) -> Markup:
        """What other pages print for a side, where a check takes a closer value; else ""."""
        if not isinstance(side, Figure) or side.address is None or side.kind not in ANSWERS:
            return Markup("")
        locale, answer = self._writer.context.locale, self._writer.context.figures.answer(side.address)
        if not isinstance(answer, Figure) or say(answer, locale) == say(side, locale):
            return Markup("")
        self.elsewhere = True
        words = self._writer.say("claim.elsewhere", value=self._writer.figure(answer, "inline"))
        return Markup('<span class="definition">{}</span>').format(words)

    def _rivalry(self, rivalry: Rivalry) -> RivalryView:
        """An address with its values, each once: one that several computations give has the sources of all."""
        same: dict[tuple[str, str, frozenset[Outcome]], list[Candidate]] = {}
        for each in rivalry.candidates:
            alone = "" if each.observation is None else each.observation.source
            printed = say(each.figure, self._writer.context.locale)
            same.setdefault((printed, alone, each.outcomes), []).append(each)
        return RivalryView(
            asked=self._address(rivalry),
            candidates=tuple(self._candidate(each, rivalry) for each in same.values()),
        )

    def _address(self, rivalry: Rivalry) -> Markup:
        """The address that sources dispute, its value or a change of it."""
        figure = rivalry.candidates[0].figure
        when, label = period_of(figure), label_of(figure, self._writer.context.locale)
        linked = self._writer.anchor(label, self._writer.page.link(series_url(rivalry.address.series)))
        return linked if when is None else Markup("{}, {}").format(linked, self._writer.period(when))

    def _candidate(self, alike: Sequence[Candidate], rivalry: Rivalry) -> CandidateRow:
        candidate, made = alike[0], ""
        found = candidate.outcomes
        end = min(found - {"open"}, default="open")
        outcome = self._writer.say("claim.read.split" if {"yes", "no"} <= found else f"claim.outcome.{end}")
        if candidate.observation is None:
            made = self._writer.say("claim.from-parts" if rivalry.change is None else "claim.from-ends")
            sources = dict.fromkeys(each.source for one in alike for each in one.figure.observations)
        else:
            sources = dict.fromkeys([candidate.observation.source])
        return CandidateRow(
            value=self._writer.figure(candidate.figure, "inline"),
            made=made,
            sources=tuple(map(self._writer.source, sources)),
            outcome=outcome,
        )

    def _answer(self, side: Answered) -> Markup:
        """A word, a day or a place."""
        if side.function == "event" and side.interval is not None:
            return self._writer.period(self._writer.context.tracker.events[side.args[0]].date)
        if side.function != "rank" or side.interval is None or side.interval.low is None:
            return escape(self.words.found(side))
        low, high = side.interval.low, side.interval.high
        if high is None or low == high:
            number = self._writer.number(int(low))
            return Markup(shared(side, number, self._writer.context.locale))
        ends = (self._writer.number(int(end)) for end in (low, high))
        first, last = ends
        return Markup(self._writer.say("claim.rank.between", low=first, high=last, why=side.reason))

    def _url(self, side: Side) -> str | None:
        """Where what a side asks for stands on the site."""
        tracker = self._writer.context.tracker
        match side:
            case Figure() if side.addresses:
                return series_url(side.addresses[0].series)
            case Missing():
                return series_url(side.address.series)
            case Answered(function="rank", args=args):
                return ranking_url(tracker.rankings[args[0]])
            case Answered(function="capability", args=args):
                return capability_url(args[1])
            case Answered(function="entry", args=args):
                page = tracker.entities[args[0]].page
                return expansion_url(page) if page in {entry.company for entry in tracker.entries} else None
            case Answered(function="event", args=args):
                entities = (tracker.entities[id] for id in tracker.events[args[0]].entities)
                return next((url for entity in entities if (url := entity_url(entity)) is not None), None)
            case Answered(function="verdict", args=args):
                return claim_url(args[0])
        return None
