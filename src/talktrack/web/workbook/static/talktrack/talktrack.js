// Every page works without this. It adds keys, the marked copy, drafts, and words for what happens meanwhile.
(() => {
  const root = document.documentElement;
  const $ = (what, at = document) => at.querySelector(what);
  const all = (what, at = document) => [...at.querySelectorAll(what)];
  const on = (event, act, at = document) => at.addEventListener(event, act);
  const say = (words) => { const live = $("#live"); if (live) live.textContent = words; };
  const kept = (key, value) => {
    try {
      if (value === undefined) return localStorage.getItem(key);
      value === null ? localStorage.removeItem(key) : localStorage.setItem(key, value);
    } catch { return null; }
  };
  root.classList.add("js");

  const dark = () => root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme:dark)").matches;
  if (kept("keys") === "off") root.dataset.keys = "off";
  on("click", (e) => {
    const at = (what) => e.target.closest(what);
    if (at("[data-theme-toggle]")) {
      e.preventDefault();
      root.dataset.theme = dark() ? "light" : "dark";
      document.cookie = `theme=${root.dataset.theme};path=/;max-age=31536000;samesite=strict`;
      say(`Now ${root.dataset.theme}.`);
    }
    if (at("[data-print]")) { e.preventDefault(); print(); }
    const opens = $(`dialog#${at("[data-opens]")?.dataset.opens || "none"}`);
    if (opens) { e.preventDefault(); opens.showModal(); }
    if (at("[data-close]")) at("dialog").close();
    const found = at("[data-found]");
    if (found) {
      const field = found.parentElement.field;
      if (found.dataset.found === "away") kept(place(field), null);
      else field.value = kept(place(field));
      field.dispatchEvent(new Event("input", { bubbles: true }));
      found.parentElement.remove();
      field.focus();
    }
  });
  on("change", ({ target: { dataset, checked } }) => {
    const name = dataset.switch, is = checked ? "on" : "off";
    if (!name) return;
    kept(name, root.dataset[name] = is);
    if (name === "drafts" && !checked) for (const key of Object.keys(localStorage)) if (key.startsWith("draft ")) kept(key, null);
  });
  all("[data-switch]").forEach((box) => { const is = kept(box.dataset.switch); if (is) box.checked = is === "on"; });

  // Keys rest in fields. C, E, D and U act within the item that has the focus.
  const items = () => all("[data-item]").filter((item) => item.checkVisibility?.() ?? true);
  const go = (item) => { if (item) { item.tabIndex = -1; item.focus(); } };
  on("keydown", (e) => {
    const field = e.target.closest("textarea,select,input:not([type=checkbox],[type=radio])");
    if (e.key === "Enter" && (e.ctrlKey || e.metaKey) && field?.form) { e.preventDefault(); field.form.requestSubmit(); }
    if (e.key === "Escape") field?.blur();
    if (field || e.ctrlKey || e.metaKey || e.altKey || e.isComposing || root.dataset.keys === "off" || $("dialog[open]")) return;
    const key = e.key.toLowerCase(), list = items(), here = document.activeElement.closest("[data-item]"), at = list.indexOf(here);
    if (key === "j") go(list[at + 1]);
    else if (key === "k") go(list[at - 1]);
    else if (key === "?") $("#keys")?.showModal();
    else if (/^[a-z]$/.test(key)) {
      const ours = "cedu".includes(key);
      const act = $(`[data-key="${key}"]`, ours ? here || document.createElement("p") : document);
      if (act) { e.preventDefault(); act.click(); } else if (ours && !here) go(list[0]);
    }
  });

  // The marked copy follows the text at once; the server sends new marks after a pause.
  const find = (text, words, at) => {
    for (let i = text.indexOf(words, at); i >= 0; i = text.indexOf(words, i + 1))
      if (!/\p{L}/u.test((text[i - 1] || "") + (text[i + words.length] || ""))) return i;
  };
  const follow = (pad) => {
    const copy = $(".copy", pad), text = $("textarea", pad).value, marks = all("mark", copy);
    let at = 0;
    copy.textContent = "";
    for (const mark of marks) {
      const start = find(text, mark.textContent, at);
      if (start === undefined) continue;
      copy.append(text.slice(at, start), mark);
      at = start + mark.textContent.length;
    }
    copy.append(`${text.slice(at)}\n`);
  };

  // Drafts stay on this device only where the person allowed it, and only until the text is kept.
  const allowed = () => (kept("drafts") || root.dataset.drafts) === "on";
  const place = (field) => `draft ${field.dataset.draft}`;
  on("input", (e) => {
    const pad = e.target.closest(".pad");
    if (pad) follow(pad);
    if (e.target.dataset.draft && allowed()) kept(place(e.target), e.target.value || null);
  });
  all("[data-draft]").forEach((field) => {
    const text = kept(place(field));
    if (!text || text === field.value) return kept(place(field), null);
    const found = $("#found")?.content.firstElementChild.cloneNode(true);
    if (!found) return;
    found.field = field;
    (field.closest(".pad") || field).after(found);
  });

  // After a decision the next item has the focus.
  let from = -1;
  on("htmx:beforeRequest", (e) => { from = items().indexOf(e.detail.elt.closest("[data-item]")); });
  on("htmx:afterSettle", () => {
    all(".pad").forEach(follow);
    if (from < 0) return;
    const list = items();
    go(list[from] || list[list.length - 1] || $("#undo button") || $("main"));
    from = -1;
  });

  // A lost connection: say so, try again.
  const waiting = new Set();
  const pill = (words) => { const p = $("#pill"); if (p) { p.hidden = !words; $("span", p).textContent = words; } };
  const lost = (e) => {
    waiting.add(e.detail.elt);
    pill(e.detail.xhr?.status === 403 ? "The workbook is closed. Your text is still here" : "Not saved yet, trying");
    setTimeout(again, 4000);
  };
  const again = () => { for (const elt of waiting) { waiting.delete(elt); htmx.trigger(elt, "again"); } };
  ["htmx:sendError", "htmx:timeout", "htmx:responseError"].forEach((event) => on(event, lost));
  on("htmx:afterOnLoad", (e) => { if (e.detail.successful) { waiting.delete(e.detail.elt); if (!waiting.size) pill(""); } });
  addEventListener("online", again);
})();
