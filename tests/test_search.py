"""The search: the first hit is what was meant, by keyboard and on its own page, and nothing that is typed breaks it."""

from __future__ import annotations

import gzip
import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urljoin

import pytest
from browsing import WIDER, file, opened, violations, watched
from conftest import Built, served
from playwright.sync_api import Browser, Locator, Page, Route, expect

from sitegen.build import make
from sitegen.settings import Settings

SITES = Path(__file__).parent / "sites"
LARGEST = 42 * 1024
"""The most bytes of the index of our own site, compressed: of some 1,400 pages."""
MEANT = {
    "问界": "companies/seres/#aito",
    "赛力斯": "companies/seres/",
    "45,300": "data/aito/deliveries/#2025-Q1",
    "Yu7 January": "data/xiaomi-yu7/sales/#2026-01",
    "disputed": "claims/#disputed",
    "Mercedez": "companies/mercedes-benz/",
    "BMW Q1 2025": "data/bmw/deliveries/#2025-Q1",
    "market share": "data/#metric-nev-market-share",
    "HIMA": "companies/hima/",
    "Neue Klasse": "companies/bmw/#bmw-neue-klasse",
    "seres": "companies/seres/",
    "seres earnings": "data/seres/net-profit/",
    "What did Seres earn in 2025": "data/seres/net-profit/#2025-01/2025-09",
    "Ｓｅｒｅｓ": "companies/seres/",
    "鸿蒙智行": "companies/hima/",
    "aito m9": "companies/seres/#aito-m9",
    "M9 March 2025": "data/aito-m9/deliveries/#2025-03",
    "m9 2025-03": "data/aito-m9/deliveries/#2025-03",
    "问界 2025-Q1": "data/aito/deliveries/#2025-Q1",
    "45300": "data/aito/deliveries/#2025-Q1",
    "5,236": "data/aito-m9/deliveries/#2025-03",
    "145,176": "data/seres/revenue/#2024",
    "contradicted": "claims/#contradicted",
    "porshe": "companies/porsche/",
    "xaiomi": "companies/xiaomi/",
    "Li Auto": "companies/li-auto/",
    "理想": "companies/li-auto/",
    "gross margin": "data/#metric-gross-margin",
    "nio december 2025": "data/nio/deliveries/#2025-12",
    "seres revenue 2024": "data/seres/revenue/#2024",
    "methodology": "methodology/",
    "glossary": "glossary/",
    "rankings": "rankings/",
    "who leads": "rankings/",
    "who leads premium": "rankings/premium-2025/",
    "harmonyos cockpit": "capabilities/#harmonyos-cockpit",
    "five counts": "briefs/what-the-numbers-cannot-say/",
    "Soochow": "sources/soochow-securities-2025-04/",
    "小米YU7": "companies/xiaomi/#xiaomi-yu7",
    "小米 yu7 january": "data/xiaomi-yu7/sales/#2026-01",
    "小米汽车": "companies/xiaomi/",
    "问界M9": "companies/seres/#aito-m9",
    "问界2025年销量": "data/aito/deliveries/#2025",
    "aitom9": "companies/seres/#aito-m9",
    "ＡＩＴＯ　Ｍ９": "companies/seres/#aito-m9",
    "４５，３００": "data/aito/deliveries/#2025-Q1",
    "155 195": "data/bmw/deliveries/#2025-Q1",
    "155.195": "data/bmw/deliveries/#2025-Q1",
    "9.3%": "data/mercedes-benz/bev-share-worldwide/#2024",
    "37%": "charts/aito-m9-quarters/",
    "deliverys": "glossary/#wholesale-deliveries-retail-registrations",
    "how many cars did aito deliver in 2025": "data/aito/deliveries/#2025",
    "su7 2025-07": "data/xiaomi-su7/sales/#2025",
    "li auto 2025 deliveries": "data/li-auto/deliveries/#2025",
    "SERES H1 2025 REVENUE": "data/seres/revenue/#2025-H1",
    "mercedes abroad": "expansion/mercedes-benz/",
    "seres bmw": "compare/seres/bmw/",
    "unverified": "claims/#unverified",
    "Mercedes spreadsheet": "companies/mercedes-benz/",
    "BMW csv": "companies/bmw/",
    "download": "data/",
    "cite": "#cite",
    "Did Seres pass BMW": "",
    "esres": "companies/seres/",
    "how do I cite this": "#cite",
    "what are the latest changes": "changes/",
    "what is AITO": "companies/seres/#aito",
    "Seres profit": "data/seres/net-profit/",
    "price M9": "data/aito-m9/price-from/",
    "wholesale": "glossary/#wholesale-deliveries-retail-registrations",
    "what does wholesale mean": "glossary/#wholesale-deliveries-retail-registrations",
    "NEV": "glossary/#new-energy-vehicle-nev",
    "hands-free": "capabilities/#assisted-driving",
    "L3": "capabilities/#automated-driving",
    "Seres vs BMW": "compare/seres/bmw/",
    "autonomous": "capabilities/#automated-driving",
    "self-driving": "capabilities/#automated-driving",
    "FSD": "capabilities/#assisted-driving",
    "bar": "glossary/#marks",
    "bars": "glossary/#marks",
    "what do the bars mean": "glossary/#marks",
    "legend": "glossary/#signs",
    "which claims failed": "claims/",
    "how fresh are the data": "data/",
    "BMW BEV China 2025": "data/bmw/bev-deliveries/#2025",
    "save chart": "charts/",
    "download chart picture": "charts/",
}
HOSTILE = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "(a+)+$",
    ".*[^]\\",
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!",
    "🚗🚗 🚙",
    "   ",
    "مرحبا \u202eabc\u202c",
    "'\"&%00;--",
    "constructor __proto__",
    "x" * 10_000,
    "a " * 5_000,
    "!" * 10_000,
)


