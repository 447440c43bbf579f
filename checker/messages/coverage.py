"""What a text states in figures and its plan file has, or lacks."""

from __future__ import annotations

from checker.messages.template import Template

COVERAGE_LINE = Template(
    "{file}：数字表述 {told} 处，规划文件已有 {known} 处，没有的 {lacking} 处（清单见 plancheck report）",
    "{file}: figures stated {told}, in the plan file {known}, not in it {lacking} (listed by plancheck report)",
)
COVERAGE_WHOLE = Template(
    "{file}：数字表述 {told} 处，规划文件都有", "{file}: figures stated {told}, all in the plan file"
)
