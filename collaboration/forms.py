"""What people fill in about a gesprek, an afspraak and a contactpoging."""

from datetime import datetime, time, timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.utils import timezone

from collaboration.actions.afspraak import Belofte
from collaboration.actions.gesprek import Plan
from collaboration.enums import (
    AfspraakStatus,
    Begeleidingsdoel,
    GesprekSoort,
    Onderwerp,
    PogingUitkomst,
    PogingWijze,
    Wijze,
)
from collaboration.guard import GuardedMixin
from collaboration.models import Gesprek
from kern.forms import DagField, KansForm, TijdField
from students.enums import Laag
from students.models import Student

STUDENT = "student"
TEXT_CAP = 20_000

ONDERWERP = [
    ("", "Kies een onderwerp"),
    ("Vaardigheden", [(o.value, o.label) for o in list(Onderwerp)[:8]]),
    ("Verder", [(o.value, o.label) for o in list(Onderwerp)[8:]]),
]
DOEL = [("", "Geen of weet ik nog niet"), *Begeleidingsdoel.choices]


def wie_choices(student: Student, people: list[Any], me: UUID) -> list[tuple[str, str]]:
    """Who can own an afspraak: the student first, then I, then the rest of the team."""
    mine = [(str(user.pk), f"{user.naam} (ik)") for user in people if user.pk == me]
    others = [(str(user.pk), user.naam) for user in people if user.pk != me]
    return [(STUDENT, student.voornaam), *mine, *others]


def layer_choices(lagen: list[Laag], stages: list[Any]) -> list[tuple[str, str]]:
    """The layers to choose from; the one of a stage only where there is a stage."""
    return [(laag.value, laag.label) for laag in lagen if laag != Laag.STAGE or stages]


def choose(form: forms.Form, name: str, choices: list[tuple[str, str]]) -> None:
    """Give a choice of a form what there is to choose from for this student."""
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)
    field.choices = choices


class AfspraakForm(KansForm):
    """Who does what by when."""

    wat = forms.CharField(
        label="Wat spreken jullie af?",
        max_length=200,
        error_messages={"required": "Vul in wat jullie afspreken"},
    )
    wie = forms.ChoiceField(label="Wie doet het?", error_messages={"required": "Kies wie het doet"})
    voor = DagField(label="Voor wanneer?", error_messages={"required": "Kies voor welke dag"})
    sleutel = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, wie: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose(self, "wie", wie)

    def clean_voor(self) -> Any:
        """An afspraak lies ahead; a day long gone is a slip of the finger."""
        day = self.cleaned_data["voor"]
        if day < timezone.localdate():
            raise forms.ValidationError("Deze dag is al geweest. Kies vandaag of later.")
        return day

    def belofte(self) -> Belofte:
        """The promise that was filled in."""
        data = self.cleaned_data
        return Belofte(data["wat"], None if data["wie"] == STUDENT else UUID(data["wie"]), data["voor"])


def _when(data: dict[str, Any]) -> datetime:
    return timezone.make_aware(datetime.combine(data["dag"], data.get("tijd") or time(9, 0)))


class PlanForm(GuardedMixin, KansForm):
    """When and how the gesprek is, and what it is about."""

    onderwerp = forms.ChoiceField(label="Waar gaat het over?", choices=ONDERWERP, required=False)
    onderwerp_regel = forms.CharField(
        label="In jouw woorden", max_length=140, required=False, help_text="Eén regel. De student leest mee."
    )
    begeleidingsdoel = forms.ChoiceField(label="Welk begeleidingsdoel?", choices=DOEL, required=False)
    dag = DagField(label="Welke dag?")
    tijd = TijdField(label="Hoe laat?")
    wijze = forms.ChoiceField(label="Hoe spreken jullie elkaar?", choices=Wijze.choices)
    plek = forms.CharField(label="Waar?", max_length=80, required=False)
    student_erbij = forms.BooleanField(label="De student is erbij", required=False)
    voerders = forms.MultipleChoiceField(
        label="Wie doen er nog mee?",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Deze collega’s werken mee in dit concept.",
    )

    def __init__(self, *args: Any, gesprek: Gesprek, collegas: list[Any], **kwargs: Any) -> None:
        now = plan_now(gesprek, dict.fromkeys(self.base_fields))
        super().__init__(*args, initial=now, **kwargs)
        choose(self, "voerders", [(str(user.pk), user.naam) for user in collegas])
        if not collegas:
            del self.fields["voerders"]
        self.guard({name: value for name, value in now.items() if name in self.fields})

    def changes(self) -> dict[str, Any]:
        """What was touched, as fields of the gesprek."""
        touched = self.touched()
        found = {name: value for name, value in touched.items() if name not in ("dag", "tijd", "voerders")}
        if "dag" in touched or "tijd" in touched:
            found["wanneer"] = _when(self.cleaned_data)
        return found

    def voerders_ids(self) -> list[UUID] | None:
        """The colleagues that take part; None where that was not touched."""
        touched = self.touched()
        return [UUID(pk) for pk in touched["voerders"]] if "voerders" in touched else None


def plan_now(gesprek: Gesprek, wanted: dict[str, Any]) -> dict[str, Any]:
    """The stored plan of a gesprek as a form shows it."""
    when = timezone.localtime(gesprek.wanneer)
    known = {name: getattr(gesprek, name) for name in wanted if hasattr(gesprek, name) and name != "voerders"}
    known |= {"dag": when.date(), "tijd": when.time().replace(second=0, microsecond=0)}
    known["voerders"] = sorted(str(pk) for pk in gesprek.voerders.values_list("user_id", flat=True))
    return known


