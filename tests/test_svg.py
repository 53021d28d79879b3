"""SVG from authors: a picture passes, and nothing that could run or fetch does."""

from __future__ import annotations

import pytest

from sitegen.load.svg import svg_fault

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:h="http://www.w3.org/1999/xhtml"'

PICTURES = {
    "shapes": f'{HEAD} viewBox="0 0 1 1"><g fill="url(#a)"><path d="M0 0"/><use href="#b"/></g></svg>',
    "style": f"{HEAD}><style>.a {{ fill: red; filter: url('#b') }}</style><text>a\\b javascript: onload</text></svg>",
    "photo": f'{HEAD}><image xlink:href="data:image/png;base64,iVBORw0KGgo="/></svg>',
    "declared": f'<?xml version="1.0" encoding="utf-8"?><!DOCTYPE svg SYSTEM "x.dtd">{HEAD}/>',
    "another direction": f'{HEAD}><g style="flex-direction: row"/></svg>',
    "accents": f'{HEAD}><title>Müller 问界</title><text x="1">a direction: of<tspan>b</tspan></text></svg>',
    "notes": f'{HEAD} xmlns:s="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd"><s:namedview s:path="C:\\x"/></svg>',
}
FAULTS = {
    "script": f"{HEAD}><script>alert(1)</script></svg>",
    "prefixed script": '<s:svg xmlns:s="http://www.w3.org/2000/svg"><s:script/></s:svg>',
    "html": f"{HEAD}><h:script>alert(1)</h:script></svg>",
    "html as root": '<html xmlns="http://www.w3.org/1999/xhtml"><body/></html>',
    "foreign": f"{HEAD}><foreignObject><h:iframe/></foreignObject></svg>",
    "event": f'{HEAD}><rect onclick="alert(1)"/></svg>',
    "animated link": f'{HEAD}><set attributeName="href" to="javascript:alert(1)"/></svg>',
    "link": f'{HEAD}><a href="https://example.org/"/></svg>',
    "image": f'{HEAD}><image href="https://example.org/x.png"/></svg>',
    "image by xlink": f'{HEAD}><image xlink:href="//example.org/x.png"/></svg>',
    "svg in data": f'{HEAD}><image href="data:image/svg+xml;base64,PHN2Zz4="/></svg>',
    "use": f'{HEAD}><use href="other.svg#a"/></svg>',
    "base": f'{HEAD} xml:base="https://example.org/"/>',
    "paint": f'{HEAD}><rect fill="url(https://example.org/x)"/></svg>',
    "style": f"{HEAD}><rect style=\"background: URL( 'https://example.org/x' )\"/></svg>",
    "import": f"{HEAD}><style><![CDATA[@import 'x.css';]]></style></svg>",
    "escaped import": f"{HEAD}><style>@\\69mport 'x.css';</style></svg>",
    "entities": f'<!DOCTYPE svg [<!ENTITY a "b">]>{HEAD}/>',
    "stylesheet": f'<?xml-stylesheet href="x.css"?>{HEAD}/>',
    "turned text": f"{HEAD}><text>\u202e54</text></svg>",
    "turned text by reference": f"{HEAD}><text>&#x202E;54</text></svg>",
    "unseen space": f"{HEAD}><title>8\u200b0</title></svg>",
    "unseen name": f'{HEAD}><g id="a\u200b"/></svg>',
    "direction": f'{HEAD}><text direction="rtl">54</text></svg>',
    "bidi": f'{HEAD}><text unicode-bidi="bidi-override">54</text></svg>',
    "direction in a style": f'{HEAD}><text style="fill:red;direction : rtl">54</text></svg>',
    "direction behind a note": f"{HEAD}><style>text {{ direction /* a\nb */ : rtl }}</style></svg>",
    "bidi in the style": f"{HEAD}><style>text {{ UNICODE-BIDI: bidi-override }}</style></svg>",
    "not xml": "<svg><rect></svg>",
    "nothing": "",
    "another encoding": f'<?xml version="1.0" encoding="utf-7"?>{HEAD}/>',
    "an encoding of Python's": f'<?xml version="1.0" encoding="cp037"?>{HEAD}/>',
    "no encoding": f'<?xml version="1.0" encoding="nothing"?>{HEAD}/>',
}


@pytest.mark.parametrize("name", PICTURES)
def test_pictures_pass(name: str) -> None:
    """What drawing programs write is taken, be it as UTF-8 or as UTF-16."""
    assert svg_fault(PICTURES[name].encode()) is None
    if "declared" not in name:
        assert svg_fault(PICTURES[name].encode("utf-16")) is None


@pytest.mark.parametrize("name", FAULTS)
def test_what_is_more_than_a_picture_is_refused(name: str) -> None:
    """Each has a line and words for an editor, in any encoding that XML knows."""
    for encoding in ("utf-8", "utf-16"):
        fault = svg_fault(FAULTS[name].encode(encoding))
        assert fault is not None
        assert fault[0] >= 1
        assert fault[1]
