"""From SVG to a small PNG, remembered by what it shows. With `sitegen.disk.pixels` all that knows Pillow."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import partial
from io import BytesIO
from itertools import chain
from math import hypot

from msgspec import Struct, field, structs

from sitegen.cache import digest
from sitegen.charts import engine
from sitegen.charts.draw import Tools
from sitegen.processes import Processes

COLOURS = 64
"""More are not seen on a card, and make its file twice as large."""
SAMPLED = 300
"""The colours of a wide picture are chosen from so many of its pixels across, and as many down in proportion."""
ALMOST, SEEN = 250, 16
"""Of 255: the opacity of what is opaque, and the difference in lightness that is seen."""
LEAST = 24
"""So many cards make up for starting one more process."""


class Press(Struct, frozen=True):
    """Makes pictures. tools: the fonts, and the cache if there is one. ready: those that were made, by their SVG."""

    tools: Tools
    ready: Mapping[str, bytes] = field(default_factory=dict)

    def png(self, svg: str) -> bytes:
        """The picture of an SVG. Raises ValueError with the words of the engine if that cannot be read."""
        if svg in self.ready:
            return self.ready[svg]
        name, cache = digest((b"card", *self.tools.made_by, svg.encode())), self.tools.cache
        found = None if cache is None else cache.read(name)
        if found is None:
            found = reduced(engine.to_png(svg, self.tools.fonts))
            if cache is not None:
                cache.write(name, found)
        return found

    def pressed(self, svgs: Iterable[str], processes: Processes) -> Press:
        """This press with all these ready; several processes make a part each.

        One that cannot be made is left out: `png` says why.
        """
        asked = tuple(dict.fromkeys(svgs))
        parts = processes.begin(partial(_each, press=self), asked, LEAST, sent=True, away=True).results()
        made = chain.from_iterable(parts)
        return structs.replace(self, ready={svg: png for svg, found in zip(asked, made, strict=True) for png in found})


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


def slim(png: bytes) -> bytes:
    """The same picture in a smaller file."""
    from PIL import Image

    out = BytesIO()
    with Image.open(BytesIO(png)) as image:
        image.save(out, "PNG", optimize=True)
    return out.getvalue()


def edge(png: bytes) -> str:
    """The colour that most sides of a square picture have in their middle, as `#rrggbb`; "" if they are transparent."""
    from PIL import Image

    with Image.open(BytesIO(png)) as image:
        whole = image.convert("RGBA")
    last, middle = whole.width - 2, whole.width // 2
    found = Counter(whole.getpixel(spot) for spot in ((middle, 1), (middle, last), (1, middle), (last, middle)))
    [(colour, _)] = found.most_common(1)
    assert isinstance(colour, tuple)
    return "#{:02x}{:02x}{:02x}".format(*colour[:3]) if colour[3] > ALMOST else ""


def reach(png: bytes, ground: str) -> float:
    """How far from the middle a square picture differs from its ground, as a part of its width. ground: a colour."""
    from PIL import Image, ImageChops

    with Image.open(BytesIO(png)) as image:
        whole = image.convert("RGB")
    other = ImageChops.difference(whole, Image.new("RGB", whole.size, ground)).convert("L").tobytes()
    wide, middle = whole.width, (whole.width - 1) / 2
    spots = (divmod(at, wide) for at, light in enumerate(other) if light > SEEN)
    return max((hypot(abs(x - middle) + 0.5, abs(y - middle) + 0.5) for y, x in spots), default=0) / wide
