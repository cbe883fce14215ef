/* What the agenda does better with JavaScript: focus kept when results are swapped, live preview. */
import { say } from "../common/js/live-region.js";

/* A chip is replaced by its new self: the focus goes to it, an open panel stays open, the new number is said. */
const words = (link) => link?.textContent.replace(/\d+/g, "").trim();
let focused = "";
let opened = false;

document.addEventListener("htmx:beforeSwap", () => {
  focused = words(document.activeElement?.closest("#agenda a"));
  opened = document.getElementById("agenda-more")?.open ?? false;
});
document.addEventListener("htmx:afterSwap", () => {
  const more = document.getElementById("agenda-more");
  if (more && opened) more.open = true;
  // A text without words is the number of a page, which is no chip.
  const again = focused ? [...document.querySelectorAll("#agenda a")].find((link) => words(link) === focused) : undefined;
  again?.focus({ preventScroll: true });
  const count = document.getElementById("agenda-count");
  if (count) say(count.textContent.trim());
});

/* A fold that was opened before htmx was there asks now for what it holds; each asks once. */
function fillFolds() {
  for (const fold of document.querySelectorAll("details[open][hx-trigger^=toggle]")) window.htmx?.trigger(fold, "toggle");
}
document.addEventListener("htmx:load", fillFolds, { once: true });
fillFolds(); // htmx may be the first of the two

/* The preview follows the colour and the number as they are chosen. */
const look = document.getElementById("look-form");
look?.addEventListener("change", () => look.requestSubmit());
