"""The tracker: everything that the files of a project say, as one frozen value."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct, field

from sitegen.model.basics.address import SeriesId
from sitegen.model.basics.former import Former, Rename
from sitegen.model.capability import Capability
from sitegen.model.chart import Chart
from sitegen.model.claim import Claim
from sitegen.model.document import Document, File
from sitegen.model.entity import Entity
from sitegen.model.entry import MarketEntry
from sitegen.model.event import Event
from sitegen.model.history import History
from sitegen.model.metric import Metric
from sitegen.model.places import OwnPlace, Places
from sitegen.model.ranking import Ranking
from sitegen.model.series import Series
from sitegen.model.site import Site
from sitegen.model.source import Source


class Tracker(Struct, frozen=True, kw_only=True):
    """Every mapping is ordered by its key, whatever the order of files and keys in the input.

    own_places: those of `data/places.yaml`. claims: reported and editorial ones; those of drafts are in it. documents:
    by project path; drafts are in it, `draft: true`. files: `content/static/` and the files beside documents that they
    link. kinds: Python source of the project's own chart kinds, by name. history: what changed in the data before, as
    git has it. former: the ids and addresses that things had before. renamed: what has another id than
    before, as git has it. prints: hashes of its things, places too, by
    their class and id, as far as they were taken when the files were read.
    """

    site: Site
    entities: Mapping[str, Entity]
    metrics: Mapping[str, Metric]
    own_places: Mapping[str, OwnPlace]
    sources: Mapping[str, Source]
    series: Mapping[SeriesId, Series]
    rankings: Mapping[str, Ranking]
    entries: Sequence[MarketEntry]
    capabilities: Mapping[str, Capability]
    events: Mapping[str, Event]
    charts: Mapping[str, Chart]
    claims: Mapping[str, Claim]
    documents: Mapping[str, Document]
    files: tuple[File, ...]
    kinds: Mapping[str, File]
    history: History = field(default_factory=History)
    former: tuple[Former, ...] = ()
    renamed: tuple[Rename, ...] = ()
    prints: Mapping[str, str] = field(default_factory=dict)

    def printed(self, thing: object) -> str | None:
        """The hash of a thing as it was taken when its file was read; None where it was not."""
        return self.prints.get(thing_key(thing))

    @property
    def places(self) -> Places:
        """Every place that the tracker may name."""
        return Places(self.own_places, self.site.locale)

    def label(self, series: SeriesId) -> str:
        """A series in words: the entity's name and what is measured, as in "Acme sales"."""
        return f"{self.entities[series[0]].name} {self.metrics[series[1]].in_text}"


def thing_key(thing: object) -> str:
    """What a thing is called among the prints of its tracker: its class and its id; "" of one without an id."""
    match getattr(thing, "id", None):
        case None:
            return ""
        case (entity, metric):
            return f"{type(thing).__name__} {entity}.{metric}"
        case id:
            return f"{type(thing).__name__} {id}"
