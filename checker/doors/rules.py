"""``plancheck rules`` and ``plancheck explain``: what rules there are, whether their examples hold, what they mean."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from checker.doors.output import encode, wants_colour, write_files, write_plain, write_text
from checker.doors.words import Argument, Command, Group, Option, columns, current_language
from checker.messages.cli import (
    CLI_CODE_VALUE,
    CLI_EXPLAIN,
    CLI_FOLDER_VALUE,
    CLI_PATHS_VALUE,
    CLI_RULES,
    CLI_RULES_DOCS,
    CLI_RULES_DOCS_AFTER,
    CLI_RULES_DOCS_FOLDER,
    CLI_RULES_EXAMPLE_BAD,
    CLI_RULES_EXAMPLE_GOOD,
    CLI_RULES_FAILED,
    CLI_RULES_LIST,
    CLI_RULES_PASSED,
    CLI_RULES_TEST,
    CLI_RULES_TEST_AFTER,
    CLI_WRITTEN,
)
from checker.messages.options import INPUT_MISSING
from checker.messages.rules import RULE_FAULT_BASIS
from checker.messages.run_error import RunError
from checker.messages.source import SOURCE_WITH_PATH
from checker.source import with_near_file

if TYPE_CHECKING:
    from checker.checks import Pack, Rule, Rulebook
    from checker.checks.examples import ExampleResult
    from checker.finding import Finding


def _rulebook() -> Rulebook:
    """The rules of plancheck and those that the workspace here asks for, none of them switched off."""
    from checker.checks import load_packs
    from checker.workspace import find_workspace, load_config
    from checker.workspace.own_fields import own_fields_at

    root = find_workspace(Path())
    return load_packs(load_config(root).rules.packs, root, fields=own_fields_at(root))


def _explain(code: str) -> int:
    from checker.render.rule_page import render_rule_page

    rulebook = _rulebook()
    rule = rulebook.rule(code)
    if rule is None:
        raise RunError(rulebook.names.unknown(code))
    write_plain(render_rule_page(rulebook, rule, current_language()))
    return 0


def _list() -> int:
    from checker.render.rule_page import severity_words

    lang = current_language()
    rulebook = _rulebook()
    rows = [(rule.code, rule.slug, rule.title.text(lang), severity_words(rule, lang)) for rule in rulebook.rules]
    write_plain("".join(f"{line}\n" for line in columns([_heading(lang), *rows])))
    return _show(rulebook.problems)


def _heading(lang: str) -> tuple[str, ...]:
    from checker.messages.cli import CLI_RULES_HEADINGS

    return tuple(CLI_RULES_HEADINGS().text(lang).split("|"))


def _test(paths: Sequence[Path]) -> int:
    from checker.checks.examples import run_examples

    rulebook, rules = _chosen(paths) if paths else (_rulebook(), None)
    rules = list(rulebook.rules if rules is None else rules)
    results = list(run_examples(rulebook, rules))
    failed = [result for result in results if result.problem is not None]
    status = _show([*rulebook.problems, *map(_failure, failed)])
    words = {"rules": len(rules), "examples": len(results)}
    summary = CLI_RULES_FAILED(**words, failed=len(failed)) if failed else CLI_RULES_PASSED(**words)
    write_text(summary.text(current_language()) + "\n")
    return status


def _chosen(paths: Sequence[Path]) -> tuple[Rulebook, list[Rule]]:
    """The rules of files and folders, in a book with those of plancheck, which their examples need."""
    from checker import resources
    from checker.checks import Settings, load_rules

    home = resources.rules_folder().resolve()
    packs: list[Pack] = []
    beginnings: list[str] = []
    for path in paths:
        if path.resolve().is_relative_to(home):
            beginnings.append(f"<plancheck>/rules/{path.resolve().relative_to(home).as_posix()}".removesuffix("/."))
        else:
            packs.append(_pack(path))
            beginnings.append(path.as_posix())
    rulebook = load_rules(packs, Settings(), own=True)
    return rulebook, [rule for rule in rulebook.rules if any(_lies_in(rule.source.path, one) for one in beginnings)]


def _lies_in(shown: str, beginning: str) -> bool:
    return shown == beginning or shown.startswith(f"{beginning.rstrip('/')}/")


def _pack(path: Path) -> Pack:
    from checker.checks import Pack, read_pack
    from checker.source import read_source

    if not path.exists():
        raise RunError(SOURCE_WITH_PATH(path=path.as_posix(), reason=with_near_file(INPUT_MISSING(), path)))
    if path.is_dir():
        return read_pack(path.as_posix(), path, path.as_posix())
    return Pack(path.as_posix(), (read_source(path, path.as_posix()),))


def _failure(result: ExampleResult) -> Finding:
    """A failed example as a finding in its rule file."""
    from checker.finding import Finding, Severity, Subject

    assert result.problem is not None
    template = CLI_RULES_EXAMPLE_GOOD if result.good else CLI_RULES_EXAMPLE_BAD
    return Finding(
        code=result.rule.code,
        slug=result.rule.slug,
        title=result.rule.title,
        severity=Severity.ERROR,
        message=template(name=result.name, problem=result.problem),
        span=result.span,
        subject=Subject("", result.rule.code),
        basis=RULE_FAULT_BASIS(),
    )


def _show(findings: Iterable[Finding]) -> int:
    """Print findings in rule files; 1 if there are any."""
    from checker.render.text import render_finding

    lang, colour = current_language(), wants_colour(sys.stdout)
    texts = [render_finding(finding, lang, colour) + "\n\n" for finding in findings]
    if texts:
        write_text("".join(texts))
    return int(bool(texts))


def _write_docs(folder: Path) -> int:
    from checker.render.rule_page import render_rule_index, render_rule_page

    lang = current_language()
    rulebook = _rulebook()
    pages = {f"{rule.code}.md": render_rule_page(rulebook, rule, lang) for rule in rulebook.rules}
    pages["index.md"] = render_rule_index(rulebook.rules, lang)
    write_files([(folder / name, encode(text)) for name, text in pages.items()])
    write_text(CLI_WRITTEN(path=folder.as_posix()).text(lang) + "\n")
    return _show(rulebook.problems)


_PATH = click.Path(path_type=Path)

EXPLAIN = Command("explain", CLI_EXPLAIN, [Argument("code", value=CLI_CODE_VALUE)], _explain)

_COMMANDS = {
    "list": Command("list", CLI_RULES_LIST, [], _list),
    "test": Command(
        "test",
        CLI_RULES_TEST,
        [Argument("paths", value=CLI_PATHS_VALUE, nargs=-1, type=_PATH)],
        _test,
        after=[CLI_RULES_TEST_AFTER],
    ),
    "docs": Command(
        "docs",
        CLI_RULES_DOCS,
        [
            Option(
                "-o",
                "--output",
                "folder",
                words=CLI_RULES_DOCS_FOLDER,
                value=CLI_FOLDER_VALUE,
                type=_PATH,
                default=Path("docs/rules"),
            )
        ],
        _write_docs,
        after=[CLI_RULES_DOCS_AFTER],
    ),
}

RULES = Group("rules", CLI_RULES, list(_COMMANDS), _COMMANDS.__getitem__)