def box(page: Page) -> Locator:
    """The box of the masthead."""
    return page.locator(".masthead .search input")


def asked(page: Page, query: str) -> list[str]:
    """Where the hits under the box lead, in order, below the site."""
    status = page.locator(".masthead [role=status]")
    box(page).fill("")
    box(page).fill(query)
    expect(status).not_to_be_empty()
    return [href(each) for each in page.locator(".hits [role=option]").all()]


def href(hit: Locator) -> str:
    """Where a hit leads, below the site."""
    root = "new URL('..', document.querySelector('.search').action).href"
    return str(hit.evaluate(f"each => each.href.slice({root}.length)"))


def chosen(page: Page) -> str | None:
    """What a screen reader is told that the arrows have chosen."""
    id = "document.querySelector('.masthead input').getAttribute('aria-activedescendant')"
    words: str | None = page.evaluate(f"document.getElementById({id})?.innerText ?? null")
    return words


@pytest.fixture
def company(site: Built, browser: Browser) -> Iterator[Page]:
    """A company's page below a path, with the box in focus and the script there."""
    page = opened(browser, site._replace(root=site.below), "companies/seres/")
    box(page).focus()
    page.locator(".masthead .hits").wait_for(state="attached")
    yield page
    page.context.close()


def test_the_first_hit_is_what_was_meant(company: Page) -> None:
    """Names in any script, slips, values, periods, verdicts, and words of titles and headings."""
    found = {query: asked(company, query)[:1] for query in MEANT}
    assert {query: hits for query, hits in found.items() if hits != [MEANT[query]]} == {}


def test_a_period_without_a_value_says_so(company: Page) -> None:
    """It is said that no document has it, and the nearest value stands first; a period that is there is not missed."""
    for query, period, nearest in (
        ("BMW first quarter 2026", "Q1\u00a02026", "data/bmw/deliveries/#2025-Q4"),
        ("lexus 2025-03", "Mar\u00a02025", "data/lexus/sales/#2025"),
    ):
        assert asked(company, query)[0] == nearest
        assert company.locator(".hits p").inner_text() == (
            f"No number for {period} was found in our documents. These are the nearest."
        )
    parts = (
        ("Seres profit 2025", "2025", "2025-01/2025-09"),  # the longest part
        ("aito 2026", "2026", "2026-01"),
        ("Zeekr 2025", "2025", "2025-Q3"),  # and no target of the year
    )
    for query, year, part in parts:
        assert asked(company, query)[0].endswith(f"#{part}")
        assert company.locator(".hits p").inner_text() == (
            f"None of our documents gives {year} as a whole. These are parts of it."
        )
    for query in ("AITO fourth quarter 2025", "seres revenue 2024", "nio december 2025", "Seres vs BMW"):
        asked(company, query)
        expect(company.locator(".hits p")).to_have_count(0)


