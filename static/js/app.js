/* Behaviour that HTML alone does not give. Nothing here is needed to read, fill in or save: without this file every
   form is an ordinary form. No inline code and no eval, so that the CSP can stay strict. */
"use strict";

(() => {
  /* the account menu closes on Escape and on a press elsewhere */
  const closeMenus = (except) => {
    document.querySelectorAll("details[data-menu][open]").forEach((menu) => {
      if (menu !== except) menu.open = false;
    });
  };
  document.addEventListener("click", (event) => closeMenus(event.target.closest("details[data-menu]")));
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const menu = document.querySelector("details[data-menu][open]");
    if (!menu) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });

  /* what must be seen first gets the focus: the list of errors, at load and after a swap */
  const focusFirst = (root) => {
    const wanted = root.querySelector("[data-focus]");
    if (wanted) wanted.focus();
  };
  document.addEventListener("DOMContentLoaded", () => focusFirst(document));
  document.addEventListener("htmx:afterSwap", (event) => focusFirst(event.target));

  /* one urgent message, made of text only */
  const urgent = (id, kind, text, label, act) => {
    const region = document.getElementById("dringend");
    if (!region || document.getElementById(id)) return;
    const box = document.createElement("div");
    box.id = id;
    box.className = `k-notice k-notice--${kind}`;
    const body = document.createElement("div");
    const line = document.createElement("p");
    line.textContent = text;
    body.append(line);
    if (label) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "k-btn k-btn--2";
      button.textContent = label;
      button.addEventListener("click", act);
      body.append(button);
    }
    body.className = "k-full";
    box.append(body);
    region.append(box);
  };
  const settle = (id) => document.getElementById(id)?.remove();

  /* an htmx request that failed says so; forms that save themselves tell it in their own place */
  const ownState = (event) => event.detail.elt?.closest("[data-bewaar]");
  document.addEventListener("htmx:responseError", (event) => {
    if (ownState(event)) return;
    const answer = new DOMParser().parseFromString(event.detail.xhr.responseText, "text/html");
    const said = [...answer.querySelectorAll(".k-notice p")].map((line) => line.textContent).join(" ");
    settle("dringend-fout");
    urgent("dringend-fout", "fout", said || "Er ging iets mis bij ons. Probeer het nog een keer.");
  });
  document.addEventListener("htmx:sendError", (event) => {
    if (ownState(event)) return;
    settle("dringend-fout");
    urgent("dringend-fout", "let", "Er is geen internet. Probeer het zo nog een keer.");
  });
  document.addEventListener("htmx:afterRequest", (event) => {
    if (event.detail.successful) settle("dringend-fout");
  });

  /* before the session ends by itself: warn, and offer to stay. Another tab counts too; a minute is taken off, as the
     server notes a visit at most once a minute. */
  const MARGIN = 60000;
  const idle = Number(document.body.dataset.idle || 0) * 1000 - MARGIN;
  const warn = Number(document.body.dataset.warn || 0) * 1000 - MARGIN;
  let touched = Date.now();
  const touch = () => {
    touched = Date.now();
    settle("dringend-sessie");
    try {
      localStorage.setItem("kansrijk-actief", String(touched));
    } catch {
      /* then each tab counts for itself */
    }
  };
  const stay = () => {
    fetch("/instrumenten/", { method: "HEAD", cache: "no-store", headers: { "HX-Request": "true" } }).then(
      (answer) => (answer.ok ? touch() : settle("dringend-sessie")),
      () => {},
    );
  };
  const watch = () => {
    try {
      touched = Math.max(touched, Number(localStorage.getItem("kansrijk-actief")));
    } catch {
      /* as above */
    }
    const quiet = Date.now() - touched;
    if (quiet < warn) {
      settle("dringend-sessie");
    } else if (quiet < idle) {
      const end = new Date(touched + idle);
      const when = `${end.getHours()}.${String(end.getMinutes()).padStart(2, "0")} uur`;
      urgent("dringend-sessie", "let", `Om ${when} log je automatisch uit.`, "Blijf ingelogd", stay);
    } else {
      settle("dringend-sessie");
      urgent("dringend-uit", "let", "Je bent uitgelogd, omdat het lang stil was.", "Log weer in", () => location.reload());
    }
  };
  if (idle > 0 && warn > 0) {
    touch();
    document.addEventListener("htmx:afterRequest", (event) => event.detail.successful && touch());
    document.addEventListener("visibilitychange", watch);
    setInterval(watch, 15000);
  }
})();
