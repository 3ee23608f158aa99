// The clock of a talk. What is on, what is left and what to drop was worked out beforehand and came with the page:
// all that happens here is looking it up, so it says the same with a network and without.
self.Live = (() => {
  const $ = (id) => document.getElementById(id), data = JSON.parse($("data").textContent), s = data.schedule;
  const queue = Queue(data.owner), acts = {};
  let broken = false;
  // A browser that keeps nothing: then every tap goes to the workbook at once, as it does without scripts.
  queue.opened.catch(() => {
    broken = true;
    const label = Object.assign(document.createElement("label"), { textContent: "What was said, if you like" });
    label.append(Object.assign(document.createElement("textarea"), { name: "text", maxLength: 20000 }));
    $("choice").querySelector(".three-btn").before(label);
    $("net").querySelector("span").textContent = "This browser keeps nothing. Taps go to your workbook at once";
  });
  const state = {
    talk: data.talk, began: null, rest: 0, paused: null, anchor: null, before: null, past: [], done: [],
    held: data.held, counted: { ...data.counted }, turn: 0,
  };
  const planOf = ({ at, left, begun }) => s.plans[(begun ? s.begun : s.fresh)[at][Math.min(Math.max(left, 0), s.minutes)]];
  const look = (anchor, minute) => {
    const plan = planOf(anchor), passed = Math.max(minute - anchor.since, 0), left = anchor.left - passed;
    let end = 0;
    for (const slot of plan.slots) {
      end += slot[1];
      if (passed >= end) continue;
      const mine = plan.cuts.find(([part]) => part === slot[0]);
      const next = mine || plan.cuts.find(([part]) => part > slot[0] && s.parts[part].share !== null);
      const drop = next ? `Running late. ${mine ? "" : `${s.parts[next[0]].short}: `}${s.advice[next[1]]}` : "";
      return { plan, slot, here: end - passed, left, drop };
    }
    return { plan, slot: null, here: Math.max(left, 0), left, drop: "" };
  };
  const ofPart = ([part, , out]) => s.cards.map((card, n) => n).filter((n) => s.cards[n].part === part && !out.includes(n));
  const minute = () => state.began === null ? 0 : Math.max(0, Math.floor(((state.paused ?? Date.now()) - state.began - state.rest) / 6e4));
  const now = () => look(state.anchor, minute());

  // Kept on the device before it is shown. News is what the workbook has to hear of.
  const save = async (news) => {
    if (news) state.turn = Math.max(Date.now(), state.turn + 1, data.turn + 1);
    await queue.keep({ ...state });
    Live.draw();
    if (news) Live.send();
  };
  const passed = (from, to) => {
    let at = from.since;
    return planOf(from).slots.flatMap(([part, length]) => {
      const took = Math.min(length, to - at);
      at += length;
      return took > 0 ? [[part, took]] : [];
    });
  };
  const move = (at, left, begun) => {
    const here = minute();
    state.past.push(...passed(state.anchor, here));
    state.anchor = { at, since: here, left, begun };
    return save();
  };

  // What had the focus is hidden now: on to what comes next.
  const to = (what) => document.querySelector(what)?.focus({ preventScroll: true });
  const lateBy = () => data.booked === null ? 0 : Math.floor((Date.now() - data.booked) / 6e4);
  const begin = (left) => {
    Object.assign(state, { began: Date.now(), rest: 0, paused: null, past: [], done: [], held: false });
    state.anchor = { at: 0, since: 0, left, begun: false };
    Live.awake();
  };
  acts.start = (button) => {
    begin(button.value === "whole" ? s.minutes : s.granted[lateBy()] ?? s.minutes);
    return save().then(() => to("#card button"));
  };
  acts.go = () => {
    const { slot } = now();
    state.before = { left: now().left, at: slot ? slot[0] : s.parts.length - 1 };
    return move(state.before.at, 2, true);
  };
  acts.end = () => { state.held = true; return save(true).then(() => to("#over a")); };
  acts.again = () => {
    if (state.began === null) begin(s.minutes);
    state.held = false;
    return save(true);
  };
  acts.card = (button) => {
    const { slot } = now(), n = slot && ofPart(slot).find((card) => !state.done.includes(card));
    if (n === undefined || n === null) return;
    state.done.push(n);
    return save().then(() => { if (button.hidden) to("#words"); });
  };
  addEventListener("click", ({ target }) => {
    const way = target.closest("[data-move]")?.dataset.move, more = target.closest("[data-left]")?.dataset.left;
    if (!way && !more) return;
    const { plan, slot, left } = now();
    const card = () => to("#card button");
    if (more === "back") move(state.before.at, Math.max(state.before.left - (minute() - state.anchor.since), 0), true).then(card);
    else if (more) move(state.before?.at ?? 0, Number(more), true).then(card);
    else if (way === "pause") {
      if (state.paused) { state.rest += Date.now() - state.paused; state.paused = null; } else state.paused = Date.now();
      save();
    } else if (way === "back") move(Math.max((slot ? slot[0] : s.parts.length) - 1, 0), Math.max(left, 0), true);
    else if (slot) { const next = plan.slots[plan.slots.indexOf(slot) + 1]; if (next) move(next[0], left, false); }
  });
  addEventListener("submit", (e) => {
    const act = acts[e.target.dataset.do];
    if (!act || broken) return;
    e.preventDefault();
    act(e.submitter || e.target.querySelector("button"));
  });
  return { $, data, s, queue, state, acts, look, ofPart, minute, now, passed, save, lateBy, draw() {}, send() {}, awake() {} };
})();
