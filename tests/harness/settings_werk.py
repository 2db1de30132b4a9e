"""Settings of a worker process in a test: those of production on the database of the test, with short pauses."""

import json
import os
from typing import Any

os.environ.setdefault("KANSRIJK_SECRET_KEY", "alleen-voor-de-tests")

from kansrijk import settings as real
from kansrijk.settings import *  # noqa: F403

DATABASES: dict[str, Any] = {
    "default": real.DATABASES["default"] | json.loads(os.environ["KANSRIJK_TEST_DATABASE"])
}
# As in production, a worker is taken for dead only after all the time that its two clocks give it.
POST = real.POST | {"prelude": 1, "answer": 2, "hold": 4, "pauses": [0.3, 0.6], "note": 0.1}
WERK = real.WERK | {"interval": 0.05, "sweep": 0.1, "clock": 0.2}
# A drill makes it wrong on purpose, to see that the fault is found.
changes = json.loads(os.environ.get("KANSRIJK_TEST_CHANGES", "{}"))
POST |= changes.get("POST", {})
WERK |= changes.get("WERK", {})
KLOK: dict[str, tuple[Any, ...]] = {}
LOGGING = real.LOGGING | {"root": {"handlers": ["console"], "level": "CRITICAL"}}
