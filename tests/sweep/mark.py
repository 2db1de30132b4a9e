"""Puts a word that stands nowhere else into every text field of the world, and remembers where it stands."""

import re
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import models

from tests.house.source import ROOMS

WORD = re.compile(r"zq[a-p]{5}qz", re.IGNORECASE)
LETTERS = "abcdefghijklmnop"
# Fields with text that is no text of people: codes, keys and words of our own. A field that is not here is marked.
CODES = {
    "begeleiders.Inlogcode": "hash",
    "begeleiders.School": "slug regels",
    "begeleiders.Teller": "sleutel",
    "begeleiders.Uitnodiging": "hash vorige_hash url_naam",
    "begeleiders.User": "password",
    "checklists.Antwoord": "veld pagina",
    "checklists.Botsing": "pagina",
    "checklists.InstrumentVersie": "code titel kort soort bron controle boom",
    "checklists.Invulling": "stap veld",
    "collaboration.Escalatie": "leefgebieden",
    "collaboration.AfspraakOvergang": "van naar",
    "collaboration.EscalatieOvergang": "van naar",
    "collaboration.GesprekOvergang": "van naar",
    "collaboration.Samenwerking": "paar",
    "collaboration.SamenwerkingGesprek": "kenmerk",
    "collaboration.SamenwerkingOvergang": "van naar",
    "collaboration.SignaalOvergang": "van naar",
    "kern.Bericht": "sleutel aan onderwerp sjabloon tekst message_id fout",
    "kern.GeweigerdAdres": "adres fout",
    "kern.Klokslag": "naam",
    "kern.LogRegel": "rol actie soort laag grond",
    "kern.LogZegel": "hash",
    "stageplekken.Leerbedrijf": "leerbedrijf_id",
    "stageplekken.StageOvergang": "van naar",
    "stageplekken.StageRooster": "uren",
    "stageplekken.StagegesprekOvergang": "van naar kant",
    "stageplekken.Stageplek": "crebo",
    "stageplekken.StageplekGrens": "werkproces",
    "stageplekken.UrenWeekOvergang": "van naar",
    "students.BeeldVersie": "vraag",
    "students.DoelOvergang": "van naar",
    "students.HandleidingVersie": "onderdeel",
    "students.HandleidingVraag": "onderdeel",
    "students.Klas": "schooljaar",
    "students.LeefgebiedStand": "gebied",
    "students.Student": "crebo zoeknaam",
    "students.Succes": "bron_ref",
    "students.Vrijgave": "onderdeel soort",
}
# The history of the regie cannot be written again; its words are those of the offers that it came from.
FIXED = {"collaboration.RegieOvergang"}


@dataclass(frozen=True)
class Place:
    """Where a word stands: the field, and the row it belongs to."""

    field: str  # "collaboration.Gesprek.tekst"
    row: Any

    @property
    def label(self) -> str:
        """The model: "collaboration.Gesprek"."""
        return self.field.rpartition(".")[0]


class Marks:
    """All words, each with its place."""

    def __init__(self) -> None:
        self.places: dict[str, Place] = {}

    def new(self, place: Place) -> str:
        """A fresh word for this place."""
        number, letters = len(self.places), ""
        for _ in range(5):
            number, rest = divmod(number, len(LETTERS))
            letters += LETTERS[rest]
        word = f"zq{letters}qz"
        self.places[word] = place
        return word.capitalize()


def text_fields(model: type[models.Model]) -> list[models.Field[Any, Any]]:
    """The fields of a model that hold words of people."""
    codes = CODES.get(model._meta.label, "").split()
    kinds = (models.CharField, models.TextField, models.JSONField)
    return [
        field
        for field in model._meta.concrete_fields
        if isinstance(field, kinds) and not field.choices and field.name not in codes
    ]


def mark_everything() -> Marks:
    """Mark every row of every room; the words are in the database afterwards."""
    marks = Marks()
    for model in sorted(apps.get_models(), key=lambda model: model._meta.label):
        if model._meta.app_label not in ROOMS or model._meta.label in FIXED:
            continue
        if fields := text_fields(model):
            _mark_rows(marks, model, fields)
    return marks


def _mark_rows(marks: Marks, model: type[models.Model], fields: list[models.Field[Any, Any]]) -> None:
    rows = list(model._default_manager.order_by("pk"))
    for row in rows:
        for field in fields:
            value = getattr(row, field.name)
            if value not in (None, "", [], {}):
                place = Place(f"{model._meta.label}.{field.name}", row)
                setattr(row, field.name, _marked(marks, place, field, value))
    model._default_manager.bulk_update(rows, [field.name for field in fields], batch_size=200)


def _marked(marks: Marks, place: Place, field: models.Field[Any, Any], value: Any) -> Any:
    if isinstance(field, models.JSONField):
        return _marked_json(marks, place, value)
    word = marks.new(place)
    return f"{word.lower()}@post.example" if isinstance(field, models.EmailField) else word


def _marked_json(marks: Marks, place: Place, value: Any) -> Any:
    """The same shape, with a word for each text; a code ("goed", "s1p2") stays."""
    if isinstance(value, str):
        return value if re.fullmatch(r"[a-z0-9_-]*", value) else marks.new(place)
    if isinstance(value, list):
        return [_marked_json(marks, place, one) for one in value]
    if isinstance(value, dict):
        return {key: _marked_json(marks, place, one) for key, one in value.items()}
    return value
