"""One more entry in a file that holds several: its keys as comments, which show once they are filled in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from sitegen.modeline import modeline
from sitegen.problems import Place, Problem, SitegenError
from sitegen.project import text_of
from sitegen.scaffold.wish import Draft, Wish, refused

_UNCOMMENT = 'then delete the "# " in front of its lines'
_ADDRESS = re.compile(r"https?://", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def ranking(wish: Wish) -> Draft:
    """An entry of data/rankings.yaml."""
    member = next(series_in(wish.project), "entity.metric")
    year = _YEAR.search(wish.title)
    lines = [f"title: {wish.quoted}", f"period: {year[0] if year else wish.day.year}", f"members: [{member}]"]
    then = "put the series that you want to order into members: and set the period"
    return _entry(wish, "data/rankings.yaml", "rankings", "ranking", lines, then)


def source(wish: Wish) -> Draft:
    """An entry of a file of data/sources/: of the first that there is. A web address for a title is that of it."""
    is_address = _ADDRESS.match(wish.title) is not None
    lines = [
        "publisher: Who publishes it",
        f"title: {'null' if is_address else wish.quoted}",
        f"url: {wish.quoted if is_address else 'https://www.example.org/the-document'}",
        f"published: {wish.day.isoformat()}",
        "# kind: filing, company, data-firm, press or aggregator",
        "kind: press",
        "language: en",
    ]
    path = next(_paths(wish.project, "sources"), "data/sources/sources.yaml")
    return _entry(wish, path, "sources", "source", lines, "say who publishes the document, and where and when")


def metric(wish: Wish) -> Draft:
    """An entry of data/metrics.yaml."""
    lines = [
        f"label: {wish.quoted}",
        "in_text: as it stands behind a name",
        "# unit: percent, EUR, million EUR, km or an id of data/units.yaml",
        "unit: percent",
        "# kind: flow, stock, rate, price or measure",
        "kind: rate",
    ]
    return _entry(wish, "data/metrics.yaml", "metrics", "metric", lines, "say its unit and its kind")


def series(wish: Wish) -> Draft:
    """An entry of the file that holds the other series of its entity."""
    if re.fullmatch(r"[a-z0-9-]+\.[a-z0-9-]+", wish.title) is None:
        hint = "write entity.metric, as in acme.sales"
        raise refused("bad-id", ".", f'"{wish.title}" is not a series', hint)
    entity = wish.title.partition(".")[0]
    lines = [
        "definition: What is counted exactly, and by whom",
        "region: world",
        "basis: as reported",
        "# cadence: day, week, month, quarter, half or year",
        "cadence: month",
        "values: {}",
    ]
    usual = f"data/series/{entity}.yaml"
    own = (path for path in _paths(wish.project, "series") if f"\n{entity}." in "\n" + text_of(wish.project, path))
    then = f'say what is counted, where and how often, {_UNCOMMENT}, and add numbers: sitegen add "{wish.title}@…"'
    if not any(_declares(wish.project, path, entity) for path in _paths(wish.project, "companies")):
        then += f'; nothing in data/companies/ is called "{entity}": sitegen new company NAME starts it'
    return _entry(wish._replace(id=wish.title), next(own, usual), "series", "series", lines, then)


def _declares(project: Path, path: str, entity: str) -> bool:
    """Whether a file of a company is of an entity, or has it among its brands and models."""
    return Path(path).stem == entity or re.search(rf"^\s+{entity}:", text_of(project, path), re.MULTILINE) is not None


def claim(wish: Wish) -> Draft:
    """An entry of data/claims.yaml."""
    one = next(series_in(wish.project), "entity.metric")
    lines = [
        f"text: {wish.quoted}",
        "by: id-of-the-source",
        f"about: [{one.partition('.')[0]}]",
        f'check: fig("{one}@{wish.day.year}") > 1000',
    ]
    return _entry(
        wish, "data/claims.yaml", "claims", "claim", lines, "name the source that says it, and write its check"
    )


def series_in(project: Path) -> Iterator[str]:
    """The series that the project declares, in the order of their files."""
    for path in _paths(project, "series"):
        yield from re.findall(r"^([a-z0-9-]+\.[a-z0-9-]+):", text_of(project, path), re.MULTILINE)


def _entry(wish: Wish, path: str, role: str, noun: str, lines: list[str], then: str) -> Draft:
    """An entry of that id at the end of a file, each line of it a comment."""
    there = wish.project / path
    before = text_of(wish.project, path) if there.exists() else modeline(path, role) + "\n"
    for number, line in enumerate(before.splitlines(), 1):
        if line.removeprefix("# ").startswith(f"{wish.id}:"):
            as_comments = line.startswith("#")
            message = f'there is a {noun} "{wish.id}" already' + (", as comments" if as_comments else "")
            hint = f"fill it in, {_UNCOMMENT}" if as_comments else "give another title, or change the one that is there"
            raise SitegenError((Problem(Place(path, number), "repeated-id", message, hint),))
    text = "".join(f"# {line}\n" for line in (f"{wish.id}:", *(f"  {line}" for line in lines)))
    end = then if _UNCOMMENT in then else f"{then}, {_UNCOMMENT}"
    said = f"In {path}, {end}."
    if there.exists():
        return Draft({}, {path: ("" if before.endswith("\n") else "\n") + text}, said)
    return Draft({path: before + text}, {}, said)


def _paths(project: Path, folder: str) -> Iterator[str]:
    return (f"data/{folder}/{path.name}" for path in sorted(project.glob(f"data/{folder}/*.yaml")))


ENTRIES: Mapping[str, Callable[[Wish], Draft]] = {
    "ranking": ranking,
    "source": source,
    "metric": metric,
    "series": series,
    "claim": claim,
}
