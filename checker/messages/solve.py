"""What is said of targets that cannot all hold, of ranges and of trials."""

from __future__ import annotations

from checker.messages.template import Template

TARGETS_TWO = Template(
    "「{name}」{time}有两个{tense}：{one}（第{first}行）、{two}（第{second}行）",
    "{name} has two values ({tense_en}) for {time_en}: {one} (line {first}) and {two} (line {second})",
)
TARGETS_TENSES = {
    "actual": Template("实际值", "actual"),
    "target": Template("目标值", "target"),
    "expected": Template("预计值", "expected"),
    "striving": Template("力争值", "striven for"),
}
TARGETS_OTHER = Template("另一个值写在这里", "the other value is here")
TARGETS_TWO_ADVICE = Template(
    "核对哪一个对，删去另一个；口径、范围或价格不同的，在数后括号里写明",
    "see which is right and drop the other; where reckoning, scope or prices differ, say so in brackets",
)

GROWTH_MISSES = Template(
    "「{name}」按年均{rate}，{line}，与{year}年目标{target}不符",
    "{name}: at {rate} a year, {line}, which does not fit the target {target} of {year}",
)
GROWTH_SLIP = Template(
    "「{name}」按年均{rate}，{line}，与{year}年目标{target}相差{times}倍，单位或数位可能写错",
    "{name}: at {rate} a year, {line}, {times} times off the target {target} of {year}: a slip of unit or digits",
)
GROWTH_POINTS_MISS = Template(
    "「{name}」每年{rate}，{line}，与{year}年目标{target}对不上",
    "{name}: by {rate} each year, {line}, which does not match the target {target} of {year}",
)
GROWTH_BASE = Template("{year}年的值写在这里", "the value of {year} is here")
GROWTH_TARGET = Template("{year}年的目标写在这里", "the target of {year} is here")
GROWTH_ADVICE = Template(
    "需年均{needed}；或把{year}年目标改为{reached}", "it takes {needed} a year, or a target of {reached} in {year}"
)
GROWTH_ADVICE_TARGET = Template(
    "按这个增速，{year}年目标应为{reached}", "at this rate the target of {year} is {reached}"
)
GROWTH_ADVICE_BASE = Template(
    "基期写的是{base}，按这个增速长不到目标：核对基期、目标的数和单位，或去掉年均增速",
    "from a base of {base} this rate leads to no such target: see whether they and their units are right, or drop it",
)
GROWTH_PRICES = Template(
    "「{name}」的增速与数值价格不同（{one}、{two}），没有核对它们合不合得上",
    "{name}: growth and values are in unlike prices ({one}, {two}); whether they fit was not checked",
)
GROWTH_ABOUT = Template(
    "「{name}」的年均增速写了“左右”而没有容差，没有核对它与目标值合不合得上",
    "{name}: growth is about so much, without a tolerance; whether it fits the target was not checked",
)
GROWTH_TOLERANCE = Template(
    "「{name}」的年均增速写的容差，单位与增速不合，没有核对它与目标值合不合得上",
    "{name}: the tolerance of growth is in a unit that means nothing there; whether it fits was not checked",
)
GROWTH_SIGN = Template(
    "「{name}」越低越好，年均增速没有写正负号，是升是降说不准，没有核对它与目标值合不合得上",
    "{name} is better the lower, and growth has no sign; whether it fits the target was not checked",
)
PRICE_CURRENT = Template("现价", "current")
PRICE_CONSTANT = Template("不变价", "constant")
PRICE_UNTOLD = Template("没有写价格", "not told")

BREAKDOWN_GAP = Template(
    "「{name}」分到各处的数合起来{line}，达不到{year}年目标{target}",
    "{name}: the parts make {line}, short of the target {target} of {year}",
)
BREAKDOWN_OVER = Template(
    "「{name}」分到各处的数合起来{line}，超过{year}年的上限{target}",
    "{name}: the parts make {line}, above the limit {target} of {year}",
)
BREAKDOWN_UNEQUAL = Template(
    "「{name}」分到各处的数合起来{line}，与{year}年目标{target}不等",
    "{name}: the parts make {line}, not the target {target} of {year}",
)
BREAKDOWN_TARGET = Template("总的目标写在这里", "the total target is here")
BREAKDOWN_BELOW = Template(
    "「{part}」没有写数，取它自己规划里的目标", "{part} has no figure here; its own plan's target counts"
)
BREAKDOWN_ADVICE = Template(
    "差{missing}：加到某一处，或改总目标；没有列全的，括号里写‘部分’",
    "{missing} are missing: add them to a part or change the total; write 部分 if parts are left out",
)
BREAKDOWN_OVER_ADVICE = Template(
    "多出{missing}：从某一处减去，或改总目标", "{missing} too much: take them from a part or change the total"
)

