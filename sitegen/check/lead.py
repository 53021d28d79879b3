"""The check of the finding that the home page leads with: one sentence that is read at a glance."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sitegen.expressions import Fragment, Value
from sitegen.figures import Figure, say_in_text
from sitegen.model.basics.text import Expression, Text
from sitegen.model.tracker import Tracker
from sitegen.problems import Problem
from sitegen.words import Locale

WORDS = 25
"""At most so many words has a finding."""


def long_finding(tracker: Tracker, values: Mapping[Expression, Value]) -> Iterator[Problem]:
    """A finding with too many words, as they are printed: the summary of `content/index.md`, else the tagline."""
    document = next((each for each in tracker.documents.values() if each.kind == "index"), None)
    finding = document.summary if document is not None and document.summary else tracker.site.tagline
    if finding is None:
        return
    count = len(_printed(finding, values, tracker.site.locale).split())
    if count > WORDS:
        message = f"the home page leads with a finding of {count} words; at most {WORDS} are read at a glance"
        yield Problem(finding.place, "long-finding", message, "say one thing in one sentence; the rest is for the text")


def _printed(text: Text, values: Mapping[Expression, Value], locale: Locale) -> str:
    return "".join(part if isinstance(part, str) else _said(values.get(part), locale) for part in text.parts)


def _said(value: Value | None, locale: Locale) -> str:
    match value:
        case Figure():
            return say_in_text(value, locale)
        case Fragment(kind="holds" | "lit"):
            return value.text
        case Fragment(kind="claim"):
            return "verdict"
    return ""
