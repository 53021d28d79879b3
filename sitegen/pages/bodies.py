"""The body of a document written for the site: links by name, and headings whose ids nothing else has."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from sitegen import urls
from sitegen.links import placed
from sitegen.model.body import Link
from sitegen.model.document import Document
from sitegen.pages.context import Context
from sitegen.pages.record.page import in_family
from sitegen.pages.words.show import say_value
from sitegen.reading.markdown import Naming, Written, as_html, instead, write


def written(
    context: Context, document: Document, href: Callable[[str, Link], str], run: Callable[[str], str] = as_html
) -> Written:
    """The body. href: what to write for a link to a place on the site, `/briefs/x/#y`. run: a run of text as HTML."""

    def found(link: Link) -> str:
        target, _ = context.link(document, link.target)
        if not target.startswith("/"):
            return target
        return href(_landing(context, target) if "#" in link.target else target, link)

    return _written(context, document, found, run)


def placed_parts(context: Context, document: Document, parts: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Parts of a document, of each its heading, and where it stands on the page in the place of its id."""
    for heading, id in parts:
        while _taken(context, document, id):
            id = instead(id)
        yield heading, f"{urls.document_url(document)}#{id}"


def _written(
    context: Context, document: Document, href: Callable[[Link], str], run: Callable[[str], str] = as_html
) -> Written:
    edition, say = context.edition, context.locale.say
    naming = Naming(
        href=href,
        label=lambda link: context.link(document, link.target)[1],
        value=lambda expression: say_value(edition.values[expression], edition),
        taken=lambda id: _taken(context, document, id),
        run=run,
        table=lambda heading: say("frame.table", caption=heading) if heading else say("chart.table"),
    )
    return write(context.body(document), naming)


def _taken(context: Context, document: Document, id: str) -> bool:
    """Whether templates or views may use the id on the document's page."""
    entity = context.tracker.entities.get(id) if document.kind == "company" else None
    return in_family(id) or id in context.fixed or (entity is not None and entity.page == document.id)


def _landing(context: Context, target: str) -> str:
    """The target of a link to a heading, whatever id the heading got."""
    url, _, fragment = target.partition("#")
    if not (in_family(fragment) or fragment in context.fixed or fragment in context.tracker.entities):
        return target
    documents = (d for d in context.tracker.documents.values() if placed(d, context.tracker).partition("#")[0] == url)
    headings = (heading for each in documents for heading in _written(context, each, lambda link: "").headings)
    return f"{url}#{next((heading.id for heading in headings if heading.asked == fragment), fragment)}"
