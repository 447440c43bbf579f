"""What a text names, through the public door: one slip a text is told, and what only looks like one is not."""

from __future__ import annotations

from pathlib import Path

import pytest

import checker

CITY = "苏州市国民经济和社会发展第十五个五年规划纲要\n"
PROVINCE = "江苏省国民经济和社会发展第十五个五年规划纲要\n"
REPORT = "2026年苏州市政府工作报告\n——2026年1月15日在苏州市第十七届人民代表大会第五次会议上\n各位代表：\n"
CODES = {"PC706", "PC715", "PC736", "PC737", "PC738", "PC739"}


def told(folder: Path, text: str) -> list[tuple[str, str]]:
    """Code and words of what is found in `text` by the rules about names."""
    path = folder / "试.txt"
    path.write_text(text, encoding="utf-8")
    found = checker.check(path).findings
    return [(one.code, one.span.text) for one in found if one.code in CODES]


SLIPS = {
    # names, slogans, codes, programmes
    "a numeral": (CITY + "打造“一核两翼”。\n完善“一核两翼”布局。\n优化“一核三翼”。", "PC706", "一核三翼"),
    "a code": (CITY + "构建“1+3+5”体系。\n做强“1+3+5”体系。\n完善“1+3+6”体系。", "PC706", "1+3+6"),
    "a code of digits": (CITY + "壮大“1030”体系。\n围绕“1030”集群。\n优化“1020”体系。", "PC706", "1020"),
    "a long name once each": (CITY + "实施“万企上云赋能”行动。\n推进“千企上云赋能”计划。", "PC706", "千企上云赋能"),
    "members changed about": (CITY + "推进“智改数转”。\n深化“智改数转”。\n加快“数改智转”。", "PC706", "数改智转"),
    "a word less": (CITY + "深化“探路者计划”。\n实施“探路者计划”。\n推进“探路计划”。", "PC706", "探路计划"),
    "a word more inside": (CITY + "建设“和美太湖”。\n打造“和美太湖”。\n擦亮“和美新太湖”。", "PC706", "和美新太湖"),
    "quoted here, not there": (CITY + "唱好沪苏“双城记”。\n续写沪苏“双城记”。\n唱响沪苏“双核记”。", "PC706", "双核记"),
    "years of a programme": (
        CITY + "启动“暖心养老”三年行动。\n深化“暖心养老”三年行动。\n推进“暖心养老”五年行动。",
        "PC706",
        "“暖心养老”五年行动",
    ),
    "without marks": (CITY + "建设环阳澄湖科创带。\n支持环阳澄湖科创带。\n提升环阳澄湖科技带。", "PC706", ""),
    "a plan without marks": (
        CITY + "实施文化产业倍增计划。\n推进文化产业倍增计划。\n深化文化产业培增计划。",
        "PC706",
        "文化产业培增计划",
    ),
    "a count without marks": (
        CITY + "四大创新集群提质。\n做强四大创新集群。\n培育五大创新集群。",
        "PC706",
        "五大创新集群",
    ),
    "against a glossary": (
        CITY + "实施“探路计划”。\n1.探路者计划：支持青年人才的计划。",
        "PC706",
        "探路计划",
    ),
    "a local law": (CITY + "落实《望川市望江流域保护法》。", "PC737", "望川市望江流域保护法"),
    "a local law of another kind": (CITY + "修订《望川市养老服务法》。", "PC737", "望川市养老服务法"),
    "a name about": (CITY + "落实《苏州市社会和国民经济发展第十五个五年规划纲要》。", "PC737", ""),
    "a name without its 个": (CITY + "落实《苏州市国民经济和社会发展第十五五年规划纲要》。", "PC737", ""),
    "another end": (CITY + "落实《江苏省国民经济和社会发展第十五个五年规划纲领》。", "PC737", "纲领"),
    "a number with 第": (CITY + "印发《行动方案》（云经管〔2025〕第011号）。", "PC737", ""),
    "a year of two digits": (CITY + "印发《行动方案》（云政发〔25〕11号）。", "PC737", ""),
    # places
    "a zone the list does not know": (
        "关于《云岭经济开发区“十五五”发展规划纲要（草案）》的起草说明\n按照望城经开区管委会安排，现作说明。\n",
        "PC715",
        "望城经开区管委会",
    ),
    "a city the list does not know": (
        "望川市国民经济和社会发展第十五个五年规划纲要\n第一章 实施\n石川市人民政府每年报告实施情况。",
        "PC715",
        "石川市人民政府",
    ),
    "a slogan of one's own": (CITY + "建设更高水平的平安无锡。", "PC715", "无锡"),
    "a new chapter": (CITY + "奋力谱写中国式现代化无锡新篇章。", "PC715", "无锡"),
    "learned from the text": (CITY + "提升苏州城市能级。\n提升无锡城市能级。", "PC715", "无锡"),
    "a brand": (CITY + "打响“苏州制造”品牌。\n打响“杭州制造”品牌。", "PC715", "杭州"),
    "a committee": (CITY + "落实南京市委部署。", "PC715", "南京市委"),
    "any office": (CITY + "本规划由南京市交通运输局负责解释。", "PC715", "南京市交通运输局"),
    "a list of districts": (CITY + "支持姑苏区、滨湖区、吴中区发展。", "PC715", "滨湖区"),
    "a province": (PROVINCE + "推进美丽浙江建设。", "PC715", "浙江"),
    "a city under another province": (PROVINCE + "学习江西省合肥市。", "PC715", "江西省合肥市"),
    "a district under another city": (PROVINCE + "支持苏州市滨湖区。", "PC715", "苏州市滨湖区"),
    # meetings
    "congress and plenum": (CITY + "贯彻党的二十大和十九届历次全会精神。", "PC736", "二十大和十九届"),
    "the congress before": (CITY + "贯彻党的十九大精神。", "PC736", "贯彻党的十九大精神"),
    "never held": (CITY + "落实党的十九届八中全会精神。", "PC736", "党的十九届八中全会"),
    "out of order": (CITY + "落实党的二十届三中、二中全会精神。", "PC736", "党的二十届三中、二中全会"),
    "central and local": (CITY + "党的二十届四次全会提出建议。", "PC736", "二十届四次全会"),
    "one plenum, two ordinals": (
        CITY + "按照市委十三届九次全会部署。\n落实市委十三届九次全会精神。\n市委十二届九次全会通过建议。",
        "PC736",
        "市委十二届九次全会",
    ),
    "committee and congress": (CITY + "落实市第十三次党代会和市委十四届九次全会精神。", "PC736", "市委十四届九次全会"),
    "the tasks of last year": (
        REPORT + "完成了市十七届人大三次会议确定的目标任务。",
        "PC736",
        "市十七届人大三次会议",
    ),
    "the year of a session": (CITY + "2026年3月召开的十四届全国人大三次会议。", "PC736", "十四届全国人大三次会议"),
    # documents
    "a character of a law": (CITY + "依据国家发展计划法。", "PC737", "国家发展计划法"),
    "two characters of a law": (CITY + "落实粮食安全保护法。", "PC737", "粮食安全保护法"),
    "two more": (CITY + "落实民营经济发展促进法。", "PC737", "民营经济发展促进法"),
    "a law of a city": (CITY + "实施苏州市人工智能促进法。", "PC737", "苏州市人工智能促进法"),
    "the name of a plan": (CITY + "《苏州市国民经济与社会发展第十五个五年规划纲要》。", "PC737", ""),
    "a proposal": (
        CITY + "《中共苏州市委关于制定苏州市国民经济和社会发展第十五个五年规划的意见》。",
        "PC737",
        "意见",
    ),
    "two titles": (
        CITY + "落实《苏州市环古城河整治提升方案》。\n执行《苏州市环古城河整治提质方案》。",
        "PC737",
        "苏州市环古城河整治提质方案",
    ),
    "two periods": (
        CITY + "落实《苏州市国土空间总体规划（2021—2035年）》。\n对接《苏州市国土空间总体规划（2020—2035年）》。",
        "PC737",
        "苏州市国土空间总体规划（2020—2035年）",
    ),
    "another short name": (
        CITY
        + "《苏州市国民经济和社会发展第十五个五年规划纲要（草案）》（以下简称《纲要草案》）。\n《规划草案》明确目标。",
        "PC737",
        "规划草案",
    ),
    "a number": (CITY + "按照苏府发〔2026〕第08号文件。", "PC737", "〔2026〕第08号"),
    "two numbers": (
        CITY + "《关于建设数字苏州的意见》（苏府发〔2026〕8号）。\n《关于建设数字苏州的意见》（苏府发〔2026〕9号）。",
        "PC737",
        "苏府发〔2026〕9号",
    ),
    # terms
    "an emerging industry": (CITY + "培育战略新兴产业。", "PC738", "战略新兴产业"),
    "a kind of indicator": (CITY + "2项约束型指标。", "PC738", "约束型指标"),
    "no such indicator": (CITY + "20项指导性指标。", "PC738", "指导性指标"),
    "a product": (CITY + "全市国内生产总值增长5%。", "PC738", "国内生产总值"),
    "a product of a city": (CITY + "苏州国内生产总值增长5%。", "PC738", "国内生产总值"),
    "services": (CITY + "发展生产型服务业。", "PC738", "生产型服务业"),
    "a reform": (CITY + "深化供给侧结构改革。", "PC738", "供给侧结构改革"),
    "a phrase": (CITY + "做到“两个拥护”。", "PC738", "两个拥护"),
    "a count of a phrase": (CITY + "增强“五个意识”。", "PC738", "五个意识"),
    "a layout": (CITY + "统筹推进“六位一体”总体布局。", "PC738", "六位一体”"),
    "control lines": (CITY + "统筹划定三区四线。", "PC738", "三区四线"),
    # stages
    "done while a draft": (
        "《苏州市国民经济和社会发展第十五个五年规划纲要》（以下简称《纲要》）说明\n目前形成《纲要》（送审稿）。\n正式印发了《纲要》。",
        "PC739",
        "正式印发了《纲要》",
    ),
}

