"""Two ways to use a page: with finger or mouse, and with the keyboard alone. The journeys do not know which.

Both speak of what a person reads: the words on a button, the label of a field.
"""

import re
from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.browser import axe

WORDS = re.compile(r"\s+")
# Of a page with an error on it the browser itself says in the console that its status was not 200.
REFUSED = r"status of (403|404|409|422)"


def named(words: str) -> re.Pattern[str]:
    """These words in a name; a hidden part of a name comes with a space before it."""
    return re.compile(re.escape(words).replace(":", r"\s*:"))


# Where the keyboard is: on nothing at all, on the wanted element, visible or not, and whether order makes sense.
FOCUS = """
(wanted) => {
  const here = document.activeElement;
  if (!here || here === document.body || here === document.documentElement) return {lost: true};
  const before = window.__vorige;
  window.__vorige = here;
  const box = here.getBoundingClientRect();
  // Inside a date the browser itself shows which part of it has the focus.
  const shown = before === here || [here, here.parentElement, here.closest('label')].some((one) => {
    const style = one && getComputedStyle(one);
    if (!style) return false;
    return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none';
  });
  const parts = [.1, .5, .9];
  const points = parts.flatMap((x) => parts.map((y) => [box.left + box.width * x, box.top + box.height * y]));
  const free = points.some(([x, y]) => {
    const top = document.elementFromPoint(x, y);
    return top && (here.contains(top) || top.contains(here) && top.matches('label, summary, li'));
  });
  const after = (one) => !!(one.compareDocumentPosition(here) & Node.DOCUMENT_POSITION_FOLLOWING);
  const order = !before?.isConnected || before === here || after(before);
  const name = (here.getAttribute('aria-label') || here.textContent || here.name || here.id).trim().slice(0, 60);
  const tag = here.tagName.toLowerCase();
  return {there: here === wanted, shown, free, order, name: `${tag} "${name}"`, tabindex: here.tabIndex};
}
"""


class Hand:
    """Finger or mouse on a page."""

    def __init__(self, page: Page) -> None:
        page.context.watch.expect(REFUSED)  # type: ignore[attr-defined]
        self.page = page
        self.touches = 0  # presses and fields, to count how much work something is

    @property
    def scripted(self) -> bool:
        """Whether this browser runs JavaScript."""
        return bool(self.page.context.watch.scripted)  # type: ignore[attr-defined]

    # doing

    def goes_to(self, path: str) -> None:
        """Open an address of the site."""
        self.page.goto(path)

    def press(self, name: str, within: str = "") -> None:
        """Press the button with these words."""
        self._activate(self._place(within).get_by_role("button", name=named(name)))

    def follow(self, name: str, within: str = "") -> None:
        """Follow the link with these words."""
        self._activate(self._place(within).get_by_role("link", name=named(name)))

    def follow_to(self, link: Locator) -> None:
        """Follow this very link, where its words alone do not tell it from others."""
        self._activate(link)

    def unfold(self, name: str, within: str = "") -> None:
        """Fold open what stands behind these words."""
        self._activate(self._place(within).locator("summary", has_text=name).locator("visible=true").first)

    def tick(self, label: str) -> None:
        """Tick the box with this label."""
        box = self.page.get_by_role("checkbox", name=label)
        self._activate(box, key="Space")
        expect(box).to_be_checked()

    def pick(self, label: str) -> None:
        """Choose the one answer with this label."""
        self.touches += 1
        radio = self.page.get_by_role("radio", name=label)
        self._pick(radio)
        expect(radio).to_be_checked()

    def choose(self, label: str, option: str) -> None:
        """Choose from a list."""
        self.touches += 1
        self._choose(self.page.get_by_role("combobox", name=label), option)

    def write(self, label: str, text: str) -> None:
        """Type in the field with this label; what stood there goes."""
        self.touches += 1
        self._write(self.page.get_by_label(label), text)

    # seeing

    def sees(self, *texts: str) -> None:
        """Each of these texts stands on the page, in sight."""
        for text in texts:
            expect(self.page.locator("body").get_by_text(text).locator("visible=true").first).to_be_visible()

    def sees_not(self, *texts: str) -> None:
        """None of these texts stands on the page in sight."""
        for text in texts:
            expect(self.page.locator("body").get_by_text(text).locator("visible=true")).to_have_count(0)

    def reads(self, selector: str = "main") -> str:
        """The text of a part of the page, in one line."""
        return WORDS.sub(" ", self.page.locator(selector).inner_text())

    def is_at(self, heading: str) -> None:
        """This page has this heading."""
        expect(self.page.get_by_role("heading", level=1)).to_have_text(heading)

    def stop(self) -> None:
        """A stop of the journey: nothing for axe to find, nothing to scroll sideways, one h1, no name in the title."""
        axe.assert_accessible(self.page)
        assert_whole(self.page)

    # how, with finger or mouse

    def _place(self, within: str) -> Any:
        return self.page.get_by_role("region", name=within) if within else self.page

    def _activate(self, target: Locator, key: str = "Enter") -> None:
        self.touches += 1
        target.click()

    def _pick(self, radio: Locator) -> None:
        radio.check()

    def _choose(self, box: Locator, option: str) -> None:
        box.select_option(label=option)

    def _write(self, field: Locator, text: str) -> None:
        field.fill(text)


