"""What the outputs for other programs say beside the findings."""

from __future__ import annotations

from checker.messages.template import Template

FORMAT_COLUMNS = Template(
    "编号|名称|级别|状态|规划|对象|问题|依据|建议|文件|位置|行|列|指纹|豁免|章|执笔处室|责任单位|目标",
    "Code|Name|Severity|Status|Plan|Subject|Finding|Basis|Advice|File|Place|Line|Column|Fingerprint|Waiver"
    "|Chapters|Drafters|Owners|Goals",
)
FORMAT_STATUS = {
    "new": Template("新", "new"),
    "known": Template("已知", "known"),
    "waived": Template("已豁免", "waived"),
}
FORMAT_CASE = Template("{subject} 第{line}行", "{subject}, line {line}")
FORMAT_SHEET = Template("问题", "findings")
FORMAT_VERDICT = Template("结论", "verdict")
FORMAT_UNCHECKED = Template("没有检查的", "not checked")
FORMAT_UNCHECKED_LINE = Template("没有检查的：{point}", "Not checked: {point}")
FORMAT_COUNTS = Template(
    "错误{error}个，警告{warning}个，提示{info}个，已知{known}个，已豁免{waived}个",
    "{error} errors, {warning} warnings, {info} infos, {known} known, {waived} waived",
)
FORMAT_MORE = Template("另有{count}个问题没有列在这里", "{count} more findings are not listed here")
FORMAT_CODED = Template("{code} {message}", "{code}: {message}")
FORMAT_TITLED = Template("{code} {title}", "{code} {title} (plancheck)")
FORMAT_NOT_CHECKED = Template("没有检查的：{message}", "Not checked: {message}")
FORMAT_SUMMARY_HEAD = Template("plancheck：{verdict}", "plancheck: {verdict}")
FORMAT_SUMMARY_COLUMNS = Template("级别|编号|位置|问题", "Severity|Code|Place|Finding")
FORMAT_LEFT_OPEN = Template("规划写明没有列全、没有公开的：{message}", "Left open by the plan: {message}")
FORMAT_REMARK = Template("说明：{message}", "Remark: {message}")
