"""From SVG to a small PNG, remembered by what it shows. With `sitegen.disk.pixels` all that knows Pillow."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from io import BytesIO

from sitegen.cache import digest
from sitegen.charts import Tools, engine
from sitegen.processes import shared

COLOURS = 64
"""More are not seen on a card, and make its file twice as large."""
SAMPLED = 300
"""The colours of a wide picture are chosen from so many of its pixels across, and as many down in proportion."""
LEAST = 24
"""So many cards make up for starting one more process."""


@dataclass(frozen=True)
class Press:
    """Makes pictures. tools: the fonts, and the cache if there is one. ready: those that were made, by their SVG."""

    tools: Tools
    ready: Mapping[str, bytes] = field(default_factory=dict)

    @cached_property
    def _made_by(self) -> tuple[bytes, ...]:
        from importlib.metadata import version  # it loads half of the standard library

        return b"card", *self.tools.made_by, version("pillow").encode()

    def png(self, svg: str) -> bytes:
        """The picture of an SVG. Raises ValueError with the words of the engine if that cannot be read."""
        if svg in self.ready:
            return self.ready[svg]
        name, cache = digest((*self._made_by, svg.encode())), self.tools.cache
        found = None if cache is None else cache.read(name)
        if found is None:
            found = reduced(engine.to_png(svg, self.tools.fonts))
            if cache is not None:
                cache.write(name, found)
        return found

    def pressed(self, svgs: Iterable[str], jobs: int) -> Press:
        """This press with all these ready; several processes make a part each, at most `jobs`.

        One that cannot be made is left out: `png` says why.
        """
        asked = tuple(dict.fromkeys(svgs))
        made = shared(partial(_each, press=self), asked, jobs, LEAST)
        return replace(self, ready={svg: png for svg, found in zip(asked, made, strict=True) for png in found})


def _each(svgs: Sequence[str], press: Press) -> list[tuple[bytes, ...]]:
    return [tuple(_made(svg, press)) for svg in svgs]


def _made(svg: str, press: Press) -> Iterator[bytes]:
    with suppress(ValueError):
        yield press.png(svg)


def reduced(png: bytes) -> bytes:
    """A picture in as few colours as a card needs, without what else a PNG may say."""
    from PIL import Image

    with Image.open(BytesIO(png)) as image:
        whole = image.convert("RGB")
    step = max(1, whole.width // SAMPLED)
    sampled = whole.resize((whole.width // step, max(1, whole.height // step)), Image.Resampling.NEAREST)
    colours = sampled.quantize(COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    few = whole.quantize(palette=colours, dither=Image.Dither.NONE)
    out = BytesIO()
    few.save(out, "PNG", compress_level=6)
    return out.getvalue()
