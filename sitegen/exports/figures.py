"""`figures.json`: every address that the site uses, with its answer and where it stands."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.exports.forms import to_json
from sitegen.exports.rows import Record, amount_record, figure_record, source_record
from sitegen.figures import Figure
from sitegen.model.basics.address import Address
from sitegen.pages.context import Context
from sitegen.pages.output import Output
from sitegen.pages.record.units import Files
from sitegen.urls import address_url


def figures(context: Context) -> Files:
    """The figures in the order of their addresses, and the sources they rest on."""
    yield "figures.json", _file


def _file(context: Context) -> Iterator[Output]:
    edition = context.edition
    found = {text: edition.figures.answer(Address.parse(text)) for text in context.uses.figures}
    answers = {text: figure for text, figure in found.items() if isinstance(figure, Figure)}
    sources = sorted({o.source for figure in answers.values() for o in (*figure.observations, *figure.rivals)})
    whole = {
        "site": edition.tracker.site.name,
        "as_of": None if edition.as_of is None else str(edition.as_of),
        "figures": {text: _record(context, text, figure) for text, figure in answers.items()},
        "sources": {id: source_record(edition.tracker, edition.base_url, id) for id in sources},
    }
    yield Output("figures.json", to_json(whole))


def _record(context: Context, text: str, figure: Figure) -> Record:
    base = context.edition.base_url.rstrip("/")
    address = figure.address or Address.parse(text)
    return {
        **figure_record(context.figures, figure),
        "rivals": [{**amount_record(rival.amount), "sources": [rival.source]} for rival in figure.rivals],
        "page": base + address_url(address),
        "used": [base + url for url in context.uses.figures[text]],
    }
