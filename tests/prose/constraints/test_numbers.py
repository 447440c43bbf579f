"""Numbers that cannot hold together: what is found, of which kind, and what is right and looks alike."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.prose.constraints.settle import find_all, find_between
from tests.prose.reading.texts import REPORT, TITLE, read_text

REVIEW = "第一章 “十四五”时期发展成就\n"
GOALS = "第二章 主要目标\n"
UNITS = ("unit_slip", "unit_misfit", "out_of_range")

FAULTS = {
    "direction_conflict": [
        TITLE + REVIEW + "城镇居民人均可支配收入由4.2万元增至3.9万元。",
        TITLE + REVIEW + "服务业增加值占比由46.8%上升为44.1%。",
        TITLE + REVIEW + "贫困发生率从1.2%下降到1.5%。",
        TITLE + REVIEW + "累计开通航线由35条增加至28条。",
        TITLE + REVIEW + "高新技术企业由320家发展到290家。",
        TITLE + REVIEW + "全社会用电量由120亿千瓦时增长至112亿千瓦时。",
        TITLE + REVIEW + "绿化覆盖率从41.2%增至40.6%，人均公园绿地面积从13.5平方米增加到14.2平方米。",
        TITLE + REVIEW + "万人发明专利由8.2件跃升到7.6件。",
        TITLE + REVIEW + "经营主体总量由18.6万户扩大到16.9万户。",
        TITLE + REVIEW + "外贸依存度从12%提升到9%。",
        TITLE + REVIEW + "县域综合竞争力百强排名由第58位跃升至第63位。",
        TITLE + REVIEW + "能耗强度由0.52降低到0.56吨标准煤/万元。",
        TITLE + REVIEW + "常住人口城镇化率从58.1%提高到55.6%。",
        TITLE + REVIEW + "五年来，地区生产总值由800亿元跃升至750亿元。",
        TITLE + REVIEW + "单位地区生产总值能耗由0.45吨标准煤/万元降至0.52吨标准煤/万元。",
        TITLE + REVIEW + "高新技术企业数量由2020年的320家增加至2025年的280家。",
        TITLE + REVIEW + "城乡居民收入比由2.1缩小到2.3。",
        TITLE + REVIEW + "城乡居民收入比由2.1∶1缩小为2.3∶1。",
        TITLE + REVIEW + "森林覆盖率由31.2%提升为30.8%。",
        TITLE + GOALS + "到2030年，研发投入强度由2.8%提高到2.5%以上。",
        TITLE + REVIEW + "研发经费投入强度从2020年2.31%增长到2025年2.15%。",
        TITLE + REVIEW + "第三产业占比从48.5%上升至45.2%，结构持续优化。",
        TITLE + REVIEW + "万元工业增加值用水量从35立方米下降到38立方米。",
        TITLE + REVIEW + "城市综合竞争力排名从全国第35位提升至第41位。",
        TITLE + REVIEW + "营商环境排名由全省第8位前移至第10位。",
        TITLE + REVIEW + "PM2.5平均浓度由35微克/立方米降低到38微克/立方米。",
        REPORT + "一、2025年工作回顾\n规上工业企业由1200家增至1050家。",
        REPORT + "一、2025年工作回顾\n城镇登记失业率由3.2%降至3.6%。",
        TITLE + REVIEW + "人均预期寿命由79.2岁提高至78.6岁。",
        TITLE + REVIEW + "三次产业中服务业比重提高，由51%提高到49%。",
        TITLE + REVIEW + "存款余额从5200亿元增加到4900亿元，贷款余额从4100亿元增加到5000亿元。",
        TITLE + REVIEW + "绿道里程由120公里延长到95公里。",
        TITLE + REVIEW + "污水处理能力由每日9万吨提高到6万吨。",
        TITLE + REVIEW + "审批事项办理时限由12个工作日压缩到15个工作日。",
        TITLE + REVIEW + "高新技术企业总数从120家扩充到98家。",
        TITLE + REVIEW + "企业开办时间由1天压减至3天。",
        TITLE + REVIEW + "园区亩均税收由22万元/亩跃上18万元/亩。",
        TITLE + REVIEW + "综合考核由全省第10名前进到第13名。",
    ],
    "growth_unreached": [
        TITLE + REVIEW + "存款余额达到900亿元，比2020年的600亿元增长80%。",
        TITLE + REVIEW + "进出口总额由50亿美元增加到90亿美元，增长1.8倍。",
        TITLE + REVIEW + "2020年森林覆盖率为38%，2025年达到42%，提高6个百分点。",
        TITLE + REVIEW + "经营主体净增8万户，由20万户增加到32万户。",
        TITLE + REVIEW + "旅游人次由2000万人次增长到3000万人次，年均增长15%。",
        TITLE + REVIEW + "高新技术企业由400家增加到900家，增长2.25倍。",
        TITLE + REVIEW + "社会消费品零售总额从300亿元增长到420亿元，增长60%。",
        TITLE + REVIEW + "旅游收入从50亿元增加到120亿元，是五年前的3.4倍。",
        TITLE + REVIEW + "城镇化率由60%提高到65%，提高8个百分点。",
        TITLE + REVIEW + "高速公路通车里程由200公里增加到260公里，新增80公里。",
        TITLE + REVIEW + "经营主体从20万户增加到32万户，年均增长18%。",
        TITLE + REVIEW + "企业数从200家增加到600家，翻了两番。",
        TITLE + REVIEW + "PM2.5浓度从40微克/立方米下降到30微克/立方米，下降35%。",
        TITLE + GOALS + "到2030年，数字经济核心产业企业由500家增加到1000家，年均增长25%。",
        REPORT + "一、2025年工作回顾\n外贸进出口总额由110亿元增加到150亿元，增长16%。",
        TITLE + REVIEW + "床位数比2020年的3000张增加1000张，达到4500张。",
        TITLE + REVIEW + "技术合同成交额由20亿元提高到80亿元，增长4倍。",
        TITLE + REVIEW + "规上工业总产值达到480亿元，是2020年300亿元的1.3倍。",
        TITLE + REVIEW + "旅游收入86亿元，为2020年43亿元的2.3倍。",
    ],
    "yearly_total": [
        TITLE + GOALS + "五年累计减排10万吨，年均减排3万吨。",
        TITLE + GOALS + "年均引进人才2000人，五年引进人才2万人。",
        TITLE + GOALS + "城镇新增就业年均5万人、累计30万人。",
        TITLE + GOALS + "年均新增城镇就业3万人，五年累计新增城镇就业18万人。",
        TITLE + GOALS + "每年新建改建农村公路200公里，五年共新建改建农村公路800公里。",
        TITLE + GOALS + "“十五五”期间累计新增绿地500公顷，年均新增绿地150公顷。",
        TITLE + GOALS + "每年完成植树造林10万亩，“十五五”期间完成植树造林100万亩。",
        TITLE + REVIEW + "五年累计新增城镇就业20万人，年均新增城镇就业5万人。",
    ],
    "part_above_whole": [
        TITLE + REVIEW + "新增就业5万人，其中失业人员再就业6万人。",
        TITLE + REVIEW + "新建道路50公里，其中主干道65公里。",
        TITLE + REVIEW + "引进项目80个（其中外资项目90个）。",
        TITLE + REVIEW + "现有国家级专精特新企业25家，其中小巨人企业31家。",
        TITLE + REVIEW + "耕地面积300万亩，其中高标准农田320万亩。",
        TITLE + REVIEW + "120个重点项目中有130个已开工。",
        TITLE + REVIEW + "培育科技型企业320家，其中高新技术企业410家。",
        TITLE + REVIEW + "建成公园45个，其中口袋公园52个。",
        TITLE + REVIEW + "全市现有医院60家，其中三甲医院有66家。",
        TITLE + REVIEW + "完成投资120亿元，其中民间投资150亿元。",
    ],
    "sum_mismatch": [
        TITLE + GOALS + "设置经济发展、民生福祉等20项指标，其中约束性指标7项，预期性指标12项。",
        TITLE + REVIEW + "建成省级园区6家、市级园区9家，共16家。",
        TITLE + REVIEW + "争取中央资金30亿元、省级资金12亿元，合计45亿元。",
        TITLE + REVIEW + "财政支出300亿元，其中中央支出120亿元、地方支出160亿元。",
        TITLE + GOALS + "设置主要指标24项，其中预期性指标14项、约束性指标9项。",
        TITLE + REVIEW + "新建学校12所、改扩建8所，合计22所。",
        TITLE + REVIEW + "累计培育企业50家，包括国家级12家、省级36家。",
        TITLE + GOALS + "共设置20项指标，其中约束性8项、预期性11项。",
        TITLE + REVIEW + "城镇新增就业10万人，农村劳动力转移就业6万人，共计17万人。",
        TITLE + REVIEW + "培训工人1.2万人次，其中装备类0.5万人次、电子类0.4万人次、食品类0.5万人次。",
        TITLE + REVIEW + "向部门、乡镇和企业共50家单位发函，其中部门28家、乡镇10家、企业9家。",
        TITLE
        + REVIEW
        + "60个项目总投资300亿元，其中产业项目30个、投资150亿元，交通项目20个、投资100亿元，民生项目10个、投资60亿元。",
        TITLE + REVIEW + "水产品年产能由20万吨提高到36万吨。其中，鱼类20万吨、虾类12万吨、贝类8万吨。",
        TITLE + REVIEW + "争取中央资金2.4亿元、省级资金3.2亿元、专项债券6.4亿元，三项合计13亿元。",
        TITLE + REVIEW + "收到意见120条，采纳80条、部分采纳25条、未采纳18条。",
        TITLE + REVIEW + "开展专题研究12项，其中经济类5项、社会类3项、生态类2项、文化类1项。",
        TITLE + REVIEW + "全市现有学校320所，其中小学210所、初中80所、高中36所。",
        TITLE + REVIEW + "规划总面积52平方公里，包括核心区12平方公里，拓展区18平方公里，协调区25平方公里。",
        TITLE + REVIEW + "一期投资8亿元、二期投资12亿元，总投资22亿元。",
        TITLE + REVIEW + "配备专职人员45名（其中县级12名、乡镇级25名、村级10名）。",
        TITLE + REVIEW + "发现隐患1520处，其中一般隐患1480处、重大隐患42处。",
        TITLE + REVIEW + "组成8个调研组，其中4个组赴县区、3个组赴部门、2个组赴外地。",
        TITLE + REVIEW + "下拨救灾资金8200万元、重建资金1.2亿元，两项共计2.2亿元。",
    ],
    "share_mismatch": [
        TITLE + REVIEW + "三次产业结构由6.2∶42.1∶51.7调整为4.1∶43.5∶54.4。",
        TITLE + REVIEW + "三次产业比例为5：45：52。",
        TITLE + REVIEW + "三次产业增加值之比为5.1:44.2:52.7。",
    ],
    "percent_point": [
        REPORT + "一、2025年工作回顾\n地区生产总值增长5.8%、高于全国0.8%。",
        REPORT + "一、2025年工作回顾\n规上工业增加值增长7.2%，分别高于全国、全省1.3%、0.9%。",
        TITLE + REVIEW + "城镇化率达到66%，提高5.2%。",
        TITLE + REVIEW + "战略性新兴产业占规上工业比重提升6.5%。",
        TITLE + REVIEW + "森林覆盖率比2020年提高1.2%。",
        TITLE + REVIEW + "地区生产总值年均增长6.2个百分点。",
        TITLE + REVIEW + "高等教育毛入学率由52%提高到60%，提高8%。",
        TITLE + REVIEW + "优良天数比例较上年上升3%。",
        TITLE + REVIEW + "固定资产投资增长8个百分点。",
        TITLE + REVIEW + "研发投入强度较2020年提升0.6%。",
        TITLE + REVIEW + "社会消费品零售总额增长7.5个百分点。",
        REPORT + "一、2025年工作回顾\n开发区完成产值120亿元，增长8.4个百分点。",
        REPORT + "一、2025年工作回顾\n用电量达到32亿千瓦时，增长4.6个百分点。",
        REPORT + "一、2025年工作回顾\n森林覆盖率达到42%，同比提高0.8%。",
    ],
    "respective_mismatch": [
        TITLE + REVIEW + "进口、出口额分别增长5.2%、7.1%、8%。",
        TITLE + REVIEW + "国家级、省级、市级园区分别达到3家、8家。",
        TITLE + REVIEW + "小学、初中、高中毛入学率分别为100%、99%。",
        TITLE + REVIEW + "甲县、乙县、丙县地区生产总值分别为120亿元、98亿元。",
        TITLE + REVIEW + "一、二、三产业增加值分别增长3.1%、6.2%。",
        TITLE + REVIEW + "粮食、油料产量分别达到50万吨、12万吨、8万吨。",
        TITLE + REVIEW + "高新技术企业、科技型中小企业分别由300家、500家增加到600家。",
        TITLE + REVIEW + "进口、出口分别为120亿元、80亿元和40亿元。",
        TITLE + REVIEW + "小学、初中、高中在校生分别为5万人、3万人。",
        TITLE + REVIEW + "火灾起数、死亡人数五年分别下降36.2%。",
        TITLE + REVIEW + "单位GDP能耗和二氧化碳排放分别下降14.2%。",
        TITLE + REVIEW + "化学需氧量、氨氮排放量分别削减12.5%和9.8%、6.1%。",
        TITLE + REVIEW + "甲、乙两园区产值分别达到120亿元、80亿元和60亿元。",
        TITLE + REVIEW + "城镇和农村居民人均可支配收入分别达到5.2万元、2.8万元、1.9万元。",
    ],
    "out_of_range": [
        TITLE + GOALS + "污水处理率达到105%。",
        TITLE + GOALS + "行政村5G覆盖率提高到110%。",
        TITLE + GOALS + "义务教育巩固率保持在120%以上。",
        TITLE + GOALS + "农村自来水普及率达到101%。",
        TITLE + GOALS + "群众满意度达到118%。",
        TITLE + GOALS + "非化石能源消费占比达到125%。",
        TITLE + GOALS + "城镇生活垃圾无害化处理率稳定在103%。",
        TITLE + GOALS + "居民健康素养水平提高到130%。",
        TITLE + GOALS + "事项网上可办率达到150%。",
        TITLE + GOALS + "群众安全感达到198%。",
        TITLE + GOALS + "农村户厕覆盖比例达到120%。",
        TITLE + REVIEW + "2025年，空气优良天数达到380天。",
        TITLE + REVIEW + "民生支出占一般公共预算支出的178%。",
        TITLE + REVIEW + "签约率99%，履约率103%。",
        TITLE + REVIEW + "收入十万元以上的村占比达到101%。",
    ],
    "unit": [
        TITLE + GOALS + "居民人均可支配收入达到6.5万亿元。",
        TITLE + REVIEW + "2025年地区生产总值达到1200亿元。\n" + GOALS + "地区生产总值达到1800万元。",
        TITLE + GOALS + "新增绿地300公里。",
        TITLE + GOALS + "高标准农田面积达到120万公里。",
        TITLE + GOALS + "高速公路通车里程达到500平方公里。",
        TITLE + GOALS + "每千人口医疗卫生机构床位数达到8万张。",
        TITLE + GOALS + "PM2.5浓度控制在28毫克/立方米以内。",
        TITLE + GOALS + "人均预期寿命达到820岁。",
        TITLE + GOALS + "全员劳动生产率达到25亿元/人。",
        TITLE + GOALS + "新能源装机达到300万公里。",
        TITLE + GOALS + "粮食产量稳定在50亿公里。",
        TITLE + REVIEW + "2025年一般公共预算收入达到200亿元。\n" + GOALS + "一般公共预算收入达到260万元。",
        TITLE + REVIEW + "全市总面积2180平方米。",
        TITLE + REVIEW + "规划范围为云川市行政区域，面积2960平方米，辖8个县区。",
        TITLE + REVIEW + "开发区管辖面积45.6平方米。",
        TITLE + GOALS + "铁路营业里程达到420万公里。",
        TITLE + REVIEW + "全市常住人口达到320亿人。",
        TITLE + GOALS + "森林覆盖率达到46万亩。",
        TITLE + GOALS + "城镇化率达到70万人。",
        TITLE + REVIEW + "2025年地区生产总值达到1280万元。",
        TITLE + GOALS + "人均预期寿命达到81.5%。",
        TITLE + GOALS + "城乡居民收入比缩小到1.8%。",
        TITLE + GOALS + "新建高速公路120平方公里。",
        TITLE + REVIEW + "社会消费品零售总额420元，增长6%。",
        TITLE + GOALS + "新增城镇就业15亿人。",
        TITLE + REVIEW + "建成5G基站3200万个。",
        TITLE + REVIEW + "户籍人口86万平方公里。",
        TITLE + GOALS + "每万名老人拥有护理床位数达到22万张。",
        TITLE + REVIEW + "财政总收入突破5000亿元、达5058万元。",
        TITLE + REVIEW + "产业园总投资26.8亿元。\n第二章 形势\n产业园计划总投资26.8万元。",
    ],
    "year_out": [
        TITLE + GOALS + "到2033年，城镇化率达到70%。",
        TITLE + GOALS + "到2024年，建成绿道500公里。",
        TITLE + GOALS + "城镇化率达到70%。\n第三章 产业\n到2023年，培育企业100家。",
        TITLE + GOALS + "力争2025年实现全覆盖。",
        TITLE + GOALS + "城镇化率达到70%。\n第三章 产业\n2022年底前建成数据中心。",
        TITLE + GOALS + "城镇化率达到70%。\n第三章 产业\n到“十四五”末，建成10个园区。",
        TITLE + GOALS + "城镇化率达到70%。\n第三章 产业\n到二〇二五年，建成10个园区。",
        TITLE + GOALS + "城镇化率达到70%。\n第三章 产业\n2025年前完成改造。",
        TITLE + GOALS + "城镇化率达到70%。\n第三章 产业\n建设科创港，2038年主体工程基本建成。",
        TITLE + GOALS + "城镇化率达到70%。\n第三章 产业\n建设科创港，2018年主体工程建成投用。",
        TITLE + GOALS + "城镇化率达到70%。\n第三章 产业\n2019年9月底前两所中学全部投入使用。",
        TITLE + GOALS + "城镇化率达到70%。\n第三章 产业\n2036年建成环湖快线。",
        TITLE + GOALS + "城镇化率达到70%。\n第三章 产业\n示川医院2017年12月底前竣工。",
        TITLE + GOALS + "城镇化率达到70%。\n第三章 产业\n2018年组织中期评估，2030年组织总结评估。",
        TITLE + GOALS + "城镇化率达到70%。\n第三章 产业\n启动水库扩容，2039年完工。",
        REPORT + "一、2025年工作回顾\n成效明显。\n二、2027年主要目标和工作安排\n全力抓好落实。",
    ],
    "number_conflict": [
        TITLE + REVIEW + "全省营商环境评价由第9位上升到第6位。\n第三章 改革\n力争全省营商环境评价由第4位进入前3位。",
        TITLE + REVIEW + "在全省开发区综合考评中，本区连续三年居前10位，2024年列第17位。",
        TITLE + REVIEW + "城市创新能力在全国排名第38位。\n第三章 创新\n到2030年，城市创新能力由全国第35位进入前30位。",
        TITLE + REVIEW + "地区生产总值居全省第6位、增速居全省第2位。\n第二章 形势\n2025年地区生产总值全省排名第5位。",
        TITLE
        + REVIEW
        + "全球创新集群排名升至第13位。\n"
        + GOALS
        + "发展壮大。\n第三章 创新\n巩固全球创新集群排名第11位优势。",
        REPORT + "一、2025年工作回顾\n货物吞吐量居全国第8位。港口建设加快，货物吞吐量跃居全国第6位。",
        REPORT + "一、2025年工作回顾\n集装箱吞吐量连续12年位居全省第一。\n全市集装箱吞吐量连续10年居全省第一。",
        TITLE
        + GOALS
        + "到2030年，高新技术企业达到1200家。\n第三章 科技\n实施企业倍增计划，到2030年高新技术企业总数突破1500家。",
        TITLE
        + GOALS
        + "劳动年龄人口平均受教育年限达到11.8年。\n第八章 教育\n到2030年，劳动年龄人口平均受教育年限提高到12年。",
        TITLE + GOALS + "养老机构护理型床位占比达到75%。\n第八章 养老\n护理型床位占养老机构床位比例提高到70%。",
        TITLE + GOALS + "单位地区生产总值能耗降低12%。\n第九章 绿色\n“十五五”时期单位GDP能耗累计下降15%。",
        TITLE + GOALS + "到2030年城乡居民收入倍差缩小到1.75以内。\n第七章 乡村\n城乡居民收入比缩小到1.8。",
        TITLE
        + GOALS
        + "非化石能源占能源消费总量比重达到25%。\n第九章 绿色\n到2030年，非化石能源消费比重提高到28%左右。",
        TITLE + GOALS + "粮食综合生产能力稳定在60亿斤以上。\n第六章 农业\n到2030年粮食综合生产能力达到55亿斤。",
        TITLE + GOALS + "旅游总收入突破800亿元。\n第五章 文旅\n到2030年，旅游总收入达到700亿元，接待游客1亿人次。",
        TITLE + GOALS + "基本医疗保险参保率稳定在95%以上。\n第八章 健康\n基本医疗保险参保率保持在97%以上。",
        TITLE + REVIEW + "2025年全市地区生产总值预计达到1250亿元。\n第二章 形势\n2025年地区生产总值超过1300亿元。",
        REPORT + "一、2025年工作回顾\n城镇新增就业3.2万人。民生事业扎实推进，全年城镇新增就业2.9万人。",
        TITLE + GOALS + "新建、改建农村公路1000公里。\n第六章 交通\n“十五五”期间新改建农村公路1200公里。",
        TITLE
        + GOALS
        + "公共图书馆、文化馆总分馆覆盖率达到95%。\n第七章 文化\n到2030年公共图书馆、文化馆总分馆覆盖率达到98%。",
        TITLE + GOALS + "到2030年，建成省级以上绿色工厂100家。\n第四章 工业\n到2030年累计建成省级以上绿色工厂120家。",
        TITLE + GOALS + "每千人口拥有执业（助理）医师数达到4.2人。\n第八章 健康\n每千人口执业（助理）医师数达到4人。",
        TITLE + GOALS + "制造业增加值占比保持在30%左右。\n第四章 工业\n制造业增加值占GDP比重稳定在28%左右。",
        TITLE + GOALS + "数字经济核心产业增加值年均增长10%。\n第五章 数字\n数字经济核心产业增加值年均增速达到12%。",
        TITLE + GOALS + "规模以上工业总产值达到5000亿元。\n第四章 工业\n力争到2030年规上工业总产值突破6000亿元。",
        TITLE + GOALS + "到“十五五”末，城镇化率达到70%。\n第七章 城乡\n到2030年末，常住人口城镇化率达到72%。",
        TITLE + GOALS + "社会消费品零售总额年均增长6%左右。\n第五章 消费\n社会消费品零售总额年均增长7%左右。",
        TITLE + GOALS + "全员劳动生产率达到30万元/人。\n第三章 产业\n推动全员劳动生产率提高到28万元/人。",
        TITLE + GOALS + "城镇新增就业15万人以上。\n第八章 民生\n“十五五”时期城镇新增就业18万人以上。",
        TITLE + GOALS + "到2030年，常住人口城镇化率达到72%左右。\n第三章 城乡\n常住人口城镇化率提升至70%左右。",
        TITLE + REVIEW + "2025年地区生产总值达到1250亿元。\n第二章 形势\n2025年，全市生产总值1180亿元。",
        TITLE
        + GOALS
        + "制造业增加值占地区生产总值比重达到32%。\n第五章 制造\n到2030年，制造业增加值占GDP比重达到35%。",
        TITLE + GOALS + "到2030年，建成高标准农田50万亩。\n第六章 农业\n到2030年建成高标准农田60万亩。",
        REPORT + "二、2026年工作安排\n主要预期目标是：规上工业增加值增长7%。\n三、重点工作\n确保规上工业增加值增长8%。",
        REPORT + "一、2025年工作回顾\n地区生产总值增长5.8%。\n全市GDP同比增长6.1%。",
        TITLE
        + REVIEW
        + "城镇调查失业率控制在5.2%以内。\n"
        + GOALS
        + "城镇调查失业率控制在5.5%以内。\n第八章 民生\n城镇调查失业率控制在5%以内。",
        TITLE + GOALS + "单位地区生产总值二氧化碳排放降低17%。\n第九章 绿色\n单位地区生产总值二氧化碳排放下降18%。",
        TITLE + GOALS + "地区生产总值年均增长6%以上。\n第三章 产业\n地区生产总值年均增速保持在5.5%左右。",
    ],
    "target_below_base": [
        TITLE + REVIEW + "全省营商环境评价由第9位上升到第4位。\n第三章 改革\n力争全省营商环境评价进入前5位。",
        TITLE + REVIEW + "经济总量居全省第6位。\n" + GOALS + "到2030年，经济总量进入全省前8位。",
        TITLE + REVIEW + "县域竞争力跃居全国百强县第56位。\n" + GOALS + "县域竞争力进入全国百强县前60位。",
        REPORT
        + "一、2025年工作回顾\n数字经济发展指数居全省第3名。\n二、2026年工作安排\n数字经济发展指数进入全省前5名。",
        TITLE
        + REVIEW
        + "数字经济核心产业增加值占地区生产总值比重达到11.2%。\n"
        + GOALS
        + "数字经济核心产业增加值占GDP比重达到10.5%。",
        TITLE + REVIEW + "基本养老保险参保率达到97.5%。\n" + GOALS + "基本养老保险参保率达到95%。",
        TITLE
        + REVIEW
        + "每万人口高价值发明专利拥有量达到15.2件。\n"
        + GOALS
        + "每万人口高价值发明专利拥有量达到12件。",
        TITLE + REVIEW + "城乡居民收入比缩小至1.82。\n" + GOALS + "城乡居民收入比缩小到1.9左右。",
        TITLE + REVIEW + "空气质量优良天数比率达到92.1%。\n" + GOALS + "城市空气质量优良天数比率提高到90%。",
        TITLE + REVIEW + "社会消费品零售总额达到520亿元。\n" + GOALS + "社会消费品零售总额突破500亿元。",
        TITLE + REVIEW + "规上工业企业突破1200家。\n" + GOALS + "规模以上工业企业达到1100家。",
        TITLE
        + REVIEW
        + "全社会研发经费投入强度由2.3%提高到3.1%。\n第四章 科技\n到2030年，全社会研发经费投入强度达到2.9%。",
        TITLE
        + "第一章 基础\n“十四五”时期，铁路营业里程达到320公里。\n第二章 交通\n到2030年，铁路营业里程达到300公里。",
        TITLE + REVIEW + "护理型床位占比达到62%。\n" + GOALS + "护理型床位占比提高到60%以上。",
        REPORT
        + "一、2025年工作回顾\n常住人口城镇化率达到66.8%。\n“十五五”主要目标\n到2030年，常住人口城镇化率达到66%。",
        TITLE + REVIEW + "单位GDP能耗降至0.38吨标准煤/万元。\n" + GOALS + "单位地区生产总值能耗降到0.40吨标准煤/万元。",
        TITLE + REVIEW + "高速公路通车里程突破600公里。\n" + GOALS + "高速公路通车里程达到580公里。",
        TITLE + REVIEW + "旅游总收入达到620亿元。\n" + GOALS + "旅游总收入达到600亿元。",
        TITLE
        + REVIEW
        + "2025年，每千人口执业（助理）医师数达到3.6人。\n"
        + GOALS
        + "每千人口执业（助理）医师数达到3.4人。",
        TITLE + REVIEW + "城镇化率达到66.5%。\n" + GOALS + "常住人口城镇化率达到65%。",
        TITLE + REVIEW + "万元GDP能耗降至0.42吨标准煤。\n" + GOALS + "万元GDP能耗降至0.45吨标准煤。",
        TITLE + REVIEW + "人均预期寿命提高到80.2岁。\n" + GOALS + "人均预期寿命达到79.8岁。",
        TITLE + REVIEW + "地区生产总值突破1200亿元。\n" + GOALS + "地区生产总值达到1100亿元。",
        TITLE + REVIEW + "高新技术企业达到850家。\n" + GOALS + "高新技术企业数量达到800家。",
        TITLE + REVIEW + "城市污水集中处理率达到97%。\n" + GOALS + "城市污水集中处理率提高到95%。",
        TITLE
        + REVIEW
        + "劳动年龄人口平均受教育年限达到11.5年。\n"
        + GOALS
        + "劳动年龄人口平均受教育年限提高到11.3年。",
        REPORT + "一、2025年工作回顾\n研发投入强度达到3.2%。\n二、2026年工作安排\n研发投入强度达到3.0%。",
        TITLE + REVIEW + "PM2.5浓度为30微克/立方米。\n" + GOALS + "PM2.5浓度下降至31微克/立方米。",
    ],
}

RIGHT = [
    REPORT + "一、2025年工作回顾\n地区生产总值增长5.8%、高于全国0.8个百分点。",
    REPORT + "一、2025年工作回顾\n集装箱吞吐量连续12年位居全省第一，货物吞吐量连续10年居全省第一。",
    TITLE + "2025年地区生产总值突破1000亿元，达1020亿元。",
    TITLE + REVIEW + "地表水达到或好于Ⅲ类水体比例超过90%。\n" + GOALS + "优良水体比例提高到85%。",
    TITLE + REVIEW + "城镇调查失业率为5.1%。\n" + GOALS + "城镇调查失业率控制在5.5%以内。",
    TITLE + REVIEW + "年均新增城镇就业6.4万人。\n" + GOALS + "每年新增城镇就业6万人以上。",
    TITLE + REVIEW + "地区生产总值达到2000亿元。\n" + GOALS + "地区生产总值年均增长5%以上，力争迈上3000亿元台阶。",
    TITLE + GOALS + "到2035年，人均地区生产总值比2020年翻一番。",
    TITLE + GOALS + "年均新增城镇就业3万人，五年累计新增城镇就业15万人以上。",
    TITLE + GOALS + "氮氧化物、挥发性有机物排放量分别下降8%以上。",
    TITLE + GOALS + "每千人口拥有3岁以下婴幼儿托位4.5个，每千名3岁以下婴幼儿托位300个。",
    TITLE + GOALS + "居民消费价格涨幅2%左右，小学毛入学率达到102%。",
    TITLE + GOALS + "地区生产总值增长5%左右，力争6%。",
    TITLE + GOALS + "研发投入强度达到3.2%。\n第三章 县域\n望川县研发投入强度达到2.1%。",
    TITLE + REVIEW + "五年累计一般公共预算收入1200亿元。2025年一般公共预算收入达到260亿元。",
    TITLE + REVIEW + "企业由80家增加到200家，增长1.5倍。",
    TITLE + REVIEW + "企业由100家增加到400家，翻了两番。",
    TITLE + REVIEW + "城镇化率由60%提高到65%，提高5个百分点。",
    TITLE + REVIEW + "全省排名由第12位上升到第9位。",
    TITLE + REVIEW + "新建公园22个，其中口袋公园12个。",
    TITLE + REVIEW + "规上工业总产值达到480亿元，是2020年300亿元的1.6倍。",
    TITLE + REVIEW + "火灾起数、死亡人数五年均下降36.2%。\n" + GOALS + "火灾起数、死亡人数分别下降8.5%。",
    TITLE + REVIEW + "软件和信息服务业、建筑业产值分别达到120亿元、80亿元，甲、乙两园区产值分别达到60亿元和50亿元。",
    REPORT + "一、2025年工作回顾\n开发区完成产值120亿元，占全市比重提高8.4个百分点，用电量同比增长4.6%。",
    TITLE
    + REVIEW
    + "经济总量居全省第6位，增速居全省第2位，工业增速居全省第8位。\n"
    + GOALS
    + "经济总量进入全省前5位。",
    TITLE + REVIEW + "经济总量居全省第6位、全国第58位。\n" + GOALS + "经济总量保持全省前8位。",
    TITLE + REVIEW + "在全省开发区综合考评中，本区连续三年居前10位，2024年列第7位，2020年列第17位。",
    TITLE + REVIEW + "创新指数由全国第45位上升到第38位。\n第三章 创新\n到2030年，创新指数由全国第38位进入前30位。",
    REPORT + "一、2025年工作回顾\n货物吞吐量居全国第8位，集装箱吞吐量保持全国第6位。2024年货物吞吐量居全国第9位。",
    TITLE + GOALS + "城镇化率达到70%。\n第三章 产业\n改造2018年建成的水厂，2018年以来建成的道路全部养护。",
    TITLE + GOALS + "城镇化率达到70%。\n第三章 产业\n示川医院2018年已建成投用，二期2028年完工，2035年建成医学中心。",
    TITLE + GOALS + "城镇化率达到70%。\n第三章 产业\n示川机场2024年底开工建设，2028年9月底前建成。",
    REPORT + "一、2025年工作回顾\n成效明显。\n二、2026年主要目标和工作安排\n全力抓好落实。",
    TITLE + REVIEW + "全市总面积2180平方公里，文化馆总面积2180平方米，占地面积36.8公顷。",
    TITLE + REVIEW + "投资完成率达到112%，完成投资168亿元，占年度计划的112%，产能利用率105%。",
    TITLE + REVIEW + "财政总收入突破5000亿元、达5058亿元，人均收入3.65万元，总收入3.65亿元。",
    TITLE + "我国经济总量突破140万亿元，全国粮食产量7亿吨，铁路营业里程16万公里。",
    TITLE + GOALS + "森林覆盖率达到46%，新增森林面积46万亩，城镇化率提高带动就业70万人。",
    TITLE + REVIEW + "污水处理能力由每日6万吨提高到9万吨，办理时限由15个工作日压缩到12个工作日。",
    TITLE + REVIEW + "综合考核由全省第13名前进到第10名，企业总数从98家扩充到120家。",
    TITLE + REVIEW + "园区亩均税收由18万元/亩跃上22万元/亩，开工时间由2021年3月提前到2020年9月。",
    TITLE + REVIEW + "培育企业50家，其中民营企业35家、国有企业10家、外资企业5家。",
    TITLE + REVIEW + "现有企业120家，其中高新技术企业80家、专精特新企业40家、上市企业6家。",
    TITLE + REVIEW + "60个项目总投资300亿元，其中产业项目30个、投资150亿元，交通项目20个、投资100亿元。",
    TITLE + REVIEW + "粮食总产量90万吨，其中水稻40万吨、玉米30万吨、大豆5万吨。",
    TITLE + REVIEW + "开展研究12项，其中经济类5项、社会类3项、生态类2项等。",
    TITLE + REVIEW + "下拨救灾资金820万元、重建资金1.2亿元、保险赔付3000万元，三项共计1.6亿元。",
    TITLE + REVIEW + "旅游项目投资8亿元、文化项目投资6亿元。全市项目总投资120亿元。",
    TITLE + REVIEW + "新增铁路639公里、其中高铁370公里，新增高速公路260公里、农村公路3000公里。",
    TITLE + REVIEW + "比上年增加10亿元，其中省级补助40亿元。",
    TITLE + REVIEW + "三次产业结构由6.2∶42.1∶51.7调整为4.1∶43.5∶52.4。",
    TITLE + GOALS + "居民出行五百米可达公园绿地，改造2000年前建成的老旧小区。",
    TITLE + "2025年高新技术企业达到2020年的2.6倍。\n" + GOALS + "研发投入强度超过5%的企业达到30家。",
    TITLE + REVIEW + "规模以上工业产值800亿元，占工业总产值的83%，战略性新兴产业产值180亿元，占工业总产值的22%。",
    REPORT + "二、2026年工作安排\n地区生产总值增长5.5%左右。到2030年，地区生产总值年均增长5%以上。",
]


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in FAULTS.items() for text in texts])
def test_what_cannot_hold_is_found(kind: str, text: str) -> None:
    found = find_all(read_text(text))
    assert set(found) & set(UNITS if kind == "unit" else (kind,))


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_right_is_not_told(text: str) -> None:
    assert find_all(read_text(text)) == {}


def test_one_slip_is_told_once() -> None:
    text = TITLE + REVIEW + "城镇化率由2020年的60%提高到58%，提高5个百分点。\n" + GOALS + "城镇化率达到59%。"
    assert sum(map(len, find_all(read_text(text)).values())) == 1


def test_an_inherited_time_is_shown() -> None:
    text = TITLE + "到2030年，努力实现以下目标：\n——人均预期寿命达到82岁。\n第三章 健康\n2030年人均预期寿命达到81岁。"
    (conflict,) = find_all(read_text(text))["number_conflict"]
    other, *_ = conflict.places
    assert (other.words, conflict.said["value"], conflict.last) == ("82岁", "81岁", 2030)


def test_two_documents_are_held_against_each_other() -> None:
    first = read_text(TITLE + GOALS + "城镇化率达到72%。")
    second = read_text("云川市“十五五”规划纲要起草说明\n到2030年，城镇化率达到70%。")
    (conflict,) = find_between(first, second)["number_conflict"]
    assert conflict.places[0].reading is first


@given(st.integers(1, 9000), st.integers(1, 9000), st.sampled_from(["提高到", "降低到"]))
def test_a_verb_and_its_numbers_go_one_way(start: int, end: int, verb: str) -> None:
    text = f"{TITLE}{REVIEW}高新技术企业产值由{start}亿元{verb}{end}亿元。"
    wrong = end < start if verb == "提高到" else end > start
    far = max(start, end) >= 100 * min(start, end)
    found = find_all(read_text(text))
    assert set(found) <= {"direction_conflict", "unit_slip"}
    assert far or bool(found) is wrong


@given(st.integers(10, 60), st.integers(10, 60), st.integers(-5, 5))
def test_parts_make_their_whole(one: int, other: int, off: int) -> None:
    text = f"{TITLE}{GOALS}设置主要指标{one + other + off}项，其中预期性指标{one}项、约束性指标{other}项。"
    assert bool(find_all(read_text(text))) is (off != 0)
