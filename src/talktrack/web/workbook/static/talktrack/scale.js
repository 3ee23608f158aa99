// The talk to scale: what has passed as it went, what is left as there is time for it.
(() => {
  const { s, state, minute } = Live;
  const draw = (name, attributes) => {
    const el = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) el.setAttribute(key, value);
    return el;
  };
  let drawn = "";
  Live.ribbon = () => {
    const svg = document.querySelector("#ribbon .band"), at = minute(), whole = state.anchor || { at: 0, since: 0, left: s.minutes };
    const rest = s.plans[(whole.begun ? s.begun : s.fresh)[whole.at][Math.min(Math.max(whole.left, 0), s.minutes)]].slots;
    const parts = [...state.past, ...(rest.length ? rest : [[s.parts.length - 1, Math.max(whole.left, 0)]])];
    const total = Math.max(parts.reduce((sum, part) => sum + part[1], 0), 1) * 10, hand = Math.min(at * 10, total);
    const key = JSON.stringify([parts.map((p) => [p[0], p[1]]), state.anchor && hand]);
    if (key === drawn || !svg) return;
    drawn = key;
    svg.setAttribute("viewBox", `0 0 ${total} 40`);
    svg.replaceChildren();
    let x = 0;
    for (const [part, length] of parts) {
      const { share } = s.parts[part], mine = share === null ? 0 : Math.round(40 * share), width = length * 10;
      if (share === null) svg.append(draw("rect", { x, width, height: 40, class: "f-rest" }));
      else svg.append(draw("rect", { x, width, height: mine, class: "f-you" }), draw("rect", { x, y: mine, width, height: 40 - mine, class: "f-them" }));
      if (x) svg.append(draw("path", { d: `M${x} 0V40`, class: "thick s-paper" }));
      x += width;
    }
    const said = parts.map(([part, length]) => `${s.parts[part].title} ${length}`).join(", ");
    svg.setAttribute("aria-label", `${state.anchor ? `Minute ${at} of ${total / 10}. ` : ""}${total / 10} minutes: ${said}`);
    if (state.anchor) svg.append(draw("rect", { width: hand, height: 40, class: "f-paper", opacity: ".62" }), draw("path", { d: `M${hand} 0V40`, class: "thick s-ink" }));
  };
})();
