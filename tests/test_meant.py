"""What was meant: periods, days, numbers and encodings in another way get the right one in the message."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from sitegen.disk import guessed
from sitegen.load.shape.numbers import number_hint
from sitegen.model import Address, Period
from sitegen.model.basics.meant import period_meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Q3 2025", "2025-Q3"),
        ("2025Q3", "2025-Q3"),
        ("2025-q3", "2025-Q3"),
        ("3Q2025", "2025-Q3"),
        ("H1/2025", "2025-H1"),
        ("Q1/26", "2026-Q1"),
        ("1Q26", "2026-Q1"),
        ("Q4 '25", "2025-Q4"),
        ("Q5/26", None),
        ("2025 W7", "2025-W07"),
        ("2025/09", "2025-09"),
        ("09-2025", "2025-09"),
        ("Sept. 2025", "2025-09"),
        ("2025年9月", "2025-09"),
        ("2025-1", "2025-01"),
        ("5.2.2026", "2026-02-05"),
        ("2026/2/5", "2026-02-05"),
        ("2026-02-05T10:00:00Z", "2026-02-05"),
        ("February 5, 2026", "2026-02-05"),
        ("5 Feb 2026", "2026-02-05"),
        ("２０２６年２月５日", "2026-02-05"),
        ("25/12/2025", "2025-12-25"),
        ("12/25/2025", "2025-12-25"),
        ("02/05/2026", None),
        ("2025–Q3", "2025-Q3"),
        ("25-Q3", "2025-Q3"),
        ("2025-Q3*", "2025-Q3"),
        ("2025-Q3¹", "2025-Q3"),
        ("2025年第三季度", "2025-Q3"),
        ("2025年第2四半期", "2025-Q2"),
        ("2025年上半年", "2025-H1"),
        ("third quarter of 2025", "2025-Q3"),
        ("1st half of 2025", "2025-H1"),
        ("Q3 of 2025", "2025-Q3"),
        ("25-12", None),
        ("2025-Q5", None),
        ("30.2.2026", None),
        ("spring", None),
    ],
)
def test_a_period_in_another_way_is_understood(text: str, meant: str | None) -> None:
    """One that can be two days, or none, is not guessed."""
    assert period_meant(text) == meant


@given(some.text(max_size=12))
def test_what_is_meant_can_be_read(text: str) -> None:
    """Whatever is suggested is a period."""
    if (meant := period_meant(text)) is not None:
        assert str(Period.parse(meant)) == meant


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("3815O", "write 38150: the letters O and l are no digits"),
        ("38k", "write 38000 with bound: approximate, or 38 if its metric counts in thousands"),
        ("3,2 Mio. Brote", "write 3200000 with bound: approximate, or 3.2 if its metric counts in millions"),
        ("USD 1,2 bn", "write 1200000000 with bound: approximate, or 1.2 if its metric counts in billions"),
        ("4.1万", "write 41000 with bound: approximate, for it is rounded"),
        ("12 lakh", "write 1200000 with bound: approximate, for it is rounded"),
        ("over 3 crore", "write value: 30000000 with bound: more-than"),
        ("rund 5 Mrd.", "write value: 5000000000 with bound: approximate"),
        ("12 kg", "write 12: the unit stands at the metric"),
        ("5 TWh", "write 5: the unit stands at the metric"),
        ("3–4 Mio.", "write digits, with a point before decimals"),
        ("1.2e4", "write 12000: all digits of the number"),
        ("=SUM(A1:A3)", "this is what a spreadsheet works out: write the number that the document says"),
        ("#REF!", "this is what a spreadsheet works out: write the number that the document says"),
        ("(29,600)", "write -29600 if the brackets stand for a minus, else 29600"),
        ("29600*", "write 29600, without the mark of a footnote"),
        ("38150²", "write 38150, without the mark of a footnote"),
        ("38,150¹", "write 38150, without the mark of a footnote"),
        ("３８１５０", "write 38150"),
        ("38①", "write digits, with a point before decimals"),
        ("38 150 loaves", "write 38150: the unit stands at the metric"),
        ("38,000–39,000", "write {low: 38000, high: 39000}"),
        ("n/a", "take the whole entry out: a hole in the data is a period that is not listed"),
        ("many", "write digits, with a point before decimals"),
    ],
)
def test_a_number_in_another_way_gets_its_hint(text: str, hint: str) -> None:
    """The hint holds the number itself where it can be told."""
    assert number_hint(text) == hint


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("Harbour.loaves@2025-Q4", "write harbour.loaves@2025-Q4"),
        ("harbour.loaves@2025 Q4", "write harbour.loaves@2025-Q4"),
        ("harbour.loaves", "add a period, as in harbour.loaves@2025-Q1"),
        ("loaves", "write entity.metric@period, as in acme.sales@2025-Q1"),
    ],
)
def test_an_address_in_another_way_gets_its_hint(text: str, hint: str) -> None:
    """The message ends with the address that was meant, or with what an address is."""
    with pytest.raises(ValueError, match="is not an address") as error:
        Address.parse(text)
    assert str(error.value).endswith(hint)


@pytest.mark.parametrize(
    ("text", "codec", "name"),
    [
        ("name: Café\n", "latin-1", "Windows-1252 or Latin-1"),
        ("name: “Café”\n", "cp1252", "Windows-1252 or Latin-1"),
        ("name: Café\n", "utf-16", "UTF-16"),
        ("name: Cafe\n", "utf-16-le", "UTF-16"),
        ("name: 海港面包\n", "gb18030", "GB18030, or Big5"),
        ("name: Größe\n", "cp1252", "Windows-1252 or Latin-1"),
        ("name: l’école créée\n", "cp1252", "Windows-1252 or Latin-1"),
        ("name: 鑫源\n", "gb18030", "GB18030, or Big5"),
        ("name: Café 面包\n", "utf-8", None),
    ],
)
def test_an_encoding_is_named(text: str, codec: str, name: str | None) -> None:
    """UTF-8 has no other name; a picture has none at all."""
    found = guessed(text.encode(codec))
    assert (None if found is None else found.name) == name
    assert guessed(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR") is None
