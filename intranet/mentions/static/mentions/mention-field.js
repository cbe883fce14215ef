/* <mention-field data-suggestions="…?sur=…" data-label="…" data-found="0 propositions">a textarea, or a rich text editor</mention-field>
   After an @ and a letter, a list of people and groups: arrows choose, Enter or Tab takes, Escape closes. The field keeps the
   focus; the list is told by aria-activedescendant. Without JavaScript one types the name that « Qui citer ? » gives. */
import { say } from "../common/js/live-region.js";

const PAUSE_MS = 150;
const TYPED = /(?:^|[^\p{L}\p{N}_@./+-])@([\p{L}\p{N}._-][\p{L}\p{N}._'’-]{0,40})$/u;

class MentionField extends HTMLElement {
  connectedCallback() {
    if (this.list) return;
    this.list = document.createElement("ul");
    this.list.className = "mention-list";
    this.list.id = `mention-list-${Math.random().toString(36).slice(2)}`;
    this.list.hidden = true;
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", this.dataset.label);
    this.append(this.list);
    this.addEventListener("input", (event) => this.hear(event.target));
    this.addEventListener("click", (event) => !this.list.contains(event.target) && this.hear(event.target));
    // Before the editor's own keys.
    this.addEventListener("keydown", (event) => this.press(event), true);
    this.addEventListener("focusout", () => this.close());
    this.list.addEventListener("mousedown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => this.take(event.target.closest("[role=option]")));
  }

  disconnectedCallback() {
    window.clearTimeout(this.timer);
    this.request?.abort();
  }

  /* The text before the caret, in a textarea or in an editor's line. */
  before(field) {
    if (field.matches("textarea, input")) {
      return field.selectionStart === field.selectionEnd ? field.value.slice(0, field.selectionStart) : "";
    }
    const { anchorNode: node, anchorOffset: offset, isCollapsed } = window.getSelection();
    return isCollapsed && node?.nodeType === Node.TEXT_NODE && this.contains(node) ? node.data.slice(0, offset) : "";
  }

  hear(target) {
    const field = target.closest?.("textarea, input[type=text], [contenteditable=true]");
    if (!field) return;
    const letters = TYPED.exec(this.before(field))?.[1];
    window.clearTimeout(this.timer);
    if (!letters) return this.close();
    this.field = field;
    this.letters = letters;
    for (const [name, value] of [["aria-autocomplete", "list"], ["aria-controls", this.list.id]]) field.setAttribute(name, value);
    this.timer = window.setTimeout(() => this.ask(letters), PAUSE_MS);
  }

  async ask(letters) {
    this.request?.abort();
    this.request = new AbortController();
    try {
      const address = new URL(this.dataset.suggestions, window.location.href);
      address.searchParams.set("q", letters);
      const response = await fetch(address, { signal: this.request.signal, headers: { "X-Requested-With": "fetch" } });
      if (response.ok && !response.redirected) this.show((await response.json()).suggestions);
    } catch {
      this.close();
    }
  }

  show(rows) {
    if (!this.contains(document.activeElement)) return;
    this.list.replaceChildren(...rows.map((row, number) => this.option(row, number)));
    this.list.hidden = rows.length === 0;
    if (this.list.hidden) return this.close();
    // Under the text, and not under what stands below it: its help, its errors.
    this.list.style.setProperty("top", `${this.field.getBoundingClientRect().bottom - this.getBoundingClientRect().top + 4}px`);
    this.choose(0);
    say(this.dataset.found.replace("0", String(rows.length)));
  }

  option({ handle, name, note }, number) {
    const option = document.createElement("li");
    option.className = "mention-list__option";
    option.id = `${this.list.id}-${number}`;
    option.dataset.handle = handle;
    option.setAttribute("role", "option");
    const words = document.createElement("span");
    words.textContent = name;
    const facts = document.createElement("span");
    facts.className = "mention-list__note";
    facts.textContent = note;
    option.append(words, facts);
    return option;
  }

  choose(index) {
    this.chosen = index;
    [...this.list.children].forEach((option, place) => option.setAttribute("aria-selected", String(place === index)));
    const option = this.list.children[index];
    this.field.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  }

  press(event) {
    if (this.list.hidden || event.isComposing) return;
    const number = this.list.children.length;
    if (event.key === "Escape") this.close();
    else if (event.key === "ArrowDown") this.choose((this.chosen + 1) % number);
    else if (event.key === "ArrowUp") this.choose((this.chosen - 1 + number) % number);
    else if ((event.key === "Enter" || event.key === "Tab") && !event.shiftKey) this.take(this.list.children[this.chosen]);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  take(option) {
    if (!option) return;
    const text = `@${option.dataset.handle} `;
    const typed = this.letters.length + 1;
    this.close();
    if (this.field.matches("textarea, input")) {
      const end = this.field.selectionStart;
      this.field.setRangeText(text, end - typed, end, "end");
      this.field.dispatchEvent(new Event("input", { bubbles: true }));
      return;
    }
    const selection = window.getSelection();
    const { anchorNode: node, anchorOffset: end } = selection;
    selection.setBaseAndExtent(node, end - typed, node, end);
    // The one way of changing an editor's text that each editor takes for typing, and can undo.
    document.execCommand("insertText", false, text);
  }

  close() {
    window.clearTimeout(this.timer);
    this.request?.abort();
    this.list.hidden = true;
    this.field?.removeAttribute("aria-activedescendant");
  }
}

customElements.define("mention-field", MentionField);
