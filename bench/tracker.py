"""A seeded tracker for the benchmark: the briefs as a sitegen project, with figures, charts and series if asked."""

from __future__ import annotations

import random
from dataclasses import dataclass
from pathlib import Path

from briefs import Brief, briefs

SITE = """\
name: Bench tracker
tagline: 'Invented texts'
base_url: https://example.org/
language: en
locale: en
"""
METRICS = "made:\n  label: Things made\n  unit: things\n  kind: flow\n"
UNITS = "things: {one: thing, other: things}\n"
SOURCE = """\
report-of-{name}:
  publisher: Invented
  title: Report of {name}
  url: https://example.org/{name}
  published: 2026-01-20
  kind: company
"""
MONTHS = 100


@dataclass(frozen=True, slots=True)
class Size:
    """How much a tracker holds: briefs, figures in each, charts, and series of MONTHS observations."""

    briefs: int
    figures: int = 0
    charts: int = 0
    series: int = 1


def lay_tracker(folder: Path, size: Size, seed: int = 1) -> list[Brief]:
    """Writes the project; gives back its briefs."""
    chosen = random.Random(seed)
    names = [f"maker-{number:03}" for number in range(size.series)]
    figures = [f'fig("{name}.made@{_month(chosen.randrange(MONTHS))}")' for name in names for _ in range(3)]
    _put(folder / "data/site.yaml", SITE)
    _put(folder / "data/metrics.yaml", METRICS)
    _put(folder / "data/units.yaml", UNITS)
    _put(folder / "data/sources/reports.yaml", "".join(SOURCE.format(name=name) for name in names))
    for name in names:
        _put(folder / f"data/companies/{name}.yaml", f"name: {name.replace('-', ' ').capitalize()}\nkind: company\n")
        _put(folder / f"data/series/{name}.yaml", _series(name, chosen))
    for number in range(size.charts):
        _put(folder / f"data/charts/chart-{number:03}.yaml", _chart(number, names))
    found = briefs(size.briefs, seed, figures, size.figures)
    for brief in found:
        _put(brief_path(folder, brief.slug), brief_text(brief))
    return found


def brief_path(folder: Path, slug: str) -> Path:
    """The file of a brief."""
    return folder / f"content/briefs/{slug}.md"


def brief_text(brief: Brief) -> str:
    """A brief with its front matter."""
    head = f"title: {brief.title}\nsummary: {brief.summary}\ndate: {brief.day}"
    return f"---\n{head}\n---\n\n{brief.body}"


def edit_datum(folder: Path, name: str = "maker-000") -> str:
    """Adds one to an observation of a series; gives back the new value as its page shows it."""
    path = folder / f"data/series/{name}.yaml"
    lines = path.read_text().splitlines(keepends=True)
    at = len(lines) // 2
    value = int(lines[at].partition("value: ")[2].partition(",")[0])
    lines[at] = lines[at].replace(f"value: {value},", f"value: {value + 1},")
    path.write_text("".join(lines))
    return f"{value + 1:,}"


def _series(name: str, chosen: random.Random) -> str:
    values = ((_month(n), chosen.randrange(5000, 9000)) for n in range(MONTHS))
    rows = [f"    {month}: {{value: {value}, source: report-of-{name}}}" for month, value in values]
    head = [f"{name}.made:", "  definition: Things made", "  region: world", "  cadence: month", "  values:"]
    return "\n".join([*head, *rows]) + "\n"


def _chart(number: int, names: list[str]) -> str:
    pair = {names[number % len(names)], names[(number + 1) % len(names)]}
    series = ", ".join(f"{name}.made" for name in sorted(pair))
    name = "".join(chr(ord("a") + number // place % 26) for place in (676, 26, 1))  # no two charts have one title
    title = f"Things made by month, chart {name}"
    return f"kind: line\ntitle: {title}\nseries: [{series}]\nfrom: {_month(0)}\nto: {_month(35)}\nby: month\n"


def _month(number: int) -> str:
    return f"{2017 + number // 12}-{number % 12 + 1:02}"


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
