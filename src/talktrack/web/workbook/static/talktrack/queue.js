// Notes on this device until the workbook has them: for the page, and for the worker behind it.
// Each note carries its turn, a number that only grows. What the workbook answered for is taken off this device.
self.Queue = (owner) => {
  const name = `talktrack-${owner}`, url = (talk) => `/converse/${talk}/notes/`;
  const opened = new Promise((done, fail) => {
    const open = indexedDB.open(name, 1);
    open.onupgradeneeded = () => {
      open.result.createObjectStore("notes", { keyPath: "id" });
      open.result.createObjectStore("talks", { keyPath: "talk" });
    };
    open.onsuccess = () => done(open.result);
    open.onerror = open.onblocked = () => fail(open.error || new Error("blocked"));
  });

  // A promise that holds once the disk has it.
  const write = async (store, act) => {
    const change = (await opened).transaction(store, "readwrite", { durability: "strict" });
    return new Promise((done, fail) => {
      let result;
      act(change.objectStore(store), (value) => { result = value; });
      change.oncomplete = () => done(result);
      change.onabort = change.onerror = () => fail(change.error);
    });
  };
  const read = async (store, ask) => {
    const request = ask((await opened).transaction(store).objectStore(store));
    return new Promise((done, fail) => { request.onsuccess = () => done(request.result); request.onerror = () => fail(request.error); });
  };

  const put = ({ sent, after = 0, ...note }) => write("notes", (store, give) => {
    const before = store.get(note.id);
    before.onsuccess = () => {
      const turn = Math.max(Date.now(), (note.turn || 0) + 1, (before.result?.turn || 0) + 1);
      const whole = { sent: 0, after, ...before.result, ...note, turn, why: "" };
      store.put(whole);
      give(whole);
    };
  });
  const notes = () => read("notes", (store) => store.getAll());
  const talk = (id) => read("talks", (store) => store.get(id));
  const keep = (state) => write("talks", (store) => {
    const before = store.get(state.talk);
    before.onsuccess = () => store.put({ ...state, sent: before.result?.sent || 0 });
  });
  const drop = (id) => write("talks", (store) => {
    const now = store.get(id);
    now.onsuccess = () => { if (now.result?.turn <= (now.result?.sent || 0)) store.delete(id); };
  });
  const waiting = async (id) => {
    const mine = (await notes()).filter((n) => n.talk === id && n.sent < n.turn), stand = await talk(id);
    return { notes: mine, meeting: stand && stand.turn > (stand.sent || 0) ? stand : null };
  };

  const settle = ({ id, turn, version, why }) => write("notes", (store) => {
    const now = store.get(id);
    now.onsuccess = () => {
      const note = now.result;
      if (!note) return;
      if (why) { if (note.turn === turn) store.put({ ...note, why }); }
      else if (note.turn === turn) store.delete(id);
      else store.put({ ...note, sent: turn, after: version });
    };
  });
  const settled = (id, turn) => write("talks", (store) => {
    const now = store.get(id);
    now.onsuccess = () => { if (now.result) store.put({ ...now.result, sent: Math.max(turn, now.result.sent || 0) }); };
  });

  // One parcel; what came of it: "done", "offline", "closed", "other" (another owner's workbook), "gone".
  const post = async (id, some, meeting) => {
    const sent = some.map(({ talk, sent, why, ...note }) => note);
    const news = meeting && { turn: meeting.turn, held: meeting.held, counted: meeting.counted };
    let answer;
    try {
      answer = await fetch(url(id), {
        method: "POST", redirect: "error", cache: "no-store", signal: AbortSignal.timeout(20000),
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ owner, notes: sent, meeting: news }),
      });
    } catch { return { status: "offline" }; }
    if (answer.status === 401 || answer.status === 403) return { status: "closed" };
    if (answer.status === 409) return { status: "other" };
    if (answer.status === 404) return { status: "gone" };
    if (answer.status >= 400 && answer.status < 500) {
      if (some.length < 2) {
        for (const note of some) await settle({ ...note, why: "The workbook could not take this one. Copy it from here." });
        return { status: some.length ? "done" : "offline" };
      }
      const half = some.length >> 1, first = await post(id, some.slice(0, half), meeting);
      return first.status === "done" ? post(id, some.slice(half), null) : first;
    }
    if (!answer.ok) return { status: "offline" };
    let told;
    try { told = await answer.json(); } catch { return { status: "offline" }; }
    for (const one of told.notes) await settle(one);
    if (meeting && told.turn === meeting.turn) await settled(id, meeting.turn);
    return { status: "done", told };
  };

  // Everything that waits, one sender at a time, whichever tab or worker it is.
  const send = () => navigator.locks.request(name, async () => {
    const talks = new Set((await notes()).map((n) => n.talk));
    for (const state of await read("talks", (store) => store.getAll())) talks.add(state.talk);
    let result = { status: "done" };
    for (const id of talks) {
      for (let tries = 0; tries < 50; tries++) {
        const { notes: all, meeting } = await waiting(id), some = all.filter((n) => !n.why).slice(0, 50);
        if (!some.length && !meeting) break;
        const came = await post(id, some, meeting);
        if (came.status !== "done") { result = { ...came, talk: id }; break; }
        if (result.status === "done") result = came;
      }
      if (["offline", "closed", "other"].includes(result.status)) break;
    }
    return result;
  });
  return { opened, put, notes, talk, keep, drop, waiting, send };
};
