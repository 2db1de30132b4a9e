"""The leefgebieden: the eight of the 8-fasenmodel, or the list of a school."""

from django.db import models

from begeleiders.models import School

LANGST = 40  # characters of a name of a school's own list


class Leefgebied(models.TextChoices):
    """The eight leefgebieden (8-fasenmodel); a school can set its own list."""

    HUISVESTING = "huisvesting", "Huisvesting"
    FINANCIEN = "financien", "Financiën"
    SOCIAAL = "sociaal", "Sociaal functioneren"
    PSYCHISCH = "psychisch", "Psychisch functioneren"
    ZINGEVING = "zingeving", "Zingeving"
    LICHAMELIJK = "lichamelijk", "Lichamelijk functioneren"
    PRAKTISCH = "praktisch", "Praktisch functioneren"
    DAGBESTEDING = "dagbesteding", "Dagbesteding"


# What a student reads for the name.
GEWONE_NAAM: dict[str, str] = {
    Leefgebied.HUISVESTING: "Wonen",
    Leefgebied.FINANCIEN: "Geld",
    Leefgebied.SOCIAAL: "Mensen om je heen",
    Leefgebied.PSYCHISCH: "Hoe je je voelt",
    Leefgebied.ZINGEVING: "Wat je belangrijk vindt",
    Leefgebied.LICHAMELIJK: "Je lijf",
    Leefgebied.PRAKTISCH: "Dingen regelen",
    Leefgebied.DAGBESTEDING: "Wat je overdag doet",
}

# What each asks of a student, in plain words.
IN_GEWONE_WOORDEN: dict[str, str] = {
    Leefgebied.HUISVESTING: "Waar je woont en slaapt.",
    Leefgebied.FINANCIEN: "Rekeningen, schulden, genoeg om van te leven.",
    Leefgebied.SOCIAAL: "Je familie, je vrienden, je vriend of vriendin.",
    Leefgebied.PSYCHISCH: "Hoe het gaat in je hoofd.",
    Leefgebied.ZINGEVING: "Geloof, cultuur, je toekomst.",
    Leefgebied.LICHAMELIJK: "Slapen, eten, ziek zijn.",
    Leefgebied.PRAKTISCH: "Post, formulieren, op tijd ergens zijn.",
    Leefgebied.DAGBESTEDING: "School, werk, vrije tijd.",
}


def leefgebieden_of(school: School) -> list[tuple[str, str]]:
    """The leefgebieden to choose from (code, label): the eight, or the school's own list of names."""
    own = (school.regels or {}).get("leefgebieden_lijst")
    if isinstance(own, list) and own:
        return [(str(name)[:LANGST], str(name)) for name in own]
    return [(one.value, one.label) for one in Leefgebied]
