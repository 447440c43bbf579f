"""A rule explained, as Markdown: what it finds, on what basis, how it is written, what its examples give."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from checker.checks import Rule, Rulebook
from checker.checks.examples import run_example
from checker.checks.packs import BUILT_IN
from checker.finding import Severity
from checker.messages import Message
from checker.messages.render import (
    PAGE_BAD,
    PAGE_GOOD,
    PAGE_INDEX,
    PAGE_LIMITS,
    PAGE_PACK,
    PAGE_PARAMETER,
    PAGE_RULE,
    PAGE_SAYS,
    PAGE_SEVERITY,
    PAGE_SEVERITY_FROM,
    PAGE_SEVERITY_OFF,
    RENDER_BASIS,
    RENDER_HELP,
)
from checker.render.text import stage_word
from checker.rules.parts import ExampleNode


def render_rule_page(rulebook: Rulebook, rule: Rule, lang: str = "zh") -> str:
    """The page of `rule`, made of its file and of what its examples give when they run now."""
    return "\n".join(_lines(rulebook, rule, lang)) + "\n"


def render_rule_index(rules: Iterable[Rule], lang: str = "zh") -> str:
    """A list of all rules, each leading to its page."""
    lines = [f"# {PAGE_INDEX().text(lang)}", ""]
    lines += [f"- [{rule.code} {rule.title.text(lang)}]({rule.code}.md)" for rule in rules]
    return "\n".join(lines) + "\n"


def severity_words(rule: Rule, lang: str) -> str:
    """The severity of a rule, with the stages from which it is another."""
    words = [_severity(rule.fixed or rule.severity, lang)]
    if rule.fixed is None:
        words += [
            PAGE_SEVERITY_FROM(stage=stage_word(stage, lang), severity=_severity(severity, lang)).text(lang)
            for stage, severity in rule.steps
        ]
    return ("; " if lang == "en" else "；").join(words)


def _severity(severity: Severity | None, lang: str) -> str:
    if severity is None:
        return PAGE_SEVERITY_OFF().text(lang)
    return severity.en if lang == "en" else severity.zh


def _lines(rulebook: Rulebook, rule: Rule, lang: str) -> Iterator[str]:
    name = rule.title.text(lang)
    yield f"# {rule.code} {name}" + ("" if lang == "en" else f"（{rule.slug}）")
    yield ""
    if rule.about is not None:
        yield rule.about.text(lang)
        yield ""
    for message in _facts(rule, lang):
        yield f"- {message.text(lang)}"
    yield ""
    yield f"## {PAGE_RULE().text(lang)}"
    yield from _block("", rule_text(rule).splitlines())
    for example in rule.examples:
        heading = (PAGE_GOOD if example.good else PAGE_BAD)(name=example.name.text)
        yield ""
        yield f"## {heading.text(lang)}"
        yield from _block("plan", example_lines(example))
        if not example.good:
            yield from _given(rulebook, rule, lang, rule.examples.index(example))


def _facts(rule: Rule, lang: str) -> Iterator[Message]:
    yield PAGE_SEVERITY(severity=severity_words(rule, lang))
    for basis in rule.bases:
        yield RENDER_BASIS(basis=basis.text())
    if rule.pack not in ("", BUILT_IN):
        yield PAGE_PACK(pack=rule.pack)
    for parameter in rule.parameters.values():
        if parameter.meaning is not None:
            yield PAGE_PARAMETER(name=parameter.name, meaning=parameter.meaning)
    if rule.limits is not None:
        yield PAGE_LIMITS(limits=rule.limits)


def _given(rulebook: Rulebook, rule: Rule, lang: str, number: int) -> Iterator[str]:
    """What an example gives."""
    for finding in run_example(rulebook, rule, rule.examples[number]).outcome.findings:
        yield ""
        yield PAGE_SAYS(message=finding.message).text(lang)
        if finding.help is not None:
            yield ""
            yield RENDER_HELP(help=finding.help).text(lang)


def rule_text(rule: Rule) -> str:
    """The rule as its file has it, without its examples."""
    start = rule.source.line_start(rule.span.start_place.line)
    lines = (rule.source.text[start : rule.examples[0].start].rstrip() + "\n}").splitlines()
    return "\n".join(_dedented(lines))


def example_lines(example: ExampleNode) -> list[str]:
    """What stands in an example's braces, moved to the left."""
    text = example.text.text.strip().removeprefix("{").removesuffix("}").strip("\r\n").rstrip()
    return list(_dedented(text.splitlines()))


def _block(language: str, lines: Sequence[str]) -> Iterator[str]:
    yield ""
    yield f"```{language}"
    yield from lines
    yield "```"


def _dedented(lines: Sequence[str]) -> Iterator[str]:
    indents = [len(line) - len(line.lstrip()) for line in lines if line.strip()]
    margin = min(indents, default=0)
    yield from (line[margin:].rstrip() for line in lines)
