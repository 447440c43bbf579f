"""The command line as a whole: commands, help, usage errors, faults."""

from pathlib import Path

import pytest

from checker import __version__
from checker.doors.cli import COMMANDS
from checker.doors.words import columns
from checker.render.formats import FORMATS
from checker.source import display_width
from tests.doors.conftest import Engine, Run

HELP = """\
用法：plancheck [命令] [选项] [路径…]

检查五年规划纲要：目标、指标、举措是否对得上，是否承接上位规划。
不写命令就是 check；什么都不写，检查当前文件夹。

命令：
"""


def test_the_help_page_is_in_chinese_and_names_every_command(run: Run) -> None:
    ran = run("--help")
    assert ran.status == 0
    assert ran.out.startswith(HELP)
    for name, _, _ in COMMANDS:
        assert f"  {name} " in ran.out
    assert not ran.err


@pytest.mark.parametrize("words", [["--lang", "en", "--help"], ["--help", "--lang=en"], ["-h", "--lang", "en"]])
def test_the_help_page_is_in_english_if_asked(run: Run, words: list[str]) -> None:
    ran = run(*words)
    assert ran.out.startswith("Usage: plancheck [COMMAND] [OPTIONS] [PATH...]\n")
    assert ran.out.isascii()


def test_the_environment_sets_the_language(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLANCHECK_LANG", "en")
    assert run("--help").out.startswith("Usage:")
    assert run("--lang", "zh", "--help").out.startswith("用法：")


@pytest.mark.parametrize("command", [[name] for name, _, _ in COMMANDS] + [["rules", "test"], ["new", "rule"]])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_command_has_a_help_page_without_clicks_own_words(run: Run, command: list[str], lang: str) -> None:
    ran = run(*command, "--help", "--lang", lang)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith(f"{'用法：' if lang == 'zh' else 'Usage: '}plancheck {' '.join(command)} ")
    assert "Show this message" not in ran.out
    assert max(map(display_width, ran.out.splitlines())) <= 120


def test_the_version_is_told(run: Run) -> None:
    assert run("--version").out == f"plancheck {__version__}\n"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--fromat", "json"], "没有选项 --fromat，是否指 --format"),
        (["check", "--zzz"], "没有选项 --zzz，用法见 plancheck --help"),
        (["--format"], "选项 --format 后面缺值"),
        (["--format", "xml"], "--format 没有“xml”这个值，可以是：" + "、".join(FORMATS)),
        (["--profile=3"], "选项 --profile 后面不带值"),
        (["--gate", "eror"], "--gate（门槛） 没有“eror”这个值，可以是：error、warning、info；是否指“error”"),
        (["--jobs", "0"], "--jobs（进程数） 后面要一个正整数，“0”不是"),
        (["--lang", "fr"], "--lang 没有“fr”这个值，可以是：zh、en"),
        (["ghraph"], "没有“ghraph”这个文件夹或命令，是否指 graph"),
        (["天外"], "天外：没有这个文件或文件夹"),
        (["new"], "plancheck new 后面要一个命令：workspace、rule"),
        (["new", "plan"], "plancheck new 没有“plan”这个命令，可以是：workspace、rule"),
        (["completion"], "缺“bash|zsh|fish”"),
        (["completion", "bash", "x", "y"], "多了“x y”"),
        (["completion", "dash"], "bash|zsh|fish 没有“dash”这个值，可以是：bash、zsh、fish；是否指“bash”"),
        (["explain"], "缺“编号”"),
    ],
)
def test_a_command_line_that_cannot_be_understood_is_one_line(run: Run, words: list[str], sentence: str) -> None:
    ran = run(*words)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == f"plancheck：{sentence}\n"


def test_the_same_in_english(run: Run) -> None:
    ran = run("--lang", "en", "completion")
    assert (ran.status, ran.err) == (2, "plancheck: bash|zsh|fish is missing\n")


def test_words_that_are_no_command_are_checked(run: Run, engine: Engine, tmp_path: Path) -> None:
    for words in ([tmp_path], ["check", tmp_path], ["--gate", "info", tmp_path], ["--lang", "en", tmp_path]):
        engine.paths = ()
        assert run(*words).status == 1
        assert list(engine.paths) == [tmp_path]


def test_without_words_the_current_folder_is_checked(
    run: Run, engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    run()
    assert list(engine.paths) == [Path()]


def test_a_folder_called_like_a_command_is_checked_if_named_so(
    run: Run, engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "fmt").mkdir()
    monkeypatch.chdir(tmp_path)
    run("check", "fmt")
    assert list(engine.paths) == [Path("fmt")]


@pytest.mark.parametrize("fault", [KeyError("甲"), RecursionError(), MemoryError()])
def test_a_fault_of_plancheck_is_one_line_and_three(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: Exception
) -> None:
    def check(*_: object) -> None:
        raise fault

    monkeypatch.setattr("checker.engine.check", check)
    ran = run(tmp_path)
    assert (ran.status, ran.out) == (3, "")
    assert ran.err == (
        f"plancheck：plancheck 自身出错（{type(fault).__name__}），不是规划的问题；"
        "设 PLANCHECK_DEBUG=1 再运行一次，把输出附在问题报告里\n"
    )
    monkeypatch.setenv("PLANCHECK_DEBUG", "1")
    assert "Traceback" in run(tmp_path).err


def test_an_interrupted_run_is_one_line(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def check(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("checker.engine.check", check)
    ran = run(tmp_path)
    assert (ran.status, ran.err) == (2, "plancheck：已中断\n")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_scripts_are_printed(run: Run, shell: str) -> None:
    ran = run("completion", shell)
    assert ran.status == 0
    assert "_PLANCHECK_COMPLETE" in ran.out


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("plancheck ", {"check", "fmt", "graph", "rules"}),
        ("plancheck gr", {"graph"}),
        ("plancheck check --fo", {"--format"}),
        ("plancheck --fo", {"--format"}),
        ("plancheck --format ", {"text", "json"}),
        ("plancheck graph --format me", {"mermaid"}),
        ("plancheck new ", {"workspace", "rule"}),
        ("plancheck completion ", {"bash", "zsh", "fish"}),
    ],
)
def test_what_is_typed_is_completed(run: Run, monkeypatch: pytest.MonkeyPatch, typed: str, offered: set[str]) -> None:
    monkeypatch.setenv("_PLANCHECK_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", typed)
    monkeypatch.setenv("COMP_CWORD", str(len(typed.split(" ")) - 1))
    ran = run()
    assert ran.status == 0
    assert offered <= {line.partition(",")[2] for line in ran.out.splitlines()}


def test_columns_go_by_display_width() -> None:
    assert list(columns([("编号", "x"), ("PC201", "“乙”")])) == ["  编号   x", "  PC201  “乙”"]
