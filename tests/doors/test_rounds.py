"""Rounds of a draft: kept whole or not at all, compared, and told as a history."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.messages.run_error import RunError
from checker.revise.history import moved, steps
from checker.workspace.rounds import STORE, KeptFinding, KeptTarget, Round, Rounds, one_round
from tests.doors.conftest import Run
from tests.doors.test_schema import check

PLAN = """规划 云川区 { 文种：纲要  层级：开发区  规划期：2021—2025  成稿：2021年4月  文本：“纲要.txt” }
指标 收入 { 单位：元  属性：预期性  2020年：实际 48000  2025年：目标 70000  来源：《公报》（官方） }
目标 总目标 { 类型：总目标  衡量指标：收入 }
举措 甲 { 类型：任务  支撑：总目标 }
"""
RULE = """规则 YC101 要有甲（need-a）{
  级别：提示
  依据：编制惯例（无文号）
  说明：“要有举措甲” “measure 甲 has to be there”
  不查：“别的” “others”
  凡 举措 甲，甲.名称 = “没有这样的”
  否则：“「{甲}」” “{甲}”
  指向：甲.名称
  建议：“改” “change it”
  正例 “没有” { 举措 乙 { 类型：任务 } }
  反例 “有” { 举措 〖没有这样的〗 { 类型：任务 } }
}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "区.plan").write_text(PLAN, encoding="utf-8")
    (tmp_path / "纲要.txt").write_text("第一章 目标\n收入达到70000元。\n", encoding="utf-8")
    (tmp_path / "规则").mkdir()
    (tmp_path / "规则" / "YC101.rule").write_text(RULE, encoding="utf-8")
    (tmp_path / "plancheck.toml").write_text('[rules]\npacks = ["规则"]\n', encoding="utf-8")
    return tmp_path


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def kept(name: str, **changes: object) -> Round:
    told: dict[str, object] = {
        "name": name, "day": "2021-02-01", "stage": "", "as_of": "2021-04-30", "tool_version": "0",
        "findings": [], "targets": [], "files": {"a.plan": name.encode()}, **changes,
    }  # fmt: skip
    return Round(**told)  # type: ignore[arg-type]


def test_a_history_of_three_rounds(run: Run, folder: Path) -> None:
    assert run("snapshot", "--name", "第一轮征求意见", "--on", "2021年2月1日").status == 0
    edit(folder / "区.plan", "目标 70000", "目标 71000")
    edit(folder / "区.plan", "支撑：总目标", "")
    run("snapshot", "--on", "2021-03-01")
    edit(folder / "区.plan", "类型：任务", "类型：任务  支撑：总目标")
    ran = run("snapshot", "--on", "2021-04-01")
    assert ran.err.startswith("plancheck：记下了「第3轮」：文件 4 个，问题 ")
    assert run("snapshot", "--list").out.split() == [
        "2021-02-01", "第一轮征求意见", "2021-03-01", "第2轮", "2021-04-01", "第3轮",
    ]  # fmt: skip
    told = run("history").out
    new, mended = told.partition("第3轮（2021-04-01）")[::2]
    assert new.count("新出的：\n") == mended.count("改好的：\n") == 1
    for part in (new, mended):
        assert "  警告 PC201 举措「甲」没有支撑任何目标\n" in part
    assert "云川区  收入  2025年目标  70000元         71000元  71000元" in told
    written = json.loads(run("history", "--format", "json").out)
    check("history", written)
    first, second, third = written["rounds"]
    assert [one["code"] for one in second["new"]] == [one["code"] for one in third["mended"]]
    assert (first["new"], first["mended"], third["new"]) == ([], [], [])
    assert second["warnings"] + second["errors"] + second["infos"] == len(second["new"])
    assert [one["values"] for one in written["targets"]] == [["70000元", "71000元", "71000元"]]
    assert "| 云川区 | 收入 | 2025年目标 | 70000元 | 71000元 | 71000元 |" in run("history", "--format", "markdown").out
    assert "new:" in run("--lang", "en", "history").out


