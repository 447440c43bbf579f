"""What was to be filled in and was not, and remarks left by who worked on a draft: XX, 待补充, （批注：…）."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.source import Expression

#: What is measured or counted in: a gap before it is a number to fill in.
_UNIT = (
    "(?:亿|万|千|百)?(?:年|月|日|天|个|家|项|座|户|人|名|次|处|场|亩|米|吨|元|条|件|所|套|台|辆|张|位|支|批|期|届|度|倍|分钟|小时|岁|"
    "公里|公顷|平方|立方|千瓦|标准煤|美元|亿|万|%|％|个?百分点)"
)
_PLACEHOLDER = re.compile(
    r"(?:20|二[〇○O零])?[XxＸｘ×╳]{2,}(?![A-Za-z0-9])"
    r"|(?:20[0-9Xx×])[Xx×]年"
    rf"|(?<=[\u4e00-\u9fff])[XxＸｘ×╳＊*○●◯□△▲](?={_UNIT})"
    r"|[（(【]?(?:此处)?(?:数据|内容|数字)?待(?:补充|补|填写|填|核实|核|定稿|确认)(?:[）)】]|(?=[，。；、\s]|$))"
    r"|[（(【]此处[^）)】]{0,12}[）)】]"
    r"|\b(?:TODO|TBD|FIXME|todo|tbd)\b|[_＿]{3,}"
    rf"|(?<=[\u4e00-\u9fff])(?:[_＿○●◯□△▲…]+|[*＊]{{3,}})(?={_UNIT})"
    rf"|(?<=[\u4e00-\u9fff])[*＊]{{2}}(?={_UNIT}(?:[，。；、）]|以上|以内|左右))"
    rf"|[□]{{2,}}|[?？]{{3,}}"
)
#: Twice in a paragraph they set words in bold.
_BOLD = frozenset({"**", "＊＊"})
#: Each gap holds one of these signs, no further behind its beginning than that.
_SIGN = re.compile("[XxＸｘ×╳＊*待此TtFf_＿□?？○●◯△▲…]")
_SIGN_BEHIND = 3
#: What only those who work on a draft say to each other.
_ASKED = (
    "合并|删除|删去|删掉|补充|补全|补上|核实|核对|核查|复核|确认|替换|更新|压缩|改写|改为|精简|细化|商定|斟酌|把关|定夺|提供|填写|另行?调整|"
    "调整(?:表述|顺序|位置)|修改|挪到|移至|移到|统一"
)
_REMARK = re.compile(
    r"[（(【\[〔](?:"
    r"(?:批注|审稿|审核意见|编者|作者注|起草组|修改意见|校对|修订|领导意见|专家意见|[\u4e00-\u9fff]{1,6}(?:局|委|办|处|科)意见|注意)[\[A-Za-z0-9\]]*[：:]?"
    rf"|(?:此|本|该|这|以上|以下|前后|上下|两)[一几]?(?:段|处|句|条|款|节|章|表|数|组|部分|文)[^（）()【】\[\]〔〕]{{0,20}}(?:重复|存疑|有误|不一致|不符|矛盾|是否|{_ASKED})"
    rf"|(?:建议|请|再|需要?|须|拟|应|待|尚未|还要|与)[^（）()【】\[\]〔〕，]{{0,14}}(?:{_ASKED}|口径不一致|不一致|有出入|对不上|重复|矛盾)(?!后|的)"
    r"|(?:口径|数据|数字|数值|表述|时间|名称)[^（）()【】\[\]〔〕，]{0,8}(?:不一致|不符|有出入|对不上|有误|存疑|待定|未定|暂缺|不确定|偏[高低大小])"
    r"|(?:数据|数字|数)?待[^（）()【】\[\]〔〕，后]{1,10}(?:确认|核实|提供|更新|反馈|报送|补报|补充)(?!后)|是否[^（）()]{1,14}(?=[）？?】])"
    r"|[^（）()【】\[\]〔〕，]{0,14}(?:再定|再议|待讨论|待研究|来源不明|有待核实|有待确认|未核实|未确认|拗口|不通顺|并入第|提供数据)|补[充上齐](?!医疗|养老|保险|协议)"
    r"|(?:删|去掉|重复|啰嗦|有误|错误)(?=[）)】\]〕])"
    r"|存疑|待定|暂缺|暂空|缺数据?|数据缺|未定稿?|不确定|？+|\?+|见批注|同上(?=[）)】\]〕])"
    r")[^（）()【】\[\]〔〕]{0,40}[）)】\]〕]"
    r"|批注\s?[\[［][A-Za-z0-9]+[\]］]"
    rf"|(?:此处|此段|此句|本段|这里|该段)(?:数据|内容|表述)?(?:需要?|请|待|应|建议)[^。；]{{0,16}}(?:{_ASKED})"
)
#: Blanks where a number belongs; behind 第 or a number they part what is numbered.
_BLANK = Expression(
    rf"(?<=[\u4e00-\u9fff])(?<![第共计：])(?:[ \u3000\u2003]{{2,}}|\u3000)"
    rf"(?={_UNIT}(?:[，。；、）]|以上|以内|左右))",
    sign="[\u4e00-\u9fff][ \u3000\u2003]",
)
#: One blank may be that of a page: then what is counted stands before it, and nothing else can be meant.
_ONE_BLANK = re.compile(
    " (?<=[\u4e00-\u9fff] )(?<![第共计：几数多各每这那首本百千万亿半一二三四五六七八九十两0-9] )"
    "(?=(?:个|家|所|座|名|万?人|亿?元|公里|万?亩|人次|平方米)[，。；])"
)
#: Empty brackets, and dots where a number belongs.
_EMPTY = Expression(
    r"（[\s\u3000]*）|【[\s\u3000]*】|《[\s\u3000]*》|“[ \u3000]*”"
    r"|(?<=[到达为增长约超])(?:…+|\.{3,})(?=[万亿个家项%％])|[○●]{2,}(?=[市县区省年月日个家项万亿])|某某(?=[市县区省镇局委年])",
    sign=r"[（【《“…○●某.](?:[\s\u3000]*[）】》”]|(?<=[到达为增长约超]…)|(?<=[到达为增长约超]\.)\.\.|[○●某])",
)
#: 双X, Ⅹ射线, XX型, XXL: names, not gaps.
_NAME_BEFORE = re.compile(r"[A-Za-z0-9.]$")
_NAME_BEHIND = re.compile(r"[型射染]|体|-")


def find_placeholders(text: str) -> Iterator[tuple[int, int, bool]]:
    """Start and end of each gap and each remark of a text, in order, none within another; True for a remark."""
    end = 0
    for first, last, remark in sorted(_all(text), key=lambda span: (span[0], -span[1])):
        if first >= end:
            yield first, last, remark
            end = last


def _all(text: str) -> Iterator[tuple[int, int, bool]]:
    for found in _gaps(text):
        if _NAME_BEFORE.search(text[max(found.start() - 1, 0) : found.start()]):
            continue
        if found[0][0] in "XxＸ×" and _NAME_BEHIND.match(text, found.end()):
            continue
        yield *found.span(), False
    for pattern in (_EMPTY, _BLANK, _ONE_BLANK):
        yield from ((*found.span(), False) for found in pattern.finditer(text))
    yield from ((*found.span(), True) for found in _REMARK.finditer(text))


def _gaps(text: str) -> Iterator[re.Match[str]]:
    """The matches of the pattern for gaps; only where one of its signs stands is it tried at all."""
    end = 0
    for sign in _SIGN.finditer(text):
        for start in range(max(sign.start() - _SIGN_BEHIND, end), sign.start() + 1):
            found = _PLACEHOLDER.match(text, start)
            if found is not None and not (found[0] in _BOLD and text.count(found[0]) > 1):
                yield found
                end = found.end()
                break
