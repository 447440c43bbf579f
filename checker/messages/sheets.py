"""Excel files: those that cannot be read, what their cells do not say, and the commands that read and write them."""

from __future__ import annotations

from checker.messages.template import Template

# ---- files that cannot be read

SHEETS_NOT_XLSX = Template("不是 .xlsx 文件", "it is not an .xlsx file")
SHEETS_OLD_FORMAT = Template(
    "是旧格式（.xls、.et、.wps），用 WPS 或 Excel 打开，另存为 .xlsx 再用",
    "it is in an old format (.xls, .et, .wps); open it in WPS or Excel and save it as .xlsx",
)
SHEETS_ENCRYPTED = Template(
    "有密码，用 WPS 或 Excel 打开、去掉密码、另存为 .xlsx 再用",
    "it has a password; open it in WPS or Excel and save it as .xlsx without one",
)
SHEETS_BROKEN = Template(
    "表格文件损坏，用 WPS 或 Excel 打开另存一次再用",
    "the workbook is damaged; open it in WPS or Excel and save it anew",
)
SHEETS_ENTITIES = Template(
    "表格文件里有外来的定义（DOCTYPE），没有读", "the workbook declares entities (DOCTYPE) and was not read"
)
SHEETS_TOO_LARGE = Template(
    "表格太大（解开后超过 {limit} MiB 或100万个元素），没有读",
    "the workbook is too large (over {limit} MiB or a million elements unpacked) and was not read",
)
SHEETS_BINARY = Template(
    "是二进制格式（.xlsb），用 WPS 或 Excel 打开，另存为 .xlsx 再用",
    "it is in the binary format (.xlsb); open it in WPS or Excel and save it as .xlsx",
)

# ---- what was left out of a file that can be read

SHEETS_CUT = Template(
    "表「{title}」只读了前{rows}行、前{columns}列，最远的内容在 {farthest} 一带，没有读",
    "only {rows} rows and {columns} columns of the sheet {title} were read; it goes on as far as {farthest}",
)
SHEETS_CUT_WORDS = Template(
    "表「{title}」的字太多，从 {place} 起没有读全",
    "the sheet {title} has too many words; from {place} on they were not all read",
)
SHEETS_CUT_CELLS = Template(
    "表「{title}」太大，只读到第{row}行", "the sheet {title} is too large; it was read up to row {row}"
)
SHEETS_CELL_ODD = Template(
    "{place}：存的内容“{text}”读不成值，照原话读", "{place}: {text} is no value; it was read as words"
)
SHEETS_CELL_CUT = Template("{place}：超过{limit}字，只读了前面的", "{place}: beyond {limit} characters it was not read")

# ---- cells that do not say what is wanted

SHEETS_NO_INDICATORS = Template(
    "没有找到指标表：要有一行表头，写着“指标名称”和“单位”“属性”或年份",
    "no indicator table was found: it takes a row of heads such as 指标名称 with 单位, 属性 or years",
)
SHEETS_NO_COMMENTS = Template(
    "没有找到意见表：要有一行表头，写着“单位”“意见”“采纳情况”",
    "no table of comments was found: it takes a row of heads such as 单位, 意见, 采纳情况",
)
SHEETS_COLUMN_UNREAD = Template("{place}：这一列「{head}」没有读", "{place}: this column ({head}) was not read")
SHEETS_COLUMN_NO_YEAR = Template(
    "{place}：这一列「{head}」没有写年份，没有读", "{place}: this column ({head}) names no year and was not read"
)
SHEETS_CELL_ERROR = Template("{place}：公式出错（{text}），没有读", "{place}: its formula fails ({text}); not read")
SHEETS_CELL_UNCOUNTED = Template(
    "{place}：是公式，文件里没有存结果，打开保存一次再读",
    "{place}: it is a formula without a stored result; open and save the file once",
)
SHEETS_NAME_MISSING = Template("{place}：这一行没有指标名称，没有读", "{place}: this row names no indicator; not read")
SHEETS_COLUMN_GUESSED = Template(
    "{place}：这一列「{head}」按{year}年{tense}值读",
    "{place}: this column ({head}) is taken for {tense_en} values of {year}",
)
SHEETS_FIGURE_DIFFERS = Template(
    "{place} 写的是 {text}，与{first}不同", "{place} says {text}, which differs from {first}"
)
SHEETS_UNIT_UNKNOWN = Template("{place}：单位“{text}”认不出", "{place}: the unit {text} is not known")
SHEETS_GROWTH_PERCENT = Template("{place}：年均没有写单位，按 % 读", "{place}: growth names no unit and is taken for %")
SHEETS_NAME_AGAIN = Template(
    "{place}：「{name}」在这张表里不止一行", "{place}: {name} has more than one row in this sheet"
)
SHEETS_FIGURE_UNREAD = Template(
    "{place}：“{text}”不是能读的数，照原话写", "{place}: {text} is no figure that can be read; its words are kept"
)

