"""What the things of a file may refer to: what other files declare."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from msgspec import Struct

from sitegen.model.basics.calendar import Calendar
from sitegen.model.basics.unit import Unit
from sitegen.model.metric import Metric
from sitegen.model.source import Source

Ids = Mapping[str, Collection[str]]
"""Ids by the kind of thing."""


class Known(Struct, frozen=True):
    """What there is in all files. ids: without the kinds that are not known whole. units: the project's own.

    required: the keys that the front matter of documents needs, by their kind. calendars: of the entities that have
    one. print: a hash of all of it.
    """

    ids: Ids
    units: Mapping[str, Unit]
    metrics: Mapping[str, Metric]
    sources: Mapping[str, Source]
    required: Mapping[str, Collection[str]]
    calendars: Mapping[str, Calendar]
    print: str
