"""Whether the lock files belong to pyproject.toml; works without a network.

The first line of each lock is a seal: the hash of the dependencies that it was made from. A changed dependency
breaks the seal; besides, every requirement must be met by the version that the lock names.
"""

import hashlib
import json
import re
import sys
import tomllib
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
PIN = re.compile(r"^([a-z0-9-]+)(?:\[[a-z,]+\])?==([^\s;]+)")
HOST = re.compile(r"https?:|file:|//|@\s")


def seal(project: dict) -> str:
    """First line of a lock made from this pyproject.toml."""
    basis = [
        project["project"]["requires-python"],
        project["project"]["dependencies"],
        project["dependency-groups"],
    ]
    digest = hashlib.sha256(json.dumps(basis).encode()).hexdigest()
    return f"# made by `make lock` from pyproject.toml, dependencies sha256:{digest}"


def pins(text: str) -> dict[str, str]:
    """Name to version of every package in a lock."""
    return {match[1]: match[2] for line in text.splitlines() if (match := PIN.match(line))}


def faults(project: dict, locks: dict[str, str]) -> list[str]:
    """One sentence for everything in which the locks do not belong to the project."""
    found = []
    runtime = project["project"]["dependencies"]
    wanted = {
        "requirements.lock": runtime,
        "requirements-dev.lock": runtime + project["dependency-groups"]["dev"],
    }
    for name, requirements in wanted.items():
        text = locks[name]
        locked = pins(text)
        if text.split("\n", 1)[0] != seal(project):
            found.append(f"{name} is niet uit deze pyproject.toml gemaakt: doe `make lock`.")
        if HOST.search(text.split("\n", 1)[1]):
            found.append(f"{name} noemt een adres.")
        for line in requirements:
            requirement = Requirement(line)
            version = locked.get(canonicalize_name(requirement.name))
            if version is None or not requirement.specifier.contains(version, prereleases=True):
                found.append(f"{name}: {line} staat op {version}.")
    both, dev = pins(locks["requirements.lock"]), pins(locks["requirements-dev.lock"])
    found += [
        f"{name}: productie {both[name]}, dev {dev.get(name)}."
        for name in both
        if dev.get(name) != both[name]
    ]
    return found


def main() -> int:
    """Prints the faults, or with --seal the seal of the present pyproject.toml."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    if "--seal" in sys.argv:
        print(seal(project))
        return 0
    locks = {name: (ROOT / name).read_text() for name in ("requirements.lock", "requirements-dev.lock")}
    found = faults(project, locks)
    print("\n".join(found) or "De lockbestanden horen bij pyproject.toml.")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
