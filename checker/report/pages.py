"""Pages: HTML made from templates, in which every word of a plan is text and nothing else.

The templates hold the report's own words, Chinese and English side by side: ``say("共 {n} 项", "{n} items", n=3)``.
What comes from a plan is escaped by the template engine, and what would act instead of showing is made visible.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from checker.messages import Message
from checker.render.visible import sentence, visible

TEMPLATES = Path(__file__).parent / "templates"


@dataclass(slots=True, eq=False, repr=False)
class Page:
    """One page: its key, its title ("": that of its section), its body as HTML, the key of its section.

    `find` is what the search knows of it: titles with the text under them and the anchor, "" for the page itself.
    """

    key: str
    title: str
    body: str
    find: list[tuple[str, str, str]] = field(default_factory=list)
    section: str = ""


def make_environment(lang: str) -> Environment:
    """The template engine for one language, escaping on."""
    own: dict[str, Markup] = {}

    def say(zh: str, en: str, **values: object) -> Markup:
        words = en if lang == "en" else zh
        template = own.get(words)
        if template is None:
            template = own[words] = Markup(words)  # noqa: S704 - the template's own words
        if not values:
            return template
        shown = {name: told(value) if isinstance(value, Message | str) else value for name, value in values.items()}
        return template.format(**shown)

    def told(value: object) -> object:
        if isinstance(value, Markup):
            return value
        if isinstance(value, Message):
            return sentence(value, lang)
        return visible(value) if isinstance(value, str) else value

    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=told,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(say=say, lang=lang)
    environment.filters["words"] = told
    environment.filters["block"] = lambda text: Markup("\n").join(visible(line) for line in text.split("\n"))
    return environment


@dataclass(slots=True, eq=False, repr=False)
class Section:
    """One entry of the report's own contents; pages of it are made by `make`, in order."""

    key: str
    zh: str
    en: str
    make: Callable[..., Iterator[Page]]

    def title(self, lang: str) -> str:
        """Its name."""
        return self.en if lang == "en" else self.zh


class Templates:
    """Renders bodies; a template is compiled once a run."""

    def __init__(self, lang: str) -> None:
        self._environment = make_environment(lang)

    def body(self, template: str, **values: Any) -> str:
        """The body of a page."""
        return self._environment.get_template(template).render(values)