class AanpasForm(PlanForm):
    """A plain gesprek that is still a concept: what was said, beside the plan."""

    tekst = forms.CharField(
        label="Wat is er gezegd?",
        max_length=TEXT_CAP,
        widget=forms.Textarea(attrs={"rows": 6, "autocomplete": "off"}),
        error_messages={"required": "Schrijf in een paar woorden op wat er gezegd is"},
    )
    gewone_woorden = forms.CharField(
        label="In gewone woorden",
        max_length=TEXT_CAP,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "off"}),
        help_text="Korte zinnen. Zo leest de student het.",
    )


class KortForm(KansForm):
    """A plain gesprek, noted within a minute."""

    wijze = forms.ChoiceField(
        label="Hoe?", choices=Wijze.choices, widget=forms.RadioSelect, initial=Wijze.SCHOOL
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
        """An afspraak is whole or not there."""
        data: dict[str, Any] = super().clean() or {}
        if data.get("wat") and not data.get("voor"):
            self.add_error("voor", "Kies voor welke dag de afspraak is")
        if data.get("voor") and not data.get("wat"):
            self.add_error("wat", "Vul in wat jullie afspreken, of haal de dag weg")
        if data.get("voor") and data["voor"] < timezone.localdate():
            self.add_error("voor", "Deze dag is al geweest. Kies vandaag of later.")
        if data.get("laag") == Laag.STAGE and not data.get("stage"):
            self.add_error("stage", "Kies met welke stage je dit deelt")
        return data

    @property
    def afspraak_open(self) -> bool:
        """Whether the fold with the afspraak stands open: something was filled in there, or is wrong."""
        return any(self[name].value() or self[name].errors for name in ("wat", "voor"))

    @property
    def meer_open(self) -> bool:
        """Whether the fold with day, kind and onderwerp stands open: changed, or wrong."""
        names = {"dag", "soort", "onderwerp", "begeleidingsdoel", "student_erbij"}
        return self.is_bound and bool(names & set(self.changed_data) or (names | {"tijd"}) & set(self.errors))

    def plan(self) -> Plan:
        """The gesprek that was filled in."""
        data = self.cleaned_data
        names = ("wijze", "soort", "tekst", "onderwerp", "begeleidingsdoel", "student_erbij")
        return Plan(wanneer=_when(data), **{name: data[name] for name in names})

    def belofte(self) -> Belofte | None:
        """The afspraak that came out of it, if any."""
        data = self.cleaned_data
        if not data.get("wat"):
            return None
        return Belofte(data["wat"], None if data["wie"] in ("", STUDENT) else UUID(data["wie"]), data["voor"])


class VastleggenForm(KansForm):
    """Who may read the gesprek; required, and chosen by a person."""

    laag = forms.ChoiceField(
        label="Wie mag dit gesprek lezen?",
        widget=forms.RadioSelect,
        error_messages={"required": "Kies wie dit gesprek mag lezen"},
    )
    stage = forms.ChoiceField(label="Met welke stage deel je dit?", required=False)

    def __init__(self, *args: Any, lagen: list[Laag], stages: list[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose(self, "laag", layer_choices(lagen, stages))
        choose(self, "stage", [(str(s.pk), s.stageplek.leerbedrijf.naam) for s in stages])
        if not stages:
            del self.fields["stage"]


class RedenForm(KansForm):
    """Why a gesprek is withdrawn."""

    reden = forms.CharField(
        label="Waarom trek je dit gesprek in?",
        max_length=200,
        help_text="Bijvoorbeeld: het stond bij de verkeerde student.",
        error_messages={"required": "Schrijf op waarom je dit gesprek intrekt"},
    )


class LaagForm(KansForm):
    """A smaller circle of readers."""

    laag = forms.ChoiceField(label="Wie mag dit nog lezen?", widget=forms.RadioSelect)

    def __init__(self, *args: Any, lagen: list[Laag], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose(self, "laag", [(laag.value, laag.label) for laag in lagen])


class AfrondForm(KansForm):
    """Why an afspraak did not come through yet, or is not needed any more, and the next step."""

    naar = forms.ChoiceField(
        label="Hoe staat het ervoor?",
        widget=forms.RadioSelect,
        error_messages={"required": "Kies hoe het ervoor staat"},
        choices=[
            (AfspraakStatus.NIET_GELUKT.value, "Nog niet gelukt"),
            (AfspraakStatus.VERVALLEN.value, "Niet meer nodig"),
        ],
    )
    reden = forms.CharField(
        label="Hoe komt dat?", max_length=200, error_messages={"required": "Schrijf kort op hoe dat komt"}
    )
    vervolg = forms.CharField(label="Wat is de volgende stap?", max_length=200, required=False)


class PogingForm(KansForm):
    """How you tried to reach somebody."""

    wijze = forms.ChoiceField(
        label="Hoe probeerde je het?", choices=PogingWijze.choices, widget=forms.RadioSelect
    )
    uitkomst = forms.ChoiceField(
        label="Wat gebeurde er?", choices=PogingUitkomst.choices, widget=forms.RadioSelect
    )
    notitie = forms.CharField(label="Wil je er iets bij schrijven?", max_length=200, required=False)
    sleutel = forms.UUIDField(widget=forms.HiddenInput, required=False)


def tomorrow_week() -> Any:
    """A friendly default for an afspraak: a week from today."""
    return timezone.localdate() + timedelta(days=7)
