"""Files → linked plans: what is checked, and what it is held against."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct, field

from checker.messages import Message
from checker.messages.source import SOURCE_WITH_PATH
from checker.messages.workspace import FILES_CONTINUATION_LEFT, LEVEL_OF_NOTHING, SHIPPED_UNKNOWN
from checker.model import NO_OWN_FIELDS, OwnFields, Plan, build_plan, continued_plan, parse_plan
from checker.source import Unreadable, name_key, read_source, with_near
from checker.syntax import PlanFile
from checker.workspace.config import SettingError, WorkspaceConfig, load_config, placed
from checker.workspace.continued import join_files, says_continued
from checker.workspace.copies import FileRead, PlanCopy, part_copies
from checker.workspace.discover import absolute, find_workspace, plan_files
from checker.workspace.link import Links, link_plans
from checker.workspace.own_fields import own_fields
from checker.workspace.plan_names import PlanNames, plan_keys
from checker.workspace.shipped import shipped_plans
from checker.workspace.texts import OtherFile, TextFile, TextFinder, UnreadText

if TYPE_CHECKING:
    from checker.workspace.lock import LockFile

#: What `plancheck approve` and `plancheck review` write, in the folder of the workspace.
LOCK_FILE = "plancheck.lock"


class Workspace(Struct, eq=False):
    """The plans of one folder, linked; `checked` are those the run is about, in the order of their paths.

    Beside the plans stands the document set: `texts` and `tables` are the texts and the .xlsx files the run is about,
    `others` files in its folders that are not read, `copies` stale copies of plans; `unread_texts` are texts that
    plans name and that are not read. `lock` is what was approved, `own_fields` what its office added to the language.
    Paths that a reader sees are relative to `shown_from` where they lie below it.
    """

    root: Path
    config: WorkspaceConfig
    plans: list[Plan]
    links: Links
    shown_from: Path = Path()
    unreadable: list[Message] = field(default_factory=list)
    remarks: list[Message] = field(default_factory=list)
    texts: list[TextFile] = field(default_factory=list)
    tables: list[TextFile] = field(default_factory=list)
    lock: LockFile | None = None
    others: list[OtherFile] = field(default_factory=list)
    copies: list[PlanCopy] = field(default_factory=list)
    unread_texts: list[UnreadText] = field(default_factory=list)
    own_fields: OwnFields = NO_OWN_FIELDS

    @property
    def checked(self) -> list[Plan]:
        """The plans the run is about."""
        return [plan for plan in self.plans if plan.role == "checked"]


def load_workspace(paths: Sequence[Path], shown_from: Path, texts: Sequence[Path] = ()) -> Workspace:
    """Read every plan of the workspace that `paths` and `texts` lie in; all of them lie in one.

    Paths are shown relative to `shown_from` where they lie below it. Plans outside `paths` are there to be
    referred to; if there are only `texts`, their own plans are checked with them. Texts are only listed here,
    not read. Raises ConfigError for a `plancheck.toml` or a `plancheck.lock` that cannot be used.
    """
    root = find_workspace((*paths, *texts)[0])
    try:
        return _load(root, paths, shown_from, texts)
    except SettingError as error:
        raise placed(error, root) from None


def _load(root: Path, paths: Sequence[Path], shown_from: Path, texts: Sequence[Path]) -> Workspace:
    config = load_config(root)
    own = own_fields(config)
    lock = _lock(root, shown_from)
    listing = plan_files(root, config, (*paths, *texts))
    of_texts = {absolute(path) for path in texts}
    files: list[FileRead] = []
    unreadable: list[Message] = []
    for path, role in listing.files:
        if path in of_texts:
            continue
        file = _read(path, shown(path, shown_from), unreadable, own)
        if file is not None:
            files.append(FileRead(file, role))
    files, copies = part_copies(files, {shown(path, shown_from) for path in paths if path.is_file()})
    plans = join_files(files, own)
    remarks = [*listing.remarks, *_left_out(listing.others, plans, shown_from)]
    plans += _shipped(config, plans, unreadable)
    if not config.workspace.plans:
        _demote_upper(plans, {path.resolve() for path in paths if path.is_file()}, shown_from)
    workspace = Workspace(root, config, plans, link_plans(plans), shown_from, unreadable, remarks)
    workspace.lock, workspace.copies, workspace.own_fields = lock, copies, own
    _set_levels(workspace)
    _list_texts(workspace, paths, texts, shown_from)
    return workspace


def _set_levels(workspace: Workspace) -> None:
    """The levels that the configuration tells of plans that do not say their own. SettingError for no plan's."""
    told = {name_key(name): level for name, level in workspace.config.levels.items()}
    names = {key for plan in workspace.plans for key in plan_keys(plan)}
    for plan in workspace.plans:
        plan.level = plan.level or next((told[key] for key in plan_keys(plan) if key in told), None)
    # A name may be that of a plan that is not at hand, or of one whose name could not be read.
    names.update(name_key(absent.name) for absent in workspace.links.absent)
    if workspace.unreadable or not all(plan.name for plan in workspace.plans):
        return
    for name in workspace.config.levels:
        if name_key(name) not in names:
            known = [plan.name for plan in workspace.plans]
            raise SettingError(("levels", name), with_near(LEVEL_OF_NOTHING(name=name), name, known))


