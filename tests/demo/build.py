"""Builds the demo world: two invented schools, their people, and stories that each stand before their turn."""

import datetime

from django.db import transaction
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from begeleiders.models import School
from kern.models import Bericht
from tests.demo import verbs_kennis
from tests.demo import world as parts
from tests.demo.calendar import Days
from tests.demo.stories import Story
from tests.demo.verbs import klas_seen


def forget_mail() -> None:
    """What happened long ago was mailed long ago: nothing of it leaves now."""
    Bericht.objects.all().delete()
    DBTaskResult.objects.all().delete()


def build(now: datetime.datetime | None = None) -> bool:
    """Make the demo world around this moment (default: now), in one transaction.

    Out: False where it is there already; then nothing was touched.
    """
    with transaction.atomic():
        if School.objects.filter(slug__in=[row["code"] for row in parts.read("scholen")]).exists():
            return False
        world = parts.World(days=Days(now or timezone.now()))
        parts.make_people(world)
        parts.make_schools(world)
        parts.make_companies(world)
        story = Story(world)
        for name in parts.student_files():
            klas = parts.read(name)
            for row in klas["studenten"]:
                parts.make_student(world, klas["klas"], row)
                story.tell(row["code"], row.get("verhaal", []))
            for row in klas.get("gezien", []):
                klas_seen(story, klas["klas"], row)
        verbs_kennis.tell(story, parts.read("kennis"))
        story.play()
        forget_mail()
    return True
