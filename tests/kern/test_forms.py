"""Forms: our sentences, our order of label, hint, error and field, and the summary on top."""

import re
from pathlib import Path

import pytest
from django import forms
from django.conf import settings
from django.template import engines

from kern.forms import DagField, KansForm, TijdField, error_list, summary_title

TEMPLATES = settings.BASE_DIR / "templates"


class PlanForm(KansForm):
    dag = DagField(label="Dag van het gesprek")
    tijd = TijdField(label="Tijd", required=False)
    plek = forms.CharField(
        label="Plek", max_length=10, error_messages={"required": "Vul in waar jullie afspreken"}
    )
    mail = forms.EmailField(label="E-mailadres", required=False)
    soort = forms.ChoiceField(
        label="Hoe praten jullie?",
        help_text="Bellen mag ook.",
        choices=[("a", "Op school"), ("b", "Op de stage")],
        widget=forms.RadioSelect,
    )
    akkoord = forms.BooleanField(label="Ik sprak dit af")

    def clean(self) -> dict[str, object]:
        data = super().clean() or {}
        if data.get("plek") == "nergens":
            raise forms.ValidationError("Kies samen een plek")
        return data


def render(form: forms.BaseForm) -> str:
    source = '{% load crispy_forms_tags %}{% include "components/error_summary.html" %}{{ form|crispy }}'
    return engines["django"].from_string(source).render({"form": form})


def block(html: str, field: str) -> str:
    """The part of the page that holds one field."""
    start = html.index(f'id="div_id_{field}"')
    end = html.find('id="div_id_', start + 1)
    return html[start : end if end > 0 else None]


def test_what_is_missing_is_asked_for_in_our_words() -> None:
    assert error_list(PlanForm({})) == [
        ("id_dag", "Kies nog: dag van het gesprek"),
        ("id_plek", "Vul in waar jullie afspreken"),
        ("id_soort_0", "Kies nog: hoe praten jullie?"),
        ("id_akkoord", "Zet nog een vinkje: ik sprak dit af"),
    ]


def test_what_is_wrong_is_told_with_an_example() -> None:
    form = PlanForm({"dag": "morgen", "tijd": "elf", "plek": "x" * 11, "mail": "harold", "soort": "z"})
    assert form.errors["dag"] == ["Schrijf de dag als 19-03-2026"]
    assert form.errors["tijd"] == ["Schrijf de tijd als 11:00"]
    assert form.errors["plek"] == ["Maak het korter: hooguit 10 tekens"]
    assert form.errors["mail"] == ["Kijk het e-mailadres na. Zo kan het: naam@school.nl"]
    assert form.errors["soort"] == ["Kies iets uit de lijst"]


@pytest.mark.parametrize("typed", ["2026-03-19", "19-03-2026", "19/03/2026"])
def test_a_day_is_understood_as_people_type_it(typed: str) -> None:
    assert DagField().clean(typed).isoformat() == "2026-03-19"


@pytest.mark.parametrize("typed", ["11:00", "11.00"])
def test_a_time_is_understood_as_people_type_it(typed: str) -> None:
    assert TijdField().clean(typed).hour == 11


@pytest.mark.parametrize(
    ("count", "title"),
    [
        (1, "Nog één ding voordat je verder kunt"),
        (2, "Nog twee dingen voordat je verder kunt"),
        (12, "Nog 12 dingen voordat je verder kunt"),
    ],
)
def test_the_summary_counts_in_words(count: int, title: str) -> None:
    assert summary_title(count) == title


def test_the_summary_takes_the_focus_and_links_to_what_exists() -> None:
    html = render(PlanForm({}))
    assert re.search(r'class="k-errors" role="alert" tabindex="-1"[^>]*data-focus', re.sub(r"\s+", " ", html))
    assert "Nog vier dingen voordat je verder kunt" in html
    targets = re.findall(r'href="#([^"]+)"', html)
    assert targets == ["id_dag", "id_plek", "id_soort_0", "id_akkoord"]
    assert [target for target in targets if f'id="{target}"' not in html] == []


def test_an_error_of_the_whole_form_stands_in_the_summary() -> None:
    form = PlanForm({"dag": "2026-03-19", "plek": "nergens", "soort": "a", "akkoord": "on"})
    html = render(form)
    assert "<strong>Kies samen een plek</strong>" in html
    assert "Nog één ding" in html


def test_a_form_without_errors_has_no_summary() -> None:
    assert "k-errors" not in render(PlanForm())


def test_label_then_hint_then_error_then_field() -> None:
    part = block(render(PlanForm({})), "dag")
    places = [
        part.index(piece) for piece in ("<label", 'id="id_dag_helptext"', 'id="id_dag_error"', "<input")
    ]
    assert places == sorted(places)
    assert "has-error" in part
    assert 'type="date"' in part
    assert 'aria-describedby="id_dag_helptext id_dag_error"' in part
    assert 'aria-invalid="true"' in part


def test_choices_stand_in_a_fieldset_with_a_legend() -> None:
    part = block(render(PlanForm({})), "soort")
    assert 'aria-describedby="id_soort_helptext id_soort_error"' in part
    assert part.index("<legend") < part.index('id="id_soort_helptext"') < part.index('id="id_soort_error"')
    assert part.index('id="id_soort_error"') < part.index('type="radio"')


def test_only_what_may_stay_empty_is_marked() -> None:
    html = render(PlanForm())
    assert "(hoeft niet)" in block(html, "tijd")
    assert "(hoeft niet)" not in block(html, "plek")
    assert "*" not in re.sub(r"<[^>]+>", "", html)


def test_optional_fields_are_not_marked_where_nothing_is_required() -> None:
    class NoteForm(KansForm):
        notitie = forms.CharField(label="Notitie", required=False)

    assert "(hoeft niet)" not in render(NoteForm())


def test_no_field_has_the_browsers_own_check() -> None:
    assert " required" not in re.sub(r"<label.*?</label>", "", render(PlanForm({})), flags=re.DOTALL)


def with_parents(path: Path, folder: Path) -> str:
    """The text of a template and of those that it extends: what stands in a parent stands on the page."""
    text = path.read_text()
    parent = re.match(r'\{% extends "([^"]+)" %\}', text)
    return text + with_parents(folder / parent[1], folder) if parent else text


def forms_without_summary(folder: Path) -> list[str]:
    """Templates that render a form of the pack, but not the summary that holds the form's own errors."""
    rendering = re.compile(r"\|\s*(crispy|as_crispy_field)\b|\{%\s*crispy\s")
    return [
        str(path.relative_to(folder))
        for path in sorted(folder.rglob("*.html"))
        if rendering.search(path.read_text())
        and "components/error_summary.html" not in with_parents(path, folder)
    ]


def test_every_page_with_a_form_has_the_summary() -> None:
    parts = {path for path in forms_without_summary(TEMPLATES) if "/_" not in f"/{path}"}
    assert parts == set()


def test_a_forgotten_summary_is_found(tmp_path: Path) -> None:
    (tmp_path / "met.html").write_text('{% include "components/error_summary.html" %}')
    (tmp_path / "zonder.html").write_text("")
    for parent in ("met", "zonder"):
        (tmp_path / f"los_{parent}.html").write_text(f'{{% extends "{parent}.html" %}}{{{{ form|crispy }}}}')
    (tmp_path / "los.html").write_text("{{ form|crispy }}")
    assert forms_without_summary(tmp_path) == ["los.html", "los_zonder.html"]
