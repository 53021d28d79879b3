"""The address of the site in what machines read: whole, and in signs that all of them take."""

from __future__ import annotations

import shutil
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.build import make
from sitegen.reading.web import AddressError, site_address
from sitegen.settings import Settings
from sitegen.urls import whole

SITES = Path(__file__).parent / "sites"


@pytest.mark.parametrize(
    ("written", "machines"),
    [
        ("https://bücher.example/", "https://xn--bcher-kva.example/"),
        ("https://Größe.Bücher.eu/straße", "https://xn--gre-6ka8i.xn--bcher-kva.eu/stra%C3%9Fe/"),
        ("https://例え.テスト:8443/電気/", "https://xn--r8jz45g.xn--zckzah:8443/%E9%9B%BB%E6%B0%97/"),
        ("https://ｄｅｓｋ.example/", "https://desk.example/"),
        ("http://[::1]:80/a%20b/~c", "http://[::1]:80/a%20b/~c/"),
        ("https://example.org", "https://example.org/"),
    ],
)
def test_the_address_of_a_site_is_written_as_machines_take_it(written: str, machines: str) -> None:
    """Hosts in Punycode, paths in codes, and what was in such signs already stays."""
    assert site_address(written) == machines
    assert site_address(machines) == machines


@given(st.text(st.characters(exclude_categories=["C"]), max_size=40))
def test_whole_addresses_are_ascii_and_lead_to_the_same_file(name: str) -> None:
    """Whatever a file is called, a browser that reads its address asks for that name."""
    address = whole("https://example.org/a/", f"/{name}")
    assert address.isascii()
    assert not set(address) & set(" <>\"'\\^`{|}")
    if not set(name) & set("?#"):
        assert unquote(urlsplit(address).path) == f"/a/{name}"


@pytest.mark.parametrize(
    ("repository", "published"),
    [
        ("https://github.com/Anna/bread", "https://anna.github.io/bread/"),
        ("https://www.github.com/anna/bread.git", "https://anna.github.io/bread/"),
        ("https://github.com/anna/anna.github.io/tree/main", "https://anna.github.io/"),
        ("https://gitlab.com/anna/bread/", "https://anna.gitlab.io/bread/"),
    ],
)
def test_a_repository_is_no_address_of_a_site(repository: str, published: str) -> None:
    """The page of a repository is refused, with the address that the host publishes it under."""
    with pytest.raises(AddressError) as caught:
        site_address(repository)
    assert f"write {published}, or" in caught.value.hint


@given(st.text(max_size=60))
def test_any_text_is_an_address_or_refused(text: str) -> None:
    """No text that somebody writes as the address of a site ends in another error."""
    try:
        found = site_address(f"https://{text}")
    except AddressError:
        return
    assert found.isascii()


@pytest.mark.slow
def test_no_file_of_a_site_has_its_address_in_other_signs(tmp_path: Path) -> None:
    """A domain with umlauts stands in no page, feed, download or list in letters that not every machine takes."""
    project = Path(shutil.copytree(SITES / "lives", tmp_path / "project"))
    site = project / "data/site.yaml"
    line = next(line for line in site.read_text().splitlines() if line.startswith("base_url:"))
    site.write_text(site.read_text().replace(line, "base_url: https://bücher-größe.dev/pfad-ä/"))
    outputs = make(Settings(project=project, cache=False, lenient=True), lambda stage: None).outputs
    assert not [name for name in outputs if any(part.encode() in outputs[name] for part in ("bücher", "pfad-ä"))]
    own = "https://xn--bcher-gre-n1a6wic.dev/pfad-%C3%A4/"
    assert len([name for name in outputs if own.encode() in outputs[name]]) > 20
    assert f"Sitemap: {own}sitemap.xml" in outputs["robots.txt"].decode()
    assert b'href="/pfad-%C3%A4/' in outputs["404.html"]
