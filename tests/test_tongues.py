"""Sentences of several languages and markets: none that is true is reported, and none that turns its figure around is
passed over."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from starter import codes_in_brief

from sitegen.check import examine
from sitegen.check.text.excused.measures import _is_anybody
from sitegen.kinds import KINDS
from sitegen.load import load
from sitegen.model.basics.unit import Unit
from sitegen.problems import Problem, SitegenError
from sitegen.scaffold import init_project
from sitegen.words import Locale

INNOCENT = Path(__file__).parent / "innocent"
BRIEF = "---\ntitle: 'A'\nsummary: 'B'\ndate: 2026-02-06\nentities: [harbour, northfield]\n---\n\n"
FIGURES: Mapping[str, str] = {
    "L": 'fig("harbour.loaves@2025")',
    "B": 'fig("harbour.loaves@2024")',
    "Q": 'fig("harbour.loaves@2025-Q4")',
    "N": 'fig("northfield.loaves@2025")',
    "F": 'fig("harbour.loaves@2025-Q1")',
    "S": '(fig("harbour.loaves@2025") + fig("northfield.loaves@2025")) | rounded(0, mixed="both bake")',
    "M": 'fig("northfield.members@2025")',
    "W": 'fig("harbour.loaves@2025") | share("northfield.loaves@2025", mixed="both bake")',
    "D": '(fig("northfield.loaves@2025") - fig("harbour.loaves@2025")) | rounded(0, mixed="both bake")',
    "R": 'fig("harbour.loaves@2025") | change("year") | rise',
    "G": 'fig("northfield.loaves@2025-Q1")',
    "H": 'fig("northfield.loaves@2025-Q4")',
}
"""What a capital in braces stands for: a year, the year before, its last quarter, the rise by 56%, the year of another,
the first quarter, the sum of both years, the members of another, a share, the difference of both years, a rise, and
the first and the last quarter of another."""


def told(root: Path, language: str, text: str) -> Mapping[int, list[Problem]]:
    """The problems of a brief of the starter in a language, by the lines of its body."""
    init_project(root)
    site = root / "data/site.yaml"
    words = site.read_text("utf-8").replace("language: en", f"language: {language}")
    site.write_text(words.replace("locale: en", f"locale: {language}"), encoding="utf-8")
    (root / "content/briefs/new.md").write_text(BRIEF + text, encoding="utf-8")
    try:
        found = examine(load(root, KINDS), KINDS, as_of=None, base_url=None, drafts=False).warnings
    except SitegenError as error:
        found = error.problems
    begins = BRIEF.count("\n")
    by_line: dict[int, list[Problem]] = {}
    for each in found:
        if each.place.path == "content/briefs/new.md":
            by_line.setdefault(each.place.line - begins, []).append(each)
    return by_line


@pytest.mark.parametrize("language", ["de", "en", "fr"])
def test_no_true_sentence_of_another_market_is_reported(tmp_path: Path, language: str) -> None:
    """Some forty to sixty of each language, about bread, heat, coffee, rails and papers."""
    text = (INNOCENT / f"{language}.md").read_text("utf-8")
    lines = text.split("\n")
    found = told(tmp_path / "site", language, text)
    assert {lines[line - 1]: [each.message for each in problems] for line, problems in found.items()} == {}


WRONG: Mapping[str, tuple[str, ...]] = {
    "en": (
        "Harbour’s sales narrowed from {B} to {L} loaves.",
        "Harbour shrank: {L} loaves in 2025 after {B} in 2024.",
        "Sales of Harbour fell for a second year, to {L} loaves.",
        "Each loaf found {M} members.",
        "Harbour’s annual loaves were {Q}.",
        "Weekly loaves at Harbour came to {Q}.",
        "Harbour had {W} of Northfield’s members.",
        "The gap between Harbour and Northfield was {S} loaves.",
        "Harbour and Northfield together sold {D} loaves.",
        "Northfield’s sales troughed at {H} loaves.",
        "Harbour sold more than {Q} loaves every quarter.",
        "Harbour never fell below {Q} loaves a quarter in 2025.",
        "Harbour topped out at {F} loaves.",
        "Sales came to {N} at Harbour, {L} at Northfield.",
        "Sales in 2025: {N} (Harbour), {L} (Northfield).",
        "Harbour ({N} loaves) and Northfield ({L}) are bakeries.",
        "Harbour and Northfield sold {N} and {L} loaves, respectively.",
        "In the fourth quarter of 2025 Harbour sold {Q} loaves, in the first {Q}.",
        "Harbour sold {Q} loaves in the fourth quarter of 2025, Northfield {G}.",
        "Harbour sold more than Northfield in 2025: {L} loaves against {N}.",
        "Northfield sold fewer than Harbour in 2025: {N} loaves against {L}.",
        "Northfield sold more than Harbour in 2025, {L}.",
        "Harbour Rye sold {L} loaves.",
        "Harbour beat Northfield: {L} loaves against {N}.",
        "Harbour’s best quarter was the first of 2025, with {F} loaves.",
        "Harbour’s sales peaked at {F} loaves.",
        "Harbour hit a low of {Q} loaves.",
        "In its worst quarter Harbour sold {Q} loaves.",
        "Harbour plans to sell {L} loaves in 2026.",
        "Harbour missed its target of {L} loaves.",
        "Northfield sold {S} loaves.",
        "Northfield sold {D} loaves.",
        "Harbour sold {D} more loaves than Northfield.",
        "Northfield sold {D} fewer loaves than Harbour.",
        "Northfield sold fewer loaves than Harbour: {N} against {L}.",
        "Northfield added {M} members in 2025.",
        "Northfield closed 2024 with {M} members.",
        "Northfield’s members rose {R}.",
        "On 31 December 2024 Northfield had {M} members.",
        "At the end of June 2025 Northfield had {M} members.",
        "That is {W} of Harbour’s loaves.",
        "Loaves of Harbour: {L} (2024), {B} (2025).",
        "Harbour, with {L} loaves, was ahead of Northfield, with {N}.",
        "Harbour sold {L} loaves in 2025, down from {B}.",
        "Harbour’s sales rose from {L} by {R} to {B}.",
        "Harbour’s sales rose {R} to {B} loaves.",
        "Harbour sold {N} loaves and Northfield {L}.",
        "Northfield bakes in Oslo. It sold {L} loaves in 2025.",
        "In May Harbour sold {Q} loaves.",
        "Harbour sold {Q} loaves in June.",
        "[[harbour]] beat [[northfield]]: {L} loaves against {N}.",
        "[[harbour]] sold fewer than {L} loaves in 2025.",
        "[[harbour]]’s sales fell in 2025.",
        "Northfield, with {N} loaves, was behind Harbour, with {L}.",
        "Sales fell by double digits.",
        "Harbour sold bread by the million.",
        "Harbour sold some {L} loaves.",
        "Harbour sold at least {L} loaves.",
        "Harbour sold up to {L} loaves.",
        "Harbour sold fewer than {L} loaves.",
        "Harbour did not sell {L} loaves.",
        "Harbour never sold {L} loaves.",
        "Every week, Harbour sells {Q} loaves.",
        "Harbour sold {Q} loaves in a month.",
        "Harbour made a profit of {L}.",
        "Harbour’s market share is {R}.",
        "Harbour sold {R} of its loaves by post.",
        "Sales rose {R} a month.",
        "Harbour’s sales fell in 2025.",
        "Sales of Harbour shrank in the fourth quarter of 2025.",
        "Northfield shrank in 2025.",
        "## Sales of Harbour collapse",
        "In 2024 Harbour’s sales rose {R}.",
        "Harbour’s sales rose {R} in 2024.",
        "In the fourth quarter Harbour’s sales rose {R}.",
        "In the fourth quarter of 2025 Harbour’s sales rose {R}.",
        "In the fourth quarter Harbour sold {L} loaves.",
        "Harbour (2024): {L}",
        "Harbour sold {L} loaves (2024).",
    ),
    "de": (
        "Der Absatz ging von {B} auf {L} Brote zurück.",
        "Harbour hat den Absatz auf {L} Brote gesenkt.",
        "Der Absatz sank 2025 bei der Harbour auf {L} Brote.",
        "Harbour und Northfield verkauften zusammen {D} Brote.",
        "Auf dem Höhepunkt waren es {F} Brote.",
        "Im besten Quartal 2025 verkaufte Harbour {F} Brote.",
        "Im vierten Quartal 2025 verkaufte Harbour {Q} Brote, im ersten {Q}.",
        "Verkauft wurden {N} Brote bei Harbour, {L} bei Northfield.",
        "Der Absatz von Harbour sank 2025 auf {L} Brote.",
        "Der Absatz von Harbour ging auf {L} Brote zurück.",
        "Der Absatz nahm um {R} ab.",
        "In KW 2/2025 verkaufte Harbour {Q} Brote.",
        "Im Mai verkaufte Harbour {Q} Brote.",
        "Harbour verkaufte nicht {L} Brote.",
        "Harbour verkaufte fast {L} Brote.",
        "Harbour verkaufte täglich {L} Brote.",
        "Der Absatz von Harbour sank 2025.",
        "Harbour schrumpfte 2025.",
        "Der Absatz sank um {R}.",
        "Der Absatz ist um {R} gesunken.",
        "Der Absatz ging um {R} zurück.",
        "Der Absatz brach um {R} ein.",
        "Es war ein Rückgang von {R}.",
        "Harbour verkaufte {R} weniger Brote.",
        "Der Absatz lag {R} unter dem des Vorjahrs.",
        "Der Absatz stieg um {Q} Brote.",
        "Der Absatz fiel von {B} im Jahr 2024 auf {L} im Jahr 2025.",
        "Harbour ist der größte Bäcker Norwegens.",
        "Harbour verkaufte doppelt so viele Brote wie Northfield.",
        "Harbour verkaufte fünfzigtausend Brote.",
        "Harbour verkaufte 2025 mehr Brote als Northfield.",
        "Harbour verdreifachte den Absatz.",
        "Harbour verkaufte 2024 {L} Brote.",
        "Bis 2024 verkaufte Harbour {L} Brote.",
        "Harbour (2024): {L}",
        "Harbour verkaufte {L} Brote (2024).",
        "Erstes Quartal: {Q}",
        "Q1: {Q}",
        "## Harbour überholt Northfield",
        "## Rekordjahr für Harbour",
        "## Die meisten Brote",
    ),
    "fr": (
        "Harbour a réduit ses ventes à {L} pains.",
        "L’écart entre Harbour et Northfield est de {S} pains.",
        "Le meilleur trimestre de 2025 a compté {F} pains.",
        "Harbour a vendu {Q} pains au quatrième trimestre 2025 et {Q} au premier.",
        "Les ventes de Harbour ont chuté à {L} pains.",
        "Harbour a dépassé Northfield.",
        "Harbour n’a pas vendu {L} pains.",
        "Harbour a vendu près de {L} pains.",
        "Chaque jour, Harbour a vendu {L} pains.",
        "Les ventes ont baissé de {R}.",
        "Les ventes ont fortement reculé de {R}.",
        "Les ventes sont en baisse de {R}.",
        "Harbour a vendu {R} de moins.",
        "Les ventes ont augmenté de {Q} pains.",
        "Les ventes ont baissé de {B} à {L}.",
        "Harbour est le plus grand boulanger de Norvège.",
        "Harbour a vendu deux fois plus de pains que Northfield.",
        "Harbour a vendu cinquante mille pains.",
        "Harbour a triplé ses ventes.",
        "Harbour (2024) : {L}",
        "T1 : {Q}",
        "Premier trimestre : {Q}",
        "## Harbour dépasse Northfield",
        "## Année record pour Harbour",
    ),
    "es": (
        "Las ventas cayeron a {L} panes.",
        "En 2024 Harbour vendió {L} panes.",
        "Harbour vendió {L} panes en marzo de 2025.",
        "En el primer trimestre de 2025 vendió {Q} panes.",
        "Las ventas bajaron un {R}.",
        "Vendió {R} menos.",
        "Vendió cincuenta mil panes.",
        "Vendió el doble.",
    ),
    "it": (
        "Le vendite sono scese a {L} pani.",
        "Nel maggio ha venduto {Q} pani.",
        "Nel 2024 ha venduto {L} pani.",
        "Le vendite sono scese del {R}.",
        "È la più grande fornaia.",
        "Le vendite sono raddoppiate; il doppio.",
    ),
    "pt": (
        "As vendas caíram para {L} pães.",
        "Em 2024 vendeu {L} pães.",
        "As vendas caíram {R}.",
        "As vendas dobraram.",
        "Vendeu cinquenta mil pães.",
    ),
    "nl": (
        "De verkoop van Harbour daalde naar {L} broden.",
        "In het eerste kwartaal van 2025 verkocht Harbour {Q} broden.",
        "De verkoop daalde met {R}.",
        "Harbour is de grootste bakker.",
        "Harbour verkocht vijftigduizend broden.",
    ),
    "sv": (
        "Försäljningen sjönk till {L} bröd.",
        "Under 2024 sålde Harbour {L} bröd.",
        "Försäljningen sjönk med {R}.",
        "Harbour är det största bageriet.",
    ),
    "ja": (
        "Harbourは販売を{L}個に引き下げた。",
        "販売は{F}個とピークになった。",
        "Harbourの販売は{L}個に減少した。",
        "販売は倍増した。",
        "HarbourがNorthfieldを抜いた。",
        "2025年上期に{Q}個を売った。",
        "2025年1月から3月に{Q}個を売った。",
        "2024年にHarbourは{L}個を売った。",
        "2025年第1四半期の販売は{Q}個だった。",
        "販売は{R}減少した。",
        "減少率は{R}だった。",
        "Harbourは最大のパン屋だ。",
    ),
    "zh": (
        "Harbour将销量下调至{L}个。",
        "2025年第一季度达到峰值，为{F}个。",
        "Harbour的销量降至{L}个。",
        "Harbour在2024年售出{L}个。",
        "2025年第一季度售出{Q}个。",
        "2025年三季度售出{Q}个。",
        "2025年上半年售出{Q}个。",
        "2025年1月至3月售出{Q}个。",
        "2025年第2周售出{Q}个。",
        "销量下降了{R}。",
        "Harbour是最大的面包店。",
    ),
}
RIGHT: Mapping[str, tuple[str, ...]] = {
    "en": (
        "Northfield returned to growth with {H} loaves.",
        "Harbour’s sales widened from {B} to {L} loaves.",
        "Prices fell: {L} loaves after {B}.",
        "Harbour grew: {L} loaves in 2025 after {B} in 2024.",
        "Sales of Harbour rose for a second year, to {L} loaves.",
        "Each loaf of the {L} has a seed.",
        "Weekly loaves peaked in May, and the year came to {L} loaves.",
        "Quarterly loaves at Harbour came to {Q}.",
        "Harbour had {W} of Northfield’s sales.",
        "The gap between Harbour and Northfield was {D} loaves.",
        "Harbour and Northfield together sold {S} loaves.",
        "The best quarter of the first half was not that of the {F} loaves.",
        "Harbour sold more than {F} loaves in every quarter but the first.",
        "Harbour topped out at {Q} loaves.",
        "Harbour never fell below {F} loaves a quarter in 2025.",
        "Sales came to {L} at Harbour, {N} at Northfield.",
        "Harbour ({L} loaves) and Northfield ({N}) are bakeries.",
        "Harbour and Northfield sold {L} and {N} loaves, respectively.",
        "In the fourth quarter of 2025 Harbour sold {Q} loaves, in the first {F}.",
        "Harbour sold {Q} loaves in the fourth quarter of 2025, Northfield {H}.",
        "Harbour sold {Q} loaves in the fourth quarter of 2025, Northfield in its first {G}.",
        "Harbour sold fewer than Northfield in 2025: {L} loaves against {N}.",
        "Harbour, with its brand Harbour Rye, sold {L} loaves.",
        "Northfield beat Harbour: {N} loaves against {L}.",
        "Harbour’s best quarter was the fourth of 2025, with {Q} loaves.",
        "After its best quarter Harbour sold {F} loaves.",
        "Harbour’s worst quarter of 2025 was the first, with {F} loaves.",
        "Its best quarter of the wet seasons was the first, with {F} loaves.",
        "Among the cold ones its best quarter was the first of 2025, with {F} loaves.",
        "In the worst quarter for wheat Harbour sold {Q} loaves.",
        "In Northfield’s worst quarter Harbour sold {Q} loaves.",
        "Harbour’s alliance sold {S} loaves.",
        "Harbour came within {D} loaves of the leader.",
        "Northfield plans to insure {M} members.",
        "Harbour hopes to better {L} loaves.",
        "Northfield, founded in 2009, sold {N} loaves.",
        "Northfield, which built its oven in May 2016, sold {N} loaves.",
        "The oven that was lit in 2015 helped Harbour to sell {L} loaves.",
        "Under a contract signed in June 2023, Harbour sold {L} loaves.",
        "As Harbour had feared in 2023, it sold {L} loaves.",
        "Northfield’s card, introduced on 3 May 2016, has {M} holders.",
        "The card introduced at the end of 2021 has {M} holders.",
        "On 3 May 2016 Northfield opened a club that now has {M} members.",
        "Harbour grew more than Northfield: {L} loaves against {N}.",
        "Harbour was more careful than Northfield, with {L} loaves against {N}.",
        "Harbour sold {L} loaves more quickly than a year before.",
        "Harbour weighed {L} loaves more than once.",
        "The {F} loaves of the first quarter were more than offset by the {Q} of the fourth.",
        "Harbour sold {L} loaves by the estimate of Bread Weekly.",
        "Harbour sold {L} loaves, far beyond what it was in 2024.",
        "Because of a fire in March 2024, Harbour sold {B} loaves in that year.",
        "Losses in the first quarter of {F} loaves were made good.",
        "One mill more in 2024 explains much of the {L} loaves.",
        "No fewer than {L} loaves were sold by Harbour in 2025.",
        "Some of the {L} loaves went to Northfield.",
        "Between January and March, sales peaked at {F} loaves.",
        "Northfield cannot go on with fewer than {M} members.",
        "Two deliveries per day brought Harbour {L} loaves.",
        "Harbour publishes its numbers every month and sold {L} loaves in 2025.",
        "Baking costs of {L} loaves weigh on the winter.",
        "Harbour grew every quarter, {R} in the year.",
        "At all times {M} members may vote.",
        "Northfield had up to {M} members in 2025.",
        "To break even, Harbour must sell at least {L} loaves.",
        "In 2030 the right of {M} members to vote expires.",
        "If {L} loaves are enough, Northfield bakes too many.",
        "Harbour’s owner, which also owns part of Northfield, counts {L} loaves.",
        "Every quarter but two Harbour sold more than {F} loaves.",
        "Some of the {L} loaves were baked for Northfield.",
        "Harbour plans to beat its {L} loaves of 2025.",
        "Harbour’s target was met: {L} loaves.",
        "Harbour and Northfield sold {S} loaves.",
        "Northfield closed 2025 with {M} members.",
        "On 31 December 2025 Northfield had {M} members.",
        "At the end of 2025 Northfield had {M} members.",
        "In January 2026 Northfield said that it had {M} members.",
        "Northfield sold {D} more loaves than Harbour.",
        "Harbour sold {D} fewer loaves than Northfield.",
        "Northfield sold more loaves than Harbour: {N} against {L}.",
        "That is {W} of Northfield’s loaves.",
        "Loaves of Harbour: {L} (2025), {B} (2024).",
        "Harbour and its rival sold {S} loaves in 2025.",
        "Harbour needs {D} loaves to draw level.",
        "Northfield sold {D} loaves more than Harbour.",
        "Northfield, with {N} loaves, was ahead of Harbour, with {L}.",
        "In November Harbour sold {Q} loaves.",
        "Its margin grew to {L} loaves in 2025.",
        "Harbour sold {L} loaves in 2025, up from {B}.",
        "Harbour’s sales rose {R} to {L} loaves.",
        "Harbour sold {L} loaves and Northfield {N}.",
        "Harbour bakes in Oslo. It sold {L} loaves in 2025.",
        "Harbour sells to Northfield. It sold {L} loaves in 2025.",
        "Harbour Rye is a brand. The company sold {L} loaves in 2025.",
        "In May it reported {Q} loaves.",
        "In May Harbour, with {L} loaves, moved.",
        "The shop in May Street sold {Q} loaves.",
        "In May Harbour bought a mill that sold {Q} loaves.",
        "[[northfield]] beat [[harbour]]: {N} loaves against {L}.",
        "[[harbour]] sold fewer than [[northfield]] in 2025: {L} loaves against {N}.",
        "[[harbour]]’s sales rose in 2025.",
        "Harbour did not sell {N} loaves but {L}.",
        "Harbour reports every quarter; it sold {L} loaves in 2025.",
        "Harbour, which reports every quarter, sold {L} loaves in 2025.",
        "Harbour’s sales rose in 2025.",
        "Northfield’s sales fell in the first quarter of 2025.",
        "Harbour’s sales did not fall in 2025.",
        "Why sales of Harbour fell is not known.",
        "Harbour’s prices fell in 2025.",
        "Sales of Harbour fell in Denmark in 2025.",
        "## Harbour grows",
        "From 2024 to 2025 Harbour’s sales rose {R}.",
        "Harbour’s sales rose {R} in 2025, after a bad 2024.",
        "Compared with 2024, Harbour’s sales rose {R}.",
        "Its report (2024) says how {L} loaves were counted.",
        "To sell to Harbour, {N} loaves were baked by Northfield beyond the {L}.",
        "Customers of Northfield moved to its rival. It sold {L} loaves in 2025.",
        "Northfield bakes in Oslo. It was {L} loaves for the other.",
        "Northfield bakes in Oslo. The company with the longer name sold {L} loaves.",
        "In January, Harbour put its sales at {Q} loaves.",
        "From {B} loaves Harbour went up to {L}.",
        "The second half of 2024 made up for the {Q} loaves of the fourth quarter.",
    ),
    "de": (
        "Der Absatz ging von {L} auf {B} Brote zurück.",
        "Harbour hat den Absatz auf {L} Brote gesteigert.",
        "Der Absatz stieg 2025 bei der Harbour auf {L} Brote.",
        "Harbour und Northfield verkauften zusammen {S} Brote.",
        "Auf dem Höhepunkt waren es {Q} Brote.",
        "Im besten Quartal 2025 verkaufte Harbour {Q} Brote.",
        "Im vierten Quartal 2025 verkaufte Harbour {Q} Brote, im ersten {F}.",
        "Verkauft wurden {L} Brote bei Harbour, {N} bei Northfield.",
        "Der Ende 2021 eingeführte Klub zählt {M} Köpfe.",
        "Die im Jahr 2009 gegründete Genossenschaft verkaufte {L} Brote.",
        "Wegen des Brands im März 2024 verkaufte Harbour {B} Brote.",
        "Die Preise sanken auf {L} Broten.",
        "Northfield zählt {M} Menschen als Mitglieder.",
        "Harbour liegt {D} Brote zurück.",
        "Der Absatz von Harbour stieg 2025 auf {L} Brote.",
        "Trotz sinkender Preise kam Harbour auf {L} Brote.",
        "Nach einem Rückgang im Mai sank der Absatz auf {L} Brote.",
        "Der Absatz nahm um {R} zu.",
        "Harbours Absatz hängt an {L} Broten.",
        "In Kalenderwoche 2 war zu.",
        "In der 1. Kalenderwoche 2026 war zu.",
        "Im Dezember verkaufte Harbour {Q} Brote.",
        "Der Bericht von 2024 sagt, wie {L} Brote gezählt wurden.",
        "Die 2009 gegründete Genossenschaft verkaufte {L} Brote.",
        "Der Absatz von Harbour stieg 2025.",
        "Der Absatz stieg um {R}.",
        "Der Absatz ist um {R} gestiegen.",
        "Nach dem Rückgang des Vorjahrs stieg der Absatz um {R}.",
        "Harbour verkaufte {R} mehr.",
        "Der Absatz stieg von {B} im Jahr 2024 auf {L} im Jahr 2025.",
        "Um acht Uhr fiel auf, dass es {L} Brote waren.",
        "Im Januar bezifferte Harbour den Absatz auf {Q} Brote.",
        "Aus {B} Broten wurden 2025 {L}.",
    ),
    "fr": (
        "Harbour veut agrandir son offre de {L} pains.",
        "Harbour a réduit le prix de ses {L} pains.",
        "L’écart entre Harbour et Northfield est de {D} pains.",
        "Le meilleur trimestre de 2025 a compté {Q} pains.",
        "Harbour a vendu {Q} pains au quatrième trimestre 2025 et {F} au premier.",
        "Les ventes de Harbour ont grimpé à {L} pains.",
        "Harbour, fondée en 2009, a vendu {L} pains.",
        "Le club lancé en 2016 compte {M} personnes.",
        "Harbour a augmenté les prix de {L} pains.",
        "Malgré la baisse des prix, Harbour arrive à {L} pains.",
        "En janvier, Harbour a compté {Q} pains.",
        "C’est {R} de plus qu’en 2024.",
        "Harbour est montée jusqu’à {L} pains.",
        "Les ventes ont augmenté de {R}.",
        "Les ventes ont augmenté de {B} à {L}.",
        "Harbour a vendu {R} de plus.",
    ),
    "es": (
        "En 2025 Harbour vendió {L} panes.",
        "El club lanzado en 2016 cuenta con {M} socios.",
        "Los precios subieron en {M} casas.",
        "Harbour quedó a {D} panes de la cabeza.",
        "Dos entregas por día dieron a Harbour {L} panes.",
        "Las ventas subieron un {R}.",
        "Vendió {R} más.",
        "Vendió {R} más que en 2024.",
        "Las ventas subieron hasta {L} panes.",
    ),
    "it": (
        "Nel 2025 ha venduto {L} pani.",
        "Harbour ha aumentato i prezzi di {L} pani.",
        "Le vendite sono cresciute del {R}.",
    ),
    "pt": (
        "Em 2025 vendeu {L} pães.",
        "As vendas subiram {R}.",
    ),
    "nl": (
        "In het vierde kwartaal van 2025 verkocht Harbour {Q} broden.",
        "De verkoop steeg met {R}.",
    ),
    "sv": ("Försäljningen ökade med {R}.",),
    "ja": (
        "Harbourは販売を{L}個に拡大した。",
        "販売は{Q}個とピークになった。",
        "Harbourの販売は{L}個に増加した。",
        "Harbourは{L}個を売り、価格は下落した。",
        "2009年に設立されたHarbourは{L}個を売った。",
        "2023年まで小さかったHarbourは{L}個を売った。",
        "毎日二便のHarbourは{L}個を売った。",
        "Harbourは最大{L}個を焼ける。",
        "2025年10月から12月に{Q}個を売った。",
        "2025年10〜12月期に{Q}個を売った。",
        "2025年度に{Q}個を売った。",
        "第2週に開店した。",
        "2025年にHarbourは{L}個を売った。",
        "販売は{R}増加した。",
        "2024年より{R}増えた。",
        "2024年比{R}増だった。",
        "2025年各四半期とも、Harbourは少なくとも{F}個を売った。",
    ),
    "zh": (
        "Harbour将销量提高到{L}个。",
        "2025年第四季度达到峰值，为{Q}个。",
        "Harbour的销量增至{L}个。",
        "成立于2009年的Harbour售出{L}个。",
        "每天两班的Harbour售出{L}个。",
        "最多时有{M}名会员。",
        "虽然价格下降，Harbour售出{L}个。",
        "销量增长了{R}。",
        "比2024年增长{R}。",
        "与2024年相比增长{R}。",
        "2025年第四季度售出{Q}个。",
        "2025年四季度售出{Q}个。",
        "2025年10月至12月售出{Q}个。",
        "2025年10~12月售出{Q}个。",
        "2025/26财年售出{Q}个。",
        "2025年1月5日至11日没有面包。",
        "在第2周开业。",
        "2025年每个季度Harbour至少售出{F}个。",
    ),
}


@pytest.mark.parametrize("language", WRONG)
def test_words_of_other_languages_are_held_against_their_figures(tmp_path: Path, language: str) -> None:
    """Directions beside a change, levels taken for changes, and words of quantity and comparison without a claim."""
    sentences = (*WRONG[language], *RIGHT[language])
    figures = (re.sub(r"\{(\w)\}", lambda match: f"{{{{ {FIGURES[match[1]]} }}}}", each) for each in sentences)
    found = told(tmp_path / "site", language, "\n\n".join(figures))
    assert {2 * number + 1 for number in range(len(WRONG[language]))} == found.keys()


def test_other_words_for_staff_are_no_other_count(tmp_path: Path) -> None:
    """ "Employees" and "people" are the staff; "members" are not."""
    metric = "\nstaff: {label: Staff, in_text: staff, unit: people, kind: stock}\n"
    values = "values: {2025: {value: 12, source: harbour-report-2025}}"
    series = f"harbour.staff:\n  definition: All on the payroll\n  region: no\n  cadence: year\n  {values}\n"
    text = "".join(f'Harbour had {{{{ fig("harbour.staff@2025") }}}} {word}.\n\n' for word in ("employees", "people"))
    added = {"data/metrics.yaml": metric, "data/series/harbour.yaml": series}
    assert codes_in_brief(tmp_path / "site", added, BRIEF + text) == []
    wrong = text.replace("employees", "members")
    assert codes_in_brief(tmp_path / "other", added, BRIEF + wrong) == ["stretched-figure"]


def test_code_beside_a_figure_is_no_other_figure(tmp_path: Path) -> None:
    """It is as blank as one."""
    text = f"Der Absatz stieg von {{{{ {FIGURES['L']} }}}} auf `abc`."
    assert told(tmp_path / "site", "de", text) == {}


_MONTHS = "values: {2025-05: {value: 4, source: harbour-report-2025}, 2025-06: {value: 5, source: harbour-report-2025}}"


def test_two_months_that_are_named_together_may_each_have_a_figure(tmp_path: Path) -> None:
    """One figure of one of them is not that of both."""
    metric = "\nrolls: {label: Rolls, unit: loaves, kind: flow}\n"
    series = f"harbour.rolls:\n  definition: Rolls\n  region: no\n  cadence: month\n  {_MONTHS}\n"
    added = {"data/metrics.yaml": metric, "data/series/harbour.yaml": series}
    may, june = (f'{{{{ fig("harbour.rolls@2025-{month}") }}}}' for month in ("05", "06"))
    right, wrong = f"{may} and {june}", may
    text = BRIEF + "In May and June 2025 Harbour sold # loaves.\n"
    assert codes_in_brief(tmp_path / "site", added, text.replace("#", right)) == []
    assert codes_in_brief(tmp_path / "other", added, text.replace("#", wrong)) == ["figure-subject"]


def test_a_subtitle_may_say_what_was_before(tmp_path: Path) -> None:
    """The title says what is shown."""
    before = 'fig("harbour.loaves@2024") }}'
    ranking = f"""
loaves-again:
  title: 'Loaves of 2025'
  subtitle: 'Harbour had {{{{ {before} in 2024'
  period: 2025
  members: [northfield.loaves, harbour.loaves]
  mixed: Each sells in its own country
"""
    for name, added, known in (("site", ranking, []), ("other", ranking.replace(" in 2024'", "'"), ["figure-subject"])):
        init_project(tmp_path / name)
        path = tmp_path / name / "data/rankings.yaml"
        path.write_text(path.read_text("utf-8") + added, encoding="utf-8")
        tracker = load(tmp_path / name, KINDS)
        found = examine(tracker, KINDS, as_of=None, base_url=None, drafts=False).warnings
        assert [each.code for each in found] == known


def test_people_are_passengers_in_any_language() -> None:
    """A tracker of travellers may say "Menschen" of them."""
    assert _is_anybody(
        "Menschen", Unit("passengers", words=(("other", "Passagiere"),)), Locale(name="de", language="de")
    )
    assert not _is_anybody("Menschen", Unit("loaves", words=(("other", "Brote"),)), Locale(name="de", language="de"))
