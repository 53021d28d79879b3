"""The only way a figure, a period or a text of the data becomes output.

Three places: *prose*, headings too, is a link that opens the note behind the number, with the small numbers of its
sources; *inline* (what is a link as a whole) is bare; *text* (titles, attributes, feeds) is plain words.

What a page shows most often is filled in by `%`, which takes a fifth of the time of `format`.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from markupsafe import Markup, escape

from sitegen.edition import Edition
from sitegen.expressions import Fragment, Value
from sitegen.figures import Figure, Missing, machine_value, number, say, say_in_text, say_period, short_period
from sitegen.model.basics.period import Period, When
from sitegen.model.basics.text import Expression, Text
from sitegen.model.body import Where
from sitegen.model.source import mark
from sitegen.pages.record.page import Page
from sitegen.pages.words.marks import mark_class, mark_said
from sitegen.urls import address_url, claim_url
from sitegen.words import Locale, say_answer

LONG = 22
"""What has more letters, such as a range, may be broken on a telephone: a line has no room for it and its mark."""


def show(
    figure: Figure, where: Where, page: Page, edition: Edition, said: str | None = None, answers: bool | None = None
) -> str:
    """A figure in words: Markup for prose and inline, plain text for text. Prose cites its sources on the page.

    said: its words, if they are other than in a table. answers: as `pressed` has it.
    """
    words = say(figure, edition.tracker.site.locale) if said is None else said
    if where == "text":
        return words
    page.shows(figure)
    data = as_data(machine_value(figure), words)
    if where == "inline":
        return data
    numbers = sorted(map(page.cite, dict.fromkeys(observation.source for observation in figure.observations)))
    mark = Markup('<sup class="cite %s" aria-hidden="true">%s</sup>') % (mark_class(figure, edition), _short(numbers))
    names = "figure long" if len(words) > LONG else "figure"
    return pressed(figure, data + mark if numbers else data, page, edition, names, answers=answers)


def as_data(value: object, words: str) -> Markup:
    """Words of a number, with what they mean for programs."""
    return Markup('<data value="%s">%s</data>') % (value, words)


def as_address(words: str) -> Markup:
    """The address of a figure, or the id of a series, as it is written in data."""
    return Markup('<span class="address">{}</span>').format(words)


def pressed(
    figure: Figure,
    words: str,
    page: Page,
    edition: Edition,
    kind: str,
    *,
    here: bool = False,
    answers: bool | None = None,
) -> Markup:
    """A number that opens its note where it is pressed. kind: its CSS class. here: whether it stands in its own row.

    answers: whether it is what its address answers; None if nobody knows.

    Without a script it leads to its period on the page of its series, which says the same; one that answers no
    address, or is there already, leads to its note.
    """
    if answers is None:
        answers = figure.address is not None and _same(figure, edition.figures.answer(figure.address))
    note = page.note(figure, answers=answers)
    href = page.link(address_url(figure.addresses[0])) if answers and not here else note
    attribute = Markup('="%s"') % _beyond(href, note) if href != note else ""
    said = "" if here else mark_said(figure, edition)
    return Markup('<a class="%s" href="%s" data-note%s%s>%s</a>') % (kind, href, attribute, said, words)


def _beyond(href: str, note: str) -> str:
    """The way to a note from where its number leads: its file, and its place there where that has another name."""
    folder, _, place = href.partition("#")
    return note.removeprefix(folder).removesuffix(f"#{place}")


def _same(figure: Figure, answer: Figure | Missing) -> bool:
    """Whether a figure says what its address answers; how it is printed does not matter."""
    return isinstance(answer, Figure) and (figure.kind, figure.amount, figure.observation, figure.inputs) == (
        *(answer.kind, answer.amount, answer.observation, answer.inputs),
    )


def show_value(value: Value, where: Where, page: Page, edition: Edition, expression: Expression | None = None) -> str:
    """The result of an expression that is no chart, ranking or table. Markup, but for `text`.

    expression: if it is known. What it only names is what its address answers, and to ask would read the whole series.
    """
    if where == "text":
        return say_value(value, edition)
    match value:
        case Figure():
            named = expression is not None and expression.is_figure and value.address is not None
            return show(value, where, page, edition, say_value(value, edition), answers=named or None)
        case Fragment(kind="cite"):
            return cite(value.id, page, edition)
        case Fragment(kind="claim"):
            return verdict(value.id, where, page, edition)
        case Fragment(kind="holds") if where != "inline":
            page.states(edition.verdicts[value.id])
            return Markup('<a class="held" href="{}">{}</a>').format(page.link(claim_url(value.id)), value.text)
        case Fragment(kind="lit"):
            return excused(value, where, page, edition)
    return escape(say_value(value, edition))


def say_value(value: Value, edition: Edition) -> str:
    """The result of an expression in plain words; a source's number has none."""
    locale = edition.tracker.site.locale
    match value:
        case Figure():
            return say_in_text(value, locale)
        case Fragment(kind="claim"):
            return say_answer("verdict", edition.verdicts[value.id].word, locale)
        case Fragment(kind="cite"):
            return ""
    return value.text


