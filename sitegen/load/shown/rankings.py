"""Rankings: named series in order, or tables as a source published them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import cast

from sitegen.load.gather import Gather, Parsed
from sitegen.load.shape import shapes
from sitegen.load.shape.keys.shown import LeagueTableShape
from sitegen.load.units import conversion, unit_of
from sitegen.model.basics.amount import Bound
from sitegen.model.basics.unit import Unit
from sitegen.model.ranking import LeagueRow, LeagueTable, RankedBy, Ranking


def rankings(parsed: Parsed[shapes.RankingsFile], units: Mapping[str, Unit], gather: Gather) -> Iterator[Ranking]:
    """The rankings: by named series, or a published table."""
    for id, shape in parsed.shape.root.items():
        if shape.members and shape.table is not None:
            message = f'ranking "{id}" has both members and a table'
            hint = "keep members: to rank our own figures, or table: to show a published one"
            gather.add(parsed.key(id, "table"), "unknown-key", message, hint)
        elif not shape.members and shape.table is None:
            message = f'ranking "{id}" needs either members or a table'
            gather.add(parsed.key(id), "missing-key", message, "add members: [entity.metric, …]")
        ranked = [entity for entity, _ in shape.members]
        _ranked_once(parsed, ranked, (id, "members"), gather)
        for index, member in enumerate(shape.members):
            gather.series_ref(member, parsed.at(id, "members", index))
        if shape.of is not None:
            gather.series_ref(shape.of, parsed.at(id, "of"))
        yield Ranking(
            id=id,
            title=gather.required_text(parsed, shape.title, id, "title"),
            subtitle=gather.text(parsed, shape.subtitle, id, "subtitle"),
            period=shape.period,
            members=tuple(shape.members),
            by=cast(RankedBy, shape.by),
            table=None if shape.table is None else _table(parsed, id, shape.table, units, gather),
            of=shape.of,
            mixed=shape.mixed,
            convert=conversion(parsed, shape.convert, (id, "convert"), units, gather),
            family=gather.text(parsed, shape.family, id, "family"),
            note=gather.text(parsed, shape.note, id, "note"),
            accepted=shape.accepted,
            place=parsed.key(id),
            places=parsed.keys(shape, id),
        )


def _ranked_once(
    parsed: Parsed[shapes.RankingsFile], names: Sequence[str], path: tuple[str, ...], gather: Gather
) -> None:
    """An entity in two lines of a ranking: nobody could say which of the two is its place."""
    for index, name in enumerate(names):
        if name in names[:index]:
            message = f'"{name}" stands in the ranking already'
            gather.add(parsed.at(*path, index), "repeated-id", message, "keep one of the two")


def _table(
    parsed: Parsed[shapes.RankingsFile],
    id: str,
    shape: LeagueTableShape,
    units: Mapping[str, Unit],
    gather: Gather,
) -> LeagueTable:
    gather.ref("source", shape.source, parsed.at(id, "table", "source"))
    rows = []
    _ranked_once(parsed, [row.entity or row.name or "" for row in shape.rows], (id, "table", "rows"), gather)
    if not shape.rows:
        gather.add(parsed.at(id, "table", "rows"), "missing-key", "a table needs a row", "add {rank: 1, name: …}")
    for index, row in enumerate(shape.rows):
        path = (id, "table", "rows", index)
        if (row.entity is None) == (row.name is None):
            gather.add(parsed.at(*path), "missing-key", "a row has either an entity or a name", "add name: …")
        if row.entity is not None:
            gather.ref("entity", row.entity, parsed.at(*path, "entity"))
        place = parsed.at(*path) if row.value is None else parsed.at(*path, "value")
        amount = gather.amount(row.value, cast(Bound, row.bound), None, place, negative=False, whole=True, listed=True)
        rows.append(
            LeagueRow(rank=row.rank, entity=row.entity, name=row.name or "", amount=amount, place=parsed.at(*path))
        )
    unit = unit_of(shape.unit, units, gather, parsed.at(id, "table", "unit"))
    return LeagueTable(source=shape.source, definition=shape.definition, unit=unit, rows=tuple(rows))