def test_a_round_keeps_its_verdict_and_what_was_not_checked(run: Run, folder: Path) -> None:
    ran = run("snapshot", "--name", "第一轮")
    verdict = "查过的没有查出达到门槛（错误）的问题，但有 1 项没有查"
    assert ran.err.endswith(f"；{verdict}\n")
    report = json.loads(run("--format", "json").out)["account"]
    (told,) = json.loads(run("history", "--format", "json").out)["rounds"]
    assert all(told[key] == report[key] for key in ("verdict", "sentence", "unchecked"))
    for words in (run("history").out, run("history", "--format", "markdown").out):
        assert verdict in words
        assert told["unchecked"][0] in words
    assert "not checked" in run("--lang", "en", "history").out


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda text: text.replace("举措 甲", "举错 甲"), ()),
        (lambda text: text, ("--ignore", "PC201")),
        (lambda text: text.replace("规划 云川区 {", "规划 云川新区 {"), ()),
    ],
    ids=["unreadable", "ignored", "another plan"],
)
def test_what_was_not_looked_at_is_not_told_as_mended(
    run: Run, folder: Path, spoil: Callable[[str], str], words: tuple[str, ...]
) -> None:
    edit(folder / "区.plan", "支撑：总目标", "")
    whole = (folder / "区.plan").read_text(encoding="utf-8")
    run("snapshot", "--name", "一")
    (folder / "区.plan").write_text(spoil(whole), encoding="utf-8")
    run("snapshot", "--name", "二", *words)
    (folder / "区.plan").write_text(whole, encoding="utf-8")
    run("snapshot", "--name", "三")
    edit(folder / "区.plan", "类型：任务", "类型：任务  支撑：总目标")
    run("snapshot", "--name", "四")
    _, two, three, four = json.loads(run("history", "--format", "json").out)["rounds"]
    assert "PC201" in {one["code"] for one in two["unseen"]} - {one["code"] for one in two["mended"]}
    assert "PC201" not in {one["code"] for one in three["new"]}
    assert "PC201" in {one["code"] for one in four["mended"]}
    assert "不算改好" in run("history").out


def test_a_round_of_the_first_plancheck_has_no_verdict(run: Run, folder: Path) -> None:
    run("snapshot", "--name", "一")
    with sqlite3.connect(folder / STORE) as store:
        store.execute("DROP TABLE accounts")
    run("snapshot", "--name", "二")
    one, two = json.loads(run("history", "--format", "json").out)["rounds"]
    assert (one["verdict"], one["unchecked"], two["verdict"]) == (None, [], "incomplete")
    assert "那时的 plancheck 没有记下结论" in run("history").out
    with sqlite3.connect(folder / STORE) as store:
        store.execute("UPDATE accounts SET account = '[1'")
    assert "坏了，或不是 plancheck 的快照" in run("history").err


def test_a_round_is_a_side_of_a_diff(run: Run, folder: Path) -> None:
    run("snapshot", "--name", "第一轮")
    run("snapshot", "-o", "一轮.plancheck")
    assert len(json.loads(run("history", "--format", "json").out)["rounds"]) == 1
    edit(folder / "区.plan", "目标 70000", "目标 71000")
    edit(folder / "区.plan", "支撑：总目标", "")
    for one, other in (("快照:第一轮", "."), (".", "快照:第一轮"), ("一轮.plancheck", ".")):
        written = json.loads(run("diff", "--format", "json", one, other).out)
        told = [*written["changes"], *written["appeared"], *written["gone"]]
        assert {item["file"] for item in told} == {"区.plan"}
        files = {item["file"] for side in ("old", "new") for item in written["accounts"][side]["documents"]}
        assert files == {"区.plan", "纲要.txt"}
    edit(folder / "区.plan", "类型：任务  ", "类型：任务  支撑：总目标")
    for side in ("快照:第一轮", "snapshot:第一轮", "快照：第一轮", "一轮.plancheck"):
        for other in (".", "区.plan"):
            ran = run("diff", side, other)
            assert ran.status == 0, ran.err
            assert "2025年目标：70000 → 71000 【目标值上调】" in ran.out
    ran = run("diff", "快照:没有的", ".")
    assert (ran.status, ran.err) == (2, "plancheck：没有叫「没有的」的一轮，有：第一轮\n")


