"""Progress on a terminal, and files written at one stroke."""

from pathlib import Path

import pytest

from checker.doors import output
from checker.doors.output import progress_line, write_file, write_files
from checker.messages import Template
from checker.messages.run_error import RunError

READING = Template("读 {name}", "reading {name}")


class Clock:
    """A clock that a test sets."""

    now = 0.0

    def monotonic(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr(output, "time", made)
    monkeypatch.setattr(output, "is_terminal", lambda _: True)
    return made


def test_nobody_looking_on_means_no_progress() -> None:
    assert progress_line("zh") is None


def test_short_work_shows_nothing(clock: Clock, capsys: pytest.CaptureFixture[str]) -> None:
    line = progress_line("zh")
    assert line is not None
    line(1, 10, READING(name="甲.plan"))
    clock.now = 0.9
    line(2, 10, READING(name="甲.plan"))
    line.clear()
    assert capsys.readouterr().err == ""


def test_long_work_is_told_on_one_line_that_goes_away(clock: Clock, capsys: pytest.CaptureFixture[str]) -> None:
    line = progress_line("en")
    assert line is not None
    clock.now = 1.5
    line(3, 10, READING(name="甲\x1b.plan"))
    line(4, 10, READING(name="too soon"))
    clock.now = 1.7
    line(5, 0, READING(name="长" * 100))
    line.clear()
    line.clear()
    first, second, cleared = capsys.readouterr().err.split("\r")[1:]
    assert first == "3/10 reading 甲\\x1b.plan\x1b[K"
    assert second == "5 reading " + "长" * 30 + "\x1b[K"
    assert cleared == "\x1b[K"


def test_a_failed_write_leaves_the_old_file_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: Path, target: Path) -> None:
        raise PermissionError(13, "Permission denied")

    target = tmp_path / "结果.txt"
    target.write_text("旧", encoding="utf-8")
    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(RunError) as caught:
        write_file(target, b"new")
    assert caught.value.message.text() == f"写不了 {target}（Permission denied）"
    assert target.read_text(encoding="utf-8") == "旧"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize("failing", [0, 1, 2])
def test_several_files_are_all_written_or_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: int) -> None:
    old, new, last = (tmp_path / name for name in ("甲.plan", "新/乙.plan", "丙.plan"))
    old.write_bytes(b"1")
    old.chmod(0o640)
    last.write_bytes(b"3")
    replace, calls = Path.replace, [0]

    def fail(one: Path, target: Path) -> Path:
        calls[0] += 1
        if calls[0] == failing + 1:
            raise PermissionError(13, "Permission denied")
        return replace(one, target)

    monkeypatch.setattr(Path, "replace", fail)
    files = [(old, b"one"), (new, b"two"), (last, b"three")]
    with pytest.raises(RunError) as caught:
        write_files(files)
    assert str(files[failing][0]) in caught.value.message.text()
    assert (old.read_bytes(), new.exists(), last.read_bytes()) == (b"1", False, b"3")
    assert old.stat().st_mode & 0o777 == 0o640
    assert not [one for one in tmp_path.rglob("*") if one.suffix == ".tmp"]
    write_files(files)
    assert [one.read_bytes() for one in (old, new, last)] == [b"one", b"two", b"three"]


def test_nothing_is_written_where_one_place_takes_no_file(tmp_path: Path) -> None:
    (tmp_path / "甲.plan").write_bytes(b"1")
    (tmp_path / "拦").write_bytes(b"")
    with pytest.raises(RunError):
        write_files([(tmp_path / "甲.plan", b"one"), (tmp_path / "拦" / "乙.plan", b"two")])
    assert (tmp_path / "甲.plan").read_bytes() == b"1"
    assert sorted(one.name for one in tmp_path.iterdir()) == ["拦", "甲.plan"]


def test_a_device_is_written_to_and_not_replaced() -> None:
    write_file(Path("/dev/null"), b"x")
    assert not Path("/dev/null").is_file()


def test_a_path_that_is_none_is_one_sentence() -> None:
    with pytest.raises(RunError) as caught:
        write_file(Path("甲\0乙"), b"")
    assert "写不了 甲" in caught.value.message.text()
