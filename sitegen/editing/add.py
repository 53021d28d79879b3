"""Adds values and their sources to the files of a project: checked in memory, then all written or none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from msgspec import Struct

from sitegen.editing.entries import with_choice, with_entry, with_value
from sitegen.editing.files import contents, text_at, write_all
from sitegen.editing.row import Row
from sitegen.editing.sources import Declared, file_for
from sitegen.editing.trial import Desk, Refused
from sitegen.model.basics.period import Period
from sitegen.modeline import modeline
from sitegen.problems import Place, Problem, SitegenError
from sitegen.reading.yaml import Value, read_yaml
from sitegen.schema import renew_ids

CHOICES = "data/imports.yaml"


class Added(Struct, frozen=True):
    """What was written. places: where each row stands now. turned: what is wrong elsewhere now."""

    places: tuple[Place, ...]
    turned: tuple[Problem, ...]


class Ready(Struct, frozen=True):
    """What is to be written and was checked. before: the texts of the files as they were read. turned: what would be
    wrong elsewhere. verdicts: on which claims, by their ids, would turn, each with the word before and after.
    """

    desk: Desk
    rows: tuple[Row, ...]
    before: Mapping[str, str]
    texts: Mapping[str, str]
    files: Mapping[str, bytes]
    turned: tuple[Problem, ...]
    verdicts: Mapping[str, tuple[str, str]]

    def write(self) -> Added:
        """Writes all files or none, and tells editors the new ids.

        Raises SitegenError if a file cannot be written, or has changed since it was read.
        """
        changed = [path for path, text in self.before.items() if text_at(self.desk.project, path) != text]
        if changed:
            message = "this file was changed while the command ran; nothing was written"
            raise SitegenError((Problem(Place(changed[0]), "unwritable-folder", message, "run the command again"),))
        write_all(self.desk.project, self.files)
        renew_ids(self.desk.project)
        return Added(tuple(_place(self.desk, row, self.texts) for row in self.rows), self.turned)


class _Sheet(Struct):
    """A file while it is changed. said: what its text is to be read as."""

    path: str
    before: str
    text: str
    said: Value


def add(
    desk: Desk, rows: Sequence[Row], sources: Sequence[Declared] = (), chosen: Iterable[tuple[str, str, str]] = ()
) -> Ready:
    """Puts rows into their series and declares their sources, in memory, and checks what that comes to.

    chosen: kind, name and id of what tables call things. Raises Refused if the files that hold them, or their sources,
    would have a new problem; SitegenError if a file cannot be read.
    """
    sheets: dict[str, _Sheet] = {}
    _with_sources(desk, rows, sources, sheets)
    _with_rows(desk, rows, sheets)
    _with_choices(desk, chosen, sheets)
    texts = {path: _proved(sheet) for path, sheet in sheets.items()}
    files = contents(desk.project, texts)
    found = desk.after(files)
    known = desk.edition.tracker.sources
    held = {*texts, *(known[row.source].place.path for row in rows if row.source in known)}
    if wrong := tuple(problem for problem in found.problems if problem.place.path in held):
        raise Refused(wrong, {path: texts.get(path) or text_at(desk.project, path) for path in held})
    before = {path: sheet.before for path, sheet in sheets.items()}
    return Ready(desk, tuple(rows), before, texts, files, found.problems, found.verdicts)


def _with_sources(desk: Desk, rows: Iterable[Row], sources: Iterable[Declared], sheets: dict[str, _Sheet]) -> None:
    """Declares new sources in the files of their series' other ones."""
    for each in sources:
        series = next(row.series for row in rows if row.source == each.id)
        sheet = _sheet(desk, file_for(desk.edition.tracker, series), sheets)
        sheet.text = sheet.text or modeline(sheet.path, "sources") + "\n"
        sheet.text = with_entry(sheet.text, each.id, each.fields)
        sheet.said = _with(sheet.said, (each.id,), each.fields)


def _with_rows(desk: Desk, rows: Iterable[Row], sheets: dict[str, _Sheet]) -> None:
    """Puts rows under their series."""
    for row in rows:
        sheet = _sheet(desk, desk.edition.tracker.series[row.series].place.path, sheets)
        series, fields = ".".join(row.series), row.fields()
        sheet.text = with_value(sheet.text, series, row.period, row.written, fields)
        sheet.said = _with(sheet.said, (series, "values", _called(sheet.said, row)), fields)


def _with_choices(desk: Desk, chosen: Iterable[tuple[str, str, str]], sheets: dict[str, _Sheet]) -> None:
    """Keeps what names in tables mean."""
    for kind, name, id in chosen:
        sheet = _sheet(desk, CHOICES, sheets)
        sheet.text = with_choice(sheet.text or modeline(CHOICES, "imports") + "\n", kind, name, id)
        sheet.said = _with(sheet.said, (kind, name), id)


def _sheet(desk: Desk, path: str, sheets: dict[str, _Sheet]) -> _Sheet:
    """A file as it is changed, read when it is first asked for."""
    if path not in sheets:
        text = text_at(desk.project, path)
        sheets[path] = _Sheet(path, text, text, _read(path, text))
    return sheets[path]


def _called(said: Any, row: Row) -> str:
    """How the period of a row is called in its file, where it may stand under another name of the same days."""
    names = said[".".join(row.series)].get("values") or ()
    return next((name for name in names if Period.parse(name, row.period.calendar) == row.period), row.written)


def _proved(sheet: _Sheet) -> str:
    """The text of a changed file, if it is read as what stood there and the new entries, and as nothing else."""
    document, problems = read_yaml(sheet.path, sheet.text.replace("\r\n", "\n"))
    if problems:
        raise Refused(tuple(problems), {sheet.path: sheet.text})
    if document is not None and document.value == sheet.said:
        return sheet.text
    message = "this file is written in a way into which no entry can be put safely"
    hint = "write it into the file by hand, or put each entry of the file on lines of its own first"
    raise SitegenError((Problem(Place(sheet.path), "unwritable-folder", message, hint),))


def _with(value: Any, keys: Sequence[str], fields: str | Mapping[str, Any]) -> Value:
    """A mapping with one more entry at a path of keys; beside one that is there already, a list of both."""
    value = dict(value or {})
    if len(keys) > 1:
        return {**value, keys[0]: _with(value.get(keys[0]), keys[1:], fields)}
    there = value.get(keys[0])
    listed = there if isinstance(there, list) else [there]
    new = fields if isinstance(fields, str) else dict(fields)
    return {**value, keys[0]: new if there is None else [*listed, new]}


def _read(path: str, text: str) -> Value:
    document, _ = read_yaml(path, text.replace("\r\n", "\n"))
    return None if document is None else document.value


def _place(desk: Desk, row: Row, texts: Mapping[str, str]) -> Place:
    """Where a row stands now."""
    path = desk.edition.tracker.series[row.series].place.path
    document, _ = read_yaml(path, texts[path].replace("\r\n", "\n"))
    assert document is not None  # it was proved
    return document.key_at(".".join(row.series), "values", _called(document.value, row))