BUDGET_OVER = Template(
    "「{resource}」只有{total}，各举措合起来要{line}",
    "{resource} has {total}, and the measures together claim {line}",
)
BUDGET_CLAIM = Template("「{measure}」要{amount}", "{measure} claims {amount}")
BUDGET_ADVICE = Template("超出{missing}：减少占用，或改总量", "{missing} too much: claim less, or declare more")

FORMULA_UNITS = Template(
    "两边的单位不是一类（{one}、{two}）", "the units of the two sides differ in kind ({one}, {two})"
)
FORMULA_UNIT_UNKNOWN = Template("单位“{unit}”不认识", "the unit {unit} is not known")
FORMULA_NUMBER = Template("“{number}”不是数", "{number} is no number")
FORMULA_ZERO = Template("除数是0", "it divides by 0")
FORMULA_FUNCTION = Template("“{function}”只能单独放在比较号的一边", "{function} has to stand alone on its side")
FORMULA_TOTAL = Template(
    "“累计”的括号里要写一个指标，规划要写规划期", "累计 takes one indicator, and the plan has to state its period"
)
FORMULA_CYCLE = Template("“{name}”又是累计，又在累计里", "{name} is the total and within it")
FORMULA_ITSELF = Template("“{name}”自己也在合计的类别里", "{name} is itself in the category that adds up to it")
FORMULA_NOT_LINEAR = Template("式子太复杂，算不出来", "the formula is too involved to be worked out")

STATED_TENSES = {
    "actual": Template("实际", "actual"),
    "target": Template("目标", "target"),
    "expected": Template("预计", "expected"),
    "striving": Template("力争", "striving for"),
    "growth": Template("年均", "a year"),
    "total": Template("累计", "in total"),
    "average": Template("年均值", "on average a year"),
}
STATED_FIGURE = Template("「{plan}」的{name}，{year}年{tense}{value}", "{plan}: {name} {value} ({tense}, {year})")
STATED_GROWTH = Template("「{plan}」的{name}，年均{value}", "{plan}: {name}, {value} a year")
STATED_TOTAL = Template("「{plan}」的{name}，累计{value}", "{plan}: {name}, {value} in total over the period")
STATED_AVERAGE = Template("「{plan}」的{name}，每年平均{value}", "{plan}: {name}, {value} a year on average")
STATED_TOLERANCE = Template("{value}（容差{room}）", "{value} (tolerance {room})")
STATED_RATE = Template("年均{sign}{rate}", "{sign}{rate} a year")
STATED_GROWN = Template("{name}年均{value}", "{name} {value} a year")
STATED_OTHERS = Template("其余各年至少{zero}", "the other years at least {zero}")
STATED_START = Template("{name}{value}要从大于0的数起算", "{name} {value} has to start above 0")
STATED_ROOM = Template("容差{room}", "tolerance {room}")
STATED_TIMES = Template(
    "按定义：{name}的累计 = 年均值 × {years}年", "by definition: the total of {name} is its average times {years} years"
)
STATED_SUM = Template(
    "按定义：{name}的累计 = {first}—{last}年各年之和",
    "by definition: the total of {name} is the sum of the years {first}—{last}",
)
STATED_SHARE_BOUND = Template("{name}在0到100%之间", "{name} is between 0 and 100 %")
STATED_COUNT_BOUND = Template("{name}不小于0", "{name} is not below 0")
CONFLICT_SHARE = Template(
    "照另外{count}处算，「{name}」{time}超出0到100%：{lines}",
    "by {count} other statements, {name} ({time_en}) is not within 0 to 100 %: {lines}",
)
CONFLICT_COUNT = Template(
    "照另外{count}处算，「{name}」{time}小于0：{lines}",
    "by {count} other statements, {name} ({time_en}) is below 0: {lines}",
)
STATED_MULTIPLE = Template(
    "「{plan}」的{name}，{year}年目标{value}（从{base}年算起）",
    "{plan}: {name}, target of {year}: {value} (from {base})",
)
STATED_SHARE = Template("「{plan}」把{name}分给{part}{value}", "{plan}: {value} of {name} for {part}")
STATED_SHARE_OPEN = Template(
    "「{plan}」把{name}分给{part}，没有写数", "{plan}: a part of {name} for {part}, without a figure"
)
STATED_BREAKDOWN = Template("「{plan}」的{name}分解到各处", "{plan} breaks {name} down")
STATED_TIE = Template(
    "「{plan}」的{name}承接「{upper_plan}」的{upper}", "{plan}: {name} carries {upper} of {upper_plan}"
)
STATED_RELATION = Template("「{plan}」的关系：{formula}", "a relation of {plan}: {formula}")
STATED_COMMON = Template("按定义：{formula}", "by definition: {formula}")
FORMULA_OPERAND = Template("「{name}」里没有指标", "{name} holds no indicator")
FORMULA_PERIODS = Template("两边的增速跨的年数不同", "the growths of the two sides span unlike numbers of years")
FORMULA_PRICES = Template("各项的价格不同（现价、不变价），不能放在一起算", "its indicators are in unlike prices")