SOUND = {
    "rungs of a ladder": CITY + "培育“一链百亿”“十链百亿”“百链百亿”集群，“一链百亿”领先，“一链百亿”提速。",
    "two in one sentence": CITY + "从“一件事”向“一类事”演进。“一件事”改革深化。“一件事”办理提速。",
    "things that stand in contrast": CITY
    + "推进“硬联通”。加强“硬联通”。促进“软联通”。做强东部新城。提升东部新城。做强西部新城。",
    "numerals that differ rightly": CITY
    + "实施三大工程。推进五大行动。“十四五”时期成效显著。“十五五”时期开局。“十五五”时期攻坚。",
    "neighbours": CITY + "与无锡、常州共建太湖湾科创带，对接上海，学习杭州经验，深化苏州无锡合作。推动长三角一体化。",
    "zones next to it": "云岭经济开发区“十五五”发展规划纲要\n与石岭经开区管委会共建园区。学习望城高新区管委会做法。"
    "云岭经开区管委会统筹推进，市人民政府支持。",
    "names of law of places": CITY + "落实《苏州市城市更新办法》，推广《书法》，印发《方案》（苏政发〔2025〕11号）。",
    "its province": CITY + "我市贡献大。为谱写江苏新篇章作贡献。我市发展快。按照省委部署，建设平安江苏。",
    "a speaker who names no place": "政府工作报告\n现在，我代表市人民政府，向大会报告工作。\n"
    "全市上下团结奋斗，推进平安苏州建设，我市发展稳中向好，我省走在前列。",
    "words that are places, too": CITY + "建设平安和谐长治久安的社会，打造绿色东方水城。",
    "its districts": CITY + "支持苏州市姑苏区、昆山市、江苏省苏州市吴江区发展。",
    "meetings that agree": REPORT
    + "完成了市十七届人大四次会议确定的目标任务。落实市委十三届九次、十次全会部署。\n"
    + "贯彻党的二十大和二十届二中、三中、四中全会精神。",
    "last session of history": CITY
    + "市委十三届九次全会通过建议，2025年召开党的二十届四中全会，十一届三中全会开启改革开放。",
    "names of law": CITY
    + "依据《中华人民共和国国家发展规划法》《优化营商环境条例》编制。\n"
    + "落实民营经济促进法、苏州市数字经济促进条例，加强立法执法司法。",
    "issues of one plan": CITY
    + "完成《苏州市生态环境行动方案（2021—2023年）》。实施《苏州市生态环境行动方案（2024—2026年）》。",
    "two documents": CITY
    + "《中共苏州市委关于制定苏州市国民经济和社会发展第十五个五年规划的建议》（以下简称《建议》）和本《纲要》衔接。",
    "terms that are right": CITY
    + "战略性新兴产业、高新技术产业、现代产业体系、预期性和约束性指标、地区生产总值；国内生产总值由国家公布。",
    "a character more": CITY + "实际使用内外资分别增长5%和6%。",
    "phrases that are right": CITY
    + "增强“四个意识”，牢记“两个务必”“三个务必”，推进“三位一体”改革、“五位一体”总体布局。",
    "two programmes of one sort": CITY + "落实“春芽计划”。\n升级“春芽计划”。\n实施“春禾计划”。",
    "two short names once each": CITY + "推广教师“市管校用”。\n创新医师“市管镇用”。",
    "one for each of a kind": CITY + "“一企一策”治理亏损。\n“一企一策”盘活资产。\n“一镇一策”壮大产业。",
    "so many of a sort": CITY + "实施碳达峰“十大工程”。\n推进数字化“十大工程”。\n实施促消费“五大工程”。",
    "so many of so many": CITY + "完成“四个十大”项目投资。\n部署智能领域“五个十大”任务。",
    "what happened on two days": CITY + "抗御“23·7”特大洪水。\n应对“25·7”区域洪水。",
    "lists of measures": CITY + "出台纺织业“新九条”政策措施。\n“牧九条”政策效应显现。",
    "a phrase of one's own": CITY + "增强“四个意识”。\n开展“三个意识”教育。\n深化“三个意识”教育。",
    "codes of two things": CITY + "做强“51020”制造业集群。\n壮大“51020”制造业。\n实施“61020”科技行动。",
    "clauses once each": CITY
    + "围绕“项目哪里来、投到哪里去”招商。\n围绕“钱从哪里来、用到哪里去”理财。\n做好“三篇短文章”。\n写好“四篇短文章”。",
    "codes of one numeral": CITY + "推动“3+N”高地建设。\n做强“3+N”高地。\n构建“1+N”专项规划。",
    "a term that a quotation ends in": CITY + "完善“市场+保障”住房供应体系，优化保障性住房供给。",
    "a place within another word": CITY + "推进环南岭—罗浮山县镇村融合发展。",
    "a draft named one": "《纲要》说明\n研究制定了《规划纲要》（草案）（以下简称《规划纲要》）。"
    "目前形成《规划纲要》（送审稿）。",
}


@pytest.mark.parametrize("name", SLIPS)
def test_a_slip_is_told_once(name: str, tmp_path: Path) -> None:
    text, code, words = SLIPS[name]
    found = told(tmp_path, text)
    assert [one for one, _ in found] == [code]
    assert not words or found[0][1] == words


@pytest.mark.parametrize("name", SOUND)
def test_what_is_sound_is_left_alone(name: str, tmp_path: Path) -> None:
    assert told(tmp_path, SOUND[name]) == []