# ---- drafts: these stand in the file as comments

DRAFT_TITLE = Template(
    "由 {path} 起草：名称、数都照表；标“待核”的是推测，核对后去掉这两个字",
    "drafted from {path}: names and figures are those of the table; what is marked 待核 was guessed",
)
DRAFT_TO_VERIFY = Template("待核：{what}", "待核 (to verify): {what}")
DRAFT_NAME_GUESSED = Template("规划的名称取自{source}", "the plan's name is taken from {source}")
DRAFT_PERIOD_GUESSED = Template("规划期按标题写的期次推算", "the period is worked out from the title")
DRAFT_FOOTNOTE = Template("表注：{text}", "note of the table: {text}")

# ---- commands

CLI_DRAFT = Template(
    "由一部规划的文稿（.docx、.txt、.md）和指标表（.xlsx）起草 .plan 文件",
    "draft a .plan file from the texts and .xlsx tables of one plan",
)
CLI_DRAFT_AFTER = Template(
    "纲要、起草说明、指标表、党委《建议》可以一起给，合成一部规划。名称、单位、数、原话都照文稿或表写，没有的不写；\n"
    "猜的地方标“待核”或“推断”，读到多少、没有读到什么写在文件开头。已有的文件不覆盖。",
    "An outline, its note, its table and the proposal may be given together and make one plan. Names, units, figures\n"
    "and quotes are those of the documents, and what they lack is left out; what was guessed is marked 待核 or 推断;\n"
    "what was found and what was not stands at the top. A file that exists is not overwritten.",
)
CLI_TABLE_FILE_VALUE = Template("表.xlsx", "TABLE.xlsx")
CLI_FILE_EXISTS = Template(
    "{path} 已经有了，没有覆盖；换一个文件名", "{path} exists and was not overwritten; name another file"
)
CLI_TABLE = Template(
    "写出送审稿附的表：主要指标、衔接对照、意见采纳、任务分工、目标举措指标；或把改过的表导回 .plan",
    "write the sheets that go with a draft, or bring a changed one back into the .plan",
)
CLI_TABLE_AFTER = Template(
    "写出：plancheck table 主要指标 -o 主要指标.xlsx；导回：plancheck table 主要指标 --import 主要指标.xlsx\n"
    "导回只改表里改过的值，注释和排版不动；表里新增的行写在文件末尾并标“待核”，表里删去的行只提示。\n"
    "能导回的是主要指标、衔接对照（打√的）、意见采纳；先看会改什么，加 --diff。",
    "主要指标 (indicators), 衔接对照 (alignment), 意见采纳 (comments), 任务分工 (owners),\n"
    "目标举措指标 (goals with measures and indicators).\n"
    "Write: plancheck table 主要指标 -o X.xlsx. Bring back: plancheck table 主要指标 --import X.xlsx\n"
    "Only values that the sheet changed are edited, comments and layout stay; new rows go to the end of the file,\n"
    "marked 待核 (to verify); rows that are gone are only told. 任务分工 and 目标举措指标 cannot be brought\n"
    "back; --diff shows what would change.",
)
CLI_TABLE_KIND_VALUE = Template(
    "主要指标|衔接对照|意见采纳|任务分工|目标举措指标", "主要指标|衔接对照|意见采纳|任务分工|目标举措指标"
)
CLI_TABLE_PATH_VALUE = Template("[路径]", "[PATH]")
CLI_TABLE_IMPORT = Template("把这张改过的表导回 .plan", "bring this changed sheet back into the .plan")
CLI_TABLE_OUTPUT = Template("写到这个 .xlsx 文件", "write to this .xlsx file")
CLI_TABLE_DIRECTION = Template(
    "要写出表加 -o 文件，要导回加 --import 文件，两样选一样",
    "add -o FILE to write the sheet or --import FILE to bring it back, one of the two",
)
CLI_TABLE_ONE_WAY = Template("{kind}只能写出，不能导回", "{kind} can only be written, not brought back")
CLI_TABLE_NO_PLAN = Template("{path}：没有可用的规划", "{path}: there is no plan to work on")
CLI_TABLE_SEVERAL = Template(
    "{path} 里不止一部规划，指明用哪个文件：{files}", "{path} holds several plans; name the file: {files}"
)
CLI_TABLE_EMPTY = Template("{plan} 里没有可写进“{kind}”的内容", "{plan} has nothing for the sheet {kind}")
CLI_TABLE_UNCHANGED = Template("{path}：与表一致，没有改动", "{path}: as in the sheet, nothing to change")
CLI_TABLE_UPDATED = Template("{path}：改了{changed}处，新增{added}条", "{path}: {changed} changed, {added} added")
CLI_TABLE_UNSAFE = Template(
    "{path}：照这张表改，文件会读不通，没有改动",
    "{path}: with these changes the file could not be read; nothing was changed",
)
CLI_COMMENTS = Template("意见：由汇总表（.xlsx）导入", "comments: bring them in from a summary sheet (.xlsx)")
CLI_COMMENTS_IMPORT = Template("把意见汇总表里的意见写进 .plan", "write the comments of a summary sheet into a .plan")
CLI_COMMENTS_IMPORT_AFTER = Template(
    "认的列：单位、意见、采纳情况、理由、修改位置（常见的别的写法也认）。已经有的意见不重复写，只更新采纳情况。\n"
    "一张表分给几个人改过的，几份一起写：只有一份改了的照改，几份改得不同的只列出来，不代为选择，退出状态为 1。\n"
    "发出去以后规划里又改过的，用 --old 写上当初发出的那张表，才分得清是谁改的。",
    "Columns: 单位, 意见, 采纳情况, 理由, 修改位置, and their usual variants. A comment that is there already is not\n"
    "written again; only how it was handled is brought up to date. Several versions of one sheet are given together:\n"
    "what only one changed is taken, what they changed differently is told and not chosen, with exit status 1.\n"
    "Where the plan was changed since they were sent out, name the sheet as it was with --old.",
)
CLI_COMMENTS_OLD = Template("当初发出的那张表", "the sheet as it was sent out")
CLI_PLAN_UNKNOWN = Template("这里没有名为「{name}」的规划", "there is no plan named {name} here")
CLI_PLAN_VALUE = Template("规划", "PLAN")

