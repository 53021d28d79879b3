"""What the script of the page for exploring says; it fills the slots."""

from __future__ import annotations

from collections.abc import Mapping

from sitegen.model.basics.calendar import CADENCES
from sitegen.words import Locale


def words(locale: Locale) -> Mapping[str, str]:
    """Every sentence and label of the script by a short name, its slots in braces as they stand in the catalogue."""
    say = locale.say
    return {
        **{f"by.{cadence}": say(f"series.cadence.{cadence}") for cadence in CADENCES},
        "apart": say("explore.apart", what="{what}"),
        "apart.how": say("explore.apart.how"),
        "only": say("explore.only", series="{series}", what="{what}"),
        "region": say("explore.apart.region", values="{values}"),
        "basis": say("explore.apart.basis", values="{values}"),
        "calendar": say("explore.apart.calendar", values="{values}"),
        "part": say("explore.apart.part", region="{region}", whole="{whole}"),
        "units": say("explore.units", units="{units}"),
        "and": say("explore.and", one="{one}", other="{other}"),
        "long": say("explore.long", most="{most}"),
        "many": say("explore.many", most="{most}"),
        "unknown.series": say("explore.unknown.series", names="{names}"),
        "unknown.metric": say("explore.unknown.metric", name="{name}"),
        "unknown.first": say("explore.unknown.first", name="{name}"),
        "unknown.last": say("explore.unknown.last", name="{name}"),
        "unknown.by": say("explore.unknown.by", name="{name}"),
        "reversed": say("explore.reversed", first="{first}", last="{last}"),
        "nothing": say("explore.nothing"),
        "empty": say("explore.empty"),
        "failed": say("explore.failed"),
        "shown": say("explore.shown", title="{title}", periods="{periods}"),
        "remove": say("explore.remove", series="{series}"),
        "series": say("explore.series", entity="{entity}", metric="{metric}"),
        "subtitle": say("explore.subtitle", unit="{unit}", what="{what}"),
        "from": say("explore.summary", series="{series}", start="{start}", first="{first}", end="{end}", last="{last}"),
        "one": say("explore.summary.one", series="{series}", value="{value}", period="{period}"),
        "gaps": say("explore.gaps", series="{series}", why="{why}", periods="{periods}"),
        "span": say("period.span", first="{first}", last="{last}"),
        "gap": say("missing.documents"),
        "also": say("explore.also", values="{values}"),
        "differ": say("charts.tip.differ", value="{value}"),
        "worked": say("charts.tip.worked", value="{value}"),
        "rival": say("explore.rival", value="{value}", source="{source}"),
        "source": say("chart.source", names="{names}"),
        "sources": say("chart.sources", names="{names}"),
        "period": say("charts.head.period"),
        "cut": say("charts.cut"),
        "note": say("explore.note", series="{series}", period="{period}", note="{note}"),
    }
