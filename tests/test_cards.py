"""Cards: the picture of a page where a link to it is shared."""

import io
import json
import re
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup
from msgspec.structs import replace
from PIL import Image, ImageChops, ImageColor, ImageDraw, ImageStat
from small import SITES, made

from sitegen.build import make
from sitegen.cards.icons import icons
from sitegen.cards.labels import shaped
from sitegen.cards.letters import Letters
from sitegen.cards.shapes import Shapes
from sitegen.charts.engine import to_png
from sitegen.charts.fonts import Fonts
from sitegen.kinds import KINDS
from sitegen.load import load
from sitegen.pages.record.card import published
from sitegen.problems import SitegenError
from sitegen.settings import Settings
from sitegen.theme import ours
from sitegen.tokens import COLOURS

SITE = SITES / "pages"
BASE = "https://desk.github.io/trips/"
FONTS = Fonts.read(ours() / "assets" / "fonts")
LETTERS = Letters(FONTS)
Built = Mapping[str, bytes]
META = re.compile(r'<meta (?:property|name)="([^"]+)" content="([^"]*)">')


def built(project: Path, base: str = BASE, jobs: int = 1, *, cache: bool = False) -> Built:
    """The files of a site that is published at an address."""
    settings = Settings(project=project, base_url=base, cache=cache, jobs=jobs, lenient=True)
    return make(settings, lambda stage: None).outputs


@pytest.fixture(scope="module")
def site() -> Built:
    """The site of all kinds of pages, at an address that others can open."""
    return made("pages", BASE).outputs


@pytest.fixture(scope="module")
def lives() -> Built:
    """A site with something of each kind that has a card."""
    return made("lives", BASE).outputs


def cards(outputs: Built) -> dict[str, bytes]:
    """Every card by its path."""
    return {name: outputs[name] for name in outputs if name.endswith("card.png")}


def heads(outputs: Built, name: str) -> dict[str, str]:
    """What a page says of itself in its head."""
    return dict(META.findall(outputs[name].decode()))


def test_each_kind_of_page_has_its_card(site: Built, lives: Built) -> None:
    """The home page, companies, rankings, briefs, claims and charts have one each; others have that of the site."""
    folders = {name.rpartition("/")[0].partition("/")[0] for name in cards(lives)}
    assert folders == {"", "companies", "rankings", "briefs", "claims", "charts"}
    for name in (name for name in site if name.endswith("/index.html") and "og:url" in site[name].decode()):
        said = heads(site, name)
        picture = said["og:image"].removeprefix(BASE)
        assert picture in site
        if "og:image:width" in said:
            own = name.replace("index.html", "card.png")
            assert picture == (own if own in site else "card.png")
        assert said["twitter:card"] == "summary_large_image"
        assert said["og:image:alt"]


def test_a_card_has_the_size_that_networks_ask_for_and_is_small(site: Built, lives: Built) -> None:
    """1200 by 630 pixels, as the head says, in 64 colours and at most 60 KB."""
    said = heads(site, "index.html")
    for content in (*cards(site).values(), *cards(lives).values()):
        picture = Image.open(io.BytesIO(content))
        assert [str(side) for side in picture.size] == [said["og:image:width"], said["og:image:height"]]
        assert picture.mode == "P"
        assert len(picture.getcolors() or ()) <= 64
        assert len(content) <= 60_000


def test_an_author_s_own_picture_comes_first(site: Built) -> None:
    """A brief with an image is shared with that, and has no card."""
    own = [
        name
        for name in site
        if "og:image" in site[name].decode(errors="replace")
        and "og:image:width" not in site[name].decode(errors="replace")
    ]
    assert own
    assert not [name for name in own if name.replace("index.html", "card.png") in site]


