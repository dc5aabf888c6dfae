"""Words for errors of packets and of the keys they are signed with."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from consultations_gui.domain import errors as e
from consultations_gui.i18n.wording_say import Sentence, choose, say
from consultations_gui.i18n.words import N_, Words

_TOO_LARGE = say(N_("“{name}” in the packet is larger than it may be ({limit} bytes)."))
_FILE_TOO_LARGE = say(N_("The file is larger than a packet may be ({limit} bytes)."))
_BAD_MANIFEST = say(N_("The sender's signature does not belong to this packet. Do not use it."))
_BAD_EVENT = say(
    N_(
        "The signature under step {event} of the chain does not belong to it. "
        "Do not use the packet."
    )
)


def _too_large(values: Mapping[str, Any], words: Words) -> str:
    return (_TOO_LARGE if values["name"] else _FILE_TOO_LARGE)(values, words)


def _bad_signature(values: Mapping[str, Any], words: Words) -> str:
    return (_BAD_EVENT if values["event"] else _BAD_MANIFEST)(values, words)


PACKETS: dict[type[e.DomainError], Sentence] = {
    e.PacketRefusedError: say(N_("The packet is refused; nothing was taken from it.")),
    e.PacketUnreadableError: say(N_("The file is not a packet, or is not whole.")),
    e.PacketAlteredError: say(
        N_("The packet was altered on its way ({place}). Ask the other office to send it again.")
    ),
    e.PacketSignatureError: _bad_signature,
    e.PacketTooLargeError: _too_large,
    e.PacketCompressedError: say(
        N_("“{name}” in the packet is compressed or encrypted, which no packet's parts are.")
    ),
    e.PacketPathError: say(N_("“{name}” in the packet leads out of it. Do not use this file.")),
    e.PacketNameTwiceError: say(N_("The packet holds two parts called “{name}”.")),
    e.PacketCrowdedError: choose(
        "what",
        {
            "parts": N_("The packet holds {count} parts; the most is {limit}."),
            "events": N_("The packet's chain holds {count} steps; the most is {limit}."),
        },
        N_("The packet holds more than it may ({count}; the most is {limit})."),
    ),
    e.PacketStrangePartError: say(N_("“{name}” is no part of a packet.")),
    e.PacketTooDeepError: say(
        N_("“{name}” in the packet is nested more than {limit} levels deep.")
    ),
    e.PacketMalformedError: say(N_("The packet does not follow the format ({place}).")),
    e.PacketNewerError: say(
        N_("The packet's format “{format}” is not known to this program. Is it up to date?")
    ),
    e.PacketOtherAgreementError: say(N_("The packet belongs to another agreement ({agreement}).")),
    e.PacketNumberTwiceError: say(
        N_(
            "Another packet with number {sequence} was accepted before. Ask the other office "
            "which of the two it sent."
        )
    ),
    e.PacketContradictsError: say(
        N_("By this packet {id} is about another meeting than by the register.")
    ),
    e.PacketRoundUnknownError: say(
        N_("The packet's proposal is about a meeting that is not in this register ({round}).")
    ),
    e.RoundNotSharedError: say(
        N_(
            "{id} is about {round}, which the other office does not know by this name. A packet "
            "carries proposals about numbered rounds and about what a proposal led to."
        )
    ),
    e.PaperNotPdfError: say(N_("{path} is not a PDF. A packet's papers are PDF files.")),
    e.PacketChangedError: say(
        N_("{path} is not the packet any more that was looked at. Read it again before accepting.")
    ),
    e.KeyUnknownError: say(
        N_(
            "The key is not trusted yet ({side}, fingerprint {fingerprint}). Compare the "
            "fingerprint by telephone, then trust the key."
        )
    ),
    e.KeyRevokedError: say(
        N_("The key was revoked ({side}, fingerprint {fingerprint}). What it signs is not taken.")
    ),
    e.KeyLostError: say(
        N_(
            "The private half of the office's key ({fingerprint}) is not on this computer. Bring "
            "it back, or revoke the key: a new one is made then."
        )
    ),
    e.KeyMissingError: say(N_("There is no key of this side to revoke ({side}).")),
    e.KeyAlreadyTrustedError: say(
        N_("Another key is trusted already ({side}, fingerprint {fingerprint}). Revoke it first.")
    ),
    e.KeyFileError: choose(
        "cause",
        {
            "unreadable": N_("The file is not a key of an office."),
            "altered": N_("The key does not fit the fingerprint in its file. Ask for it again."),
            "agreement": N_("The key is for another agreement."),
            "own": N_("This is a key of this office's own side. Trust the other side's key."),
        },
        N_("The file is not a key that could be trusted."),
    ),
}
