"""Texts kept in files: held against, renewed when asked, and cleared away only after all tests."""

from __future__ import annotations

import pytest

pytest_plugins = ["pytester"]

_TEST = """
def test_a(snapshot):
    snapshot("甲.txt", "一行\\n又一行\\n")

def test_b():
    pass
"""


@pytest.fixture
def suite(pytester: pytest.Pytester) -> pytest.Pytester:
    """A suite of one file, with a file that no test asks for."""
    pytester.makeini("[pytest]\ntestpaths = tests\naddopts = -p tests.snapshots -p no:xdist -p no:cacheprovider\n")
    folder = pytester.mkdir("tests")
    (folder / "test_one.py").write_text(_TEST, encoding="utf-8")
    (folder / "snapshots").mkdir()
    (folder / "snapshots" / "旧.txt").write_text("", encoding="utf-8")
    return pytester


def kept(suite: pytest.Pytester) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in (suite.path / "tests/snapshots").iterdir()}


def ran(suite: pytest.Pytester, *words: str) -> str:
    return suite.runpytest_inprocess(*words).stdout.str()


def test_a_text_is_written_only_when_asked_and_then_held(suite: pytest.Pytester) -> None:
    assert "if this is right: pytest --snapshot-update" in ran(suite)
    assert "甲.txt" not in kept(suite)
    assert "2 passed" in ran(suite, "--snapshot-update")
    assert kept(suite)["甲.txt"] == "一行\n又一行\n"
    assert "2 passed" in ran(suite)
    (suite.path / "tests/snapshots/甲.txt").write_text("一行\n另一行\n", encoding="utf-8")
    told = ran(suite)
    assert "-另一行" in told
    assert "+又一行" in told


def test_what_nobody_asks_for_is_told_and_removed_when_asked(suite: pytest.Pytester) -> None:
    assert "nobody asks for tests/snapshots/旧.txt" in ran(suite, "--snapshot-update")
    assert set(kept(suite)) == {"甲.txt", "旧.txt"}
    assert "removed tests/snapshots/旧.txt" in ran(suite, "--snapshot-clean")
    assert set(kept(suite)) == {"甲.txt"}


@pytest.mark.parametrize("words", [["tests"], ["-k", "test_b"], ["--deselect", "tests/test_one.py::test_a"], []])
def test_nothing_is_cleared_away_after_less_than_all(suite: pytest.Pytester, words: list[str]) -> None:
    """Without the text that is asked for, all tests do not pass."""
    assert "cleared away only after all tests" in ran(suite, "--snapshot-clean", *words)
    assert set(kept(suite)) == {"旧.txt"}
