"""A plain gesprek, noted within a minute."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils import timezone

from collaboration.actions.afspraak import Belofte
from collaboration.actions.gesprek import Plan
from collaboration.enums import GesprekSoort, Wijze
from collaboration.forms.choices import DOEL, ONDERWERP, STUDENT, TEXT_CAP, choose, layer_choices, when
from kern.forms import DagField, KansForm, TijdField
from students.enums import Laag


class KortForm(KansForm):
    """A plain gesprek, noted within a minute."""

    # The order of the page, so that the list of errors follows it.
    field_order = (
        "tekst",
        "wat",
        "wie",
        "voor",
        "wijze",
        "laag",
        "stage",
        "student_erbij",
        "dag",
        "tijd",
        "soort",
        "onderwerp",
        "begeleidingsdoel",
    )

    wijze = forms.ChoiceField(
        label="Hoe?",
        choices=Wijze.choices,
        widget=forms.RadioSelect,
        initial=Wijze.SCHOOL,
        error_messages={"required": "Kies hoe jullie elkaar spraken"},
    )
    tekst = forms.CharField(
        label="Wat is er gezegd?",
        max_length=TEXT_CAP,
        widget=forms.Textarea(attrs={"rows": 4, "autocomplete": "off"}),
        help_text="Een paar woorden is genoeg. Schrijf geen diagnose op.",
        error_messages={"required": "Schrijf in een paar woorden op wat er gezegd is"},
    )
    laag = forms.ChoiceField(
        label="Wie mag dit lezen?",
        widget=forms.RadioSelect,
        error_messages={"required": "Kies wie dit mag lezen"},
    )
    stage = forms.ChoiceField(label="Met welke stage deel je dit?", required=False)
    soort = forms.ChoiceField(
        label="Soort gesprek", choices=GesprekSoort.choices, initial=GesprekSoort.TUSSENDOOR
    )
    onderwerp = forms.ChoiceField(label="Waar ging het over?", choices=ONDERWERP, required=False)
    begeleidingsdoel = forms.ChoiceField(label="Welk begeleidingsdoel?", choices=DOEL, required=False)
    dag = DagField(label="Welke dag?")
    tijd = TijdField(label="Hoe laat?")
    student_erbij = forms.BooleanField(label="De student was erbij", required=False, initial=True)
    wat = forms.CharField(label="Een afspraak: wat?", max_length=200, required=False)
    wie = forms.ChoiceField(label="Wie doet het?", required=False)
    voor = DagField(label="Voor wanneer?", required=False)
    sleutel = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(
        self, *args: Any, lagen: list[Laag], stages: list[Any], wie: list[tuple[str, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        choose(self, "laag", layer_choices(lagen, stages))
        choose(self, "stage", [(str(s.pk), s.stageplek.leerbedrijf.naam) for s in stages])
        choose(self, "wie", wie)
        if len(stages) == 0:
            del self.fields["stage"]

    def clean_dag(self) -> Any:
        """A gesprek that is noted has been."""
        day = self.cleaned_data["dag"]
        if day > timezone.localdate():
            raise forms.ValidationError(
                "Deze dag komt nog. Noteer het gesprek als het geweest is, of plan het in."
            )
        return day

    def clean(self) -> dict[str, Any]:
        """An afspraak is whole or not there; what was, is not later than now; a layer of a stage names it."""
        data: dict[str, Any] = super().clean() or {}
        self._clean_afspraak(data)
        if data.get("dag") and data.get("tijd") and when(data) > timezone.now():
            self.add_error("tijd", "Deze tijd komt nog. Kies hoe laat het was.")
        if data.get("laag") == Laag.STAGE and not data.get("stage"):
            self.add_error("stage", "Kies met welke stage je dit deelt")
        return data

    def _clean_afspraak(self, data: dict[str, Any]) -> None:
        wat, voor = data.get("wat"), data.get("voor")
        if wat and not voor and "voor" not in self.errors:
            self.add_error("voor", "Kies voor welke dag de afspraak is")
        if voor and not wat:
            self.add_error("wat", "Vul in wat jullie afspreken, of haal de dag weg")
        if voor and voor < timezone.localdate():
            self.add_error("voor", "Deze dag is al geweest. Kies vandaag of later.")

    @property
    def afspraak_open(self) -> bool:
        """Whether the fold with the afspraak stands open: something was filled in there, or is wrong."""
        return any(self[name].value() or self[name].errors for name in ("wat", "voor"))

    @property
    def hoe_open(self) -> bool:
        """Whether the fold with how and who reads stands open: no circle is chosen yet, or something is wrong."""
        return not self["laag"].value() or any(name in self.errors for name in ("wijze", "laag", "stage"))

    @property
    def meer_open(self) -> bool:
        """Whether the fold with day, kind and onderwerp stands open: changed, or wrong."""
        names = {"dag", "soort", "onderwerp", "begeleidingsdoel", "student_erbij"}
        return self.is_bound and bool(names & set(self.changed_data) or (names | {"tijd"}) & set(self.errors))

    def plan(self) -> Plan:
        """The gesprek that was filled in."""
        data = self.cleaned_data
        names = ("wijze", "soort", "tekst", "onderwerp", "begeleidingsdoel", "student_erbij")
        return Plan(wanneer=when(data), **{name: data[name] for name in names})

    def belofte(self) -> Belofte | None:
        """The afspraak that came out of it, if any."""
        data = self.cleaned_data
        if not data.get("wat"):
            return None
        return Belofte(data["wat"], None if data["wie"] in ("", STUDENT) else UUID(data["wie"]), data["voor"])
