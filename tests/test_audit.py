"""What the audit finds in finished outputs and recorded links."""

from __future__ import annotations

from sitegen.audit import audit
from sitegen.pages.output import Output, Rendered
from sitegen.pages.record.page import Page
from sitegen.problems import Place, Problem

LINK = Place("content/briefs/x.md", 7, 3)


def body(page: Page) -> bytes:
    """A page with all its ids on it."""
    return "".join(f'<p class="x" id="{name}">id="no" &lt;p id="no"&gt;</p>' for name in page.anchors).encode()


def rendered(*pages: Page, files: tuple[Output, ...] = ()) -> Rendered:
    """A site of these pages and files; every page has its output."""
    own = tuple(Output(f"{page.url.strip('/')}/index.html".lstrip("/"), body(page)) for page in pages)
    return Rendered((*own, *files), tuple(page.record() for page in pages), 0, ())


def found(site: Rendered) -> list[tuple[str, Place, str]]:
    """The problems as code, place and message."""
    return [(problem.code, problem.place, problem.message) for problem in audit(site)]


def test_a_clean_site_has_no_problem() -> None:
    """Links to pages, to places on them and to files are fine where these are there."""
    one, two = Page("/one/"), Page("/two/")
    two.anchor("place")
    for target in ("/two/", "/two/#place", "/feed.xml", "/feed.xml#x"):
        one.link(target, LINK)
    assert found(rendered(one, two, files=(Output("feed.xml", b""),))) == []


def test_a_link_to_no_page_is_told_where_its_author_wrote_it() -> None:
    """The place is the author's, and the hint is the nearest page."""
    one, two = Page("/one/"), Page("/companies/seres/")
    one.link("/companies/seras/", LINK)
    assert audit(rendered(one, two)) == [
        Problem(
            LINK, "broken-link", "there is no page /companies/seras/ on the site", 'did you mean "/companies/seres/"?'
        )
    ]


def test_a_link_to_no_place_on_a_page_is_told() -> None:
    """The page is there and the id is not."""
    one, two = Page("/one/"), Page("/two/")
    two.anchor("place")
    one.link("/two/#plaice", LINK)
    assert audit(rendered(one, two)) == [
        Problem(LINK, "broken-anchor", 'the page /two/ has no place called "#plaice"', 'did you mean "place"?')
    ]


def test_a_link_that_no_author_wrote_is_told_at_the_page_it_stands_on() -> None:
    """A template's broken link has the page's document as its place, or else the page."""
    page = Page("/one/")
    page.link("/none/")
    document = Place("content/one.md")
    assert found(rendered(page))[0][:2] == ("broken-link", Place("one/index.html"))
    site = Rendered((Output("one/index.html", b"", document),), (page.record(),), 0, ())
    assert found(site)[0][:2] == ("broken-link", document)


def test_two_outputs_of_one_url_clash() -> None:
    """The same path, the same path in other letters, a file where a folder is, and names we keep for ourselves."""
    author = Place("content/static/x")
    page = Page("/about/")
    for path in ("about/index.html", "About/Index.html", "about", "ABOUT", ".sitegen"):
        [problem] = audit(rendered(page, files=(Output(path, b"", author),)))
        assert (problem.code, problem.place) == ("output-clash", author), path
    assert audit(rendered(page, files=(Output("about/x.html", b"", author),))) == []
    assert len(audit(rendered(page, files=(Output("Shop/x", b"", author), Output("shop", b"", author))))) == 1


def test_an_id_that_stands_twice_on_a_page_is_told() -> None:
    """A chart that an author shows twice would have one id twice."""
    page = Page("/one/")
    page.anchor("chart-a")
    page.anchor("chart-a")
    [(code, place, message)] = found(rendered(page))
    assert (code, place) == ("repeated-anchor", Place("one/index.html"))
    assert '"chart-a"' in message
