"""The schema of `plancheck.toml`; importing this module imports pydantic.

In: the tables of the file. Out: a `WorkspaceConfig`, or a ConfigError that names the key and its line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from pathlib import PurePosixPath, PureWindowsPath
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    AliasChoices,
    AliasGenerator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    PositiveInt,
    ValidationError,
    WithJsonSchema,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, ErrorDetails, PydanticCustomError

from checker.finding import Severity
from checker.messages import Message
from checker.messages.choices import choice_words
from checker.messages.source import SOURCE_WITH_PATH
from checker.messages.workspace import (
    CONFIG_AT_LINE,
    CONFIG_BAD_VALUE,
    CONFIG_KEY_TWICE,
    CONFIG_KEYS,
    CONFIG_NEAR_KEY,
    CONFIG_SETTING,
    CONFIG_TAKES_DATE,
    CONFIG_TAKES_INSIDE,
    CONFIG_TAKES_LIST,
    CONFIG_TAKES_NAME,
    CONFIG_TAKES_NUMBER,
    CONFIG_TAKES_RULE,
    CONFIG_TAKES_SCALAR,
    CONFIG_TAKES_STRING,
    CONFIG_TAKES_TABLE,
    CONFIG_TAKES_WORD,
    CONFIG_UNKNOWN_KEY,
)
from checker.model.schema import ELEMENTS
from checker.model.words import LEVELS, STAGES
from checker.source import SourceText, fold, nearest, with_near
from checker.workspace.config import (
    CheckSettings,
    ConfigError,
    Members,
    OwnField,
    ParameterValue,
    RuleSettings,
    WorkspaceConfig,
)
from checker.workspace.own_fields import OWN_FIELD_TYPES
from checker.workspace.toml_text import find_key, key_line

#: English key → Chinese key.
WORDS = {
    "workspace": "工作区",
    "plans": "规划",
    "upper": "上位规划",
    "shipped": "自带规划",
    "texts": "文本",
    "rules": "规则",
    "packs": "规则包",
    "off": "关闭",
    "only": "只用",
    "severity": "级别",
    "parameters": "参数",
    "row_budget": "行数上限",
    "check": "检查",
    "stage": "阶段",
    "gate": "门槛",
    "lang": "语言",
    "as_of": "基准日",
    "levels": "层级",
    "fields": "字段",
    "type": "类型",
    "kinds": "用于",
    "values": "取值",
    "targets": "指向",
    "meaning": "意思",
}

_DECLARED = [spec for spec in ELEMENTS if spec.declared]
_CODE = re.compile(r"[A-Za-z]{2,}[0-9]+")
#: Which rules there are, the rules say.
_RULE = re.compile(r"\S+")
_DAY = re.compile(r"(\d{4})[-年./](\d{1,2})[-月./](\d{1,2})日?")
_LANGUAGES = {"zh": "zh", "中文": "zh", "en": "en", "英文": "en", "English": "en"}


def _refuse(wanted: Message) -> PydanticCustomError:
    return PydanticCustomError("plancheck", "not as wanted", {"wanted": wanted})


def _one_of(meanings: dict[str, Any]) -> Callable[[Any], Any]:
    def check(value: Any) -> Any:
        word = fold(value).strip() if isinstance(value, str) else value
        if not isinstance(word, str) or word not in meanings:
            wanted = CONFIG_TAKES_WORD(words="、".join(meanings))
            raise _refuse(with_near(wanted, word, meanings) if isinstance(word, str) else wanted)
        return meanings[word]

    return check


def _rule(value: Any) -> Any:
    word = fold(value).strip() if isinstance(value, str) else ""
    if not _RULE.fullmatch(word):
        raise _refuse(CONFIG_TAKES_RULE())
    return word.upper() if _CODE.fullmatch(word) else word


def _inside(value: str) -> str:
    pattern = value.strip().replace("\\", "/")
    if not pattern:
        raise _refuse(CONFIG_TAKES_NAME())
    leaves = PureWindowsPath(pattern).drive or pattern.startswith(("/", "~")) or ".." in PurePosixPath(pattern).parts
    if leaves:
        raise _refuse(CONFIG_TAKES_INSIDE(pattern=value))
    return pattern


def _name(value: str) -> str:
    if not value.strip():
        raise _refuse(CONFIG_TAKES_NAME())
    return value.strip()


def _day(value: Any) -> date:
    if type(value) is date:
        return value
    match = _DAY.fullmatch(fold(value).strip()) if isinstance(value, str) else None
    try:
        if match is not None:
            return date(*map(int, match.groups()))
    except ValueError:
        pass  # 2021-02-30
    raise _refuse(CONFIG_TAKES_DATE())


def _scalar(value: Any) -> ParameterValue:
    if type(value) in (bool, int, Decimal, str, date):
        return value  # type: ignore[no-any-return]  # just looked at
    raise _refuse(CONFIG_TAKES_SCALAR())


def _as_list(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


def _words(meanings: dict[str, Any]) -> tuple[BeforeValidator, WithJsonSchema]:
    """One of some words: how it is read, and what the JSON Schema says of it."""
    return BeforeValidator(_one_of(meanings)), WithJsonSchema({"enum": list(meanings)})


_TEXT: JsonSchemaValue = {"type": "string", "minLength": 1}
_RULE_TEXT: JsonSchemaValue = {"type": "string", "pattern": f"^{_RULE.pattern}$"}


def _one_or_more(of: JsonSchemaValue) -> WithJsonSchema:
    return WithJsonSchema({"anyOf": [of, {"type": "array", "items": of}]})


_SEVERITIES = {word: severity for severity in Severity for word in (severity.zh, severity.en)}
_Name = Annotated[str, AfterValidator(_name)]
_Pattern = Annotated[str, AfterValidator(_inside)]
_Rule = Annotated[str, BeforeValidator(_rule), WithJsonSchema(_RULE_TEXT)]
_Names = Annotated[list[_Name], BeforeValidator(_as_list), _one_or_more(_TEXT)]
_Patterns = Annotated[list[_Pattern], BeforeValidator(_as_list), _one_or_more(_TEXT)]
_Rules = Annotated[list[_Rule], BeforeValidator(_as_list), _one_or_more(_RULE_TEXT)]
_Severity = Annotated[Any, *_words(_SEVERITIES)]
_Stage = Annotated[Any, *_words(choice_words(STAGES))]
_Level = Annotated[Any, *_words(choice_words(LEVELS))]
_Language = Annotated[Any, *_words(_LANGUAGES)]
_FieldType = Annotated[Any, *_words({word: word for word in OWN_FIELD_TYPES})]
_Kind = Annotated[Any, *_words({**{spec.zh: spec.kind for spec in _DECLARED}, **{s.kind: s.kind for s in _DECLARED}})]
_Kinds = Annotated[list[_Kind], BeforeValidator(_as_list)]
_Day = Annotated[Any, BeforeValidator(_day), WithJsonSchema({"type": "string"})]
_Parameter = Annotated[Any, BeforeValidator(_scalar), WithJsonSchema({"type": ["boolean", "number", "string"]})]


class _Table(BaseModel):
    """A table of the file: its keys in either language, and no others."""

    model_config = ConfigDict(
        extra="forbid",
        strict=True,
        alias_generator=AliasGenerator(validation_alias=lambda name: AliasChoices(name, WORDS[name])),
    )

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler, /) -> JsonSchemaValue:
        """The schema with each key in both languages, of which a file may hold one."""
        schema = handler.resolve_ref_schema(handler(core))
        own = schema["properties"]
        for name, value in list(own.items()):
            value["title"] = WORDS[name]
            value.pop("default", None)
            if "patternProperties" in value:
                value["additionalProperties"] = False
            own[WORDS[name]] = value
        schema["allOf"] = [{"not": {"required": [name, WORDS[name]]}} for name in cls.model_fields]
        return schema


class MembersTable(_Table):
    """`[workspace]`: the files."""

    plans: _Patterns = []
    upper: _Patterns = []
    shipped: _Names = []
    texts: _Patterns = []


class RulesTable(_Table):
    """`[rules]`: which rules run, and how."""

    packs: _Names = []
    off: _Rules = []
    only: _Rules = []
    severity: dict[_Rule, _Severity] = {}
    parameters: dict[_Rule, dict[_Name, _Parameter]] = {}
    row_budget: PositiveInt | None = None


class CheckTable(_Table):
    """`[check]`: what the command line would otherwise say each time."""

    stage: _Stage = None
    gate: _Severity = None
    lang: _Language = None
    as_of: _Day = None


class FieldTable(_Table):
    """`[fields.专班]`: a field of the office's own."""

    type: _FieldType = ""
    kinds: _Kinds = []
    values: _Names = []
    targets: _Kinds = []
    meaning: str = ""


