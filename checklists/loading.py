"""From files to rows: the instruments under `fixtures/instrumenten/` become versions in the database.

A version that somebody filled in never changes: a changed file needs a higher version number. One that nobody
used yet may be replaced, so that content can be written in peace.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connections, transaction

from checklists.content import ContentError, read_yaml
from checklists.instrument import Instrument
from checklists.models import InstrumentVersie, Invulling
from checklists.tree import parse


def files() -> list[Path]:
    """The files of all instruments, in order of name."""
    return sorted((settings.CONTENT_DIR / "instrumenten").glob("*.yaml"))


def check_file(path: Path) -> tuple[Instrument, dict[str, Any]]:
    """The tree and the raw mapping of one file. Raises ContentError."""
    data = read_yaml(path)
    instrument = parse(data, where=path.name)
    if path.stem != instrument.code:
        raise ContentError(
            f"{path.name}: de code is “{instrument.code}”. Noem het bestand {instrument.code}.yaml."
        )
    return instrument, data


def checksum(data: dict[str, Any]) -> str:
    """The same for the same content, however it was written down."""
    return hashlib.sha256(json.dumps(data, sort_keys=True).encode()).hexdigest()


def load(instrument: Instrument, data: dict[str, Any], *, using: str = "default") -> InstrumentVersie:
    """Store one version; the same content again changes nothing. Raises ContentError."""
    versions = InstrumentVersie._base_manager.using(using)
    values = {
        "titel": instrument.titel,
        "kort": instrument.kort,
        "soort": instrument.soort,
        "bron": instrument.bron,
        "boom": data,
        "controle": checksum(data),
    }
    with transaction.atomic(using=using):
        row, made = versions.get_or_create(code=instrument.code, versie=instrument.versie, defaults=values)
        if made or row.controle == values["controle"]:
            return row
        if Invulling._base_manager.using(using).filter(versie=row).exists():
            raise ContentError(
                f"{instrument.code}.yaml: versie {instrument.versie} is al gebruikt en de inhoud is veranderd. "
                f"Maak er versie {instrument.versie + 1} van."
            )
        for name, value in values.items():
            setattr(row, name, value)
        row.save(using=using)
        return row


@transaction.atomic
def made(data: dict[str, Any], *, where: str) -> InstrumentVersie:
    """The version with exactly this content, made by a room from content of its own; a new one where it is new.

    In: the tree without `versie`, and what messages call it. Raises ContentError where the tree is wrong.
    """
    newest = InstrumentVersie._base_manager.filter(code=data["code"]).order_by("-versie").first()
    if newest is not None and newest.controle == checksum(data | {"versie": newest.versie}):
        return newest
    tree = data | {"versie": newest.versie + 1 if newest else 1}
    row = load(parse(tree, where=where), tree)
    row.los = False
    row.save(update_fields=["los"])
    return row


def load_all(*, using: str = "default") -> list[InstrumentVersie]:
    """Store every file. Raises ContentError at the first mistake; then nothing is stored."""
    with transaction.atomic(using=using):
        return [load(*check_file(path), using=using) for path in files()]


def load_after_migrate(*, using: str, **_: object) -> None:
    """After migrate: load, unless the tables are not there (migrated back to zero)."""
    tables = connections[using].introspection.table_names()
    if {InstrumentVersie._meta.db_table, Invulling._meta.db_table} <= set(tables):
        load_all(using=using)
