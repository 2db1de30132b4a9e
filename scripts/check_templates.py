"""Loads every template of ours: finds an unknown tag, an unclosed block or a missing parent."""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kansrijk.settings_test")

import django

django.setup()

from django.template.exceptions import TemplateDoesNotExist, TemplateSyntaxError
from django.template.loader import get_template
from django.template.loader_tags import ExtendsNode, IncludeNode


def faults(name: str) -> list[str]:
    """What is wrong with one template: it does not load, or names a parent or part that does not exist."""
    try:
        template = get_template(name).template  # type: ignore[attr-defined]  # the one of this engine
        for kind, part in ((ExtendsNode, "parent_name"), (IncludeNode, "template")):
            for node in template.nodelist.get_nodes_by_type(kind):
                wanted = getattr(node, part).var
                if isinstance(wanted, str):  # a literal, not a variable
                    get_template(wanted)
    except (TemplateSyntaxError, TemplateDoesNotExist) as error:
        return [f"{name}: {type(error).__name__}: {error}"]
    return []


def main() -> int:
    """Prints the faults of all templates."""
    folder = ROOT / "templates"
    names = [str(path.relative_to(folder)) for path in sorted(folder.rglob("*")) if path.is_file()]
    found = [fault for name in names for fault in faults(name)]
    print("\n".join(found) or f"{len(names)} templates laden.")
    return bool(found) or not names


if __name__ == "__main__":
    sys.exit(main())
