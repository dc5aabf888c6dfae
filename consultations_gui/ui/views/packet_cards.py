"""What a packet is, in words: from whom, its signature, its state; and what accepting changes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from consultations_gui.application.packets import Reading
from consultations_gui.domain.errors import DomainError, KeyRevokedError, KeyUnknownError
from consultations_gui.domain.keys import fingerprint
from consultations_gui.domain.packet import CHAIN, Packet, PacketStatus
from consultations_gui.domain.packet_compare import Comparison
from consultations_gui.domain.parties import Side
from consultations_gui.i18n.dates import short_date
from consultations_gui.i18n.phrases import listed, sentences
from consultations_gui.i18n.wording import error_text
from consultations_gui.i18n.wording import label as named
from consultations_gui.i18n.words import N_
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.language import Texts
from consultations_gui.ui.models.packet_texts import (
    MEANINGS,
    SIGNATURES,
    STATUSES,
    gap_text,
    outcome_lines,
    sender_text,
    subject_text,
)
from consultations_gui.ui.widgets.clearing import clear
from consultations_gui.ui.widgets.labels import Card, Chip, Role, label, set_role
from consultations_gui.ui.widgets.marks import SideMark


class PacketCard(Card):
    """The packet itself. ``save`` takes its files out, ``keys`` leads to where keys are trusted."""

    def __init__(self, desk: Desk, texts: Texts) -> None:
        super().__init__()
        self._desk = desk
        texts.bind(self.set_heading, N_("The packet"))
        self.mark = SideMark(desk.theme, Side.CN)
        self.whence = label(role=Role.STRONG, wrap=True)
        self.status, self.signature = Chip(), Chip()
        self.titles, self.subject = label(role=Role.BODY, wrap=True), label(wrap=True)
        self.key = label(role=Role.MUTED, wrap=True)
        self.gap = label(role=Role.WARNING, wrap=True)
        self.reason = label(role=Role.ERROR, wrap=True)
        self.meaning = label(role=Role.MUTED, wrap=True)
        self.files = label(role=Role.MUTED, wrap=True)
        self.keys, self.save = QPushButton(), QPushButton()
        texts.bind(self.keys.setText, N_("Compare and trust the key…"))
        texts.bind(self.save.setText, N_("Save the files…"))
        self.keys.clicked.connect(lambda _on: desk.go("settings", part="keys"))
        self._build()

    def _build(self) -> None:
        self._head = QWidget()
        head = QHBoxLayout(self._head)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(8)
        head.addWidget(self.mark)
        head.addWidget(self.whence, 1)
        chips = QHBoxLayout()
        chips.addWidget(self.status)
        chips.addWidget(self.signature)
        chips.addStretch(1)
        self.body.addWidget(self._head)
        self.body.addLayout(chips)
        for widget in (self.titles, self.subject, self.reason, self.gap, self.meaning, self.key):
            widget.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self.body.addWidget(widget)
        self.body.addWidget(self.keys, 0, Qt.AlignmentFlag.AlignLeft)
        files = QHBoxLayout()
        files.addWidget(self.files, 1)
        files.addWidget(self.save)
        self.body.addLayout(files)

    def show_reading(
        self, reading: Reading | None, error: DomainError | None, path: Path | None
    ) -> None:
        """Show what was read, or why the file could not be; in the language in use."""
        packet = reading.packet if reading else None
        reason = reading.reason if reading else error
        words = self._desk.words
        for widget in (self._head, self.titles):
            widget.setVisible(packet is not None)
        told = isinstance(reason, KeyUnknownError | KeyRevokedError)  # with its fingerprint
        self.key.setVisible(packet is not None and not told)
        self.keys.setVisible(isinstance(reason, KeyUnknownError))
        self._say(self.reason, error_text(reason, words) if reason else "")
        waiting = reading is not None and reading.status is PacketStatus.NEW
        set_role(self.reason, Role.WARNING if waiting else Role.ERROR)
        self._say(self.gap, gap_text(reading.gap, words) if reading else "")
        self._say(self.subject, subject_text(reading, words) if reading else "")
        self._show_state(reading)
        self._show_packet(packet)
        if reading is None and error is None:
            self._say(self.meaning, words.tr("Reading {name}…", name=path.name if path else ""))

    def _show_state(self, reading: Reading | None) -> None:
        words = self._desk.words
        for chip in (self.status, self.signature):
            chip.setVisible(reading is not None)
        self._say(self.meaning, words.tr(MEANINGS[reading.status]) if reading else "")
        if reading is not None:
            status, signature = (named(one, words) for one in (reading.status, reading.signature))
            self.status.say(words.tr("Packet: {status}", status=status), STATUSES[reading.status])
            self.signature.say(
                words.tr("Signature: {signature}", signature=signature),
                SIGNATURES[reading.signature],
            )

    def _show_packet(self, packet: Packet | None) -> None:
        words = self._desk.words
        files = packet.manifest.parts if packet else ()
        names = listed((part.name for part in files if part.name != CHAIN), words)
        self.save.setVisible(bool(names))
        self._say(self.files, words.tr("Files in it: {list}", list=names) if names else "")
        if packet is None:
            return
        manifest, chain = packet.manifest, packet.chain
        day = short_date(manifest.written.astimezone().date(), words.language)
        self.mark.show_side(manifest.sender)
        self.mark.setAccessibleName(named(manifest.sender, words))
        self.whence.setText(
            words.tr(
                "{sender}, packet {n} of {date}",
                sender=sender_text(manifest.sender, words),
                n=manifest.sequence,
                date=day,
            )
        )
        self.titles.setText(f"{chain.title_zh}\n{chain.title_ru}".strip())
        self.key.setText(
            words.tr("Fingerprint of the key: {digits}", digits=fingerprint(manifest.key))
        )

    def _say(self, shown: QLabel, text: str) -> None:
        shown.setText(text)
        shown.setVisible(bool(text))


class OutcomeCard(Card):
    """How the proposal stands here, by the packet, and would stand with both."""

    def __init__(self, desk: Desk, texts: Texts) -> None:
        super().__init__()
        self._desk = desk
        self._lines = QGridLayout()
        self._lines.setHorizontalSpacing(16)
        self._lines.setColumnStretch(1, 1)
        self.body.addLayout(self._lines)
        self.counts = label(role=Role.MUTED, wrap=True)
        self.warning = label(role=Role.WARNING, wrap=True)
        self.body.addWidget(self.counts)
        self.body.addWidget(self.warning)

    def show_outcome(self, found: Comparison | None, *, new: bool) -> None:
        """Show it in the language in use; hidden where there is nothing to compare."""
        self.setVisible(found is not None)
        clear(self._lines)
        if found is None:
            return
        words = self._desk.words
        changes = N_("What accepting it changes") if new else N_("Compared with the register")
        self.set_heading(words.tr(changes))
        lines = outcome_lines(found, words)
        for row, (caption, text) in enumerate(lines if new else lines[:2]):
            self._lines.addWidget(label(caption, Role.MUTED), row, 0)
            self._lines.addWidget(label(text, Role.STRONG, wrap=True), row, 1)
        fresh, missing = len(found.fresh), len(found.missing)
        told = []
        if fresh:
            told.append(words.trn("{n} step comes with it.", "{n} steps come with it.", fresh))
        if missing:
            told.append(
                words.trn(
                    "{n} step on record here is not in it and stays.",
                    "{n} steps on record here are not in it and stay.",
                    missing,
                )
            )
        self.counts.setText(sentences(told, words))
        self.counts.setVisible(bool(told))
        ours = len(found.recorded_for_us)
        self.warning.setVisible(bool(ours))
        self.warning.setText(
            words.trn(
                "{n} step of our own was recorded by the other office, from paper. Compare it "
                "with what was sent before you accept.",
                "{n} steps of our own were recorded by the other office, from paper. Compare them "
                "with what was sent before you accept.",
                ours,
            )
        )
