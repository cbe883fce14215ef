/* <certificate-form [data-account]>: crosses out what this browser knows to be done; when nothing is left, shows the form and
   sends with it what was done. */
import "./tutorial-marks.js";
import { isDone, load } from "./progress-store.js";

class CertificateForm extends HTMLElement {
  connectedCallback() {
    const form = this.querySelector("form");
    const missing = this.querySelector("[data-missing]");
    if (!form || "account" in this.dataset) return;
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
}

customElements.define("certificate-form", CertificateForm);
