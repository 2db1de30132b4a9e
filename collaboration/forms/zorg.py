"""What people fill in about a request to the zorgteam, the regie and consent."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils import timezone

from collaboration.actions.behandelen import Besluit
from collaboration.actions.consent import Gezegd, Reden, Vraag
from collaboration.actions.escalatie import Aanvraag
from collaboration.enums.zorg import EscalatieStatus, Urgentie
from collaboration.forms.choices import TEXT_CAP, choose
from kern.forms import DagField, KansForm
from students.enums import Grondslag
from students.leeftijd import parent_decides_along
from students.models import Student, Toestemming

GEZEGD, GROND = "gezegd", "grond"
# What a consent is for, in words that the whole team may read: the request and the decision are layer zorg.
DOEL_ZORGTEAM, DOEL_EXTERN = "meekijken welke hulp past", "hulp van buiten school"


def area(label: str, *, rows: int = 3, **more: Any) -> forms.CharField:
    more.setdefault("max_length", TEXT_CAP)
    return forms.CharField(label=label, widget=forms.Textarea(attrs={"rows": rows}), **more)


class DelenMixin(KansForm):
    """Why it may be shared: the student agreed (which is noted), or there is a ground with a reason."""

    mag = forms.ChoiceField(
        label="Mag je dit delen?",
        widget=forms.RadioSelect,
        error_messages={"required": "Kies of je dit mag delen"},
    )
    wat = forms.CharField(label="Wat mag je delen?", max_length=200, required=False)
    niet = forms.CharField(label="Wat deel je niet?", max_length=200, required=False)
    gezegd_op = DagField(label="Wanneer zei de student dat?", required=False)
    ouder = forms.CharField(
        label="Welke ouder beslist mee?",
        max_length=120,
        required=False,
        help_text="Onder de 16 jaar beslist een ouder mee.",
    )
    grondslag = forms.ChoiceField(
        label="Waarom mag het zonder toestemming?",
        choices=[("", "Kies een grond"), *Grondslag.choices],
        required=False,
    )
    grond_reden = area(
        "Leg uit waarom het nu moet",
        required=False,
        help_text="Iemand anders kijkt mee met deze reden.",
    )
    zwijg_reden = forms.CharField(
        label="Hoort de student dit nog niet? Schrijf op waarom.",
        max_length=200,
        required=False,
        help_text="Laat leeg als je het de student vertelt.",
    )

    def setup_delen(self, student: Student, given: Iterable[Toestemming] = ()) -> None:
        """Give the choices for this student; `given` are consents that hold already."""
        self.student, self.given = student, {str(row.pk): row for row in given}
        yes = f"{student.voornaam} vindt het goed"
        old = [(key, f"{yes}: {row.wat} ({row.wie})") for key, row in self.given.items()]
        choose(self, "mag", [(GEZEGD, yes), *old, (GROND, "Zonder toestemming, met een reden")])
        if not parent_decides_along(student, timezone.localdate()):
            del self.fields["ouder"]

    def clean(self) -> dict[str, Any]:
        """What belongs to the choice is filled in."""
        data: dict[str, Any] = super().clean() or {}
        if data.get("mag") == GEZEGD:
            self._need(data, "wat", "Vul in wat je mag delen")
            self._need(data, "gezegd_op", "Kies de dag waarop de student het zei")
            if data.get("gezegd_op") and data["gezegd_op"] > timezone.localdate():
                self.add_error("gezegd_op", "Deze dag komt nog. Kies de dag waarop de student het zei.")
            if "ouder" in self.fields:
                self._need(data, "ouder", "Schrijf op welke ouder meebeslist")
        if data.get("mag") == GROND:
            self._need(data, "grondslag", "Kies een grond")
            self._need(data, "grond_reden", "Leg uit waarom het nu moet")
        return data

    def _need(self, data: dict[str, Any], name: str, sentence: str) -> None:
        if not data.get(name) and name not in self.errors:
            self.add_error(name, sentence)

    def gezegd(self, wie: str, doel: str) -> Gezegd | None:
        """What the student agreed to in words, where that was chosen."""
        data = self.cleaned_data
        if data["mag"] != GEZEGD:
            return None
        said = Vraag(wie=wie, wat=data["wat"], doel=doel, niet=data["niet"], ouder=data.get("ouder", ""))
        return Gezegd(said, data["gezegd_op"])

    def grond(self) -> Reden | None:
        """The ground with its reason, where that was chosen."""
        data = self.cleaned_data
        if data["mag"] != GROND:
            return None
        return Reden(data["grondslag"], data["grond_reden"], data["zwijg_reden"])


class AanvraagForm(DelenMixin):
    """A request to the zorgteam."""

    field_order = ("urgentie", "titel", "vraag", "geprobeerd", "leefgebieden", "mag")

    urgentie = forms.ChoiceField(
        label="Hoe snel is hulp nodig?",
        choices=Urgentie.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies hoe snel hulp nodig is"},
    )
    titel = forms.CharField(
        label="Waar gaat het om, in een paar woorden?",
        max_length=80,
        help_text="Bijvoorbeeld: hulp bij geldzorgen.",
        error_messages={"required": "Vul in waar het om gaat"},
    )
    vraag = area(
        "Wat vraag je aan het zorgteam?",
        rows=4,
        help_text="Schrijf wat je zag en hoorde. Geen diagnoses.",
        error_messages={"required": "Schrijf op wat je vraagt"},
    )
    geprobeerd = area(
        "Wat hebben jullie al geprobeerd?",
        rows=6,
        help_text="Uit de gesprekken en pogingen die jij mag lezen. Haal weg wat er niet bij hoort, vul aan.",
        error_messages={"required": "Schrijf op wat jullie al probeerden"},
    )
    leefgebieden = forms.MultipleChoiceField(
        label="Welke leefgebieden spelen mee?",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Kies alleen wat je samen met de student besprak.",
    )
    sleutel = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(
        self,
        *args: Any,
        student: Student,
        gebieden: list[tuple[str, str]],
        given: list[Toestemming],
        **kw: Any,
    ) -> None:
        super().__init__(*args, **kw)
        field = self.fields["leefgebieden"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = gebieden
        self.setup_delen(student, given)

    def aanvraag(self) -> Aanvraag:
        """The request that was filled in."""
        data = self.cleaned_data
        names = ("titel", "vraag", "geprobeerd", "urgentie")
        return Aanvraag(
            **{name: data[name] for name in names},
            leefgebieden=tuple(data["leefgebieden"]),
            gezegd=self.gezegd("het zorgteam", DOEL_ZORGTEAM),
            toestemming=self.given.get(data["mag"]),
            grond=self.grond(),
        )


class TekstForm(KansForm):
    """A few lines: a question, an answer, a terugkoppeling, a reason."""

    tekst = area("Tekst", error_messages={"required": "Schrijf eerst iets op"})
    sleutel = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, label: str, help_text: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["tekst"].label, self.fields["tekst"].help_text = label, help_text


class RedenForm(TekstForm):
    """A reason that is kept as one line."""

    tekst = area("Tekst", max_length=200, error_messages={"required": "Schrijf eerst iets op"})


class BesluitForm(DelenMixin):
    """Which help fits."""

    field_order = ("besluit", "reden", "terugkoppeling", "partij", "mag")

    besluit = forms.ChoiceField(
        label="Welke hulp past?",
        choices=[
            (EscalatieStatus.INTERN.value, "Het zorgteam helpt"),
            (EscalatieStatus.EXTERN.value, "Iemand van buiten school helpt"),
            (EscalatieStatus.ADVIES.value, "Ik geef advies, de regie blijft waar hij is"),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": "Kies welke hulp past"},
    )
    reden = area(
        "Waarom past dit?",
        help_text="Dit leest alleen het zorgteam en wie de aanvraag deed.",
        error_messages={"required": "Schrijf op waarom je dit besluit"},
    )
    terugkoppeling = area(
        "Wat hoort het team van school?",
        required=False,
        help_text="Mentor en KAW-er lezen dit. Bij advies is dit je advies.",
    )
    partij = forms.CharField(
        label="Wie helpt van buiten school?",
        max_length=120,
        required=False,
        help_text="Bijvoorbeeld: wijkteam Noord.",
    )

    def __init__(self, *args: Any, student: Student, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.setup_delen(student)
        self.fields["mag"].required = False
        self.fields["mag"].label = "Mag deze partij weten wat er speelt?"

    def clean(self) -> dict[str, Any]:
        """Help from outside names the party, and why it may hear of the student; advice says something."""
        data = super().clean()
        if data.get("besluit") == EscalatieStatus.EXTERN:
            self._need(data, "partij", "Schrijf op wie er van buiten helpt")
            self._need(data, "mag", "Kies of je dit mag delen")
        if data.get("besluit") == EscalatieStatus.ADVIES:
            self._need(data, "terugkoppeling", "Schrijf op wat je het team aanraadt")
        return data

    def made(self) -> Besluit:
        """The decision that was filled in."""
        data = self.cleaned_data
        outside = data["besluit"] == EscalatieStatus.EXTERN
        return Besluit(
            besluit=data["besluit"],
            reden=data["reden"],
            terugkoppeling=data["terugkoppeling"],
            partij=data["partij"] if outside else "",
            gezegd=self.gezegd(data["partij"], DOEL_EXTERN) if outside else None,
            grond=self.grond() if outside else None,
        )
