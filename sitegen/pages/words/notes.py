"""The note behind a number: definition, period, basis, status, source, rivals with their spread, parts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import quote, urlencode

from markupsafe import Markup

from sitegen.figures import Figure, machine_value, rival_figures, say_period
from sitegen.figures.arithmetic.linear import terms_of
from sitegen.figures.labels import label_of, made_of
from sitegen.figures.nouns import heading, noun_of
from sitegen.figures.values.ceilings import ceilings
from sitegen.figures.values.rivals import same_and_other
from sitegen.figures.values.spread import closed
from sitegen.figures.words import MINUS, ends, hidden, in_own_unit
from sitegen.model.basics.address import Address
from sitegen.model.basics.period import Period
from sitegen.model.series import Series
from sitegen.pages.changes.lines import before
from sitegen.pages.parts import Note, Part, Rival
from sitegen.pages.sharing.number import number_citation
from sitegen.pages.words.spread import dispute, spread, whole
from sitegen.pages.words.terms import term
from sitegen.pages.words.weeks import weeks
from sitegen.pages.words.writer import Writer
from sitegen.problems.codes import CODES
from sitegen.urls import address_url


def note(writer: Writer, id: str, figure: Figure) -> Note:
    """The note of a figure, under an id."""
    first = figure.addresses[0]
    series = writer.context.tracker.series[first.series]
    same, other = same_and_other(figure, rival_figures(writer.context.figures, figure), writer.context.locale)
    return Note(
        id=id,
        heading=label_of(figure, writer.context.locale),
        value=writer.figure(figure, "inline"),
        unit=unit(writer, figure),
        facts=_facts(writer, figure, first),
        counted=tuple(what_counts(writer, series)),
        sources=tuple(writer.source(source) for source in _sources(figure)),
        reason=None if figure.observation is None else figure.observation.reason,
        same=tuple(rival(writer, each).source for each in same),
        rivals=tuple(rival(writer, each) for each in other),
        disagree=figure.disagree,
        spread=spread(writer, figure),
        made=made(writer, figure),
        parts=tuple(_part(writer, part) for part in figure.inputs),
        mixed=figure.mixed or weeks(writer, figure),
        href=writer.page.link(address_url(first)),
        address=", ".join(map(str, figure.nearest)),
        report=report(writer, str(first), _report(writer, figure)),
        cite=number_citation(writer, figure, unit(writer, figure)),
    )


def formula(writer: Writer, figure: Figure) -> Markup:
    """What a figure is worked out from: "H1 2025 − Q1 2025", each period a link to its value."""
    terms = () if figure.worked is None else figure.worked.terms
    return _signed(writer, ((term.address, MINUS if term.minus else "+") for term in terms))


def _signed(writer: Writer, terms: Iterable[tuple[Address, str]]) -> Markup:
    """Periods with their signs, each a link to its value; the first plus is left out."""
    links = ((sign, writer.anchor(writer.when(at), writer.page.link(address_url(at)))) for at, sign in terms)
    return Markup(Markup(" ").join(Markup("{} {}").format(*pair) for pair in links).removeprefix("+ "))


def remainder(writer: Writer, figure: Figure) -> Markup:
    """What is left of a sum where a part falls out of it, for another is worked out with it; else "" alone."""
    factors = () if figure.terms is None else figure.terms.factors
    if len(factors) == sum(len(terms_of(part).factors) for part in figure.inputs):
        return Markup()
    signs = {1: "+", -1: MINUS}
    terms = [(part.address, signs[factor]) for part, factor in factors if part.address is not None and factor in signs]
    return _signed(writer, terms) if len(terms) == len(factors) else Markup()


def unit(writer: Writer, figure: Figure) -> str:
    """The unit, where the words of the figure do not say it already."""
    return noun_of(figure, writer.context.locale)


def rival(writer: Writer, figure: Figure) -> Rival:
    """Another value of an address, or another reported change, with its source."""
    [source] = (observation.source for observation in figure.observations)
    return Rival(value=whole(writer, figure), source=writer.source(source))


def excuses(writer: Writer, accepted: Mapping[str, str]) -> tuple[str, ...]:
    """Warnings that stay: what each means for a reader, and why it is accepted; a code that is none is left out."""
    stay = {code: why for code, why in accepted.items() if code in CODES and CODES[code].severity == "warning"}
    meanings = {code: writer.say(f"accepted.meaning.{code}") for code in stay}
    return tuple(writer.say("accepted.item", meaning=meanings[code], reason=why) for code, why in stay.items())


def at_most(writer: Writer, addresses: Iterable[Address]) -> Iterator[str]:
    """By the number of which other series the answers of addresses have an upper end, and why."""
    for address in addresses:
        if address.series in writer.context.tracker.series and isinstance(address.period, Period):
            for each in ceilings(writer.context.figures, address):
                [whole] = each.figure.inputs
                assert whole.address is not None  # it is a value that a source gives
                link = writer.anchor(whole.label, writer.page.link(address_url(whole.address)))
                yield writer.say("note.at-most.why", whole=link, reason=each.reason)


def report(writer: Writer, title: str, lines: Iterable[str]) -> str | None:
    """Where readers report a problem: a new issue with this title and these lines; None without a repository."""
    repository = writer.context.tracker.site.repository
    if repository is None:
        return None
    page, ask = writer.say("report.page", url=writer.page.url), writer.say("report.ask")
    body = "\n".join((*lines, page, "", ask, ""))
    return f"{repository.rstrip('/')}/issues/new?{urlencode({'title': title, 'body': body}, quote_via=quote)}"


def counted(writer: Writer, series: Series) -> str:
    """What a series counts, and where: "sales, Norway" or "sales, worldwide"."""
    scope = "" if series.scope == "all" else f", {series.scope}"
    where = writer.say("series.worldwide") if series.region == "world" else region(writer, series)
    return f"{series.basis}, {where}{scope}"


def region(writer: Writer, series: Series) -> str:
    """The region of a series by its name."""
    return writer.context.tracker.places.name(series.region)


def made(writer: Writer, figure: Figure) -> str:
    """How a figure was computed, in words; "" where it was not."""
    if not figure.operation:
        return ""
    words = made_of(figure.operation, writer.context.locale)
    return words if figure.worked is None else writer.say("series.made", what=words, parts=formula(writer, figure))


def what_counts(writer: Writer, series: Series) -> Iterator[tuple[str, str]]:
    """What is the same for all values of a series: what is counted, on which basis and where, and its note."""
    yield writer.say("note.definition"), series.definition
    yield term(writer, "basis", writer.say("note.basis")), counted(writer, series)
    if series.note:
        yield writer.say("note.series"), series.note


def _facts(writer: Writer, figure: Figure, first: Address) -> tuple[tuple[str, str], ...]:
    facts: list[tuple[str, str]] = []
    locale = writer.context.locale
    if isinstance(first.period, Period):
        facts.append((writer.say("note.period"), say_period(first.period, writer.context.locale)))
    if figure.address == first and first.source is None and (earlier := before(writer, first)):
        facts.append((writer.say("note.before"), earlier))
    if hidden(figure, locale):
        facts.append((writer.say("note.full"), f"{in_own_unit(figure, locale)} {heading(figure.unit, locale)}"))
    if between := ends(closed(writer.context.figures, figure) or figure, locale):
        facts.append((writer.say("note.range"), between))
    facts += [(writer.say("note.at-most"), why) for why in at_most(writer, figure.addresses if figure.address else ())]
    if figure.restated:
        facts.append((term(writer, "restated", writer.say("note.status")), writer.say("status.restated")))
    elif figure.status != "reported":
        facts.append((writer.say("note.status"), writer.say(f"status.{figure.status}")))
    behind = figure.observation or figure.worked
    if figure.observation is not None and figure.observation.at:
        facts.append((writer.say("note.at"), figure.observation.at))
    if behind is not None and behind.note:
        facts.append((writer.say("note.note"), behind.note))
    return tuple(facts)


def _report(writer: Writer, figure: Figure) -> Iterator[str]:
    """What a report says of the number that it is about."""
    number = f"{writer.figure(figure, 'text')} {unit(writer, figure)}".rstrip()
    yield writer.say("report.number", label=figure.label, number=number)
    yield writer.say("report.address", address=", ".join(map(str, figure.addresses)))
    for id in _sources(figure):
        yield writer.say("report.source", url=writer.context.tracker.sources[id].url)


def _sources(figure: Figure) -> tuple[str, ...]:
    return tuple(dict.fromkeys(observation.source for observation in figure.observations))


def _part(writer: Writer, figure: Figure) -> Part:
    address = figure.addresses[0]
    when = writer.period(address.period) if isinstance(address.period, Period) else ""
    return Part(
        label=label_of(figure, writer.context.locale),
        period=when,
        value=writer.figure(figure, "text"),
        number=machine_value(figure),
        spread=dispute(writer, figure),
        href=writer.page.link(address_url(address)),
    )
