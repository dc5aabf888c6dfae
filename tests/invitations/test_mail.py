"""The mail that carries an invitation (RFC 6047)."""

from __future__ import annotations

from dataclasses import replace
from email import message_from_bytes
from email.header import decode_header, make_header
from email.message import EmailMessage
from email.policy import compat32, default
from email.utils import parseaddr

from consultations_gui.application.ports import Method, OutFile
from consultations_gui.domain.parties import Lang
from consultations_gui.invitations.inviter import Inviter
from tests.invitations import samples


def mails() -> tuple[OutFile, ...]:
    return Inviter().mails(samples.order())


def parsed(mail: OutFile) -> EmailMessage:
    message = message_from_bytes(mail.content, policy=default)
    assert isinstance(message, EmailMessage)
    assert not message.defects
    return message


def name_in_from(mail: OutFile) -> str:
    """The display name, read as RFC 2047 has it: no space between adjacent encoded words.

    The standard library's newer header parser keeps that space.
    """
    header = message_from_bytes(mail.content, policy=compat32)["From"]
    return parseaddr(str(make_header(decode_header(header))))[0]


def test_one_for_each_person_in_their_language() -> None:
    assert [(m.name, m.recipient, m.language) for m in mails()] == [
        ("R3-request-wang@cn.example.eml", "wang@cn.example", Lang.ZH),
        ("R3-request-semyonov@ru.example.eml", "semyonov@ru.example", Lang.RU),
    ]


def test_publishing_is_no_mail() -> None:
    assert Inviter().mails(samples.order(method=Method.PUBLISH)) == ()


def test_its_parts_and_their_order() -> None:
    kinds = [part.get_content_type() for part in parsed(mails()[0]).walk()]
    assert kinds == [
        "multipart/mixed",
        "multipart/alternative",
        "text/plain",
        "text/html",
        "text/calendar",
        "application/ics",
    ]


def test_the_calendar_part_is_the_file_itself() -> None:
    ics = Inviter().calendar(samples.order()).content
    for mail in mails():
        calendar, attached = list(parsed(mail).walk())[-2:]
        assert calendar.get_payload(decode=True) == ics
        assert attached.get_payload(decode=True) == ics
        assert calendar["Content-Transfer-Encoding"] == "base64"
        assert calendar.get_content_disposition() is None
        assert calendar["Content-Type"].params == {
            "charset": "utf-8",
            "method": "REQUEST",
            "component": "VEVENT",
        }
        assert attached.get_filename() == "invite.ics"


def test_from_is_the_organizer_and_the_own_language_comes_first() -> None:
    chinese, russian = (parsed(mail) for mail in mails())
    assert chinese["From"].addresses[0].addr_spec == "office@cn.example"
    assert name_in_from(mails()[1]) == "Секретариат китайской стороны"
    assert str(chinese["Subject"]).startswith("中俄国际信息安全第三轮磋商 / ")
    assert str(russian["Subject"]).startswith("Третий раунд российско-китайских консультаций")
    assert russian["To"].addresses[0].display_name == 'Семёнов "Ё" Пётр'
    body = russian.get_body(("plain",))
    assert body is not None
    assert body.get_content().startswith("Третий раунд")


def test_html_is_marked_by_language_and_escaped() -> None:
    body = parsed(mails()[1]).get_body(("html",))
    assert body is not None
    html = body.get_content()
    assert html.index('<div lang="ru">') < html.index('<div lang="zh-CN">')
    assert "Зал «Волга»" in html


def test_the_same_order_gives_the_same_bytes() -> None:
    assert mails() == mails()


def test_wire() -> None:
    for mail in mails():
        assert b"\n" not in mail.content.replace(b"\r\n", b"")
        assert all(len(line) <= 78 for line in mail.content.split(b"\r\n"))
        mail.content.decode("ascii")


def test_calling_off_says_so() -> None:
    mail = Inviter().mails(samples.cancelled())[1]
    assert str(parsed(mail)["Subject"]).startswith("Отменено: Третий раунд")


def test_file_and_mails_say_the_offices_term() -> None:
    """In subject, bodies and calendar; Chinese and what was typed stay."""
    plain = samples.in_paris()
    own = replace(plain, office=replace(plain.office, extraordinary_ru="дополнительные"))
    unfolded = Inviter().calendar(own).content.decode().replace("\r\n ", "")
    assert "SUMMARY:中俄国际信息安全非例行磋商 / Дополнительные российско-китайские" in unfolded
    texts = [unfolded]
    for mail in Inviter().mails(own):
        message = parsed(mail)
        texts.append(str(message["Subject"]))
        parts = [part for part in message.walk() if not part.is_multipart()]
        texts += [bytes(part.get_payload(decode=True)).decode() for part in parts]
    assert len(texts) > 10
    for text in texts:
        assert "внеочередн" not in text.replace("\r\n ", "").lower()
        assert "ополнительные российско-китайские" in text.replace("\r\n ", "")
