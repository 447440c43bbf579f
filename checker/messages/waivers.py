"""What is said about findings that a plan waives."""

from __future__ import annotations

from checker.messages.template import Template

WAIVED_HEADING = Template("已豁免的：", "Waived:")
WAIVED_ONE = Template("{where} {code} {said}", "{where}: {code} {said}")
WAIVED_WHY = Template("{said}（{why}）", "{said} ({why})")
WAIVED_MORE = Template("还豁免了{count}个，JSON 里全有", "{count} more are waived, all of them in the JSON")
WAIVED_REASON = Template("理由：{reason}", "reason: {reason}")
WAIVED_UNREASONED = Template("没有写理由", "no reason given")
WAIVED_APPROVED = Template("批准：{office}", "approved by {office}")
WAIVED_UNTIL = Template("至{day}", "until {day}")