CONFLICT = Template(
    "「{name}」{time}{tense}{value}，与另外{count}处不能同时成立：{lines}",
    "{name} {value} ({tense}{time_en}) cannot hold together with the others shown ({count}): {lines}",
)
CONFLICT_COMPARED = Template("{edge} {sign} {value}", "{edge} {sign} {value}")
CONFLICT_RATE = Template("约{rate}", "about {rate}")
CONFLICT_ALONE = Template("这个关系无论各项取什么值都不成立", "no values of its indicators can satisfy this relation")
CONFLICT_ALONE_ADVICE = Template(
    "核对等式两边，是否写反或漏了一项", "see whether the sides are swapped or a term is missing"
)
CONFLICT_LISTED = Template(
    "这几处放在一起，没有哪一组数能都满足：{statements}", "no numbers satisfy all of: {statements}"
)
CONFLICT_RELATION = Template(
    "{label}，与另外{count}处不能同时成立：{lines}",
    "{label} cannot hold together with the others shown ({count}): {lines}",
)
CONFLICT_ONLY = Template("{name}只能{limit}", "{name} can only be {limit}")
CONFLICT_DIVISOR = Template("{name}只能是0，不能作除数", "{name} can only be 0, which cannot divide")
CONFLICT_BASE = Template(
    "{name}的基期只能{limit}，百分比的增速无从算起",
    "the baseline of {name} can only be {limit}: no rate leads anywhere",
)
CONFLICT_MULTIPLE = Template(
    "「{name}」按年均{rate}，{years}年后是基期的{reached}倍，与目标{multiple}不符",
    "{name}: {rate} a year makes {reached} times the baseline in {years} years, which does not fit {multiple}",
)
CONFLICT_CHECK = Template(
    "从列出的几处里改一处：去掉其中任何一处，其余的就能成立",
    "change one of those listed: without any one of them the rest can hold",
)
CONFLICT_ADVICE_ONE = Template("{one}（已验算）", "{one} (solved again with it)")
CONFLICT_ADVICE_TWO = Template("{one}，或{two}（两种改法都已验算）", "{one}, or {two} (solved again with either)")
CONFLICT_ADVICE_VALUE = Template("「{name}」{time}改为{value}", "{name} {time_en} {value}")
CONFLICT_ADVICE_FIGURE = Template("「{name}」{time}的{old}改为{value}", "{name} {time_en}: {old} to {value}")
CONFLICT_ADVICE_RATE = Template("「{name}」年均改为{rate}", "{name} {rate} a year")
CONFLICT_UNDECIDED = Template(
    "未能判定：这{count}处写法能不能同时成立，在限定的步数内算不出来",
    "undecided: whether these {count} statements can all hold was not found out within the limit of steps",
)
CONFLICT_UNDECIDED_ADVICE = Template(
    "把其中一两项写成确定的数再查", "state one or two of them as exact numbers and check again"
)
CONFLICT_NOT_WORKED = Template(
    "关系“{formula}”没有参与测算：{reason}", "the relation {formula} was left out of the reckoning: {reason}"
)
CONFLICT_UNSOLVABLE = Template(
    "关系“{formula}”算不了：{reason}", "the relation {formula} cannot be worked out: {reason}"
)
CONFLICT_UNSOLVABLE_ADVICE = Template("改写关系，或核对各指标的单位", "rewrite the relation, or check the units")

