"""Closed YAML: every scalar is text, every key and list item knows its place, nothing is guessed.

Read from the event stream of PyYAML's C parser, so that anchors, aliases, tags and repeated keys are
seen and refused instead of being resolved in silence.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import yaml
from msgspec import Struct

from sitegen.model.basics.text import Run
from sitegen.problems import Place, Problem
from sitegen.reading.characters import control, control_character
from sitegen.reading.complaints import bad_key, complaint
from sitegen.reading.escapes import lost_letter
from sitegen.reading.events import features, goes_on, marks, placed, written
from sitegen.reading.runs import runs
from sitegen.reading.slips import curly, cut, keep_one, left_over, merge_marks, odd_space

MAX_DEPTH = 50

Value = str | None | dict[str, "Value"] | list["Value"]
Path = tuple[str | int, ...]


class YamlDocument(Struct, frozen=True):
    """A YAML file as plain dicts, lists and texts; None is a key with nothing after it.

    places: where each value stands, by its path of keys and indices. keys: where each key stands.
    starts: where the first character of each text stands, behind its quote or on the line below `>-`.
    runs: where all of them stand, for texts that are not written in a row.
    """

    path: str
    value: Value
    places: Mapping[Path, Place]
    keys: Mapping[Path, Place]
    starts: Mapping[Path, Place]
    runs: Mapping[Path, tuple[Run, ...]]

    def at(self, *path: str | int) -> Place:
        """The place of the value at a path, or of the nearest thing around it."""
        while path and path not in self.places:
            path = path[:-1]
        return self.places.get(path, Place(self.path))

    def key_at(self, *path: str | int) -> Place:
        """The place of the key at a path, or of the value if there is no such key."""
        return self.keys.get(path) or self.at(*path)


def read_yaml(path: str, text: str, *, first_line: int = 1) -> tuple[YamlDocument | None, list[Problem]]:
    """Reads a text as closed YAML; the document is None if anything is wrong with it.

    first_line: the line of the file on which the text begins (front matter does not begin on line 1).
    """
    reader = _Reader(path, text, first_line)
    if (merged := merge_marks(path, reader.lines, first_line)) is not None:
        return None, [merged]
    try:
        value = reader.read()
    except _TooDeep as error:
        message = f"nested more than {MAX_DEPTH} levels deep"
        return None, [Problem(error.place, "too-deep", message, "no data file needs that")]
    except yaml.YAMLError as error:
        fatal = complaint(error, path, reader.lines, first_line)
        return None, [*(p for p in reader.problems if p.place.line != fatal.place.line), fatal]
    if reader.problems:
        return None, reader.problems
    return YamlDocument(path, value, reader.places, reader.keys, reader.starts, reader.runs), []


class _TooDeep(Exception):
    """Stops the reading of a file that is nested deeper than any data file needs."""

    def __init__(self, place: Place) -> None:
        self.place = place


class _Reader:
    """One pass over the events of one file."""

    def __init__(self, path: str, text: str, first_line: int) -> None:
        self.path = path
        self.lines = text.splitlines()
        self.text = text
        self.offset = first_line
        self.problems: list[Problem] = []
        self.places: dict[Path, Place] = {}
        self.keys: dict[Path, Place] = {}
        self.starts: dict[Path, Place] = {}
        self.runs: dict[Path, tuple[Run, ...]] = {}

    def read(self) -> Value:
        events: Iterator[yaml.Event] = yaml.parse(self.text, Loader=yaml.CSafeLoader)
        value: Value = None
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentEndEvent) and event.explicit and goes_on(event, self.text):
                self._refuse(event, "the file ends at this line for YAML", 'remove the line "..."')
                return value
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._refuse(event, "a second document begins here", 'remove the line "---"')
                    return value
            elif isinstance(event, yaml.NodeEvent):
                value = self._node(event, events, ())
        return value

    def _node(self, event: yaml.Event, events: Iterator[yaml.Event], path: Path) -> Value:
        self.places[path] = self._place(event)
        for feature in features(event):
            self._refuse(event, *feature)
        if isinstance(event, yaml.AliasEvent):
            return None
        if len(path) >= MAX_DEPTH:
            raise _TooDeep(self.places[path])
        if isinstance(event, yaml.SequenceStartEvent):
            return self._list(events, path)
        if isinstance(event, yaml.MappingStartEvent):
            return self._dict(events, path)
        assert isinstance(event, yaml.ScalarEvent)  # the only other node event
        self.starts[path] = self._start(event, self.places[path])
        self._run(event, path)
        if event.style == '"' and (lost := lost_letter(written(event, self.text), self.places[path])) is not None:
            self.problems.append(lost)
        elif (match := control(event.value)) is not None:
            self.problems.append(control_character(match[0], self.places[path]))
        return event.value if event.style else self._unquoted(event, self.places[path])

    def _unquoted(self, event: yaml.ScalarEvent, place: Place) -> str | None:
        """A text without quotes, or None for nothing: what a comment behind it cuts knows that it is cut."""
        problem = curly(event.value, place) or odd_space(event.value, place) or left_over(event.value, place)
        if problem is not None:
            self.problems.append(problem)
        _, end = marks(event)
        line = self.lines[end.line] if end.line < len(self.lines) else ""
        found = cut(event.value, line, end.column)
        return (event.value or None) if found is None else found

    def _list(self, events: Iterator[yaml.Event], path: Path) -> Value:
        items: list[Value] = []
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            items.append(self._node(event, events, (*path, len(items))))
        return items

    def _dict(self, events: Iterator[yaml.Event], path: Path) -> Value:
        mapping: dict[str, Value] = {}
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            place = self._place(event)
            inner = (*path, "")
            key = self._node(event, events, inner)
            if not isinstance(key, str):
                self.problems.append(bad_key(place, self.lines, place.line - self.offset))
                key = ""
            inner = (*path, key)
            if key in mapping:
                first = self.keys[inner].line
                message = f'the key "{key}" stands here again; it is on line {first} already'
                hint = keep_one(key, mapping[key])
                if key.isdigit() and len(key) == 3 and mapping[key] is None:
                    message, hint = "commas split the numbers here", "write them without: 1000 in the place of 1,000"
                self.problems.append(Problem(place, "repeated-key", message, hint))
            self.keys.setdefault(inner, place)
            value = next(events)
            if key == "<<":
                self._refuse(event, "a merge key of YAML (<<) stands here", "write the keys out that it stands for")
                if isinstance(value, yaml.AliasEvent):
                    continue
            mapping[key] = self._node(value, events, inner)
        return mapping

    def _start(self, event: yaml.ScalarEvent, place: Place) -> Place:
        if event.style in ("'", '"'):
            return place.shifted(1, max(1, place.length - 2))
        if event.style in ("|", ">"):
            below = place.line - self.offset + 1
            line = self.lines[below] if below < len(self.lines) else ""
            return Place(self.path, place.line + 1, len(line) - len(line.lstrip()) + 1)
        return place

    def _run(self, event: yaml.ScalarEvent, path: Path) -> None:
        """Notes where the characters of a text stand, unless they stand in a row."""
        start, end = marks(event)
        around = 2 if event.style in ("'", '"') else 0
        if end.line != start.line or end.column - start.column != len(event.value) + around:
            self.runs[path] = runs(event.value, written(event, self.text), self._place(event))

    def _place(self, event: yaml.Event) -> Place:
        return placed(event, self.path, self.offset)

    def _refuse(self, event: yaml.Event, message: str, hint: str) -> None:
        self.problems.append(
            Problem(self._place(event), "yaml-feature", f"{message}, which these files do not allow", hint)
        )
