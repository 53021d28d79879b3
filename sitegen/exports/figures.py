"""`figures.json`: every address that the site uses, with its answer and where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from sitegen.exports.forms import Json, to_json
from sitegen.exports.rows import Record, amount_record, figure_record, source_records
from sitegen.figures import Figure, Figures
from sitegen.model.basics.address import Address, SeriesId
from sitegen.packing import print_of
from sitegen.pages.context import Context
from sitegen.pages.output import Output
from sitegen.pages.record.units import Files
from sitegen.urls import address_url, whole


def figures(context: Context) -> Files:
    """The figures in the order of their addresses, and the sources they rest on."""
    yield "figures.json", _file


def _file(context: Context) -> Iterator[Output]:
    edition, uses = context.edition, context.uses  # those of a series follow one another in the order of all addresses
    parts = [_part(context, id, dict(zip(texts, uses.pages[id], strict=True))) for id, texts in uses.series.items()]
    sources = sorted({source for part in parts for source in part.sources})
    whole = {
        "site": edition.tracker.site.name,
        "as_of": None if edition.compiled is None else str(edition.compiled),
        "figures": Json.together([part.figures for part in parts if part.figures], depth=1),
        "sources": source_records(edition.tracker, edition.base_url, sources),
    }
    yield Output("figures.json", to_json(whole))


class Part(NamedTuple):
    """What the file says of the addresses of a series, as it stands there, and the sources of that."""

    figures: str
    sources: tuple[str, ...]


def _part(context: Context, id: SeriesId, used: Mapping[str, Sequence[str]]) -> Part:
    """What the file says of the addresses of a series that have an answer. used: the pages that show each, in order."""
    base = context.edition.base_url
    return context.recalled(f"figures.json {id} {base} {print_of(used)}", partial(_series, used, base))


def _series(used: Mapping[str, Sequence[str]], base: str, figures: Figures) -> Part:
    pages = {text: [whole(base, url) for url in urls] for text, urls in used.items()}
    answers = {text: figures.answer(Address.parse(text)) for text in pages}
    found = {text: figure for text, figure in answers.items() if isinstance(figure, Figure)}
    records = {text: _record(figures, text, figure, base, pages[text]) for text, figure in found.items()}
    sources = {each.source: None for figure in found.values() for each in (*figure.observations, *figure.rivals)}
    return Part(Json.inner(records, depth=1), tuple(sources))


def _record(figures: Figures, text: str, figure: Figure, base: str, used: list[str]) -> Record:
    address = figure.address or Address.parse(text)
    return {
        **figure_record(figures, figure),
        "rivals": [{**amount_record(rival.amount), "sources": [rival.source]} for rival in figure.rivals],
        "page": whole(base, address_url(address)),
        "used": used,
    }
