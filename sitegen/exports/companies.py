"""CSV and JSON of every company: all series of it, of its brands and of its models, for a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from sitegen.exports.forms import to_csv, to_json
from sitegen.exports.rows import cited
from sitegen.exports.series import COLUMNS, series_rows, series_sources
from sitegen.pages.context import Context
from sitegen.pages.output import Output
from sitegen.pages.record.units import Files
from sitegen.pages.words.writer import series_on
from sitegen.urls import company_file, company_url, output_path, whole


def companies(context: Context) -> Files:
    """Two files beside the page of each company that has a series, itself or below it."""
    for entity in context.pages():
        if series_on(context, entity):
            yield output_path(f"{company_url(entity.id)}{entity.id}"), partial(_files, id=entity.id)


def _files(context: Context, id: str) -> Iterator[Output]:
    tracker = context.tracker
    entity = tracker.entities[id]
    found = [tracker.series[series] for series in series_on(context, entity)]
    rows = [row for one in found for row in series_rows(context, one)]
    yield Output(output_path(company_file(id, "csv")), to_csv(COLUMNS, [cited(tracker, row) for row in rows]))
    record = {
        "entity": id,
        "name": entity.name,
        "page": whole(context.edition.base_url, company_url(id)),
        "rows": rows,
        "sources": series_sources(context, found),
    }
    yield Output(output_path(company_file(id, "json")), to_json(record))
