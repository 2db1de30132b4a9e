"""Forms of the hours: a day, a week that goes back, a correction."""

import re
from decimal import Decimal
from typing import Any

from django import forms

from kern.forms import DagField, KansForm
from stageplekken.enums.uren import DagSoort
from stageplekken.uren.invoer import Invoer, day_off, part_of_day, whole_day

HEEL, DEEL, NIET = "heel", "deel", "niet"
ETMAAL = Decimal(24)
# One tap on a first screen, as the choices of the form that it stands for.
TIKKEN: dict[str, dict[str, str]] = {
    "heel": {"keuze": HEEL},
    "ziek_gemeld": {"keuze": NIET, "waarom_niet": DagSoort.ZIEK_GEMELD},
    "afgemeld": {"keuze": NIET, "waarom_niet": DagSoort.AFGEMELD},
    "vrij": {"keuze": NIET, "waarom_niet": DagSoort.VRIJ},
    "gesloten": {"keuze": NIET, "waarom_niet": DagSoort.GESLOTEN},
}
WAAROM_DEEL = (
    (DagSoort.TE_LAAT.value, "Te laat"),
    (DagSoort.ZIEK_GEMELD.value, "Ziek naar huis"),
    (DagSoort.AFGEMELD.value, "Een andere reden, van tevoren gezegd"),
    (DagSoort.VRIJ.value, "Vrij, dat mocht"),
)
WAAROM_NIET = (
    (DagSoort.ZIEK_GEMELD.value, "Ziek gemeld"),
    (DagSoort.AFGEMELD.value, "Een andere reden, afgemeld"),
    (DagSoort.VRIJ.value, "Vrij, dat mocht"),
    (DagSoort.GESLOTEN.value, "Het leerbedrijf was dicht"),
)
NIETS_GEHOORD = (DagSoort.NIET_GEMELD.value, "Niets gehoord")


class UrenField(forms.Field):
    """Hours as people write them: 8, 5,5, 5.5 or 5:30. More than a day has is refused."""

    widget = forms.TextInput(attrs={"inputmode": "decimal", "class": "form-control--s"})

    def to_python(self, value: Any) -> Decimal | None:
        """A number of hours with at most two decimals, or None where nothing was filled in."""
        text = str(value or "").strip().lower().removesuffix("uur").strip()
        if not text:
            return None
        if clock := re.fullmatch(r"(\d{1,2}):([0-5]\d)", text):
            uren = Decimal(clock[1]) + Decimal(clock[2]) / 60
        elif re.fullmatch(r"\d{1,4}([.,]\d{1,2})?", text, re.ASCII):
            uren = Decimal(text.replace(",", "."))
        else:
            raise forms.ValidationError("Schrijf de uren als een getal, bijvoorbeeld 4 of 5,5.")
        if uren > ETMAAL:
            raise forms.ValidationError("Een dag heeft 24 uur. Vul minder uren in.")
        return round(uren, 2)


class DagForm(KansForm):
    """What a day was. `gepland` hours; `niets_gehoord` for who may say that nothing was heard."""

    keuze = forms.ChoiceField(
        label="Hoe lang?",
        choices=[(HEEL, "De hele dag"), (DEEL, "Een deel"), (NIET, "Niet")],
        widget=forms.RadioSelect,
        error_messages={"required": "Kies de hele dag, een deel of niet"},
    )
    uren = UrenField(label="Aantal uren", help_text="Bijvoorbeeld 4 of 5,5", required=False)
    waarom_deel = forms.ChoiceField(
        label="Waarom een deel?", choices=WAAROM_DEEL, widget=forms.RadioSelect, required=False
    )
    waarom_niet = forms.ChoiceField(
        label="Wat is er bekend?", choices=WAAROM_NIET, widget=forms.RadioSelect, required=False
    )
    dag = DagField(label="Dag", widget=forms.HiddenInput)
    gezien = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=1, max_value=32000)
    sleutel = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(
        self, *args: Any, gepland: Decimal = Decimal(0), niets_gehoord: bool = False, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.gepland = gepland
        keuze, waarom = self.fields["keuze"], self.fields["waarom_niet"]
        if niets_gehoord and isinstance(waarom, forms.ChoiceField):
            waarom.choices = [*WAAROM_NIET, NIETS_GEHOORD]
        if not gepland and isinstance(keuze, forms.ChoiceField):
            keuze.choices = [(DEEL, "Uren gemaakt"), (NIET, "Niet")]

    @property
    def marks_optional(self) -> bool:
        """Nothing is marked: what is asked hangs on the choice, and only that part is shown."""
        return False

    def clean(self) -> dict[str, Any]:
        """Only what belongs to the choice counts; the hidden part of the form is left out."""
        data: dict[str, Any] = super().clean() or {}
        keuze, uren = data.get("keuze"), data.get("uren")
        if keuze != DEEL and "uren" in self.errors:
            del self.errors["uren"]
        if keuze == DEEL and "uren" not in self.errors:
            self._clean_part(uren, data.get("waarom_deel"))
        if keuze == NIET and not data.get("waarom_niet") and "waarom_niet" not in self.errors:
            self.add_error("waarom_niet", "Kies wat er bekend is")
        return data

    def _clean_part(self, uren: Decimal | None, waarom: str | None) -> None:
        if uren is None:
            self.add_error("uren", "Vul in hoeveel uur")
        elif uren <= 0:
            self.add_error("uren", "Vul meer dan 0 uur in, of kies Niet")
        elif uren < self.gepland and not waarom and "waarom_deel" not in self.errors:
            self.add_error("waarom_deel", "Kies waarom het een deel was")

    def invoer(self) -> Invoer:
        """What was said, worked out to hours. Only for a valid form."""
        data = self.cleaned_data
        if data["keuze"] == HEEL:
            return whole_day(self.gepland)
        if data["keuze"] == DEEL:
            return part_of_day(self.gepland, data["uren"], data["waarom_deel"])
        return day_off(self.gepland, data["waarom_niet"])


class VerbeterForm(DagForm):
    """A day that the mentor mends."""

    reden = forms.CharField(
        label="Waarom verbeter je dit?",
        max_length=140,
        help_text="De student en de stage lezen dit.",
        error_messages={"required": "Schrijf op waarom je deze dag verbetert"},
    )


class TerugForm(KansForm):
    """What is not right yet in a week."""

    reden = forms.CharField(
        label="Wat klopt er nog niet?",
        max_length=200,
        help_text="De student en de mentor lezen dit.",
        error_messages={"required": "Schrijf op wat er nog niet klopt"},
    )
    maandag = DagField(label="Week", widget=forms.HiddenInput)


class AkkoordForm(KansForm):
    """One tap: the week, and which stand of it was on screen."""

    maandag = DagField(label="Week", widget=forms.HiddenInput)
    versie = forms.IntegerField(required=False, widget=forms.HiddenInput, max_value=32000)


class KiesDagForm(KansForm):
    """Another day to fill in."""

    dag = DagField(label="Een andere dag")


def initial_of(soort: str, gemaakt: Decimal, gepland: Decimal) -> dict[str, Any]:
    """The choices of the form that stand for what a day already is."""
    if gemaakt:
        if soort == DagSoort.GEMAAKT and gemaakt == gepland:
            return {"keuze": HEEL}
        return {"keuze": DEEL, "uren": str(gemaakt.normalize()).replace(".", ","), "waarom_deel": soort}
    return {"keuze": NIET, "waarom_niet": soort}