def _list_texts(workspace: Workspace, paths: Sequence[Path], named: Sequence[Path], shown_from: Path) -> None:
    show = partial(shown, shown_from=shown_from)
    finder = TextFinder(workspace.root, workspace.config, workspace.plans, shown_from, show)
    if not paths:
        finder.own(named)
    folders = [absolute(path) for path in paths if path.is_dir()]
    listing = finder.find(named, folders, only_named=not paths)
    workspace.remarks += listing.remarks
    workspace.unread_texts += listing.unread
    workspace.texts, workspace.tables = list(listing.files), list(listing.tables)
    workspace.others = list(listing.others)


def _lock(root: Path, shown_from: Path) -> LockFile | None:
    path = root / LOCK_FILE
    if not path.is_file():
        return None
    from checker.workspace.lock import read_lock

    return read_lock(path, shown(path, shown_from))


def shown(path: Path, shown_from: Path) -> str:
    """The path a reader sees: relative and with / where it can be."""
    try:
        return path.resolve().relative_to(shown_from.resolve()).as_posix()
    except ValueError:
        return path.as_posix()


def _read(path: Path, shown_path: str, unreadable: list[Message], own: OwnFields = NO_OWN_FIELDS) -> PlanFile | None:
    try:
        source = read_source(path, shown_path)
    except Unreadable as problem:
        unreadable.append(problem.message)
        return None
    return parse_plan(source, own=own)


def _left_out(paths: Sequence[Path], plans: Sequence[Plan], shown_from: Path) -> Iterator[Message]:
    """What to say of files that go on with one of the plans and that the configuration does not name."""
    names = {name_key(plan.name): plan.name for plan in plans if plan.name}
    for path in paths:
        path_shown = shown(path, shown_from)
        try:
            source = read_source(path, path_shown)
        except Unreadable:  # nobody asked for it
            continue
        name = continued_plan(parse_plan(source)) if says_continued(source.text) else None
        if name is not None and name_key(name.text) in names:
            yield SOURCE_WITH_PATH(path=path_shown, reason=FILES_CONTINUATION_LEFT(name=names[name_key(name.text)]))


def _shipped(config: WorkspaceConfig, plans: list[Plan], unreadable: list[Message]) -> list[Plan]:
    """The plans that ship with plancheck and that the configuration asks for by name."""
    wanted = {name_key(name) for name in config.workspace.shipped} - {name_key(plan.name) for plan in plans}
    added: list[Plan] = []
    files = shipped_plans() if wanted else {}
    for name in config.workspace.shipped:
        if name_key(name) in wanted - files.keys():
            near = with_near(SHIPPED_UNKNOWN(name=name), name, [path.stem for path in files.values()])
            raise SettingError(("workspace", "shipped"), near)
    for key, path in files.items():
        if key not in wanted:
            continue
        file = _read(path, f"<plancheck>/{path.parent.name}/{path.name}", unreadable)
        if file is not None:
            plan = build_plan(file)
            plan.role = "upper"
            added.append(plan)
    return added


def _demote_upper(plans: list[Plan], named: set[Path], shown_from: Path) -> None:
    """Without a configuration, a plan that another names as its upper plan is not what the run is about.

    Plans that name each other in a circle stay: none is above the rest, and the circle is a finding.
    """
    names = PlanNames(plans)
    above = {
        name_key(plan.name): {
            name_key(found.name) for r in plan.upper_plans if r.path and (found := names.called(r.path.text, plan))
        }
        for plan in plans
    }
    below: dict[str, list[str]] = {}
    for one, upper in above.items():
        for key in upper:
            below.setdefault(key, []).append(one)
    for plan in plans:
        key = name_key(plan.name)
        if key not in below or any((shown_from / file.path).resolve() in named for file in plan.files):
            continue
        reached = _reached(above, key)
        if any(one not in reached for one in below[key]):
            plan.role = "upper"


def _reached(above: dict[str, set[str]], start: str) -> set[str]:
    """All plans above `start`, however far; itself too if it lies on a circle."""
    reached: set[str] = set()
    waiting = list(above.get(start, ()))
    while waiting:
        key = waiting.pop()
        if key not in reached:
            reached.add(key)
            waiting += above.get(key, ())
    return reached
