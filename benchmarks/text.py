"""How well the text rules find faults, and how often they cry wolf: single edits injected into clean texts.

    python -m benchmarks.text [TEXT.txt …] [--seed 1] [--most 8] [--size 1000000]

Without texts the shipped 示例 texts and those of `drafts/` are used. For each kind of fault: how often it could be
injected, how often a new finding at warning or above stands in the paragraph of the edit (or points there), how many
stand elsewhere, and the rules that said so. Then the findings on the unchanged texts, and the speed on a text of
`--size` characters.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path
from time import process_time

from checker import resources
from checker.finding import Finding, Severity
from checker.graph import build_graph
from checker.prose.plain import build_plain
from checker.rules import Facts, load_packs, run_rules
from checker.rules.plan_texts import PlanText
from checker.source import SourceText, Span
from checker.workspace import link_plans

_BOOK = load_packs([], Path())
_DIGITS = "一二三四五六七八九十"
_UP = dict(pairwise(_DIGITS)) | {"十": "九", "两": "三"}
_COUNTED = r"(?<![第一二三四五六七八九十])(?P<count>[二三四五六七八九])(?:个|大|项|条)"
_NOUN = r"(?:方面|目标|工程|原则|任务|领域|短板|行动|重点|体系|措施|工作|板块|产业)"
_SYNONYMS = {
    "迈上": "跃上",
    "得到": "取得",
    "显著": "明显",
    "实现": "取得",
    "提升": "提高",
    "增强": "加强",
    "改善": "好转",
}


@dataclass(frozen=True, slots=True)
class Edit:
    """Put `new` where `start` to `end` is; `place` is where the fault then stands, counted from `start`."""

    start: int
    end: int
    new: str
    place: int = 0


Mutator = Callable[[str], Iterator[Edit]]


def _each(pattern: str, new: Callable[[re.Match[str]], str | None], group: str | int = 0) -> Mutator:
    compiled = re.compile(pattern)

    def mutate(text: str) -> Iterator[Edit]:
        for found in compiled.finditer(text):
            changed = new(found)
            if changed is not None and changed != found[group]:
                yield Edit(found.start(group), found.end(group), changed)

    return mutate


def _up(group: str) -> Callable[[re.Match[str]], str | None]:
    return lambda found: _UP.get(found[group])


def _changed_count(text: str) -> Iterator[Edit]:
    """A count whose list stands beside it, one up."""
    summed = rf"、[^、，。；：\n二三四五六七八九]{{2,20}}{_COUNTED}{_NOUN}"
    announced = rf"{_COUNTED}{_NOUN}[^。：，\n]{{0,6}}(?:：一是|：[^。；\n]*、|”?，即|。一是)"
    for pattern in (summed, announced):
        for found in re.finditer(pattern, text):
            yield Edit(found.start("count"), found.end("count"), _UP[found["count"]])


def _dropped_member(text: str) -> Iterator[Edit]:
    """One member of a list that a count sums up or announces."""
    plain = r"[^、，。；：“”\n和与及]{2,20}"
    before = rf"(?<=[^、，。；：\n]、)(?P<member>{plain}、){plain}{_COUNTED}{_NOUN}"
    behind = rf"{_COUNTED}{_NOUN}”?(?:，即|：)[^、，。；：\n]{{2,20}}、(?P<member>{plain}、)"
    for pattern in (before, behind):
        for found in re.finditer(pattern, text):
            yield Edit(found.start("member"), found.end("member"), "")


def _dropped_last(text: str) -> Iterator[Edit]:
    """The last of 一是…N是 that a count announces."""
    for found in re.finditer(rf"{_COUNTED}{_NOUN}[^。：\n]{{0,6}}[：。]一是[^\n]*", text):
        last = list(re.finditer(r"[；，。](?P<mark>[二三四五六七八九十]是)[^；。\n]*", found[0]))
        if last:
            yield Edit(found.start() + last[-1].start(), found.start() + last[-1].end(), "")


def _second_value(unit_slip: bool) -> Mutator:
    pattern = re.compile(
        r"(?<![比较由从])(?P<year>20[0-9]{2})年，?(?P<name>[\u4e00-\u9fff]{4,16}?)(?<![由从比])(?P<verb>达到|突破|超过|为)?"
        r"(?P<number>[0-9]+(?:\.[0-9]+)?)(?P<unit>亿元|万人|万吨|亿美元|%|家|元)(?![以左])"
    )

    def mutate(text: str) -> Iterator[Edit]:
        for found in pattern.finditer(text):
            unit, number = found["unit"], found["number"]
            if unit_slip and unit not in ("亿元", "亿美元"):
                continue
            value = number if unit_slip else f"{float(number) * 1.17 + 1:.1f}"
            told_in = unit.replace("亿", "万") if unit_slip else unit
            told = f"\n{found['year']}年{found['name']}{found['verb'] or ''}{value}{told_in}。"
            end = text.find("\n", min(found.end() + 400, len(text) - 1))
            end = len(text) if end < 0 else end
            yield Edit(end, end, told, 2)

    return mutate


def _repeated_paragraph(text: str) -> Iterator[Edit]:
    paragraphs = [found for found in re.finditer(r"[^\n]{60,}", text) if not re.search("习近平|党的|全会", found[0])]
    for found in paragraphs:
        end = text.find("\n", min(found.end() + 600, len(text) - 1))
        if end > 0:
            yield Edit(end, end, "\n" + found[0], 2)


def _renamed_goal(text: str) -> Iterator[Edit]:
    """A goal of “N大目标，即A、B、C” worded anew where it is spelt out."""
    for found in re.finditer(r"目标”?，即(?P<list>[^。；\n]+)", text):
        for member in re.split("、|和", found["list"]):
            for old, new in _SYNONYMS.items():
                for again in re.finditer(
                    rf"(?:^|\n|——|[是）、])({re.escape(member)})(?=[。：，\n])", text[found.end() :]
                ):
                    if old in member and len(member) > 6:
                        start = found.end() + again.start(1)
                        yield Edit(start, start + len(member), member.replace(old, new, 1))


def _swapped_dates(text: str) -> Iterator[Edit]:
    """A month of a told procedure moved before the step that it follows."""
    for paragraph in re.finditer(r"[^\n]*(?:起草|编制|征求意见)[^\n]*", text):
        steps = list(
            re.finditer(r"(?<=[。；，])(?:从|自|截至)?(?P<year>20[0-9]{2}年)?(?P<month>[0-9]{1,2})月", paragraph[0])
        )
        for before, step in pairwise(steps[1:]):
            month = int(before["month"]) - 2
            if month >= 1 and int(step["month"]) >= int(before["month"]):
                at = paragraph.start() + step.start("month")
                yield Edit(at, paragraph.start() + step.end("month"), str(month))


def _placed(pattern: str, new: str, group: str | int = 0) -> Mutator:
    return _each(pattern, lambda _: new, group)


MUTATORS: dict[str, Mutator] = {
    "改了数目 count": _changed_count,
    "漏了一项 item": _dropped_member,
    "漏了末项 last": _dropped_last,
    "改了分项 part": _each(
        r"(?<=包括)(?P<part>[0-9]+)(?=项预期性)|(?<=约束性指标)(?P<part_b>[0-9]+)(?=项)", lambda f: str(int(f[0]) + 1)
    ),
    "第二个值 value": _second_value(unit_slip=False),
    "单位差万倍 unit": _second_value(unit_slip=True),
    "年份错 years": _each(r"(?<=“十四五”时期（)2021—2025(?=年)", lambda _: "2020—2024"),
    "届次错 plenum": _placed(r"(?<=2020年10月召开的)十九届五中全会", "十九届四中全会"),
    "远景年错 horizon": _placed(r"(?<=[和到])(?:2035|二〇三五)(?=年远景目标)", "2030"),
    "跳号 skip": _each(r"(?:(?<=\n)|(?<=[；。：]))(?P<n>[二三四五六七])(?=是)", _up("n")),
    "标题重号 double": _each(
        r"(?<=\n)第(?P<n>[三四五六七八])(?=[章])", lambda f: f"第{_DIGITS[_DIGITS.index(f['n']) - 1]}"
    ),
    "重复段落 repeat": _repeated_paragraph,
    "目标改名 goal": _renamed_goal,
    "字母O letter": _each(r"二〇(?=[二三])", lambda _: "二O"),
    "占位符 gap": _each(r"(?<=达到)[0-9]+(?:\.[0-9]+)?(?=[亿万%家])", lambda _: "XX"),
    "章节范围 chapters": _each(
        r"第[三四]章?至第(?P<n>[七八九])章", lambda f: f[0].replace(f["n"], _DIGITS[_DIGITS.index(f["n"]) - 1])
    ),
    "时间颠倒 date": _swapped_dates,
    "别级自称 level": _each(r"我区(?=[的将要经实])", lambda _: "我市"),
    "别级机关 body": _each(r"(?<=阐明)[^，。]{2,4}(?=战略意图)", lambda _: "省委"),
    "各与个 typo": _each(rf"(?<=[三四五六])个(?={_NOUN})", lambda _: "各"),
    "缺书名号 mark": _each(r"》(?=[^《》\n]{4})", lambda _: ""),
    "截止 word": _placed(r"截至(?=[0-9])", "截止"),
}


def check(text: str) -> list[Finding]:
    """The findings of the text rules at warning and above."""
    document = build_plain(SourceText("文本.txt", text))
    facts = Facts([], build_graph([]), link_plans([]), date(2021, 4, 30), texts=(PlanText(document),))
    outcome = run_rules(_BOOK, facts, lambda code, _: code.startswith("PC7"))
    return [one for one in outcome.findings if one.severity >= Severity.WARNING]


def _key(finding: Finding) -> tuple[str, str, str]:
    return finding.code, finding.span.text, finding.message.text()


def _caught(text: str, edit: Edit, known: Counter[tuple[str, str, str]]) -> tuple[bool, list[str], int]:
    """Whether the edit is found in its paragraph, by which rules, and how many new findings stand elsewhere."""
    mutated = text[: edit.start] + edit.new + text[edit.end :]
    place = edit.start + min(edit.place, len(edit.new))
    start, end = mutated.rfind("\n", 0, place) + 1, mutated.find("\n", place)
    end = len(mutated) if end < 0 else end
    findings = check(mutated)
    now = Counter(map(_key, findings))
    new = [one for one in findings if now[_key(one)] > known[_key(one)]]
    right = [one for one in new if any(start <= span.start <= end for span in _spans(one))]
    return bool(right), sorted({one.code for one in right}), len(new) - len(right)


def _spans(finding: Finding) -> Iterator[Span]:
    yield finding.span
    yield from (related.span for related in finding.related)


def report(texts: dict[str, str], seed: int, most: int) -> None:
    """Print the table of recall and of false alarms."""
    chance = random.Random(seed)
    print(f"{'fault':<22}{'injected':>9}{'found':>7}{'recall':>8}{'other':>7}  rules")
    total = hit = 0
    for name, mutate in MUTATORS.items():
        tried = found = others = 0
        codes: Counter[str] = Counter()
        for text in texts.values():
            known = Counter(map(_key, check(text)))
            edits = list(mutate(text))
            for edit in chance.sample(edits, min(most, len(edits))):
                caught, by, other = _caught(text, edit, known)
                tried, found, others = tried + 1, found + caught, others + other
                codes.update(by)
        total, hit = total + tried, hit + found
        share = f"{found / tried:.0%}" if tried else "—"
        print(f"{name:<22}{tried:>9}{found:>7}{share:>8}{others:>7}  {' '.join(sorted(codes))}")
    print(f"{'all':<22}{total:>9}{hit:>7}{hit / max(total, 1):>8.0%}")
    print("\nfindings at warning and above on the unchanged texts")
    for name, text in texts.items():
        found_here = Counter(one.code for one in check(text))
        print(f"{name:<40}{len(text):>8} characters {sum(found_here.values()):>3}  {dict(found_here)}")


def speed(texts: dict[str, str], size: int) -> None:
    """Print characters a CPU second, reading and all text rules, at a tenth of `size` and at `size`."""
    base = "\n".join(texts.values())
    for length in (size // 10, size):
        text = (base * (length // len(base) + 1))[:length]
        before = process_time()
        check(text)
        seconds = process_time() - before
        print(f"{length:>9} characters: {length / seconds:>9.0f} a CPU second")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", nargs="*", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--most", type=int, default=8)
    parser.add_argument("--size", type=int, default=1_000_000)
    options = parser.parse_args()
    drafts = Path(__file__).parent / "drafts"
    paths = options.texts or [*sorted(resources.plans_folder().glob("yunchuan/*.txt")), *sorted(drafts.glob("*.txt"))]
    texts = {path.name: path.read_text(encoding="utf-8") for path in paths}
    report(texts, options.seed, options.most)
    print()
    speed(texts, options.size)


if __name__ == "__main__":
    main()
