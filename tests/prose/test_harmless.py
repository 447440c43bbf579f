"""What looks like two values of one thing and is not: parts told beside wholes, what was added, what was before."""

from __future__ import annotations

import pytest

from checker.finding import Severity
from tests.prose.test_text_cases import check_text

TITLE = "望川市国民经济和社会发展第十五个五年规划纲要\n"
REVIEW = "第一章 发展基础\n“十四五”时期，经济实力持续增强。\n"
AIMS = "第二章 主要目标\n到2030年，努力实现以下目标。\n"
TASKS = "第三章 主要任务\n"
TABLE = """专栏1 主要指标
指标	单位	2025年	2030年	年均增长或［累计］	属性
地区生产总值	亿元	1690.2	2400左右	6左右	预期性
公路里程	万公里	2.1	2.6	［0.5］	预期性
新型储能装机规模	万千瓦	12	50	［38］	预期性
粮食产量	万吨	90.1	95	—	预期性
亩均税收	万元/亩	14	20	—	预期性
人均地区生产总值	万元	5.4	7.6	—	预期性
常住人口	万人	310.5	316	—	预期性
"""
REPORT = "2026年示川区政府工作报告\n"

#: What has been added, and what was there before, beside a table of what is there then.
CHANGES = [
    REVIEW + "地区生产总值由2020年的1200.5亿元增加到2025年的1690.2亿元，五年净增489.7亿元。",
    REVIEW + "粮食产量由80.5万吨增加到2025年的90.1万吨，净增9.6万吨。",
    REVIEW + "2025年，常住人口由301万人增加到310.5万人，净增加9.5万人。",
    TASKS + "2030年前建成两座蓄能电站。新型储能装机规模由12万千瓦增加到50万千瓦。",
    TASKS + "到2030年公路里程由2.1万公里增加到2.6万公里，五年净增0.5万公里。",
    TASKS + "2030年粮食产量从90.1万吨提高到95万吨。",
    TASKS + "2030年末，地区生产总值由1690.2亿元扩大到2400亿元左右。",
]
PER_UNIT = [
    TASKS + "亩均税收由14万元提高到20万元。",
    TASKS + "到2030年，亩均税收达到20万元。",
    TASKS + "到2030年，人均地区生产总值达到7.6万元/人。",
    TASKS + "到2030年，人均地区生产总值提高到7.6万元。",
    TASKS + "到2030年，园区亩均税收达到每亩20万元。",
]
#: Parts that a run-in head, a side or a definition names.
PARTS = [
    TASKS + "3.东岭产业园。规划面积8.5平方公里，2030年产值达到120亿元。\n4.西岭产业园。规划面积11.5平方公里。",
    TASKS + "到2030年，综合产值达到90亿元。药材方面，综合产值由12亿元提高到30亿元。果蔬方面，综合产值达到20亿元。",
    TASKS + "“一核”指望川主城，常住人口由120万人增加到140万人；“两副”指示县、石县，常住人口由40万人增加到48万人。",
    TASKS + "（一）滨江片区：到2030年，就业岗位总数达到6万个。\n（二）空港片区：到2030年，就业岗位总数达到9万个。",
    TASKS
    + "第一节 南岭开发区\n到2030年，工业总产值达到300亿元。\n第二节 北岭开发区\n到2030年，工业总产值达到180亿元。",
    TASKS + "——石桥镇：到2030年，旅游综合收入达到6亿元。\n——柳河镇：到2030年，旅游综合收入达到9亿元。",
    TASKS
    + "“双城”是示城和柳城，到2030年绿地总面积达到36平方公里。“三镇”为石镇、柳镇，到2030年绿地总面积达到8平方公里。",
    TASKS + "到2030年，临港产业园产值突破600亿元，入驻企业达到180家。空港园区重点发展物流，入驻企业达到95家。",
    TASKS + "1.海工装备园。规划面积9平方公里，建成区面积达到5平方公里。\n2.海洋生物谷。规划面积4.5平方公里。",
    TASKS + "到2030年，全市常住人口稳定在215万人。县城方面，常住人口达到18万人；白石镇方面，常住人口达到5万人。",
    TASKS + "到2030年，全产业链总收入达到60亿元。蚕桑方面，到2030年全产业链总收入达到25亿元。",
]
#: The year that is looked back at, and the one ahead.
YEARS = [
    (
        "一、2025年工作回顾\n过去一年，成绩来之不易。\n项目提速，年内开工42个。经营主体总数达到9.6万户。\n"
        "二、2026年重点工作\n经营主体总数突破10.5万户。"
    ),
    (
        "一、“十四五”发展和2025年工作回顾\n改革不断深入，年内压减机构6个。技术合同成交额达到13.5亿元。\n"
        "二、2026年工作安排\n技术合同成交额达到15亿元。"
    ),
    (
        "过去一年工作\n一年来，全区上下迎难而上。\n民生改善，年内改造小区12个。快递业务量达到2300万件。\n"
        "今年重点任务\n快递业务量达到2600万件。"
    ),
    (
        "一、2025年工作总结\n城市更新加快，年内新开公交线路8条。民宿床位总数达到5200张。\n"
        "二、2026年主要任务\n民宿床位总数达到6000张。"
    ),
    (
        "一、2025年工作回顾\n旅游持续升温，年内新增民宿60家。旅游综合收入达到62亿元。\n"
        "二、2026年主要工作\n旅游综合收入突破70亿元。"
    ),
    (
        "一、2025年工作及“十四五”时期发展回顾\n资本市场活跃，新增上市公司6家。\n"
        "五年来，经济实力迈上新台阶，新增上市公司48家。\n二、2026年主要工作\n推动企业上市。"
    ),
]
#: Aims that are told once more on purpose.
RESTATED = [
    (
        "第一章 主要目标\n推动文旅融合，2030年接待游客3200万人次，旅游总花费突破260亿元，打造名城。\n"
        "第二章 文旅\n建好古镇。如本纲要第一章所列，2030年接待游客3200万人次，旅游总花费突破260亿元。"
    ),
    (
        "第一章 主要目标\n做强工业，到2030年规模以上工业企业达到860家，高新技术企业达到420家，提质增效。\n"
        "第二章 工业\n梯度培育企业，到2030年规模以上工业企业达到860家，高新技术企业达到420家。"
    ),
    (
        "第一章 主要目标\n要坚持生态优先，完成国土绿化和矿山修复年度任务并建立管护长效机制，久久为功。\n"
        "第二章 生态\n按照第一章明确的要求，完成国土绿化和矿山修复年度任务并建立管护长效机制。"
    ),
    (
        "第一章 主要目标\n守住底线，到2030年粮食播种面积稳定在126万亩以上，粮食总产量达到52万吨，安全发展。\n"
        "第二章 农业\n建设高标准农田，到2030年粮食播种面积稳定在126万亩以上，粮食总产量达到52万吨。"
    ),
    (
        "第一章 主要目标\n改善民生，到2030年每千人口医疗床位达到7.2张，每千人口执业医师达到3.6人，共享成果。\n"
        "第二章 健康\n前文所述，到2030年每千人口医疗床位达到7.2张，每千人口执业医师达到3.6人。"
    ),
]
#: Lists whose first member carries the verb of all, or whose members are told in other words.
TOLD = [
    "统筹推进道路、供水、燃气、绿化四项任务。\n1.拓宽道路。修路20公里。\n2.保障供水。建厂2座。\n3.改造燃气。换管9公里。\n4.增加绿化。植树3万株。",
    "着力解决就学、看病、养老等难题。\n1.就学提升工程。建校6所。\n2.健康保障工程。建院2家。\n3.养老服务工程。建站9个。",
    "系统实施人才、平台、资本三项行动。\n1.汇聚人才。引才500名。\n2.搭建平台。建室6家。\n3.引导资本。设基金2只。",
    "加快补齐医疗、教育、文化短板。\n1.医疗提质。建院2家。\n2.教育扩容。建校6所。\n3.文化惠民。建馆3座。",
    "重点抓好水利、电力、通信三类设施。\n1.兴修水利。建库2座。\n2.强化能源。建站9座。\n3.改善通信。建基站600个。",
]
#: Two things told in the same words, and a number in the name of one member of a list.
ALIKE = [
    "强化源头监管，严厉打击食品领域违法犯罪行为，保障食品安全。\n规范流通，严厉打击药品领域违法犯罪行为，保障药品安全。",
    "推进能源“源网荷储”一体工程、算力“四网融合”工程、城市更新工程等项目建设。",
]
ALL = [
    *(TITLE + text + "\n" + TABLE for text in (*CHANGES, *PER_UNIT)),
    *(TITLE + text for text in (*PARTS, *RESTATED)),
    *(REPORT + text for text in YEARS),
    *(TITLE + TASKS + text for text in (*TOLD, *ALIKE)),
]


