"""One list of dependencies: environment.yml, pyproject.toml and the constraints agree."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
EXTRAS = PROJECT["optional-dependencies"]
OWN = f"{PROJECT['name']}[{','.join(sorted(set(EXTRAS) - {'dev'}, reverse=True))}]"
DECLARED = {*PROJECT["dependencies"], *(line for lines in EXTRAS.values() for line in lines)} - {OWN}


def conda_lines() -> list[str]:
    lines = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))["dependencies"]
    nested = next(line for line in lines if isinstance(line, dict))["pip"]
    return [line for line in [*lines, *nested] if isinstance(line, str)]


def test_environment_yml_names_the_same_packages_and_bounds_as_pyproject():
    conda = {line for line in conda_lines() if not line.startswith(("python", "pip", "--editable"))}
    conda |= {line for line in conda_lines() if line.startswith("python-")}

    assert DECLARED == conda


def test_who_develops_has_every_extra():
    assert OWN in EXTRAS["dev"]


def test_environment_yml_asks_for_the_same_python():
    assert f"python{PROJECT['requires-python']}" in conda_lines()


def test_every_dependency_line_carries_its_reason():
    text = (ROOT / "environment.yml").read_text(encoding="utf-8").split("dependencies:")[1]
    without = [line for line in text.splitlines() if ">=" in line and "#" not in line]
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8").split("[project.scripts]")[0]
    without += [line for line in text.splitlines() if re.search(r'^ +".*>=', line) and "#" not in line]

    assert [] == without


def test_the_constraints_pin_every_declared_package():
    pinned = re.findall(r"^([\w.-]+)==", (ROOT / "constraints.txt").read_text(encoding="utf-8"), flags=re.M)
    names = {re.split(r"[\[>=]", line)[0] for line in DECLARED}
    plain = {name.lower().replace("_", "-") for name in pinned}

    assert set() == {name for name in names if name.lower().replace("_", "-") not in plain}


def test_the_layers_of_architecture_hold():
    """import-linter: helpers never imports grader, and few see the reference."""
    linter = Path(sys.executable).parent / "lint-imports"
    done = subprocess.run([linter, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("name", ["helpers", "grader", "notebooks", "datasets", "environment.yml", "README.md"])
def test_the_top_level_has_what_was_asked_for(name):
    assert (ROOT / name).exists()