class ConfigFile(_Table):
    """The whole file."""

    workspace: MembersTable = Field(default_factory=MembersTable)
    rules: RulesTable = Field(default_factory=RulesTable)
    check: CheckTable = Field(default_factory=CheckTable)
    levels: dict[_Name, _Level] = {}
    fields: dict[_Name, FieldTable] = {}


_TABLES: dict[str, type[_Table]] = {
    "workspace": MembersTable,
    "rules": RulesTable,
    "check": CheckTable,
    "fields": FieldTable,
}
_ENGLISH = {chinese: english for english, chinese in WORDS.items()}
_WANTED = {
    "list_type": CONFIG_TAKES_LIST,
    "string_type": CONFIG_TAKES_STRING,
    "int_type": CONFIG_TAKES_NUMBER,
    "greater_than": CONFIG_TAKES_NUMBER,
}


def build_config(tables: dict[str, Any], source: SourceText) -> WorkspaceConfig:
    """The configuration that `tables`, read from `source`, describe. Raises ConfigError for the first fault."""
    try:
        file = ConfigFile.model_validate(tables)
    except ValidationError as error:
        raise ConfigError(_first_fault(error.errors(include_url=False), source)) from None
    members, rules, checks = file.workspace, file.rules, file.check
    return WorkspaceConfig(
        Members(tuple(members.plans), tuple(members.upper), tuple(members.shipped), tuple(members.texts)),
        RuleSettings(
            tuple(rules.packs),
            tuple(rules.off),
            tuple(rules.only),
            dict(rules.severity),
            {code: dict(values) for code, values in rules.parameters.items()},
            rules.row_budget,
        ),
        CheckSettings(checks.stage, checks.gate, checks.lang, checks.as_of),
        dict(file.levels),
        source.path,
        {
            name: OwnField(one.type, tuple(one.kinds), tuple(one.values), tuple(one.targets), one.meaning)
            for name, one in file.fields.items()
        },
    )


