/* What this device remembers of text that is not yet acknowledged, for bewaar.js. One person's, at most a day old,
   and gone at log-out. Nothing here talks to the server. */
"use strict";

(() => {
  const PREFIX = "kansrijk:";
  const DAY = 24 * 60 * 60 * 1000;
  const person = document.querySelector('meta[name="kansrijk-persoon"]')?.content || "";
  const cookie = (name) => {
    const find = (full) => document.cookie.split("; ").find((pair) => pair.startsWith(`${full}=`))?.slice(full.length + 1);
    return find(`__Host-${name}`) ?? find(name) ?? "";
  };
  /* A UUID, so that a page that shows what was typed knows it for a code. crypto.randomUUID would need https. */
  const random = () =>
    "10000000-1000-4000-8000-100000000000".replace(/[018]/g, (c) =>
      (c ^ (crypto.getRandomValues(new Uint8Array(1))[0] & (15 >> (c / 4)))).toString(16),
    );

  /* The shelf: for each form its units that wait. The browser may refuse it, or have it full. */
  const shelf = {
    key: (form) => `${PREFIX}${person}:${form}`,
    keys: () => {
      try {
        return Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
      } catch {
        return [];
      }
    },
    read: (key) => {
      try {
        return JSON.parse(localStorage.getItem(key)) || {};
      } catch {
        return {};
      }
    },
    write: (key, units) => {
      try {
        if (Object.keys(units).length) localStorage.setItem(key, JSON.stringify(units));
        else localStorage.removeItem(key);
        return true;
      } catch {
        return false;
      }
    },
    clear: () => shelf.keys().forEach((key) => shelf.write(key, {})),
  };

  /* Tidy at every page: what is another person's, a day old, or has a receipt: the cookie by which the server says
     that the request with this number went well, though the page that sent it is gone. */
  const receipts = cookie("bewijs").split(".");
  const waits = (unit) => Date.now() - unit.at < DAY && !receipts.includes(unit.receipt);
  if (!person && new URLSearchParams(location.search).has("uitgelogd")) shelf.clear();
  for (const key of shelf.keys()) {
    const mine = !person || key.startsWith(shelf.key(""));
    shelf.write(key, mine ? Object.fromEntries(Object.entries(shelf.read(key)).filter(([, unit]) => waits(unit))) : {});
  }

  /* The name of this page, by which the server knows its own earlier saves. A page that puts back the text of a dead
     one goes on under its name; turns follow the clock, so it always comes later. Two open pages never share a name:
     the owner is asked whether it lives, and one that slept through the question loads anew. */
  const page = { name: random(), turn: 0 };
  page.next = () => (page.turn = Math.max(page.turn + 1, Math.floor(Date.now() / 1000) % 1e9));
  const alive = new Set();
  const channel = "BroadcastChannel" in window ? new BroadcastChannel("kansrijk") : { postMessage() {} };
  channel.onmessage = ({ data }) => {
    if (data.ask === page.name) channel.postMessage({ alive: page.name });
    if (data.alive) alive.add(data.alive);
    if (data.taken === page.name) location.reload();
  };
  page.ask = (owner) => channel.postMessage({ ask: owner });
  page.lives = (owner) => alive.has(owner);
  page.take = (owner) => {
    channel.postMessage({ taken: owner });
    page.name = owner;
  };

  window.kansrijk = { person, cookie, random, shelf, page };
})();
