"""Aandacht on the first screen: set aside until a day and back on it; the klas seen in one tap."""

from datetime import timedelta

from django.test import Client
from django.urls import reverse

from collaboration.enums.aandacht import Regel
from collaboration.models import AandachtOpzij, KlasGezien, StudentGezien
from students.access import Viewer
from tests.acts_aandacht import gezien_vandaag, opzij, van
from tests.cast import Cast
from tests.factories import AfspraakFactory, StudentFactory, days, viewer
from tests.htmx import queries_of, title, words

URL = "/"


def opzij_url(cast: Cast) -> str:
    return reverse("aandacht_opzij", args=[cast.has.pk, "stilte", cast.has.pk])


def test_the_first_screen_says_who_why_since_when_and_what_now(client: Client, cast: Cast) -> None:
    gezien_vandaag(cast.harold, cast.e1b)
    StudentGezien.objects.filter(student=cast.has).delete()
    AfspraakFactory.create(student=cast.has, auteur=cast.harold, wat="De bus uitzoeken", voor=days(-20))
    client.force_login(cast.harold)
    seen = words(client.get(URL))
    assert "Eén student heeft jou nu eerst nodig." in seen
    assert "Eerst deze student" in seen
    assert "schooldagen stil" in seen
    assert "Zoek contact voor Has El Amrani" in seen
    assert "De bus uitzoeken (Has, was voor" in seen
    assert "Eerst stilte, dan open vragen van de stage." in seen


def test_what_can_wait_is_set_aside_with_a_reason_and_comes_back_on_its_day(
    client: Client, cast: Cast
) -> None:
    client.force_login(cast.harold)
    page = client.get(opzij_url(cast))
    assert title(page) == "Dit kan wachten - Kansrijk"
    assert "Ik weet waarom het stil is" in words(page)
    back = days(3)
    answer = client.post(opzij_url(cast), {"reden": "Hij is bij zijn oma", "tot": back})
    assert answer.status_code == 302
    seen = words(client.get(URL))
    assert "Opzij gezet: 1" in seen
    assert "Harold Vermeer weet: Hij is bij zijn oma" in seen
    assert cast.has not in [punt.student for punt in van(viewer(cast.harold), Regel.STILTE)]
    day_before = Viewer(user=cast.harold, today=back - timedelta(days=1))
    assert cast.has not in [punt.student for punt in van(day_before, Regel.STILTE)]
    for late in (0, 1):
        later = Viewer(user=cast.harold, today=back + timedelta(days=late))
        assert cast.has in [punt.student for punt in van(later, Regel.STILTE)]


def test_it_can_be_put_back_before_its_day(client: Client, cast: Cast) -> None:
    (punt,) = [one for one in van(viewer(cast.harold), Regel.STILTE) if one.student == cast.has]
    row = opzij(viewer(cast.harold), punt, days(5))
    client.force_login(cast.harold)
    for _ in range(2):  # twice is once
        assert client.post(reverse("aandacht_terug", args=[row.pk])).status_code == 302
    assert "Has El Amrani" in [one.student.naam for one in van(viewer(cast.harold), Regel.STILTE)]
    row.refresh_from_db()
    assert row.terug_door == cast.harold


def test_the_same_form_sent_twice_is_once_and_a_new_reason_replaces_the_old(
    client: Client, cast: Cast
) -> None:
    client.force_login(cast.harold)
    sent = {"reden": "Ziek", "tot": days(3), "sleutel": "7a0f2c1e-0000-4000-8000-000000000001"}
    for _ in range(2):
        client.post(opzij_url(cast), sent)
    assert AandachtOpzij.objects.count() == 1
    client.post(opzij_url(cast), {"reden": "Langer ziek", "tot": days(9)})
    assert AandachtOpzij.objects.filter(terug_op__isnull=True).count() == 1


def test_the_form_says_what_to_mend(client: Client, cast: Cast) -> None:
    client.force_login(cast.harold)
    for tot, said in ((days(0), "Kies een dag na vandaag."), (days(43), "Kies een dag binnen zes weken.")):
        answer = client.post(opzij_url(cast), {"reden": "", "tot": tot})
        assert answer.status_code == 422
        assert said in words(answer)
        assert "Schrijf kort op waarom dit even kan wachten" in words(answer)


def test_only_the_team_of_school_and_only_what_holds(client: Client, cast: Cast) -> None:
    client.force_login(cast.bea)
    answer = client.get(opzij_url(cast))
    assert answer.status_code == 403
    assert "Aandacht opzij zetten kunnen alleen de begeleiders van school" in words(answer)
    client.force_login(cast.melissa)
    assert client.get(opzij_url(cast)).status_code == 404
    client.force_login(cast.harold)
    gezien_vandaag(cast.harold, cast.e1b)
    assert client.get(opzij_url(cast)).status_code == 404


def test_the_klas_is_seen_in_one_tap_and_who_was_not_there_is_unticked(client: Client, cast: Cast) -> None:
    client.force_login(cast.soraya)
    page = client.get(URL)
    assert "Klas gezien vandaag" in words(page)
    shown = [str(one.pk) for one in (cast.marije, cast.sanna, cast.has)]
    url = reverse("klas_gezien", args=[cast.e1b.pk])
    answer = client.post(url, {"getoond": shown, "er": shown[:2]})
    assert answer.status_code == 302
    seen = words(client.get(URL))
    assert "Gezien vandaag" in seen
    assert "door jou. Niet gezien: Has" in seen
    assert [punt.student for punt in van(viewer(cast.harold), Regel.STILTE)] == [cast.has]
    assert "Haal het vinkje weg bij wie je niet zag." in words(client.get(url))


def test_a_colleague_can_mend_it_and_a_tap_can_be_undone(client: Client, cast: Cast) -> None:
    gezien_vandaag(cast.soraya, cast.e1b)
    client.force_login(cast.harold)
    shown = [str(cast.has.pk)]
    client.post(reverse("klas_gezien", args=[cast.e1b.pk]), {"getoond": shown, "er": []})
    assert KlasGezien.objects.get().gezien_door == cast.harold
    assert StudentGezien.objects.get(er=False).student == cast.has
    assert StudentGezien.objects.filter(er=True).count() == 2
    for _ in range(2):
        assert client.post(reverse("klas_gezien_terug", args=[cast.e1b.pk])).status_code == 302
    assert not KlasGezien.objects.exists()


def test_a_student_of_another_klas_cannot_be_sent_along(client: Client, cast: Cast) -> None:
    client.force_login(cast.harold)
    url = reverse("klas_gezien", args=[cast.e1b.pk])
    ids = [str(cast.milan.pk), str(cast.has.pk), "geen-id"]
    client.post(url, {"getoond": ids, "er": ids})
    assert [row.student for row in StudentGezien.objects.all()] == [cast.has]
    client.force_login(cast.ilse)
    assert client.post(url, {"getoond": ids, "er": ids}).status_code == 404


def test_the_first_screen_takes_as_many_queries_with_ten_as_with_two(client: Client, cast: Cast) -> None:
    def fill(number: int) -> int:
        for student in StudentFactory.create_batch(number, klas=cast.e1b, regie_houder=cast.harold):
            AfspraakFactory.create(student=student, auteur=cast.harold, voor=days(-20))
            (punt,) = [one for one in van(viewer(cast.harold), Regel.STILTE) if one.student == student]
            opzij(viewer(cast.harold), punt, days(9))
        return queries_of(client, URL)

    client.force_login(cast.harold)
    few = fill(2)
    assert fill(8) == few
