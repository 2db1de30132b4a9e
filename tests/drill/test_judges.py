"""The judges of the drill turn red where an edit got lost; the drill itself is too long for here (`make drill`)."""

from types import SimpleNamespace
from typing import Any

import pytest

from tests.drill import kills, mail, withdraw, writers
from tests.drill.browser import fields_of
from tests.drill.writers import Stand


def page(*seen: str) -> Any:
    return SimpleNamespace(seen=set(seen))


def lost(before: Stand, after: Stand, **pages: Any) -> list[str]:
    score = writers.Score()
    writers.judge(before, after, pages, score)
    return score.lost


def test_a_text_that_lost_and_is_kept_is_not_lost() -> None:
    before, after = Stand("oud", {}), Stand("a", {1: "b"})
    assert lost(before, after, a=page("oud", "a"), b=page("oud", "b")) == []


@pytest.mark.parametrize(
    ("after", "fault"),
    [
        (Stand("a", {}), "“b” is nergens meer"),
        (Stand("b", {1: "a"}), "“oud” werd overschreven"),
        (Stand("oud", {}), "“a” is nergens meer"),
    ],
)
def test_a_text_that_is_gone_is_found(after: Stand, fault: str) -> None:
    found = lost(Stand("oud", {}), after, a=page("oud", "a"), b=page("nog ouder", "b"))
    assert any(fault in line for line in found)


def test_a_kept_text_may_only_grow_under_the_hands_that_typed_it() -> None:
    before = Stand("oud", {1: "b"})
    assert lost(before, Stand("oud", {1: "bb"}), bb=page("b", "bb")) == []
    assert lost(before, Stand("oud", {1: "bb"}), bb=page("bb")) != []
    assert lost(before, Stand("oud", {})) != []


def typist(sent: list[str], acked: int) -> Any:
    return SimpleNamespace(sent=sent, acked=acked, score=kills.Score())


@pytest.mark.parametrize(("text", "gone"), [("een", True), ("twee", False), ("drie", False), ("", True)])
def test_an_acknowledged_answer_may_only_make_way_for_a_later_one(text: str, gone: bool) -> None:
    who = typist(["", "een", "twee", "drie"], acked=2)
    kills.Typist.judge(who, text, "hier")
    assert bool(who.score.lost) is gone


def test_a_form_is_read_as_a_browser_sends_it() -> None:
    html = (
        '<input name="t:n" value="3.abc"><textarea name="n">Rustig &amp; kalm</textarea><input type="submit">'
    )
    assert fields_of(html) == {"t:n": "3.abc", "n": "Rustig & kalm"}


def mails(*moments: float, gone: bool = False, state: str = "verzonden") -> mail.Score:
    """The verdict on one mail of which copies came in at these moments, with one blow at 100."""
    row = SimpleNamespace(pk=1, aan=mail.GONE if gone else "a@b.example", message_id="<1>")
    round_ = mail.Round({})
    round_.rows, round_.blows = [row], [100.0]  # type: ignore[list-item]
    round_.came["<1>"] = [(moment, b"dezelfde") for moment in moments]
    return round_.judge({1: state})


def test_a_mail_that_came_is_fine_and_one_that_did_not_is_lost() -> None:
    assert mails(50).lost == []
    assert len(mails(state="wacht").lost) == 1
    assert (mails(gone=True, state="geweigerd").refused, mails(gone=True, state="geweigerd").odd) == (1, [])
    assert mails(gone=True).odd == ["een geweigerde mail staat niet als geweigerd"]


def test_a_second_copy_needs_a_blow_that_explains_it() -> None:
    assert (mails(99.5, 104).doubles, mails(99.5, 104).twice) == (1, [])
    for first in (97, 101):
        assert len(mails(first, 104).twice) == 1


def test_a_text_that_was_read_after_it_was_taken_back_is_found() -> None:
    score = withdraw.Score()
    looks = [
        withdraw.Look("pagina", start, shows)
        for start, shows in ((1, True), (2.5, True), (4, False), (5, True))
    ]
    withdraw.judge(looks, 2, 3, score)
    assert (score.before, score.during, score.after) == (1, 1, 2)
    assert score.faults == ["pagina had de tekst nog, 2.000 s na het terugnemen"]
