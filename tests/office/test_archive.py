"""Archives of parts: what is not changed keeps its bytes, what is made is the same for the same parts, bounds hold."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.messages import Template
from checker.office.archive import Archive, Refusals, pack, relation, unpack
from checker.source import Unreadable

TOLD = Refusals(*(Template(word, word) for word in ("空", "不是", "旧", "密", "坏", "超过 {limit} MiB", "{part} 坏")))
MIB = 1024 * 1024
NAMES = st.text("abcXYZ._", min_size=1, max_size=6).map(lambda name: f"word/{name}")
PARTS = st.dictionaries(NAMES, st.binary(max_size=200), min_size=1, max_size=6).filter(
    lambda parts: len({name.lower() for name in parts}) == len(parts)
)


def opened(data: bytes, limit: int = MIB) -> Archive:
    return Archive(data, limit, TOLD)


@given(PARTS)
def test_what_is_packed_is_read(parts: dict[str, bytes]) -> None:
    data = pack(parts)
    assert data == pack(parts)
    assert list(unpack(data).items()) == list(parts.items())
    archive = opened(data)
    assert {name: archive.read(f"{name.upper()}") for name in parts} == parts


@given(PARTS, PARTS)
def test_only_what_is_changed_changes(parts: dict[str, bytes], changed: dict[str, bytes]) -> None:
    own = {name.lower(): name for name in parts}
    expected = {**parts, **{own.get(name.lower(), name): content for name, content in changed.items()}}
    made = unpack(opened(pack(parts)).packed(changed))
    assert list(made.items()) == list(expected.items())


def test_times_stay_and_names_may_begin_with_a_slash() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as made:
        for name in ("/word/a.xml", "word\\b.xml"):
            made.writestr(zipfile.ZipInfo(name, (2026, 3, 1, 8, 0, 0)), name)
    archive = opened(stream.getvalue())
    assert [archive.read(f"word/{name}.xml") for name in "ab"] == [b"/word/a.xml", b"word\\b.xml"]
    with zipfile.ZipFile(io.BytesIO(archive.packed({"word/A.xml": b"x", "c.xml": b""}))) as made:
        told = [(entry.filename, entry.date_time[0], made.read(entry)) for entry in made.infolist()]
    assert told == [("/word/a.xml", 2026, b"x"), ("word\\b.xml", 2026, b"word\\b.xml"), ("c.xml", 2026, b"")]


def test_no_more_is_unpacked_than_is_allowed() -> None:
    data = pack({"a": bytes(MIB // 2), "b": bytes(MIB)})
    archive = opened(data)
    assert archive.read("a") == bytes(MIB // 2)
    with pytest.raises(Unreadable) as refused:
        archive.read("b")
    assert refused.value.message.text() == "超过 1 MiB"
    streamed = archive.stream("b")
    assert len(next(streamed)) < MIB // 2
    with pytest.raises(Unreadable, match="超过 1 MiB"):
        list(streamed)


@pytest.mark.parametrize(
    ("target", "mode", "expected"),
    [
        ("styles.xml", "", "word/styles.xml"),
        ("/word/styles.xml", "Internal", "word/styles.xml"),
        ("..\\xl\\a.xml", "", "xl/a.xml"),
        ("../../../a.xml", "", "a.xml"),
        ("http://127.0.0.1/x", "External", None),
        ("", "", None),
    ],
)
def test_where_relations_lead(target: str, mode: str, expected: str | None) -> None:
    told = relation("word/document.xml", {"Id": "r1", "Type": "a/b/styles", "Target": target, "TargetMode": mode})
    assert (told and (told.key, told.kind, told.target)) == (expected and ("r1", "styles", expected))
