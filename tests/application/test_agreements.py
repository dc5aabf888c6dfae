"""The agreement's text as shipped, and the facts an office enters."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from datetime import date

import pytest

from consultations_gui.application import agreements, journal
from consultations_gui.domain.agreement import AgreementFacts, Authority
from consultations_gui.domain.errors import BeforeSignatureError, StaleVersionError
from consultations_gui.domain.parties import Side
from tests.application.fakes import Store, make_context

SIGNED_TEXT = "db7eef219e660e4c40a49e0a353b7cf1e8197fadbf026f1cf81357a2c1b47657"
"""SHA-256 of the whole text without spaces, punctuation in full width."""


class TestText:
    def test_is_the_signed_one_character_by_character(self) -> None:
        text = agreements.text()
        parts = [text.title, *text.preamble]
        for article in text.articles:
            parts += [article.label, article.heading_zh, *article.paragraphs]
        whole = "".join((*parts, text.closing, *text.signatures))
        assert hashlib.sha256(whole.encode()).hexdigest() == SIGNED_TEXT

    @pytest.mark.parametrize(
        "words",
        [
            "对信息基础设施的管辖权",
            "双方享有的寻找、获得、传播信息的权利",
            "中华人民共和国政府和俄罗斯联邦政府关于相互保护秘密信息的协定",
            "开展信息交流，分析和共同评估信息安全威胁",
            "确保充分履行信息保护义务",
        ],
    )
    def test_words_parted_by_page_breaks_are_joined(self, words: str) -> None:
        text = agreements.text()
        paragraphs = [*text.preamble, *(p for a in text.articles for p in a.paragraphs)]
        assert sum(words in p for p in paragraphs) == 1

    def test_ten_articles_with_headings_to_find_ones_way(self) -> None:
        found = agreements.articles()
        assert [a.number for a in found] == list(range(1, 11))
        assert [a.label for a in found][4:6] == ["第五条", "第六条"]
        for article in found:
            assert re.fullmatch(r"[\u4e00-\u9fff]+", article.heading_zh)
            assert article.heading_en.isascii()
            assert re.fullmatch(r"[А-Яа-яё ]+", article.heading_ru)
            assert all(p.strip() == p for p in article.paragraphs)

    def test_the_lists_of_threats_and_directions_are_whole(self) -> None:
        threats, directions = (
            sum(p.startswith("（") for p in agreements.articles()[n].paragraphs) for n in (1, 2)
        )
        assert (threats, directions) == (6, 15)


class TestFacts:
    def test_none_are_shipped(self) -> None:
        ctx = make_context()
        assert agreements.facts(ctx) == AgreementFacts()
        assert [d.day for d in agreements.deadlines(ctx).all()] == [None, None, None]

    def test_are_entered_and_reckoned_with(self) -> None:
        ctx = make_context()
        facts = AgreementFacts(notice_cn=date(2016, 1, 10), notice_ru=date(2016, 2, 1))
        stored = agreements.set_facts(ctx, facts)
        assert agreements.deadlines(ctx).in_force.day == date(2016, 3, 2)
        authority = Authority("1", Side.CN, "某主管机构", "Некий компетентный орган")
        agreements.set_facts(ctx, replace(stored, authorities=(authority,)))
        assert agreements.facts(ctx).authorities == (authority,)
        journal.undo(ctx)
        assert agreements.facts(ctx).authorities == ()

    def test_are_refused_where_they_cannot_be(self) -> None:
        with pytest.raises(BeforeSignatureError):
            agreements.set_facts(make_context(), AgreementFacts(notice_cn=date(2015, 1, 1)))

    def test_are_not_overwritten_unseen(self) -> None:
        store = Store()
        li, wang = make_context("Li", store=store), make_context("Wang", store=store)
        seen = agreements.set_facts(li, AgreementFacts(annex_zh="附件"))
        agreements.set_facts(wang, replace(seen, annex_ru="Приложение"))
        with pytest.raises(StaleVersionError):
            agreements.set_facts(li, replace(seen, annex_zh="附件一"))
