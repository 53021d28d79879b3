"""A trail as text: what is asked, what answers, and below each word the facts that stand behind it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sitegen.exports.rows import Record
from sitegen.model.source import MARKED

Trail = Mapping[str, Any]
INDENT = 11


def as_text(record: Record) -> str:
    """The trail of an address or of a claim, or what is known of an entity or a series."""
    ways = (("verdict", _claim), ("entity", _entity), ("values", _series))
    return "\n".join(next((way for key, way in ways if key in record), _address)(record))


def _entity(record: Trail) -> Iterator[str]:
    yield f"{record['name']}, {record['kind']}    {record['entity']}"
    yield ""
    yield from _block("also", record["names"])
    yield from _block("of", [record["parent"]] if record["parent"] else [])
    yield from _block("parts", [", ".join(record["parts"])] if record["parts"] else [])
    yield from _block("stands in", [record["place"]])
    rows = [(each["latest"] or each["series"], each["answer"] or "no value yet", each) for each in record["series"]]
    wide = [max((len(row[column]) for row in rows), default=0) for column in (0, 1)]
    lines = [f"{row[0]:<{wide[0]}}  {row[1]:<{wide[1]}}  the latest of {row[2]['values']}" for row in rows]
    yield from _block("series", lines)


def _series(record: Trail) -> Iterator[str]:
    yield f"{record['label']}    {record['series']}"
    yield ""
    scope = "" if record["scope"] == "all" else f", {record['scope']}"
    yield from _block("counts", [record["definition"], f"{record['basis']}, {record['region']}{scope}"])
    yield from _block("stands in", [record["place"]])
    rows = record["values"]
    wide = [max((len(row[key]) for row in rows), default=0) for key in ("address", "answer")]
    lines = [f"{r['address']:<{wide[0]}}  {r['answer']:<{wide[1]}}  {', '.join(r['sources'])}" for r in rows]
    yield from _block("values", lines)


def _address(trail: Trail) -> Iterator[str]:
    yield f"{trail['label']}, {trail['period']}    {trail['address']}"
    if trail["answer"] is None:
        yield f"no answer: {trail['missing']}"
    else:
        value = trail["value"]
        yield f"{value['words']}, {value['status'] if value['kind'] == 'observed' else value['kind']}"
    yield ""
    scope = "" if trail["scope"] == "all" else f", {trail['scope']}"
    yield from _block("counts", [trail["definition"], f"{trail['basis']}, {trail['region']}{scope}"])
    if trail["answer"] is not None:
        yield from _block("source", [] if trail["source"] is None else _source(trail["source"]))
        yield from _block("why", [trail["why"]])
        yield from _block("parts", [_valued(part, part["address"]) for part in trail["parts"]])
        yield from _block("rivals", [_valued(rival) for rival in trail["rivals"]])
        yield from _block("", ["they do not all agree"] if not trail["agree"] else [])
    yield from _block("not used", [_valued(row) + f": {row['reason']}" for row in trail["unused"]])
    yield from _block("used by", [_page(use) for use in trail["used"]])


def _claim(trail: Trail) -> Iterator[str]:
    yield f"{trail['text']}    {trail['id']}"
    yield trail["verdict"]
    yield ""
    yield from _block("said by", [trail["document"]] if trail["by"] is None else _document(trail["by"]))
    yield from _block("stands in", [trail["place"]])
    yield from _block("because", [trail["because"]] if trail["because"] else [])
    yield from _block("mixed", [trail["mixed"]] if trail["mixed"] else [])
    yield from _block("note", [trail["note"]] if trail["note"] else [])
    for number, reading in enumerate(trail["readings"]):
        yield ""
        choices = "" if reading["choices"] == 1 else f", over {reading['choices']} choices of values"
        yield f"{'check' if number == 0 else 'or'}: {reading['outcome']}{choices}"
        for compared in reading["comparisons"]:
            yield f"  {compared['check']}"
            yield f"    {compared['asked']}: {compared['observed']}"
            yield f"    claimed: {compared['claimed']}: {compared['outcome']}"
        for rivals in reading["rivals"]:
            yield f"  {rivals['address']}{' | change' if rivals['change'] else ''} has different values:"
            made = "both ends" if rivals["change"] else "the sum of its parts"
            for value in rivals["values"]:
                yield f"    {value['answer']} from {value['source'] or made}: {' or '.join(value['outcomes'])}"


def _valued(row: Trail, name: str = "") -> str:
    """A value in one line: its address, what it is, who reports it and where that stands."""
    found = row if "place" in row else row["source"]
    where = row["made"] if found is None else f"{found['source']['id']}, {found['place']}"
    return "  ".join(filter(None, (name, row.get("answer", ""), where)))


def _page(use: Trail) -> str:
    """A page by its title and URL; one that has no title by its URL."""
    return "    ".join(dict.fromkeys((use["title"], use["url"])))


def _source(observed: Trail) -> list[str]:
    return [*_document(observed["source"]), observed["place"]]


def _document(source: Trail) -> list[str]:
    """A source in a few lines: id, publisher, title and day, then its URL."""
    said = ", ".join(filter(None, (source["publisher"], source["title"], source["published"])))
    relays = f", relays {source['via']}" if source["via"] else ""
    marked = f", {MARKED[source['reliability']]}" if source["reliability"] else ""
    return [f"{source['id']} ({source['kind']}{relays}{marked}): {said}", source["url"]]


def _block(label: str, lines: Sequence[str]) -> Iterator[str]:
    """A label and the lines that stand beside it; nothing for no lines."""
    for number, line in enumerate(lines):
        yield f"{label if number == 0 else '':<{INDENT}}{line}"
