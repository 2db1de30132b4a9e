"""Makes var/ ready to serve from: tables, content, cache table, demo world and compressed static files.

One process for five commands, as every start of Django costs most of a second. Each step may be done twice.
"""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kansrijk.settings")

import django

django.setup()

from django.conf import settings
from django.core.management import call_command


def main() -> None:
    """Runs the commands in the order in which they need each other."""
    settings.VAR_DIR.mkdir(parents=True, exist_ok=True)
    call_command("migrate", interactive=False, verbosity=0)  # the content comes along, in post_migrate
    call_command("createcachetable", verbosity=0)
    if settings.DEMO:
        call_command("demo")
    call_command("collectstatic", interactive=False, verbosity=0)


if __name__ == "__main__":
    main()
