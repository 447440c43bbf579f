"""What a rule file does not say rightly, and what a rule could not do."""

from __future__ import annotations

from checker.messages.template import Template

RULE_SORT_ELEMENT = Template("内容", "a thing")
RULE_SORT_NUMBER = Template("数", "a number")
RULE_SORT_QUANTITY = Template("带单位的数", "a quantity")
RULE_SORT_COUNT = Template("声明的数目", "a declared count")
RULE_SORT_TEXT = Template("文字", "a text")
RULE_SORT_CHOICE = Template("选项", "a choice")
RULE_SORT_TIME = Template("时间", "a time")
RULE_SORT_UNIT = Template("单位", "a unit of measure")
RULE_SORT_MESSAGE = Template("一句话", "a sentence")
RULE_SORT_PLACE = Template("位置", "a place")
RULE_SORT_RELATED = Template("相关位置", "related places")

RULE_TITLE_SYNTAX = Template("语法错误", "syntax error")
RULE_TITLE_DUPLICATE = Template("重名", "duplicate name")
RULE_TITLE_UNKNOWN = Template("引用未定义", "unknown reference")
RULE_TITLE_WRONG_KIND = Template("引用类型不符", "wrong kind")
RULE_FAULT_BASIS = Template("规则语言", "the rule language")
RULE_BASIS_PRACTICE = Template("编制惯例（无文号）", "drafting practice (no document)")

