"""Who may do what with a gesprek and an afspraak, with the reason when not (a sentence for on screen)."""

from uuid import UUID

from django.utils import timezone

from collaboration.enums import GesprekStatus
from collaboration.models import Afspraak, Contactpoging, Gesprek
from students.access import TABLE, YES, Answer, Item, Viewer, no
from students.enums import Laag, Rol, Soort
from students.models import Student

SCHOOL_TEAM = frozenset({Rol.MENTOR, Rol.KAWER, Rol.ZORGMEDEWERKER})


def may_write(viewer: Viewer, student: Student) -> Answer:
    """Whether this person may note a gesprek, contactpoging or afspraak about this student at all."""
    if viewer.layers(student):
        return YES
    return no("Een gesprek noteren kunnen alleen de begeleiders van deze student.")


def may_edit(viewer: Viewer, gesprek: Gesprek, voerders: set[UUID]) -> Answer:
    """Whether this person may work in this gesprek: a concept, by its author or a gespreksvoerder."""
    if gesprek.status != GesprekStatus.CONCEPT:
        return no("Dit gesprek is al vastgelegd. Maak een nieuwe versie als er iets niet klopt.")
    if viewer.user.pk == gesprek.auteur_id or viewer.user.pk in voerders:
        return may_write(viewer, gesprek.student)
    return no("Aan dit gesprek werken alleen de gespreksvoerders.")


def may_fix(viewer: Viewer, gesprek: Gesprek, laag: str) -> Answer:
    """Whether this person may make this gesprek vastgelegd in this layer."""
    if laag not in viewer.layers(gesprek.student):
        return no("In deze kring mag jouw rol niet schrijven. Kies een andere.")
    if laag not in layers_for(viewer, gesprek):
        return no(
            "Deze versie kan niet door anderen gelezen worden dan de vorige. Kies de kring van de vorige versie."
        )
    return YES


def layers_for(viewer: Viewer, gesprek: Gesprek) -> list[Laag]:
    """The layers in which this person may make this gesprek vastgelegd.

    A new version stays in the layer of the old one, or goes where that one could go freely: a correction is no way
    around the consent that widening asks, and takes nothing from the student.
    """
    own = viewer.layers(gesprek.student)
    if viewer.user.pk != gesprek.auteur_id:
        own = [laag for laag in own if laag != Laag.WERKAANTEKENING]  # only the author would still read it
    if gesprek.corrigeert is None:
        return own
    old = gesprek.corrigeert.laag
    return [laag for laag in own if laag == old or laag in _narrower(old)]


def may_correct(viewer: Viewer, gesprek: Gesprek) -> Answer:
    """Whether this person may make a new version of a vastgelegd gesprek: its author."""
    if gesprek.status != GesprekStatus.VASTGELEGD:
        return no("Alleen van een vastgelegd gesprek maak je een nieuwe versie.")
    if viewer.user.pk != gesprek.auteur_id:
        return no(f"Een nieuwe versie van dit gesprek kan alleen {gesprek.auteur.naam} maken.")
    return may_write(viewer, gesprek.student)


def may_withdraw(viewer: Viewer, gesprek: Gesprek) -> Answer:
    """Whether this person may withdraw a gesprek that was put into the wrong file: its author."""
    if gesprek.status not in (GesprekStatus.CONCEPT, GesprekStatus.VASTGELEGD):
        return no("Dit gesprek is al vervangen of ingetrokken.")
    if viewer.user.pk != gesprek.auteur_id:
        return no(f"Dit gesprek kan alleen {gesprek.auteur.naam} intrekken.")
    return may_write(viewer, gesprek.student)


def narrower_layers(viewer: Viewer, gesprek: Gesprek) -> list[Laag]:
    """The layers to which its author may bring a vastgelegd gesprek: narrower, and not away from student or author."""
    own = viewer.layers(gesprek.student)
    return [laag for laag in _narrower(gesprek.laag) if laag in own]


def _narrower(laag_now: str) -> list[Laag]:
    now = Laag(laag_now)
    student_reads = Rol.STUDENT in TABLE[Soort.GESPREK, now]
    return [
        laag
        for laag in Laag
        if laag.breedte < now.breedte and (not student_reads or Rol.STUDENT in TABLE[Soort.GESPREK, laag])
    ]


def may_narrow(viewer: Viewer, gesprek: Gesprek) -> Answer:
    """Whether this person may make the circle of readers smaller."""
    if gesprek.status != GesprekStatus.VASTGELEGD:
        return no("Wie dit leest, kies je bij het vastleggen.")
    if viewer.user.pk != gesprek.auteur_id:
        return no(f"Wie dit gesprek leest, kan alleen {gesprek.auteur.naam} aanpassen.")
    if not narrower_layers(viewer, gesprek):
        return no("De kring van lezers kan hier niet kleiner.")
    return YES


def may_finish(viewer: Viewer, afspraak: Afspraak) -> Answer:
    """Whether this person may tick off this afspraak: its owner, the school's team, the student for their own."""
    if viewer.user.pk == afspraak.eigenaar_id:
        return YES
    roles = {link.rol for link in viewer.links(afspraak.student)}
    if roles & SCHOOL_TEAM or (Rol.STUDENT in roles and afspraak.eigenaar_id is None):
        return YES
    wie = afspraak.eigenaar.naam if afspraak.eigenaar else afspraak.student.voornaam
    return no(f"Deze afspraak kunnen alleen {wie} en het team van school afvinken.")


def may_undo_poging(viewer: Viewer, poging: Contactpoging) -> Answer:
    """Whether this person may take back a contactpoging: who noted it, on the same day."""
    if poging.auteur_id != viewer.user.pk:
        return no(f"Deze poging kan alleen {poging.auteur.naam} weghalen.")
    if timezone.localdate(poging.wanneer) != viewer.today:
        return no("Een poging haal je alleen dezelfde dag weg. Noteer anders een gesprek met uitleg.")
    return YES


def default_layer(viewer: Viewer, gesprek: Gesprek) -> str:
    """The layer chosen beforehand: that of the version before.

    Without one: begeleiding where the student was there, else werkaantekening.
    """
    layers = layers_for(viewer, gesprek)
    if gesprek.corrigeert is not None and gesprek.corrigeert.laag in layers:
        return gesprek.corrigeert.laag
    wish = Laag.BEGELEIDING if gesprek.student_erbij else Laag.WERKAANTEKENING
    if wish in layers:
        return wish
    return Laag.WERKAANTEKENING if Laag.WERKAANTEKENING in layers else ""


def poging_layer(viewer: Viewer, student: Student) -> tuple[Laag, UUID | None]:
    """The layer of a contactpoging, with its stage: begeleiding, or the own stage of a praktijkbegeleider."""
    if Laag.BEGELEIDING in viewer.layers(student):
        return Laag.BEGELEIDING, None
    for link in viewer.links(student):
        if link.stage and viewer.may("schrijf", student, Item(Soort.GESPREK, Laag.STAGE, stage=link.stage)):
            return Laag.STAGE, link.stage
    return Laag.WERKAANTEKENING, None
