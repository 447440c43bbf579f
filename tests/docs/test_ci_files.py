"""The files for pipelines and hooks that docs/ci holds: each is what its reader takes, and its commands do run."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import jsonschema
import pytest
import yaml

from checker.render.schemas import schema
from tests.docs.pages import DOCS, ROOT
from tests.published import GITHUB_WORKFLOW, GITLAB_CI, PRE_COMMIT_CONFIG, SARIF, published_schema

CI = DOCS / "ci"
GOOD = """规划 云川开发区十五五 { 规划期：2026—2030    阶段：征求意见稿    成稿：2026年1月 }
目标 总目标 { 类型：总目标    评估方式：“年度评估” }
举措 招商引资行动 { 类型：行动    支撑：总目标 }
"""
BAD = GOOD.replace("支撑：总目标", "支撑：总目录")


def load(name: str) -> Any:
    return yaml.safe_load((CI / name).read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("name", "url"),
    [
        ("github-actions.yml", GITHUB_WORKFLOW),
        ("gitlab-ci.yml", GITLAB_CI),
        ("pre-commit-config.yaml", PRE_COMMIT_CONFIG),
    ],
)
def test_a_file_is_as_its_published_schema_says(name: str, url: str) -> None:
    # YAML 1.1 reads the key `on` as true.
    written = {"on" if key is True else key: value for key, value in load(name).items()}
    jsonschema.validate(written, published_schema(url))


class Runner:
    """A git repository in a folder with Chinese and blanks in its name, and a machine that has plancheck."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "规划 仓库"
        self.root.mkdir()
        self._tools = folder / "bin"
        self._tools.mkdir()
        self.tool("plancheck", f'exec {shlex.quote(sys.executable)} -m checker "$@"')
        self.tool("python3", f'exec {shlex.quote(sys.executable)} "$@"')
        self.environment = {
            **os.environ,
            "PATH": f"{self._tools}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": str(ROOT),
            "HOME": str(folder),
            "GIT_CONFIG_GLOBAL": os.devnull,
            "PRE_COMMIT_HOME": str(folder / "pre-commit"),
        }
        for name in [name for name in self.environment if name.startswith(("GIT_DIR", "GIT_INDEX", "PLANCHECK_"))]:
            del self.environment[name]
        self.run("git", "init", "-q", "-b", "main")
        self.run("git", "config", "user.name", "规划科")
        self.run("git", "config", "user.email", "plan@example.invalid")

    def tool(self, name: str, script: str) -> None:
        path = self._tools / name
        path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        path.chmod(0o755)

    def run(self, *words: str, status: int = 0, **environment: str) -> str:
        ran = subprocess.run(
            words,
            cwd=self.root,
            env=self.environment | environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
        told = ran.stdout.decode("utf-8")
        assert ran.returncode == status, f"{words}: {ran.returncode}\n{told}"
        return told

    def write(self, plan: str) -> None:
        (self.root / "云川 纲要.plan").write_text(plan, encoding="utf-8")

    def read(self, name: str) -> Any:
        return json.loads((self.root / name).read_text(encoding="utf-8"))

    def commit(self, *, status: int = 0) -> str:
        self.run("git", "add", "-A")
        return self.run("git", "commit", "-qm", "一轮", status=status)


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    return Runner(tmp_path)


def installs(command: str) -> bool:
    return command.endswith('-m pip install "$PLANCHECK"')


# ---- hooks


def test_the_git_hook_stops_a_commit_with_errors(runner: Runner) -> None:
    hook = runner.root / ".git" / "hooks" / "pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_bytes((CI / "pre-commit").read_bytes())
    hook.chmod(0o755)
    runner.write(BAD)
    told = runner.commit(status=1)
    assert "云川 纲要.plan:3:" in told
    assert "plancheck：没有提交" in told
    runner.write(GOOD)
    runner.commit()
    assert runner.run("git", "log", "--format=%s").split() == ["一轮"]


def test_pre_commit_runs_the_configuration_for_intranets(runner: Runner) -> None:
    (runner.root / ".pre-commit-config.yaml").write_bytes((CI / "pre-commit-config.yaml").read_bytes())
    runner.write(BAD)
    runner.run("git", "add", "-A")
    told = runner.run(sys.executable, "-m", "pre_commit", "run", "--all-files", status=1)
    assert "PC103" in told
    runner.write(GOOD)
    runner.run("git", "add", "-A")
    runner.run(sys.executable, "-m", "pre_commit", "run", "--all-files")


def test_pre_commit_takes_the_hooks_of_this_repository(runner: Runner) -> None:
    manifest = ROOT / ".pre-commit-hooks.yaml"
    runner.run(sys.executable, "-m", "pre_commit", "validate-manifest", str(manifest))
    runner.write(BAD)
    entries = {hook["id"]: hook["entry"].split() for hook in yaml.safe_load(manifest.read_text(encoding="utf-8"))}
    assert "PC103" in runner.run(*entries["plancheck"], status=1)
    runner.run(*entries["plancheck-fmt"], "云川 纲要.plan")


# ---- pipelines


def github_steps() -> list[dict[str, Any]]:
    steps: list[dict[str, Any]] = load("github-actions.yml")["jobs"]["plancheck"]["steps"]
    return steps


@pytest.mark.parametrize(("plan", "status"), [(BAD, 1), (GOOD, 0)])
def test_github_actions(runner: Runner, plan: str, status: int) -> None:
    runner.write(GOOD)
    runner.commit()
    runner.run("git", "update-ref", "refs/remotes/origin/main", "HEAD")
    runner.write(plan.replace("年度评估", "中期评估"))
    runner.commit()
    summary = runner.root.parent / "summary.md"
    settings = {key: str(value) for key, value in load("github-actions.yml")["env"].items()}
    settings |= {"GITHUB_STEP_SUMMARY": str(summary), "GITHUB_BASE_REF": "main"}
    scripts = [step["run"] for step in github_steps() if "run" in step]
    assert [installs(script) for script in scripts] == [True, False, False, False]
    shell = ("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c")
    for script in scripts[1:-1]:
        runner.run(*shell, script, status=0, **settings)
    told = runner.run(*shell, scripts[-1], status=status, **settings)
    assert ("::error file=云川 纲要.plan,line=3," in told) is bool(status)
    log = runner.read("result/plancheck.sarif")
    jsonschema.validate(log, published_schema(SARIF))
    assert bool(log["runs"][0]["results"]) is bool(status)
    shown = summary.read_text(encoding="utf-8")
    # What diff tells of the side before is below.
    verdict = shown.partition("→")[0]
    assert ("没有查出挡住" not in verdict) is bool(status)
    assert "年度评估" in shown
    # What the other steps take along is what these wrote.
    uses = {str(step["uses"]).split("@")[0]: step.get("with", {}) for step in github_steps() if "uses" in step}
    assert uses["github/codeql-action/upload-sarif"]["sarif_file"] == "result/plancheck.sarif"
    assert (runner.root / uses["actions/upload-artifact"]["path"] / "plancheck.html").is_file()


@pytest.mark.parametrize(("plan", "status"), [(BAD, 1), (GOOD, 0)])
def test_gitlab_ci(runner: Runner, plan: str, status: int) -> None:
    runner.write(GOOD)
    runner.commit()
    before = runner.run("git", "rev-parse", "HEAD").strip()
    runner.write(plan.replace("年度评估", "中期评估"))
    runner.commit()
    written = load("gitlab-ci.yml")
    job = written["plancheck"]
    assert [installs(command) for command in job["before_script"]] == [True]
    settings = {key: str(value) for key, value in written["variables"].items()}
    settings["CI_MERGE_REQUEST_DIFF_BASE_SHA"] = before
    told = runner.run("bash", "-eo", "pipefail", "-c", "\n".join(job["script"]), status=status, **settings)
    assert ("PC103" in told) is bool(status)
    reports = job["artifacts"]["reports"]
    quality = runner.read(reports["codequality"])
    jsonschema.validate(quality, schema("gitlab"))
    assert [one["severity"] for one in quality if one["check_name"].startswith("PC103-")] == ["major"] * status
    suites = ET.parse(runner.root / reports["junit"]).getroot()
    assert int(suites.get("failures", "")) == status
    assert "年度评估" in (runner.root / "result" / "changes.md").read_text(encoding="utf-8")
    assert (runner.root / "result" / "plancheck.html").is_file()


@pytest.mark.parametrize(("plan", "status"), [(BAD, 1), (GOOD, 0)])
def test_gitee_go(runner: Runner, plan: str, status: int) -> None:
    runner.tool("curl", 'for word in "$@"; do printf "%s\\n" "$word"; done > sent.txt; cp body.json sent.json')
    runner.write(plan)
    written = load("gitee-go.yml")
    [step] = written["stages"][0]["steps"]
    first, *commands = step["commands"]
    assert installs(first)
    settings = {key: str(value) for key, value in written["variables"].items()}
    settings |= {"GITEE_TOKEN": "secret", "GITEE_SOURCE_COMMIT": "0" * 40, "GITEE_PULL_ID": "7", "GITEE_REPO": "plan"}
    runner.run("sh", "-c", "\n".join(commands), status=status, **settings)
    body = runner.read("sent.json")
    for key, value in {"access_token": "secret", "head_sha": "0" * 40, "pull_request_id": 7}.items():
        assert body.pop(key) == value
    jsonschema.validate(body, schema("gitee-check"))
    # The plan names neither text nor upper plan: nothing stands in the way, and not everything was looked at.
    assert body["conclusion"] == ("failure" if status else "neutral")
    sent = (runner.root / "sent.txt").read_text(encoding="utf-8").splitlines()
    assert sent[-1] == "https://gitee.com/api/v5/repos/yunchuan/plan/check-runs"
    assert not (runner.root / "body.json").exists()
    assert (runner.root / "result" / "plancheck.html").is_file()
