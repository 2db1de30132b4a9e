/* Nothing typed is ever lost. What is typed in a form[data-bewaar] stays on this device (onthoud.js) until the server
   says that it has it; a form with hx-post also saves itself. Without this file every form is an ordinary form.
   A unit is one answer: all inputs of one field, with the token of what the page showed when the typing began. */
"use strict";

(() => {
  const { person, cookie, random, shelf, page } = window.kansrijk;
  const PAUSES = [2, 4, 8, 16, 30];
  const REASONS = [401, 403, 409]; // the server answers with a page that says why
  const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);
  const element = (tag, props, ...inside) => {
    const made = Object.assign(document.createElement(tag), props);
    made.append(...inside);
    return made;
  };

  class Keeper {
    constructor(form) {
      this.form = form;
      this.path = new URL(form.getAttribute("action") || "", location.href).pathname;
      this.key = shelf.key(`${this.path}#${form.dataset.bewaar}`);
      this.auto = form.hasAttribute("hx-post");
      this.status = this.auto ? document.querySelector(form.getAttribute("hx-target")) : null;
      this.units = {};
      this.sent = {};
      this.has = {}; // what the server said it has
      this.used = new Set(); // keys of forms that may have arrived already
      this.failures = 0;
      this.failedWith = 0; // the status of the last save that failed
      this.kept = true;
      // An empty required field must not hold up the others; the server judges.
      if (this.auto) form.noValidate = true;
      this.restore();
    }

    /* units, values, tokens */

    field(name) {
      const found = this.form.elements.namedItem(name);
      return found instanceof Element ? found : null;
    }
    unitOf(name) {
      const base = name.replace(/-(tekst|stand)$/, "");
      return this.field(`t:${base}`) ? base : name;
    }
    values(unit) {
      return [...new FormData(this.form)].filter(([name]) => this.unitOf(name) === unit);
    }
    token(unit) {
      return this.field(`t:${unit}`)?.value ?? this.field("was")?.value.split(" ").find((part) => part.startsWith(`${unit}:`));
    }
    setToken(unit, token) {
      const own = this.field(`t:${unit}`);
      const was = this.field("was");
      if (own) own.value = token;
      else if (was && token) was.value = [...was.value.split(" ").filter((part) => !part.startsWith(`${unit}:`)), token].join(" ");
    }
    /* what an autosave stores; other fields wait for their button */
    saves(unit) {
      return this.auto && this.token(unit) !== undefined;
    }
    get waiting() {
      return Object.keys(this.units).some((unit) => this.saves(unit));
    }

    /* keeping */

    update(change) {
      if (this.mute) return;
      const all = shelf.read(this.key);
      change(all);
      this.kept = shelf.write(this.key, all);
    }
    typed(input) {
      const { name } = (this.input = input);
      const unit = this.unitOf(name);
      if (!this.units[unit] && same(this.has[unit], this.values(unit))) return; // leaving a field is no new text
      const token = this.units[unit] ? this.units[unit].token : this.token(unit);
      this.units[unit] = { values: this.values(unit), token, page: page.name, at: Date.now() };
      this.leaving = false;
      // The page showed what a colleague put here; typing on in this field is the choice.
      const now = this.choices?.includes(unit) && this.stored.split(" ").find((part) => part.startsWith(`${unit}:`));
      if (now) this.setToken(unit, (this.units[unit].token = now));
      // Another text is another gesprek or afspraak: not the one that may already have arrived.
      for (const key of [...this.used].filter((name) => unit.startsWith(name.replace(/sleutel$/, "")))) {
        this.field(key).value = random();
        this.used.delete(key);
        this.forget(key);
      }
      this.update((all) => Object.assign(all, this.units));
    }
    /* what another open page keeps of the same unit stays: that is another text */
    forget(unit, owner = page.name) {
      delete this.units[unit];
      this.update((all) => all[unit]?.page === owner && delete all[unit]);
    }
    /* marks what a request takes along, to be dropped when its receipt comes */
    mark(receipt, takes = () => true) {
      for (const unit of Object.keys(this.units).filter(takes)) this.units[unit].receipt = receipt;
      this.update((all) => Object.assign(all, this.units));
    }

    /* putting back */

    restore() {
      const owners = new Set(Object.values(shelf.read(this.key)).map((unit) => unit.page));
      if (!owners.size) return;
      owners.forEach(page.ask);
      setTimeout(() => this.putBack(), 200);
    }
    putBack() {
      const found = Object.entries(shelf.read(this.key)).filter(([unit, kept]) => !this.units[unit] && !page.lives(kept.page));
      const texts = found.filter(([unit]) => !unit.endsWith("sleutel"));
      const back = texts.filter(([unit, kept]) => this.putBackOne(unit, kept));
      for (const [unit, kept] of found.filter(([unit]) => unit.endsWith("sleutel"))) {
        if (!back.length) this.forget(unit, kept.page);
        else if (this.field(unit)) {
          // The same text sent again is the same gesprek, should the first have arrived after all.
          this.field(unit).value = kept.values[0][1];
          this.used.add(unit);
          back.push([unit, kept]);
        }
      }
      if (!back.length) return;
      page.take(back[0][1].page);
      back.forEach(([unit, kept]) => (this.units[unit] = { ...kept, page: page.name }));
      this.update((all) => Object.assign(all, this.units));
      if (this.news) this.tellRestored();
      this.save();
    }
    putBackOne(unit, { values, token, page: owner }) {
      const inputs = [...this.form.elements].filter((input) => input.name && this.unitOf(input.name) === unit);
      if (!inputs.length) return false;
      const text = values.map(([, value]) => value.replace(/\s+/g, "")).join("");
      const shown = [...(document.getElementById(`b-${unit}`)?.querySelectorAll("blockquote") || [])];
      if (shown.some((quote) => quote.textContent.replace(/\s+/g, "") === text)) {
        this.forget(unit, owner); // it waits for a choice
        return false;
      }
      if (same(values, this.values(unit))) return true; // a refused form shows it, but that is not saved
      this.news = true;
      for (const name of new Set(inputs.map((input) => input.name))) this.fill(name, values.filter((pair) => pair[0] === name));
      this.setToken(unit, token);
      inputs.forEach((input, i) => (!i || (input.type === "text" && input.value)) && input.closest("details")?.setAttribute("open", ""));
      return true;
    }
    fill(name, values) {
      const named = () => [...this.form.elements].filter((input) => input.name === name);
      const wanted = values.map(([, value]) => value);
      while (named().length < wanted.length && named().at(-1).closest("li") && !/radio|checkbox/.test(named()[0].type)) {
        const line = named().at(-1).closest("li");
        line.after(line.cloneNode(true));
      }
      named().forEach((input, i) => {
        if (/radio|checkbox/.test(input.type)) input.checked = wanted.includes(input.value);
        else input.value = wanted[i] ?? "";
        // A known line stands there as text, and goes along hidden.
        if (input.type === "hidden" && input.nextElementSibling?.matches("label")) input.nextElementSibling.textContent = input.value;
      });
    }
    tellRestored() {
      const gutter = this.form.closest(".k-wrap") ? "" : " k-wrap k-mt";
      const box = element("div", { className: `k-notice k-notice--let${gutter}` });
      box.setAttribute("role", "status");
      this.form.prepend(box);
      const inside = element("div", { className: "k-full" }, element("p", { textContent: "Deze tekst was nog niet bewaard. Hij staat er weer." }));
      if (!this.auto) {
        const empty = element("button", { type: "button", className: "k-btn k-btn--2", textContent: "Haal hem weg" });
        empty.addEventListener("click", () => {
          shelf.write(this.key, {});
          location.reload();
        });
        inside.append(element("p", {}, empty));
      }
      setTimeout(() => box.append(inside), 50); // a region announces what comes into it
    }

    /* saving by htmx */

    save() {
      clearTimeout(this.timer);
      if (this.auto && !this.mute) window.htmx?.trigger(this.form, "bewaar");
    }
    configure(request) {
      delete request.parameters.csrfmiddlewaretoken; // of when the page was made; the cookie has today's
      request.headers["X-CSRFToken"] = cookie("csrf");
      request.timeout = 20000;
      Object.assign(request.parameters, this.stamp());
      this.sent = Object.fromEntries(Object.entries(this.units).filter(([unit]) => this.saves(unit)).map(([unit, { values }]) => [unit, values]));
      clearTimeout(this.timer);
      clearTimeout(this.slow);
      if (!this.failures) this.slow = setTimeout(() => this.show("bezig", "busy", "cloud-arrow-up", "Bezig met bewaren…"), 400);
    }
    stamp() {
      const stamp = { pagina: page.name, beurt: String(page.next()) };
      for (const [name, value] of Object.entries(stamp)) if (this.field(name)) this.field(name).value = value;
      return stamp;
    }
    /* Before htmx puts the answer in the status line: only an answer to a save, or a reason why not. */
    judge(swap) {
      this.answer = /data-staat="(\w+)"/.exec(swap.xhr.responseText)?.[1] || "";
      swap.shouldSwap = this.answer !== "" || REASONS.includes(swap.xhr.status);
      swap.isError = this.answer === "";
      if (swap.shouldSwap) this.announce(this.answer || swap.xhr.status);
      this.shown = "";
      // The button to try again goes away under the finger: back to the field.
      if (swap.shouldSwap && this.status.contains(document.activeElement)) this.input?.focus({ preventScroll: true });
    }
    answered({ status }) {
      clearTimeout(this.slow);
      if (this.gone) return;
      const answer = this.answer;
      this.answer = "";
      if (!answer) return this.failed(status);
      const line = this.status.querySelector("[data-staat]");
      const refused = (line.dataset.fout || "").split(" ");
      this.stored = line.dataset.was;
      this.choices = line.dataset.gezien?.split(" ");
      this.failures = 0;
      for (const [unit, values] of Object.entries(this.sent)) {
        if (refused.includes(unit) || !this.units[unit]) continue;
        this.has[unit] = values;
        if (same(this.units[unit].values, values)) this.forget(unit);
        else this.units[unit].token = this.token(unit); // typed on meanwhile: that goes on from here
      }
      this.update((all) => Object.assign(all, this.units));
      if (this.pressed) return this.goOn();
      this.notice?.remove();
      if (Object.keys(this.units).some((unit) => this.saves(unit) && !refused.includes(unit))) this.again(1.5);
    }
    failed(status) {
      const pause = PAUSES[Math.min(this.failures, PAUSES.length - 1)];
      this.failures += 1;
      this.failedWith = status;
      if (status === 403 && this.failures === 1) return this.again(0.2); // the token changed under way
      if (REASONS.includes(status)) return this.pressed && this.goOn(); // the status line says why; coming back tries again
      const why = status === 0 && !navigator.onLine ? "Er is geen internet." : "Wat je typte, staat er nog.";
      if (this.pressed) this.stay(status);
      else this.show("niet", "off", "cloud-slash", `Nog niet bewaard. ${why} `, this.retry());
      if (status === 0 || status >= 500 || status === 429 || status === 408) this.again(pause);
    }
    retry() {
      const button = element("button", { type: "button", className: "k-btn k-btn--3", textContent: "Probeer opnieuw" });
      button.addEventListener("click", () => this.save());
      return button;
    }
    again(seconds) {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.save(), seconds * 1000);
    }
    /* Says a state once: a new time behind "Bewaard om" or one more failure is no news. */
    announce(state) {
      if (!this.status) return;
      this.status.setAttribute("aria-live", state === this.said || state === "bezig" ? "off" : "polite");
      if (state !== "bezig") this.said = state;
    }
    show(state, kind, icon, ...inside) {
      if (!this.status || (state === this.shown && this.status.querySelector(`.k-save--${kind}`))) return;
      this.announce(state);
      this.shown = state;
      const sprite = document.querySelector("svg.k-i use")?.getAttribute("href").split("#")[0];
      const line = element("span", { className: `k-save k-save--${kind}` }, ...inside);
      if (sprite) line.insertAdjacentHTML("afterbegin", `<svg class="k-i" aria-hidden="true"><use href="${sprite}#i-${icon}"/></svg>`);
      this.status.replaceChildren(line);
    }

    /* leaving */

    get unreachable() {
      return !navigator.onLine || (this.failures > 0 && this.waiting && !REASONS.includes(this.failedWith));
    }
    /* Without a connection the next page would be an error page of the browser: save first, and stay when that fails. */
    holds(event) {
      if (this.through || !this.unreachable) return false;
      event.preventDefault();
      this.pressed = event.submitter || this.form;
      if (this.auto && this.waiting) {
        this.show("bezig", "busy", "cloud-arrow-up", "Bezig met bewaren…");
        this.save();
      } else this.stay(0);
      return true;
    }
    goOn() {
      const button = this.release();
      this.through = true;
      this.form.requestSubmit(button);
      this.through = false;
    }
    /* The button that was held, if it was one; what was said about it is no longer so. */
    release() {
      const button = this.pressed === this.form ? null : this.pressed;
      this.pressed = null;
      this.notice?.remove();
      return button;
    }
    stay(status) {
      const button = this.release();
      const device = matchMedia("(pointer: coarse)").matches ? "deze telefoon" : "dit apparaat";
      const kept = this.kept ? `Je tekst staat nog op ${device}.` : "Laat deze bladzijde open: je tekst staat alleen hier.";
      const why = status === 0 ? "Geen internet." : "Bewaren lukt nog niet.";
      const text = `${why} ${Object.keys(this.units).length ? kept : "Probeer het zo nog een keer."}`;
      this.said = "niet"; // the notice at the button says it aloud
      this.show("niet", "off", "cloud-slash", text); // pressing once more tries again
      const bar = (button || this.form).closest(".k-actbar") || document.querySelector(".k-actbar--walk");
      this.notice = element("p", { className: bar ? "k-wrap k-mb" : "k-mb" });
      this.notice.setAttribute("role", "alert");
      if (bar) bar.prepend(this.notice);
      else if (button) (button.closest("p") || button).before(this.notice);
      else this.form.prepend(this.notice);
      setTimeout(() => this.notice.append(element("strong", { textContent: text })), 50); // a region announces what comes into it
    }

    /* Sends what waits when the page closes; without the fields that nobody touched, as such a request is small. */
    last() {
      const receipt = random();
      this.mark(receipt, (unit) => this.saves(unit));
      this.stamp();
      const touched = (unit) => !this.field(`t:${unit}`) || this.units[unit];
      const body = new URLSearchParams([...new FormData(this.form)].filter(([name]) => touched(this.unitOf(name.replace(/^t:/, "")))));
      body.delete("csrfmiddlewaretoken");
      body.set("_bewijs", receipt);
      const headers = { "X-CSRFToken": cookie("csrf"), "HX-Request": "true" };
      return fetch(this.path, { method: "POST", body, headers, keepalive: true }).then(({ status }) => [200, 409].includes(status), () => false);
    }
    submitted(button) {
      this.stamp();
      // A button with an address of its own does something else there: what waits is saved apart, as the page goes.
      if (button?.hasAttribute("formaction")) return;
      const receipt = random();
      if (!this.field("_bewijs")) this.form.append(element("input", { type: "hidden", name: "_bewijs" }));
      this.field("_bewijs").value = receipt;
      for (const { name, value } of this.form.querySelectorAll('input[type="hidden"][name$="sleutel"]')) {
        this.used.add(name);
        if (Object.keys(this.units).length) this.units[name] = { values: [[name, value]], page: page.name, at: Date.now() };
      }
      this.mark(receipt);
      this.leaving = true;
      clearTimeout(this.timer);
    }
  }

  const keepers = person ? [...document.querySelectorAll("form[data-bewaar]")].map((form) => new Keeper(form)) : [];
  const keeperOf = (form) => keepers.find((keeper) => keeper.form === form);
  const typed = (event) => event.target.name && event.target.type !== "hidden" && keeperOf(event.target.form)?.typed(event.target);
  document.addEventListener("input", typed);
  document.addEventListener("change", typed);

  const onSave = (name, act) =>
    document.addEventListener(name, (event) => {
      const keeper = keeperOf((event.detail.requestConfig || event.detail).elt);
      if (keeper) act(keeper, event.detail, event);
    });
  onSave("htmx:configRequest", (keeper, request, event) => (keeper.waiting && !keeper.leaving ? keeper.configure(request) : event.preventDefault()));
  onSave("htmx:beforeSwap", (keeper, swap) => keeper.judge(swap));
  onSave("htmx:afterRequest", (keeper, { xhr }) => keeper.answered(xhr));

  /* Two texts may come in while somebody stands on a button of theirs: the focus goes to the new one. */
  let stood = null;
  document.addEventListener("htmx:oobBeforeSwap", ({ detail }) => {
    const now = document.activeElement;
    if (detail.target.contains(now) && now.value) stood = { id: detail.target.id, value: now.value };
  });
  document.addEventListener("htmx:afterRequest", () => {
    if (stood && document.activeElement === document.body)
      document.querySelector(`#${CSS.escape(stood.id)} button[value="${CSS.escape(stood.value)}"]`)?.focus({ preventScroll: true });
    stood = null;
  });

  const comeBack = () => document.visibilityState === "visible" && keepers.forEach((keeper) => keeper.failures && keeper.waiting && keeper.save());
  addEventListener("online", () => {
    keepers.forEach((keeper) => keeper.auto || keeper.notice?.remove());
    comeBack();
  });
  addEventListener("focus", comeBack);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") comeBack();
    else keepers.forEach((keeper) => keeper.waiting && !keeper.leaving && keeper.save());
  });

  addEventListener("pagehide", () =>
    keepers.forEach((keeper) => {
      keeper.gone = true;
      if (keeper.waiting && !keeper.leaving && !keeper.mute) keeper.last();
    }),
  );
  addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    // What stands here may be old; what was typed is on the shelf and comes back by itself.
    if (keepers.every((keeper) => keeper.kept)) location.reload();
    else keepers.forEach((keeper) => (keeper.gone = keeper.leaving = false));
  });

  const logOut = async (form) => {
    const open = keepers.filter((keeper) => keeper.waiting);
    const saved = open.map((keeper) => keeper.last());
    keepers.forEach((keeper) => (keeper.leaving = true));
    const all = await Promise.race([Promise.all(saved), new Promise((go) => setTimeout(() => go([false]), 3000))]);
    // Where saving failed, the page after logging out clears the shelf: then it did go through.
    if (all.every(Boolean)) shelf.clear();
    keepers.forEach((keeper) => (keeper.mute = true));
    form.submit();
  };
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || form.method !== "post") return;
    const token = form.elements.namedItem("csrfmiddlewaretoken");
    if (token && cookie("csrf")) token.value = cookie("csrf");
    const keeper = keeperOf(form);
    if (keeper?.holds(event)) return;
    keeper?.submitted(event.submitter);
    if (!/\/account\/logout\/$/.test(form.getAttribute("action") || "")) return;
    event.preventDefault();
    logOut(form);
  });
})();
