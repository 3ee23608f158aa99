// The notes so far: those of this device and those of the workbook, each on a line of its own.
(() => {
  const { $, data } = Live, known = Live.known = new Map();
  const all = (what, from) => [...from.querySelectorAll(what)];
  const kindOf = Live.kindOf = ({ kind, speaker }) =>
    data.kinds.find((k) => k.kind === kind && k.speaker === speaker) || data.kinds.find((k) => k.kind === kind) || data.kinds.at(-1);
  const line = (note) => {
    let row = $("jots").querySelector(`[data-id="${note.id}"]`);
    if (!row) {
      row = $("jot").content.firstElementChild.cloneNode(true);
      row.dataset.id = note.id;
    } else if (!row.querySelector(".acts")) {
      const full = $("jot").content.firstElementChild.cloneNode(true);
      full.dataset.id = note.id;
      row.replaceWith(full);
      row = full;
    }
    const [time, label, words, why, here] = ["time", "b", "p span", ".why", ".here"].map((what) => row.querySelector(what));
    const [more, undo] = all(".acts button", row), marked = !note.text.trim();
    const by = note.speaker && note.speaker !== kindOf(note).speaker ? { me: ", me", other: ", someone else", manager: `, ${data.name}` }[note.speaker] : "";
    time.textContent = note.at ? Live.wall(note.at) : "";
    label.textContent = `${kindOf(note).label}${by}${note.gone ? ": taken back" : marked ? ", marked." : ":"}`;
    words.textContent = note.gone ? "" : note.form === "words" && !marked ? `“${note.text}”` : note.text;
    more.textContent = marked ? (note.form === "paraphrase" ? "Add a few words" : "Add the words") : "Edit";
    more.hidden = note.gone;
    undo.textContent = note.gone ? "Put it back" : "Undo";
    for (const button of [more, undo]) button.setAttribute("aria-label", `${button.textContent}: ${kindOf(note).label}${note.at ? `, ${time.textContent}` : ""}`);
    here.hidden = !note.waiting;
    why.hidden = !note.why;
    why.textContent = note.why || "";
    return row;
  };
  Live.list = () => {
    const notes = [...known.values()].sort((a, b) => (a.at || 0) - (b.at || 0)), there = notes.filter((n) => !n.gone).length, here = notes.filter((n) => n.waiting).length;
    const held = document.activeElement?.closest("#jots") && document.activeElement;
    notes.forEach((note, i) => { const row = line(note); if ($("jots").children[i] !== row) $("jots").insertBefore(row, $("jots").children[i] || null); });
    held?.focus();
    const said = there ? `${there} ${there === 1 ? "note" : "notes"}, ${here ? `${here} on this device` : "all in your workbook"}` : "Nothing yet";
    if ($("number").textContent !== said) $("number").textContent = said;
    Live.waiting = here;
  };
})();
