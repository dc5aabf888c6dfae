"""A packet that was handed to this office: looked at first, accepted by decision (Art. 5(4))."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from consultations_gui.application import offices, packets
from consultations_gui.application.packets import Reading
from consultations_gui.domain.errors import DomainError, KeyUnknownError
from consultations_gui.domain.packet import PacketStatus
from consultations_gui.domain.parties import CityBook
from consultations_gui.i18n.words import N_
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.dialogs.export import tell_written
from consultations_gui.ui.dropping import ENDING
from consultations_gui.ui.models.packet_texts import steps
from consultations_gui.ui.notes import Offer
from consultations_gui.ui.places import Place
from consultations_gui.ui.view import Command, Crumb, Heading, View
from consultations_gui.ui.views.packet_cards import OutcomeCard, PacketCard
from consultations_gui.ui.views.packet_pane import PacketPane
from consultations_gui.ui.views.proposal_paint import EntryList
from consultations_gui.ui.widgets.choosing import choose_file, choose_folder
from consultations_gui.ui.widgets.labels import Role, label
from consultations_gui.ui.widgets.page import ListedPage, fill
from consultations_gui.ui.widgets.pathfield import usual_folder

STEPS_WIDTH = 290


def choose_packet(desk: Desk, parent: QWidget) -> None:
    """Let the person choose a packet's file, and show it."""
    words = desk.words
    title, called = words.tr("Read a packet"), words.tr("Packets")
    kinds = (f"*{ENDING}",)
    if chosen := choose_file(parent, title, usual_folder(desk), called, kinds, words):
        desk.go("packet", chosen)


class PacketView(View):
    """Shows the file it was last asked to :meth:`open`; reading it writes nothing."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._path: Path | None = None
        self.reading: Reading | None = None
        self._error: DomainError | None = None
        self._cities = CityBook()
        self.accept = QPushButton()
        self.accept.setProperty("role", "primary")
        self.texts.bind(self.accept.setText, N_("Accept the packet"))
        self.accept.clicked.connect(lambda _on: self._accept())
        self.another = QPushButton()
        self.texts.bind(self.another.setText, N_("Read packet…"))
        self.another.clicked.connect(lambda _on: choose_packet(desk, self.window()))
        self.steps = EntryList(desk.theme, rail=True)
        self.texts.name(self.steps, N_("Steps in the packet and here"))
        self.card = PacketCard(desk, self.texts)
        self.card.save.clicked.connect(lambda _on: self._save())
        self.outcome = OutcomeCard(desk, self.texts)
        self.compare = PacketPane(desk, self.texts)
        self._build()

    def _build(self) -> None:
        left = QWidget()
        chain = QVBoxLayout(left)
        chain.setContentsMargins(8, 12, 4, 12)
        heading = label(role=Role.HEADING)
        heading.setContentsMargins(8, 0, 0, 4)
        self.texts.bind(heading.setText, N_("Steps in the packet and here"))
        chain.addWidget(heading)
        chain.addWidget(self.steps, 1)
        self._left = left
        whole = ListedPage(left, STEPS_WIDTH)
        self.scroller, column = whole.scroller, whole.column
        for widget in (self.card, self.outcome, self.compare):
            column.addWidget(widget)
        column.addStretch(1)
        fill(self, whole)

    # --- the screen -------------------------------------------------------------------------

    def open(self, place: Place) -> None:
        if place.id:
            self._path, self.reading, self._error = Path(place.id), None, None
            self.refresh()

    def load(self) -> None:
        self._cities = self.desk.read(offices.city_book) or CityBook()
        path = self._path
        if path is not None:
            self.desk.start(
                self.desk.words.tr("Reading the packet"),
                lambda ctx, _task: packets.read(ctx, path),
                partial(self._read, path),
                on_error=partial(self._unread, path),
            )

    def present(self) -> None:
        words, reading = self.desk.words, self.reading
        new = reading is not None and reading.status is PacketStatus.NEW
        self.accept.setVisible(new)
        self.card.show_reading(reading, self._error, self._path)
        found = reading.comparison if reading else None
        self._left.setVisible(found is not None)
        self.steps.show_entries(steps(reading, self._cities, words) if reading else ())
        self.outcome.show_outcome(found, new=new)
        self.compare.show_packet(reading, self._cities)

    def heading(self) -> Heading:
        words = self.desk.words
        name = self._path.name if self._path else ""
        crumb = Crumb(words.tr("Proposals"), Place("proposals"))
        return Heading(words.tr("Packet"), note=name, crumbs=(crumb,))

    def tools(self) -> Sequence[QWidget]:
        return (self.another, self.accept)

    def commands(self) -> Sequence[Command]:
        words, reading = self.desk.words, self.reading
        found = [Command(words.tr("Read packet…"), lambda: choose_packet(self.desk, self.window()))]
        if reading is not None and reading.status is PacketStatus.NEW:
            found.append(Command(words.tr("Accept the packet"), self._accept))
        return tuple(found)

    def restyle(self) -> None:
        super().restyle()
        self.compare.present()

    # --- acts -------------------------------------------------------------------------------

    def _read(self, path: Path, reading: Reading) -> None:
        if path == self._path:
            self.reading, self._error = reading, None
            self.present()
            entries = self.steps.entries.entries
            self.steps.point(entries[-1].key if entries else "")

    def _unread(self, path: Path, error: DomainError) -> None:
        if path == self._path:
            self.reading, self._error = None, error
            self.present()

    def _accept(self) -> None:
        path, reading = self._path, self.reading
        if path is None or reading is None or reading.packet is None:
            return
        seen = reading.packet.digest
        self.desk.start(
            self.desk.words.tr("Accepting the packet"),
            lambda ctx, _task: packets.accept(ctx, path, seen),
            self._accepted,
            on_error=self._refused,
            changes=True,
        )

    def _accepted(self, reading: Reading) -> None:
        if reading.proposal is None or reading.status is not PacketStatus.NEW:
            return
        id = reading.proposal.id
        self.desk.go("proposal", id)
        self.desk.tell(lambda words: words.tr("The packet was accepted; {id} holds it.", id=id))

    def _refused(self, error: DomainError) -> None:
        if not isinstance(error, KeyUnknownError):
            self.desk.fail(error)
            return
        self.desk.refuse(error, Offer(N_("Keys…"), lambda: self.desk.go("settings", part="keys")))

    def _save(self) -> None:
        path = self._path
        words = self.desk.words
        title, at = words.tr("Folder for the files"), usual_folder(self.desk)
        folder = choose_folder(self.window(), title, at, words)
        if path is None or not folder:
            return
        self.desk.preferences.update(export_folder=folder)
        self.desk.start(
            words.tr("Writing the files"),
            lambda ctx, _task: packets.extract(ctx, path, Path(folder)),
            lambda written: tell_written(self.desk, written),
        )
