"""Into which currency values are brought, and by which rates."""

from __future__ import annotations

from collections.abc import Callable

from sitegen.figures.nouns import noun
from sitegen.model.basics.address import SeriesId
from sitegen.model.basics.unit import Conversion
from sitegen.pages.context import Context
from sitegen.pages.words.writer import Writer
from sitegen.urls import series_url


def conversion(writer: Writer, convert: Conversion | None) -> str:
    """Into which currency the values of a ranking or chart are brought, and by which rates; "" where they are not."""
    label = writer.context.figures.label
    return converted(writer.context, convert, lambda id: writer.anchor(label(id), writer.page.link(series_url(id))))


def converted(context: Context, convert: Conversion | None, rate: Callable[[SeriesId], str]) -> str:
    """The same, where `rate` says what stands for the series of a rate."""
    if convert is None:
        return ""
    locale = context.locale
    rates = locale.listed([rate(id) for id in convert.rates])
    return locale.say("note.conversion", currency=noun(convert.to, locale), rates=rates)
