"""The home page: one finding and its chart, how far the data reach, claims under test, how to read it, who is who."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import Markup
from msgspec import Struct, structs

from sitegen import urls
from sitegen.claims import Verdict
from sitegen.model.lives import lineage
from sitegen.pages.briefs import cards
from sitegen.pages.cards.texts import site_card
from sitegen.pages.changes.lines import ChangeLine
from sitegen.pages.changes.turned import news_line
from sitegen.pages.charts.view import chart_view, shown
from sitegen.pages.claims.claims import lines
from sitegen.pages.claims.parts import ClaimLine
from sitegen.pages.context import Context
from sitegen.pages.data.fresh import fresh_site
from sitegen.pages.data.health import Tally, tallies
from sitegen.pages.glossary import MarkLine, marks
from sitegen.pages.layout import Head
from sitegen.pages.parts import Card, Name, Note
from sitegen.pages.pieces import ChartView, Prose, RankingTable
from sitegen.pages.prose import parted, prose
from sitegen.pages.rankings.table import listed, ranking_table
from sitegen.pages.record.page import Page
from sitegen.pages.record.version import sources_of
from sitegen.pages.sharing.cite import Cited
from sitegen.pages.sheet import Pages, Sheet, sheet
from sitegen.pages.view import View
from sitegen.pages.words.notes import note
from sitegen.pages.words.show import plain
from sitegen.pages.words.writer import Writer

BRIEFS = 3
CLAIMS = 4
SOURCES = 3
"""So many sources of the finding are named at most."""
WHO = 200
"""At most so many words say who is who."""


class Who(Struct, frozen=True, kw_only=True):
    """A company and one line about it."""

    name: Name
    about: str


class HomeView(View, frozen=True, kw_only=True):
    """`/`. finding: one sentence of figures, set large. rests: whose these are and what kind of source that is, or "".

    beside: what the text says before its first heading, right below the finding; body: the rest of the text.

    fresh: how far the data reach, or "".

    example: the note of the first number on the page, shown open. news: the last changes of the data. all_claims,
    all_who, all_briefs, all_news, data: the pages with more, or None where all stands here or there is no such page.
    """

    template = "home.html"
    title: str
    finding: str
    rests: str
    beside: Prose | None
    fresh: str
    chart: ChartView | None
    example: Note | None
    marks: tuple[MarkLine, ...]
    ranking: RankingTable | None
    claims: tuple[ClaimLine, ...]
    all_claims: str | None
    briefs: tuple[Card, ...]
    all_briefs: str | None
    who: tuple[Who, ...]
    all_who: str | None
    body: Prose | None
    tallies: tuple[Tally, ...]
    news: tuple[ChangeLine, ...]
    all_news: str | None
    data: str


def home(context: Context) -> Pages:
    """The home page."""
    yield urls.HOME, _home


def _home(context: Context) -> Sheet:
    """From `content/index.md` and the leads that `data/site.yaml` names."""
    writer = Writer(context, Page(urls.HOME))
    there = {section.url for section in context.sections()}
    site, document = context.tracker.site, next(iter(context.published("index")), None)
    title = writer.text(document.title) if document and document.title else site.name
    finding = writer.text(document.summary if document else None) or writer.text(site.tagline)
    rests = _rests(writer)
    beside, body = parted(prose(writer, document))
    ranking, chart = site.lead_ranking, site.lead_chart
    view = HomeView(  # in the order of the page, in which sources are numbered
        title=title,
        finding=finding,
        rests=rests,
        beside=beside,
        fresh=fresh_site(writer),
        chart=None if chart is None or shown(writer, chart) else chart_view(writer, chart, heading=2),
        marks=tuple(structs.replace(line, about="") for line in marks(writer)),
        body=body,
        example=next((note(writer, "", figure) for figure in writer.page.noted), None),
        tallies=tallies(writer),
        claims=lines(writer, _claims(context)),
        all_claims=writer.page.link(urls.CLAIMS) if urls.CLAIMS in there else None,
        briefs=cards(writer, context.briefs()[:BRIEFS]),
        all_briefs=writer.page.link(urls.BRIEFS) if len(context.briefs()) > BRIEFS else None,
        news=tuple(news_line(writer, each) for each in context.newest()),
        all_news=writer.page.link(urls.CHANGES) if urls.CHANGES in there else None,
        ranking=None if ranking is None or listed(writer, ranking) else ranking_table(writer, ranking, heading=2),
        who=tuple(_who(writer, () if document is None else document.entities)),
        all_who=writer.page.link(urls.COMPANIES) if urls.COMPANIES in there else None,
        data=writer.page.link(urls.DATA),
    )
    description = plain(document.summary if document else None, context.edition) or plain(site.tagline, context.edition)
    cited = Cited(title=(plain(document.title, context.edition) if document else "") or site.name)
    head = Head(title=site.name, description=description, card=site_card(writer, view.tallies), cited=cited)
    return sheet(context, writer, view, head)


def _rests(writer: Writer) -> str:
    """Whose the figures are that the page has shown so far: each source with its kind, of many the first."""
    sources = dict.fromkeys(id for figure in writer.page.noted for id in sources_of(figure))
    lines = [writer.source(id) for id in sources]
    said = [
        writer.say(
            "home.rests.one",
            publisher=writer.anchor(line.publisher, line.href),
            kind=Markup(", ").join(filter(None, (line.kind, line.marked))),
        )
        for line in lines[:SOURCES]
    ]
    if not said:
        return ""
    rest = len(lines) - len(said)
    listed = writer.context.locale.listed(said) if not rest else Markup(", ").join(said)
    return writer.count("home.rests.more", rest, sources=listed) if rest else writer.say("home.rests", sources=listed)


def _claims(context: Context) -> list[Verdict]:
    """The claims that `data/site.yaml` leads with, else the first that sources make."""
    verdicts = context.edition.verdicts
    led = [verdicts[id] for id in context.tracker.site.lead_claims if id in verdicts]
    return led or [verdict for verdict in verdicts.values() if verdict.claim.by is not None][:CLAIMS]


def _who(writer: Writer, first: Sequence[str]) -> Iterator[Who]:
    """What is said about those who have a page, markets apart: then by name, before them whom the chart of the page
    draws, and before all, also without a page of their own, those that the text of the page names.

    Where room is short, those come first, and then companies.
    """
    tracker = writer.context.tracker
    chart = None if (lead := tracker.site.lead_chart) is None else tracker.charts[lead]
    drawn = {each.id for id, _ in chart.drawn for each in lineage(tracker.entities, id)} if chart is not None else ()
    others = (entity for entity in writer.context.pages() if entity.kind != "market" and entity.id not in first)
    named = (tracker.entities[id] for id in first)
    ordered = (*named, *sorted(others, key=lambda entity: entity.id not in drawn))
    there = [entity for entity in ordered if entity.about is not None]
    room, told = WHO, set[str]()
    for entity in sorted(there, key=lambda entity: entity.id not in first and entity.kind != "company"):
        room -= len(f"{entity.name} {plain(entity.about, writer.context.edition)}".split())
        if room < 0:
            break
        told.add(entity.id)
    for entity in there:
        if entity.id in told:
            yield Who(name=writer.name(entity.id), about=writer.text(entity.about))
