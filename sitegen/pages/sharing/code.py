"""The code that shows a thing of the site in a frame of another page."""

from __future__ import annotations

import json

from msgspec import Struct

from sitegen import urls
from sitegen.pages.context import Context
from sitegen.pages.output import Output
from sitegen.pages.record.card import pending, published
from sitegen.urls import embed_url, oembed_url, output_path

WIDTH = 720
"""How wide, in pixels, a frame is whose height is known beforehand."""
SANDBOX = "allow-scripts allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation"
"""What a frame may do: say how high it is, and follow a link that its reader presses."""
LISTENER = """<script>
addEventListener("message", ({ data, source }) => {
  if (data?.type !== "embed-height" || !(data.height > 0)) return;
  for (const frame of document.querySelectorAll("iframe")) {
    if (frame.contentWindow === source) frame.height = Math.min(data.height, 10000);
  }
});
</script>"""
"""What the page around a frame needs for its height to follow its content; docs/sharing.md explains it."""


class Embed(Struct, frozen=True, kw_only=True):
    """A thing that other pages may show in a frame.

    url: the page whose folder holds the frame's. title: what it is called, in plain words. height: in pixels, enough
    for what it shows where the frame is WIDTH wide.
    """

    url: str
    title: str
    height: int


class EmbedCode(Struct, frozen=True, kw_only=True):
    """What a page offers to those who embed its thing.

    frame: the element to copy. listener: the script that gives it the height of its content. pending: the address to
    replace, where nobody else can reach that of the site yet; else "". described: the whole URL of its oEmbed file, or
    None.
    """

    frame: str
    listener: str
    pending: str
    described: str | None


def embed_code(context: Context, embed: Embed) -> EmbedCode:
    """What the page of a thing offers to those who embed it."""
    base = context.edition.base_url
    public = published(base)
    return EmbedCode(
        frame=_frame(base, embed),
        listener=LISTENER,
        pending=pending(base),
        described=urls.whole(base, oembed_url(embed.url)) if public else None,
    )


def described(context: Context, embed: Embed) -> tuple[Output, ...]:
    """The file that tells other programs how to embed a thing, as oEmbed 1.0 has it; none without a public address."""
    base = context.edition.base_url
    if not published(base):
        return ()
    site = context.tracker.site
    record = {
        "version": "1.0",
        "type": "rich",
        "title": embed.title,
        "provider_name": site.name,
        "provider_url": urls.whole(base, urls.HOME),
        "width": WIDTH,
        "height": embed.height,
        "html": _frame(base, embed),
    }
    text = json.dumps(record, ensure_ascii=False, indent=2) + "\n"
    return (Output(output_path(oembed_url(embed.url)), text.encode()),)


def _frame(base: str, embed: Embed) -> str:
    """The element that shows a thing in another page."""
    address = urls.whole(base, embed_url(embed.url))
    return (
        f'<iframe src="{_quoted(address)}" title="{_quoted(embed.title)}" width="100%" height="{embed.height}" '
        f'sandbox="{SANDBOX}" loading="lazy" style="border:0"></iframe>'
    )


def _quoted(text: str) -> str:
    """A text as it stands between the quotation marks of an attribute."""
    return text.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")
