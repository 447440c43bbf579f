"""Files that cannot be read, and where something stands."""

from __future__ import annotations

from checker.messages.template import Template

SOURCE_WITH_PATH = Template("{path}：{reason}", "{path}: {reason}")
SOURCE_MISSING = Template("没有这个文件", "there is no such file")
SOURCE_IS_FOLDER = Template("这是文件夹，不是文件", "this is a folder, not a file")
SOURCE_NOT_A_FILE = Template("这不是普通文件", "this is not a regular file")
SOURCE_NO_PERMISSION = Template("没有读取权限", "no permission to read it")
SOURCE_UNREADABLE = Template("读不出来（{reason}）", "it cannot be read ({reason})")
SOURCE_TOO_LARGE = Template("超过 {limit} MiB，没有读", "it is larger than {limit} MiB and was not read")
SOURCE_BINARY = Template("不是文本文件", "it is not a text file")
SOURCE_UTF16 = Template(
    "是 UTF-16 编码，另存为 UTF-8 后可以检查", "it is in UTF-16; save it as UTF-8 to have it checked"
)
SOURCE_BROKEN_UTF8 = Template(
    "第{line}行有损坏的 UTF-8 字节，另存为 UTF-8 后可以检查",
    "line {line} has broken UTF-8 bytes; save it as UTF-8 to have it checked",
)
SOURCE_OTHER_ENCODING = Template(
    "既不是 UTF-8 也不是 GB18030 编码，另存为 UTF-8 后可以检查",
    "it is neither UTF-8 nor GB18030; save it as UTF-8 to have it checked",
)
SOURCE_FILE_PLACE = Template("{path} {place}", "{path}, {place}")
SOURCE_LOCATOR = Template("第{line}行", "line {line}")
