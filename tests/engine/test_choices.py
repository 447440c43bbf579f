"""Words from outside become options, or one sentence says why not."""

from datetime import date
from typing import Any

import pytest

from checker.engine.choices import build_options
from checker.engine.options import Options
from checker.finding import Severity
from checker.messages.run_error import RunError


def test_nothing_said_leaves_everything_open() -> None:
    assert build_options() == Options()


@pytest.mark.parametrize("word", ["送审稿", "review_draft", "review-draft", "Review Draft", "「送审稿」"])
def test_a_stage_is_known_by_each_of_its_words(word: str) -> None:
    assert build_options(stage=word).stage == "review_draft"


@pytest.mark.parametrize(("word", "level"), [("开发区", "zone"), ("县", "county"), ("national", "national")])
def test_a_level_is_known_by_each_of_its_words(word: str, level: str) -> None:
    assert build_options(level=word).level == level


@pytest.mark.parametrize("word", ["2026-03-12", "2026年3月12日", "２０２６－０３－１２"])
def test_a_day_is_read_as_drafters_write_it(word: str) -> None:
    assert build_options(as_of=word).as_of == date(2026, 3, 12)


def test_a_date_is_taken_as_it_is() -> None:
    assert build_options(as_of=date(2026, 3, 12)).as_of == date(2026, 3, 12)


@pytest.mark.parametrize(("word", "gate"), [("warning", Severity.WARNING), ("提示", Severity.INFO)])
def test_the_gate_is_a_severity(word: str, gate: Severity) -> None:
    assert build_options(gate=word).gate is gate


def test_codes_come_one_by_one_or_several_in_one() -> None:
    options = build_options(select=["PC201,PC3", "ＰＣ４"], ignore="PC301、PC302； orphan-measure")
    assert options.select == ("PC201", "PC3", "PC4")
    assert options.ignore == ("PC301", "PC302", "orphan-measure")


@pytest.mark.parametrize(("word", "jobs"), [("4", 4), (2, 2), ("８", 8)])
def test_jobs_are_a_number(word: str | int, jobs: int) -> None:
    assert build_options(jobs=word).jobs == jobs


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (
            {"stage": "送稿"},
            "--stage（阶段） 没有“送稿”这个值，可以是：征求意见稿、送审稿、报批稿、印发稿；是否指“送审稿”",
        ),
        ({"level": "月球"}, "--level（层级） 没有“月球”这个值，可以是：国家、省、市、县区、开发区、专项"),
        ({"gate": "eror"}, "--gate（门槛） 没有“eror”这个值，可以是：error、warning、info；是否指“error”"),
        ({"as_of": "明天"}, "--as-of（基准日） 后面要一个日期，如 2026-03-12，“明天”不是"),
        ({"as_of": "2026-02-30"}, "--as-of（基准日） 后面要一个日期，如 2026-03-12，“2026-02-30”不是"),
        ({"as_of": "2026年3月"}, "--as-of（基准日） 后面要一个日期，如 2026-03-12，“2026年3月”不是"),
        ({"jobs": "0"}, "--jobs（进程数） 后面要一个正整数，“0”不是"),
        ({"jobs": "许多"}, "--jobs（进程数） 后面要一个正整数，“许多”不是"),
        ({"jobs": "9" * 5000}, "--jobs（进程数） 后面要一个正整数，“" + "9" * 5000 + "”不是"),
    ],
)
def test_a_word_that_means_nothing_is_told_with_its_option(words: dict[str, Any], sentence: str) -> None:
    with pytest.raises(RunError) as caught:
        build_options(**words)
    assert caught.value.message.text("zh") == sentence