# ---- a changed sheet brought back

SHEETS_VALUE_CHANGED = Template(
    "{place}：「{name}」的{word}由 {old} 改为 {new}", "{place}: {word} of {name} changes from {old} to {new}"
)
SHEETS_ROW_ADDED = Template(
    "{place}：「{name}」是新的，写在文件末尾，待核", "{place}: {name} is new and goes to the end of the file, to verify"
)
SHEETS_ROW_GONE = Template(
    "「{name}」（{place}）不在表里，规划里没有删", "{name} ({place}) is not in the sheet; it stays in the plan"
)
SHEETS_FIGURE_GONE = Template(
    "{place}：是空的，「{name}」的 {text} 没有删", "{place}: it is empty; {text} of {name} stays"
)
SHEETS_FIGURE_AMBIGUOUS = Template(
    "{place}：「{name}」这一格有不止一个值，{text} 没有导入",
    "{place}: {name} has several figures for this cell; {text} was not taken over",
)
SHEETS_NAME_AMBIGUOUS = Template(
    "{place}：规划里「{name}」不止一个，没有导入", "{place}: the plan has more than one {name}; not taken over"
)
SHEETS_COLUMN_NOT_IMPORTED = Template(
    "{place}：这一列（{word}）不导入", "{place}: this column ({word}) is not taken over"
)
SHEETS_CATEGORY_ADDED = Template(
    "{place}：类别「{name}」加进‘指标类别’", "{place}: the category {name} is added to 指标类别"
)

# ---- comments

SHEETS_COMMENT_MISSING = Template("{place}：这一行没有意见，没有读", "{place}: this row holds no comment; not read")
SHEETS_HANDLING_UNKNOWN = Template(
    "{place}：采纳情况“{text}”认不出，可以是：采纳、部分采纳、不采纳、待处理",
    "{place}: {text} does not say how the comment was handled: 采纳, 部分采纳, 不采纳 or 待处理",
)
SHEETS_COMMENT_ADDED = Template("{place}：新增意见「{number}」", "{place}: comment {number} is new")
SHEETS_COMMENT_CONFLICT = Template(
    "“{words}”的{word}各说各的，没有写：{one_place} 是“{one}”，{other_place} 是“{other}”",
    "{word} of “{words}” is told in two ways and was not written: {one} at {one_place}, {other} at {other_place}",
)
SHEETS_IN_PLAN = Template("规划里", "the plan")
SHEETS_CONFLICTS = Template(
    "有{count}处冲突没有写：定下来以后，改在一张表里再导入",
    "{count} conflicts were not written: settle them in one of the sheets and import it again",
)
SHEETS_COMMENT_TWICE = Template(
    "{place}：这一条与前面一条单位、意见都相同，没有重复写",
    "{place}: the same office said the same above; not written twice",
)
SHEETS_COMMENT_PLACE = Template(
    "{place}：修改位置“{text}”在规划里没有同名的章、目标、举措，没有写进‘落实’",
    "{place}: the plan has no chapter, goal or measure called {text}; it is not in 落实",
)
