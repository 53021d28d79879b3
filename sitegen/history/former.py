"""Old ids of series and claims, as the data of today name them: what they lead to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from sitegen.model.basics.address import SeriesId
from sitegen.model.basics.former import Former


class Names(Struct, frozen=True):
    """The ids of today by kind and old id: what `former_ids` say."""

    now: Mapping[tuple[str, str], str]

    @classmethod
    def of(cls, former: Iterable[Former]) -> Names:
        """The names that these old ids lead to."""
        kinds = ("entity", "metric", "series", "claim")
        return cls({(each.kind, each.old): each.now for each in former if each.kind in kinds})

    def series(self, id: SeriesId) -> SeriesId:
        """The id that a series has now."""
        whole = self.now.get(("series", ".".join(id)))
        if whole is not None and whole.count(".") == 1:
            entity, metric = whole.split(".")
        else:
            entity, metric = id
        return self.now.get(("entity", entity), entity), self.now.get(("metric", metric), metric)

    def claim(self, id: str) -> str:
        """The id that a claim has now."""
        return self.now.get(("claim", id), id)

    @property
    def print(self) -> str:
        """All that they say, as one text."""
        return repr(sorted(self.now.items()))


NONE = Names({})
