"""Fields of data files: what each takes, and how to fix what it does not."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from sitegen.load.shape import fields


def _hint(field: Any, value: str) -> str:
    with pytest.raises(ValidationError) as error:
        TypeAdapter(field).validate_python(value)
    return str(error.value.errors()[0]["ctx"]["hint"])


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("54,552", "write 54552"),
        ("1.234.567", "write 1234567"),
        ("+4.8", "write 4.8"),
        ("-5%", "write -5"),
        ("−5", "write -5"),
        (">49400", "write value: 49400 with bound: more-than"),
        ("≥ 49400", "write value: 49400 with bound: at-least"),
        ("~45300", "write value: 45300 with bound: approximate"),
        ("４５３００", "write 45300"),
        ("٤٥٣", "write 453"),
        ("many", "write digits, with a point before decimals"),
    ],
)
def test_what_is_no_number_gets_the_way_to_write_it(written: str, hint: str) -> None:
    """Only digits of ASCII with one point are a number; of anything else the likely meaning is reported."""
    assert _hint(fields.Number, written) == hint


def test_numbers_keep_what_was_written() -> None:
    """A number is as exact as it was written."""
    assert TypeAdapter(fields.Number).validate_python("-12.50") == Decimal("-12.50")


def test_a_long_text_is_not_repeated_whole() -> None:
    """Of a text of a thousand characters forty are shown."""
    with pytest.raises(ValidationError) as error:
        TypeAdapter(fields.Number).validate_python("9" * 1000)
    assert len(error.value.errors()[0]["msg"]) < 90


@pytest.mark.parametrize(
    "address",
    [
        "https://[::1.2/", "https://user:secret@example.org/", "https://user@example.org/", "https://example.org:0/",
        "https://example.org:99999/", "https://example.org:x/", "https://example.org:/", "https://", "https:///x",
        "//example.org/",
        "ftp://example.org/", "https://example", "https://exa mple.org/", "https://example.org/\\x", "https://a..b/",
    ],
)  # fmt: skip
def test_an_address_is_whole_and_holds_no_secret(address: str) -> None:
    """Pages, sources and the site itself are held to one rule."""
    assert _hint(fields.Url, address)
    assert _hint(fields.FolderUrl, address)


@pytest.mark.parametrize(
    "address", ["https://example.org/?a=1", "https://example.org/#a", "https://example.org/a/../b/"]
)
def test_the_address_of_a_site_is_a_folder(address: str) -> None:
    """Everything that is put behind it must still be an address below it."""
    assert _hint(fields.FolderUrl, address)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("https://example.org", "https://example.org/"),
        ("https://example.org:8443/a/b//", "https://example.org:8443/a/b/"),
        ("http://localhost:8000", "http://localhost:8000/"),
        ("http://[::1]:8000/", "http://[::1]:8000/"),
        ("https://bücher.example/", "https://xn--bcher-kva.example/"),
    ],
)
def test_addresses_of_sites_end_in_a_slash(written: str, read: str) -> None:
    """Ports, other alphabets and numbers of machines are taken."""
    assert TypeAdapter(fields.FolderUrl).validate_python(written) == read
