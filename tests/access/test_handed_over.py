"""While the phone is with the student nothing of the begeleider can be reached, by any address."""

from begeleiders import handover
from tests.access.addresses import path_of
from tests.access.test_content import WORD
from tests.access.test_methods import FIRST
from tests.access.visit import Visitors, session_of, text
from tests.access.world import World

OPEN = {*handover.OPEN_NAMES, "gezond"}


def test_every_address_leads_to_the_one_question(world: World, visitors: Visitors) -> None:
    mentor, gesprek = world.people["mentor"], world.gesprekken["concept"]
    handed_over = {handover.KEY: {"gesprek": str(gesprek.pk), "user": str(mentor.pk)}}
    visitors.sessions["overhandigd"] = session_of(mentor, **handed_over)
    wrong = []
    for address, row in FIRST.items():
        path = path_of(world, row)
        if address in OPEN:
            continue
        answers = {
            "get": visitors("overhandigd", path),
            "get htmx": visitors("overhandigd", path, htmx=True),
            "post": visitors("overhandigd", path, method="post"),
            "put": visitors("overhandigd", path, method="put"),
        }
        got = {how: answer.status_code for how, answer in answers.items()}
        if got != {"get": 302, "get htmx": 403, "post": 403, "put": 403}:
            wrong.append(f"{address}: {got}")
        if answers["get"].headers.get("Location") != "/telefoon/" or any(
            WORD.search(text(a)) for a in answers.values()
        ):
            wrong.append(f"{address}: {answers['get'].headers.get('Location')}")
    assert not wrong, "\n".join(wrong)


def test_the_question_itself_shows_nothing_that_the_begeleider_wrote(
    world: World, visitors: Visitors
) -> None:
    mentor, gesprek = world.people["mentor"], world.gesprekken["concept"]
    handed_over = {handover.KEY: {"gesprek": str(gesprek.pk), "user": str(mentor.pk)}}
    visitors.sessions["overhandigd"] = session_of(mentor, **handed_over)
    for path in ("/telefoon/", "/telefoon/klaar/", "/telefoon/terug/"):
        answer = visitors("overhandigd", path)
        assert answer.status_code == 200
        assert not WORD.search(text(answer)), path
