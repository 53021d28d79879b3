"""The table of checks on the data, in the order in which they run, and their runner."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from itertools import chain

from sitegen.cache import Memory
from sitegen.check.data.alike import same_name
from sitegen.check.data.ceilings import at_most
from sitegen.check.data.changes import change_disagrees
from sitegen.check.data.colours import alike_colours, faint_colours
from sitegen.check.data.finding import Check, Finding, SeriesCheck
from sitegen.check.data.jumps import sudden_jump
from sitegen.check.data.left import no_answers, ranked_nowhere
from sitegen.check.data.lives import outside_life, step_of_another, step_outside_life
from sitegen.check.data.moved import period_order
from sitegen.check.data.parts import part_above_whole
from sitegen.check.data.periods import period_cadence, series_calendar
from sitegen.check.data.rankings import (
    ranking_bases,
    ranking_directions,
    ranking_parts,
    ranking_shares,
    ranking_units,
    table_order,
)
from sitegen.check.data.rivals import one_document, repeated_source, replaces_nothing, rivals_unresolved, two_preferred
from sitegen.check.data.running import running_total
from sitegen.check.data.sources import mixed_reliability, relay_circle, same_document, unused_source
from sitegen.check.data.sums import parts_disagree
from sitegen.check.data.values import before_its_time, count_decimals, extra_decimals, future_value
from sitegen.check.data.worked import worked_out
from sitegen.figures import Figures
from sitegen.grouped import grouped
from sitegen.model.basics.address import SeriesId
from sitegen.problems import Place, Problem, did_you_mean
from sitegen.problems.codes import CODES
from sitegen.recall import Recall
from sitegen.register.register import Register
from sitegen.register.said import Owner

OF_SERIES: tuple[SeriesCheck, ...] = (
    period_cadence,
    period_order,
    series_calendar,
    repeated_source,
    one_document,
    replaces_nothing,
    at_most,
    two_preferred,
    rivals_unresolved,
    worked_out,
    parts_disagree,
    change_disagrees,
    count_decimals,
    running_total,
    sudden_jump,
    extra_decimals,
    future_value,
    outside_life,
)
"""The checks that look at one series at a time."""
OF_ALL: tuple[Check, ...] = (
    relay_circle,
    mixed_reliability,
    part_above_whole,
    step_outside_life,
    step_of_another,
    ranking_units,
    ranking_directions,
    ranking_shares,
    ranking_bases,
    ranking_parts,
    table_order,
    ranked_nowhere,
    no_answers,
    alike_colours,
    faint_colours,
)
"""The checks that look at all things of a kind."""

# The warnings that these checks raise, and so the only ones of which it is known here whether they were.
_RAISED = frozenset(
    {"change-disagrees", "sudden-jump", "parts-disagree", "extra-decimals", "future-value", "alike-colours"}
    | {"left-out", "series-calendar", "lone-point", "no-effect", "chart-holes", "part-above-whole", "outside-life"}
    | {
        "running-total",
        "table-order",
        "same-document",
        "same-name",
        "unused-source",
        "mixed-reliability",
        "unbound-number",
        "double-about",
        "stretched-figure",
    }
)


def data_findings(figures: Figures, recall: Recall | None = None) -> list[Finding]:
    """All that the checks find in the data; documents decide nothing of it. recall: of what was found before."""
    recall = recall or Recall(Memory(), figures)
    return recall.wholly("findings", partial(_findings, figures, recall))


def _findings(figures: Figures, recall: Recall) -> list[Finding]:
    results = [recall.of(f"findings {check.__name__}", partial(_of_all, check)) for check in OF_ALL]
    results += [recall.of(f"findings of {id}", partial(_of_series, id)) for id in figures.tracker.series]
    given = grouped((source, id) for id, series in figures.tracker.series.items() for source in series.sources)
    results += [
        recall.of(f"findings of {source} in {ids}", partial(_of_source, source, ids)) for source, ids in given.items()
    ]
    return [finding for result in results for finding in result.value or ()]


def _of_all(check: Check, figures: Figures) -> list[Finding]:
    return list(check(figures))


def _of_source(source: str, series: Sequence[SeriesId], figures: Figures) -> list[Finding]:
    return list(before_its_time(figures, source, series))


def _of_series(id: SeriesId, figures: Figures) -> list[Finding]:
    series = figures.tracker.series[id]
    return [finding for check in OF_SERIES for finding in check(figures, series)]


def check_data(register: Register, found: Iterable[Finding]) -> list[Problem]:
    """Every problem of the data that no `accepted` answers, and every `accepted` that answers none.

    Of two entries that are one document and disagree, the error says both.

    found: in the data, and what was found elsewhere and is answered in the same way.
    """
    problems: list[Problem] = []
    answered: set[tuple[Place, str]] = set()
    for finding in chain(found, same_document(register), unused_source(register), same_name(register.tracker)):
        code = finding.problem.code
        answering = [owner for owner in finding.owners if code in owner.accepted]
        if finding.problem.severity == "warning" and answering:
            answered.update((owner.place, code) for owner in answering)
        else:
            problems.append(finding.problem)
    for owner in register.owners():
        for code in owner.accepted:
            problems += [] if (owner.place, code) in answered else _idle(owner, code)
    told = {problem.place for problem in problems if problem.code == "repeated-source"}
    two = {source.place for source in register.tracker.sources.values() if source.places.get("url") in told}
    return [each for each in problems if each.code != "same-document" or each.place not in two]


def _idle(owner: Owner, code: str) -> list[Problem]:
    """What to say of an `accepted` that answered nothing; nothing of a warning that a later stage raises."""
    if code in _RAISED:
        message, hint = f"no warning {code} is raised here", "take it out of accepted:"
    elif code not in CODES:
        message, hint = f'no warning has the code "{code}"', did_you_mean(code, _RAISED)
    elif CODES[code].severity == "error":
        message, hint = f"{code} is an error and cannot be accepted", "fix it, and take it out of accepted:"
    else:
        return []
    return [Problem(owner.place, "accepted-nothing", message, hint)]
