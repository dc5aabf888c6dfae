"""Storing one field of a consultation at a time, also while somebody else edits another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from consultations_gui.application import consultations
from consultations_gui.domain.consultation import Consultation
from consultations_gui.domain.errors import DomainError, StaleVersionError
from consultations_gui.ui.desk import Desk

FIELDS: dict[str, Callable[[Consultation, Any], Consultation]] = {
    "dates": lambda one, value: replace(one, dates=value),
    "venue": lambda one, value: replace(one, venue=value),
    "host": lambda one, value: replace(one, host=value),
    "basis": lambda one, value: replace(one, basis=value),
    "cost_note": lambda one, value: replace(one, cost_note=value),
}
"""The fields that are edited by themselves, and how each is set."""


class ConsultationWork(QObject):
    """The consultation being edited, and what was wrong with its fields.

    ``told`` follows every change of :attr:`errors`.
    """

    told = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.one: Consultation | None = None
        self.errors: dict[str, DomainError] = {}

    def show(self, one: Consultation) -> None:
        """Edit this state from now on."""
        if self.one is None or self.one.id != one.id:
            self.errors = {}
        self.one = one

    def store(self, name: str, value: object, group: str | None = None) -> bool:
        """Store one field; ``False`` if it was refused, which :attr:`errors` then says.

        Where somebody else stored another field meanwhile both changes stand.
        Where it was the same field nothing is overwritten: it is told, and the
        next try is made over what they stored.
        """
        base = self.one
        self.errors.pop(name, None)
        if base is None or FIELDS[name](base, value) == base:
            self.told.emit()
            return True
        error = self._edit(FIELDS[name](base, value), group)
        if isinstance(error, StaleVersionError):
            error = self._again(name, value, base, group, error)
        if error is not None:
            self.refuse(name, error)
        self.told.emit()
        return error is None

    def refuse(self, name: str, error: DomainError) -> None:
        """Keep what is wrong with a field."""
        self.errors[name] = error
        self.told.emit()

    def _edit(self, wanted: Consultation, group: str | None) -> DomainError | None:
        return self._desk.attempt(lambda _error: None, consultations.edit, wanted, group).error

    def _again(
        self,
        name: str,
        value: object,
        base: Consultation,
        group: str | None,
        error: DomainError,
    ) -> DomainError | None:
        """Try once more over what somebody else stored, unless it is the same field."""
        stored = self._desk.read(consultations.show, base.id)
        if stored is None:
            return error
        self.one = stored
        if getattr(stored, name) != getattr(base, name):
            return error
        return self._edit(FIELDS[name](stored, value), group)
