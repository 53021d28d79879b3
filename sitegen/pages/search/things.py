"""Everything that can be found, by kind: the things of the register that have a place on the site, and a few places."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Any, Final

from msgspec import Struct, structs

from sitegen import urls
from sitegen.model.basics.period import Period
from sitegen.model.document import Document
from sitegen.model.source import Source
from sitegen.pages.bodies import placed_parts
from sitegen.pages.claims.claims import ORDER
from sitegen.pages.context import Context
from sitegen.pages.glossary import TERMS, own_words
from sitegen.pages.words.names import title
from sitegen.pages.words.show import plain
from sitegen.register.kind import Found, Kind, is_shown
from sitegen.register.said import Said

COMMA = re.compile(r"\s*[,،、，]\s*")
"""Between words that are explained together."""
SENTENCE = re.compile(r".*?(?:[.!?](?=\s|$)|[。！？])")
"""The first of a text: a list of hits has room for one."""
VERDICT: Final = "verdict"
"""The id of the group of verdicts."""


class Thing(Struct, frozen=True, kw_only=True):
    """One thing that can be found. url: site-absolute. language: of its title, where it is another than the site's."""

    title: str
    url: str
    found: Found
    language: str | None = None


class Group(Struct, frozen=True, kw_only=True):
    """The things of one kind. index: the page that lists them.

    apparatus: whether they come after all else, as what stands in the foot of pages does. named: whether one that is
    asked for by its whole name comes before all but companies all the same.
    """

    id: str
    label: str
    apparatus: bool
    named: bool = False
    index: str | None
    things: tuple[Thing, ...]


def groups(context: Context) -> tuple[Group, ...]:
    """Everything that can be found, in the order of the site; kinds without a thing are left out."""
    pages = {url for kind in context.edition.register.kinds for url, _ in kind.pages(context)}
    found = [_group(context, kind, pages) for kind in context.edition.register.kinds if _label(kind) is not None]
    places = (_verdicts(context), _sections(context)), (_parts(context), _terms(context))
    return tuple(group for group in (*places[0], *found, *places[1]) if group.things)


def _label(kind: Kind) -> str | None:
    return kind.group or (kind.section[0] if kind.section is not None else None)


def _group(context: Context, kind: Kind, pages: Collection[str]) -> Group:
    """The things of a kind whose pages the site has."""
    label = _label(kind)
    assert label is not None  # others are not searched
    things = dict(sorted(context.edition.register.things[kind.name].items(), key=lambda each: _age(each[1])))
    placed = (
        (id, thing, kind.url(id, thing)) for id, thing in things.items() if is_shown(thing, context.edition.drafts)
    )
    return Group(
        id=kind.name,
        label=context.locale.say(label),
        apparatus=kind.foot,
        index=None if kind.section is None else kind.section[1],
        things=tuple(
            _thing(context, kind, (id, thing), url, found)
            for id, thing, url in placed
            if url is not None
            and url.partition("#")[0] in pages
            and (found := kind.found(context, id, thing)) is not None
        ),
    )


def _age(thing: Any) -> int:
    """What sorts things of a day or a period, the newest first; all else stays as it stands."""
    when = getattr(thing, "period", None) or getattr(thing, "date", None)
    return -when.last.toordinal() if isinstance(when, Period) else 0


def _thing(context: Context, kind: Kind, one: tuple[str, Any], url: str, found: Found) -> Thing:
    id, thing = one
    name = found.title or title(context.edition, kind.name, id)
    words = dict.fromkeys((*found.words, *_said(context, kind, id, thing)))
    kept = tuple(text for text in words if text and text != name)
    whole = structs.replace(found, names=tuple(each for each in found.names if each != name), words=kept)
    language = thing.language if isinstance(thing, Source) and thing.title else None
    return Thing(title=name, url=url, found=whole, language=language)


