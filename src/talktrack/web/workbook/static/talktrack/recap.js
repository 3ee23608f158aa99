// Recap: a taking lights the lines that it was read from. The page works without it.
(() => {
  const off = () => document.querySelectorAll(".lit").forEach((line) => line.classList.remove("lit"));
  const light = (event) => {
    const taking = event.target.closest?.("[data-lights]");
    off();
    if (!taking) return;
    const lines = taking.dataset.lights.split(" ").map((id) => document.getElementById(id)).filter(Boolean);
    lines.forEach((line) => line.classList.add("lit"));
    const box = document.getElementById("notes");
    // Only the notes move, and only where they have a scroll of their own: the page stays where it is.
    if (lines[0] && box.scrollHeight > box.clientHeight) {
      const top = lines[0].offsetTop - box.offsetTop;
      if (top < box.scrollTop || top > box.scrollTop + box.clientHeight - 80) box.scrollTop = top - 80;
    }
  };
  addEventListener("focusin", light);
  addEventListener("mouseover", light);
})();