def test_a_name_is_not_taken_for_another(company: Page) -> None:
    """Who slips begins with the right letter or the second; what begins with another, or is short capitals, is none."""
    for query in ("BAIC", "baic", "DUDI", "AUDY"):
        assert asked(company, query) == [], query
    assert asked(company, "audy")[0] == "companies/audi/"


def test_a_number_is_no_part_of_another(company: Page) -> None:
    """A number is found whole, or by what it begins with as it is written."""
    for query, part, other in (
        ("80,000", "80,000", "800,000"),
        ("80000", "80,000", "800,000"),
        ("BMW 625", "625,527", "162,5"),
    ):
        asked(company, query)
        said = " ".join(company.locator(".hits [role=option]").all_inner_texts())
        assert part in said, query
        assert other not in said, query


def test_what_has_all_words_stands_alone(company: Page) -> None:
    """Where something is called by all words, what has only some of them is no hit, however well it is known."""
    assert asked(company, "hands-free") == ["capabilities/#assisted-driving"]
    profit = asked(company, "Seres profit")
    assert profit[:2] == ["data/seres/net-profit/", "data/seres/net-profit-consolidated/"]
    assert not {"companies/seres/", "companies/seres/#seres-3", "expansion/seres/"} & {*profit}


def test_hits_that_are_called_alike_are_told_apart(company: Page) -> None:
    """Metrics with one label by their units, and a series without a value by the reason."""
    asked(company, "list price from")
    two = company.locator(".hits [role=option]").all_inner_texts()[:2]
    assert {text.split("\n")[-1] for text in two} == {"yuan", "euros"}
    asked(company, "AITO M9 list price up to")
    assert company.locator(".hits .quiet").first.inner_text() == "only numbers that we do not use"


def test_the_longest_series_of_a_name_stands_first(company: Page) -> None:
    """Who asks for a maker meets the series with most values, and not one with a shorter name."""
    first = {name: next(hit for hit in asked(company, name) if hit.startswith("data/")) for name in ("aito", "bmw")}
    assert first == {"aito": "data/aito/deliveries/", "bmw": "data/bmw/deliveries/"}


def test_hits_say_what_they_are(company: Page) -> None:
    """A value has its number, unit and period, which no line parts, a claim its verdict, and each its kind."""
    asked(company, "45,300")
    assert company.locator(".hits [role=option]").first.inner_text().split("\n") == [
        "Numbers",
        "AITO deliveries",
        "about 45,300 vehicles (Q1\u00a02025)",
    ]
    asked(company, "seres sold more than 80,000")
    assert "Contradicted · Said by" in company.locator(".hits [role=option]").first.inner_text()


def test_nothing_is_fetched_before_somebody_searches(site: Built, browser: Browser) -> None:
    """A page loads neither the index nor its script; `/` puts the box in focus and brings both."""
    page = opened(browser, site, "")
    asked_for: list[str] = []
    page.on("request", lambda request: asked_for.append(request.url.removeprefix(site.root)))
    page.goto(site.root + "sources/", wait_until="networkidle")
    assert not [url for url in asked_for if "search" in url]
    page.keyboard.press("/")
    page.locator(".masthead .hits").wait_for(state="attached")
    assert box(page).evaluate("each => each === document.activeElement && each.value === ''")
    asked(page, "seres")
    assert [url for url in asked_for if "search" in url] == ["assets/search.js", "search/index.json"]
    page.context.close()


def test_the_list_is_a_combobox(company: Page) -> None:
    """Arrows choose and wrap around, Escape closes and then empties, Enter opens what is chosen; axe finds nothing."""
    faults = watched(company, company.url.split("companies")[0])
    hits = asked(company, "seres")
    assert box(company).get_attribute("aria-expanded") == "true"
    company.keyboard.press("ArrowDown")
    company.keyboard.press("ArrowDown")
    assert chosen(company) == company.locator(".hits [role=option]").nth(1).inner_text()
    assert company.locator(".hits [aria-selected=true]").count() == 1
    assert violations(company) == []
    company.keyboard.press("ArrowUp")
    company.keyboard.press("ArrowUp")
    assert chosen(company) is None
    company.keyboard.press("ArrowUp")
    assert chosen(company) == company.locator(".hits [role=option]").last.inner_text()
    company.keyboard.press("Escape")
    assert not company.locator(".hits").is_visible()
    assert box(company).get_attribute("aria-expanded") == "false"
    assert box(company).input_value() == "seres"
    company.keyboard.press("Escape")
    assert box(company).input_value() == ""
    asked(company, "li auto")
    company.keyboard.press("ArrowDown")
    company.keyboard.press("Enter")
    company.wait_for_url("**/companies/li-auto/")
    assert hits[8] == "search/?q=seres"
    assert len(hits) == 9
    assert faults == []