@pytest.mark.parametrize(("name", "kind"), [("street.png", "PNG"), ("street.jpg", "JPEG"), ("street.webp", "WEBP")])
def test_the_size_of_an_author_s_picture_is_said(tmp_path: Path, name: str, kind: str) -> None:
    """The head and the page say how large it is; another picture of that name makes the page anew."""
    project = Path(shutil.copytree(SITE, tmp_path / "project"))
    brief = next(path for path in sorted((project / "content/briefs").glob("*.md")) if "draft" not in path.read_text())
    text = re.sub(r"(?m)^image(_alt)?: .*\n", "", brief.read_text())
    brief.write_text(text.replace("---\n", f"---\nimage: {name}\nimage_alt: 'A street'\n", 1))
    page = f"briefs/{brief.stem}/index.html"
    for size in ((640, 480), (30, 20)):
        Image.new("RGB", size, "#ff0000").save(brief.parent / name, kind)
        outputs = built(project, cache=True)
        said = heads(outputs, page)
        assert (said["og:image:width"], said["og:image:height"]) == tuple(map(str, size))
        assert said["og:image:alt"] == "A street"
        assert f'alt="A street" width="{size[0]}" height="{size[1]}"' in outputs[page].decode()
    (brief.parent / name).write_bytes(b"no picture")
    with pytest.raises(SitegenError, match="file-kind"):
        built(project, cache=True)


@pytest.mark.parametrize(
    "base", ["https://example.org/a/", "http://localhost:8000/", "http://127.0.0.1:8000/", "http://[::1]/"]
)
def test_no_card_where_nobody_could_fetch_it(base: str) -> None:
    """An address of the author's own machine, or one kept for examples, is none: networks would find nothing there."""
    assert not published(base)
    outputs = built(SITE, base)
    assert not cards(outputs)
    assert "og:image:width" not in heads(outputs, "index.html")


def test_the_bytes_do_not_depend_on_cache_or_processes(site: Built, tmp_path: Path) -> None:
    """Two processes, or a build that remembers, give the cards of a build that does neither."""
    project = Path(shutil.copytree(SITE, tmp_path / "project"))
    assert cards(built(project, jobs=2, cache=True)) == cards(site)
    assert cards(built(project, cache=True)) == cards(site)


def test_only_the_card_that_shows_a_change_is_another(site: Built, tmp_path: Path) -> None:
    """A new title of a brief makes one new card; the others stay."""
    project = Path(shutil.copytree(SITE, tmp_path / "project"))
    built(project, cache=True)
    brief = next(
        path
        for path in sorted((project / "content/briefs").glob("*.md"))
        if "image:" not in path.read_text() and "draft" not in path.read_text()
    )
    brief.write_text(re.sub(r"(?m)^title: .*$", "title: Another title", brief.read_text(), count=1))
    after = cards(built(project, cache=True))
    assert {name for name, content in after.items() if content != cards(site).get(name)} == {
        f"briefs/{brief.stem}/card.png"
    }


def test_a_project_draws_its_own_card(tmp_path: Path) -> None:
    """A `card.svg` of the project takes the place of ours; what it prints is escaped."""
    project = Path(shutil.copytree(SITE, tmp_path / "project"))
    own = project / "templates/card.svg"
    own.parent.mkdir(exist_ok=True)
    box = '<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630">'
    own.write_text(box + '<rect width="1200" height="630" fill="var(--accent)"/><text>{{ "<&" }}</text></svg>')
    found = cards(built(project))
    assert Image.open(io.BytesIO(found["card.png"])).convert("RGB").getpixel((600, 300)) == (11, 90, 115)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{{ view.nothing }}", "cannot be rendered"),
        ("{% if %}", "cannot be read"),
        ("<p/>no picture", "gives no picture"),
    ],
)
def test_a_card_that_cannot_be_drawn_is_reported(tmp_path: Path, text: str, words: str) -> None:
    """The report names the template, whatever is wrong with it."""
    project = Path(shutil.copytree(SITE, tmp_path / "project"))
    (project / "templates").mkdir(exist_ok=True)
    (project / "templates/card.svg").write_text(text)
    with pytest.raises(SitegenError) as found:
        built(project)
    assert {problem.place.path for problem in found.value.problems} == {"templates/card.svg"}
    assert words in found.value.problems[0].message


