"""What editors see of a text while it is typed: JSON Schemas, each with its form and the sentence of the mistake."""

from __future__ import annotations

from typing import Any

from sitegen.model.basics.names import FORMS

_YEAR = "[12][0-9]{3}"
_MONTH = "(0[1-9]|1[0-2])"
_DAY = "(0[1-9]|[12][0-9]|3[01])"
_HALF = "H[12]|Q[1-4]"
_PERIOD = f"{_YEAR}(-({_HALF}|W(0[1-9]|[1-4][0-9]|5[0-3])|{_MONTH}(-{_DAY})?))?"
_WHEN = f"({_PERIOD}|FY{_YEAR}(-({_HALF}))?)"


def _text(pattern: str, message: str) -> dict[str, Any]:
    return {"type": "string", "pattern": f"^{pattern}$", "patternErrorMessage": message}


def _or_year(schema: dict[str, Any]) -> dict[str, Any]:
    """A form of which a number may be one: editors read `2025` as a number."""
    return {**schema, "type": ["string", "integer"], "minimum": 1000, "maximum": 2999}


_SERIES = r"[a-z0-9-]+\.[a-z0-9-]+"
_HOW_ADDRESS = "write the address of a value: entity.metric@period, as in acme.sales@2025-Q1"

ID = {**_text("[a-z0-9-]+", "write small letters, digits and hyphens, as in acme-group"), "type": ["string", "integer"]}
SERIES = _text(_SERIES, "write entity.metric, as in acme.sales")
PERIOD = _or_year(_text(f"{_PERIOD}(/{_PERIOD})?", f"write a period: {FORMS}"))
WHEN = _or_year(_text(f"{_WHEN}(/{_WHEN})?", f"write a period: {FORMS}, or a financial year as FY2025 or FY2025-Q1"))
DATE = _or_year(_text(f"{_YEAR}(-{_MONTH}(-{_DAY})?)?", "write a day, a month or a year: 2025-03-20, 2025-03 or 2025"))
DAY = _text(f"{_YEAR}-{_MONTH}-{_DAY}", "write a day, as in 2025-03-20")
ADDRESS = _text(_SERIES + "@.+", _HOW_ADDRESS)
HIDDEN = _text(
    f"({_SERIES}@.+|{_YEAR}-{_MONTH}-{_DAY}|claims/[a-z0-9-]+)",
    "write the address of a value, such as acme.sales@2025-Q1, a day, such as 2025-03-20, or claims/its-id",
)
URL = _text("https?://.+", "write a whole web address, as in https://www.example.org/report")
OLD_ADDRESS = _text(r"/.+(/|\.html?)", "write the address below the site's home page, as in /briefs/its-old-id/")
HEX = _text("#[0-9a-fA-F]{6}", 'write six hex digits in quotes, as in "#b3382c"')
NORWAY = {"not": {"type": ["string", "number", "array", "object", "null"]}}
"""What editors that read `no` as false make of it: a boolean, which none offers."""
COUNTRY = {"anyOf": [_text("[A-Za-z]{2}", "write the ISO 3166 code of a country, as in de"), NORWAY]}
