"""`figures.json`: every address that the site uses, with its answer and where it stands."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.exports.forms import to_json
from sitegen.exports.rows import Record, amount_record, figure_record, source_record
from sitegen.figures import Figure
from sitegen.model.address import Address
from sitegen.output import Output
from sitegen.urls import address_url
from sitegen.views.desk import Desk
from sitegen.views.units import Files


def figures(desk: Desk) -> Files:
    """The figures in the order of their addresses, and the sources they rest on."""
    yield "figures.json", _file


def _file(desk: Desk) -> Iterator[Output]:
    edition = desk.edition
    found = {text: edition.figures.answer(Address.parse(text)) for text in desk.uses.figures}
    answers = {text: figure for text, figure in found.items() if isinstance(figure, Figure)}
    sources = sorted({o.source for figure in answers.values() for o in (*figure.observations, *figure.rivals)})
    whole = {
        "site": edition.tracker.site.name,
        "as_of": None if edition.as_of is None else str(edition.as_of),
        "figures": {text: _record(desk, text, figure) for text, figure in answers.items()},
        "sources": {id: source_record(edition.tracker, edition.base_url, id) for id in sources},
    }
    yield Output("figures.json", to_json(whole))


def _record(desk: Desk, text: str, figure: Figure) -> Record:
    base = desk.edition.base_url.rstrip("/")
    address = figure.address or Address.parse(text)
    return {
        **figure_record(desk.figures, figure),
        "rivals": [{**amount_record(rival.amount), "sources": [rival.source]} for rival in figure.rivals],
        "page": base + address_url(address),
        "used": [base + url for url in desk.uses.figures[text]],
    }
