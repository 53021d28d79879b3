"""Readers of addresses: of series and values in the data, and of pages on the web."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from pydantic_core import PydanticCustomError

from sitegen.load.shape import numbers, times
from sitegen.load.shape.refusal import any_text, short, wrong
from sitegen.model import Address, parse_series
from sitegen.problems import Named
from sitegen.reading import web


def series_id(value: Any) -> tuple[str, str]:
    """Entity and metric of a series, from `acme.sales`."""
    text = any_text(value)
    try:
        return parse_series(text)
    except ValueError:
        message = f'"{short(text)}" is not a series'
        raise wrong(message, "write entity.metric, as in acme.sales", named=Named("series", text)) from None


def series_key(value: Any) -> str:
    """The text of the id of a series, once it is known to be one."""
    series_id(value)
    return str(value)


def address(value: Any) -> Address:
    """The address of a value, from `acme.sales@2025-Q1`."""
    text = any_text(value)
    try:
        return Address.parse(text)
    except ValueError as error:
        raise wrong(str(error), named=Named("series", text)) from None


def address_or_number(value: Any) -> Address | Decimal:
    """The address of a value, or a number."""
    text = any_text(value)
    if "@" in text:
        return address(value)
    if text[:1].isalpha():
        hint = "write a number, or the address of a value, such as acme.deliveries@2025-Q1"
        raise wrong(f'"{short(text)}" is neither a number nor an address', hint)
    return numbers.number(value)


def hidden(value: Any) -> str:
    """What `changes.hide` may name: a value, a day or a claim."""
    text = any_text(value)
    if "@" in text:
        return str(address(value))
    try:
        return str(times.day(value))
    except PydanticCustomError:
        if re.fullmatch("claims/[a-z0-9-]+", text):
            return text
        hint = "write the address of a value, such as acme.sales@2025-Q1, a day, such as 2025-03-20, or claims/its-id"
        raise wrong(f'"{short(text)}" is neither an address, a day nor a claim', hint) from None


def url(value: Any) -> str:
    """A web address."""
    return _address_of(value, web.web_address)


def folder_url(value: Any) -> str:
    """The address under which a site is published."""
    return _address_of(value, web.site_address)


def old_address(value: Any) -> str:
    """An address that a page had before."""
    return _address_of(value, web.old_address)


def _address_of(value: Any, read: Callable[[str], str]) -> str:
    try:
        return read(any_text(value))
    except web.AddressError as error:
        raise wrong(error.message, error.hint) from None


def contact(value: Any) -> str:
    """A web address, or `mailto:` with one of mail."""
    text = any_text(value)
    if re.fullmatch(r"[^\s:/@]+@[^\s/@]+\.\w+", text):
        raise wrong(f'"{text}" is no web address', f"write mailto:{text}")
    return text if text.startswith("mailto:") and "@" in text else url(text)