def test_the_list_fits_a_phone(site: Built, browser: Browser) -> None:
    """The box, the list and the page of the search are as wide as the window at 360 pixels, light and dark."""
    schemes: tuple[Literal["light", "dark"], ...] = ("light", "dark")
    for scheme in schemes:
        context = browser.new_context(viewport={"width": 360, "height": 700}, color_scheme=scheme)
        page = context.new_page()
        page.goto(site.root + "claims/")
        box(page).focus()
        asked(page, "did seres sell 80,000 vehicles")
        assert page.evaluate(WIDER) == 0
        area = page.locator(".hits").bounding_box()
        assert area is not None
        assert area["x"] >= 0
        assert area["x"] + area["width"] <= 360
        assert area["width"] > 300
        page.goto(site.root + "search/?q=seres")
        page.locator(".found h2").first.wait_for()
        assert page.evaluate(WIDER) == 0
        assert violations(page) == []
        context.close()


def test_enter_asks_the_page_of_the_search(site: Built, browser: Browser) -> None:
    """It lists hits by kind, the best kind first, keeps the question in the address, and says how many there are."""
    page = opened(browser, site, "claims/")
    faults = watched(page, site.root)
    box(page).fill("BMW Q1 2025")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=BMW+Q1+2025")
    page.locator(".found h2").first.wait_for()
    assert page.locator(".found h2").first.inner_text().startswith("Numbers")
    assert href(page.locator(".found a").first) == "data/bmw/deliveries/#2025-Q1"
    assert "Results: " in page.locator("main [role=status]").inner_text()
    assert not page.locator(".everything").is_visible()
    page.locator("main .search input").fill("Mercedez")
    page.wait_for_url("**/search/?q=Mercedez")
    expect(page.locator("main [role=status]")).to_contain_text("mercedes")
    for nothing in ("qwertzuiop", ""):
        page.locator("main .search input").fill(nothing)
        expect(page.locator(".everything")).to_be_visible()
        expect(page.locator(".found")).to_be_empty()
    page.context.close()
    assert faults == []


def test_what_is_typed_before_the_script_is_there_stays(site: Built, browser: Browser) -> None:
    """On a slow line the reader is faster than the script: the words stand, and are looked for."""
    page = browser.new_page()
    late: list[Route] = []
    page.route("**/search.js", lambda route: late.append(route))
    page.goto(site.root + "search/", wait_until="commit")
    field = page.locator("main .search input")
    field.fill("AITO")
    while not late:
        page.wait_for_timeout(20)
    late[0].continue_()
    page.locator(".found h2").first.wait_for()
    assert field.input_value() == "AITO"
    page.close()


def test_without_scripts_everything_is_listed(site: Built, browser: Browser) -> None:
    """The form leads to the page, which has every kind with a way to every thing, or to the index that has them."""
    page = opened(browser, site, "claims/", java_script_enabled=False)
    box(page).fill("问界")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=*")
    index = json.loads((site.folder / "search" / "index.json").read_text())
    links = set(page.evaluate("[...document.querySelectorAll('main a')].map(each => each.href)"))
    kinds = {number: label for number, (label, *_) in enumerate(index["kinds"])}
    missing = {kinds[row[0]] for row in index["things"] if site.root + url(index, row) not in links}
    assert missing == {"Sources"}
    assert site.root + "sources/" in links
    assert page.locator("main .unscripted").is_visible()
    assert not page.locator("main .search").is_visible()
    assert not page.locator("ul.examples").is_visible()
    assert [label for label in kinds.values() if not page.locator("h2", has_text=label).first.is_visible()] == []
    page.context.close()


def test_who_asks_nothing_is_shown_how_to_ask(site: Built, browser: Browser) -> None:
    """A name with a period, two names, who leads, a verdict: each finds what answers it."""
    page = opened(browser, site, "search/")
    assert page.locator("main h2:visible").count() == 0  # the list of everything is for who cannot search
    examples = {link.inner_text(): str(link.get_attribute("href")) for link in page.locator("ul.examples a").all()}
    firsts = []
    for href in examples.values():
        page.goto(urljoin(f"{site.root}search/", href))
        firsts.append(str(page.locator(".found a").first.get_attribute("href")).removeprefix(site.root))
    page.context.close()
    assert [*examples][1:] == ["Seres Group BMW Group", "who leads", "Contradicted"]
    assert [each.partition("/")[0] for each in firsts] == ["data", "compare", "rankings", "claims"]


