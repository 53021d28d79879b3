"""CSV and JSON of every ranking."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from sitegen.exports.forms import to_csv, to_json
from sitegen.exports.rows import (
    FIGURE,
    Record,
    amount_record,
    cited,
    exported,
    figure_record,
    measured,
    source_records,
    when_record,
)
from sitegen.figures import Figure, Missing, Standing, say_period
from sitegen.model.basics.period import Period
from sitegen.model.ranking import LeagueTable, Ranking
from sitegen.pages.context import Context
from sitegen.pages.output import Output
from sitegen.pages.record.units import Files
from sitegen.pages.words.show import plain
from sitegen.urls import output_path, ranking_folder, ranking_url, whole
from sitegen.words import Locale

COLUMNS = (
    *("ranking", "rank", "rank_low", "rank_high", "previous_rank", *FIGURE),
    *(*measured("change_year"), "change_unit", *measured("share"), "share_unit"),
)


def rankings(context: Context) -> Files:
    """Two files beside the page of each ranking."""
    for id in context.tracker.rankings:
        stem = output_path(f"{ranking_folder(id)}{id}")
        yield stem, partial(_files, id=id, stem=stem)


def _files(context: Context, id: str, stem: str) -> Iterator[Output]:
    ranking = context.tracker.rankings[id]
    rows = ranking_rows(context, ranking)
    yield Output(f"{stem}.csv", to_csv(COLUMNS, [cited(context.tracker, row) for row in rows]))
    yield Output(f"{stem}.json", to_json({**_head(context, ranking), "rows": rows, "sources": _sources(context, rows)}))


def ranking_rows(context: Context, ranking: Ranking) -> list[Record]:
    """The lines of a ranking in order, those without a place last with the reason."""
    return [_row(context, ranking, line) for line in context.standings[ranking.id]]


def _row(context: Context, ranking: Ranking, line: Standing) -> Record:
    figure = {} if line.figure is None else figure_record(context.figures, line.figure)
    change = line.change if isinstance(line.change, Figure) else None
    rank, before = line.rank, line.previous
    return {
        "ranking": ranking.id,
        "rank": None if rank is None else rank.position,
        "rank_low": None if rank is None else rank.first,
        "rank_high": None if rank is None else rank.last,
        "previous_rank": None if before is None or not before.settled else before.first,
        **figure,
        **_published(line, ranking.table),
        "entity": line.entity,
        "name": line.name,
        **(when_record(ranking.period) if isinstance(ranking.period, Period) else {}),
        "missing": None if line.missing is None else _why(line.missing, ranking, context.locale),
        **amount_record(None if change is None else exported(change), "change_year"),
        "change_unit": None if change is None else str(change.unit),
        **amount_record(None if line.share is None else exported(line.share), "share"),
        "share_unit": None if line.share is None else str(line.share.unit),
    }


def _why(missing: Missing, ranking: Ranking, locale: Locale) -> str:
    """Why a member has no place: with its period where that is not the ranking's, as in a ranking by change."""
    short, when = missing.short(locale), missing.address.period
    if when == ranking.period or not isinstance(when, Period):
        return short
    return locale.say("ranking.absent.earlier", why=short, period=say_period(when, locale))


def _published(line: Standing, table: LeagueTable | None) -> Record:
    """What a published table says of each of its rows."""
    if table is None:
        return {}
    return {"label": line.name, "unit": str(table.unit), "definition": table.definition, "sources": [table.source]}


def _sources(context: Context, rows: Sequence[Record]) -> Record:
    ids = sorted({id for row in rows if isinstance(found := row["sources"], list) for id in found})
    return source_records(context.tracker, context.edition.base_url, ids)


def _head(context: Context, ranking: Ranking) -> Record:
    return {
        "id": ranking.id,
        "title": plain(ranking.title, context.edition),
        "period": str(ranking.period),
        "mixed": ranking.mixed,
        "page": whole(context.edition.base_url, ranking_url(ranking)),
    }