@pytest.mark.parametrize("text", ALL)
def test_what_is_right_is_let_pass(text: str) -> None:
    assert [f"{one.code} {one.span.text}" for one in check_text(text) if one.severity is not Severity.INFO] == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (TITLE + REVIEW + "地区生产总值由2020年的1200.5亿元增加到2025年的1960.2亿元。\n" + TABLE, "PC727"),
        (TITLE + TASKS + "到2030年，新型储能装机规模由12万千瓦增加到40万千瓦。\n" + TABLE, "PC727"),
        (TITLE + TASKS + "到2030年，亩均税收由14万元提高到22万元。\n" + TABLE, "PC727"),
        (TITLE + TASKS + "到2030年，亩均税收达到18万元。\n" + TABLE, "PC727"),
        (
            TITLE
            + TASKS
            + "3.东岭产业园。到2030年，就业岗位总数达到6万个，设施完善。到2030年，就业岗位总数达到9万个。",
            "PC702",
        ),
        (TITLE + AIMS + "常住人口城镇化率达到72%。\n第三章 城乡\n到2030年，常住人口城镇化率提高到70%。", "PC702"),
        (TITLE + AIMS + "旅游综合收入达到60亿元。\n" + TASKS + "到2030年，旅游综合收入达到80亿元。", "PC702"),
        (
            REPORT
            + "一、2025年工作回顾\n项目提速，年内开工42个。经营主体总数达到9.6万户。\n全区经营主体总数达到9.9万户。",
            "PC702",
        ),
        (
            TITLE + TASKS + "建设古镇，打造精品线路，培育一批带动力强的文旅企业和民宿集群。\n"
            "推进融合，打造精品线路，培育一批带动力强的文旅企业和民宿集群。",
            "PC707",
        ),
    ],
)
def test_what_is_wrong_beside_it_is_found(text: str, code: str) -> None:
    assert code in [one.code for one in check_text(text)]


