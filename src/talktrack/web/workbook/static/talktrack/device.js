// This device: what it keeps, when it sends, and how it forgets.
(() => {
  const { $, data, queue, state } = Live, PAGES = "talktrack-pages-", mine = PAGES + data.owner;
  let wait = 0, timer, busy, again, lock, here, reviewed = data.turn;
  Live.pill = (how, words) => {
    const net = $("net"), said = net.querySelector("span");
    net.dataset.state = how;
    if (said.textContent !== words) said.textContent = words;
  };
  const drop = async (but) => { for (const name of await caches?.keys() || []) if (name.startsWith(PAGES) && name !== but) await caches.delete(name); };
  const forget = async () => {
    const cache = self.caches && await caches.open(mine);
    await cache?.delete(location.pathname);
    const { notes } = await queue.waiting(data.talk);
    if (!notes.length) await queue.drop(data.talk);
    lies(false, notes.length);
  };
  const lies = (kept, waiting = 0) => {
    here = kept;
    const notes = waiting ? `${waiting} ${waiting === 1 ? "note waits" : "notes wait"} here until your workbook has them, then they go from here.` : "No note: each is taken off once your workbook has it.";
    const page = kept ? "The agenda, your lines and your questions, so that this page opens without a network. They go when the talk is over, or when you say so." : "This page is not kept: without a network it stays open, but does not open again.";
    $("lies").textContent = `${notes} ${page} Whoever can use this browser can read what lies here, and an employer can see what is on a device of theirs.`;
  };
  const keep = async () => {
    if (state.held) return forget();
    if (!self.caches || !navigator.serviceWorker) return lies(false);
    try {
      await navigator.serviceWorker.register("/converse/worker.js", { scope: "/converse/" });
      const page = await fetch(`${location.pathname}?device`, { cache: "no-store", redirect: "error" });
      if (page.headers.get("X-Talktrack-Owner") !== data.owner) return lies(Boolean(await caches.match(location.pathname)));
      await drop(mine);
      const cache = await caches.open(mine), used = performance.getEntriesByType("resource").map((r) => r.name);
      const named = [...document.querySelectorAll("link[href],script[src]")].map((el) => el.href || el.src);
      const files = new Set([...named, ...used].filter((url) => url.startsWith(`${location.origin}/static/`)));
      for (const old of await cache.keys()) if (new URL(old.url).pathname.startsWith("/static/") && !files.has(old.url)) await cache.delete(old);
      await Promise.all([...files].map(async (url) => { if (!await cache.match(url)) await cache.add(url); }));
      await cache.put(location.pathname, page);
      $("talk").dataset.kept = "yes";
      lies(true, Live.waiting);
    } catch { lies(Boolean(await caches.match(location.pathname))); }
  };

  const tell = async (status) => {
    const { notes, meeting } = await queue.waiting(data.talk), n = notes.length, some = n ? `${n} waiting here` : "the end waits here";
    if (here !== undefined) lies(here, n);
    if (!n && !meeting && status === "done") return Live.pill("done", "All in your workbook");
    const words = {
      done: some, offline: `${navigator.onLine ? "Workbook not reached" : "Offline"}, ${some}`,
      closed: `Closed to this browser, ${some}. Open your workbook again`,
      other: `Another workbook is open, ${some}`, gone: `This talk is not in the workbook any more, ${some} to copy`,
    };
    Live.pill(status === "done" ? "offline" : status === "offline" ? "offline" : "closed", words[status] || some);
    return true;
  };
  const review = (lines) => {
    if (!lines) return;
    reviewed = state.turn;
    $("review").replaceChildren(...lines.map((words) => Object.assign(document.createElement("p"), { textContent: words })));
  };
  // The answer went to whoever sent it, and that may have been another tab or the worker.
  const asked = async () => {
    try { review((await (await fetch(`${location.pathname}notes/`, { cache: "no-store", redirect: "error" })).json()).review); } catch { /* at the next turn */ }
  };
  const run = async () => {
    if (busy) { again = true; return; }
    busy = true;
    clearTimeout(timer);
    let came = { status: "offline" };
    do {
      again = false;
      try { came = await queue.send(); await Live.settled(came.told); review(came.told?.review); } catch { /* as if it were not reached */ }
    } while (again && came.status === "done");
    busy = false;
    const left = await tell(came.status);
    if (came.status === "closed" && self.caches) await drop();
    if (!left && state.held) {
      if (reviewed < state.turn) await asked();
      await forget();
    }
    wait = left ? Math.min(Math.max(wait * 2, 1500), 60000) : 0;
    if (left) {
      timer = setTimeout(run, wait * (0.8 + Math.random() * 0.4));
      navigator.serviceWorker?.getRegistration("/converse/").then((r) => r?.sync?.register(`notes ${data.owner}`)).catch(() => {});
    }
  };
  const soon = () => { wait = 0; run(); };
  Live.send = soon;
  Live.awake = async () => {
    navigator.storage?.persist?.();
    try { if (state.anchor && !state.held && !document.hidden) lock = await navigator.wakeLock.request("screen"); } catch { lock = null; }
  };
  addEventListener("online", soon);
  addEventListener("offline", () => tell("offline"));
  addEventListener("pageshow", soon);
  document.addEventListener("visibilitychange", () => { if (!document.hidden) { soon(); Live.draw(); if (!lock || lock.released) Live.awake(); } });
  addEventListener("click", ({ target }) => { if (target.closest("[data-device=forget]")) forget(); });
  Live.loaded.then(() => { soon(); Live.awake(); return keep(); });
})();
