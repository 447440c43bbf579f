"""What does not hang together in a plan by its ties alone: an oracle of a few lines, on the syntax trees.

A tie that is cut or led elsewhere can be decided where a gap opens that was not there before.
"""

from __future__ import annotations

import re

from benchmarks.mutation.world import Part, World

Gap = tuple[str, str]
_YEAR = re.compile(r"20\d\d")


def gaps_of(world: World) -> set[Gap]:
    """Each gap as what it is and whom it is of."""
    return _Ties(world).gaps()


class _Ties:
    def __init__(self, world: World) -> None:
        self.world = world
        self.goals = {part.name: part for part in world.of("goal")}
        self.measures = {part.name: part for part in world.of("measure")}
        self.slogans = {part.name: part for part in world.of("slogan")}
        self.indicators = {part.name: part for part in world.of("indicator")}

    def names(self, part: Part, attr: str) -> list[str]:
        return [key for _, key in self.world.references(part, attr)]

    def gaps(self) -> set[Gap]:
        return {
            *self.of_measures(),
            *self.of_goals(),
            *self.of_indicators(),
            *self.circles(),
            *self.orders(),
            *self.from_above(),
            *self.of_comments(),
        }

    # ---- who serves whom

    def served(self, name: str, seen: frozenset[str] = frozenset()) -> set[str]:
        """The goals behind a name after 支撑: itself, or the members of a slogan."""
        if name in self.goals:
            return {name}
        if name in seen or name not in self.slogans:
            return set()
        return {goal for one in self.names(self.slogans[name], "members") for goal in self.served(one, seen | {name})}

    def goals_of(self, measure: Part, seen: frozenset[str] = frozenset()) -> set[str]:
        own = {goal for name in self.names(measure, "supports") for goal in self.served(name)}
        if own or measure.name in seen:
            return own
        above = [self.measures[one] for one in self.names(measure, "part_of") if one in self.measures]
        found = {goal for one in above for goal in self.goals_of(one, seen | {measure.name})}
        members = [one for one in self.slogans.values() if measure.name in self.names(one, "members")]
        return found | {goal for one in members for name in self.names(one, "supports") for goal in self.served(name)}

    def below(self, name: str) -> set[str]:
        """A goal and all that lead to it."""
        found, waiting = {name}, [name]
        while waiting:
            above = waiting.pop()
            new = {one for one, part in self.goals.items() if above in self.names(part, "parents")} - found
            found |= new
            waiting += new
        return found

    def of_measures(self) -> set[Gap]:
        loose = [one for one in self.measures.values() if "保障" not in self.world.written(one, "type")]
        return {("举措没有目标", one.name) for one in loose if not self.goals_of(one)}

    def of_goals(self) -> set[Gap]:
        served = {goal for one in self.measures.values() for goal in self.goals_of(one)}
        measured = {name for name, one in self.goals.items() if {"measured_by", "evaluation"} & one.fields.keys()}
        overall = {name for name, one in self.goals.items() if "总目标" in self.world.written(one, "type")}
        reaching = {one for top in overall for one in self.below(top)}
        based = self.based()
        found: set[Gap] = set()
        for name in self.goals:
            below = self.below(name)
            found |= {("目标没有举措", name)} if self.measures and not below & served else set()
            found |= {("目标没有指标", name)} if not below & measured else set()
            found |= {("目标不通向总目标", name)} if overall and name not in reaching else set()
            found |= {("目标没有上位依据", name)} if name not in overall and not below & based else set()
        return found

    def based(self) -> set[str]:
        """The goals with a basis above: their own, or that of what measures or serves them."""
        told = {
            part.name
            for part in self.world.of("goal", "measure", "indicator")
            if {"aligns", "implements"} & part.fields.keys()
        }
        found = {name for name in self.goals if name in told}
        found |= {name for name, one in self.goals.items() if set(self.names(one, "measured_by")) & told}
        found |= {goal for one in self.measures.values() if one.name in told for goal in self.goals_of(one)}
        overall = {name for name, one in self.goals.items() if "总目标" in self.world.written(one, "type")}
        inner = found - overall
        return found | {name for name, one in self.goals.items() if set(self.names(one, "parents")) & inner}

    def of_indicators(self) -> set[Gap]:
        used = {
            key for part in (*self.goals.values(), *self.measures.values()) for key in self.names(part, "measured_by")
        }
        found: set[Gap] = set()
        classed = self.world.head is not None and "categories" in self.world.head.fields
        for part in self.indicators.values():
            if self.world.written(part, "in_table") in {"否", "不明"}:
                continue
            kinds = self.names(part, "category")
            if self.goals and part.name not in used and not {f"类别.{one}" for one in kinds} & used:
                found.add(("指标没有归属", part.name))
            if classed and not kinds:
                found.add(("指标没有归类", part.name))
        return found

    # ---- order

    def circles(self) -> set[Gap]:
        ways = {name: self.names(part, "parents") for name, part in self.goals.items()}
        ways |= {
            name: [*self.names(part, "part_of"), *self.names(part, "depends_on")]
            for name, part in self.measures.items()
        }
        return {("绕成圈", name) for name in ways if self._returns(name, ways)}

    def _returns(self, name: str, ways: dict[str, list[str]]) -> bool:
        seen: set[str] = set()
        waiting = list(ways[name])
        while waiting:
            one = waiting.pop()
            if one == name:
                return True
            if one not in seen:
                seen.add(one)
                waiting += ways.get(one, [])
        return False

    def orders(self) -> set[Gap]:
        found = set()
        for part in (*self.measures.values(), *self.goals.values()):
            end = self._due(part)
            for name in self.names(part, "depends_on"):
                other = self.measures.get(name) or self.goals.get(name)
                due = self._due(other) if other is not None else None
                if end is not None and due is not None and end < due:
                    found.add(("先后颠倒", part.name))
        return found

    def _due(self, part: Part) -> int | None:
        years = _YEAR.findall(self.world.written(part, "deadline"))
        return int(years[-1]) if years else None

    # ---- above, and comments

    def from_above(self) -> set[Gap]:
        """What the plan of the level directly above hands down or wants answered, and nothing here carries."""
        head = self.world.head
        above = (
            self.world.uppers.get(self.names(head, "upper_plans")[0])
            if head is not None and self.names(head, "upper_plans")
            else None
        )
        if above is None or above.head is None:
            return set()
        own = self.world.written(head, "level")
        carried = {key for part in self.world.parts for key in self.names(part, "aligns")}
        carried |= {
            f"{above.head.name}.{one.declaration.path.parts[-1].text}"
            for one in self.world.of("not_carried")
            if one.declaration.path is not None and "reason" in one.fields
        }
        asked = [part for part in above.of("indicator") if own in above.written(part, "broken_down_to")]
        asked = [part for part in asked if "约束性" in above.written(part, "nature")]
        asked += [part for part in above.of("goal") if above.written(part, "answer_required") == "是"]
        return {("上位要求没有承接", part.name) for part in asked if f"{above.head.name}.{part.name}" not in carried}

    def of_comments(self) -> set[Gap]:
        return {
            ("采纳没有落实", part.name)
            for part in self.world.of("comment")
            if self.world.written(part, "handling") in {"采纳", "部分采纳"} and "carried_out_in" not in part.fields
        }
