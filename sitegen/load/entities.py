"""Site, entities and sources: the things that the rest refers to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import cast

from babel import UnknownLocaleError

from sitegen.load.gather import Gather, Parsed
from sitegen.load.lives.given import check_life, former_names, ties
from sitegen.load.shape import shapes
from sitegen.load.shape.keys.entities import CalendarShape, EntityShape
from sitegen.load.shape.keys.site import SiteShape
from sitegen.load.words.names import refuse_counts
from sitegen.model.basics.calendar import Calendar, Named
from sitegen.model.entity import PAGED, Entity, EntityKind, Tie
from sitegen.model.history import ChangesShown
from sitegen.model.site import Licence, Pair, Site
from sitegen.model.source import Reliability, Source, SourceKind
from sitegen.words import Locale, locale_of


def site(parsed: Parsed[SiteShape], gather: Gather) -> Site:
    """`data/site.yaml` as a Site."""
    shape = parsed.shape
    bare = re.split("[.@]", shape.locale)[0]  # as a computer names it: de_CH.UTF-8
    known = shape.locale
    try:
        locale_of(bare)
    except (UnknownLocaleError, ValueError):
        known = "en"  # what is checked from here on needs one that there is
        gather.add(
            parsed.at("locale"), "wrong-type", f'no locale "{shape.locale}"', "write one such as en, en_GB or de"
        )
    if bare != shape.locale:
        gather.add(parsed.at("locale"), "wrong-type", f'no locale "{shape.locale}"', f"write {bare}")
    for kind, id in (("ranking", shape.lead_ranking), ("chart", shape.lead_chart)):
        if id is not None:
            gather.ref(kind, id, parsed.at(f"lead_{kind}"))
    for index, claim in enumerate(shape.lead_claims):
        gather.ref("claim", claim, parsed.at("lead_claims", index))
    refuse_counts(parsed, shape.terms, gather, "terms")
    _check_tags(parsed, gather)
    for name in ("terms", "lead_claims"):
        gather.once(parsed, getattr(shape, name), name)
    for index, pair in enumerate(shape.compare):
        for number, id in enumerate(pair):
            gather.ref("entity", id, parsed.at("compare", index, number))
    gather.once(parsed, shape.changes.hide, "changes", "hide")
    gather.once(parsed, [frozenset(pair) for pair in shape.compare], "compare")
    licence = shape.licence
    return Site(
        name=shape.name,
        tagline=gather.required_text(parsed, shape.tagline, "tagline"),
        base_url=shape.base_url,
        locale=Locale(known, shape.language),
        as_of=shape.as_of,
        repository=shape.repository,
        contact=shape.contact,
        licence=None if licence is None else Licence(name=licence.name, url=licence.url),
        accent=None if shape.accent is None else (shape.accent.light, shape.accent.dark),
        terms=tuple(shape.terms),
        tags=shape.tags,
        lead_ranking=shape.lead_ranking,
        lead_chart=shape.lead_chart,
        lead_claims=tuple(shape.lead_claims),
        compare=tuple(
            Pair(one=one, other=other, place=parsed.at("compare", index))
            for index, (one, other) in enumerate(shape.compare)
        ),
        changes=ChangesShown(
            since="" if shape.changes.since is None else str(shape.changes.since),
            hide=tuple(sorted({*shape.changes.hide})),
            reasons=None if shape.changes.reasons is None else tuple(sorted(shape.changes.reasons.items())),
        ),
        place=parsed.at(),
        places={f"accent/{paper}": parsed.at("accent", paper) for paper in ("light", "dark")}
        | {"as_of": parsed.at("as_of")}
        | {f"tags/{id}": parsed.at("tags", id) for id in shape.tags},
    )


def _check_tags(parsed: Parsed[SiteShape], gather: Gather) -> None:
    """Notes labels of tags that readers could not tell apart, or that are numbers."""
    seen: dict[str, str] = {}
    for id, label in parsed.shape.tags.items():
        refuse_counts(parsed, (label,), gather, "tags", id)
        if (other := seen.setdefault(label.casefold(), id)) != id:
            message = f'the tags "{other}" and "{id}" have one label'
            hint = "use one of the two tags, or give one another label"
            gather.add(parsed.at("tags", id), "repeated-id", message, hint)


def entity_ids(parsed: Parsed[EntityShape]) -> Iterator[tuple[str, tuple[str | int, ...]]]:
    """Every entity id of a company file, with the path at which it stands."""
    yield parsed.file.stem, ()
    yield from _nested_ids(parsed.shape, ())


def _nested_ids(shape: EntityShape, path: tuple[str | int, ...]) -> Iterator[tuple[str, tuple[str | int, ...]]]:
    for group in ("brands", "models"):
        for id, inner in getattr(shape, group).items():
            yield id, (*path, group, id)
            yield from _nested_ids(inner, (*path, group, id))


def entities(parsed: Parsed[EntityShape], gather: Gather) -> Iterator[Entity]:
    """The company of a file with its brands and models."""
    kind = parsed.shape.kind or "company"
    page = parsed.file.stem if kind in PAGED else None
    yield from _entity(parsed, gather, parsed.file.stem, parsed.shape, (), kind, None, page, None)


def _entity(
    parsed: Parsed[EntityShape],
    gather: Gather,
    id: str,
    shape: EntityShape,
    path: tuple[str | int, ...],
    kind: str,
    above: str | None,
    page: str | None,
    language: str | None,
) -> Iterator[Entity]:
    """An entity with those nested in it. above: the one around it; language: that of native names there."""
    language = shape.native_language or language
    if shape.native is not None and language is None:
        hint = "add native_language: with its code, such as ja or zh-Hans; it holds for brands and models too"
        gather.add(parsed.at(*path, "native"), "missing-key", "a native name says which language it is in", hint)
    check_life(parsed, gather, kind, *path)
    if shape.successor is not None:
        gather.ref("entity", shape.successor, parsed.at(*path, "successor"))
    parents = ties(parsed, gather, shape.parent, *path, "parent")
    refuse_counts(parsed, shape.aliases, gather, *path, "aliases")
    gather.once(parsed, shape.aliases, *path, "aliases")
    color = shape.color
    yield Entity(
        id=id,
        kind=cast(EntityKind, kind),
        name=shape.name,
        native=shape.native,
        native_language=language,
        aliases=tuple(shape.aliases),
        since=shape.since,
        until=shape.until,
        ended=shape.ended,
        successor=shape.successor,
        former_names=former_names(parsed, gather, *path),
        parents=parents or (() if above is None else (Tie(above),)),
        members=ties(parsed, gather, shape.members, *path, "members"),
        above=above,
        page=page,
        country=shape.country,
        website=shape.website,
        calendar=calendar_of(shape.calendar),
        color=None if color is None else (color.light, color.dark),
        about=gather.text(parsed, shape.about, *path, "about"),
        place=parsed.key(*path) if path else parsed.at(),
        places={
            **{key: parsed.at(*path, key) for key in ("name", "from", "until", "ended", "successor")},
            **{f"color/{paper}": parsed.at(*path, "color", paper) for paper in ("light", "dark")},
        },
    )
    for group, usual in (("brands", "brand"), ("models", "model")):
        for inner_id, inner in getattr(shape, group).items():
            inner_path = (*path, group, inner_id)
            yield from _entity(parsed, gather, inner_id, inner, inner_path, inner.kind or usual, id, page, language)


def calendar_of(shape: CalendarShape | None) -> Calendar | None:
    """The calendar that an entity or a series states."""
    return None if shape is None else Calendar(shape.starts, cast(Named, shape.named))


def sources(parsed: Parsed[shapes.SourcesFile], gather: Gather) -> Iterator[Source]:
    """The sources of one file."""
    for id, shape in parsed.shape.root.items():
        if shape.via is not None:
            gather.ref("source", shape.via, parsed.at(id, "via"))
        yield Source(
            id=id,
            publisher=shape.publisher,
            title=shape.title,
            url=shape.url,
            published=shape.published,
            kind=cast(SourceKind, shape.kind),
            language=shape.language,
            via=shape.via,
            reliability=cast(Reliability | None, shape.reliability),
            note=shape.note,
            accepted=shape.accepted,
            seen=shape.seen,
            archived=shape.archived,
            place=parsed.key(id),
            places={key: parsed.at(id, key) for key in ("url", "published", "seen", "note")},
        )