def setting_fault(source: SourceText, key: tuple[str, ...], reason: Message) -> Message:
    """One sentence about a setting of `source` that means nothing; `key` leads to it in English words."""
    line, written = find_key(source, key, _ENGLISH)
    return _at_line(source, line, CONFIG_SETTING(key=".".join((*written, *key[len(written) :])), reason=reason))


def _first_fault(errors: Sequence[ErrorDetails], source: SourceText) -> Message:
    """One sentence about the fault that stands first in the file."""
    placed = []
    for error in errors:
        path = tuple(step for step in error["loc"] if isinstance(step, str) and step != "[key]")
        placed.append((key_line(source, path) or 0, path, error))
    line, path, error = min(placed, key=lambda one: one[0])
    reason = _unknown_key(path) if error["type"] == "extra_forbidden" else _bad_value(path, error)
    return _at_line(source, line, reason)


def _at_line(source: SourceText, line: int | None, reason: Message) -> Message:
    if not line:
        return SOURCE_WITH_PATH(path=source.path, reason=reason)
    return CONFIG_AT_LINE(path=source.path, line=line, reason=reason)


def _bad_value(path: tuple[str, ...], error: ErrorDetails) -> Message:
    key = ".".join(path)
    if error["type"] == "plancheck":
        wanted = error["ctx"]["wanted"]
    elif error["type"] in _WANTED:
        wanted = _WANTED[error["type"]]()
    else:
        wanted = CONFIG_TAKES_TABLE(key=key)
    return CONFIG_BAD_VALUE(key=key, wanted=wanted)


def _unknown_key(path: tuple[str, ...]) -> Message:
    """What to say of a key that its table does not have."""
    *tables, key = path
    table = _TABLES.get(_ENGLISH.get(tables[0], tables[0]), ConfigFile) if tables else ConfigFile
    own = _words_of(table)
    if key in own:
        return CONFIG_KEY_TWICE(key=".".join(path))
    elsewhere = [f"{name}.{key}" for name, other in _TABLES.items() if key in _words_of(other)]
    near = elsewhere or nearest(key, own)
    hint = CONFIG_NEAR_KEY(near=near[0]) if near else CONFIG_KEYS(keys="、".join(own))
    return CONFIG_UNKNOWN_KEY(key=".".join(path), hint=hint)


def _words_of(table: type[_Table]) -> list[str]:
    return [word for name in table.model_fields for word in (name, WORDS[name])]