def _said(context: Context, kind: Kind, id: str, thing: Any) -> Iterator[str]:
    """The headlines of a thing, and the title, the summary and the headings of its document."""
    texts: list[Said] = [text for text in kind.texts(thing) if text.kind == "headline"]
    yield from (plain(said.text, context.edition) for said in texts)
    document = thing if isinstance(thing, Document) else context.document(kind.document or "", id)
    if document is not None:
        yield plain(document.title, context.edition)
        yield plain(document.summary, context.edition)
        yield from context.headings(document)


def _sections(context: Context) -> Group:
    """The indexes, the glossary, and how the site is cited."""
    places = [(section.label, section.url, section.words) for section in context.sections()]
    say = context.locale.say
    places.append((say("frame.glossary"), urls.GLOSSARY, say("search.words.glossary")))
    if _stands(context, cite := f"{urls.HOME}#cite"):
        places.append((say("search.cite"), cite, say("search.words.cite")))
    things = tuple(Thing(title=label, url=url, found=Found(words=(words,))) for label, url, words in places)
    return Group(id="section", label=context.locale.say("search.sections"), apparatus=False, index=None, things=things)


def _parts(context: Context) -> Group:
    """The home page by its title, and its parts and those of pages that are about no thing by their headings."""
    glossary, site = own_words(context), context.tracker.site.name
    titles = (plain(home.title, context.edition) for home in context.published("index"))
    homes = tuple(Thing(title=title, url=urls.HOME, found=Found(detail=site)) for title in titles if title)
    documents = (each for each in (*context.published("index"), *context.published("page")) if each != glossary)
    things = tuple(
        Thing(title=heading, url=url, found=_within(context, document))
        for document in documents
        for heading, url in placed_parts(context, document, context.parts(document))
        if _stands(context, url)
    )
    label = context.locale.say("search.parts")
    return Group(id="part", label=label, apparatus=False, index=None, things=(*homes, *things))


def _stands(context: Context, place: str) -> bool:
    """Whether the page of a place has it: a template of the project may leave it out."""
    page, _, id = place.partition("#")
    return id in context.uses.ids.get(page, ())


def _within(context: Context, document: Document) -> Found:
    """Of which page a part is."""
    return Found(detail=plain(document.title, context.edition) or context.tracker.site.name)


def _verdicts(context: Context) -> Group:
    """The parts of the list of claims: those of each verdict."""
    say, given = context.locale.say, [verdict.word for verdict in context.edition.verdicts.values()]
    things = tuple(
        Thing(
            title=say(f"claims.verdict.{word}"),
            url=f"{urls.CLAIMS}#{word}",
            found=Found(detail=context.locale.count("search.claims", given.count(word))),
        )
        for word in ORDER
        if word in given
    )
    return Group(id=VERDICT, label=say("search.verdicts"), apparatus=False, index=None, things=things)


def _terms(context: Context) -> Group:
    """The words of the glossary, those of the project first, then its marks and signs; one that is asked for by its
    name comes first."""
    say, document = context.locale.say, own_words(context)
    own = () if document is None else placed_parts(context, document, context.ends(document))
    written = (Thing(title=heading, url=url, found=_called(heading)) for heading, url in own if _stands(context, url))
    terms = (_term(say(f"glossary.{id}"), id, Found(), say(f"meaning.{id}")) for id in TERMS)
    keys = (
        _term(say(f"glossary.{id}"), id, _called(say(f"search.words.{id}")), say(f"glossary.{id}.about"))
        for id in ("marks", "signs")
    )
    things = (*written, *terms, *keys)
    return Group(id="term", label=say("frame.glossary"), apparatus=True, named=True, index=None, things=things)


def _called(words: str) -> Found:
    """What is found by each of several words, between which are commas."""
    return Found(names=tuple(COMMA.split(words)))


def _term(title: str, id: str, found: Found, meaning: str) -> Thing:
    """A word of ours, with the first sentence of its meaning."""
    first = SENTENCE.match(meaning)
    detail = first.group() if first else meaning
    return Thing(title=title, url=f"{urls.GLOSSARY}#{id}", found=structs.replace(found, detail=detail))
