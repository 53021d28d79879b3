"""The domain of a site stands in two places, `CNAME` for GitHub and `base_url`: do both say the same?"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from sitegen.model.tracker import Tracker
from sitegen.problems import Place, Problem

_CNAME = "content/static/CNAME"
_WWW = "www."  # GitHub leads from the one to the other


def other_domain(tracker: Tracker) -> Iterator[Problem]:
    """A `CNAME` that names another domain than `base_url`, to which all full addresses of the site lead."""
    host = urlsplit(tracker.site.base_url).hostname or ""
    for file in tracker.files:
        said = file.content.decode(errors="replace").strip().lower() if file.path == _CNAME else host
        if said.removeprefix(_WWW) != host.removeprefix(_WWW):
            message = f'this names the domain "{said}", and base_url in data/site.yaml "{host}"'
            yield Problem(Place(file.path, 1), "other-domain", message, f"there, write base_url: https://{said}/")
