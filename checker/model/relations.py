"""The ties that there can be between elements: from which kinds to which, and what each is called both ways."""

from __future__ import annotations

from checker.model.spec import RelationSpec

RELATIONS: tuple[RelationSpec, ...] = (
    RelationSpec("supports", "支撑", ("measure", "slogan"), ("goal",), "举措服务于目标（提法按其成员）"),
    RelationSpec("measures", "衡量", ("indicator", "category"), ("goal", "measure"), "指标或类别衡量目标"),
    RelationSpec("parent", "上级", ("goal",), ("goal",), "目标通向上级目标", "下级"),
    RelationSpec("part_of", "属于举措", ("measure",), ("measure",), "举措是另一举措的一部分", "包含举措"),
    RelationSpec(
        "contains", "包含", ("slogan",), ("goal", "measure", "indicator", "slogan", "category", "chapter"), "提法的成员"
    ),
    RelationSpec("belongs", "属于", ("indicator",), ("category",), "指标属于类别"),
    RelationSpec("depends", "依赖", ("goal", "measure"), ("goal", "measure"), "以别的为前提", "被依赖"),
    RelationSpec("hinders", "制约", ("goal", "measure"), ("goal", "measure"), "对别的不利", "受制约"),
    RelationSpec("excludes", "互斥", ("goal",), ("goal",), "不能并存"),
    RelationSpec(
        "aligns",
        "承接",
        ("indicator", "goal", "measure"),
        ("indicator", "goal", "measure", "category", "slogan"),
        "承接上位规划",
        "被承接",
    ),
    RelationSpec(
        "implements", "贯彻", ("plan", "indicator", "goal", "measure", "slogan"), ("basis", "demand"), "落实上位依据"
    ),
    RelationSpec("owns", "负责", ("owner",), ("goal", "measure", "indicator"), "责任单位负责"),
    RelationSpec(
        "located", "位于", ("goal", "measure", "indicator", "slogan"), ("part", "chapter", "section"), "写在哪一章"
    ),
    RelationSpec("upper_plan", "上位", ("plan",), ("plan",), "上位规划", "下位"),
)
