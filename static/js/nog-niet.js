/* The writing help "nog niet": when a listed word stands in a text, one quiet line below the field says what to try
   instead. The list is the page that the link on this page leads to; without it nothing happens. Nothing is sent. */
(() => {
  "use strict";
  const link = document.querySelector("a[data-nog-niet]");
  if (!link) return;
  const WAIT = 900;
  let rules = null;

  const escape = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

  // One expression for all words, the longest first, so that "altijd te laat" comes before "altijd".
  const read = (html) => {
    const tips = new Map();
    for (const item of new DOMParser().parseFromString(html, "text/html").querySelectorAll("[data-woorden]")) {
      for (const word of item.dataset.woorden.split("|")) tips.set(word.toLowerCase(), item.dataset.liever);
    }
    const words = [...tips.keys()].sort((a, b) => b.length - a.length).map(escape);
    return words.length ? { tips, words: new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join("|")})(?![\\p{L}\\p{N}])`, "iu") } : null;
  };

  const load = () => {
    rules ??= fetch(link.href, { credentials: "same-origin" })
      .then((answer) => (answer.ok && !answer.redirected ? answer.text() : ""))
      .then(read)
      .catch(() => null);
    return rules;
  };

  const line = (field) => {
    const id = `${field.id || field.name}_nog_niet`;
    let found = document.getElementById(id);
    if (!found) {
      found = document.createElement("p");
      found.id = id;
      found.className = "form-text";
      found.setAttribute("role", "status");
      field.after(found);
    }
    return found;
  };

  const look = async (field) => {
    const known = await load();
    const match = known && known.words.exec(field.value);
    const said = match ? `Je schrijft “${match[0]}”. ${known.tips.get(match[0].toLowerCase())}` : "";
    const place = line(field);
    if (place.textContent !== said) place.textContent = said;
  };

  for (const field of document.querySelectorAll("main form textarea")) {
    let timer = 0;
    field.addEventListener("focus", () => { line(field); load(); });
    field.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(() => look(field), WAIT);
    });
  }
})();
