"""Adds values and their sources to the files of a project: checked in memory, then all written or none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sitegen.editing.entries import with_entry, with_value
from sitegen.editing.files import contents, text_at, write_all
from sitegen.editing.row import Row
from sitegen.editing.sources import Declared, file_for
from sitegen.editing.trial import Desk, Refused
from sitegen.model.basics.period import Period
from sitegen.modeline import modeline
from sitegen.problems import Place, Problem, SitegenError
from sitegen.reading.yaml import Value, read_yaml


@dataclass(frozen=True, slots=True)
class Added:
    """What was written. places: where each row stands now. paths: the files. turned: what is wrong elsewhere now."""

    places: tuple[Place, ...]
    paths: tuple[str, ...]
    turned: tuple[Problem, ...]


def add(desk: Desk, rows: Sequence[Row], sources: Sequence[Declared] = ()) -> Added:
    """Writes rows into their series and declares their sources.

    Raises Refused, and writes nothing, if the files that hold them would have a new problem; SitegenError if a file
    cannot be read or written.
    """
    texts = _with_rows(desk, rows, _with_sources(desk, rows, sources))
    files = contents(desk.project, texts)
    found = desk.new_problems(files)
    if any(problem.place.path in texts for problem in found):
        raise Refused(tuple(problem for problem in found if problem.place.path in texts), texts)
    write_all(desk.project, files)
    return Added(tuple(_place(desk, row, texts) for row in rows), tuple(texts), found)


def _with_sources(desk: Desk, rows: Iterable[Row], sources: Iterable[Declared]) -> dict[str, str]:
    """The texts of the files of sources in which new ones are declared, by their paths."""
    texts: dict[str, str] = {}
    for each in sources:
        series = next(row.series for row in rows if row.source == each.id)
        path = file_for(desk.edition.tracker, series)
        before = texts.get(path) or text_at(desk.project, path) or modeline(path, "sources") + "\n"
        texts[path] = _proved(path, before, with_entry(before, each.id, each.fields), (each.id,), each.fields)
    return texts


def _with_rows(desk: Desk, rows: Iterable[Row], texts: dict[str, str]) -> dict[str, str]:
    """The texts with the changed files of series beside them."""
    for row in rows:
        path = desk.edition.tracker.series[row.series].place.path
        series, fields = ".".join(row.series), row.fields()
        before = texts[path] if path in texts else text_at(desk.project, path)
        after = with_value(before, series, row.period, row.written, fields)
        texts[path] = _proved(path, before, after, (series, "values", _called(path, before, row)), fields)
    return texts


def _called(path: str, text: str, row: Row) -> str:
    """How the period of a row is called in its file, where it may stand under another name of the same days."""
    body: Any = _read(path, text)
    names = body[".".join(row.series)].get("values") or ()
    return next((name for name in names if Period.parse(name, row.period.calendar) == row.period), row.written)


def _proved(path: str, before: str, after: str, keys: Sequence[str], fields: Mapping[str, Any]) -> str:
    """The text after a change, if it is read as what stood there and the new entry, and as nothing else."""
    old, new = _read(path, before), _read(path, after)
    if new == _with(old, keys, fields):
        return after
    message = f"this file is written in a way into which {keys[-1]} cannot be added safely"
    hint = "write the value into it by hand, or put each entry of the file on lines of its own first"
    raise SitegenError((Problem(Place(path), "unwritable-folder", message, hint),))


def _with(value: Any, keys: Sequence[str], fields: Mapping[str, Any]) -> Value:
    """A mapping with one more entry at a path of keys; beside one that is there already, a list of both."""
    value = dict(value or {})
    if len(keys) > 1:
        return {**value, keys[0]: _with(value.get(keys[0]), keys[1:], fields)}
    there = value.get(keys[0])
    listed = there if isinstance(there, list) else [there]
    return {**value, keys[0]: dict(fields) if there is None else [*listed, dict(fields)]}


def _read(path: str, text: str) -> Value:
    document, _ = read_yaml(path, text.replace("\r\n", "\n"))
    return None if document is None else document.value


def _place(desk: Desk, row: Row, texts: Mapping[str, str]) -> Place:
    """Where a row stands now."""
    path = desk.edition.tracker.series[row.series].place.path
    document, _ = read_yaml(path, texts[path].replace("\r\n", "\n"))
    assert document is not None  # it was proved
    return document.key_at(".".join(row.series), "values", _called(path, texts[path], row))
