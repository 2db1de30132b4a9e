"""Jobs that come back by the clock: management commands, each begun by one worker only."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from django.conf import settings
from django.core.management import CommandError, call_command
from django.utils import timezone

from kern.models import Klokslag

logger = logging.getLogger("kern.werk")


def claim(name: str, every: timedelta, now: datetime) -> bool:
    """Whether this job is due, and ours: the moment is written down before it begins, by whoever is first."""
    _, new = Klokslag.objects.get_or_create(naam=name, defaults={"laatst": now})
    return new or Klokslag.objects.filter(naam=name, laatst__lte=now - every).update(laatst=now) == 1


def strike() -> list[str]:
    """Do every job of settings.KLOK that is due. Out: the names of those that were begun."""
    begun = []
    for name, (seconds, *command) in settings.KLOK.items():
        if not claim(name, timedelta(seconds=seconds), timezone.now()):
            continue
        begun.append(name)
        try:
            call_command(*command)
        except CommandError as error:  # its text is ours, and meant to be read
            logger.error("%s: %s", name, error)
        except Exception:
            logger.exception("%s failed", name)
    return begun
