"""A draft that speaks of itself as done: 最终制定了《规划纲要》 in the note on a 送审稿."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from checker.messages import Message
from checker.messages.mentions import STAGE_LATER
from checker.prose.reading.frame import Frame
from checker.prose.reading.mentions import Mentions
from checker.prose.stage import STAGE_WORDS

_DRAFTS = tuple(word for word, stage in STAGE_WORDS.items() if stage in ("consultation_draft", "review_draft"))
_SHORT = re.compile(
    r"以下(?:统称|均?简称)为?[：:]?[《“](?P<short>[^》”]{0,12}?(?:规划|纲要|方案|计划)[^》”]{0,4})[》”]"
)
_DONE = (
    "(?:最终|正式)(?:制定|形成|编制|印发|出台|发布|颁布|公布|实施|确定)了?|"
    "(?:印发|出台|颁布|公布|批准)了|已经?(?:印发|出台|颁布|公布|批准)"
)


class StageSlip(Struct, eq=False):
    """One slip: where in the source, what it is, and where the stage is told, if the text tells it."""

    start: int
    end: int
    message: Message
    other: tuple[int, int] | None = None


def find_stage_slips(mentions: Mentions, frame: Frame) -> Iterator[StageSlip]:
    """Where the text says of its own document, by the short name agreed on, that it is done while it is a draft."""
    flow = mentions.flow
    agreed = _SHORT.search(flow.text)
    if agreed is None:
        return
    name = re.escape(agreed["short"])
    told = re.search(rf"形成了?《{name}》?[（(](?P<stage>{'|'.join(_DRAFTS)})[)）]", flow.text)
    if told is None and frame.stage not in ("consultation_draft", "review_draft"):
        return
    stage = told["stage"] if told is not None else next((word for word in _DRAFTS if word in flow.text[:200]), "草稿")
    other = flow.span(*told.span("stage")) if told is not None else None
    for found in re.finditer(rf"(?:{_DONE})(?=《{name}》(?![（(]))", flow.text):
        end = found.end() + len(agreed["short"]) + 2
        message = STAGE_LATER(stage=stage, told=flow.text[found.start() : end])
        yield StageSlip(*flow.span(found.start(), end), message, other)
