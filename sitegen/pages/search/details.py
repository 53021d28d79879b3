"""What search knows of a thing of each kind beside its title: one function a kind, named in its row of the register."""

from __future__ import annotations

from sitegen.figures import Figure, Missing, say, short_period
from sitegen.figures.nouns import heading, noun_of
from sitegen.model.basics.period import Period, When
from sitegen.model.capability import Capability
from sitegen.model.claim import Claim
from sitegen.model.document import Document, Tagged
from sitegen.model.entity import Entity
from sitegen.model.entry import MarketEntry
from sitegen.model.metric import Metric
from sitegen.model.ranking import Ranking
from sitegen.model.series import Series
from sitegen.model.source import Source
from sitegen.pages.context import Context
from sitegen.pages.recalled import latest_of
from sitegen.pages.words.show import plain
from sitegen.pages.words.writer import series_on
from sitegen.register.kind import Found, is_shown
from sitegen.words import Locale


def of_entity(context: Context, id: str, entity: Entity) -> Found:
    """Which kind of entity it is, and of whom; its names in every script, its former ones too; of one with a page that
    its data can be taken away."""
    above = context.tracker.entities.get(entity.above or entity.parent or "")
    kind = context.locale.say(f"entity.kind.{entity.kind}")
    own = context.locale.say(f"entity.part.{entity.kind}", name=above.name) if above is not None else ""
    words = _above(context, entity)
    if entity.page == id and series_on(context, entity):
        words += (context.locale.say("search.files"),)
    return Found(detail=_listed(own or kind, entity.native), names=entity.names[1:], words=words)


def of_ranking(context: Context, id: str, ranking: Ranking) -> Found:
    """Its period; it is found by the words of all rankings too, as "leads"."""
    words = (plain(ranking.family, context.edition), context.locale.say("search.words.rankings"))
    return Found(detail=_day(context, ranking.period), words=words)


def of_expansion(context: Context, id: str, plan: tuple[MarketEntry, ...]) -> Found:
    """The places that it names; it is found by the names of its company too, and by the words of all plans."""
    places = tuple(dict.fromkeys(context.tracker.places.name(entry.where) for entry in plan))
    words = context.locale.say("search.words.expansion")
    return Found(names=context.tracker.entities[plan[0].company].names, words=(*places, words))


def of_capability(context: Context, id: str, capability: Capability) -> Found:
    """The other words by which readers look for it."""
    return Found(names=capability.aliases)


def of_claim(context: Context, id: str, claim: Claim) -> Found:
    """Its verdict, who says it and when."""
    say = context.locale.say
    verdict = say(f"claims.verdict.{context.edition.verdicts[id].word}")
    if claim.by is None:
        return Found(detail=_listed(verdict, say("claims.by-site")))
    source = context.tracker.sources[claim.by]
    return Found(detail=_listed(verdict, say("claims.by", publisher=source.publisher), _day(context, source.published)))


def of_brief(context: Context, id: str, document: Document) -> Found:
    """Its day."""
    return Found(detail=_day(context, document.date))


def of_series(context: Context, id: str, series: Series) -> Found:
    """Its latest value with the period, or why there is none; every name of its entity, other words for what it counts,
    and where."""
    figure, locale = latest_of(context, series.id), context.locale
    told = figure.short(locale) if isinstance(figure, Missing) else ""
    if isinstance(figure, Figure) and figure.address is not None and isinstance(figure.address.period, Period):
        period = short_period(figure.address.period, locale)
        told = locale.say("search.script.value", value=together(measured(figure, locale)), period=together(period))
    entity = context.tracker.entities[series.entity]
    names = (*entity.names, *context.tracker.metrics[series.metric].aliases)
    words = (*_above(context, entity), *_place(context, series))
    return Found(detail=told, names=names, words=words, series=series.id)


def of_metric(context: Context, id: str, metric: Metric) -> Found | None:
    """Its id, which is often the shorter name, other words for it, and its unit where two have one label; one that no
    series has stands nowhere."""
    metrics, used = context.tracker.metrics, {series.metric for series in context.tracker.series.values()}
    if id not in used:
        return None
    alike = any(each != id and metrics[each].label == metric.label for each in used)
    detail = heading(metric.unit, context.locale) if alike else ""
    return Found(detail=detail, names=(id.replace("-", " "), *metric.aliases))


def of_source(context: Context, id: str, source: Source) -> Found:
    """Its publisher and its day; a source without a title is called by its publisher."""
    publisher = source.publisher if source.title else ""
    return Found(detail=_listed(publisher, _day(context, source.published)))


def of_tag(context: Context, id: str, tagged: Tagged) -> Found:
    """How many briefs have it, and its id if that says something else."""
    shown = sum(is_shown(brief, context.edition.drafts) for brief in tagged.briefs)
    words = (id,) if id != tagged.label.lower() else ()
    return Found(detail=context.locale.count("tags.briefs", shown), words=words)


def measured(figure: Figure, locale: Locale) -> str:
    """A figure with its unit, "about 45,300 loaves"."""
    said, unit = say(figure, locale), noun_of(figure, locale)
    return locale.say("search.measured", value=said, unit=unit) if unit else said


def _above(context: Context, entity: Entity) -> tuple[str, ...]:
    """The names of whose brand or model an entity is: they are often said with its own."""
    above = context.tracker.entities.get(entity.above or entity.parent or "")
    return () if above is None else above.names


def _place(context: Context, series: Series) -> tuple[str, ...]:
    """The names of the place in which a series counts; none of the world, which its metric names."""
    if series.region == "world":
        return ()
    name = context.tracker.places.name(series.region)
    return next((each.names for each in context.tracker.entities.values() if each.name == name), (name,))


def _day(context: Context, period: When | None) -> str:
    return "" if period is None else together(short_period(period, context.locale))


def together(words: str) -> str:
    """A period, or a number with its unit, which no line parts."""
    return words.replace(" ", "\u00a0")


def _listed(*parts: str | None) -> str:
    return " · ".join(filter(None, parts))
