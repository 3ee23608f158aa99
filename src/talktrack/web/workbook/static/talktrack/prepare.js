// Prepare: the order of the agenda by hand, and long parts folded on a phone. The page works without it.
(() => {
  // Drag a grip, or use the arrow keys on it. It is the neighbours that move, so that grip and focus stay held.
  // The form sends its lines in the order in which they stand.
  const shift = (line, up) => {
    const other = up ? line.previousElementSibling : line.nextElementSibling;
    if (!other) return;
    line.parentElement.insertBefore(other, up ? line.nextSibling : line);
    const lines = [...line.parentElement.children];
    document.getElementById("live").textContent =
      `${line.dataset.name}, now ${lines.indexOf(line) + 1} of ${lines.length}.`;
  };
  const lineOf = (event) => event.target.closest(".grip")?.closest("li");
  const middle = (line) => { const box = line.getBoundingClientRect(); return box.top + box.height / 2; };
  addEventListener("keydown", (e) => {
    const line = lineOf(e);
    if (!line || !/^Arrow(Up|Down)$/.test(e.key)) return;
    e.preventDefault();
    shift(line, e.key === "ArrowUp");
  });
  addEventListener("pointerdown", (e) => {
    const line = lineOf(e);
    if (!line) return;
    const grip = e.target.closest(".grip");
    const move = (m) => {
      const before = line.previousElementSibling, after = line.nextElementSibling;
      if (before && m.clientY < middle(before)) shift(line, true);
      else if (after && m.clientY > middle(after)) shift(line, false);
    };
    grip.setPointerCapture(e.pointerId);
    line.classList.add("held");
    grip.addEventListener("pointermove", move);
    grip.addEventListener("lostpointercapture", () => {
      line.classList.remove("held");
      grip.removeEventListener("pointermove", move);
    }, { once: true });
  });

  // What an address points at opens, and paper shows everything.
  const folds = document.querySelectorAll("details[data-fold]");
  const open = () => document.getElementById(location.hash.slice(1))?.closest("details")?.setAttribute("open", "");
  if (matchMedia("(max-width:44rem)").matches) folds.forEach((fold) => fold.removeAttribute("open"));
  open();
  addEventListener("hashchange", open);
  addEventListener("beforeprint", () => folds.forEach((fold) => fold.setAttribute("open", "")));
})();
