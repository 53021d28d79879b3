"""Words of quantity, order and comparison in Han characters, looked for in every text."""

from __future__ import annotations

from sitegen.check.text.lists.wordlist import FIGURE, Term

CHARACTERS: tuple[Term, ...] = (
    Term(
        "quantity",
        True,
        (
            "一半|过半|半分(?!か)|過半|半数|[二三四五六七八九]成(?!为|為|立|功|了)|[三四五]分之[一二三四]|数[百千万萬亿億]|[几幾][百千万萬亿億十]",
        ),
    ),
    Term("comparative", True, ("翻[了]?[一两三]?番|翻倍|倍增|倍増|减半|減半|半減",), multiple=True),
    Term(
        "comparative",
        True,
        (
            rf"(?:超过|超過|高于|低于|多于|少于|超え)(?! ?[\d{FIGURE}])"
            "|超越|反超|赶超|[をが]抜[いきくか]|追い抜|领先|領先|落后|落後|上回[るっ]",
        ),
    ),
    Term(
        "superlative",
        True,
        (
            rf"最[大高多低小少快强強畅暢热熱](?!时|時|で? ?{FIGURE})"
            "|冠军|冠軍|榜首|首位|销冠|銷冠|历史新高|歷史新高|创纪录|過去最|龙头|龍頭",
        ),
    ),
    Term("superlative", True, ("第一(?=[名位大的]|[^一-鿿]|$)",)),
    Term("order", False, ("第[二三四五六七八九十](?:名|位|大)|垫底|墊底",)),
)
