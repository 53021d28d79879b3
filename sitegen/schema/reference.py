"""What the data reference says of each key: the one place where keys are described, for readers and for editors."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from sitegen.manual import pages

TABLES: Mapping[str, str] = {
    "SiteShape": "Site",
    "EntityShape": "Company, brand, model, market",
    "MetricShape": "Metric",
    "PlaceShape": "Place",
    "UnitShape": "Unit",
    "ImportsShape": "Names in tables",
    "WordsFile": "Words",
    "SourceShape": "Source",
    "SeriesShape": "Series",
    "ObservationShape": "observation",
    "RankingShape": "Ranking",
    "MarketEntryShape": "Expansion",
    "CapabilityShape": "Capabilities",
    "CapabilityAnswerShape": "answer",
    "EventShape": "Events",
    "ChartShape": "Chart",
    "ClaimShape": "Claim",
    "EditorialClaimShape": "Claim",
    "FrontMatterShape": "Front matter of a Markdown file",
}
"""Where the keys of a shape are described: under a heading of the reference, or below a line "An **answer**:".

The keys of any other shape are described by the key that holds it, as those of `licence` are.
"""

_HEADING = re.compile(r"## ([^:\n]+)|An? \*\*([a-z]+)\*\*:")
_ROW = re.compile(r"\| ((?:`[a-z_]+`(?:,| or)? ?)+)\| (.+) \|")
_LINK = re.compile(r"\[([^\]]+)\]\([^)]+\)")


@cache
def described() -> Mapping[str, Mapping[str, str]]:
    """What each key takes, by the shape that has it."""
    tables: dict[str, dict[str, str]] = {}
    name, inside = "", False
    for line in pages()["data-reference"].read_text(encoding="utf-8").splitlines():
        inside = line.startswith("| key |") or (inside and line.startswith("|"))
        if heading := _HEADING.match(line):
            name = heading[1] or heading[2]
        elif inside and (row := _ROW.fullmatch(line)):
            for key in re.findall("[a-z_]+(?=`)", row[1]):
                tables.setdefault(name, {}).setdefault(key, _LINK.sub(r"\1", row[2]))
    return {shape: tables[name] for shape, name in TABLES.items()}
