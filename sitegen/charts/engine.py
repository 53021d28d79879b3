"""The drawing engine: a Vega-Lite specification becomes SVG. The only module that knows vl-convert.

Hermetic: it reads no font but those of the given folder, no clock, no time zone, no network.
"""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from sitegen.tokens import FAMILIES, LABEL
from sitegen.words.locales import locale_of

VEGA_LITE = "6.4"
CONFIG: Mapping[str, Any] = {
    "background": None,
    "aria": False,
    "font": FAMILIES,
    "view": {"stroke": None},
    "mark": {"color": "var(--c-1)"},
    "text": {"color": "var(--ink)", "fontSize": LABEL},
    "title": {"color": "var(--ink)"},
    "axis": {
        "labelColor": "var(--muted)",
        "titleColor": "var(--ink)",
        "gridColor": "var(--grid)",
        "domainColor": "var(--axis)",
        "tickColor": "var(--axis)",
        "labelFontSize": LABEL,
        "titleFontSize": LABEL,
        "labelPadding": 6,
        "tickSize": 4,
        "labelLineHeight": 15,
    },
    "axisY": {"domain": False, "ticks": False},
    "legend": {"labelColor": "var(--muted)", "titleColor": "var(--ink)", "labelFontSize": LABEL, "orient": "top"},
    "range": {
        "category": [f"var(--c-{n})" for n in range(1, 9)],
        "heatmap": [f"var(--seq-{n})" for n in range(1, 6)],
        "ordinal": [f"var(--seq-{n})" for n in range(1, 6)],
    },
}
"""How every chart looks where it does not say otherwise. Colours are CSS variables, which the page resolves."""

_FONTCONFIG = '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>{}</dir></fontconfig>'
_FIRST = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><text>x</text></svg>'


def to_svg(spec: Mapping[str, Any], fonts: Path, locale: str) -> str:
    """The specification drawn. fonts: folder of TTF and OTF files. Raises ValueError with the engine's own words."""
    numbers, times = _locales(locale)
    engine = _loaded(fonts.resolve())
    svg: str = engine.vegalite_to_svg(
        dict(spec),
        vl_version=VEGA_LITE,
        config=dict(CONFIG),
        allowed_base_urls=[],
        format_locale=numbers,
        time_format_locale=times,
    )
    return svg


def to_png(svg: str, fonts: Path) -> bytes:
    """An SVG in plain colours as a picture, in the fonts of a folder. Raises ValueError with the engine's own words."""
    try:
        png: bytes = _loaded(fonts.resolve()).svg_to_png(svg)
    except RuntimeError as error:  # behind its words stands a list of the engine's own calls
        said = re.sub(r"\s+", " ", str(error).partition("Stack backtrace")[0]).strip()
        raise ValueError(said) from error
    return png


@cache
def _loaded(fonts: Path) -> ModuleType:
    """vl-convert with its font database built from this folder alone; the process keeps the first one built."""
    with _fontconfig(fonts):
        import vl_convert

        vl_convert.svg_to_png(_FIRST)
    return vl_convert


@contextmanager
def _fontconfig(fonts: Path) -> Iterator[None]:
    """FONTCONFIG_FILE set to name the folder, and put back: left set, a browser started later would show no text."""
    before = os.environ.get("FONTCONFIG_FILE")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "fonts.conf")
        file.write_text(_FONTCONFIG.format(fonts.as_posix().replace("&", "&amp;").replace("<", "&lt;")), "utf-8")
        os.environ["FONTCONFIG_FILE"] = str(file)
        try:
            yield
        finally:
            if before is None:
                del os.environ["FONTCONFIG_FILE"]
            else:
                os.environ["FONTCONFIG_FILE"] = before


def _locales(name: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """The locale's ways with numbers and with dates, in the words of d3-format and d3-time-format."""
    locale = locale_of(name)
    symbols = locale.number_symbols.get("latn", locale.number_symbols)
    numbers = {
        "decimal": symbols["decimal"],
        "thousands": symbols["group"],
        "grouping": [3],
        "currency": ["", ""],
        "minus": "\N{MINUS SIGN}",
    }
    days, months = locale.days["format"], locale.months["format"]
    times = {
        "dateTime": "%x, %X",
        "date": "%-d %B %Y",
        "time": "%H:%M:%S",
        "periods": ["AM", "PM"],
        "days": [days["wide"][(n - 1) % 7] for n in range(7)],
        "shortDays": [days["abbreviated"][(n - 1) % 7] for n in range(7)],
        "months": [months["wide"][n] for n in range(1, 13)],
        "shortMonths": [months["abbreviated"][n] for n in range(1, 13)],
    }
    return numbers, times
