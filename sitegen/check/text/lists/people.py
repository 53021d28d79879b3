"""Who and what is counted, by language: customers, staff, shops, and totals."""

from __future__ import annotations

from collections.abc import Mapping

PEOPLE: Mapping[str, str] = {
    "en": "members shops stores outlets dealers customers users subscribers workers staff employees visitors"
    " passengers patients guests students households",
    "de": "Mitglieder Läden Filialen Händler Kunden Nutzer Mitarbeiter Beschäftigte Menschen Besucher Haushalte Stellen"
    " Fahrgäste Patienten Gäste Stück",
    "fr": "passagers patients membres magasins clients employés salariés visiteurs ménages",
}
"""By language: who and what is counted, of which no catalogue of units knows."""
ANYBODY = ("people", "persons", "travellers", "travelers", "Menschen", "Personen", "personnes", "personas", "persone")
"""What all who are counted may be called."""
PERSONS = (
    "readers viewers listeners players riders residents inhabitants citizens tourists commuters pupils attendees"
    " spectators Passagiere Fluggäste Reisende Zuschauer Zuhörer Leser Spieler Teilnehmer Abonnenten Einwohner Bewohner"
    " Schüler Studierende Gäste Touristen voyageurs abonnés spectateurs lecteurs étudiants élèves habitants touristes"
    " pasajeros clientes socios pacientes visitantes usuarios empleados passeggeri clienti soci pazienti visitatori"
    " utenti passageiros sócios pacientes visitantes utilizadores"
)
"""Who is counted in other languages, of whom "personas" may be said."""
ALIKE_COUNTED = (
    "staff employees workers headcount workforce personnel",
    "shops stores outlets",
    "customers users subscribers",
    "passengers guests",
    "mitarbeiter beschäftigte stellen belegschaft personal",
    "employés salariés effectif",
)
"""Words for the same people or things."""
TOTALS: Mapping[str, str] = {
    "en": "total sum count number sold made built delivered headcount",
    "de": "Summe Gesamt Insgesamt Anzahl Verkauft Gebaut Geliefert Belegschaft",
    "fr": "Total Somme Nombre Vendus Effectif",
}
"""By language: what else stands before or above a count, as "Total: 1985"."""