@given(
    st.text(alphabet=st.one_of(st.sampled_from("赛力斯 ,.\n\t—🚗<&مÅſ"), st.characters()), max_size=400),
    st.integers(60, 1100),
    st.integers(1, 5),
)
def test_no_text_is_wider_than_its_room(text: str, width: int, lines: int) -> None:
    """Whatever is written: so many lines at most, none wider than the room, no character without a glyph."""
    fitted = LETTERS.fit(text, width, 60, 40, 24, lines=lines)
    assert len(fitted.lines) <= lines
    assert not FONTS.missing("".join(fitted.lines))
    for line in fitted.lines:
        assert FONTS.width(line, fitted.size) <= width + 0.5


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Sold 🚗 out 🎉", "Sold out"),
        ("Mercedes (مرسيدس بنز) grew", "Mercedes (…) grew"),
        ("مرسيدس بنز", ""),
        ("🚗🎉", ""),
        ("赛力斯 <Seres> & Co", "赛力斯 <Seres> & Co"),
    ],
)
def test_what_no_font_can_write_is_left_out_openly(text: str, shown: str) -> None:
    """Letters that are missing leave a sign in their place, pictures go, and a text of nothing else is none."""
    assert LETTERS.known(text) == shown


def test_shapes_look_like_the_text_that_they_stand_for() -> None:
    """A line drawn as shapes covers the pixels that the engine gives the same words in the same font, kerned alike."""
    words, size = "AVATR sold To-day 45,300 赛力斯 Ÿ", 40
    fitted = LETTERS.fit(words, 1100, size)
    text = Markup('<text font-family="Inter, Noto Sans CJK SC" font-size="{}" x="20" y="60">{}</text>')
    found = [inked(shown) for shown in (fitted.drawn(20, 60), text.format(size, words))]
    assert "<path" in fitted.drawn(20, 60)
    difference = ImageStat.Stat(ImageChops.difference(*found))
    assert difference.mean[0] < 1
    assert ImageStat.Stat(found[0]).mean[0] < 250


def test_what_is_cut_ends_with_a_whole_word() -> None:
    """No number is cut within its digits, for what is left would be another; a word that is too long is cut."""
    text = "No count reaches 85,800 or 1,234,567 in March"
    for width in range(150, 400, 10):
        [line] = LETTERS.fit(text, width, 30).lines
        assert {*line.removesuffix("…").split()} <= {*text.split()}
    assert LETTERS.fit("W" * 60, 300, 30).lines[0].startswith("WW")


def test_labels_of_a_drawing_are_shapes_without_empty_boxes() -> None:
    """A label is drawn where it stood; letters that no font has leave a sign, and what is more than a line stays."""
    look = 'text-anchor="end" transform="translate(3,4)" font-size="12px" font-weight="600" fill="#123456"'
    drawn = shaped(f'<text {look} stroke="#fff" stroke-width="4">Tö</text>', LETTERS)
    assert re.fullmatch(
        r'<path transform="translate\(3,4\) translate\(-1\d\.\d\d 0\) scale\(0\.0012 -0\.0012\)" d="m[^"]+" '
        r'fill="#123456" stroke="#fff" stroke-width="3333"/>',
        drawn,
    )
    boxes = (shaped(f'<text font-size="12px" fill="#000">{text}</text>', LETTERS) for text in ("مخبز", "🥖", "…"))
    assert len(set(boxes)) == 1
    for kept in ('<text font-size="12px"><tspan>a</tspan></text>', '<text font-size="1em">a</text>'):
        assert shaped(kept, LETTERS) == kept


def test_letters_that_join_or_turn_are_left_to_the_engine() -> None:
    """Arabic, Hebrew and marks that stand on other letters keep their text, with its own signs escaped."""
    shapes = Shapes(FONTS)
    for words in ("مرسيدس", "שלום", "e\u0301", "a\u200fb"):
        assert shapes.line(words, "inter-regular") is None
    drawn = replace(LETTERS.fit("x", 100, 20), lines=("<&שלום",)).drawn(0, 0)
    assert drawn.startswith("<text ")
    assert "&lt;&amp;" in drawn


def inked(content: str) -> Image.Image:
    """A picture of black shapes on white, in grey."""
    size = 'width="1100" height="90"'
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" {size}><rect {size} fill="#fff"/>'
    return Image.open(io.BytesIO(to_png(f"{svg}{content}</svg>", FONTS.folder))).convert("L")


def test_chinese_breaks_between_characters() -> None:
    """A long name without spaces stands in lines, and no line begins with a sign that closes one."""
    fitted = LETTERS.fit("赛力斯，" * 12, 500, 40, lines=4)
    assert len(fitted.lines) > 1
    assert not [line for line in fitted.lines if line.startswith("，")]


