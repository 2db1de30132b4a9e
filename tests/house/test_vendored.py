"""What others made lies here unchanged: each file has the hash that was written down when it was fetched."""

import hashlib
import json

from tests.house.source import ROOT

AXE = ROOT / "tests" / "browser" / "vendor"
STATIC = ROOT / "static"


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def test_axe_is_unchanged_and_has_its_licence() -> None:
    lines = [
        line.split() for line in (AXE / "SHA256SUMS").read_text().splitlines() if not line.startswith("#")
    ]
    assert {name: sha256((AXE / name).read_bytes()) for _, name in lines} == {
        name: digest for digest, name in lines
    }
    assert "axe-core-LICENSE.txt" in {name for _, name in lines}


def test_static_files_of_others_are_unchanged_and_have_their_licence() -> None:
    manifest = json.loads((STATIC / "vendor" / "manifest.json").read_text())
    files = [file for package in manifest for file in package["files"]]
    assert [
        file["path"] for file in files if sha256((STATIC / file["path"]).read_bytes()) != file["sha256"]
    ] == []
    assert all(package["version"] and package["licence"] for package in manifest)
    listed = {file["path"] for file in files} | {"vendor/manifest.json"}
    there = {str(path.relative_to(STATIC)) for path in (STATIC / "vendor").rglob("*") if path.is_file()}
    assert there - listed == set()
