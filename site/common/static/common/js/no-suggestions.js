/* A browser's suggestions do not belong over the field of a day or under a list of places. `autocomplete="off"` while one is in the
   field, no longer: a field that has it when its page is left comes back empty by “Back”. */
const FIELDS = "input[data-no-suggestions]";

export function suggestNothing(form) {
  form.addEventListener("focusin", ({ target }) => target.matches(FIELDS) && target.setAttribute("autocomplete", "off"));
  form.addEventListener("focusout", ({ target }) => target.matches(FIELDS) && target.removeAttribute("autocomplete"));
  form.addEventListener("submit", () => form.querySelectorAll(FIELDS).forEach((field) => field.removeAttribute("autocomplete")));
}
