"""What has another id than before, as git shows, while nothing leads on from its old address."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.check.data.finding import Finding
from sitegen.model.basics.former import DOCUMENT, Rename
from sitegen.problems import Problem
from sitegen.register.register import Register


def lost_address(register: Register) -> Iterator[Finding]:
    """What was renamed and does not say so; where that is due to an entity or a metric, this is what is named."""
    tracker = register.tracker
    known = {(each.kind, each.old): each.now for each in tracker.former}
    for each in sorted({_cause(each, register) for each in tracker.renamed}):
        if each.kind == DOCUMENT:
            yield from _document(each, register)
            continue
        things = register.things[each.kind]
        if each.now in things and each.old not in things and not _said(each, known):
            thing = things[each.now]
            message = f'the {each.kind} "{each.old}" has the id "{each.now}" now, as git shows'
            message += ", and nothing leads on from its old address"
            problem = Problem(thing.place, "lost-address", message, f"add to it: former_ids: [{each.old}]")
            yield Finding(problem, (thing,) if hasattr(thing, "accepted") else ())


def _document(each: Rename, register: Register) -> Iterator[Finding]:
    documents = register.tracker.documents
    document, address = documents.get(each.now), _address(each.old)
    said = any(former.kind == DOCUMENT and former.old == address for former in register.tracker.former)
    if document is not None and each.old not in documents and not said and not document.draft:
        message = f"{each.old} is {each.now} now, as git shows, and nothing leads on from {address}"
        hint = f"add to its front matter: aliases: [{address}]"
        yield Finding(Problem(document.place, "lost-address", message, hint))


def _address(path: str) -> str:
    """Where a document of a path stood on the site."""
    return f"/{path.removeprefix('content/').removesuffix('.md')}/"


def _cause(each: Rename, register: Register) -> Rename:
    """The rename of the entity or the metric that gave a series its new id; else what there is."""
    if each.kind != "series":
        return each
    (entity, metric), (new_entity, new_metric) = each.old.split("."), each.now.split(".")
    if metric == new_metric and entity not in register.things["entity"]:
        return Rename("entity", entity, new_entity)
    if entity == new_entity and metric not in register.things["metric"]:
        return Rename("metric", metric, new_metric)
    return each


def _said(each: Rename, known: dict[tuple[str, str], str]) -> bool:
    """Whether former_ids say it: of the thing, or of the entity and the metric of a series."""
    if (each.kind, each.old) in known:
        return True
    if each.kind != "series":
        return False
    entity, metric = each.old.split(".")
    return each.now == f"{known.get(('entity', entity), entity)}.{known.get(('metric', metric), metric)}"
