/* What is typed in the profile stays in this tab until it is saved: signing in again after a session that ended brings it back. */
const KEY = "profile-typed";
const form = document.querySelector(".profile-form form");

const entries = () =>
  [...new FormData(form)].filter(
    ([name, value]) => typeof value === "string" && !["csrfmiddlewaretoken", "changed"].includes(name) && !name.startsWith("portrait_"),
  );

const keep = () => {
  try {
    window.sessionStorage.setItem(KEY, JSON.stringify({ changed: form.elements.changed.value, entries: entries() }));
  } catch {
    // No storage, or a full one: the form works without.
  }
};

const bringBack = () => {
  const stored = JSON.parse(window.sessionStorage.getItem(KEY) ?? "null");
  window.sessionStorage.removeItem(KEY);
  // A page that shows errors has what was sent; a profile that changed since is newer than what was typed.
  if (!stored || stored.changed !== form.elements.changed.value || document.querySelector(".errors")) return;
  const values = new Map();
  for (const [name, value] of stored.entries) values.set(name, [...(values.get(name) ?? []), value]);
  for (const field of form.elements) {
    if (!field.name || field.type === "file" || field.type === "hidden" || field.type === "submit") continue;
    if (field.name.startsWith("portrait_")) continue;
    const typed = values.get(field.name) ?? [];
    if (field.type === "checkbox" || field.type === "radio") field.checked = typed.includes(field.value);
    else field.value = typed[0] ?? "";
  }
};

try {
  bringBack();
} catch {
  // What another version of this page left is no reason to fail.
}
form.addEventListener("input", keep);
form.addEventListener("submit", keep);
