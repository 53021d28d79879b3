"""Adds the Chinese characters of the data to the fonts of the theme: `make fonts`.

Reads the whole font that Debian's package fonts-noto-cjk brings, and writes the two files of
`templates/assets/fonts/` that hold only the characters used. What they hold already stays in them.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter, load_font, save_font
from fontTools.ttLib import TTFont

ROOT = Path(__file__).parent.parent
WHOLE = Path("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc")
SIMPLIFIED = 2
"""The number of the font for simplified Chinese in the collection."""
STEM = ROOT / "templates" / "assets" / "fonts" / "noto-sans-cjk-sc-regular"
DATA = ("companies/*.yaml", "charts/*.yaml", "capabilities.yaml", "events.yaml", "rankings.yaml")
"""The files whose names and texts charts show."""


def is_chinese(char: str) -> bool:
    """Whether pages take a character from this font: Chinese characters, their punctuation and wide forms."""
    return "\u2e80" <= char <= "\u9fff" or "\uf900" <= char <= "\ufaff" or "\uff00" <= char <= "\uffef"


def wanted() -> set[int]:
    """The characters of the data, and those that the font holds already."""
    texts = (path.read_text(encoding="utf-8") for pattern in DATA for path in (ROOT / "data").glob(pattern))
    with TTFont(STEM.with_suffix(".otf"), lazy=True) as font:
        there = set(font.getBestCmap())
    return there | {ord(char) for text in texts for char in text if is_chinese(char)}


def write(characters: set[int], ending: str) -> int:
    """One file of the font with these characters; its size in bytes."""
    options = Options(layout_features=[], hinting=False, notdef_outline=True, name_IDs=[0, 1, 2, 4, 6, 13, 14])
    options.flavor = "woff2" if ending == ".woff2" else None
    options.font_number = SIMPLIFIED
    font = load_font(str(WHOLE), options)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)
    save_font(font, str(STEM.with_suffix(ending)), options)
    return STEM.with_suffix(ending).stat().st_size


def main() -> None:
    """Writes both files and says what they hold."""
    if not WHOLE.is_file():
        sys.exit(f"{WHOLE} is missing: install fonts-noto-cjk")
    characters = wanted()
    for ending in (".otf", ".woff2"):
        print(f"{STEM.name}{ending}: {len(characters)} characters, {write(characters, ending):,} bytes")


if __name__ == "__main__":
    main()
