"""Claims: the list by verdict, a page for each, and the lines that other pages show."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from functools import partial
from itertools import product

from markupsafe import Markup, escape

from sitegen import urls
from sitegen.charts.pictures.sides import READINGS
from sitegen.claims import Verdict, VerdictWord
from sitegen.links import placed
from sitegen.model.claim import Claim
from sitegen.model.document import Document
from sitegen.pages.cards.claim import claim_card
from sitegen.pages.changes.turned import past_verdicts
from sitegen.pages.claims.evidence import evidence_of, pictures_of, rests, weak
from sitegen.pages.claims.meaning import meaning
from sitegen.pages.claims.parts import ClaimGroup, ClaimLine, ClaimsView, ClaimView
from sitegen.pages.claims.words import ClaimWriter
from sitegen.pages.context import Context
from sitegen.pages.layout import Head
from sitegen.pages.machines.things import review
from sitegen.pages.parts import Pointer
from sitegen.pages.record.page import Page
from sitegen.pages.sharing.cite import Cited
from sitegen.pages.sharing.sizes import claim_embed
from sitegen.pages.sheet import Pages, Sheet, sheet
from sitegen.pages.words.show import plain
from sitegen.pages.words.writer import Writer
from sitegen.urls import claim_url

MOST = 5
"""How many claims stand on the page of a company."""
ORDER: tuple[VerdictWord, ...] = ("contradicted", "disputed", "unverified", "supported")
"""The verdicts in the order in which they are listed."""
SHOWN: tuple[VerdictWord, ...] = ("contradicted", "disputed")
"""The verdicts that the list shows with what was observed instead."""


def claims(context: Context) -> Pages:
    """The list of claims, and a page for each."""
    if context.edition.verdicts:
        yield urls.CLAIMS, _list
    for id in context.edition.verdicts:
        yield claim_url(id), partial(_page, id=id)


def _list(context: Context) -> Sheet:
    writer = Writer(context, Page(urls.CLAIMS))
    view = ClaimsView(
        title=writer.say("home.claims"),
        standfirst=writer.count("claims.standfirst", len(context.edition.verdicts)),
        groups=tuple(_groups(writer)),
        data=writer.page.link(urls.VERDICTS),
    )
    return sheet(context, writer, view, Head(title=view.title, description=writer.say("claims.about"), feed=True))


def _groups(writer: Writer) -> Iterator[ClaimGroup]:
    """The claims of others by their verdicts, then our own; the first group of a verdict says what it means."""
    verdicts, told = _written(writer.context), set[str]()
    for whose, word in product(("others", "own"), ORDER):
        if found := [v for v in verdicts if v.word == word and (v.claim.by is None) == (whose == "own")]:
            yield ClaimGroup(
                id=f"{whose}-{word}" if word in told else word,
                word=word,
                counted=writer.count(f"claims.group.{whose}", len(found)),
                meaning="" if word in told else writer.say(f"claims.meaning.{word}"),
                claims=lines(writer, found, short=word not in SHOWN),
            )
            told.add(word)


def lines(writer: Writer, verdicts: Iterable[Verdict], *, short: bool = False) -> tuple[ClaimLine, ...]:
    """Claims as lines of the writer's page. short: without what was observed."""
    claim_writer, verdicts = ClaimWriter(writer), tuple(verdicts)
    for verdict in verdicts:
        writer.page.states(verdict)
    return tuple(
        ClaimLine(
            text=writer.text(verdict.claim.text, "inline"),
            href=writer.page.link(claim_url(verdict.claim.id)),
            word=verdict.word,
            weak=weak(writer, verdict),
            says=_says(writer, verdict.claim),
            observed="" if short else _observed(writer, claim_writer, verdict),
        )
        for verdict in verdicts
    )


def _observed(writer: Writer, claim_writer: ClaimWriter, verdict: Verdict) -> str:
    """What decides a claim, or why nothing can."""
    return writer.text(verdict.claim.because) if verdict.nearest is None else claim_writer.observed(verdict.nearest)


def claims_of(writer: Writer, document: Document) -> tuple[ClaimLine, ...]:
    """The claims of a document's front matter."""
    verdicts = writer.context.edition.verdicts.values()
    return lines(writer, (v for v in verdicts if v.claim.document == document.path))


