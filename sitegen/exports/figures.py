"""`figures.json`: every address that the site uses, with its answer and where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

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
    edition, uses = context.edition, context.uses
    parts: dict[str, Part] = {}
    for id, texts in uses.series.items():
        parts |= _parts(context, id, dict(zip(texts, uses.pages[id], strict=True)))
    found = {text: parts[text] for text in sorted(parts)}
    sources = sorted({source for _, sources in found.values() for source in sources})
    whole = {
        "site": edition.tracker.site.name,
        "as_of": None if edition.compiled is None else str(edition.compiled),
        "figures": {text: record for text, (record, _) in found.items()},
        "sources": source_records(edition.tracker, edition.base_url, sources),
    }
    yield Output("figures.json", to_json(whole))


Part = tuple[Json, tuple[str, ...]]
"""What the file says of one address, and the sources of that."""


def _parts(context: Context, id: SeriesId, used: Mapping[str, Sequence[str]]) -> Mapping[str, Part]:
    """What the file says of the addresses of a series that have an answer. used: the pages that show each."""
    base = context.edition.base_url
    return context.recalled(f"figures.json {id} {base} {print_of(used)}", partial(_series, used, base))


def _series(used: Mapping[str, Sequence[str]], base: str, figures: Figures) -> Mapping[str, Part]:
    pages = {text: [whole(base, url) for url in urls] for text, urls in used.items()}
    answers = {text: figures.answer(Address.parse(text)) for text in pages}
    return {
        text: (
            Json.of(_record(figures, text, figure, base, pages[text]), depth=2),
            tuple(dict.fromkeys(each.source for each in (*figure.observations, *figure.rivals))),
        )
        for text, figure in answers.items()
        if isinstance(figure, Figure)
    }


def _record(figures: Figures, text: str, figure: Figure, base: str, used: list[str]) -> Record:
    address = figure.address or Address.parse(text)
    return {
        **figure_record(figures, figure),
        "rivals": [{**amount_record(rival.amount), "sources": [rival.source]} for rival in figure.rivals],
        "page": whole(base, address_url(address)),
        "used": used,
    }
