"""Bytes to text, or one sentence why not."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.source import Unreadable, decode, read_source

PLAN = "规划 云川 {\n  成稿：2021年4月\n}\n"


def refused(data: bytes) -> str:
    with pytest.raises(Unreadable) as caught:
        decode(data)
    return caught.value.message.text("zh")


def test_the_encodings_that_are_read() -> None:
    assert decode(PLAN.encode()) == (PLAN, "utf-8")
    assert decode(b"\xef\xbb\xbf" + PLAN.encode()) == (PLAN, "utf-8-sig")
    assert decode(PLAN.encode("gb18030")) == (PLAN, "gb18030")
    assert decode(b"") == ("", "utf-8")


def test_characters_beyond_the_common_ones_are_read_in_both() -> None:
    assert decode("𠮷林 {}".encode("gb18030"))[0] == decode("𠮷林 {}".encode())[0] == "𠮷林 {}"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf16_is_named(encoding: str) -> None:
    assert refused(PLAN.encode(encoding)) == "是 UTF-16 编码，另存为 UTF-8 后可以检查"


def test_binary_files_are_no_text() -> None:
    assert refused(b"PK\x03\x04\x00\x00" + bytes(range(256))) == "不是文本文件"


def test_a_damaged_utf8_file_is_not_read_as_gb18030() -> None:
    damaged = (PLAN * 20).encode()
    cut = damaged.index("稿".encode())
    assert refused(damaged[:cut] + damaged[cut + 1 :]) == "第2行有损坏的 UTF-8 字节，另存为 UTF-8 后可以检查"


def test_other_encodings_are_refused() -> None:
    assert refused(b"\xff\xff\xff plan") == "既不是 UTF-8 也不是 GB18030 编码，另存为 UTF-8 后可以检查"


@given(st.binary())
def test_any_bytes_are_text_or_unreadable(data: bytes) -> None:
    try:
        text, encoding = decode(data)
    except Unreadable:
        return
    assert "\0" not in text
    assert text.encode(encoding).removeprefix(b"\xef\xbb\xbf") == data.removeprefix(b"\xef\xbb\xbf")


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff")))
def test_any_text_comes_back_from_utf8(text: str) -> None:
    assert decode(text.encode()) == (text, "utf-8")


def unreadable(path: Path, shown: str = "规划.plan", **settings: int) -> str:
    with pytest.raises(Unreadable) as caught:
        read_source(path, shown, **settings)
    assert "\n" not in str(caught.value)
    return caught.value.message.text("zh")


def test_a_file_keeps_the_path_it_is_shown_with(tmp_path: Path) -> None:
    (tmp_path / "云 川.plan").write_text(PLAN, encoding="gb18030")
    source = read_source(tmp_path / "云 川.plan", "规划/云 川.plan")
    assert (source.path, source.text, source.encoding) == ("规划/云 川.plan", PLAN, "gb18030")


def test_what_is_no_readable_file_is_told_in_one_sentence(tmp_path: Path) -> None:
    assert unreadable(tmp_path / "无") == "规划.plan：没有这个文件"
    assert unreadable(tmp_path) == "规划.plan：这是文件夹，不是文件"
    assert unreadable(Path("甲\0乙.plan")).startswith("规划.plan：读不出来（")
    assert unreadable(tmp_path / ("长" * 5000)).startswith("规划.plan：读不出来（")
    (tmp_path / "大.plan").write_bytes(b"#" * (1024 * 1024 + 1))
    assert unreadable(tmp_path / "大.plan", limit=1024 * 1024) == "规划.plan：超过 1 MiB，没有读"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_file_that_is_not_there_is_told_with_the_one_that_was_meant(tmp_path: Path) -> None:
    for name in ("示例市规划纲要.plan", "起草说明.docx", "起草说明.txt"):
        (tmp_path / name).write_bytes(b"")
    assert unreadable(tmp_path / "示例市规划纲.plan") == "规划.plan：没有这个文件；是否指“示例市规划纲要.plan”"
    assert unreadable(tmp_path / "起草说明.tx") == "规划.plan：没有这个文件；是否指“起草说明.docx”"
    assert unreadable(tmp_path / "起草说名.txt") == "规划.plan：没有这个文件；是否指“起草说明.txt”"
    assert unreadable(tmp_path / "x.plan") == "规划.plan：没有这个文件"
    assert unreadable(tmp_path / "没有" / "起草说明.txt") == "规划.plan：没有这个文件"


def test_a_pipe_does_not_keep_the_run_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "管道.plan")
    assert unreadable(tmp_path / "管道.plan") == "规划.plan：这不是普通文件"


def test_a_link_in_a_circle_is_unreadable(tmp_path: Path) -> None:
    (tmp_path / "圈.plan").symlink_to("圈.plan")
    assert unreadable(tmp_path / "圈.plan").startswith("规划.plan：读不出来（")
