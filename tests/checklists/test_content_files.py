"""YAML files: what the reader refuses before it looks at meaning."""

from pathlib import Path

import pytest

from checklists import kenmerken
from checklists.content import ContentError, read_yaml
from checklists.loading import check_file


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("code: a\ntitel: b\ncode: c\n", "proef.yaml, regel 3: het kopje “code” staat er twee keer"),
        ("- een\n- twee\n", "proef.yaml: hier hoort een lijst van kopjes"),
        ("code: [\n", "proef.yaml: dit is nog geen geldige YAML"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(tmp_path: Path, text: str, sentence: str) -> None:
    path = tmp_path / "proef.yaml"
    path.write_text(text)
    with pytest.raises(ContentError) as error:
        read_yaml(path)
    assert sentence in str(error.value)


def test_a_file_is_named_after_its_code(tmp_path: Path) -> None:
    real = Path(__file__).parents[2] / "fixtures" / "instrumenten" / "begeleidingsgesprek-b.yaml"
    other = tmp_path / "iets-anders.yaml"
    other.write_text(real.read_text())
    with pytest.raises(ContentError, match=r"Noem het bestand begeleidingsgesprek-b\.yaml"):
        check_file(other)


def test_a_kenmerk_has_one_code() -> None:
    group = {
        "code": "a",
        "titel": "A",
        "kenmerken": [{"code": "moed", "naam": "Moed", "uitleg": "Durven."}] * 2,
    }
    with pytest.raises(ContentError, match="de code “moed” staat er twee keer"):
        kenmerken.parse({"bron": "x", "groepen": [group]}, where="kenmerken.yaml")


def test_a_kenmerk_explains_itself() -> None:
    group = {"code": "a", "titel": "A", "kenmerken": [{"code": "moed", "naam": "Moed"}]}
    with pytest.raises(ContentError) as error:
        kenmerken.parse({"bron": "x", "groepen": [group]}, where="kenmerken.yaml")
    assert (
        str(error.value)
        == "kenmerken.yaml, groep 1 (a), kenmerk 1: het kopje “uitleg” ontbreekt. Vul het in."
    )