def test_the_page_of_the_search_has_the_menu_where_others_have_it(site: Built, browser: Browser) -> None:
    """On a telephone too, where the box of other pages is not shown: the page has its own."""
    found = []
    for url in ("search/", "glossary/"):
        page = opened(browser, site, url, viewport={"width": 360, "height": 800})
        found.append([page.locator(f".masthead {each}").bounding_box() for each in (".menu > summary", ".theme")])
        assert page.locator(".masthead .search").is_hidden() == (url == "search/")
        page.context.close()
    assert found[0] == found[1]


def test_what_the_index_names_is_there_and_small(site: Built) -> None:
    """Every hit leads to a page, and to an id on it; compressed, the index is within its weight."""
    content = (site.folder / "search" / "index.json").read_bytes()
    index, texts = json.loads(content), {page: file(site, page).read_text() for page in site.pages}
    lost = []
    for row in index["things"]:
        page, _, place = url(index, row).partition("#")
        runs = row[6] if len(row) > 6 else []
        periods = [index["periods"][run[0] + at][0] for run in runs for at in range(len(run) - 1)]
        ids = [place, *periods] if place else periods
        lost += [f"{row[1]}: {page}#{id}" for id in ids if f'id="{id}"' not in texts[page]]
    assert lost == []
    assert len(gzip.compress(content, mtime=0)) <= LARGEST


def test_nothing_that_is_typed_breaks_it(company: Page) -> None:
    """Markup, signs of regular expressions, emoji, spaces, other directions, very long texts: no error."""
    faults = watched(company, company.url.split("companies")[0])
    company.on("dialog", lambda dialog: faults.append(dialog.message))
    for query in HOSTILE:
        box(company).fill(query)
        box(company).press("ArrowDown")
    assert asked(company, "seres")[:1] == ["companies/seres/"]
    for query in HOSTILE:
        company.goto(company.url.split("companies")[0].split("search")[0] + "search/")
        company.locator("main .search input").fill(query)
    company.locator("main .search input").fill("seres")
    company.locator(".found h2").first.wait_for()
    assert faults == []


def url(index: dict[str, Any], row: list[Any]) -> str:
    """Where a thing of the index is, below the root of the site."""
    return str(index["kinds"][row[0]][3] + row[2])


def built(project: Path) -> dict[str, Any]:
    """The index of a project."""
    outputs = make(Settings(project=project, cache=False, lenient=True), lambda stage: None).outputs
    index: dict[str, Any] = json.loads(outputs["search/index.json"])
    return index


def test_the_words_of_the_script_are_those_of_the_catalogue(tmp_path: Path) -> None:
    """A project's own words reach the script, with their slots open; drafts do not reach it."""
    project = Path(shutil.copytree(SITES / "pages", tmp_path / "project"))
    (project / "data" / "words.yaml").write_text("search.script.nothing: 'No {query} here'\nsection.claims: Sayings\n")
    (project / "content" / "briefs" / "hid.md").write_text(
        "---\ntitle: A hidden brief\nsummary: Hidden.\ndate: 2025-05-01\ndraft: true\n---\n\nText.\n"
    )
    index = built(project)
    assert index["words"]["nothing"] == "No {query} here"
    assert "hidden" not in json.dumps(index)


def test_letters_of_german_are_forgiven(tmp_path: Path, browser: Browser) -> None:
    """Names with umlauts are found without them, and ß as ss; names with signs of HTML stand as they are."""
    project = Path(shutil.copytree(SITES / "pages", tmp_path / "project"))
    with (project / "data" / "site.yaml").open("a") as file:
        file.write("language: de\nlocale: de\n")
    firm = "kind: company\nname: Münchner Straßenwärme <b>GmbH</b> & Söhne\ncountry: de\n"
    (project / "data" / "companies" / "strassenwaerme.yaml").write_text(firm)
    outputs = make(Settings(project=project, cache=False, lenient=True), lambda stage: None).outputs
    for path, content in outputs.items():
        there = tmp_path / "site" / path
        there.parent.mkdir(parents=True, exist_ok=True)
        there.write_bytes(content)
    with served(tmp_path / "site") as root:
        page = browser.new_page()
        faults = watched(page, root)
        page.goto(root)
        box(page).focus()
        page.locator(".masthead .hits").wait_for(state="attached")
        for query in ("Munchner", "MÜNCHNER", "strassenwarme", "Straßenwärme", "Muenchner", "sohne gmbh"):
            assert asked(page, query)[:1] == ["companies/strassenwaerme/"], query
            title = page.locator(".hits .title").first.inner_text()
            assert title == "Münchner Straßenwärme <b>GmbH</b> & Söhne"
        page.close()
    assert faults == []


