"""``check --fix`` on texts of any make: exactly what is surely wrong is mended, nothing comes of it, once is enough."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import example, given, settings
from hypothesis import strategies as st

import checker
from checker.doors.cli import main

#: What is written, and what has to stand there afterwards.
MENDED = [
    ("会议要求个部门抓好落实。", "会议要求各部门抓好落实。"),
    ("设备已经按装调试。", "设备已经安装调试。"),
    ("截止目前，进展顺利。", "截至目前，进展顺利。"),
    ("展望二O三五年的前景。", "展望二〇三五年的前景。"),
    ("面向202O年的经验。", "面向2020年的经验。"),
    ("重点任务见后（见附件)。", "重点任务见后（见附件）。"),
    ("推进秸杆综合利用，防止纪律松驰。", "推进秸秆综合利用，防止纪律松弛。"),
    ("人民群众的的获得感更强。", "人民群众的获得感更强。"),
    ("突出创新、聚焦五各方面。", "突出创新、聚焦五个方面。"),
    ("建设国国家级新区。", "建设国家级新区。"),
    ("加快建设建设一批项目，全面推进进。", "加快建设一批项目，全面推进。"),
]
LEFT = [
    "依据《中华人民共和国国家发展规划法》和《中华人民共和国国家安全法》编制。",
    "统一各方面思想，公布署名单位，按装机容量分摊，过渡假期照常。",
    "习近平总书记指出，要统畴发展和安全。",
    "有人说：“截止目前，一切都好。”",
    "印发《关于统畴推进的意见》。",
    "既使企业受益，又使群众受益。",
    "为项目建设设专班，推进进出口贸易，高质量发展展现新气象。",
    "采用O2O模式，型号20O5。",
    "第一章 发展目标",
    "（一（二)安排",
    "",
]
#: Each once: how many characters stand twice changes with what is mended.
PIECES = st.lists(st.sampled_from([*MENDED, *((one, one) for one in LEFT)]), min_size=1, max_size=8, unique=True)
MAKES = st.tuples(
    st.sampled_from([".txt", ".md"]),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.sampled_from(["utf-8", "utf-8-sig", "gb18030"]),
    st.sampled_from(["", "\t", "　　", "## ", "- "]),
)


def said(path: Path) -> Counter[tuple[str, str]]:
    return Counter((one.code, one.message.text()) for one in checker.check(path).findings)


@settings(max_examples=25, deadline=None)
@example(MENDED, (".txt", "\n", "utf-8", "\t"), random.Random(1))
@example(MENDED, (".txt", "\r\n", "gb18030", "　　"), random.Random(1))
@given(PIECES, MAKES, st.randoms(use_true_random=False))
def test_exactly_what_is_surely_wrong_is_mended(
    pieces: list[tuple[str, str]], make: tuple[str, str, str, str], chance: random.Random
) -> None:
    ending, gap, encoding, front = make
    fronts = [front * chance.randrange(2) for _ in pieces]
    before, after = (
        gap.join(first + piece[side] for first, piece in zip(fronts, pieces, strict=True)) + gap for side in (0, 1)
    )
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"纲要{ending}"
        path.write_bytes(before.encode(encoding))
        found = said(path)
        main(["check", "--fix", str(path)])
        assert path.read_bytes() == after.encode(encoding)
        left = checker.check(path).findings
        assert all(one.fix is None for one in left)
        assert not Counter((one.code, one.message.text()) for one in left) - found, "nothing comes of a fix"
        main(["check", "--fix", str(path)])
        assert path.read_bytes() == after.encode(encoding)
