"""Names that mean nothing, in options and settings."""

from __future__ import annotations

from checker.messages.template import Template

NAME_NEAR = Template("{message}；是否指“{near}”", "{message}; did you mean {near}")
NAMES_NEAR = Template("是否指{words}", "did you mean {words}")
