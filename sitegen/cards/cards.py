"""The cards of all pages: each a unit of its own, remembered by what it shows."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from functools import partial

from sitegen import urls
from sitegen.cards.face import CardView, Faces
from sitegen.cards.icons import icons
from sitegen.cards.png import Press
from sitegen.pages.context import Context
from sitegen.pages.output import Output
from sitegen.pages.recalled import colours_of
from sitegen.pages.record.card import published
from sitegen.pages.record.units import Made, Plan, Workers
from sitegen.problems import Place, Problem, SitegenError
from sitegen.templates import template_problem
from sitegen.theme import FOLDER


def cards(context: Context, faces: Faces, workers: Workers) -> Plan:
    """Every card, and the icons. Where nothing is remembered, several processes make the cards all at once."""
    if published(context.edition.base_url):
        yield urls.output_path(urls.MANIFEST), partial(_icons, faces=faces)
    press, asked = Press(faces.tools), tuple(context.uses.cards)
    if asked and workers.memory.empty and workers.processes.jobs > 1:
        press = press.pressed((face for url in asked for face in _drawable(context, faces, url)), workers.processes)
    for url in asked:
        yield urls.output_path(urls.card_url(url)), partial(_card, faces=faces, press=press, url=url)


def _icons(context: Context, faces: Faces) -> Made:
    return Made(tuple(icons(context.tracker, faces.icon, faces.tools.fonts)))


def _card(context: Context, faces: Faces, press: Press, url: str) -> Made:
    svg = _face(context, faces, url)
    try:
        png = press.png(svg)
    except ValueError as error:
        problem = Problem(
            Place(FOLDER + CardView.template), "template-error", f"the template gives no picture: {error}"
        )
        raise SitegenError((problem,)) from error
    return Made((Output(urls.output_path(urls.card_url(url)), png),))


def _drawable(context: Context, faces: Faces, url: str) -> Iterator[str]:
    with suppress(SitegenError):
        yield _face(context, faces, url)


def _face(context: Context, faces: Faces, url: str) -> str:
    card = context.uses.cards[url]
    drawing = context.charts[card.chart].drawing if card.chart else None
    shades = colours_of(context)
    try:
        return faces.face(card, drawing, shades)
    except Exception as error:  # whatever a template does wrong is for its author to fix
        raise SitegenError((template_problem(error, CardView.template, faces.templates.texts, url),)) from error
