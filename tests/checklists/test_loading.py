"""From files to rows: a used version never changes, an unused one may be replaced."""

from typing import Any

import pytest

from begeleiders.models import User
from checklists import actions, loading, queries, tree
from checklists.content import ContentError
from checklists.models import InstrumentVersie
from tests.checklists.conftest import START
from tests.checklists.sample import tree as sample_tree

pytestmark = pytest.mark.usefixtures("known")


def load(**changes: Any) -> InstrumentVersie:
    data = sample_tree(**changes)
    return loading.load(tree.parse(data, where="proef.yaml"), data)


def test_the_instruments_of_the_house_stand_in_the_database_after_migrate(db: None) -> None:
    codes = {row.code for row in queries.current_all()}
    assert {path.stem for path in loading.files()} <= codes
    assert len(loading.files()) >= 2


def test_loading_twice_changes_nothing(versie: InstrumentVersie) -> None:
    again = load()
    assert (again.pk, InstrumentVersie.objects.filter(code="proef").count()) == (versie.pk, 1)


def test_an_unused_version_may_be_replaced(versie: InstrumentVersie) -> None:
    assert versie.instrument.titel == "Een nieuw instrument"
    load(titel="Een beter instrument")
    row = queries.current("proef")
    assert (row.pk, row.titel, row.instrument.titel) == (
        versie.pk,
        "Een beter instrument",
        "Een beter instrument",
    )


def test_a_used_version_asks_for_a_higher_number(versie: InstrumentVersie, harold: User) -> None:
    actions.start(by=harold, versie=versie, now=START)
    with pytest.raises(ContentError) as error:
        load(titel="Stiekem anders")
    assert str(error.value) == (
        "proef.yaml: versie 1 is al gebruikt en de inhoud is veranderd. Maak er versie 2 van."
    )
    assert queries.current("proef").titel == "Een nieuw instrument"


def test_a_filled_in_one_keeps_its_version(versie: InstrumentVersie, harold: User) -> None:
    invulling = actions.start(by=harold, versie=versie, now=START)
    load(versie=2, titel="Tweede versie")
    invulling.refresh_from_db()
    assert invulling.versie.instrument.titel == "Een nieuw instrument"
    assert queries.current("proef").versie == 2
    assert [row.versie for row in queries.current_all() if row.code == "proef"] == [2]


def test_the_tree_is_parsed_once_and_read_without_a_query(
    versie: InstrumentVersie, django_assert_num_queries: Any
) -> None:
    first = versie.instrument
    with django_assert_num_queries(1):
        again = queries.current("proef")
        assert again.instrument is first


def test_no_tables_no_loading(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    from django.db import connection

    called: list[str] = []
    monkeypatch.setattr(loading, "load_all", lambda using: called.append(using))
    loading.load_after_migrate(using="default")
    monkeypatch.setattr(type(connection.introspection), "table_names", lambda self: ["django_migrations"])
    loading.load_after_migrate(using="default")
    assert called == ["default"]
