"""Sealing the log into a chain of hashes, and checking the chain: one changed line is found."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from kern.models import LogRegel, LogZegel

# Younger lines may still be joined by one with a lower number, from a transaction that is not done yet.
RIPE = timedelta(seconds=60)
FIELDS = (
    "id", "op", "wie", "rol", "school", "actie", "soort", "object_id", "student", "laag", "grond", "resultaat",
    "kanaal", "verzoek",
)  # fmt: skip


@dataclass(frozen=True)
class Verdict:
    """What a check found: how many seals were looked at, and the first that does not hold, if any."""

    seals: int
    broken: LogZegel | None = None

    @property
    def ok(self) -> bool:
        """Whether every seal holds."""
        return self.broken is None


def _hash(before: str, lines: Iterable[tuple[object, ...]]) -> tuple[str, int]:
    """The hash over the seal before and these lines, and how many lines there were."""
    digest, count = hashlib.sha256(before.encode()), 0
    for line in lines:
        digest.update(json.dumps([str(value) for value in line], ensure_ascii=False).encode() + b"\n")
        count += 1
    return digest.hexdigest(), count


def _lines(after: int, until: int) -> Iterable[tuple[object, ...]]:
    rows = LogRegel.objects.filter(id__gt=after, id__lte=until).order_by("id")
    return rows.values_list(*FIELDS).iterator(chunk_size=2000)


@transaction.atomic
def seal() -> LogZegel | None:
    """Seal the lines that came since the last seal and are a minute old; None where there are none."""
    last = LogZegel.objects.select_for_update().order_by("-id").first()
    after, before = (last.tot, last.hash) if last else (0, "")
    now = timezone.now()
    unsealed = LogRegel.objects.filter(id__gt=after).order_by("id")
    young = unsealed.filter(op__gte=now - RIPE).values_list("id", flat=True).first()
    ripe = unsealed.filter(id__lt=young) if young is not None else unsealed
    until = ripe.order_by("-id").values_list("id", flat=True).first()
    if until is None:
        return None
    digest, count = _hash(before, _lines(after, until))
    return LogZegel.objects.create(tot=until, aantal=count, hash=digest, op=now)


def check() -> Verdict:
    """Compute every seal again, from the first; stops at the first that does not hold."""
    after, before, looked = 0, "", 0
    for zegel in LogZegel.objects.order_by("id"):
        looked += 1
        if _hash(before, _lines(after, zegel.tot)) != (zegel.hash, zegel.aantal):
            return Verdict(looked, zegel)
        after, before = zegel.tot, zegel.hash
    return Verdict(looked)