UNFOLD = "document.querySelectorAll('details').forEach(each => { each.open = true; })"


def lines(page: Page) -> list[str]:
    """The lines of the lists that are in sight."""
    visible = "each => each.getClientRects().length"
    selector = "main :is(.lines > li, table tbody tr, dd > a, .also > a)"
    words: list[str] = page.evaluate(
        f"[...document.querySelectorAll('{selector}')].filter({visible}).map(each => each.innerText)"
    )
    return words


@pytest.mark.parametrize(
    ("name", "typed", "left", "heads"),
    [
        ("claims/", "supported bmw", "", ["Supported"]),
        ("claims/", "DISPUTED", "", ["Disputed"]),
        ("data/", "li auto", "Li Auto", []),
        ("sources/", "soochow 2025年一季", "2025年一季报点评", []),
    ],
)
def test_lists_are_filtered(site: Built, browser: Browser, name: str, typed: str, left: str, heads: list[str]) -> None:
    """Only lines with all words stay, with their headings; how many things is said, and the address keeps the words."""
    depth = 3 if name == "data/" else 2
    page = opened(browser, site, name)
    faults = watched(page, site.root)
    main = page.locator("main")
    whole = main.inner_text()
    page.evaluate(UNFOLD)
    every = lines(page)
    page.reload()
    field = page.locator(".filter input")
    field.fill(typed)
    expect(page.locator(".filter output")).not_to_be_empty()
    kept = lines(page)
    assert 0 < len(kept) < len(every)
    shown, count = page.locator(".filter output").inner_text().split(" of ")
    assert 0 < int(shown) <= len(kept)
    assert int(count) == sum(page.startswith(name) and page.count("/") == depth for page in site.pages)
    assert [line for line in kept if left not in line] == []
    if heads:
        assert {each.split()[0] for each in page.locator("article h2:visible").all_inner_texts()} == set(heads)
    assert violations(page) == []
    page.reload()
    expect(page.locator(".filter output")).not_to_be_empty()
    assert lines(page) == kept
    field.fill("nobody calls anything like this")
    assert page.locator(".filter output").inner_text() == f"0 of {count} · Search the whole site"
    href = page.locator(".filter output a").get_attribute("href")
    assert href == f"{site.root}search/?q=nobody+calls+anything+like+this"
    field.press("Escape")
    assert "filter" not in page.url
    assert main.inner_text() == whole
    page.evaluate(UNFOLD)
    assert lines(page) == every
    page.context.close()
    assert faults == []


def test_without_scripts_there_is_no_filter(site: Built, browser: Browser) -> None:
    """A box that would do nothing is not shown."""
    page = opened(browser, site, "claims/", java_script_enabled=False)
    assert not page.locator(".filter").is_visible()
    page.context.close()


def test_a_value_that_was_not_counted_says_so(site: Built) -> None:
    """A target and a value that is not used are found, and nobody takes one for a count."""
    things = json.loads((site.folder / "search" / "index.json").read_bytes())["things"]
    [zeekr] = [thing for thing in things if len(thing) > 6 and thing[2] == "zeekr/deliveries/"]
    said = [value for run in zeekr[6] for held in run[1:] if isinstance(held, list) for value in held]
    assert "320,000 vehicles, target" in said
    assert any(value.partition("|")[0].endswith(", not used") for value in said)


def test_another_source_is_said_beside_a_first(company: Page) -> None:
    """A value that stands alone in its period is not called another one."""
    assert asked(company, "Seres exports 2024")[0] == "data/seres/exports/#2024"
    assert company.locator(".hits .quiet").first.inner_text() == "50,000 vehicles, target (2024)"
    asked(company, "490,000")
    assert company.locator(".hits .quiet").first.inner_text().endswith("not used (2025), another source")
