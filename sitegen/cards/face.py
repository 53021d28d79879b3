"""The face of a card: its template filled with its words and, if there is room, with its chart."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Mapping
from functools import cached_property, partial

from markupsafe import Markup
from msgspec import Struct, structs

from sitegen.cards.icons import drawn
from sitegen.cards.labels import shaped
from sitegen.cards.letters import Letters
from sitegen.charts.draw import Tools
from sitegen.charts.look.colours import covered
from sitegen.charts.plot import Drawing
from sitegen.charts.svg import size_of, with_size
from sitegen.pages.record.card import HEIGHT, WIDTH, Card
from sitegen.pages.view import View
from sitegen.templates import Templates
from sitegen.tokens import Pair

LEAST = 1.2
"""A drawing that cannot be made larger than this could not be read where a card is small."""
MARK = 40
"""The width of the icon on a card, in pixels."""
_VARIABLE = re.compile(r"var\(--([a-z0-9-]+)(?:,([^()]*))?\)")
_MIXED = re.compile(r"color-mix\(in srgb,(#[0-9a-f]{6}) ([0-9.]+)%,(#[0-9a-f]{6})\)")


class Picture(Struct, frozen=True):
    """A drawing that fits: as SVG with no place of its own, and its size in pixels."""

    svg: Markup
    width: float
    height: float


class CardView(View, frozen=True, kw_only=True):
    """What `card.svg` sees. site: its name. icon: of the site, 40 pixels wide, as an address that an `<image>` takes.

    card: the words. width, height: of the whole.
    """

    template = "card.svg"
    site: str
    icon: str
    card: Card
    width: int
    height: int


class Faces(Struct, frozen=True, dict=True):
    """What cards of one site share. icon: as SVG."""

    site: str
    icon: bytes
    templates: Templates
    tools: Tools

    def face(self, card: Card, drawing: Drawing | None, colours: Mapping[str, Pair]) -> str:
        """A card as SVG in plain colours. colours: by the names of their CSS variables.

        Raises whatever the template does.
        """
        if not self._letters.known(card.title):
            card = structs.replace(card, title=card.kind or self.site)
        view = CardView(
            site=self.site,
            icon=self._mark,
            card=card,
            width=WIDTH,
            height=HEIGHT,
        )
        picture = partial(_picture, drawing, self._letters)
        text = self.templates.write(view.template, view=view, fit=self._letters.fit, picture=picture)
        return _plain(text, {name: light for name, (light, _) in colours.items()})

    @cached_property
    def _mark(self) -> str:
        """The icon in pixels: a drawing within a drawing takes a layer as large as the card, and half of its time."""
        return "data:image/png;base64," + b64encode(drawn(self.icon, MARK, self.tools.fonts)).decode()

    @cached_property
    def _letters(self) -> Letters:
        return Letters(self.tools.type)


def _plain(svg: str, colours: Mapping[str, str]) -> str:
    """An SVG with each variable as its colour, the inner ones first, and mixed colours mixed: pictures know neither."""
    before = ""
    while before != svg:
        before, svg = svg, _VARIABLE.sub(lambda found: colours.get(found[1], found[2] or colours["ink"]), svg)
        svg = _MIXED.sub(lambda found: covered(found[1], found[3], float(found[2]) / 100), svg)
    return svg


def _picture(drawing: Drawing | None, letters: Letters, width: float, height: float) -> Picture | None:
    """The drawing that is largest in so much room; None where it could not be read."""
    found = [] if drawing is None else [_fitted(svg, width, height) for svg in (drawing.narrow, drawing.wide)]
    scale, svg, wide, high = max(found, default=(0.0, "", 0, 0))
    if scale < LEAST:
        return None
    sized = with_size(svg, f'overflow="visible" width="{wide * scale:g}" height="{high * scale:g}"')
    return Picture(Markup(shaped(sized, letters)), wide * scale, high * scale)


def _fitted(svg: str, width: float, height: float) -> tuple[float, str, int, int]:
    """By how much a drawing can be made larger, and its size."""
    wide, high = size_of(svg)
    return min(width / wide, height / high), svg, wide, high