CLI_WHATIF = Template(
    "试改目标值，看哪些问题出现、哪些消失；不改文件",
    "Change targets for a trial and see which findings appear and disappear; no file is changed",
)
CLI_WHATIF_AFTER = Template(
    "改动写成 指标.年份=数 或 指标.年均=数，如 --set 地区生产总值.2025=1800；\n"
    "几处改动写几个 --set。指标在别的规划里的，前面加上规划名。",
    "A change is INDICATOR.YEAR=FIGURE or INDICATOR.年均=FIGURE, such as 地区生产总值.2025=1800;\n"
    "several changes take several --set.",
)
CLI_WHATIF_SET = Template("试改的一处", "one change to try")
CLI_WHATIF_SET_VALUE = Template("指标.年份=数", "INDICATOR.YEAR=FIGURE")
CLI_WHATIF_FORMAT = Template("text 或 json，默认 text", "text or json; text unless told")
CLI_PLAN_VALUE = Template("规划文件或文件夹", "PLAN")
CLI_INDICATOR_VALUE = Template("指标", "INDICATOR")
CLI_YEAR_VALUE = Template("年份", "YEAR")
CLI_RANGE = Template(
    "其余各处都成立时，一个指标在某年能取什么值",
    "The values an indicator can have in a year while all the rest holds",
)
CLI_RANGE_AFTER = Template(
    "如 plancheck range 云川.plan 服务业增加值 2025。这个指标自己在那一年写的目标不算在内，单独列出。",
    "Such as plancheck range yunchuan.plan 服务业增加值 2025. "
    "The indicator's own target of the year is left out and shown.",
)

WHATIF_NOTHING = Template("没有写 --set，不知道试改什么", "no --set: nothing to try")
WHATIF_BAD = Template("看不懂“{text}”，要写成 指标.年份=数", "cannot read {text}; it takes INDICATOR.YEAR=FIGURE")
WHATIF_UNKNOWN = Template("没有指标「{name}」{near}", "there is no indicator {name}{near}")
WHATIF_NEAR = Template("，是否指{names}", "; did you mean {names}")
WHATIF_SEVERAL = Template(
    "指标「{name}」在几部规划里都有（{plans}），前面加上规划名",
    "{name} is in several plans ({plans}); put the plan's name first",
)
WHATIF_VALUE = Template("“{value}”作不了{when}的值", "{value} cannot be a value for {when}")
WHATIF_CHANGED = Template(
    "试改：「{plan}」的{name}，{when}{before} → {after}", "trial: {name} of {plan}, {when}: {before} → {after}"
)
WHATIF_UNSET = Template("没有写", "not stated")
WHATIF_APPEARED = Template("出现 {count} 处：", "new ({count}):")
WHATIF_GONE = Template("消失 {count} 处：", "gone ({count}):")
WHATIF_SAME = Template("其余 {count} 处不变", "unchanged: {count}")
WHATIF_NO_CHANGE = Template("没有一处出现或消失", "nothing appears or disappears")
WHATIF_LINE = Template("{place} {severity} {code} {message}", "{place} {severity} {code} {message}")
WHATIF_YEAR = Template("{year}年", "{year}")
WHATIF_ANNUAL = Template("年均", "growth a year")

RANGE_IS = Template("「{name}」{year}年：{range}", "{name} in {year}: {range}")
RANGE_ANY = Template("没有哪一处写法限制它", "no statement limits it")
RANGE_EMPTY = Template("其余各处本身就不能同时成立，先解开它们：", "the rest cannot hold by itself; settle that first:")
RANGE_LOW = Template("下限由这些写法定：", "the lower end is set by:")
RANGE_HIGH = Template("上限由这些写法定：", "the upper end is set by:")
RANGE_OWN = Template("自己写的：{value}，{verdict}", "its own: {value}, {verdict}")
RANGE_WITHIN = Template("在范围里", "within the range")
RANGE_BEYOND = Template("不在范围里", "beyond the range")
RANGE_ABOUT = Template(
    "{line}（关系里有未知数相乘，实际范围可能更窄）", "{line} (unknowns are multiplied; the range may be narrower)"
)
RANGE_YEAR = Template("年份“{text}”要写成四位数", "the year {text} has to be four digits")
RANGE_LIMIT = Template("在限定的步数内算不出来", "not found out within the limit of steps")