RULE_CODE_FORM = Template(
    "规则编号「{code}」不是两到八个大写字母加两到四个数字",
    "rule code {code} is not 2 to 8 capital letters and 2 to 4 digits",
)
RULE_SLUG_FORM = Template(
    "「{slug}」不是用连字符连起来的小写英文词", "{slug} is not lower-case English words joined by hyphens"
)
RULE_CODE_TWICE = Template("规则编号 {code} 用了两次", "rule code {code} is used twice")
RULE_SLUG_TWICE = Template("规则英文名 {slug} 用了两次", "slug {slug} is used twice")
RULE_FIRST_USE = Template("先用的在这里", "it is used here first")
RULE_CODE_RESERVED = Template(
    "编号 {code} 属于 plancheck 自带的规则，别的规则包要用自己的字母",
    "code {code} is plancheck's own; other packs need letters of their own",
)
RULE_TOO_DEEP = Template("规则 {code} 的括号或算式套得太深", "rule {code} nests too deeply")
RULE_PART_MISSING = Template("规则 {code} 缺“{part}”", "rule {code} lacks {part_en}")
RULE_CASE_MISSING = Template("这个“凡”后面缺“{part}：”", "this for_each lacks {part_en}")
RULE_PART_BEFORE = Template("“{part}”写在了“凡”的前面", "{part_en} stands before any for_each")
RULE_PART_TWICE = Template("“{part}”写了两次", "{part_en} is given twice")
RULE_NOTICE_PLACE = Template(
    "“未查”没有位置，不能写“指向”“另见”和“建议”", "an unchecked has no place: no at, see or advice"
)
RULE_SEVERITY_UNKNOWN = Template(
    "没有“{word}”这个级别，可写：错误、警告、提示、不查", "no severity {word}; it is one of error, warning, info, off"
)
RULE_STAGE_TWICE = Template("阶段“{stage}”写了两次", "stage {stage} is given twice")
RULE_WORD_UNKNOWN = Template("没有“{word}”这个选项，可写：{allowed}", "no choice {word}; it is one of {allowed}")
RULE_BASIS_UNKNOWN = Template(
    "“{word}”不能作依据：文号写在引号或《》里，没有文号写“编制惯例（无文号）”",
    "{word} is no basis: quote the document, or write 编制惯例（无文号） (practice)",
)
RULE_EXAMPLE_MARKED = Template("正例里不写〖〗", "a good example has no 〖〗")
RULE_EXAMPLE_MARKS = Template("反例要用一对〖〗标出发现的位置", "a bad example marks the finding's place with one 〖〗")
RULE_PARAMETER_LITERAL = Template(
    "参数的值要写数、带单位的数、日期或引号里的话", "a parameter is a number, a quantity, a date or a text"
)
RULE_PARAMETER_MIXED = Template("一个参数的几个值要同类", "the values of one parameter have to be of one sort")
RULE_PARAMETER_TWICE = Template("参数「{name}」写了两次", "parameter {name} is given twice")
RULE_PARAMETER_UNKNOWN = Template("没有参数「{name}」", "there is no parameter {name}")
RULE_VARIABLE_TWICE = Template("「{name}」已经用作另一个变量", "{name} already stands for something else")
RULE_VARIABLE_UNBOUND = Template("变量「{name}」没有在“凡”“应有”里出现过", "variable {name} is never bound")
RULE_WORD_ALONE = Template("「{name}」不是变量，这里要写变量", "{name} is no variable; a variable is wanted here")
RULE_KIND_UNKNOWN = Template("没有「{kind}」这种内容", "there is no kind {kind}")
RULE_ATTRIBUTE_UNKNOWN = Template("{kind}没有「{field}」", "{kind_en} has no {field}")
RULE_FIELD_OF_NOTHING = Template("{sort}后面不能再写「.{field}」", "{sort} has no .{field}")
RULE_RELATION_UNKNOWN = Template("没有「{relation}」这种关系", "there is no relation {relation}")
RULE_RELATION_KINDS = Template(
    "「{relation}」这里要{wanted}，不是{kind}", "{relation} wants {wanted_en} here, not {kind_en}"
)
RULE_STEP_OF = Template("{sort}没有「{relation}」", "{sort} has no {relation}")
RULE_KIND_WORD_UNKNOWN = Template("{kind}不会是「{word}」", "{kind_en} cannot be {word}")
RULE_UNIT_UNKNOWN = Template("「{unit}」不是已知的单位", "{unit} is no known unit")
RULE_DATE = Template("「{date}」不是日期", "{date} is no date")
RULE_UNLIKE = Template("{left}和{right}不能相比", "{left} and {right} cannot be compared")
RULE_UNLIKE_UNITS = Template("单位{left}和{right}不能相比", "units {left} and {right} cannot be compared")
RULE_NO_ORDER = Template("{sort}没有大小先后，不能用“{sign}”", "{sort} has no order, so {sign} means nothing")
RULE_ARITHMETIC = Template("不能算 {left} {sign} {right}", "cannot work out {left} {sign} {right}")
RULE_FUNCTION_TAKES = Template("这个函数不能用在这种{sort}上", "this function does not take {sort} here")
RULE_CANNOT_TEST_TEXT = Template(
    "含、开头为、结尾为、通配要用在文字上，这里是{sort}",
    "contains, starts_with, ends_with, like take texts, not {sort}",
)
RULE_CANNOT_TEST_UNIT = Template(
    "同类要用在单位或带单位的数上，这里是{sort}", "commensurable takes units or quantities, not {sort}"
)
RULE_PRESENCE_OF = Template("「{field}」不能用在{sort}上", "{field} cannot be asked of {sort}")
RULE_AMBIGUOUS_MANY = Template(
    "左边可能有几个值，这里分不清是“都不”还是“有的不”，用“非（…）”写明",
    "the left side may have several values: write not(...) to tell none from not all",
)
RULE_BOUND_NUMBER = Template(
    "至多、至少、恰好后面要写数，这里是{sort}", "at_most, at_least, exactly take a number, not {sort}"
)
RULE_LET_MANY = Template("“设”只能设一个值", "let takes one value")
RULE_MERGED_BY = Template("不能按「{name}」合并", "findings cannot be merged by {name}")
RULE_NO_PLACE = Template("「{name}」没有位置可指", "{name} has no place to point at")
RULE_NOT_A_SENTENCE = Template("这里要一句话，不是{sort}", "a sentence is wanted here, not {sort}")
RULE_SENTENCE_EMPTY = Template("这里要有一句话", "a sentence is missing here")
RULE_BRACE_ALONE = Template("句子里的花括号要成对，里面写变量", "braces in a sentence come in pairs around a variable")
RULE_PLACEHOLDERS_DIFFER = Template("中英文两句用的「{names}」不一样", "the two languages do not both use {names}")
RULE_NEEDS_BLANK = Template("「{first}」和「{second}」之间空一格", "put a blank between {first} and {second}")

