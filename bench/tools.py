"""The generators that are compared: how each lays out the same briefs, builds them and serves them.

Every peer gets the smallest theme that shows a brief (title, summary, body), a list of all briefs and a home page.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from briefs import Brief
from tracker import brief_text

ROOT = Path(__file__).parent.parent
PEERS = ROOT / ".venv" / "peers"
ELEVENTY = PEERS / "node_modules" / ".bin" / "eleventy"
PAGE = "<!doctype html><html lang=en><meta charset=utf-8><title>{title}</title><h1>{title}</h1>{body}</html>"


@dataclass(frozen=True, slots=True)
class Tool:
    """A generator.

    lay: writes the briefs into a folder; None where the tracker is laid by `tracker`. file: a brief's file by its
    slug. output: where the site stands. caches: what a cold build deletes besides. build, serve: the commands, run in
    the folder; serve takes a port. prefix: of a brief's address before `briefs/<slug>/`.
    """

    name: str
    lay: Callable[[Path, Sequence[Brief]], None] | None
    file: str
    output: str
    caches: tuple[str, ...]
    build: tuple[str, ...]
    serve: Callable[[int], tuple[str, ...]]


def _hugo(folder: Path, briefs: Sequence[Brief]) -> None:
    config = {
        "baseURL": "https://example.org/",
        "title": "Bench",
        "disableKinds": ["taxonomy", "term"],
        "markup": {"highlight": {"codeFences": False}, "goldmark": {"renderer": {"unsafe": True}}},
    }
    _put(folder / "hugo.json", json.dumps(config))
    listing = '{{ range .Pages }}<p><a href="{{ .RelPermalink }}">{{ .Title }}</a></p>{{ end }}'
    single = PAGE.format(title="{{ .Title }}", body="<p>{{ .Params.summary }}</p>{{ .Content }}")
    _put(folder / "layouts/_default/single.html", single)
    _put(folder / "layouts/_default/list.html", PAGE.format(title="{{ .Title }}", body=listing))
    for brief in briefs:
        _put(folder / f"content/briefs/{brief.slug}.md", brief_text(brief))


def _eleventy(folder: Path, briefs: Sequence[Brief]) -> None:
    _put(
        folder / "eleventy.config.js",
        "export default (config) => { config.setServerOptions({ liveReload: true }); "
        'return { dir: { input: "content", output: "_site" }, markdownTemplateEngine: false }; };\n',
    )
    _put(folder / "package.json", '{"type": "module"}\n')
    _put(
        folder / "content/_includes/brief.njk",
        PAGE.format(title="{{ title }}", body="<p>{{ summary }}</p>{{ content | safe }}"),
    )
    _put(folder / "content/briefs/briefs.json", json.dumps({"layout": "brief.njk", "tags": "brief"}))
    listing = '{% for b in collections.brief %}<p><a href="{{ b.url }}">{{ b.data.title }}</a></p>{% endfor %}'
    _put(folder / "content/index.njk", PAGE.format(title="Bench", body=listing))
    for brief in briefs:
        _put(folder / f"content/briefs/{brief.slug}.md", brief_text(brief))


def _pelican(folder: Path, briefs: Sequence[Brief]) -> None:
    settings = """\
SITENAME, SITEURL, PATH, OUTPUT_PATH, TIMEZONE = "Bench", "", "content", "output", "UTC"
THEME, ARTICLE_PATHS = "theme", ["briefs"]
ARTICLE_URL, ARTICLE_SAVE_AS = "briefs/{slug}/", "briefs/{slug}/index.html"
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
DIRECT_TEMPLATES, CATEGORY_SAVE_AS, AUTHOR_SAVE_AS, TAG_SAVE_AS = ["index"], "", "", ""
DEFAULT_PAGINATION = False
_EXTENSIONS = {"markdown.extensions.extra": {}, "markdown.extensions.meta": {}}
MARKDOWN = {"extension_configs": _EXTENSIONS, "output_format": "html5"}
"""
    _put(folder / "pelicanconf.py", settings)
    body = "<p>{{ article.summary }}</p>{{ article.content }}"
    _put(folder / "theme/templates/article.html", PAGE.format(title="{{ article.title }}", body=body))
    listing = '{% for a in articles %}<p><a href="{{ a.url }}">{{ a.title }}</a></p>{% endfor %}'
    _put(folder / "theme/templates/index.html", PAGE.format(title="Bench", body=listing))
    _put(folder / "theme/static/x.css", "")
    for brief in briefs:
        head = f"Title: {brief.title}\nDate: {brief.day}\nSlug: {brief.slug}\nSummary: {brief.summary}\n\n"
        _put(folder / f"content/briefs/{brief.slug}.md", head + brief.body)


def _mkdocs(folder: Path, briefs: Sequence[Brief]) -> None:
    config = """\
site_name: Bench
theme: {name: null, custom_dir: theme}
plugins: []
markdown_extensions: [extra]
validation: {links: {absolute_links: ignore, not_found: ignore}, nav: {omitted_files: ignore}}
"""
    _put(folder / "mkdocs.yml", config)
    _put(folder / "theme/main.html", PAGE.format(title="{{ page.title }}", body="{{ page.content }}"))
    _put(folder / "theme/404.html", "<!doctype html><title>Not found</title>")
    links = "\n".join(f"- [{brief.title}](briefs/{brief.slug}.md)" for brief in briefs)
    _put(folder / "docs/index.md", f"# Bench\n\n{links}\n")
    for brief in briefs:
        _put(folder / f"docs/briefs/{brief.slug}.md", brief_text(brief))


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


_BIN = str(PEERS / "bin")
_SITEGEN = (sys.executable, "-m", "sitegen")
SITEGEN = Tool(
    "sitegen",
    None,
    "content/briefs/{}.md",
    "site",
    (".sitegen-cache",),
    (*_SITEGEN, "build", "-q"),
    lambda port: (*_SITEGEN, "serve", "-q", "--port", str(port)),
)
TOOLS = (
    SITEGEN,
    Tool(
        "Hugo, no highlighting",
        _hugo,
        "content/briefs/{}.md",
        "public",
        ("resources",),
        (f"{_BIN}/hugo", "--quiet"),
        lambda port: (f"{_BIN}/hugo", "server", "--quiet", "--port", str(port), "--renderToMemory"),
    ),
    Tool(
        "Eleventy",
        _eleventy,
        "content/briefs/{}.md",
        "_site",
        (".cache",),
        (str(ELEVENTY), "--quiet"),
        lambda port: (str(ELEVENTY), "--quiet", "--serve", f"--port={port}"),
    ),
    Tool(
        "Pelican",
        _pelican,
        "content/briefs/{}.md",
        "output",
        ("cache", "__pycache__"),
        (f"{_BIN}/pelican", "-q", "-s", "pelicanconf.py"),
        lambda port: (f"{_BIN}/pelican", "-q", "-lr", "-p", str(port), "-s", "pelicanconf.py"),
    ),
    Tool(
        "MkDocs",
        _mkdocs,
        "docs/briefs/{}.md",
        "site",
        (),
        (f"{_BIN}/mkdocs", "build", "-q"),
        lambda port: (f"{_BIN}/mkdocs", "serve", "-q", "-a", f"127.0.0.1:{port}"),
    ),
)