def claims_about(writer: Writer, *sides: Collection[str]) -> tuple[ClaimLine, ...]:
    """The claims about any entity of each side, those of others first, as many as fit on a page."""
    return lines(writer, _about(writer, *sides)[:MOST])


def more_claims(writer: Writer, *sides: Collection[str]) -> Pointer | None:
    """The way to all claims where `claims_about` leaves some out."""
    left = len(_about(writer, *sides)) > MOST
    return Pointer(label=writer.say("claims.all"), href=writer.page.link(urls.CLAIMS)) if left else None


def _about(writer: Writer, *sides: Collection[str]) -> list[Verdict]:
    found = (
        verdict
        for verdict in _written(writer.context)
        if all(not set(side).isdisjoint(verdict.claim.about) for side in sides)
    )
    return sorted(found, key=lambda verdict: verdict.claim.by is None)


def _written(context: Context) -> list[Verdict]:
    """The verdicts in the order in which the claims stand in their files: the editor's."""
    return sorted(context.edition.verdicts.values(), key=lambda verdict: verdict.claim.place)


def _says(writer: Writer, claim: Claim) -> str:
    """Who makes a claim: a publisher with the number of its source, or our own document."""
    if claim.by is not None:
        publisher = writer.context.tracker.sources[claim.by].publisher
        return writer.say("claims.by", publisher=Markup("{}{}").format(publisher, writer.cite(claim.by)))
    document = _document(writer.context, claim)
    url = None if document is None else placed(document, writer.context.tracker)
    if document is None or url is None or url == writer.page.url:
        return writer.say("claims.by-site")
    title = plain(document.title, writer.context.edition) or writer.context.names.get(url, "")
    return writer.say("claims.in", where=writer.anchor(title, writer.page.link(url)))


def _document(context: Context, claim: Claim) -> Document | None:
    return None if claim.document is None else context.tracker.documents[claim.document]


def _page(context: Context, id: str) -> Sheet:
    verdict = context.edition.verdicts[id]
    claim = verdict.claim
    writer = Writer(context, Page(claim_url(claim.id)))
    claim_writer = ClaimWriter(writer)
    by = None if claim.by is None else writer.source(claim.by, numbered=True)
    readings = tuple(
        claim_writer.reading(reading, writer.say(READINGS[number > 0]))
        for number, reading in enumerate(verdict.readings)
    )
    pictures, evidence = tuple(pictures_of(writer, verdict)), evidence_of(writer, verdict)
    writer.page.states(verdict)
    view = ClaimView(
        text=writer.text(claim.text, "inline"),
        word=verdict.word,
        weak=weak(writer, verdict),
        meaning=claim_writer.meaning(verdict),
        past=tuple(past_verdicts(writer, claim.id)),
        by=by,
        brief=_brief(writer, claim),
        about=Markup(", ").join(escape(writer.named(entity)) for entity in claim.about),
        pictures=pictures,
        evidence=evidence,
        readings=readings,
        because=writer.text(claim.because),
        mixed=claim.mixed,
        common=writer.say("claim.common") if claim_writer.elsewhere else "",
        rests=rests(writer),
        note=writer.text(claim.note),
        settles=_settles(claim_writer, verdict),
        used=tuple(_pointer(writer, document) for document in context.citing(claim.id)),
        data=writer.page.link(urls.VERDICTS),
    )
    text, means = plain(claim.text, context.edition), meaning(verdict, claim_writer.words)
    head = Head(
        title=text,
        card=claim_card(writer, verdict, means),
        things=review(context, verdict, means),
        tab=context.names[writer.page.url],
        description=writer.say("claims.description", claim=text, meaning=means),
        cited=Cited(title=text),
        embed=claim_embed(context, id, means, pictures, evidence),
    )
    return sheet(context, writer, view, head)


def _settles(claim_writer: ClaimWriter, verdict: Verdict) -> tuple[Markup, ...]:
    """What is missing, or left open, each once."""
    return tuple(dict.fromkeys(words for reading in verdict.readings for words in claim_writer.settles(reading)))


def _brief(writer: Writer, claim: Claim) -> Pointer | None:
    document = _document(writer.context, claim)
    return None if document is None else _pointer(writer, document)


def _pointer(writer: Writer, document: Document) -> Pointer:
    url = placed(document, writer.context.tracker)
    title = plain(document.title, writer.context.edition) or writer.context.names.get(url, url)
    return Pointer(label=title, href=writer.page.link(url))
