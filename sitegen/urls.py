"""Where everything stands on the site: one function per kind of thing, giving a site-absolute URL."""

from __future__ import annotations

from urllib.parse import quote

from sitegen.model.basics.address import Address, SeriesId
from sitegen.model.basics.period import Period
from sitegen.model.document import Document, File
from sitegen.model.entity import Entity
from sitegen.model.ranking import Ranking

HOME = "/"
COMPANIES = "/companies/"
COMPARE = "/compare/"
RANKINGS = "/rankings/"
EXPANSION = "/expansion/"
CAPABILITIES = "/capabilities/"
CLAIMS = "/claims/"
BRIEFS = "/briefs/"
TAGS = "/tags/"
CHARTS = "/charts/"
DATA = "/data/"
EXPLORE = "/explore/"
CHOICES = "/explore/choices.json"
CHANGES = "/changes/"
SOURCES = "/sources/"
GLOSSARY = "/glossary/"
SEARCH = "/search/"
INDEX = "/search/index.json"
NOT_FOUND = "/404.html"
FEED = "/feed.xml"
FIGURES = "/figures.json"
VERDICTS = "/claims.json"
SITEMAP = "/sitemap.xml"
ASSETS = "/assets/"
FAVICON = "/favicon.svg"
OLD_ICON = "/favicon.ico"
TOUCH_ICON = "/apple-touch-icon.png"
MANIFEST = "/manifest.webmanifest"
_SIGNS = "/#?&=+,:;@!$()*~"
"""What stands in addresses as it is; "%" does not, for names of files are no codes."""


def whole(base_url: str, url: str) -> str:
    """The whole address of what stands at a URL of the site, in the signs that every program takes.

    base_url: of the site, in such signs already.
    """
    return base_url.rstrip("/") + quote(url, safe=_SIGNS)


def card_url(page: str) -> str:
    """The picture of a page for those who share a link to it. That of the home page stands for the whole site."""
    return f"{page}card.png"


def icon_url(size: int) -> str:
    """The icon of the site as a picture of so many pixels."""
    return f"/icon-{size}.png"


def maskable_url(size: int) -> str:
    """The icon of so many pixels that phones cut to a form of theirs."""
    return f"/icon-maskable-{size}.png"


def entity_url(entity: Entity) -> str | None:
    """A company's page; a brand or a model stands on its company's page."""
    if entity.page is None:
        return None
    return company_url(entity.page) + ("" if entity.page == entity.id else f"#{entity.id}")


def company_url(company: str) -> str:
    """The page of an entity that has one."""
    return f"{COMPANIES}{company}/"


def company_file(company: str, ending: str) -> str:
    """A download of all that is known of an entity that has a page, by the ending of its name."""
    return f"{company_url(company)}{company}.{ending}"


def feed_url(page: str) -> str:
    """The feed of what stands on a page."""
    return f"{page}feed.xml"


def embed_url(page: str) -> str:
    """What stands on a page, for a frame in another site's page."""
    return f"{page}embed/"


def oembed_url(page: str) -> str:
    """The file that tells programs how to embed what stands on a page."""
    return f"{embed_url(page)}oembed.json"


def comparison_url(one: str, other: str) -> str:
    """The page that compares two entities, by their ids."""
    return f"{COMPARE}{one}/{other}/"


def ranking_url(ranking: Ranking) -> str:
    """The page of a ranking, or its place in the list of rankings if it is short."""
    return f"{RANKINGS}#ranking-{ranking.id}" if ranking.short else ranking_folder(ranking.id)


def ranking_folder(ranking: str) -> str:
    """Where the files of a ranking stand, by its id: beside its page, or beside what leads to its place."""
    return f"{RANKINGS}{ranking}/"


def expansion_url(company: str) -> str:
    """The page of a company's expansion plan, by the company's id."""
    return f"{EXPANSION}{company}/"


def market_url(company: str, place: str) -> str:
    """The row of a market on the page of a company's expansion plan."""
    return f"{expansion_url(company)}#market-{place}"


def claim_url(claim: str) -> str:
    """The page of a claim, by its id."""
    return f"{CLAIMS}{claim}/"


def brief_url(brief: str) -> str:
    """The page of a brief, by its id."""
    return f"{BRIEFS}{brief}/"


def tag_url(tag: str) -> str:
    """The page of a tag."""
    return f"{TAGS}{tag}/"


def chart_url(chart: str) -> str:
    """The page of a chart, by its id."""
    return f"{CHARTS}{chart}/"


def source_url(source: str) -> str:
    """The page of a source, by its id."""
    return f"{SOURCES}{source}/"


def series_url(series: SeriesId) -> str:
    """The page of a series."""
    return f"{DATA}{series[0]}/{series[1]}/"


def series_file(series: SeriesId, ending: str) -> str:
    """A download of a series, by the ending of its name."""
    return f"{series_url(series)}{series[0]}.{series[1]}.{ending}"


def points_url(series: SeriesId) -> str:
    """The file with the values of a series that the page for exploring draws."""
    return f"{EXPLORE}series/{series[0]}.{series[1]}.json"


def axis_url(name: str) -> str:
    """The file with the periods of an axis of time, for the page for exploring."""
    return f"{EXPLORE}periods/{name}.json"


def stretch_url(series: SeriesId, stretch: Period) -> str:
    """The page of the values of a long series in a year or a month."""
    return f"{series_url(series)}{stretch}/"


def metric_url(metric: str) -> str:
    """The place of a metric in the data index."""
    return f"{DATA}#metric-{metric}"


def capability_url(capability: str) -> str:
    """The place of a capability in the table of capabilities."""
    return f"{CAPABILITIES}#{capability}"


def address_url(address: Address) -> str:
    """The place of an address: its period on the page of its series. `latest` leads to the page itself."""
    when = f"#{address.period}" if isinstance(address.period, Period) else ""
    return series_url(address.series) + when


def notes_url(address: Address) -> str:
    """The file with the notes of figures that rest on an address: beside the page of its series."""
    return f"{series_url(address.series)}notes/{notes_period(address) or address.period}.html"


def notes_period(address: Address) -> Period | None:
    """The year whose notes are in one file; the month for weeks and days, of which a year has many; None for latest."""
    period = address.period
    if not isinstance(period, Period):
        return None
    return Period.of("month" if period.cadence in ("day", "week") else "year", period.last)


def document_url(document: Document) -> str:
    """The page that a Markdown document is, or stands on: its place below `content/`."""
    path = document.path.removeprefix("content/").removesuffix(".md")
    return HOME if path == "index" else f"/{path}/"


def file_url(file: File) -> str:
    """The place of a file that is copied as it is."""
    return "/" + file.url.lstrip("/")


def output_path(url: str) -> str:
    """The file in the output that answers a URL: a folder's `index.html`, else the file itself."""
    return url.lstrip("/") + ("index.html" if url.endswith("/") else "")
