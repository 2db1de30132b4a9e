"""Tags that lead to the library: words to the woordenlijst, screens to a casus."""

from typing import Any

from django import template
from django.utils.safestring import SafeString

from cases import content, woorden
from cases.queries import works_with_students

register = template.Library()


@register.filter("woorden")
def link_words(text: str) -> SafeString:
    """A text with the first place of each word of the woordenlijst as a link: `{{ text|woorden }}`."""
    return woorden.link(text)


@register.simple_tag
def woord(text: str, gezien: set[str], alleen: frozenset[str] | None = None) -> SafeString:
    """The same over a whole page: `{% woord text gezien %}`. `gezien` is a set of the view."""
    return woorden.link(text, gezien, alleen)


@register.inclusion_tag("cases/_hint.html", takes_context=True)
def casus_hint(context: template.Context, scherm: str) -> dict[str, Any]:
    """A quiet line with the casussen that go with a screen: `{% casus_hint "signalen" %}`. Nothing for a student."""
    viewer = context.get("viewer")
    shown = viewer is not None and works_with_students(viewer)
    return {"casussen": content.bij_scherm(scherm) if shown else []}


@register.simple_tag(takes_context=True)
def collega(context: template.Context) -> bool:
    """Whether the one who looks works with students: `{% collega as mag %}`."""
    viewer = context.get("viewer")
    return viewer is not None and works_with_students(viewer)
