"""The plan of a gesprek, and a plain concept."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils import timezone

from collaboration.enums import Wijze
from collaboration.forms.choices import DOEL, ONDERWERP, TEXT_CAP, choose, when
from collaboration.guard import GuardedMixin
from collaboration.models import Gesprek
from kern.dates import say_saved
from kern.forms import DagField, KansForm, TijdField


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
        # Who takes part and is not there for this person stays in, and stays unseen.
        known = {str(user.pk) for user in collegas}
        self.unseen = [pk for pk in now["voerders"] if pk not in known]
        now["voerders"] = [pk for pk in now["voerders"] if pk in known]
        super().__init__(*args, initial=now, **kwargs)
        self.gesprek = gesprek
        choose(self, "voerders", [(str(user.pk), user.naam) for user in collegas])
        if not collegas:
            del self.fields["voerders"]
        self.guard({name: value for name, value in now.items() if name in self.fields})

    def who(self) -> str:
        """Who changed the plan last, and when."""
        if self.gesprek.gepland_door is None or self.gesprek.gepland_op is None:
            return super().who()
        return f"{self.gesprek.gepland_door.naam} zette hier {say_saved(self.gesprek.gepland_op)}"

    def changes(self) -> dict[str, Any]:
        """What was touched, as fields of the gesprek."""
        touched = self.touched()
        found = {name: value for name, value in touched.items() if name not in ("dag", "tijd", "voerders")}
        if "dag" in touched or "tijd" in touched:
            stored = {name: self.current[name] for name in ("dag", "tijd")}
            found["wanneer"] = when(stored | touched)  # the half that a colleague changed stays
        return found

    def voerders_ids(self) -> list[UUID] | None:
        """The colleagues that take part; None where that was not touched."""
        touched = self.touched()
        return [UUID(pk) for pk in (*touched["voerders"], *self.unseen)] if "voerders" in touched else None


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

    def __init__(self, *args: Any, gesprek: Gesprek, **kwargs: Any) -> None:
        super().__init__(*args, gesprek=gesprek, **kwargs)
        # Of a gesprek that still has to come nothing is said yet; the same field holds what to talk about.
        self.ahead = gesprek.wanneer > timezone.now()
        if self.ahead:
            self.fields["tekst"].label = "Wat wil je bespreken?"
            self.fields["tekst"].required = False

    @property
    def has_been(self) -> bool:
        """Whether the button said that the planned gesprek has been, earlier than it was planned."""
        return self.ahead and "geweest" in self.data

    def changes(self) -> dict[str, Any]:
        """What was touched; a gesprek that has been was now."""
        found = super().changes()
        return found | {"wanneer": timezone.now()} if self.has_been else found
