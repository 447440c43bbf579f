"""Parameters of rules set by a configuration, which writes their values as a rule file would."""

from __future__ import annotations

from collections.abc import Mapping

from checker.checks.plan_schema import DRAFTED
from checker.messages.rules import RULE_SETTING_PARAMETER, RULE_SETTING_VALUE
from checker.quantity import parse_date, parse_numeral
from checker.rules.naming import RuleNames
from checker.rules.nodes import Literal
from checker.rules.read import parse_rules
from checker.rules.resolve import Resolver
from checker.rules.resolve_values import resolve_value
from checker.rules.schema import Schema
from checker.rules.scope import Faults, Names
from checker.rules.typed import Constant, Parameter, Rule
from checker.rules.types import Sort
from checker.source import with_near
from checker.workspace import SettingError

#: A quantity is read without any word of the schema.
_NO_WORDS = Schema((), {}, "", DRAFTED)


def set_parameters(
    rules: list[Rule], schema: Schema, settings: Mapping[str, Mapping[str, str]], names: RuleNames
) -> None:
    """Put rules with set parameters in the place of those with the defaults.

    Raises SettingError for a parameter that there is not, and for a value of another sort.
    """
    for word, values in settings.items():
        codes = names.meant(word)
        for rule in [rule for rule in rules if rule.code in codes]:
            constants = {name: _setting(rule, word, name, text) for name, text in values.items()}
            rules[rules.index(rule)] = _again(rule, schema, constants)


def _again(rule: Rule, schema: Schema, values: Mapping[str, Constant]) -> Rule:
    """The rule checked anew with these values."""
    node = next(node for node in parse_rules(rule.source).rules if node.code.text == rule.code)
    again = Resolver(schema).resolve(node, rule.source, values)
    assert again is not None
    again.pack = rule.pack
    return again


def _setting(rule: Rule, word: str, name: str, text: str) -> Constant:
    key = ("rules", "parameters", word, name)
    parameter = rule.parameters.get(name)
    if parameter is None:
        raise SettingError(key, with_near(RULE_SETTING_PARAMETER(code=rule.code, name=name), name, rule.parameters))
    value = parse_value(parameter, text)
    if value is None:
        sort = parameter.default.type.sort.message
        raise SettingError(key, RULE_SETTING_VALUE(code=rule.code, name=name, sort=sort, value=text))
    return value


def parse_value(parameter: Parameter, text: str) -> Constant | None:
    """The value that `text` writes, of the sort that the parameter has; None if it writes none."""
    type_ = parameter.default.type
    if not type_.many:
        return _one(parameter.default, text.strip())
    parts = [_one(Constant(parameter.default.value[0], type_.one()), part.strip()) for part in text.split("、")]
    if any(part is None for part in parts):
        return None
    return Constant(tuple(part.value for part in parts if part is not None), type_)


def _one(default: Constant, text: str) -> Constant | None:
    match default.type.sort:
        case Sort.NUMBER:
            number = parse_numeral(text)
            if number is None:
                return None
            return Constant(int(number) if number.denominator == 1 else number, default.type)
        case Sort.QUANTITY:
            return _quantity(default, text)
        case Sort.TIME:
            time = parse_date(text)
            return None if time is None else Constant(time, default.type)
        case _:
            return Constant(text.strip('“”"'), default.type)


def _quantity(default: Constant, text: str) -> Constant | None:
    if not any(sign.isdigit() for sign in text) or text[-1:].isdigit():
        return None
    names = Names(_NO_WORDS, Faults(), {})
    value = resolve_value(Literal("quantity", text, 0, 0), names)
    if not isinstance(value, Constant) or default.type.unit is None or value.type.unit is None:
        return None
    return value if value.type.unit.dimension == default.type.unit.dimension else None
