/* One polite live region for the whole page. */
let region;

/** Say a sentence to assistive tools; `within` is the open dialog, outside of which nothing is said. */
export function say(words, within = document.body) {
  if (!region) {
    region = document.createElement("p");
    region.className = "visually-hidden";
    region.setAttribute("role", "status");
  }
  if (region.parentNode !== within) within.append(region);
  region.textContent = "";
  window.setTimeout(() => {
    region.textContent = words;
  }, 50);
}

/** Copy a text; return whether the browser allowed it. */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

/* The clipboard interface only exists on https; offices also try the product on plain http. */
function copyBySelection(text) {
  const area = document.createElement("textarea");
  area.className = "visually-hidden";
  area.value = text;
  const before = document.activeElement;
  document.body.append(area);
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  before?.focus();
  return done;
}
