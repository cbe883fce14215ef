/* The languages of the texts as tabs; without it they stand one under the other. */
class LanguageTabs extends HTMLElement {
  connectedCallback() {
    this.panels = [...this.querySelectorAll("[data-language]")];
    const list = document.createElement("div");
    list.className = "tabs";
    list.setAttribute("role", "tablist");
    list.setAttribute("aria-label", this.dataset.label);
    this.tabs = this.panels.map((panel, number) => this.tab(panel, number));
    list.append(...this.tabs);
    list.addEventListener("keydown", (event) => this.key(event));
    this.prepend(list);
    const wrong = this.panels.findIndex((panel) => panel.dataset.error);
    this.show(Math.max(0, wrong));
    // A link of the list of errors may lead into a language that is not shown.
    window.addEventListener("hashchange", () => this.follow());
    this.addEventListener("input", () => this.mark());
    this.follow();
    this.mark();
  }

  tab(panel, number) {
    panel.id = `${this.closest("section").id}-${panel.dataset.language}`;
    panel.setAttribute("role", "tabpanel");
    panel.querySelector("h3").hidden = true;
    const tab = document.createElement("button");
    tab.type = "button";
    tab.className = "tab";
    tab.id = `${panel.id}-tab`;
    tab.lang = panel.dataset.language;
    tab.setAttribute("role", "tab");
    tab.setAttribute("aria-controls", panel.id);
    panel.setAttribute("aria-labelledby", tab.id);
    tab.addEventListener("click", () => this.show(number));
    return tab;
  }

  mark() {
    this.panels.forEach((panel, number) => {
      const filled = [...panel.querySelectorAll("input, textarea")].some((field) => field.value.trim());
      const word = panel.dataset.error ? ` (${panel.dataset.error})` : filled ? " ✓" : "";
      this.tabs[number].textContent = panel.dataset.name + word;
    });
  }

  show(number) {
    this.panels.forEach((panel, each) => {
      panel.hidden = each !== number;
    });
    this.tabs.forEach((tab, each) => {
      tab.setAttribute("aria-selected", String(each === number));
      tab.tabIndex = each === number ? 0 : -1;
    });
  }

  follow() {
    const target = document.getElementById(window.location.hash.slice(1));
    const number = this.panels.findIndex((panel) => target && panel.contains(target));
    if (number < 0) return;
    this.show(number);
    target.focus();
  }

  key(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const current = this.tabs.indexOf(document.activeElement);
    const next = (current + step + this.tabs.length) % this.tabs.length;
    this.show(next);
    this.tabs[next].focus();
  }
}

customElements.define("language-tabs", LanguageTabs);