class Keyboard(Hand):
    """Tab, Enter, Space and letters. Fails where the focus is lost, hidden, covered, or jumps back."""

    def _reach(self, target: Locator) -> None:
        expect(target).to_be_visible()
        wanted = target.element_handle()
        rounds = 0
        for _ in range(250):
            self.page.keyboard.press("Tab")
            at: dict[str, Any] = self.page.evaluate(FOCUS, wanted)
            if at.get("lost"):
                rounds += 1
                assert rounds < 3, f"{self.page.url}: met Tab kom je niet bij {target}"
                self.page.evaluate("window.__vorige = null")
                continue
            where = f"{self.page.url}: {at['name']}"
            assert at["shown"], f"{where} heeft de focus, maar dat zie je niet"
            assert at["free"], f"{where} heeft de focus, maar er ligt iets overheen"
            assert at["order"], f"{where} komt in een vreemde volgorde"
            assert at["tabindex"] == 0, f"{where} heeft tabindex {at['tabindex']}"
            if at["there"]:
                return
        raise AssertionError(f"{self.page.url}: met Tab kom je niet bij {target}")

    def keeps_focus(self) -> None:
        """What happened by itself (a save, a swap) left the focus where the person was."""
        assert self.page.evaluate("document.activeElement !== document.body"), f"{self.page.url}: focus kwijt"

    def _activate(self, target: Locator, key: str = "Enter") -> None:
        self.touches += 1
        self._reach(target)
        self.page.keyboard.press(key)

    def _pick(self, radio: Locator) -> None:
        # Tab leads to the group: to the chosen one, else the first; arrows lead on.
        group = self.page.locator(f"input[type=radio][name='{radio.get_attribute('name')}']")
        chosen = group.locator(":scope:checked")
        self._reach(chosen if chosen.count() else group.first)
        self.page.keyboard.press("Space")
        for _ in range(group.count()):
            if radio.is_checked():
                return
            self.page.keyboard.press("ArrowDown")

    def _choose(self, box: Locator, option: str) -> None:
        self._reach(box)
        self.page.keyboard.type(option)
        expect(box.locator("option:checked")).to_have_text(option)

    def _write(self, field: Locator, text: str) -> None:
        self._reach(field)
        if field.get_attribute("type") not in ("date", "time"):
            self.page.keyboard.press("ControlOrMeta+a")
        self.page.keyboard.type(text)
        self.keeps_focus()


WIDTH = "[document.documentElement.scrollWidth, window.innerWidth]"
NAMES = ("Marije", "Jonkers", "Sanna", "Boer", "Has ", "Amrani", "Milan", "Kovač", "Lotte", "Terpstra")


def assert_whole(page: Page) -> None:
    """Nothing sticks out at the side; one h1; no student's name in the title."""
    wide, window = page.evaluate(WIDTH) if page.context.watch.scripted else (0, 0)  # type: ignore[attr-defined]
    assert wide <= window, f"{page.url}: {wide} px breed in een venster van {window} px"
    assert page.locator("h1").count() == 1, f"{page.url}: {page.locator('h1').all_inner_texts()}"
    title = page.title()
    assert title.endswith(" - Kansrijk"), f"{page.url}: {title}"
    assert not any(name in f"{title} " for name in NAMES), f"{page.url}: naam in de titel: {title}"
