"""Three rounds of a made-up county's outline as Word files, and what a person would carry from each into a plan.

What has to be proposed was written down before there was anything that proposes.
"""

from __future__ import annotations

from pathlib import Path

from benchmarks.drafting.ways import Line, read_source, write_way

SOURCE = Path(__file__).parents[2] / "benchmarks" / "drafting" / "禾丰县纲要.txt"
#: Words of one round → those of the next; each stands once.
SECOND = [
    ("到2030年达到390亿元", "到2030年达到400亿元"),
    ("| 286 | 390 |", "| 286 | 400 |"),
    ("高新技术企业超过120家", "高新技术企业超过130家"),
    ("| 64 | ＞120 |", "| 64 | ＞130 |"),
    ("绿色生态（5项） | 14", "绿色生态（4项） | 14"),
    ("| | 18 | 单位地区生产总值用水量下降 | % | — | — | ［12］ | 约束性\n", ""),
    ("| 安全保障（2项） | 19 |", "| 安全保障（3项） | 18 |"),
    (
        "| | 20 | 能源综合生产能力 | 万吨标准煤 | 16 | 30 | — | 预期性\n",
        """| | 19 | 能源综合生产能力 | 万吨标准煤 | 16 | 30 | — | 预期性
| | 20 | 应急避难场所人均面积 | 平方米 | 1.2 | 1.5 | — | 预期性
""",
    ),
    ("——治理效能达到新水平。", "——治理效能迈上新台阶。"),
    ("### 激发创新活力", "### 激发创新创造活力"),
    ("技术合同成交额达到6亿元", "技术合同成交额达到8亿元"),
    ("推进清溪古镇保护利用项目、云顶山国家森林公园提升工程。", "推进清溪古镇保护利用项目。"),
    ("实施县城更新提质行动，", "实施城市内涝治理工程。实施县城更新提质行动，"),
    ("城乡融合先行区和竹产业创新高地", "城乡融合试验区和竹产业创新高地"),
    ("| 2026—2029 | 14.5", "| 2026—2028 | 14.5"),
]
THIRD = [
    ("（送审稿）", "（报批稿）"),
    ("## 保障和改善民生", "## 建设数字禾丰\n### 完善数字基础设施\n实施城乡数字底座工程。\n## 保障和改善民生"),
    ("人均预期寿命达到81.2岁", "人均预期寿命达到81.5岁"),
]


def changed(text: str, changes: list[tuple[str, str]]) -> str:
    """The text of the next round."""
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def rounds() -> list[str]:
    """The sources of the three rounds."""
    first = SOURCE.read_text(encoding="utf-8")
    second = changed(first, SECOND)
    return [first, second, changed(second, THIRD)]


def write_round(source: str, path: Path) -> None:
    """A source as a Word file with the headings of Word."""
    write_way(lines_of(source, path), "样式", path)


def lines_of(source: str, path: Path) -> list[Line]:
    """The lines of a source, read as those of a file."""
    held = path.with_suffix(".source")
    held.write_text(source, encoding="utf-8")
    lines = read_source(held)
    held.unlink()
    return lines
