"""Drawing: a planned chart becomes SVG, or is found drawn already."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, partial
from itertools import chain
from pathlib import Path

from msgspec import Struct, field, structs

from sitegen.cache import Cache
from sitegen.charts import engine
from sitegen.charts.code import own_digest
from sitegen.charts.fields import check_fields
from sitegen.charts.files.letters import Letters
from sitegen.charts.fonts import Fonts
from sitegen.charts.plot import PICTURE, TEXT, Drawing, Key, Plot, Size
from sitegen.charts.svg import finish, words
from sitegen.model.document import File
from sitegen.problems import Problem, SitegenError
from sitegen.processes import Processes, tried
from sitegen.tokens import FAMILIES

WIDE, NARROW = 720, 340
GRID = {"w": 5, "n": 10}
"""To how many tenths of a pixel the outlines of a map are kept: they are most of the weight of a page."""
LEAST = 16
"""So many plots make up for starting one more process, which loads Altair and vl-convert first."""


class Tools(Struct, frozen=True, dict=True):
    """What drawing needs beside the plot.

    fonts: the theme's folder of fonts; its TTF and OTF files are read. cache: None draws every time.
    kinds: Python of the project's own kinds, by name. code: `own_digest()`, if it is known.
    """

    fonts: Path
    cache: Cache | None = None
    kinds: Mapping[str, File] = field(default_factory=dict)
    code: str | None = None

    @cached_property
    def type(self) -> Fonts:
        """The fonts of the folder, read once."""
        return Fonts.read(self.fonts, self.cache, self.code or own_digest())

    @cached_property
    def made_by(self) -> tuple[bytes, ...]:
        """What every drawing depends on beside its plot: the code and libraries that draw, and the fonts."""
        return ((self.code or own_digest()).encode(), self.type.digest.encode())


def draw_ahead(plots: Sequence[Plot], tools: Tools, processes: Processes) -> dict[str, Drawing | SitegenError]:
    """The plots that no cache has as SVG, by id, drawn by other processes, or what `draw` raises; none if they are
    few, or there is no other process."""
    new = [plot for plot in plots if not _known(plot, tools)]
    if processes.jobs < 2 or len(new) < LEAST:
        return {}
    each = partial(tried, partial(draw, tools=tools))
    drawn = processes.begin(each, new, LEAST // 2, sent=True, away=True).results()
    return {plot.id: found for plot, found in zip(new, chain.from_iterable(drawn), strict=True)}


def draw(plot: Plot, tools: Tools) -> Drawing:
    """The plot as SVG at 720 and 340 pixels. Raises SitegenError where a kind of the project's fails."""
    wide, narrow = (_remembered(plot, size, key, tools) for size, key in _keys(plot, tools))
    drawing = Drawing(wide, narrow, Letters(tools.fonts, tools.cache, tools.made_by))
    missing = tools.type.missing(words(drawing.wide).replace("\n", ""))
    if not missing:
        return drawing
    named = ", ".join(f"{char} (U+{ord(char):04X})" for char in missing)
    message = f'the chart "{plot.id}" shows characters that its fonts do not have: {named}'
    hint = "write the name in Latin letters, or add the characters to the fonts: docs/theming.md says how"
    return structs.replace(drawing, problems=(Problem(plot.place, "missing-glyph", message, hint),))


def shown_key(plot: Plot, drawing: Drawing) -> tuple[Key, ...]:
    """The lines of a plot's key but those of texts that neither of its drawings has, as where no number fits."""
    texts = {line: line.sign.removeprefix(TEXT) for line in plot.key if line.sign.startswith(TEXT)}
    if not texts:  # so that most drawings are not searched
        return plot.key
    said = "\n".join(map(words, (drawing.wide, drawing.narrow))).split("\n")
    has = {line for line, sign in texts.items() if any(each.startswith(sign) or each.endswith(sign) for each in said)}
    return tuple(line for line in plot.key if line not in texts or line in has)


def _known(plot: Plot, tools: Tools) -> bool:
    """Whether the cache has every drawing of a plot."""
    cache = tools.cache
    return cache is not None and all(cache.has(key) for _, key in _keys(plot, tools))


def _remembered(plot: Plot, size: Size, key: tuple[bytes, ...], tools: Tools) -> str:
    """The drawing at one size: from the cache, or drawn."""
    if tools.cache is None:
        return _drawn(plot, size, tools)
    return tools.cache.remember(key, lambda: _drawn(plot, size, tools))


def _keys(plot: Plot, tools: Tools) -> Iterator[tuple[Size, tuple[bytes, ...]]]:
    """The sizes at which a plot is drawn, each with all that the drawing depends on."""
    own, said = tools.kinds.get(plot.kind), repr(plot).encode()
    for size in (Size(WIDE, False, plot.options), Size(NARROW, True, plot.options)):
        yield size, (*tools.made_by, said, repr(size).encode(), b"" if own is None else own.content)


def _drawn(plot: Plot, size: Size, tools: Tools) -> str:
    """The drawing at one size, as it stands in a page."""
    name = "n" if size.narrow else "w"
    own = tools.kinds.get(plot.kind)
    if own is not None:
        from sitegen.charts.own import draw_own

        return draw_own(plot, size, own, lambda spec: _svg(spec, name, plot, tools))
    from altair.utils.schemapi import debug_mode

    from sitegen.charts.kinds import KINDS
    from sitegen.charts.pictures.drawing import draw as draw_picture

    # Our own kinds are held against the schema by a test: to do it here is a third of the work of drawing.
    with debug_mode(False):
        spec = (draw_picture if plot.kind == PICTURE else KINDS[plot.kind].draw)(plot, size, tools.type)
    return _svg(spec, name, plot, tools)


def _svg(spec: Mapping[str, object], name: str, plot: Plot, tools: Tools) -> str:
    check_fields(spec)
    svg = engine.to_svg(spec, tools.fonts, plot.locale.name)
    return finish(svg, f"{plot.id}-{name}", FAMILIES, name=name, grid=GRID[name] if plot.kind == "map" else 0)
