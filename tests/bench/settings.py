"""Production settings, with the bare views beside our own pages."""

from pathlib import Path

from kansrijk.settings import *  # noqa: F403
from kansrijk.settings import TEMPLATES

ROOT_URLCONF = "tests.bench.urls"
TEMPLATES[0]["DIRS"].append(Path(__file__).parent / "templates")
