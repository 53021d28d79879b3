"""GitHub's own converter. Its wrapper for Python frees nothing that it makes, which is 70 KB a document; this does."""

from __future__ import annotations

import ctypes

from cmarkgfm import _cmark, cmark
from cmarkgfm.cmark import Options

_OPTIONS = (
    Options.CMARK_OPT_FOOTNOTES
    | Options.CMARK_OPT_UNSAFE
    | Options.CMARK_OPT_SOURCEPOS
    | Options.CMARK_OPT_GITHUB_PRE_LANG
)
_EXTENSIONS = ("table", "autolink", "tagfilter", "strikethrough", "tasklist")
_LIBRARY = ctypes.CDLL(_cmark.__file__)


def github_html(text: str) -> str:
    """The HTML that GitHub makes of Markdown, with the lines of the text in `data-sourcepos`."""
    cmark.core_extensions_ensure_registered()
    parser = cmark.parser_new(_OPTIONS)
    for name in _EXTENSIONS:
        cmark.parser_attach_syntax_extension(parser, cmark.find_syntax_extension(name))
    cmark.parser_feed(parser, text)
    root = cmark.parser_finish(parser)
    html = _cmark.lib.cmark_render_html(root, _OPTIONS, cmark.parser_get_syntax_extensions(parser))
    said: str = _cmark.ffi.string(html).decode()
    _free("free", html)
    _free("cmark_node_free", root)
    cmark.parser_free(parser)
    return said


def _free(function: str, pointer: object) -> None:
    """Gives memory back, where the system lets the library's functions be seen (Windows does not)."""
    if (free := getattr(_LIBRARY, function, None)) is not None:
        free(ctypes.c_void_p(int(_cmark.ffi.cast("uintptr_t", pointer))))
