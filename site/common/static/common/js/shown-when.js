/* Shows its content while a choice of the form has one of the values: data-when="when=several,repeated". */
class ShownWhen extends HTMLElement {
  connectedCallback() {
    const [name, values] = this.dataset.when.split("=");
    this.field = name;
    this.values = values.split(",");
    this.form = this.closest("form");
    this.look = () => this.update();
    this.form?.addEventListener("change", this.look);
    this.update();
  }

  disconnectedCallback() {
    this.form?.removeEventListener("change", this.look);
  }

  update() {
    if (!this.form) return;
    const value = this.form.elements[this.field]?.value ?? "";
    // What is wrong stays in sight, whatever was chosen since.
    this.hidden = !this.values.includes(value) && !this.querySelector('[aria-invalid="true"]');
    this.closest("[data-row]")?.classList.toggle("is-hourless", this.hidden);
  }
}

customElements.define("shown-when", ShownWhen);