def test_lines_are_about_equally_long() -> None:
    """The last line of a title never holds one word alone where the words can be shared out."""
    fitted = LETTERS.fit("Premium makers of new-energy cars in China sold in November 2025", 1056, 60, lines=2)
    first, last = (FONTS.width(line, fitted.size) for line in fitted.lines)
    assert last > first * 0.6


def test_every_form_of_the_icon_is_drawn_from_one(site: Built) -> None:
    """The head and the manifest name files that are there, each a picture of the size that is said."""
    home = site["index.html"].decode()
    named = re.findall(r'<link rel="(?:icon|apple-touch-icon|manifest)" href="([^"]+)"', home)
    assert set(named) >= {"favicon.ico", "apple-touch-icon.png", "manifest.webmanifest"}
    assert not [name for name in named if name not in site]
    manifest = json.loads(site["manifest.webmanifest"])
    for icon in manifest["icons"]:
        size = Image.open(io.BytesIO(site[icon["src"].removeprefix("./")])).size
        assert icon["sizes"] == f"{size[0]}x{size[1]}"
    assert Image.open(io.BytesIO(site["favicon.ico"])).size == (32, 32)
    assert home.count('<meta name="theme-color"') == 2


TILE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">{}</svg>'
WIDE = '<path d="M3 16h26" stroke="#ffffff" stroke-width="4"/>'


@pytest.mark.parametrize(
    ("icon", "ground", "corner"),
    [
        ('<rect width="32" height="32" rx="7" fill="#16324f"/>' + WIDE, "#16324f", 0),
        ('<circle cx="16" cy="16" r="16" fill="#cc0033"/>' + WIDE, "#cc0033", 0),
        ('<rect width="32" height="32" fill="#008844"/>' + WIDE, "#008844", 255),
        ('<path d="M4 28L16 4l12 24z" fill="#008844"/>', COLOURS["paper"][0], 0),
    ],
)
def test_an_icon_that_phones_cut_is_filled_to_its_edge(icon: str, ground: str, corner: int) -> None:
    """Icons for any place are as drawn, transparent outside; those cut round have the ground of the tile, and all of
    the sign within four fifths of the width."""
    drawn = icons(load(SITE, KINDS), TILE.format(icon).encode(), ours() / "assets" / "fonts")
    outputs = {output.path: output.content for output in drawn}
    named = json.loads(outputs["manifest.webmanifest"])["icons"]
    plain = [each["src"].removeprefix("./") for each in named if each["purpose"] == "any"]
    cut = [each["src"].removeprefix("./") for each in named if each["purpose"] == "maskable"]
    for name in plain:
        assert Image.open(io.BytesIO(outputs[name])).convert("RGBA").tobytes()[3] == corner
    for name in (*cut, "apple-touch-icon.png"):
        image = Image.open(io.BytesIO(outputs[name])).convert("RGBA")
        assert set(image.tobytes()[3::4]) == {255}
        assert image.tobytes()[:3] == bytes(ImageColor.getrgb(ground))
        around = Image.new("L", image.size, 255)
        edge = image.width / 10 - 1
        ImageDraw.Draw(around).ellipse((edge, edge, image.width - edge, image.width - edge), fill=0)
        differing = ImageChops.difference(image.convert("RGB"), Image.new("RGB", image.size, ground)).convert("L")
        assert max(ImageChops.multiply(differing, around).tobytes()) <= 16
    assert len(plain) == len(cut) == 2


def test_a_project_brings_its_own_icons(tmp_path: Path) -> None:
    """A file of the name of a drawn one takes its place; a picture that is no drawing stands alone."""
    project = Path(shutil.copytree(SITE, tmp_path / "project"))
    static = project / "content/static"
    static.mkdir(exist_ok=True)
    touch = static / "apple-touch-icon.png"
    Image.new("RGB", (180, 180), "#ff0000").save(touch)
    assert built(project)["apple-touch-icon.png"] == touch.read_bytes()
    (static / "favicon.svg").unlink(missing_ok=True)
    Image.new("RGB", (32, 32), "#ff0000").save(static / "favicon.png")
    outputs = built(project)
    assert "manifest.webmanifest" not in outputs
    assert '<link rel="icon" href="favicon.png">' in outputs["index.html"].decode()
