/* <search-box data-suggestions="…" data-found="…">: proposes things while one types. A combobox with a list: arrows choose,
   Enter goes, Escape closes. Without JavaScript, or when nothing answers, it stays a plain search form. */
import { say } from "./live-region.js";

const PAUSE_MS = 180;
const SHORTEST = 2;

class SearchBox extends HTMLElement {
  connectedCallback() {
    this.input = this.querySelector("input[type=search]");
    if (!this.input || !this.dataset.suggestions || this.list) return;
    this.list = document.createElement("ul");
    this.list.className = "search__list";
    this.list.id = `${this.input.id}-list`;
    this.list.hidden = true;
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", this.dataset.label);
    this.querySelector("form").append(this.list);
    for (const [name, value] of [["role", "combobox"], ["aria-expanded", "false"], ["aria-autocomplete", "list"], ["aria-controls", this.list.id]]) {
      this.input.setAttribute(name, value);
    }
    this.input.addEventListener("input", () => this.wait());
    this.input.addEventListener("keydown", (event) => this.press(event));
    this.input.addEventListener("blur", () => this.close());
    // The list must not take the focus before the click arrives.
    this.list.addEventListener("mousedown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => this.go(event.target.closest("[role=option]")));
  }

  get options() {
    return [...this.list.querySelectorAll("[role=option]")];
  }

  wait() {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.ask(), PAUSE_MS);
  }

  async ask() {
    const words = this.input.value.trim();
    this.request?.abort();
    if (words.length < SHORTEST) return this.close();
    this.request = new AbortController();
    try {
      // With what else the form says: the room in which one is.
      const fields = new URLSearchParams(new FormData(this.querySelector("form")));
      fields.set("q", words);
      const address = `${this.dataset.suggestions}?${fields}`;
      const response = await fetch(address, { signal: this.request.signal, headers: { "X-Requested-With": "fetch" } });
      if (response.ok) this.show(await response.text());
    } catch {
      this.close();
    }
  }

  show(fragment) {
    if (document.activeElement !== this.input) return;
    this.list.innerHTML = fragment;
    this.options.forEach((option, index) => {
      option.id = `${this.list.id}-${index}`;
    });
    this.choose(-1);
    const any = this.options.length > 0;
    this.list.hidden = !any;
    this.input.setAttribute("aria-expanded", String(any));
    if (any) say(this.dataset.found.replace("0", String(this.options.length - 1)));
  }

  choose(index) {
    this.chosen = index;
    this.options.forEach((option, place) => option.setAttribute("aria-selected", String(place === index)));
    const option = this.options[index];
    if (option) {
      this.input.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    } else {
      this.input.removeAttribute("aria-activedescendant");
    }
  }

  press(event) {
    const number = this.options.length;
    if (event.key === "Escape" && !this.list.hidden) {
      event.preventDefault();
      this.close();
    } else if (this.list.hidden || event.isComposing) {
      return;
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      this.choose(((this.chosen + step + 1 + number + 1) % (number + 1)) - 1);
    } else if (event.key === "Enter" && this.chosen >= 0) {
      event.preventDefault();
      this.go(this.options[this.chosen]);
    }
  }

  go(option) {
    if (option) window.location.assign(option.dataset.url);
  }

  close() {
    window.clearTimeout(this.timer);
    this.request?.abort();
    this.list.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }
}

customElements.define("search-box", SearchBox);
