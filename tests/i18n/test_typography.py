from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consultations_gui.i18n.language import Language
from consultations_gui.i18n.typography import for_print, for_print_ru, for_print_zh


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ('О "ходе" дел', "О~«ходе» дел"),
        ('"О "ходе" дел"', "«О~„ходе“ дел»"),
        ("«Об «обмене»»", "«Об „обмене“»"),
        ("“так” и “эдак”", "«так» и~«эдак»"),
        ('проект (раунд "третий")', "проект (раунд «третий»)"),
        ('труба 5" и "край', 'труба 5" и~"край'),
        ("„уже “ так», стоит", "«уже » так», стоит"),
        ("обмен - это", "обмен~— это"),
        ("обмен – это", "обмен~— это"),
        ("обмен — это", "обмен~— это"),
        ("14 - 15 апреля", "14 - 15 апреля"),
        ("- пункт", "- пункт"),
        ("российско-китайские", "российско-китайские"),
        ("вариант № 3, №5 и § 6", "вариант №~3, №~5 и~§~6"),
        ("И. И. Иванов", "И.~И.~Иванов"),
        ("И.И.Иванов", "И.~И.~Иванов"),
        ("Сидоров В. Г.", "Сидоров~В.~Г."),
        ("А. Щёголев", "А.~Щёголев"),
        ("23 ноября 2026 г., понедельник", "23 ноября 2026~г., понедельник"),
        ("в XX—XXI вв., 5 % и 30 мин", "в~XX—XXI вв., 5~% и~30~мин"),
        ("г. Казань, ст. 5, п. 4", "г.~Казань, ст.~5, п.~4"),
        ("и в ходе, и с ним", "и~в~ходе, и~с~ним"),
        ("5 лет", "5 лет"),
        ("т. е. а-а", "т. е. а-а"),
        ("два  пробела...", "два пробела…"),
        ("Семёнов и ёж", "Семёнов и~ёж"),
        ("", ""),
    ],
)
def test_russian(typed: str, printed: str) -> None:
    assert for_print_ru(typed).replace("\u00a0", "~") == printed


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("研究执行情况,交流信息", "研究执行情况，交流信息"),
        ("会议: 讨论", "会议：讨论"),
        ('讨论"威胁", 以及', "讨论“威胁”，以及"),
        ('"威胁', '"威胁'),
        ('"ICT"', '"ICT"'),
        ("北京(Beijing)", "北京（Beijing）"),
        ("(一)通报", "（一）通报"),
        ("ICT (IoT)", "ICT (IoT)"),
        ("上午9:30开会", "上午9:30开会"),
        ("1,000人", "1,000人"),
        ("使用ICT,加强合作", "使用ICT，加强合作"),
        ("怎么办?! 讨论;", "怎么办？！讨论；"),
        ("通报情况.", "通报情况。"),
        ("见（附件）.", "见（附件）。"),
        ("结束...", "结束……"),
        ("双方--中俄", "双方——中俄"),
        ("伊万•彼得罗夫", "伊万·彼得罗夫"),
        ("A, B", "A, B"),
        ("", ""),
    ],
)
def test_chinese(typed: str, printed: str) -> None:
    assert for_print_zh(typed) == printed


def test_each_language_has_its_own_rules_and_english_none() -> None:
    typed = '"x" - №5, 中,文'
    assert for_print(typed, Language.EN) == typed
    assert for_print(typed, Language.RU) == for_print_ru(typed)
    assert for_print(typed, Language.ZH) == for_print_zh(typed)


letters = st.text(
    alphabet=st.sampled_from('"“”«»„()[]- –—.№§ \u00a0авАБИгст5%\nx,:;?!中文…·•《》'), max_size=30
)


@given(letters)
def test_what_is_set_is_not_set_again(text: str) -> None:
    for language in Language:
        once = for_print(text, language)
        assert for_print(once, language) == once


@given(letters)
def test_no_letter_and_no_figure_is_lost(text: str) -> None:
    for language in Language:
        printed = for_print(text, language)
        assert [c for c in printed if c.isalnum()] == [c for c in text if c.isalnum()]
