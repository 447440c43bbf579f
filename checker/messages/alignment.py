"""What is said of the ties between a plan and those above it."""

from __future__ import annotations

from checker.messages.template import Template

ALIGN_LINK_ALIKE = Template("在「{name}」里写‘承接：{path}’", "write 承接：{path} in {name}")
ALIGN_ADD = Template("补写承接‘{path}’的指标", "add an indicator that carries {path}")
