"""What people fill in about the team of care, the regie and consent."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils import timezone

from begeleiders.models import User
from collaboration.actions.consent import Vraag
from collaboration.actions.regie import Woorden
from collaboration.forms.choices import choose
from collaboration.forms.zorg import area
from kern.forms import DagField, KansForm
from students.leeftijd import parent_decides_along
from students.models import Student


class TeamForm(KansForm):
    """Who of the zorgteam joins: somebody the school knows already, or an account by its address."""

    wie = forms.ChoiceField(label="Wie van het zorgteam helpt mee?", required=False)
    email = forms.EmailField(
        label="Of het e-mailadres van een andere collega",
        required=False,
        help_text="Die collega heeft al een account in Kansrijk.",
    )

    def __init__(self, *args: Any, people: list[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = [
            (str(user.pk), f"{user.naam}, {user.organisatie}" if user.organisatie else user.naam)
            for user in people
        ]
        choose(self, "wie", [("", "Kies een collega"), *named])

    def clean(self) -> dict[str, Any]:
        """One of the two."""
        data: dict[str, Any] = super().clean() or {}
        if not data.get("wie") and not data.get("email") and not self.errors:
            self.add_error("wie", "Kies een collega, of vul een e-mailadres in")
        return data


class RegieForm(KansForm):
    """To whom the regie goes, why, what the new one does and what stays."""

    aan = forms.ChoiceField(
        label="Aan wie bied je de regie aan?", error_messages={"required": "Kies een collega"}
    )
    reden = forms.CharField(
        label="Waarom gaat de regie over?",
        max_length=200,
        error_messages={"required": "Schrijf op waarom de regie overgaat"},
    )
    doet = area("Wat doet wie de regie krijgt?", required=False, help_text="Eén ding op een regel.")
    blijft = area("Wat blijft waar het is?", required=False, help_text="Eén ding op een regel.")
    bericht = area(
        "Bericht aan de student en het team",
        required=False,
        help_text="De student leest dit ook. Schrijf kort en vriendelijk.",
    )
    sleutel = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, people: list[tuple[User, str]] | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if people is None:
            del self.fields["aan"]
        else:
            choose(self, "aan", [(str(user.pk), f"{user.naam} ({rol})") for user, rol in people])

    def woorden(self) -> Woorden:
        """The words that were filled in."""
        data = self.cleaned_data
        return Woorden(data["reden"], data["doet"], data["blijft"], data["bericht"])

    def to(self, people: list[tuple[User, str]]) -> User:
        """The colleague who was chosen."""
        chosen = UUID(self.cleaned_data["aan"])
        return next(user for user, _ in people if user.pk == chosen)


class ToestemmingForm(KansForm):
    """Who gets to know what, for what, until when; asked, or noted as spoken."""

    wie = forms.CharField(
        label="Wie krijgt iets te weten?", max_length=120, help_text="Bijvoorbeeld: het zorgteam."
    )
    wat = forms.CharField(label="Wat?", max_length=200)
    niet = forms.CharField(label="Wat niet?", max_length=200, required=False)
    doel = forms.CharField(label="Waarvoor?", max_length=200)
    geldig_tot = DagField(label="Tot en met welke dag?", required=False)
    ouder = forms.CharField(label="Welke ouder beslist mee?", max_length=120, required=False)
    gezegd_op = DagField(
        label="Zei de student al ja? Kies de dag.",
        required=False,
        help_text="Laat leeg, dan vraagt Kansrijk het aan de student.",
    )
    sleutel = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, student: Student, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not parent_decides_along(student, timezone.localdate()):
            del self.fields["ouder"]

    def vraag(self) -> Vraag:
        """What is asked of the student."""
        names = ("wie", "wat", "niet", "doel", "geldig_tot")
        data = self.cleaned_data
        return Vraag(**{name: data[name] for name in names}, ouder=data.get("ouder", ""))
