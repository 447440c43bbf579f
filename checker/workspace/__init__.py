"""Several plans: which files belong together, and which names mean what.

In: a path. Out: a `Workspace`: the plans of its folder read, built and linked, with what was found wrong on
the way (`Links`, unreadable files, remarks). A workspace is the nearest folder upwards with a
`plancheck.toml` (`config.py`), else the folder itself (`discover.py`).

A *checked* plan is what the run is about; an *upper* plan is only referred to. `link.py` leads references
to elements, within a plan and across plans; an *absent* plan is named but not there. `texts.py` finds the texts
of plans, which are read only when they are checked.
"""

from checker.workspace.config import ConfigError, SettingError, WorkspaceConfig, load_config, placed
from checker.workspace.discover import find_workspace
from checker.workspace.link import AbsentPlan, LinkProblem, Links, link_plans
from checker.workspace.load import Workspace, load_workspace
from checker.workspace.texts import TextFile, UnreadText

__all__ = [
    "AbsentPlan",
    "ConfigError",
    "LinkProblem",
    "Links",
    "SettingError",
    "TextFile",
    "UnreadText",
    "Workspace",
    "WorkspaceConfig",
    "find_workspace",
    "link_plans",
    "load_config",
    "load_workspace",
    "placed",
]
