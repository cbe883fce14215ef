// The grid: arrows, Home and End move from picture to picture; the basket fills without leaving the page.
import { say } from "../common/js/live-region.js";

const TOAST_TIME = 4000; // milliseconds

class PhotoGrid extends HTMLElement {
  connectedCallback() {
    this.addEventListener("keydown", (event) => this.move(event));
    this.addEventListener("submit", (event) => this.keep(event));
  }

  move(event) {
    if (!event.target.matches(".photo-grid__link") || event.altKey || event.ctrlKey || event.metaKey) return;
    const links = [...this.querySelectorAll(".photo-grid__link")];
    const here = links.indexOf(event.target);
    const next = {
      ArrowRight: () => links[here + 1],
      ArrowLeft: () => links[here - 1],
      Home: () => links[0],
      End: () => links.at(-1),
      ArrowDown: () => this.beyond(event.target, links.slice(here + 1)),
      ArrowUp: () => this.beyond(event.target, links.slice(0, here).reverse()),
    }[event.key]?.();
    if (!next) return;
    event.preventDefault();
    next.focus();
  }

  // Of the nearest row among `links`, the picture most under, or above, the one in hand.
  beyond(link, links) {
    const { top, left, width } = link.getBoundingClientRect();
    const row = links.map((each) => [each, each.getBoundingClientRect()]).filter(([, box]) => Math.abs(box.top - top) > 4);
    const away = ([, box]) => Math.abs(box.left + box.width / 2 - left - width / 2);
    return row.filter(([, box]) => Math.abs(box.top - row[0][1].top) < 4).sort((one, other) => away(one) - away(other))[0]?.[0];
  }

  async keep(event) {
    const form = event.target;
    if (!form.matches("[data-keep]")) return;
    event.preventDefault();
    const button = form.querySelector("button");
    button.disabled = true;
    try {
      const answer = await fetch(form.action, { method: "POST", body: new FormData(form), headers: { Accept: "application/json" } });
      if (!answer.ok) throw new Error(answer.status);
      const { count, words } = await answer.json();
      const field = form.elements.namedItem("keep");
      button.setAttribute("aria-pressed", String(field.value === "1"));
      field.value = field.value === "1" ? "0" : "1";
      for (const badge of document.querySelectorAll("[data-basket-count]")) {
        badge.textContent = count;
        badge.hidden = count === 0;
      }
      for (const bar of document.querySelectorAll("[data-basket-bar]")) bar.hidden = count === 0;
      toast(words);
    } catch {
      form.submit(); // the page says what is wrong
    } finally {
      button.disabled = false;
      button.focus();
    }
  }
}

// What happened, seen where one is, and said; it goes by itself.
function toast(words) {
  say(words);
  document.querySelector("[data-basket-toast]")?.remove();
  const region = document.createElement("div");
  region.className = "toasts";
  region.dataset.basketToast = "";
  const box = document.createElement("div");
  box.className = "toast";
  const text = document.createElement("p");
  text.textContent = words;
  box.append(text);
  region.append(box);
  document.body.append(region);
  window.setTimeout(() => region.remove(), TOAST_TIME);
}

customElements.define("photo-grid", PhotoGrid);
