/* <opening-hours data-most="12">: adds seasons, copies a day on the empty ones. Without it an empty season stands ready. */
class OpeningHours extends HTMLElement {
  connectedCallback() {
    this.add = this.querySelector("[data-add]");
    this.add.addEventListener("click", () => this.addSeason());
    this.addEventListener("click", (event) => {
      const button = event.target.closest("[data-copy]");
      if (button) this.copy(button.closest("fieldset"));
    });
    this.show();
  }

  get seasons() {
    return [...this.querySelectorAll("fieldset")];
  }

  show() {
    for (const button of this.querySelectorAll("[data-copy]")) button.hidden = false;
    this.add.hidden = this.seasons.length >= Number(this.dataset.most);
  }

  addSeason() {
    const last = this.seasons.at(-1);
    const number = this.seasons.length;
    const season = last.cloneNode(true);
    for (const input of season.querySelectorAll("input")) {
      input.name = input.name.replace(/-\d+-(\w+)$/, `-${number}-$1`);
      input.value = "";
    }
    const legend = season.querySelector("legend");
    legend.textContent = legend.textContent.replace(/\d+/, number + 1);
    last.after(season);
    this.show();
    season.querySelector("input").focus();
  }

  copy(season) {
    const days = [...season.querySelectorAll(".opening-hours__week input")];
    const filled = days.find((day) => day.value.trim());
    if (!filled) return days[0].focus();
    for (const day of days) {
      if (!day.value.trim()) day.value = filled.value;
      day.dispatchEvent(new Event("input", { bubbles: true }));
    }
    return undefined;
  }
}
if (!customElements.get("opening-hours")) customElements.define("opening-hours", OpeningHours);
