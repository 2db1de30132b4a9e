"""The lock files belong to pyproject.toml: a changed dependency without a new lock is noticed, without a network."""

import copy
import tomllib
from typing import Any

import pytest

from scripts.check_lock import faults
from tests.house.source import ROOT

NAMES = ("requirements.lock", "requirements-dev.lock")


@pytest.fixture
def project() -> dict[str, Any]:
    return copy.deepcopy(tomllib.loads((ROOT / "pyproject.toml").read_text()))


@pytest.fixture
def locks() -> dict[str, str]:
    return {name: (ROOT / name).read_text() for name in NAMES}


def test_locks_belong_to_the_project(project: dict[str, Any], locks: dict[str, str]) -> None:
    assert faults(project, locks) == []


def test_every_package_has_hashes(locks: dict[str, str]) -> None:
    for text in locks.values():
        blocks = text.replace("\\\n", "").splitlines()[1:]
        assert len(blocks) > 20
        assert [block.split()[0] for block in blocks if "--hash=sha256:" not in block] == []


def test_changed_dependency_breaks_the_seal(project: dict[str, Any], locks: dict[str, str]) -> None:
    project["project"]["dependencies"].append("httpx>=99")
    sentences = faults(project, locks)
    assert any("doe `make lock`" in sentence for sentence in sentences)
    assert "requirements.lock: httpx>=99 staat op None." in sentences


def test_lock_without_a_host(project: dict[str, Any], locks: dict[str, str]) -> None:
    locks["requirements.lock"] += "--index-url https://elders.example/simple\n"
    assert faults(project, locks) == ["requirements.lock noemt een adres."]


def test_production_and_dev_have_the_same_versions(project: dict[str, Any], locks: dict[str, str]) -> None:
    locks["requirements-dev.lock"] = locks["requirements-dev.lock"].replace("pyyaml==", "pyyaml==0.")
    assert any(sentence.startswith("pyyaml: productie") for sentence in faults(project, locks))
