"""A database to measure in: many students, and one mentor with work in hand. Kept in var/bench for a day."""

import datetime
import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "var" / "bench"
SMALL, LARGE = 150, 50_000
NAMES = 500_000  # of whom all but the first SMALL are names only: what a page asks of the table of students


def environment(database: Path) -> dict[str, str]:
    """Production settings on this database; only https is missing."""
    return os.environ | {
        "DJANGO_SETTINGS_MODULE": "tests.bench.settings",
        "DATABASE_URL": f"sqlite:///{database}",
        "KANSRIJK_VAR": str(FOLDER),
        "KANSRIJK_SECRET_KEY": "alleen-om-te-meten",
        "KANSRIJK_HTTPS": "0",
        "KANSRIJK_DEMO": "0",
        "KANSRIJK_DEBUG": "0",
    }


def _generation() -> str:
    """What the data depend on: the generator, the tables, the instruments, and the day around which they lie."""
    files = [
        *ROOT.glob("tests/demo/bulk*.py"),
        Path(__file__),
        *ROOT.glob("*/migrations/*.py"),
        *ROOT.glob("fixtures/**/*.yaml"),
    ]
    content = b"".join(path.read_bytes() for path in sorted(files))
    return hashlib.sha256(content + str(datetime.date.today()).encode()).hexdigest()[:12]


def databases() -> dict[int, Path]:
    """The databases by their number of students; made where they are not there yet, older ones go."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    generation = _generation()
    for old in [*FOLDER.glob("*.sqlite3*"), *FOLDER.glob("*.json")]:
        if generation not in old.name:
            old.unlink()
    found = {students: FOLDER / f"{students}-{generation}.sqlite3" for students in (SMALL, LARGE, NAMES)}
    for students, path in found.items():
        if not path.with_suffix(".json").exists():
            path.unlink(missing_ok=True)
            command = [sys.executable, "-m", "tests.bench.world", str(students)]
            subprocess.run(command, cwd=ROOT, env=environment(path), check=True)  # noqa: S603
    return found


def facts(database: Path) -> dict[str, str]:
    """The ids that the measuring needs."""
    found: dict[str, str] = json.loads(database.with_suffix(".json").read_text())
    return found


def build(students: int) -> dict[str, str]:
    """Fill the database of the settings; returns the ids that the measuring needs."""
    from django.core.management import call_command

    from begeleiders.models import User
    from students.models import Student
    from tests import acts
    from tests.demo.bulk import bulk
    from tests.factories import SchoolRolFactory, UserFactory, days

    call_command("migrate", interactive=False, verbosity=0)
    call_command("createcachetable", verbosity=0)
    mentor = bulk(SMALL if students == NAMES else students)
    if students == NAMES:
        bulk(NAMES - SMALL, names_only=True)
    klas = list(Student.objects.filter(klas__rollen__user=mentor).order_by("voornaam", "id"))
    work = acts.concept(mentor, klas[0], acts.B, onderwerp="opdrachten")
    acts.answer(mentor, work, _answers(), stap="s2")
    for student in klas[1:4]:
        planned = datetime.datetime.combine(days(2), datetime.time(10), tzinfo=datetime.UTC)
        acts.concept(mentor, student, acts.B, wanneer=planned)
    promises = (("Elke dag een bericht sturen als ik er ben", None), ("Samen het rooster bekijken", mentor))
    done = acts.vastgelegd(
        mentor, klas[0], instrument_code=acts.B, answers=_answers(), beloften=promises, duur=30
    )
    zorgco = User.objects.filter(schoolrollen__school=klas[0].klas.school).first()
    zelf = UserFactory(voornaam=klas[0].voornaam, achternaam=klas[0].achternaam)
    Student.objects.filter(pk=klas[0].pk).update(account=zelf)
    beheerder = SchoolRolFactory(school=klas[0].klas.school, rol="beheerder").user
    ids = {
        "mentor": mentor.pk,
        "beheerder": beheerder.pk,
        "student": klas[0].pk,
        "zelf": zelf.pk,
        "concept": work.pk,
        "verslag": done.pk,
    }
    ids |= {"klas": klas[0].klas_id, "zorgco": zorgco.pk, "stage": klas[0].stages.get().pk}
    return {name: str(pk) for name, pk in ids.items()}


def _answers() -> dict[str, object]:
    """Something in every text field, and every point ticked."""
    from checklists.nodes import KEUZE, REGELS, VINK
    from tests import acts

    text = "We keken samen wat er goed gaat.\n\nDe volgende stap is klein: elke dag een bericht."
    found: dict[str, object] = {}
    for veld in acts.instrument().instrument.velden():
        if veld.soort == KEUZE:
            found[veld.code] = [veld.opties[0].code]
        elif veld.soort != REGELS:
            found[veld.code] = True if veld.soort == VINK else text
    return found


if __name__ == "__main__":
    import django

    django.setup()
    from django.conf import settings

    ids = build(int(sys.argv[1]))
    Path(settings.DATABASES["default"]["NAME"]).with_suffix(".json").write_text(json.dumps(ids))
