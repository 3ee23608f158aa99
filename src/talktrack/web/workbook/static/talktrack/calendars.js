// The address of the feed is selected as soon as one steps into its field, so that it can be copied.
document.querySelectorAll("[data-copy]").forEach((field) => {
  field.addEventListener("focus", () => field.select());
  field.focus();
});