RULE_CANNOT_MEET = Template("“对得上”说的是一个一个的值，不能用在{sort}上", "meets takes single values, not {sort}")
RULE_DEFINITION_TAKEN = Template(
    "「{name}」已经有意思了，定义要另取名称", "{name} has a meaning already; a definition needs a name of its own"
)
RULE_DEFINITION_ONE = Template("「{name}」只能说一个，这里有几个", "{name} is said of one thing, not of several")
RULE_DEFINITION_OTHER = Template(
    "「{name}」这里要{wanted}，不是{found}", "{name} is defined of {wanted} here, not of {found}"
)
RULE_DEFINITION_COUNT = Template("「{name}」说的是{count}个东西", "{name} is said of {count}")

RULE_CRASHED = Template("规则 {code} 运行出错（{kind}），没有查完", "rule {code} failed ({kind}) and did not finish")
RULE_BUDGET = Template(
    "规则 {code} 超出行数上限 {limit}，没有查完", "rule {code} went over its budget of {limit} rows and did not finish"
)
RULE_BUDGET_ADVICE = Template(
    "在 plancheck.toml 的 [rules] 里提高 row_budget，或关闭这条规则",
    "raise row_budget under [rules] in plancheck.toml, or switch the rule off",
)
RULE_CRASHED_ADVICE = Template("把规则文件和规划发给规则的作者", "send the rule file and the plan to the rule's author")
RULE_UNKNOWN = Template("没有规则「{word}」", "there is no rule {word}")
RULE_UNKNOWN_NOWHERE = Template(
    "没有规则「{word}」，全部规则见 plancheck rules list", "there is no rule {word}; see plancheck rules list"
)
RULE_SETTING_PARAMETER = Template("规则 {code} 没有参数「{name}」", "rule {code} has no parameter {name}")
RULE_SETTING_VALUE = Template(
    "规则 {code} 的参数「{name}」要{sort}，不能是“{value}”", "parameter {name} of rule {code} takes {sort}, not {value}"
)
RULE_JOIN_TWO = Template("{one}；{two}", "{one}; {two}")
RULE_LIST_MORE = Template("{listed}等{count}项", "{listed} and others, {count} in all")
RULE_PACK_MISSING = Template(
    "没有规则包「{name}」：既不是文件夹，也没有安装", "no rule pack {name}: neither a folder nor installed"
)
RULE_PACK_OUTSIDE = Template(
    "规则包「{name}」不在工作区里面，没有用；把它放进工作区，或装成包",
    "rule pack {name} lies outside of the workspace; move it in, or install it as a package",
)
RULE_PACK_EMPTY = Template("规则包「{name}」里没有 .rule 文件", "rule pack {name} has no .rule files")

CYCLE_EDGE = Template("「{source}」{tie}「{target}」，在这里", "{source} {tie} {target}, here")
CYCLE_TIES = {
    "parent": Template("的上级目标是", "has the parent goal"),
    "part_of": Template("的上级举措是", "is part of"),
    "depends": Template("依赖", "depends on"),
    "upper_plan": Template("的上位规划是", "has the upper plan"),
}
EXAMPLE_NOTHING = Template("这个反例没有发现", "this bad example gives no finding")
EXAMPLE_EXTRA = Template("例子多了一个发现：{said}", "one finding too many: {said}")
EXAMPLE_NOT_CLEAN = Template("例子自身有错：{said}", "the example itself is faulty: {said}")
EXAMPLE_ELSEWHERE = Template(
    "发现在「{found}」，标的是「{marked}」", "the finding is at “{found}”, the mark at “{marked}”"
)
