"""Putting parts of a text together as each language does: the screens take it from here."""

from consultations_gui.i18n.phrases import clauses, listed, named, sentences, spoken

__all__ = ["clauses", "listed", "named", "sentences", "spoken"]
