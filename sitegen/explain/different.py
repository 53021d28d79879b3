"""A difference as text, as Markdown, and as a record for JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import structs

from sitegen.explain.affected import Affected, Reordered, Sentence
from sitegen.explain.difference import Difference, FigureChange, Turned
from sitegen.exports.rows import Record

NAMED = 3
"""So many pages that show a figure are named in text and Markdown."""


def as_record(found: Difference) -> Record:
    """All that is known, for programs."""
    return {
        "figures": [
            {
                "address": each.change.address,
                "change": each.change.kind,
                "name": each.name,
                "old": None if each.change.old is None else {**structs.asdict(each.change.old), "words": each.old},
                "new": None if each.change.new is None else {**structs.asdict(each.change.new), "words": each.new},
                "page": each.page,
                "shown": [{"name": name, "url": url} for name, url in each.shown] if found.known else None,
            }
            for each in found.figures
        ],
        "renamed": [{"old": old, "new": new} for old, new in found.renamed],
        "claims": None if found.verdicts is None else [structs.asdict(turned) for turned in found.verdicts],
        "sentences": None if found.affected is None else [_sentence(each) for each in found.affected.sentences],
        "charts": None if found.affected is None else [each._asdict() for each in found.affected.charts],
        "rankings": None if found.affected is None else [_ranking(each) for each in found.affected.rankings],
        "unread": [*found.unread],
    }


def as_text(found: Difference) -> str:
    """For the terminal: a figure a line, then where it is shown."""
    wide = max((len(each.change.address) for each in found.figures), default=0)
    lines = []
    for each in found.figures:
        lines.append(f"{each.change.address:<{wide}}  {each.change.kind:<10}  {_moved(each)}")
        lines += [f"{'':<{wide}}  shown on {pages}"] if (pages := _pages(name for name, _ in each.shown)) else []
    lines += [f"{old} is now {new}" for old, new in found.renamed]
    if found.affected is not None:
        lines += [f"{each.path}:{each.line}: {each.text}" for each in found.affected.sentences]
        lines += [f"chart {each.id}: {each.title}" for each in found.affected.charts]
        lines += [f"ranking {each.id}: {_places(each)}" for each in found.affected.rankings]
    lines += [f"claim {turned.id}: {_verdicts(turned)}" for turned in found.verdicts or ()]
    return "\n".join([*lines, *_notes(found)])


def as_markdown(found: Difference) -> str:
    """For the summary of a pull request: a table of figures, and of claims; lists of what the figures change."""
    lines = ["### Figures", ""]
    if found.figures:
        lines += ["| Figure | Change | Before | After | Shown on |", "|---|---|---|---|---|"]
    for each in found.figures:
        shown = _pages(_link(name, url) for name, url in each.shown)
        row = (_link(each.name, each.page), each.change.kind, _cell(each.old), _cell(each.new), shown)
        lines.append(f"| {' | '.join(row)} |")
    if found.affected is not None:
        lines += _lists(found.affected)
    if found.verdicts:
        lines += ["", "### Claims", "", "| Claim | Before | After |", "|---|---|---|"]
    for turned in found.verdicts or ():
        lines.append(f"| {_link(turned.text, turned.page)} | {turned.before or 'none'} | {turned.after or 'gone'} |")
    lines += ["", *(f"- `{old}` is now `{new}`" for old, new in found.renamed)] if found.renamed else []
    return "\n".join([*lines, "", *_notes(found)])


def _lists(affected: Affected) -> Iterator[str]:
    """What the figures change, as lists."""
    sentences = (f"`{each.path}:{each.line}` {_link(each.text, each.url)}" for each in affected.sentences)
    charts = (_link(each.title, each.url) for each in affected.charts)
    rankings = (f"{_link(each.title, each.url)}: {_cell(_places(each))}" for each in affected.rankings)
    for title, lines in (("Sentences", sentences), ("Charts", charts), ("Rankings", rankings)):
        several = [*lines]
        if several:
            yield from ("", f"### {title}", "", *(f"- {line}" for line in several))


def _sentence(sentence: Sentence) -> Record:
    changed = [{"old": old, "new": new} for old, new in sentence.changed]
    return {**sentence._asdict(), "changed": changed}


def _ranking(ranking: Reordered) -> Record:
    return {**ranking._asdict(), "places": [{"name": n, "old": old, "new": new} for n, old, new in ranking.places]}


def _places(ranking: Reordered) -> str:
    """Who stands elsewhere in a ranking, or that nobody does."""
    moved = (f"{name} {old or 'none'} → {new or 'none'}" for name, old, new in ranking.places)
    return ", ".join(moved) or "other values in the same order"


def _notes(found: Difference) -> Iterator[str]:
    """What is not compared, and how many changes there are."""
    for path in found.unread:
        yield f"{path} cannot be read as YAML before or after, and is left out."
    if found.verdicts is None:
        yield "Verdicts are not compared: before or after, the project has errors that sitegen check reports."
    if found.figures and not found.known:
        yield "Which pages show the figures is known after a build of the files as they are now."
    along = found.affected or Affected()
    with_them = ((along.sentences, "sentence"), (along.charts, "chart"), (along.rankings, "ranking"))
    several = [_count(len(each), noun) for each, noun in with_them if each]
    changed = ", ".join([_count(len(found.figures), "figure"), *several])
    yield f"{changed} changed, {_count(len(found.verdicts or ()), 'verdict')} turned."


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _moved(each: FigureChange) -> str:
    change = each.change
    if change.old is None or change.new is None:
        return each.old or each.new
    if (change.old.value, change.old.bound) == (change.new.value, change.new.bound):
        return f"{each.new} ({change.old.source} → {change.new.source})"
    return f"{each.old} → {each.new}"


def _verdicts(turned: Turned) -> str:
    if not turned.before:
        return f"new, {turned.after}"
    return f"{turned.before} → {turned.after}" if turned.after else f"gone, was {turned.before}"


def _pages(names: Iterable[str]) -> str:
    several = [*names]
    more = len(several) - NAMED
    return ", ".join([*several[:NAMED], *([f"{more} more"] if more > 0 else [])])


def _cell(text: str) -> str:
    """A text that ends no cell and begins no markup of a table."""
    marked = "\\`*_[]<>|"
    return "".join(f"\\{char}" if char in marked else char for char in text)


def _link(text: str, url: str | None) -> str:
    return f"[{_cell(text)}]({url})" if url else _cell(text)
