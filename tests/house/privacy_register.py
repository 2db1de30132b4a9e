"""The register of personal data (docs/privacy.yaml), and the table that docs/privacy.md shows of it.

python -m tests.house.privacy_register        writes the table into docs/privacy.md
"""

from functools import cache
from typing import Any

import yaml

from tests.house.source import ROOT

FILE, PAGE = ROOT / "docs/privacy.yaml", ROOT / "docs/privacy.md"
BEGIN, END = "<!-- table: made from privacy.yaml -->", "<!-- end of table -->"


@cache
def register() -> dict[str, Any]:
    """The whole register."""
    data: dict[str, Any] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return data


def table(data: dict[str, Any]) -> str:
    """The models that hold personal data, as a table: one line for each circle of readers of a model."""
    lines = ["| model | about | fields, by who reads them | kept | removed |", "|---|---|---|---|---|"]
    for model, row in data["modellen"].items():
        if "velden" not in row:
            continue
        circles: dict[str, list[str]] = {}
        for field, kring in row["velden"].items():
            circles.setdefault(kring, []).append(field)
        fields = "<br>".join(f"**{kring}** {', '.join(names)}" for kring, names in circles.items())
        lines.append(f"| {model} | {row['over']} | {fields} | {row['termijn']} | {row['wissen']} |")
    for name, title in (("kringen", "who reads it"), ("termijnen", "kept"), ("wissen", "removed")):
        lines += ["", f"| {title} | meaning |", "|---|---|"]
        lines += [f"| {word} | {meaning} |" for word, meaning in data[name].items()]
    return "\n".join(lines)


def shown(page: str) -> str:
    """The table that stands in the page now."""
    return page.split(BEGIN)[1].split(END)[0].strip()


if __name__ == "__main__":
    page = PAGE.read_text(encoding="utf-8")
    before, after = page.split(BEGIN)[0], page.split(END)[1]
    PAGE.write_text(f"{before}{BEGIN}\n\n{table(register())}\n\n{END}{after}", encoding="utf-8")
