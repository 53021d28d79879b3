"""Texts of the tracker with what they are about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from msgspec import Struct

from sitegen.model.basics.address import SeriesId
from sitegen.model.basics.text import Text
from sitegen.model.chart import Chart
from sitegen.model.claim import Claim
from sitegen.model.ranking import Ranking
from sitegen.model.series import Observation, Series
from sitegen.model.source import Source
from sitegen.model.worked import WorkedOut

Owner = Series | Observation | WorkedOut | Source | Ranking | Chart
"""What may hold `accepted`."""


SaidAs = Literal["headline", "caption", "prose", "statement"]
"""What a text is to its reader: a title or a summary, what stands below the title of data, prose, or a claim."""


class Subject(Struct, frozen=True):
    """What a text is about: entities, series, who may answer a warning about it."""

    entities: tuple[str, ...] = ()
    series: tuple[SeriesId, ...] = ()
    owners: tuple[Owner, ...] = ()


NOBODY = Subject()
"""A text that is about no company."""


class Said(Struct, frozen=True):
    """A text of the tracker, with what it is about.

    kind: what it is to its reader. own: whether the site answers for it, as it does not for a source's statement that
    nothing tests. claim: the claim whose statement it is.
    """

    text: Text
    subject: Subject = Subject()
    kind: SaidAs = "prose"
    own: bool = True
    claim: Claim | None = None


def said(*texts: Text | None, subject: Subject = NOBODY, headlines: int = 0, captions: int = 0) -> Iterator[Said]:
    """Those of some texts that there are; headlines, captions: so many of the first, and of those behind, are such."""
    for number, text in enumerate(texts):
        if text is not None:
            beside: SaidAs = "caption" if number < headlines + captions else "prose"
            yield Said(text, subject, "headline" if number < headlines else beside)


def each(texts: Iterable[tuple[Text | None, tuple[str, ...]]]) -> Iterator[Said]:
    """Texts, each about entities of its own."""
    return (one for text, entities in texts for one in said(text, subject=Subject(entities)))


def of_ranking(ranking: Ranking) -> Subject:
    """What the texts of a ranking are about."""
    rows = () if ranking.table is None else ranking.table.rows
    entities = tuple(row.entity for row in rows if row.entity is not None)
    return Subject(entities, ranking.members + ((ranking.of,) if ranking.of else ()), (ranking,))


def of_chart(chart: Chart) -> Subject:
    """What the texts of a chart are about."""
    return Subject(chart.companies, chart.drawn, (chart,))


def texts_of_chart(chart: Chart) -> Iterator[Said]:
    """The texts of a chart, its title first, which is a headline."""
    labels = (reference.label for reference in chart.references)
    texts = (chart.title, chart.subtitle, chart.caption, chart.alt, chart.note, *labels)
    return said(*texts, subject=of_chart(chart), headlines=1, captions=1)


def of_claim(claim: Claim) -> Iterator[Said]:
    """The texts of a claim: the numbers of what it states stand in its checks."""
    subject = Subject(claim.about)
    yield Said(claim.text, subject, "statement", own=bool(claim.tests), claim=claim)
    yield from said(claim.because, claim.note, subject=subject)
