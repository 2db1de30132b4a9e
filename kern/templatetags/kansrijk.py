"""Tags and filters of every template (a template builtin, so nobody loads it)."""

import re
import uuid
from collections.abc import Callable
from datetime import date, datetime, time
from functools import lru_cache
from typing import Any

from django import template
from django.contrib.messages.storage.base import Message
from django.forms import BaseForm
from django.template.defaulttags import URLNode, url
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString

from kern import dates
from kern.forms import error_list, summary_title
from kern.http import UNDO_TAG, address

register = template.Library()

TINTS = ("", "perzik", "lucht", "lila", "zon")
NOTICE_ICONS = {
    "goed": "check-circle-fill",
    "weet": "info",
    "let": "clock",
    "fout": "warning-circle",
    "zorg": "hand-heart",
}


@register.simple_tag
@lru_cache(maxsize=500)  # some forty on a page, and the address of the sprite is looked up for each
def icon(name: str, extra: str = "") -> SafeString:
    """A decorative icon from the sprite: `{% icon "check" %}`, `{% icon "caret-down" "k-caret" %}`."""
    css = f"k-i {extra}" if extra else "k-i"
    return format_html(
        '<svg class="{}" aria-hidden="true"><use href="{}#i-{}"/></svg>', css, static("icons.svg"), name
    )


class _AddressNode(URLNode):
    """`{% url "student" student.pk %}` by way of `kern.http.address`; any other form as Django does it."""

    def render(self, context: template.Context) -> str:
        """The address."""
        if not self.kwargs and self.asvar is None:
            values = [arg.resolve(context) for arg in self.args]
            if all(type(value) in (uuid.UUID, str) for value in values):
                return address(self.view_name.resolve(context), *values)
        return super().render(context)


@register.tag("url")
def url_tag(parser: template.base.Parser, token: template.base.Token) -> _AddressNode:
    """Django's own tag, in less time for the addresses that stand in every row."""
    node = url(parser, token)
    return _AddressNode(node.view_name, node.args, node.kwargs, node.asvar)


@register.simple_tag
def badge(kind: str, icon_name: str, text: str) -> SafeString:
    """A state as icon and words: `{% badge "goed" "check-circle-fill" "Op weg" %}`.

    kind: goed, let, fout, zorg, weet, zon, or empty for a quiet one.
    """
    css = f"k-badge k-badge--{kind}" if kind else "k-badge"
    return format_html('<span class="{}">{}{}</span>', css, icon(icon_name), text)


@register.filter
def initials(person: Any) -> str:
    """Two letters of a person: "Hanna de Vries" is "HV", and "El Amrani" an A, with the name in one field or in two."""
    first, last = getattr(person, "voornaam", ""), " ".join(getattr(person, "achternaam", "").split()[-1:])
    if not (first or last):
        words = str(person).split() or [""]
        first, last = words[0], words[-1] if len(words) > 1 else ""
    return f"{first[:1]}{last[:1]}".upper()


@register.filter
def arch_tint(value: Any) -> str:
    """The tint of a person's arch, the same on every page: by the id, or by the text itself."""
    key = getattr(value, "pk", value)
    number = key.int if isinstance(key, uuid.UUID) else sum(str(key).encode())
    return TINTS[number % len(TINTS)]


@register.simple_tag
def arch(person: Any, size: str = "", tint: str | None = None) -> SafeString:
    """The arch with a person's initials, decorative: the name stands next to it.

    size: "s", "l" or empty. tint: one of "perzik", "lucht", "lila", "zon", "vel"; without it, by the person's id.
    """
    chosen = arch_tint(person) if tint is None else tint
    css = " ".join(["k-arch", *(f"k-arch--{word}" for word in (size, chosen) if word)])
    return format_html('<span class="{}" aria-hidden="true">{}</span>', css, initials(person))


@register.simple_block_tag
def notice(content: SafeString, kind: str = "weet", icon_name: str = "", role: str = "") -> SafeString:
    """A message with some HTML of its own: `{% notice "let" "clock" %}<p>…</p>{% endnotice %}`.

    kind: weet, goed, let, fout or zorg. role: "alert" or "status" only where it appears without a new page.
    """
    css = "k-notice" if kind == "weet" else f"k-notice k-notice--{kind}"
    attribute = format_html(' role="{}"', role) if role else ""
    return format_html(
        '<div class="{}"{}>{}<div>{}</div></div>',
        css,
        attribute,
        icon(icon_name or NOTICE_ICONS[kind]),
        content,
    )


def _say(say: Callable[[Any], str]) -> Callable[[Any], str]:
    """A filter that leaves an empty value empty."""
    return lambda value: say(value) if isinstance(value, date | datetime | time) else ""


register.filter("dag", _say(dates.say_day))
register.filter("dag_jaar", _say(dates.say_day_year))
register.filter("uur", _say(dates.say_time))
register.filter("moment", _say(dates.say_moment))
register.filter("bewaard", _say(dates.say_saved))


@register.filter
def hoofdletter(value: str) -> str:
    """The first letter large, the rest as it was: "dinsdag 10 maart" becomes "Dinsdag 10 maart"."""
    return value[:1].upper() + value[1:]


@register.filter
def summary_heading(form: BaseForm) -> str:
    """What stands above the list of errors: "Nog twee dingen voordat je verder kunt"."""
    return summary_title(len(error_list(form)))


@register.filter
def summary_errors(form: BaseForm) -> list[tuple[str, str]]:
    """The errors of a form as (id of the field or empty, sentence), in the order of the page."""
    return error_list(form)


@register.filter
def error_id(bound_field: Any) -> str:
    """The id of a field's error, the one that `aria-describedby` names."""
    return f"{bound_field.auto_id}_error"


@register.filter
def undo_url(message: Message) -> str:
    """The address that takes a done thing back, as `kern.http.toast` put it in the message; or empty."""
    found = re.search(rf"(?:^|\s){UNDO_TAG}(\S+)", message.extra_tags or "")
    return found.group(1) if found else ""
