// Notes in two taps. Each is on this device before it is shown, and stays until the workbook has it.
(() => {
  const { $, data, queue, state, acts, save, known, kindOf, list } = Live;
  let chosen, at, open, chain = Promise.resolve(), gap;
  const all = (what, from = document) => [...from.querySelectorAll(what)];

  // One after the other, so that the last letter typed is the last one kept.
  // What is shown is what the disk has: `known` holds nothing else.
  const put = (note) => {
    const now = { ...note };
    chain = chain.then(() => queue.put({ ...now, turn: known.get(now.id)?.turn || now.turn })).then((kept) => {
      known.set(kept.id, { ...kept, waiting: true });
      list();
    }).catch(() => { Live.pill("closed", "This device could not keep that. Write it on paper."); });
    return chain;
  };
  const pick = (kind) => {
    chosen = kind;
    $("choice").hidden = !kind;
    $("count").hidden = Boolean(kind) || !$("writing").hidden;
    all("#taps .tapper").forEach((tap) => tap.setAttribute("aria-expanded", String(tap.value === kind?.value)));
  };
  const write = (note) => {
    pick();
    open = note && { ...note };
    $("writing").hidden = !note;
    $("count").hidden = Boolean(note);
    if (!note) return;
    $("h-field").textContent = `${note.form === "words" ? data.whose : "Roughly"}: ${kindOf(note).label}, ${Live.wall(note.at || Date.now())}`;
    $("field").value = note.text;
    $("safe").textContent = "Every letter is kept as you type";
    $("field").focus();
  };
  const fresh = (kind, form, speaker) => ({
    id: `live-${[...crypto.getRandomValues(new Uint8Array(12))].map((n) => n.toString(16).padStart(2, "0")).join("")}`,
    talk: data.talk, kind: kind.kind, speaker: speaker ?? kind.speaker, form, text: "", at: at || Date.now(), gone: false, turn: 0,
  });
  acts.kind = (button) => {
    write();
    at = Date.now();
    pick(data.kinds.find((k) => k.value === button.value));
    $("h-choice").querySelector("b").textContent = `${chosen.label} at ${Live.wall(at)}.`;
    all("#choice [name=speaker]").forEach((radio) => { radio.checked = radio.value === chosen.speaker; });
    $("choice").querySelector("button").focus({ preventScroll: true });
  };
  acts.form = (button) => {
    if (!chosen) return;
    const note = fresh(chosen, button.value, $("choice").querySelector("[name=speaker]:checked")?.value), tap = $("taps").querySelector(`[value=${chosen.value}]`);
    pick();
    put(note).then(() => Live.send());
    if (button.value === "mark") tap.focus({ preventScroll: true });
    else write(note);  // at once: whoever types on loses no letter
  };
  acts.count = (button) => {
    state.counted[button.value] = (state.counted[button.value] || 0) + 1;
    return save(state.held);
  };
  const done = () => {
    const note = open;
    if (!note) return;
    write();
    $("taps").querySelector(`[value=${kindOf(note).value}]`)?.focus({ preventScroll: true });
    chain.then(() => Live.send());
  };
  addEventListener("input", ({ target }) => {
    if (target.id !== "field" || !open) return;
    open.text = target.value;
    if (open.form === "mark" && open.text.trim()) open.form = "words";
    put(open);
    clearTimeout(gap);
    gap = setTimeout(() => Live.send(), 2500);
  });
  addEventListener("keydown", (e) => { if (e.key === "Enter" && (e.ctrlKey || e.metaKey) && e.target.id === "field") done(); });
  addEventListener("click", ({ target }) => {
    const act = target.closest("[data-write]")?.dataset.write, note = known.get(target.closest("[data-id]")?.dataset.id);
    if (act === "done") done();
    else if (act === "more") write(note);
    else if (act === "undo") { if (open?.id === note.id) write(); put({ ...note, gone: !note.gone }).then(() => Live.send()); }
    else if (act === "fact") { at = Date.now(); const fact = fresh(data.kinds.at(-1), "words"); put(fact).then(() => write(fact)); }
  });

  // What the device holds, and, where the workbook answers, what that has.
  Live.settled = async (told) => {
    for (const one of told?.notes || []) {
      const note = known.get(one.id);
      if (note && !one.why) note.after = one.version;
    }
    const here = new Map((await queue.notes()).filter((n) => n.talk === data.talk).map((n) => [n.id, n]));
    for (const [id, note] of here) known.set(id, note);
    for (const note of known.values()) note.waiting = here.has(note.id);
    list();
  };
  const load = async () => {
    await Live.settled();
    try {
      const answer = await fetch(`/converse/${data.talk}/notes/`, { cache: "no-store", redirect: "error" });
      for (const note of (await answer.json()).notes) if (!known.has(note.id)) known.set(note.id, { ...note, talk: data.talk, gone: false });
    } catch { /* without a network there is what is here */ }
    list();
  };
  const draw = Live.draw;
  Live.draw = () => {
    draw();
    all("#count button").forEach((b) => { const n = String(state.counted[b.value] || 0), el = b.querySelector("b"); if (el.textContent !== n) el.textContent = n; });
  };
  Live.loaded = Live.ready.then(load);
})();
