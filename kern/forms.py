"""The form that all our forms start from: Dutch sentences that say what to do, and an order for the errors."""

from datetime import date
from typing import Any

from django import forms
from django.core.validators import MinValueValidator
from django.forms import BaseForm, BoundField
from django.utils.functional import Promise

COUNT_WORDS = ("nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien")

# What to do, per kind of field; the label follows. The first kind that fits counts.
REQUIRED_SENTENCES: tuple[tuple[type[forms.Field], str], ...] = (
    (forms.ChoiceField, "Kies nog: {label}"),
    (forms.ModelChoiceField, "Kies nog: {label}"),
    (forms.DateField, "Kies nog: {label}"),
    (forms.TimeField, "Kies nog: {label}"),
    (forms.BooleanField, "Zet nog een vinkje: {label}"),
    (forms.Field, "Vul nog in: {label}"),
)
OTHER_SENTENCES: tuple[tuple[type[forms.Field], str, str], ...] = (
    (forms.DateField, "invalid", "Schrijf de dag als 19-03-2026"),
    (forms.TimeField, "invalid", "Schrijf de tijd als 11:00"),
    (forms.EmailField, "invalid", "Kijk het e-mailadres na. Zo kan het: naam@school.nl"),
    (forms.IntegerField, "invalid", "Vul een heel getal in"),
    (forms.ChoiceField, "invalid_choice", "Kies iets uit de lijst"),
    (forms.ModelChoiceField, "invalid_choice", "Kies iets uit de lijst"),
    (forms.MultipleChoiceField, "invalid_choice", "Kies iets uit de lijst"),
    (forms.MultipleChoiceField, "invalid_list", "Kies iets uit de lijst"),
)


def in_sentence(label: str | Promise) -> str:
    """A label in the middle of a sentence: small first letter, unless the word is all capitals ("BBL")."""
    text = str(label)
    return text if text[:2].isupper() else text[:1].lower() + text[1:]


def error_list(form: BaseForm) -> list[tuple[str, str]]:
    """The errors as (id to jump to or "", sentence): first those of the whole form, then field by field.

    A group of radios or checkboxes is reached at its first choice.
    """
    found = [("", str(error)) for error in form.non_field_errors()]
    for field in form:
        found += [(_target(field), str(error)) for error in field.errors]
    return found


def _target(field: BoundField) -> str:
    """The id of the first control of a field."""
    if field.is_hidden:
        return ""
    several = isinstance(field.field.widget, forms.RadioSelect | forms.CheckboxSelectMultiple)
    return f"{field.auto_id}_0" if several else str(field.auto_id)


def summary_title(count: int) -> str:
    """How many things there are to do still, in words."""
    word = COUNT_WORDS[count] if count < len(COUNT_WORDS) else str(count)
    return f"Nog {word} {'ding' if count == 1 else 'dingen'} voordat je verder kunt"


FIRST_DAY = date(1900, 1, 1)


class DagField(forms.DateField):
    """A day, chosen with the browser's own calendar; typed as 19-03-2026 where there is none."""

    widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("input_formats", ["%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y", "%d-%m-%y"])
        kwargs.setdefault("help_text", "Bijvoorbeeld 19-03-2026")
        super().__init__(**kwargs)
        self.validators.append(MinValueValidator(FIRST_DAY, "Kijk het jaar na. Zo kan het: 19-03-2026"))


class TijdField(forms.TimeField):
    """A time of the day, chosen with the browser's own clock; "11.00" is understood as well."""

    widget = forms.TimeInput(format="%H:%M", attrs={"type": "time"})

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("input_formats", ["%H:%M", "%H:%M:%S", "%H.%M"])
        kwargs.setdefault("help_text", "Bijvoorbeeld 11:00")
        super().__init__(**kwargs)


class KansForm(forms.Form):
    """Base of our forms. Sentences given with a field's `error_messages` stay; the rest gets ours."""

    # The summary on top says it better than the browser's own balloon, and says all of it at once.
    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            _speak_plainly(field, str(field.label or name))

    @property
    def marks_optional(self) -> bool:
        """Whether optional fields are marked: only where others must be filled in."""
        return any(field.required for field in self.fields.values())


def _speak_plainly(field: forms.Field, label: str) -> None:
    """Replace Django's own sentences of one field by ours."""
    standard: dict[str, Any] = {}
    for klass in reversed(type(field).__mro__):
        standard |= getattr(klass, "default_error_messages", {})

    def put(code: str, sentence: str) -> None:
        if field.error_messages.get(code) == standard.get(code):
            field.error_messages[code] = sentence

    required = next(sentence for kind, sentence in REQUIRED_SENTENCES if isinstance(field, kind))
    put("required", required.format(label=in_sentence(label)))
    for kind, code, sentence in OTHER_SENTENCES:
        if isinstance(field, kind):
            put(code, sentence)
    if getattr(field, "max_length", None):
        field.error_messages.setdefault("max_length", "Maak het korter: hooguit %(limit_value)d tekens")
