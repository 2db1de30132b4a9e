"""Two people answer the same empty field in the same moment, each on a connection of their own."""

import threading
from typing import Any

import pytest
from django.db import connection

from begeleiders.models import User
from checklists import actions
from checklists.models import Antwoord, Botsing, Invulling
from tests.checklists.conftest import START
from tests.checklists.sample import browser, fresh

pytestmark = pytest.mark.django_db(transaction=True)


def test_one_text_stands_and_the_other_waits(invulling: Invulling, harold: User, noor: User) -> None:
    fields = invulling.versie.instrument.velden("een")
    posts = {
        person: browser(fresh(invulling, person), codes=["notitie"], notitie=f"Van {person.voornaam}")
        for person in (harold, noor)
    }
    barrier = threading.Barrier(2)
    errors: list[BaseException] = []

    def write(person: User, post: Any) -> None:
        try:
            barrier.wait(timeout=10)
            actions.save_answers(by=person, invulling=invulling, posted=post, fields=fields, now=START)
        except BaseException as error:
            errors.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=write, args=pair) for pair in posts.items()]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)
    assert errors == []
    assert {Antwoord.objects.get().waarde, Botsing.objects.get().waarde} == {"Van Harold", "Van Noor"}
