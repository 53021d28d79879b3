"""Words that set several side by side, or take one away from another; by language."""

from __future__ import annotations

from collections.abc import Mapping

TOGETHER: Mapping[str, str] = {
    "en": r"together|combined|jointly|between them",
    "de": "zusammen|gemeinsam",
    "fr": "ensemble",
}
"""By language: what stands before the sum of several."""
GAP: Mapping[str, str] = {
    "en": r"(?:gap|difference|distance) between",
    "de": r"(?:Abstand|Unterschied|Differenz) zwischen",
    "fr": r"(?:écart|différence) entre",
}
"""By language: what stands before the names of two of which a figure is the difference."""
WITHOUT: Mapping[str, str] = {
    "en": "excluding|without|not counting|leaving out",
    "de": "ohne",
    "fr": "sans|hors",
}
"""By language: what stands before the name of whom is taken away."""
