"""Two people or two devices on one answer: the stored value stays, what was posted is kept beside it."""

from collections.abc import Callable

import pytest

from begeleiders.models import User
from checklists.actions import SaveResult
from checklists.models import Antwoord, Botsing, Invulling
from tests.checklists.sample import browser, fresh

Save = Callable[..., SaveResult]


@pytest.fixture
def page_of_noor(save: Save, invulling: Invulling, harold: User, noor: User) -> Callable[..., object]:
    """A page that Noor opened before Harold wrote "Van Harold"."""
    old = fresh(invulling, noor)
    assert old.answers == {}
    save(harold, browser(fresh(invulling, harold), codes=["notitie"], notitie="Van Harold"))

    def post(text: str, **extra: object) -> object:
        return browser(old, codes=["notitie"], notitie=text, **extra)

    return post


def test_the_second_writer_loses_nothing(
    save: Save, invulling: Invulling, harold: User, noor: User, page_of_noor: Callable[..., object]
) -> None:
    result = save(noor, page_of_noor("Van Noor"))
    assert (result.saved, result.ok, result.tokens) == ([], False, {})
    page = fresh(invulling, noor)
    answer = page.answer("notitie")
    assert answer is not None
    assert (answer.waarde, answer.door, answer.versie) == ("Van Harold", harold, 1)
    [botsing] = page.conflicts["notitie"]
    assert (botsing.waarde, botsing.door, botsing.basis, botsing.open) == ("Van Noor", noor, 0, True)


def test_the_same_text_from_both_is_no_conflict(
    save: Save, noor: User, page_of_noor: Callable[..., object]
) -> None:
    result = save(noor, page_of_noor("Van Harold"))
    assert (result.ok, result.saved, list(result.tokens)) == (True, [], ["notitie"])
    assert Antwoord.objects.get(veld="notitie").versie == 1


def test_a_lost_text_that_is_sent_again_is_one_conflict(
    save: Save, noor: User, page_of_noor: Callable[..., object]
) -> None:
    first = save(noor, page_of_noor("Van Noor"))
    again = save(noor, page_of_noor("Van Noor"))
    assert [b.pk for b in first.botsingen] == [b.pk for b in again.botsingen]
    assert Botsing.objects.count() == 1


def test_typing_on_after_a_conflict_grows_that_conflict(
    save: Save, noor: User, page_of_noor: Callable[..., object]
) -> None:
    save(noor, page_of_noor("Van Noor"))
    save(noor, page_of_noor("Van Noor, met meer"))
    assert [botsing.waarde for botsing in Botsing.objects.all()] == ["Van Noor, met meer"]


def test_another_text_without_the_script_is_another_conflict(
    save: Save, noor: User, page_of_noor: Callable[..., object]
) -> None:
    save(noor, page_of_noor("Van Noor"))
    save(noor, page_of_noor("Iets heel anders"))
    assert {botsing.waarde for botsing in Botsing.objects.all()} == {"Van Noor", "Iets heel anders"}


def test_a_page_with_a_name_keeps_its_last_text_only(
    save: Save, noor: User, page_of_noor: Callable[..., object]
) -> None:
    save(noor, page_of_noor("Van Noor", pagina="telefoon-1", beurt=1))
    save(noor, page_of_noor("Toch anders", pagina="telefoon-1", beurt=3))
    save(noor, page_of_noor("Onderweg", pagina="telefoon-1", beurt=2))  # arrives late
    save(noor, page_of_noor("Aan het bureau", pagina="bureau-77", beurt=1))
    assert {botsing.waarde for botsing in Botsing.objects.all()} == {"Toch anders", "Aan het bureau"}


def test_two_devices_of_one_person_lose_nothing(save: Save, invulling: Invulling, harold: User) -> None:
    desk, phone = fresh(invulling, harold), fresh(invulling, harold)
    post = browser(phone, codes=["notitie"], notitie="Op de telefoon", pagina="telefoon-1", beurt=1)
    save(harold, browser(desk, codes=["notitie"], notitie="Aan het bureau", pagina="bureau-77", beurt=1))
    assert not save(harold, post).ok
    assert [botsing.waarde for botsing in Botsing.objects.all()] == ["Op de telefoon"]


def test_a_page_whose_answer_got_lost_does_not_conflict_with_itself(
    save: Save, invulling: Invulling, harold: User
) -> None:
    page = fresh(invulling, harold)

    def typed(text: str, turn: int) -> object:
        return browser(page, codes=["notitie"], notitie=text, pagina="telefoon-1", beurt=turn)

    save(harold, typed("Een", 1))  # saved, but the answer never arrived: the page keeps its old token
    assert save(harold, typed("Een twee", 2)).ok
    assert save(harold, typed("Een", 1)).saved == []  # the first request, repeated by the network
    assert fresh(invulling, harold).value("notitie") == "Een twee"
    assert save(harold, typed("", 3)).ok
    assert fresh(invulling, harold).value("notitie") == ""
    assert not Botsing.objects.exists()


def test_a_page_that_a_colleague_overtook_conflicts_as_ever(
    save: Save, invulling: Invulling, harold: User, noor: User
) -> None:
    page = fresh(invulling, harold)
    save(harold, browser(page, codes=["notitie"], notitie="Een", pagina="telefoon-1", beurt=1))
    save(
        noor,
        browser(fresh(invulling, noor), codes=["notitie"], notitie="Van Noor", pagina="noor-laptop", beurt=1),
    )
    result = save(harold, browser(page, codes=["notitie"], notitie="Een twee", pagina="telefoon-1", beurt=2))
    assert [botsing.waarde for botsing in result.botsingen] == ["Een twee"]


@pytest.mark.parametrize("token", ["", "onzin", "1", "-1.aaaaaaaa", "99999999999999.aaaaaaaa"])
def test_a_broken_token_never_overwrites(
    save: Save, invulling: Invulling, noor: User, page_of_noor: Callable[..., object], token: str
) -> None:
    post = page_of_noor("Van Noor")
    post["t:notitie"] = token  # type: ignore[index]
    assert not save(noor, post).ok
    assert fresh(invulling, noor).value("notitie") == "Van Harold"
