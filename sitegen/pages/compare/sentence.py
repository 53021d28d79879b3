"""The sentence that says how the numbers of two entities differ, and what is counted of both."""

from __future__ import annotations

from collections import Counter

from markupsafe import Markup, escape

from sitegen.figures import Figure
from sitegen.figures.common import Alike
from sitegen.figures.nouns import noun_of
from sitegen.model.basics.metric_kind import MetricKind
from sitegen.model.basics.period import Period
from sitegen.pages.compare.ratios import answer, differ, is_open, known, ratio
from sitegen.pages.words.notes import counted
from sitegen.pages.words.where import somewhere
from sitegen.pages.words.writer import Writer

COUNTS: tuple[MetricKind, ...] = ("flow", "stock")
"""The kinds of which one has more."""


def difference(writer: Writer, alike: Alike) -> Markup:
    """One number of both in a sentence, and that it leaves open which is larger, where it does."""
    last = alike.periods[-1]
    ours, theirs = (writer.context.tracker.series[id] for id in (alike.one, alike.other))
    one, other = (answer(writer, id, last) for id in (alike.one, alike.other))
    slots: dict[str, str] = {
        "when": writer.within(last),
        "amount": _said(writer, one),
        "amount_of_other": writer.figure(other),
        "one": _who(writer, one),
        "other": _who(writer, other),
    }
    if alike.mixed:
        slots["amount"] = somewhere(writer, ours, _said(writer, one))
        if ours.region != theirs.region:
            slots["amount_of_other"] = somewhere(writer, theirs, writer.figure(other))
        said = writer.say("compare.numbers.mixed", **slots)
    else:
        what = somewhere(writer, ours, label_of(writer, alike))
        said = writer.say("compare.numbers.both", metric=what, **slots)
    both = known(writer, one), known(writer, other)
    unknown = is_open(*both) and ratio(writer, alike, *both) is None
    told = (said, writer.say("compare.numbers.open") if unknown else "", _led(writer, alike))
    return Markup(" ").join(each for each in map(Markup, told) if each)


def _led(writer: Writer, alike: Alike) -> str:
    """Which of the two had more, in how many of several periods that both have; "" of what is no count.

    They are those of one length, of which there are most: a year is not counted beside its quarters. Where the two do
    not count alike, a small difference says nothing of who had more.
    """
    lengths = Counter(period.cadence for period in alike.periods)
    [(length, count)] = lengths.most_common(1)
    context = writer.context
    if length is None or count == 1 or context.tracker.metrics[alike.one[1]].kind not in COUNTS:
        return ""
    periods = [period for period in alike.periods if period.cadence == length]
    run = writer.run(Period(periods[0].first, periods[-1].last), length)
    found = ([known(writer, answer(writer, id, period)) for id in (alike.one, alike.other)] for period in periods)
    spans = [
        (one.amount.interval, other.amount.interval)
        for one, other in found
        if not alike.mixed or differ(one, other, alike.mixed)
    ]
    names = [context.tracker.entities[entity].name for entity, _ in (alike.one, alike.other)]
    ahead, behind = (sum(two[n].below(two[1 - n]) for two in spans) for n in (1, 0))
    leader, span = names[0 if ahead else 1], writer.count(f"compare.span.{length}", count)
    if count in (ahead, behind):
        return writer.say("compare.led.all", name=leader, span=span, run=run)
    if not (ahead or behind):
        return ""
    if ahead and behind:
        numbers = {"ahead": writer.number(ahead), "behind": writer.number(behind)}
        led = writer.say("compare.led", one=names[0], other=names[1], span=span, run=run, **numbers)
    else:
        led = writer.say("compare.led.one", name=leader, most=writer.number(ahead or behind), span=span, run=run)
    rest = count - ahead - behind
    return f"{led} {writer.count('compare.led.open', rest)}" if rest else led


def label_of(writer: Writer, alike: Alike) -> str:
    """What two series count, in words: of both, or of each where that differs."""
    metrics = writer.context.tracker.metrics
    return writer.context.locale.listed(dict.fromkeys(metrics[id[1]].label for id in (alike.one, alike.other)))


def both_counted(writer: Writer, alike: Alike) -> tuple[str, ...]:
    """What exactly is counted of the two: once where it is the same, else of each with its name."""
    of = [
        (writer.context.tracker.entities[id[0]].name, writer.context.tracker.series[id])
        for id in (alike.one, alike.other)
    ]
    found = [(name, counted(writer, series)) for name, series in of]
    if len({words for _, words in found}) == 1:
        return (writer.say("company.counted", what=found[0][1]),)
    return tuple(writer.say("compare.counted.of", name=name, what=words) for name, words in found)


def _who(writer: Writer, figure: Figure) -> Markup:
    return escape(writer.context.tracker.entities[figure.addresses[0].entity].name)


def _said(writer: Writer, figure: Figure) -> Markup:
    unit = noun_of(figure, writer.context.locale)
    return Markup("{} {}").format(writer.figure(figure), unit) if unit else Markup(writer.figure(figure))
