/* <certificate-form [data-account]>: crosses out what this browser knows to be done; when nothing is left, shows the form and
   sends with it what was done. */
import "./tutorial-marks.js";
import { isDone, load } from "./progress-store.js";

class CertificateForm extends HTMLElement {
  connectedCallback() {
    const form = this.querySelector("form");
    if (!form) return;
    // The answer to right ones is a file: the page stays, and would go on saying that they are wrong.
    form.addEventListener("submit", () => this.forgetFaults());
    if ("account" in this.dataset) return;
    const missing = this.querySelector("[data-missing]");
    for (const line of missing.querySelectorAll("[data-slug]")) {
      if (isDone(line.dataset.slug)) line.hidden = true;
    }
    const left = missing.querySelectorAll("[data-slug]:not([hidden])").length;
    missing.hidden = !left;
    form.hidden = Boolean(left);
    for (const slug of Object.keys(load()).filter(isDone)) {
      const input = document.createElement("input");
      Object.assign(input, { type: "hidden", name: "fait", value: slug });
      form.append(input);
    }
  }

  forgetFaults() {
    for (const fault of this.querySelectorAll("[data-fault], .errors, .field__error")) fault.remove();
    for (const field of this.querySelectorAll("[aria-invalid]")) field.removeAttribute("aria-invalid");
  }
}

customElements.define("certificate-form", CertificateForm);