@pytest.mark.parametrize(
    "text",
    [
        # the year that a period ends in, and one that is told behind an address
        REPORT + "一、工作回顾\n2025年是“十四五”收官之年，地区生产总值增长5%。\n"
        "“十四五”时期是攻坚克难的五年。这五年，质效提升。地区生产总值达到150亿元、增长19.8%。\n"
        "二、“十五五”时期目标任务\n“十五五”规划已经编好，抓好“十五五”开局，展望“十五五”。",
        REPORT + "一、“十四五”时期和2025年工作回顾\n过去五年，我们办成了大事。五年来，城镇新增就业超6.9万人。\n"
        "各位代表，刚刚过去的2025年，全区上下稳中求进。\n民生改善。城镇新增就业1.4万人。",
        # a report is of the period of its year
        REPORT + "一、“十四五”时期工作回顾\n“十四五”时期，成效显著。“十四五”时期，难点不少。“十四五”时期，五年来，"
        "城镇新增就业人数年均超过4.6万人。\n二、2026年工作\n城镇新增就业4.5万人以上。",
        # more than the task
        REPORT + "一、2025年工作回顾\n2025年，化债任务完成率达120%。",
        # a rate that is to be held about there
        REPORT + "一、2025年工作回顾\n2025年，城镇调查失业率为5.2%。\n"
        "二、2026年工作\n今年主要预期目标是：城镇调查失业率5.5%左右。",
        # a subsidy's name with a number, and what another plan has approved
        TITLE + TASKS + "提高低保、特困人员、孤儿基本生活与残疾人两项补贴和重点群体救助水平。",
        TITLE + TASKS + "要加快建设“十四五”批复的3个基地及外送通道。",
        TITLE + "《纲要（草案）》提出了“十五五”期间实现经济发展取得显著成效、民生品质不断提高的目标。",
    ],
)
def test_years_rates_and_names_that_look_like_slips(text: str) -> None:
    assert [one.message.text() for one in check_text(text) if one.severity > Severity.INFO] == []


@pytest.mark.parametrize(
    "text",
    [
        TITLE + REVIEW + "2025年，居民人均可支配收入达到3.6万元，其中城镇居民人均可支配收入4.5万元。",
        TITLE + REVIEW + "2025年，户均存款达到12万元，其中城区户均存款15万元。",
        REPORT + "一、2025年工作回顾\n食品抽检量超每千人6.6批次，其中“点检”抽检超5万批次。",
        TITLE + REVIEW + "外贸总额由2020年的61.2亿元增加到80.5亿元，其中出口60.1亿元、进口20.4亿元。",
        REPORT + "——2026年1月12日在示川区第五届人民代表大会第四次会议上\n各位代表：\n一、2025年工作回顾\n"
        "按照区五届人大一次会议确定的任期目标，完成了区五届人大三次会议确定的各项任务。",
    ],
)
def test_averages_starts_and_first_sessions_are_no_parts_wholes_and_slips(text: str) -> None:
    assert [one.message.text() for one in check_text(text) if one.severity > Severity.INFO] == []
