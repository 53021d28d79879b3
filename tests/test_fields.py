"""Fields of data files: what each takes, and the way out that it tells for what it does not."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from sitegen.load import fields


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
    """Only digits of ASCII with one point are a number; of anything else the likely meaning is told."""
    assert _hint(fields.Number, written) == hint


def test_numbers_keep_what_was_written() -> None:
    """A number is as exact as it was written."""
    assert TypeAdapter(fields.Number).validate_python("-12.50") == Decimal("-12.50")


def test_a_long_text_is_not_repeated_whole() -> None:
    """Of a text of a thousand characters forty are shown."""
    with pytest.raises(ValidationError) as error:
        TypeAdapter(fields.Number).validate_python("9" * 1000)
    assert len(error.value.errors()[0]["msg"]) < 70
