"""The JSON output and the formats, as tables; a field without words here stops the build."""

from __future__ import annotations

from collections.abc import Iterator

from checker.render import json_schema
from checker.render.formats import FORMATS
from checker.render.schemas import SCHEMA_NAMES, schema_about
from docs.making.markdown import code, table

_FORMATS = {
    "text": "文字，给人看",
    "json": "一个 JSON 对象，见下",
    "jsonl": "一行一个问题的 JSON",
    "csv": "表格，WPS、Excel 可以直接打开",
    "sarif": "SARIF 2.1.0，代码托管平台、编辑器能读",
    "junit": "JUnit XML，Jenkins 等流水线能读",
    "github": "GitHub 的行内标注",
    "github-summary": "GitHub 的运行摘要（Markdown）",
    "gitlab": "GitLab 的 Code Quality 报告",
    "gitee-check": "Gitee 检查接口要的内容，只写不发",
    "codeup-check": "云效 Codeup 检查接口要的内容，只写不发",
}
_MODELS: tuple[tuple[str, str, type], ...] = (
    ("最外层", "", json_schema.ReportJson),
    ("问题", "findings[]", json_schema.FindingJson),
    ("位置", "start、end", json_schema.PlaceJson),
    ("相关的一处", "related[]", json_schema.RelatedJson),
    ("改法", "fix", json_schema.FixJson),
    ("改动", "fix.edits[]", json_schema.EditJson),
    ("豁免", "waiver", json_schema.WaiverJson),
    ("没有查的", "notices[]", json_schema.NoticeJson),
    ("基线里已经没有的", "gone[]", json_schema.GoneJson),
    ("文本对照规划文件", "coverage[]", json_schema.CoverageJson),
    ("规划文件没有的一处", "coverage[].lacking[]", json_schema.LackingJson),
    ("建议与纲要", "followed[]", json_schema.FollowedJson),
    ("建议里的一项", "followed[].items[]", json_schema.FollowedItemJson),
    ("做了什么、没做什么", "account", json_schema.AccountJson),
    ("没有运行的规则", "account.rules_not_run[]", json_schema.NotRunJson),
    ("文件", "account.documents[]", json_schema.DocumentJson),
    ("首末年", "account.documents[].years", json_schema.YearsJson),
    ("合计", "summary", json_schema.SummaryJson),
    ("门槛", "summary.gate", json_schema.GateJson),
)
#: What a field holds, by its name; where a name means something else in one object, by object and name.
_FIELDS = {
    "schema_version": "这份格式的版本；前一个数变了，读它的程序才要改",
    "tool_version": "plancheck 的版本",
    "stage": "按哪个阶段查的（英文），没有写就是空",
    "as_of": "以哪一天为准",
    "findings": "查出的问题，按文件和位置排",
    "gone": "基线里有、现在没有了的",
    "notices": "没有查的，和为什么",
    "coverage": "每篇有规划文件的文本一项：里面的数字表述，规划文件有多少",
    "followed": "有党委建议和规划纲要放在一起的，纲要里有建议的哪些内容",
    "proposal": "建议的文件",
    "kept": "原样写着的有几项",
    "reworded": "换了写法或数的有几项",
    "missing": "没有见到的有几项",
    "items": "建议里的提法、文件、工程行动、定位、数，一项一项",
    "other": "纲要里写的和它的位置；没有见到是 `null`",
    "state": "`kept` 原样，`reworded` 改写，`missing` 未见",
    "FollowedJson.file": "纲要的文件",
    "FollowedItemJson.kind": (
        "`quoted` 引号里的提法，`title` 书名号里的文件，`programme` 工程行动计划，`position` 定位，"
        "`slogan` 带数的提法，`figure` 数"
    ),
    "FollowedItemJson.words": "建议里的写法",
    "stated": "数字表述有几处",
    "in_model": "其中规划文件已有的",
    "lacking": "规划文件没有的，一处一项",
    "name": "说的是什么",
    "year": "哪一年；没有写明就是 `null`",
    "value": "数，照原文",
    "summary": "合计",
    "code": "规则编号",
    "slug": "规则的英文名",
    "severity": "`error`、`warning`、`info`",
    "status": "`new` 新问题，`known` 基线里已有，`waived` 已豁免；只有 `new` 影响退出状态",
    "message": "一句话，说什么不对",
    "basis": "依据",
    "help": "怎样改；没有就是 `null`",
    "plan": "哪一部规划",
    "subject": "哪一条声明",
    "file": "文件",
    "start": "起点",
    "end": "终点，在最后一个字符之后",
    "locator": "用话说的位置：“第三章 › 二、 › 第4段”“表2（主要指标）!C7”“第12行”",
    "chapters": "说到的声明在哪几章；文稿里的，是它所在的章",
    "owners": "说到的声明的责任单位",
    "drafters": "所在的章由谁执笔（执笔处室）",
    "goals": "说到的声明服务或衡量的目标",
    "related": "别的有关之处",
    "fingerprint": "指纹：别处改动它不变，基线、豁免靠它认",
    "fix": "能自动改的，怎样改；不能的没有这一项",
    "waiver": "已豁免的，凭哪一条豁免；别的没有这一项",
    "reason": "豁免的理由；没有写就是 `null`",
    "approved_by": "谁批准的；没有写就是 `null`",
    "until": "到哪一天为止；没有写就是 `null`",
    "line": "行，从 1 数",
    "column": "列，从 1 数",
    "offset": "从文件开头数第几个字符，从 0 数",
    "edits": "几处改动，一起做才算改好",
    "trusts_text": "写着 `true` 的，是以文本为准的改法：规划文件与文本不同，要人定哪边对（`--trust-text`）",
    "text": "换成什么",
    "codes": "因此没有查的规则",
    "kind": "`missing` 缺东西没有查，`open` 规划自己写明没有列全、没有公开，`remark` 只是说明",
    "account": "这次做了什么、没做什么",
    "verdict": "结论：`blocked`、`incomplete`、`passed`、`nothing`，见上",
    "sentence": "结论，一句话",
    "strict": "是不是用了 `--strict`",
    "baseline": "基线文件；没有就是 `null`",
    "unchecked": "没有查的，一项一句话",
    "rules_run": "运行了的规则",
    "rules_not_run": "没有运行的规则，按原因分",
    "documents": "读到的文件，和各作了什么用",
    "words": "是哪些词把它们排除的（`--select`、`--ignore` 或配置里写的）",
    "use": "`checked` 检查了，`referred` 只供对照，`unread` 没有读",
    "gate": "门槛",
    "passed": "有没有达到门槛的新问题：没有就是 `true`",
    "role": "文稿是规划的什么：`main` 正文，`note` 起草说明，`table` 指标表；规划文件是 `null`",
    "known_by": "怎样知道属于这部规划：`plan` 规划写的，`config` 配置写的，`title` 题名，`path` 放在一起",
    "document_kind": "文稿自己的题名说它是什么；没有说是 `null`",
    "place": "文稿自己说的地方",
    "years": "文稿自己说的规划期或年份",
    "DocumentJson.stage": "文稿自己说的阶段",
    "first": "首年",
    "last": "末年",
    "DocumentJson.plan": "属于哪部规划；不属于哪部是 `null`",
    "DocumentJson.kind": "`plan` 规划文件，`text` 文稿，`table` 指标表",
    "NotRunJson.reason": (
        "`off` 配置关掉的，`not_only` 配置只用别的，`ignored`、`unselected` 命令行排除的，"
        "`stage` 阶段不要求的，`no_plan` 只查文稿时管规划的，`failed` 出错的"
    ),
    "NotRunJson.codes": "规则编号",
    "GateJson.severity": "从哪一级起算",
    "SummaryJson.error": "新的错误有几个",
    "SummaryJson.warning": "新的警告有几个",
    "SummaryJson.info": "新的提示有几个",
    "SummaryJson.known": "基线里已有的",
    "SummaryJson.waived": "已豁免的",
    "SummaryJson.notices": "没有查的",
    "SummaryJson.unreadable": "读不出来的文件",
    "SummaryJson.plans": "查了几部规划",
    "SummaryJson.gone": "基线里有、现在没有了的",
    "FixJson.message": "这样改做了什么",
    "NoticeJson.message": "没有查什么、为什么",
    "RelatedJson.message": "这一处说的是什么",
}


def format_table() -> str:
    """The formats of ``--format``."""
    return table(("格式", "是什么"), [(code(name), _FORMATS[name]) for name in FORMATS])


def schema_table() -> str:
    """The JSON Schemas of ``plancheck schema``."""
    return table(("名称", "是什么的"), [(code(name), schema_about(name).text()) for name in SCHEMA_NAMES])


def json_tables() -> str:
    """The objects of the JSON output with their fields."""
    return "\n".join(_tables())


def _tables() -> Iterator[str]:
    for title, place, model in _MODELS:
        yield f"### {title}{f'（{code(place)}）' if place else ''}\n"
        rows = [
            (code(name), _FIELDS.get(f"{model.__name__}.{name}") or _FIELDS[name]) for name in model.__annotations__
        ]
        yield table(("字段", "意思"), rows)
