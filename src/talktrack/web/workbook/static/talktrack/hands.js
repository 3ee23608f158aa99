// What the clock of a talk shows: the part, the minutes, the next thing to say or ask.
(() => {
  const { $, data, s, state, look, ofPart, minute, lateBy } = Live;
  const text = (el, words) => { if (el && el.textContent !== words) el.textContent = words; };
  const show = (el, is) => { if (el && el.hidden === is) el.hidden = !is; };
  const all = (what) => document.querySelectorAll(what);
  all(".for-js").forEach((el) => { el.hidden = false; });

  const before = () => {
    const late = lateBy(), left = s.granted[late] ?? s.minutes, [one, whole] = all("[name=start]");
    text(one.querySelector("span"), left < s.minutes ? `Start, ${left} minutes left` : "Start");
    whole.hidden = left === s.minutes;
    text(whole, `Start with all ${s.minutes}`);
    text($("part"), data.title);
    text($("big"), `${s.minutes} min`);
    text($("small"), data.booked ? `planned, from ${Live.wall(data.booked)}` : "planned");
  };
  const card = (slot) => {
    const own = slot ? ofPart(slot) : [], n = own.find((one) => !state.done.includes(one)), is = s.cards[n];
    show($("card"), Boolean(slot));
    if (!slot) return;
    const ask = is?.kind === "ask", core = own.filter((one) => !s.cards[one].spare), gone = core.filter((one) => state.done.includes(one)).length;
    text($("next"), is ? (is.spare && ask ? "In reserve, if there is time" : ask ? "Ask next" : "Say next") : "Nothing more to say here");
    text($("words"), is ? (ask ? `“${is.text}”` : is.text) : "Listen.");
    text($("then"), is?.then ? `If it stays vague: “${is.then}”` : "");
    show($("then"), Boolean(is?.then));
    $("card").querySelector("form").querySelectorAll("button").forEach((b) => { b.hidden = !is; });
    text($("card").querySelector("[value=done] span"), ask ? "Asked" : "Said");
    text($("asked"), core.length ? `${gone} of ${core.length}` : "");
    const words = $("words");
    const more = words.scrollHeight > words.clientHeight + 2;
    words.tabIndex = more ? 0 : -1;
    words.toggleAttribute("data-more", more);
  };
  const on = () => {
    const { plan, slot, here, left, drop } = look(state.anchor, minute()), part = slot && s.parts[slot[0]];
    const closing = plan.close && left > 0;
    text($("part"), part ? part.title : closing ? "Two minutes to close" : data.title);
    text($("big"), left > 0 ? `${here} min` : "Time is up");
    text($("small"), left > 0 ? `left here, ${left} in all.${part ? ` ${part.turn}` : ""}` : left < 0 ? `${-left} over. Name the next step, and thank them.` : "Thank them, and close.");
    show($("closing"), plan.close);
    text($("short").querySelector("span"), drop);
    show($("short"), Boolean(drop));
    card(slot);
    const i = plan.slots.indexOf(slot), next = slot && plan.slots[i + 1], last = slot ? slot[0] - 1 : s.parts.length - 1;
    const [back, ahead, pause] = all("[data-move]");
    back.disabled = last < 0; ahead.disabled = !next;
    back.setAttribute("aria-label", last < 0 ? "Still on it" : `Still on it: ${s.parts[last].title}`);
    ahead.setAttribute("aria-label", next ? `Go on: ${s.parts[next[0]].title}` : "Go on");
    pause.setAttribute("aria-pressed", String(Boolean(state.paused)));
    text(pause.querySelector("span"), state.paused ? "Paused" : "Pause");
    text($("left"), (slot ? plan.slots.slice(i + 1) : []).map(([n, length]) => `${s.parts[n].short.toLowerCase()} ${length}`).join(", ") || "the close");
    const cuts = plan.cuts.map(([, n]) => s.advice[n]), list = $("cuts");
    if (list && list.textContent !== cuts.join("")) list.replaceChildren(...cuts.map((words) => Object.assign(document.createElement("li"), { textContent: words })));
  };
  Live.wall = (ms) => new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZone: data.zone }).format(ms);
  Live.draw = () => {
    const stands = state.held ? "held" : state.anchor ? "on" : "before";
    if ($("talk").dataset.state !== stands) $("talk").dataset.state = stands;
    show($("moves"), stands === "on");
    document.querySelectorAll(".for-before").forEach((el) => show(el, stands === "before"));
    show($("over"), stands === "held");
    if (stands === "held") { text($("part"), data.title); text($("big"), "It is over"); text($("small"), "Write the recap while you still hear it."); }
    else if (stands === "on") on();
    else before();
    Live.ribbon();
  };
  Live.ready = Live.queue.talk(data.talk).then((old) => {
    if (old) Object.assign(state, old, { held: old.turn > data.turn ? old.held : data.held });
    Live.draw();
    setInterval(Live.draw, 2000);
    addEventListener("resize", Live.draw);  // a phone is turned round
  });
})();
