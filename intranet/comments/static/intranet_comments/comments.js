/* A form that was put in place is put away again, with the focus back where it was opened. */
document.addEventListener("click", (event) => {
  const cancel = event.target.closest("#commentaires [data-cancel]");
  const place = cancel?.closest("[id^=place-]");
  if (!place) return;
  event.preventDefault();
  place.replaceChildren();
  place.parentElement.querySelector(".comment__deed, .button")?.focus();
});

/* The talk drawn anew after a deed keeps the reader where they are. */
document.addEventListener("htmx:afterSettle", (event) => {
  if (event.detail.elt.id === "commentaires" && !document.querySelector("#commentaires [autofocus]")) {
    document.getElementById("talk-title")?.focus({ preventScroll: true });
  }
});
