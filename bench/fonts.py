"""Adds the Chinese characters of the data to the fonts of the theme: `make fonts`.

Reads the whole font that Debian's package fonts-noto-cjk brings, and writes the files of `templates/assets/fonts/`
that hold only the characters used: of names, for pages and charts, and of titles of sources, for the pages of a
reader whose computer has no Chinese font. What they hold already stays in them.
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
TITLES = STEM.with_name("noto-sans-cjk-sc-titles.woff2")
DATA = ("companies/*.yaml", "charts/*.yaml", "capabilities.yaml", "events.yaml", "rankings.yaml")
"""The files whose names and texts charts show."""
SOURCES = ("sources/*.yaml",)
"""The files whose titles pages list."""


def is_chinese(char: str) -> bool:
    """Whether pages take a character from this font: Chinese characters, their punctuation and wide forms."""
    return "\u2e80" <= char <= "\u9fff" or "\uf900" <= char <= "\ufaff" or "\uff00" <= char <= "\uffef"


def held(font: Path) -> set[int]:
    """The characters that a file holds; none if there is no such file."""
    if not font.is_file():
        return set()
    with TTFont(font, lazy=True) as read:
        return set(read.getBestCmap())


def chinese(patterns: tuple[str, ...]) -> set[int]:
    """The Chinese characters of some files of the data."""
    texts = (path.read_text(encoding="utf-8") for pattern in patterns for path in (ROOT / "data").glob(pattern))
    return {ord(char) for text in texts for char in text if is_chinese(char)}


def write(characters: set[int], file: Path) -> None:
    """Writes one file with these characters, and says how large it is."""
    options = Options(layout_features=[], hinting=False, notdef_outline=True, name_IDs=[0, 1, 2, 4, 6, 13, 14])
    options.flavor = "woff2" if file.suffix == ".woff2" else None
    options.font_number = SIMPLIFIED
    font = load_font(str(WHOLE), options)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)
    save_font(font, str(file), options)
    print(f"{file.name}: {len(characters)} characters, {file.stat().st_size:,} bytes")


def main() -> None:
    """Writes the files and says what they hold."""
    if not WHOLE.is_file():
        sys.exit(f"{WHOLE} is missing: install fonts-noto-cjk")
    names = held(STEM.with_suffix(".otf")) | chinese(DATA)
    for ending in (".otf", ".woff2"):
        write(names, STEM.with_suffix(ending))
    write(held(TITLES) | chinese(SOURCES) - names, TITLES)


if __name__ == "__main__":
    main()
