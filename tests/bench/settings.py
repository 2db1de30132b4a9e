"""Production settings, with the bare views beside our own pages."""

from pathlib import Path

from kansrijk.settings import *  # noqa: F403
from kansrijk.settings import TEMPLATES

ROOT_URLCONF = "tests.bench.urls"
TOTP = False  # the visitors have no phone for the second step
# The bare page gets an engine of Django as it comes, without our own tags and their shortcuts.
_OWN = TEMPLATES[0]
TEMPLATES.append(
    {
        "NAME": "kaal",
        "BACKEND": _OWN["BACKEND"],
        "DIRS": [Path(__file__).parent / "templates"],
        "OPTIONS": {"context_processors": _OWN["OPTIONS"]["context_processors"]},
    }
)
