"""The mail that carries an invitation (RFC 6047)."""

from __future__ import annotations

from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from hashlib import sha256

from consultations_gui.application.ports import InvitationOrder, Method
from consultations_gui.domain.people import Person
from consultations_gui.i18n.language import Language
from consultations_gui.invitations.texts import Texts, clean


def mail_bytes(order: InvitationOrder, person: Person, method: Method, ics: bytes) -> bytes:
    """The .eml file for one person, own language first.

    multipart/mixed { multipart/alternative { text/plain, text/html,
    text/calendar }, application/ics ``invite.ics`` with the same bytes }. The
    same order gives the same bytes.
    """
    own = Language(person.language)
    both = (own, Language.RU if own is Language.ZH else Language.ZH)
    texts = Texts(order, withdrawn=method is Method.CANCEL and order.method is not Method.CANCEL)
    message = EmailMessage(policy=SMTP)
    message["From"] = _address(order.office.name_zh, order.office.name_ru, order.office.email, own)
    message["To"] = Address(clean(person.name(person.language)), addr_spec=person.email)
    message["Subject"] = " / ".join(clean(texts.heading(texts.words(lang))) for lang in both)
    message["Date"] = format_datetime(order.stamp)
    message["Message-ID"] = _message_id(order, person, method)
    plain = "\n\n".join("\n".join(texts.lines(texts.words(lang))) for lang in both)
    message.set_content(clean(plain) + "\n", cte="base64")
    message.add_alternative(texts.html(both), subtype="html", cte="base64")
    message.add_alternative(
        ics.decode(),
        subtype="calendar",
        cte="base64",
        params={"method": method.value.upper(), "component": "VEVENT"},
    )
    message.add_attachment(ics, maintype="application", subtype="ics", filename="invite.ics")
    _settle_boundaries(message, _digest(order, person, method))
    return message.as_bytes()


def _address(name_zh: str, name_ru: str, email: str, language: Language) -> Address:
    return Address(clean(name_zh if language is Language.ZH else name_ru), addr_spec=email)


def _digest(order: InvitationOrder, person: Person, method: Method) -> str:
    consultation = order.consultation
    source = f"{consultation.uid} {consultation.sequence} {method} {order.stamp} {person.email}"
    return sha256(source.encode()).hexdigest()[:24]


def _message_id(order: InvitationOrder, person: Person, method: Method) -> str:
    domain = order.office.email.rpartition("@")[2]
    return f"<{_digest(order, person, method)}@{domain}>"


def _settle_boundaries(message: EmailMessage, digest: str) -> None:
    """Boundaries that follow from the content: the standard library's are drawn by chance."""
    for number, part in enumerate(p for p in message.walk() if p.is_multipart()):
        part.set_boundary(f"={digest}={number}")