def test_contents_are_kept_once_and_forgotten_with_the_last(run: Run, folder: Path) -> None:
    for _ in range(3):
        run("snapshot")

    def contents() -> int:
        with sqlite3.connect(folder / STORE) as store:
            return int(store.execute("SELECT count(*) FROM contents").fetchone()[0])

    assert contents() == 4
    edit(folder / "纲要.txt", "70000", "71000")
    run("snapshot")
    assert contents() == 5
    assert run("snapshot", "--remove", "第4轮").status == 0
    assert contents() == 4
    assert run("snapshot", "--remove", "第4轮").status == 2


@pytest.mark.parametrize("words", [("history",), ("diff", "快照:第1轮", "."), ("snapshot", "--remove", "第1轮")])
def test_nothing_was_kept(run: Run, folder: Path, words: tuple[str, ...]) -> None:
    ran = run(*words)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == "plancheck：还没有记下过一轮，用 plancheck snapshot 记\n"
    assert run("snapshot", "--list").status == 0


def test_a_name_is_taken_once(run: Run, folder: Path) -> None:
    run("snapshot", "--name", "甲")
    ran = run("snapshot", "--name", "甲")
    assert (ran.status, ran.err) == (2, "plancheck：已经有叫「甲」的一轮，换个名字，或先 --remove\n")


@pytest.mark.parametrize("content", [b"", b"xx", b"SQLite format 3\0" + b"\1" * 4000])
def test_a_broken_store_is_one_line_and_stays(run: Run, folder: Path, content: bytes) -> None:
    run("snapshot")
    (folder / STORE).write_bytes(content)
    for words in (("history",), ("snapshot",), ("diff", "快照:第1轮", ".")):
        ran = run(*words)
        assert ran.status == 2
        assert ("坏了，或不是 plancheck 的快照" if content else "是空的，里面一轮也没有：从备份里恢复") in ran.err
        assert ran.err.count("\n") == 1
        assert (folder / STORE).read_bytes() == content


