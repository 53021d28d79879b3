"""A verdict that turned, in words, and the lines of what is new."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from markupsafe import Markup

from sitegen import urls
from sitegen.history.news import News, kind_of
from sitegen.model.basics.spelling import sort_key
from sitegen.model.history import Change, Turned
from sitegen.pages.changes.lines import ChangeLine, line
from sitegen.pages.context import Context
from sitegen.pages.words.show import as_address, plain
from sitegen.pages.words.writer import Writer
from sitegen.urls import claim_url
from sitegen.words import say_answer

NAMED = 3
"""So many entities are named where many figures changed alike."""


def any_line(writer: Writer, change: Change | Turned) -> ChangeLine:
    """A change of a figure or of a verdict as a line of a list."""
    return line(writer, change) if isinstance(change, Change) else turned_line(writer, change)


def turned_line(writer: Writer, turned: Turned) -> ChangeLine:
    """A verdict that turned as a line of a list: the claim is a link to its page."""
    verdict = writer.context.edition.verdicts.get(turned.claim)
    claim = claim_words(writer.context, turned)
    if verdict is not None:
        claim = writer.anchor(writer.text(verdict.claim.text, "inline"), writer.page.link(claim_url(turned.claim)))
    words = turned_words(writer.context, turned, claim)
    return ChangeLine(words=words, day=writer.day(date.fromisoformat(turned.day)))


def turned_words(context: Context, turned: Turned, claim: Markup) -> Markup:
    """What happened to a claim, in one sentence. claim: its words, or a link to its page."""
    old, new = (verdict_word(context, word) for word in (turned.old, turned.new))
    kind = kind_of(turned).removeprefix("claim-")
    return Markup(context.locale.say(f"changes.claim.{kind}", **{"claim": claim, "old": old, "new": new}))


def verdict_word(context: Context, word: str) -> Markup:
    """A verdict in a sentence; nothing for none."""
    if not word:
        return Markup("")
    return Markup('<span class="verdict {}">{}</span>').format(word, say_answer("verdict", word, context.locale))


def claim_words(context: Context, turned: Turned) -> Markup:
    """What a claim says now; of one that is gone what it said, or its id where figures stood in its words."""
    verdict = context.edition.verdicts.get(turned.claim)
    if verdict is not None:
        return Markup.escape(plain(verdict.claim.text, context.edition))
    if "{{" in turned.text:
        return Markup("<code>{}</code>").format(turned.claim)
    return Markup('<span class="quoted">{}</span>').format(turned.text)


def past_verdicts(writer: Writer, claim: str) -> Iterator[str]:
    """What the verdict on a claim was before, and until when; the newest first."""
    for turned in writer.context.turned_of(claim):
        if turned.old and turned.new:
            day = writer.day(date.fromisoformat(turned.day))
            verdict = verdict_word(writer.context, turned.old)
            reason = Markup('<span class="quoted">{}</span>').format(turned.reason)
            if turned.reason:
                yield writer.say("claim.was", verdict=verdict, day=day, reason=reason)
            else:
                yield writer.say("claim.was.alone", verdict=verdict, day=day)


def news_line(writer: Writer, news: News) -> ChangeLine:
    """News as a line: one change in full, of many alike how many there are and of what."""
    if len(news.found) == 1:
        return any_line(writer, news.found[0])
    count = writer.count(f"changes.count.{news.kind}", len(news.found))
    words = many(writer, news, writer.anchor(count, writer.page.link(f"{urls.CHANGES}#{news.day}")))
    return ChangeLine(words=words, day=writer.day(date.fromisoformat(news.day)))


def many(writer: Writer, news: News, count: str) -> str:
    """Many changes alike in one sentence: how many there are, and of what. count: the former in words, or a link."""
    found = {_entity_name(writer.context, each) for each in news.found if isinstance(each, Change)}
    names = sorted(found, key=sort_key)
    if not names:
        return count
    if len(names) > NAMED + 1:  # one other has room for its name
        names[NAMED:] = [Markup(writer.say("changes.others"))]
    return writer.say("changes.many", count=count, names=writer.context.locale.listed(names))


def _entity_name(context: Context, change: Change) -> Markup:
    """What a series is of; the id of the series where that is not known any more."""
    entity = context.tracker.entities.get(change.series[0])
    return as_address(".".join(change.series)) if entity is None else Markup.escape(entity.name)
