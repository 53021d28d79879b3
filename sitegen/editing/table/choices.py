"""What was chosen for names in tables: kept in `data/imports.yaml`, and added to while a table is read."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast, get_args

from sitegen.editing.add import CHOICES
from sitegen.editing.files import text_at
from sitegen.editing.table.names import Choices, Kind
from sitegen.editing.trial import Desk
from sitegen.problems import Place, Problem, SitegenError, did_you_mean
from sitegen.reading.yaml import read_yaml


class Chosen:
    """The choices of a project and those that are new. given: `NAME=ID` each; the kind follows from the id.

    Raises SitegenError for an id that nothing has.
    """

    def __init__(self, desk: Desk, given: Iterable[str]) -> None:
        self._tracker = desk.edition.tracker
        document, _ = read_yaml(CHOICES, text_at(desk.project, CHOICES).replace("\r\n", "\n"))
        said: Any = (document.value if document else None) or {}
        self._kept: dict[str, dict[str, str]] = {kind: dict(names) for kind, names in said.items()}
        self.new: list[tuple[str, str, str]] = []
        for each in given:
            name, _, id = each.partition("=")
            self.add(self._kind(id.strip()), name.strip(), id.strip())

    @property
    def all(self) -> Choices:
        """Every choice by its kind."""
        return cast(Choices, self._kept)

    def add(self, kind: Kind, name: str, id: str) -> None:
        """Keeps what a name means."""
        if self._kept.setdefault(kind, {}).get(name) == id:
            return
        self._known(kind, id, name)
        self._kept[kind][name] = id
        self.new.append((kind, name, id))

    def _kind(self, id: str) -> Kind:
        """Of which kind the thing with an id is."""
        kinds: tuple[Kind, ...] = get_args(Kind)
        found = next((kind for kind in kinds if id in self._ids(kind)), None)
        if found is None:
            hint = did_you_mean(id, [other for kind in kinds for other in self._ids(kind)])
            raise _unknown(f'nothing has the id "{id}"', hint or 'write --name "name in the table=id"')
        return found

    def _known(self, kind: Kind, id: str, name: str) -> None:
        if id not in self._ids(kind):
            raise _unknown(
                f'"{name}" cannot mean "{id}", which is none of the {kind}', did_you_mean(id, self._ids(kind))
            )

    def _ids(self, kind: Kind) -> list[str]:
        found = {
            "entities": list(self._tracker.entities),
            "metrics": list(self._tracker.metrics),
            "series": [".".join(id) for id in self._tracker.series],
            "sources": list(self._tracker.sources),
        }
        return found[kind]


def _unknown(message: str, hint: str) -> SitegenError:
    return SitegenError((Problem(Place(CHOICES), "unknown-id", message, hint),))