def test_a_store_cut_short_is_told(run: Run, folder: Path) -> None:
    run("snapshot")
    kept = (folder / STORE).read_bytes()
    for length in (100, 4096, len(kept) // 2):
        (folder / STORE).write_bytes(kept[:length])
        ran = run("history")
        assert (ran.status, ran.err.count("\n")) == (2, 1)
        assert "坏了，或不是 plancheck 的快照" in ran.err


def test_another_database_is_none_of_ours(run: Run, folder: Path) -> None:
    with sqlite3.connect(folder / "别的.sqlite") as store:
        store.execute("CREATE TABLE a (b)")
    assert "不是 plancheck 的快照" in run("diff", "别的.sqlite", ".").err
    (folder / ".plancheck").mkdir()
    with sqlite3.connect(folder / STORE) as store:
        store.execute("PRAGMA application_id = 1886154339")
        store.execute("PRAGMA user_version = 99")
        store.execute("CREATE TABLE a (b)")
    assert "是更新的 plancheck 写的" in run("history").err


def test_a_path_that_leaves_the_folder_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.plancheck"
    path.write_bytes(one_round(kept("甲", files={"../外面.plan": b"x"})))
    with pytest.raises(RunError, match="坏了"):
        Rounds(path, "a.plancheck").unpack(None, tmp_path / "里面")
    assert not (tmp_path / "外面.plan").exists()


def test_a_folder_that_cannot_be_written(run: Run, folder: Path) -> None:
    (folder / ".plancheck").write_text("a file where the folder should be", encoding="utf-8")
    ran = run("snapshot")
    assert ran.status == 2
    assert ran.err.startswith("plancheck：.plancheck/rounds.sqlite 存取不了：")
    assert ran.err.count("\n") == 1


def test_one_that_writes_is_waited_for(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("snapshot")
    monkeypatch.setattr("checker.workspace.rounds._WAIT_SECONDS", 0.1)
    other = sqlite3.connect(folder / STORE, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    ran = run("snapshot")
    assert (ran.status, ran.err) == (
        2, "plancheck：.plancheck/rounds.sqlite 正被另一个 plancheck 写，等一下再试\n",
    )  # fmt: skip
    other.close()
    assert run("snapshot").status == 0


_WRITER = """
import sys
from pathlib import Path
from checker.workspace.rounds import Round, Rounds
rounds = Rounds(Path(sys.argv[1]), "store")
files = {f"{n}.plan": bytes([n % 251]) * 20000 for n in range(300)}
print("ready", flush=True)
for number in range(1000):
    rounds.add(Round(f"r{sys.argv[2]}-{number}", "2021-03-01", "", "2021-01-01", "0", [], [], files))
"""


@pytest.mark.skipif(os.name == "nt", reason="processes are killed by a signal")
@pytest.mark.parametrize("delay", [0.0, 0.003, 0.01, 0.02, 0.05, 0.1])
def test_whoever_is_killed_leaves_it_whole(tmp_path: Path, delay: float) -> None:
    path = tmp_path / "rounds.sqlite"
    Rounds(path, "store").add(kept("第一轮"))
    with subprocess.Popen([sys.executable, "-c", _WRITER, str(path), "x"], stdout=subprocess.PIPE) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == b"ready\n"
        time.sleep(delay)
        writer.send_signal(signal.SIGKILL)
    rounds = Rounds(path, "store")
    names = [name for name, _, _ in rounds.names()]
    assert names[0] == "第一轮"
    for name in names[1:]:
        rounds.unpack(name, tmp_path / name)
        assert len(list((tmp_path / name).iterdir())) == 300
    rounds.add(kept("以后"))


def test_two_at_once_do_not_disturb_each_other(tmp_path: Path) -> None:
    path = tmp_path / "rounds.sqlite"
    program = _WRITER.replace("range(300)", "range(3)").replace("range(1000)", "range(20)")
    writers = [subprocess.Popen([sys.executable, "-c", program, str(path), str(n)]) for n in range(2)]
    assert [one.wait(60) for one in writers] == [0, 0]
    assert len(Rounds(path, "store").names()) == 40


FINDING = st.builds(
    KeptFinding, st.sampled_from(["a1", "b2", "c3"]), st.just("PC201"), st.sampled_from(["error", "warning"]),
    st.sampled_from(["new", "known", "waived"]), st.just("甲"), st.just("话"), st.just("words"),
)  # fmt: skip


@given(st.lists(st.lists(FINDING, max_size=6), min_size=1, max_size=4))
def test_what_is_mended_and_new_adds_up(findings: list[list[KeptFinding]]) -> None:
    told = steps([kept(str(at), findings=one) for at, one in enumerate(findings)])
    for before, step in pairwise(told):
        counted = [sum(one.counts.get(word, 0) for word in ("error", "warning")) for one in (before, step)]
        assert counted[0] + len(step.new) >= counted[1]
        if not any(one.counts["waived"] for one in (before, step)):
            assert counted[0] - len(step.mended) + len(step.new) == counted[1]
        assert not {one.fingerprint for one in step.mended} & {one.fingerprint for one in step.new}


@given(st.lists(st.dictionaries(st.sampled_from("甲乙"), st.sampled_from(["1", "2"])), min_size=1, max_size=4))
def test_only_what_moved_is_told(rounds: list[dict[str, str]]) -> None:
    made = [
        kept(str(at), targets=[KeptTarget("规划", name, "2025年目标", value) for name, value in one.items()])
        for at, one in enumerate(rounds)
    ]
    for one in moved(made):
        assert one.values == [told.get(one.indicator, "") for told in rounds]
        assert len(set(one.values)) > 1
    assert {one.indicator for one in moved(made)} == {
        name for name in "甲乙" if len({told.get(name, "") for told in rounds}) > 1
    }
