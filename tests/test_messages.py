"""The sentences themselves: both languages say the same, and no two are alike."""

import pkgutil
from collections import Counter
from collections.abc import Iterator
from importlib import import_module
from string import Formatter

import pytest

from checker import messages
from checker.messages import Template

#: Suffix of an argument that only the English sentence takes, because the Chinese word will not do in it.
_ENGLISH = "_en"


def templates() -> Iterator[tuple[str, Template]]:
    for module in pkgutil.iter_modules(messages.__path__, "checker.messages."):
        for name, value in vars(import_module(module.name)).items():
            if isinstance(value, Template):
                yield name, value
            elif isinstance(value, dict):
                yield from ((f"{name}[{key!r}]", one) for key, one in value.items() if isinstance(one, Template))


TEMPLATES = dict(templates())


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("name", TEMPLATES)
def test_both_languages_take_the_same_arguments(name: str) -> None:
    template = TEMPLATES[name]
    zh = placeholders(template.zh)
    en = {one.removesuffix(_ENGLISH) if one not in zh else one for one in placeholders(template.en)}
    assert zh == en


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_sentence_is_of_fact(name: str) -> None:
    """No 请, no exclamation, no blank at an end; English for those who read no Chinese has to be there."""
    template = TEMPLATES[name]
    assert template.zh
    assert template.en
    for text in (template.zh, template.en):
        assert text == text.strip()
        # 表2!C7 is how a spreadsheet calls a cell.
        assert not set(text.replace("!{cell}", "")) & set("！!")
    for word in ("请", "非法", "您"):
        assert word not in template.zh


def test_no_two_sentences_are_alike() -> None:
    counted = Counter(template for name, template in TEMPLATES.items() if "[" not in name)
    assert [template.zh for template, count in counted.items() if count > 1] == []
    chinese = Counter(template.zh for template in counted)
    assert [zh for zh, count in chinese.items() if count > 1] == []


def test_a_message_within_a_message_is_told_in_the_same_language() -> None:
    outer, inner = Template("外（{inner}）", "outer ({inner})"), Template("内 {n}", "inner {n}")
    message = outer(inner=inner(n=3))
    assert (message.text(), message.text("en")) == ("外（内 3）", "outer (inner 3)")


def test_messages_with_the_same_arguments_are_equal_in_any_order() -> None:
    template = Template("{a}{b}", "{b}{a}")
    assert template(a=1, b=2) == template(b=2, a=1)
    assert len({template(a=1, b=2), template(b=2, a=1)}) == 1
