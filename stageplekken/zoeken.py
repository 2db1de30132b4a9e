"""What a search finds in this room: leerbedrijven, by the stages there that one may see."""

from kern.folding import begins
from kern.http import address
from kern.zoeken import MEEST, Bron, Treffer
from stageplekken.models import Stage
from stageplekken.rules.stage import ENDED
from students.access import Viewer
from students.enums import Soort


def find_companies(viewer: Viewer, words: tuple[str, ...]) -> list[Treffer]:
    """Each stage that did not end, and that this person reads, at a leerbedrijf with this name or place: one query.

    A leerbedrijf has no page of its own; what one looks for is who is there. So the hit is that stage.
    """
    mine = Stage.objects.filter(viewer.rows_q(Soort.STAGE, stage="pk")).exclude(status__in=sorted(ENDED))
    rows = mine.select_related("student__klas", "stageplek__leerbedrijf").order_by(
        "stageplek__leerbedrijf__naam", "student__voornaam", "student__achternaam", "-begin", "id"
    )
    fits = [
        stage
        for stage in rows
        if begins(words, f"{stage.stageplek.leerbedrijf.naam} {stage.stageplek.leerbedrijf.plaats}")
    ]
    return [_hit(stage) for stage in fits[: MEEST + 1]]


def _hit(stage: Stage) -> Treffer:
    bedrijf = stage.stageplek.leerbedrijf
    who = f"Stage van {stage.student.naam}, klas {stage.student.klas.naam}"
    return Treffer(bedrijf.naam, address("stage", stage.pk), f"{bedrijf.plaats} · {who}")


LEERBEDRIJVEN = Bron("Leerbedrijven", "storefront", find_companies)
