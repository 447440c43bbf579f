"""The closed lists of words that fields and remarks of a plan take, with the stored word of each."""

from __future__ import annotations

from functools import cache

from msgspec.structs import replace

from checker.messages.choices import Choice


def _choices(**words: str) -> tuple[Choice, ...]:
    return tuple(Choice(en, tuple(zh.split("、"))) for en, zh in words.items())


def _ranked(rising: tuple[str, ...], choices: tuple[Choice, ...]) -> tuple[Choice, ...]:
    """The choices in their order, the greatest last; one that is not in it stands beside the others."""
    ranks = {word: rank for rank, word in enumerate(rising)}
    return tuple(replace(choice, rank=ranks.get(choice.en)) for choice in choices)


DOCUMENT_KINDS = _choices(
    outline="纲要、规划纲要",
    drafting_note="起草说明、编制说明",
    implementation_plan="实施方案",
    breakdown="分解方案",
    assessment="考核办法、考核评价办法",
)
#: From the top down; a rule may compare them.
LEVELS = _ranked(
    ("zone", "county", "city", "province", "national"),
    _choices(national="国家", province="省", city="市", county="县区、县、区", zone="开发区、经开区", special="专项"),
)
STAGES = _ranked(
    ("consultation_draft", "review_draft", "approval_draft", "issued"),
    _choices(consultation_draft="征求意见稿", review_draft="送审稿", approval_draft="报批稿", issued="印发稿"),
)
NATURES = _choices(anticipated="预期性", binding="约束性", unknown="不明")
DIRECTIONS = _choices(higher="越高越好", lower="越低越好", range="区间")
LISTED = _choices(complete="全部", partial="部分", unpublished="未公开", unknown="不明")
MEASURE_TYPES = _choices(
    programme="工程", action="行动", project="项目", policy="政策", task="任务", carrier="载体", safeguard="保障"
)
GOAL_TYPES = _choices(overall="总目标", sub="分目标")
BASIS_TYPES = _choices(
    thought="指导思想",
    speech="讲话",
    meeting="会议",
    strategy="战略",
    document="文件",
    assessment="考核",
    proposal="建议",
)
HANDLING = _choices(adopted="采纳", partly="部分采纳", rejected="不采纳、未采纳", pending="待处理")
TENSES = _choices(actual="实际、实际值", target="目标、目标值", expected="预计", striving="力争")
BASES = _choices(point="时点", annual="年均", cumulative="累计")
UNIT_KINDS = _choices(amount="量", ratio="比率", points="差", ordinal="序数", count="计数")
ALIGNMENT_MODES = _choices(at_least="不低于", at_most="不高于", same="同值", share="份额", reference="参考")

#: Remarks in brackets and what they say; a field lists those it takes.
NOTES = _choices(
    inferred="推断",
    to_verify="待核",
    official="官方",
    relayed="转述",
    at_least="不低于",
    at_most="不高于",
    same="同值",
    share="份额",
    reference="参考",
    reviewed="已复核、复核",
    tolerance="容差",
    listed="列出",
    complete="全部、完整",
    partial="部分",
    anticipated="预期性",
    binding="约束性",
    main="主文",
    note="说明",
    table="指标表",
    appendix="附件",
    current_price="现价、当年价",
    constant_price="不变价、可比价",
    scope="范围",
    reckoning="口径",
    timing="时点",
    year_end="年末",
    in_year="当年",
    accumulated="累计",
    assessed_year="考核年度",
    published_year="公布年",
    source="来源",
    since="自",
    reason="理由",
    lead="牵头",
    support="配合、协办、参与",
    unissued="未印发",
    not_at_hand="未取得",
    consultation_draft="征求意见稿",
)
#: Why a plan that is named is not there, or not there as it will be.
ABSENT_NOTES = ("unissued", "not_at_hand", "consultation_draft")
#: What a tie, a figure and a source may have behind them.
TIE_NOTES = ("inferred", "to_verify", "source")
FIGURE_NOTES = (
    "tolerance",
    "current_price",
    "constant_price",
    "scope",
    "reckoning",
    "timing",
    "year_end",
    "in_year",
    "accumulated",
    "assessed_year",
    "published_year",
    "source",
    "official",
    "relayed",
    "inferred",
    "to_verify",
    "reason",
)
SOURCE_NOTES = ("official", "relayed", "main", "note", "table", "appendix", "since")


@cache
def note_words() -> dict[str, str]:
    """Chinese and English words of remarks → the English remark."""
    return {word: note.en for note in NOTES for word in (*note.zh, note.en)}
