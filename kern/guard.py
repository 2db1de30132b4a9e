"""A form that knows what its page showed: only what was touched is written, and nobody's change is overwritten."""

import hashlib
from datetime import date, time
from typing import Any, cast

from django import forms
from django.utils.choices import flatten_choices

from kern.dates import say_day, say_time


def digest(value: Any) -> str:
    """Eight characters that tell whether two values are the same."""
    return hashlib.sha1(str(value).encode(), usedforsecurity=False).hexdigest()[:8]


def in_words(field: forms.Field, value: Any) -> str:
    """A value as people read it: the label of a choice, a day, yes or no."""
    if isinstance(field, forms.ChoiceField):
        flat: list[tuple[Any, Any]] = list(flatten_choices(cast(Any, field.choices)))
        labels = {str(key): str(label) for key, label in flat}
        chosen = value if isinstance(value, list) else [value]
        return ", ".join(labels.get(str(one), str(one)) for one in chosen) or "niemand"
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, date):
        return say_day(value)
    return say_time(value) if isinstance(value, time) else str(value) or "niets"


class GuardedMixin(forms.Form):
    """Adds the hidden field `was`: a digest of each guarded field as the page was made.

    `current` maps field names to the values that are stored now.
    """

    was = forms.CharField(widget=forms.HiddenInput, required=False)
    current: dict[str, Any]

    def guard(self, current: dict[str, Any]) -> None:
        """Call after __init__ with the stored values."""
        self.current = current
        self.initial["was"] = self.seal(current)

    @staticmethod
    def seal(current: dict[str, Any]) -> str:
        """What the page brings along."""
        return " ".join(f"{name}:{digest(value)}" for name, value in sorted(current.items()))

    def stored(self) -> None:
        """What was touched is stored now: the page goes on from there."""
        self.initial["was"] = self.seal(self.current | self.touched())

    def touched(self) -> dict[str, Any]:
        """The valid fields that differ from what the page showed."""
        seen = dict(part.split(":", 1) for part in self.cleaned_data.get("was", "").split() if ":" in part)
        return {
            name: self.cleaned_data[name]
            for name in self.current
            if name in self.cleaned_data and digest(self.cleaned_data[name]) != seen.get(name)
        }

    def clean(self) -> dict[str, Any]:
        """A field that somebody else changed meanwhile, and that was changed here too, asks for a choice.

        The page that asks shows the new value, so sending it once more is that choice.
        """
        data: dict[str, Any] = super().clean() or {}
        seen = dict(part.split(":", 1) for part in data.get("was", "").split() if ":" in part)
        clashes = [name for name in seen if self._clashes(name, seen[name], data)]
        for name in clashes:
            said = in_words(self.fields[name], self.current[name])
            self.add_error(name, f"{self.who()}: “{said}”. Kies opnieuw wat het wordt.")
            seen[name] = digest(self.current[name])
        if clashes:
            again: Any = self.data.copy()  # type: ignore[attr-defined]
            again[self.add_prefix("was")] = " ".join(f"{name}:{part}" for name, part in seen.items())
            self.data = again
        return data

    def who(self) -> str:
        """Who wrote what stands there now, and when; a form that knows it says so."""
        return "Een collega zette hier net"

    def _clashes(self, name: str, seen: str, data: dict[str, Any]) -> bool:
        """Whether this field was changed here and, differently, by somebody else since the page was made."""
        if name not in data or name not in self.current:
            return False
        now, mine = digest(self.current[name]), digest(data[name])
        return now != seen and mine not in (seen, now)
