/* What a visitor has done, in this browser and nowhere else: {"slug": {"steps": [1, 2], "of": 5}}. */
const KEY = "escale:tutoriels";

export function load() {
  try {
    const kept = JSON.parse(window.localStorage.getItem(KEY) ?? "{}");
    return kept && typeof kept === "object" && !Array.isArray(kept) ? kept : {};
  } catch {
    return {};
  }
}

export function save(kept) {
  try {
    window.localStorage.setItem(KEY, JSON.stringify(kept));
  } catch {
    /* Private windows may refuse: the marks then last as long as the page. */
  }
}

export function forget() {
  try {
    window.localStorage.removeItem(KEY);
  } catch {
    /* Nothing was kept. */
  }
}

export function stepsOf(slug) {
  const steps = load()[slug]?.steps;
  return Array.isArray(steps) ? steps.filter(Number.isInteger) : [];
}

export function keep(slug, steps, of) {
  const kept = load();
  if (steps.length) kept[slug] = { steps, of };
  else delete kept[slug];
  save(kept);
}

export function isDone(slug) {
  const of = load()[slug]?.of;
  return of > 0 && stepsOf(slug).length >= of;
}

export const sentence = (words, done, of) => words.replace("{done}", done).replace("{of}", of);
