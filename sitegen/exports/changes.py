"""Files of the changes of the data: all of them as CSV and JSON, the newest as Atom and as JSON Feed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.etree import ElementTree as xml

from msgspec import structs

from sitegen.exports.feed import atom, moment, put, urn
from sitegen.exports.forms import to_csv, to_json
from sitegen.exports.rows import Record
from sitegen.exports.trees import to_xml
from sitegen.history.news import together
from sitegen.model.history import Change, Turned
from sitegen.pages.changes.lines import figure_name, place, told
from sitegen.pages.changes.turned import claim_words, turned_words
from sitegen.pages.context import Context
from sitegen.pages.output import Output
from sitegen.pages.record.units import Files
from sitegen.urls import CHANGES, claim_url, output_path, whole

COLUMNS = (
    "day",
    "address",
    "change",
    "old",
    "old_bound",
    "old_source",
    "new",
    "new_bound",
    "new_source",
    "moved_from",
    "reason",
)
NEWEST = 100
"""How many changes the feeds hold."""
VERSION = "https://jsonfeed.org/version/1.1"


def changes(context: Context) -> Files:
    """The files beside the page of changes; none where nothing changed."""
    if context.tracker.history.changes or context.tracker.history.turned:
        yield "changes", _files


def _files(context: Context) -> Iterator[Output]:
    history = context.history()
    records, claims = (
        [_record(change) for change in history.changes],
        [structs.asdict(turned) for turned in history.turned],
    )
    yield Output(output_path(f"{CHANGES}changes.csv"), to_csv(COLUMNS, records))
    yield Output(output_path(f"{CHANGES}changes.json"), to_json({"rows": records, "claims": claims}))
    newest = [each for _, found in together(history) for each in found][:NEWEST]
    yield Output(output_path(f"{CHANGES}feed.xml"), _atom(context, newest))
    yield Output(output_path(f"{CHANGES}feed.json"), _json(context, newest))


def _record(change: Change) -> Record:
    old, new = change.old, change.new
    return {
        "day": change.day,
        "address": change.address,
        "change": change.kind,
        "old": None if old is None else old.value,
        "old_bound": None if old is None else old.bound,
        "old_source": None if old is None else old.source,
        "new": None if new is None else new.value,
        "new_bound": None if new is None else new.bound,
        "new_source": None if new is None else new.source,
        "moved_from": change.former or None,
        "reason": change.reason,
    }


def _atom(context: Context, found: Sequence[Change | Turned]) -> bytes:
    title = context.locale.say("changes.feed", site=context.tracker.site.name)
    root = atom(context, title, CHANGES, f"{CHANGES}feed.xml", max(change.day for change in found))
    for change in found:
        entry = xml.SubElement(root, "entry")
        put(entry, "title", _title(context, change))
        put(entry, "id", _id(context, change))
        xml.SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "href": _url(context, change)})
        put(entry, "updated", moment(change.day))
        if change.reason:
            put(entry, "summary", change.reason)
    return to_xml(root)


def _json(context: Context, found: Sequence[Change | Turned]) -> bytes:
    base = context.edition.base_url
    return to_json(
        {
            "version": VERSION,
            "title": context.locale.say("changes.feed", site=context.tracker.site.name),
            "home_page_url": whole(base, CHANGES),
            "feed_url": whole(base, f"{CHANGES}feed.json"),
            "language": context.locale.language,
            "items": [
                {
                    "id": _id(context, change),
                    "url": _url(context, change),
                    "title": _title(context, change),
                    "content_text": change.reason or _title(context, change),
                    "date_published": moment(change.day),
                }
                for change in found
            ],
        }
    )


def _title(context: Context, change: Change | Turned) -> str:
    if isinstance(change, Turned):
        return turned_words(context, change, claim_words(context, change)).striptags()
    return told(context.figures, change, figure_name(context.figures, change)).striptags()


def _id(context: Context, change: Change | Turned) -> str:
    """What names an entry for good: the address of the figure, or the claim, and the day."""
    return urn(context, f"{CHANGES} {change.id}")


def _url(context: Context, change: Change | Turned) -> str:
    if isinstance(change, Turned):
        url = claim_url(change.claim) if change.claim in context.edition.verdicts else None
    else:
        url = place(context.figures, change)
    return whole(context.edition.base_url, url or f"{CHANGES}#{change.day}")
