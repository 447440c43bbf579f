"""``plancheck new workspace --from … --upper …``: from the documents that an office has to a checked workspace."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from benchmarks.drafting.ways import read_source, write_way
from checker.model import Indicator
from checker.workspace import load_workspace
from tests.doors.conftest import Run
from tests.workbooks import Row, make_book

SOURCE = Path(__file__).parents[2] / "benchmarks" / "drafting" / "禾丰县纲要.txt"
UPPER = """云川市国民经济和社会发展第十五个五年规划纲要
第一章 主要目标
——经济实力实现新跨越。地区生产总值达到4500亿元。
——绿色发展取得新成效。森林覆盖率达到45%。
主要指标
序号\t指标\t单位\t2025年\t2030年\t属性
1\t地区生产总值\t亿元\t3300\t4500\t预期性
2\t森林覆盖率\t%\t44.6\t45\t约束性
3\t城镇调查失业率\t%\t5.1\t＜5.5\t预期性
第二章 做强产业
第一节 壮大产业集群
实施强链补链工程。
"""
NOTE = """《禾丰县国民经济和社会发展第十五个五年规划纲要》起草说明
一、起草过程
2025年3月启动，召开座谈会12次。
二、主要内容
《纲要》提出“三个禾丰”，即实力禾丰、美丽禾丰、幸福禾丰。
"""
ROWS: list[Row] = [
    ["禾丰县“十五五”时期主要指标"],
    ["指标名称", "单位", "2025年实际", "2030年目标", "属性", "责任单位"],
    ["地区生产总值", "亿元", 286, 390, "预期性", "发展改革局"],
    ["森林覆盖率", "%", 61.3, 61.5, "约束性", "林业局"],
    ["公共图书馆数", "座", 2, 4, "预期性", "文化旅游局"],
]


@pytest.fixture
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write_way(read_source(SOURCE), "样式", tmp_path / "纲要.docx")
    (tmp_path / "市纲要.txt").write_text(UPPER, encoding="utf-8")
    (tmp_path / "起草说明.txt").write_text(NOTE, encoding="utf-8")
    (tmp_path / "主要指标.xlsx").write_bytes(make_book(ROWS))
    return tmp_path


def test_documents_make_a_workspace_with_an_upper_plan(run: Run, documents: Path) -> None:
    ran = run("new", "workspace", "甲", "--from", "纲要.docx", "起草说明.txt", "主要指标.xlsx", "--upper", "市纲要.txt")
    assert (ran.status, ran.err) == (0, "")
    written = [line.removeprefix("已写：甲/") for line in ran.out.splitlines() if line.startswith("已写：")]
    assert written == [
        "plancheck.toml",
        "上位规划/云川市十五五.plan",
        "上位规划/市纲要.txt",
        "规划/禾丰县十五五.plan",
        "规划/纲要.docx",
        "规划/起草说明.txt",
        "规划/主要指标.xlsx",
    ]
    assert "禾丰县十五五：读到：部分3、章8、节21、目标6、指标21" in ran.out
    assert "云川市十五五：读到：章2、节1、目标2、指标3" in ran.out
    workspace = load_workspace([documents / "甲"], documents)
    plan = next(one for one in workspace.plans if one.name == "禾丰县十五五")
    assert [(one.name, one.at_hand) for one in plan.texts] == [
        ("纲要.docx", True),
        ("起草说明.txt", True),
        ("主要指标.xlsx", True),
    ]
    indicators = {one.name: one for one in plan.elements if isinstance(one, Indicator)}
    # The sheet adds an indicator, and to a row of the outline what only it says.
    assert indicators["公共图书馆数"].unit_text == "座"
    assert [one.text for one in indicators["森林覆盖率"].owners] == ["林业局"]
    assert "三个禾丰" in {one.name for one in plan.elements}
    # What is surely one is carried, and said to be a guess; the rest is for `plancheck align`.
    assert "禾丰县十五五：承接上位规划3项，按名称、写法、单位推断；把握不大的2项没有写" in ran.out
    text = (documents / "甲" / "规划" / "禾丰县十五五.plan").read_text(encoding="utf-8")
    assert "承接：云川市十五五.森林覆盖率（参考、推断）" in text
    body = text[text.index("\n规划 ") :]
    assert f"标了待核、推断的{len(re.findall('待核|推断', body))}处" in text
    checked = run("甲")
    assert not {"PC101", "PC102", "PC103", "PC104", "PC105", "PC703", "PC704"} & {
        word for word in checked.out.split() if word.startswith("PC")
    }
    assert "「云川市十五五」没有取得" not in checked.out
    assert run("fmt", "--check", "甲").status == 0


def test_an_upper_plan_that_is_not_at_hand_is_named(run: Run, documents: Path) -> None:
    assert run("new", "workspace", "甲", "--from", "纲要.docx").status == 0
    text = (documents / "甲" / "规划" / "禾丰县十五五.plan").read_text(encoding="utf-8")
    assert "上位规划：云川市十五五（未取得，待核）" in text
    assert "「云川市十五五」没有取得" in run("甲").out


def test_the_nations_outline_that_goes_along_is_an_upper_plan(run: Run, documents: Path) -> None:
    words = ("--from", "纲要.docx", "--upper", "市纲要.txt", "--period", "2026—2030")
    ran = run("new", "workspace", "甲", *words)
    assert (ran.status, ran.err) == (0, "")
    assert "上位规划：国家十五五，plancheck 自带，不在文件夹里" in ran.out
    assert 'shipped = ["国家十五五"]' in (documents / "甲" / "plancheck.toml").read_text(encoding="utf-8")
    text = (documents / "甲" / "规划" / "禾丰县十五五.plan").read_text(encoding="utf-8")
    assert "上位规划：云川市十五五、国家十五五" in text
    # What the city has is carried of the city; no tie to the nation demands anything.
    assert "承接：云川市十五五.森林覆盖率" in text
    ties = re.findall(r"承接：国家十五五\.[^（]+（(.+?)）", text)
    assert set(ties) == {"参考、推断"}
    checked = run("甲")
    assert not [code for code in re.findall(r"PC5\d\d", checked.out.partition("没有检查的")[0]) if code != "PC507"]


def test_a_plan_that_is_named_and_goes_along_is_at_hand(run: Run, documents: Path) -> None:
    Path("区纲要.txt").write_text(
        "示例区国民经济和社会发展第十五个五年规划纲要\n"
        "根据《临江省国民经济和社会发展第十五个五年规划纲要》"
        "《杭州市国民经济和社会发展第十五个五年规划纲要》编制。\n"
        "第一章 主要目标\n——民生福祉达到新水平。人均预期寿命达到84.5岁。\n第二章 惠民生\n第一节 健康\n加强服务。\n",
        encoding="utf-8",
    )
    assert run("new", "workspace", "甲", "--from", "区纲要.txt", "--period", "十五五").status == 0
    text = (documents / "甲" / "规划" / "示例区十五五.plan").read_text(encoding="utf-8")
    assert "上位规划：杭州市十五五、临江省十五五（未取得，待核）、国家十五五" in text
    assert "承接：杭州市十五五.人均预期寿命（参考、推断）" in text


def test_figures_of_the_nation_that_a_county_tells_are_not_its_own(run: Run, documents: Path) -> None:
    Path("县规划.txt").write_text(
        "示例县国民经济和社会发展第十五个五年规划纲要\n第一章 面临形势\n"
        "国家“十五五”规划纲要提出，到2030年能源综合生产能力达到58亿吨标准煤，人均预期寿命提高到80岁。\n"
        "第二章 主要目标\n到2030年，粮食综合生产能力达到4.5亿斤，人均预期寿命达到78.5岁。\n"
        "第三章 夯实农业\n第一节 稳粮\n实施高标准农田建设工程。\n",
        encoding="utf-8",
    )
    assert run("new", "workspace", "甲", "--from", "县规划.txt", "--period", "2026—2030").status == 0
    text = (documents / "甲" / "规划" / "示例县十五五.plan").read_text(encoding="utf-8")
    assert "指标 能源综合生产能力" not in text
    assert "2030年：目标 78.5" in text
    checked = run("甲")
    assert "错误 0，警告 0" in checked.out or "没有查出问题" in checked.out
    aligned = run("align", "甲").out
    # What only the levels above have is not set here; what the nation's chapters tell is no hole of the county.
    assert "能源综合生产能力" in aligned.partition("本级不设")[2]
    assert "原油年产量" not in aligned


def test_documents_of_another_period_are_told(run: Run, documents: Path) -> None:
    ran = run("new", "workspace", "甲", "--from", "纲要.docx", "--period", "2021—2025")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == "plancheck：文稿的规划期是2026—2030，与 --period 不同\n"


@pytest.mark.parametrize("title", ["中华人民共和国国民经济和社会发展第十五个五年规划纲要\n", ""])
def test_the_nations_outline_has_the_name_of_the_one_that_goes_along(run: Run, documents: Path, title: str) -> None:
    Path("国家十五五纲要2026.txt").write_text(
        f"{title}第一篇 开创新局面\n第一章 主要目标\n——高质量发展取得成效。我国森林覆盖率达到25.8%。\n"
        "第二章 建设产业体系\n第一节 提质\n我国制造业保持合理比重。\n第三章 科技自立\n第一节 攻关\n推进攻关。\n",
        encoding="utf-8",
    )
    drafted = run("draft", "国家十五五纲要2026.txt").out
    assert "\n规划 国家十五五 {" in drafted
    words = ("--from", "纲要.docx", "--upper", "国家十五五纲要2026.txt", "--period", "2026—2030")
    ran = run("new", "workspace", "甲", *words)
    assert ran.status == 0
    assert "「国家十五五」plancheck 也自带；这里用的是由所给文稿起草的" in ran.out
    # The one at hand is the one that counts.
    assert "# shipped" in (documents / "甲" / "plancheck.toml").read_text(encoding="utf-8")
    plans = load_workspace([documents / "甲"], documents).plans
    assert [plan.name for plan in plans if plan.role == "upper"] == ["国家十五五"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--upper", "市纲要.txt"), "--upper 要和 --from 一起用"),
        (("--from", "纲要.docx", "市纲要.txt"), "纲要.docx 与 市纲要.txt 不是同一部规划的文稿"),
        (("--from", "没有.docx"), "没有.docx"),
    ],
)
def test_what_makes_no_workspace_leaves_nothing(run: Run, documents: Path, words: tuple[str, ...], told: str) -> None:
    ran = run("new", "workspace", "甲", *words)
    assert ran.status == 2
    assert told in ran.err
    assert ran.err.count("\n") == 1
    assert not (documents / "甲").exists()


def test_several_documents_make_one_draft(run: Run, documents: Path) -> None:
    ran = run("draft", "起草说明.txt", "主要指标.xlsx", "纲要.docx", "-o", "草.plan")
    assert ran.status == 0
    text = (documents / "草.plan").read_text(encoding="utf-8")
    assert "文本：“纲要.docx”（主文）、“起草说明.txt”（说明）、“主要指标.xlsx”（指标表）" in text
    ran = run("draft", "纲要.docx", "市纲要.txt")
    assert ran.status == 2
    assert "分开起草" in ran.err
