"""``plancheck fmt``: which files are written, and how."""

from pathlib import Path

import pytest

from tests.doors.conftest import Run

UNTIDY = "规划 甲{\n单位:万元\n}\n"


@pytest.fixture
def tidy() -> str:
    from checker.write import format_text

    return format_text(UNTIDY)


def test_a_file_is_brought_to_its_form(run: Run, tmp_path: Path, tidy: str) -> None:
    path = tmp_path / "甲.plan"
    path.write_text(UNTIDY, encoding="utf-8")
    ran = run("fmt", path)
    assert (ran.status, ran.out, ran.err) == (0, f"已整理：{path}\n", "")
    assert path.read_text(encoding="utf-8") == tidy
    assert run("fmt", path).out == ""


def test_its_encoding_is_kept(run: Run, tmp_path: Path, tidy: str) -> None:
    path = tmp_path / "甲.plan"
    path.write_text(UNTIDY, encoding="gb18030")
    run("fmt", path)
    assert path.read_text(encoding="gb18030") == tidy


def test_check_names_the_files_and_changes_nothing(run: Run, tmp_path: Path, tidy: str) -> None:
    untidy, good = tmp_path / "乱.plan", tmp_path / "好.plan"
    untidy.write_text(UNTIDY, encoding="utf-8")
    good.write_text(tidy, encoding="utf-8")
    ran = run("fmt", "--check", tmp_path)
    assert (ran.status, ran.out) == (1, f"要整理：{untidy}\n")
    assert untidy.read_text(encoding="utf-8") == UNTIDY
    assert run("fmt", "--check", good).status == 0


def test_diff_shows_and_changes_nothing(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "甲.plan"
    path.write_text(UNTIDY, encoding="utf-8")
    ran = run("fmt", "--diff", path)
    assert ran.status == 0
    assert ran.out.splitlines()[:2] == [f"--- {path}", f"+++ {path}"]
    assert "-单位:万元\n" in ran.out
    assert run("fmt", "--diff", "--check", path).status == 1
    assert path.read_text(encoding="utf-8") == UNTIDY


def test_folders_are_gone_through_but_not_links_out_of_them(run: Run, tmp_path: Path) -> None:
    inside, outside = tmp_path / "里", tmp_path / "外"
    (inside / "深").mkdir(parents=True)
    outside.mkdir()
    for path in (inside / "深" / "甲.plan", outside / "乙.plan"):
        path.write_text(UNTIDY, encoding="utf-8")
    (inside / "链接.plan").symlink_to(outside / "乙.plan")
    ran = run("fmt", inside)
    assert ran.out == f"已整理：{inside}/深/甲.plan\n"
    assert (outside / "乙.plan").read_text(encoding="utf-8") == UNTIDY


def test_what_cannot_be_read_does_not_keep_the_rest(run: Run, tmp_path: Path) -> None:
    path, binary, text = tmp_path / "甲.plan", tmp_path / "坏.plan", tmp_path / "纲要.txt"
    path.write_text(UNTIDY, encoding="utf-8")
    binary.write_bytes(b"\0\1\2\3\xff")
    text.write_text("", encoding="utf-8")
    ran = run("fmt", binary, text, tmp_path / "无.plan", path)
    assert (ran.status, ran.out) == (2, f"已整理：{path}\n")
    assert ran.err.splitlines() == [
        f"plancheck：{binary}：不是文本文件",
        f"plancheck：{text}：不是 .plan 文件",
        f"plancheck：{tmp_path}/无.plan：没有这个文件",
    ]


def test_a_diff_on_a_terminal_cannot_steer_it(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "甲.plan"
    path.write_text("规划 甲{} # \x1b[2J\n", encoding="utf-8")
    assert "\x1b" in run("fmt", "--diff", path).out
    monkeypatch.setattr("checker.doors.output.is_terminal", lambda _: True)
    assert "\x1b" not in run("fmt", "--diff", path).out
