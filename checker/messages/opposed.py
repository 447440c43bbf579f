"""What is said of measures that serve a goal and work against it."""

from __future__ import annotations

from checker.messages.template import Template

OPPOSED_DIRECT = Template(
    "举措「{measure}」支撑目标「{goal}」，又写明制约它",
    "measure {measure} supports goal {goal} and is said to hinder it",
)
OPPOSED_OVER = Template(
    "举措「{measure}」支撑目标「{goal}」，又经两道制约通到它：「{measure}」→「{between}」→「{goal}」",
    "measure {measure} supports goal {goal} and leads to it over two 制约: {measure} → {between} → {goal}",
)
OPPOSED_GOALS = Template(
    "目标「{first}」制约「{second}」，两个目标却由同样的举措支撑：{measures}",
    "goal {first} hinders {second}, and the same measures support both: {measures}",
)
OPPOSED_EXCLUDED = Template(
    "目标「{first}」与「{second}」互斥，却由同样的举措支撑：{measures}",
    "goals {first} and {second} exclude each other, and the same measures support both: {measures}",
)

OPPOSED_SUPPORTS = Template("「{measure}」支撑「{goal}」，在这里", "{measure} supports {goal}, here")
OPPOSED_HINDERS = Template("「{source}」制约「{target}」，在这里", "{source} hinders {target}, here")

OPPOSED_ADVICE = Template(
    "核对这几条联系，去掉不成立的一条；都成立的，在举措里写明怎样兼顾，并豁免这一处",
    "drop the tie that does not hold; where all do, say in the measure how both are served, and waive this",
)