def show_text(text: Text | None, where: Where, page: Page, edition: Edition) -> Markup:
    """A text of the data with its expressions filled in; nothing for None."""
    parts = () if text is None else text.parts
    return Markup("").join(
        part if isinstance(part, str) else show_value(edition.values[part], where, page, edition, part)
        for part in parts
    )


def plain(text: Text | None, edition: Edition) -> str:
    """A text of the data in plain words, for titles, attributes, feeds and JSON; nothing for None."""
    parts = () if text is None else text.parts
    return "".join(part if isinstance(part, str) else say_value(edition.values[part], edition) for part in parts)


def cite(source: str, page: Page, edition: Edition) -> Markup:
    """The number of a source on this page, as a link to the list at its foot, with the mark of its kind."""
    number_, kind = page.cite(source), mark(edition.tracker.sources[source])
    locale = edition.tracker.site.locale
    label = locale.say("frame.cite", number=number_, kind=locale.say(f"source.kind.{kind}"))
    return Markup('<sup class="cite of-{}"><a href="#source-{}" aria-label="{}">{}</a></sup>').format(
        kind, number_, label, number_
    )


def verdict(claim: str, where: Where, page: Page, edition: Edition) -> Markup:
    """The verdict on a claim, in prose as a link to its page."""
    found = edition.verdicts[claim]
    word = found.word
    page.states(found)
    said = say_answer("verdict", word, edition.tracker.site.locale)
    shown = Markup('<span class="verdict {}">{}</span>').format(word, said)
    if where != "prose":
        return shown
    return Markup('<a class="to-verdict" href="{}">{}</a>').format(page.link(claim_url(claim)), shown)


def excused(value: Fragment, where: Where, page: Page, edition: Edition) -> Markup:
    """Words that an author excuses: with a letter that opens the reason, or inline with the reason as a tip."""
    if where == "inline":
        return Markup('<span class="lit" title="{}">{}</span>').format(value.reason, value.text)
    note = page.excuse(value.text, value.reason)
    label = edition.tracker.site.locale.say("note.reason-for", words=value.text)
    before, space, last = value.text.rpartition(" ")  # the letter stays with the word before it
    return Markup(
        '<span class="lit">{}<span>{}<button type="button" class="cite" popovertarget="{}" aria-label="{}">{}</button>'
        "</span></span>"
    ).format(before + space, last, note.id, label, note.letter)


def show_period(period: When, locale: Locale, *, short: bool = False) -> Markup:
    """A period: days, months and calendar years in `<time>`, any other in `<span class="period">`."""
    return timed(period, short_period(period, locale) if short else say_period(period, locale))


def timed(period: When, words: str) -> Markup:
    """Words of a period, with what they mean for programs."""
    if isinstance(period, Period) and period.named in ("day", "month", "year") and period.financial is None:
        return Markup('<time datetime="%s">%s</time>') % (period, words)
    return Markup('<span class="period">%s</span>') % words


def show_number(value: int | Decimal, locale: Locale, decimals: int = 0, tail: str = "") -> Markup:
    """A number of our own counting, such as how many series there are; tail: a sign that belongs to it, as in 5%."""
    return as_data(value, number(Decimal(value), decimals, locale) + tail)


def _short(numbers: Sequence[int]) -> str:
    """At most three source numbers: what stands on the button."""
    return ",".join(str(number_) for number_ in numbers[:3]) + ("…" if len(numbers) > 3 else "")
