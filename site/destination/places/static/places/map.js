/* <escale-map data-points="…" data-outlines="…" data-leaflet="…">the server's drawing</escale-map>
   data-points is an address, or "#id" of a JSON script in the page. data-base and data-layer: the base map, where there is one.
   A map that moves, over the drawing that stands without JavaScript. Points that would touch make one button with their
   number. An element with data-id in the same .map-list is linked with its point. See docs/map.md. */

const TOUCHING = 48; // pixels: two buttons of 44 with a little air
const CLOSEST = { outlines: 15, base: 17, tiles: 18 }; // beyond, each shows nothing more
const FIT_ZOOM = { outlines: 13, base: 15, tiles: 15 }; // a single point still shows its surroundings
const ROW_ZOOM = 15; // of a point that a row asks to see
const HINT_SECONDS = 2;
const FINGERS = "(pointer: coarse)";
const PHONE = "(max-width: 47.99rem)"; // as in the styles
const ICONS = { tourist_office: "info" };
const PIECE_MS = 8; // of drawing, before the browser may answer a finger: a slow phone takes as long, and draws less

let leaflet;
function loadLeaflet(address) {
  leaflet ??= new Promise((resolve, reject) => {
    if (window.L) return resolve(window.L);
    const script = document.createElement("script");
    script.src = address;
    script.addEventListener("load", () => resolve(window.L));
    script.addEventListener("error", reject);
    document.head.append(script);
  });
  return leaflet;
}

/* A style sheet that only the map that moves needs; ours, which come later in the page, go before that of the library. */
function loadStyles(address, place) {
  if (!address || document.querySelector(`link[href="${address}"]`)) return undefined;
  return new Promise((resolve, reject) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = address;
    link.addEventListener("load", resolve);
    link.addEventListener("error", reject);
    document.head[place](link);
  });
}

async function read(address) {
  if (address.startsWith("#")) return JSON.parse(document.querySelector(address).textContent);
  const response = await fetch(address, { headers: { Accept: "application/json" } });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.json();
}

function made(tag, className, text) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text) element.textContent = text;
  return element;
}

const pause = () => window.scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve));

/* Does what a generator does, with a pause whenever PIECE_MS have passed; gives it up when it is wanted no more. */
async function inPieces(steps, isWanted) {
  let began = performance.now();
  while (!steps.next().done) {
    if (performance.now() - began < PIECE_MS) continue;
    await pause();
    if (!isWanted()) return;
    began = performance.now();
  }
}

/* Points that stand within TOUCHING pixels of the first of a group belong to it. */
export function grouped(points, project) {
  const cells = new Map();
  const groups = [];
  for (const point of points) {
    const at = project(point);
    const [column, row] = [Math.floor(at.x / TOUCHING), Math.floor(at.y / TOUCHING)];
    let found;
    for (let across = column - 1; across <= column + 1 && !found; across += 1) {
      for (let down = row - 1; down <= row + 1 && !found; down += 1) {
        found = cells.get(`${across}:${down}`)?.find((group) => Math.hypot(group.at.x - at.x, group.at.y - at.y) < TOUCHING);
      }
    }
    if (found) {
      found.points.push(point);
    } else {
      const group = { at, points: [point] };
      const cell = `${column}:${row}`;
      cells.set(cell, [...(cells.get(cell) ?? []), group]);
      groups.push(group);
    }
  }
  return groups;
}

class EscaleMap extends HTMLElement {
  connectedCallback() {
    const begin = this.querySelector(".escale-map__begin");
    if (begin && window.matchMedia(PHONE).matches) {
      // On a phone the script of the map would weigh as much as ten pictures.
      begin.hidden = false;
      begin.addEventListener("click", () => {
        begin.disabled = true;
        this.begin().then(() => {
          begin.remove();
          this.querySelector(".map__canvas")?.focus({ preventScroll: true });
        });
      });
      return;
    }
    // The drawing is enough until the reader comes near: most visits to a page never reach its map.
    this.watcher = new IntersectionObserver((seen) => {
      if (!seen.some((entry) => entry.isIntersecting)) return;
      this.watcher.disconnect();
      this.begin();
    }, { rootMargin: "100px" });
    this.watcher.observe(this);
  }

  begin() {
    return this.start().catch((error) => {
      console.warn(error);
      this.disconnectedCallback();
      this.querySelector(".map__canvas")?.remove();
      delete this.dataset.live; // the drawing and the list still say it all
    });
  }

  disconnectedCallback() {
    this.watcher?.disconnect();
    this.map?.remove();
    this.map = undefined;
    this.run = undefined;
  }

  async start() {
    const run = (this.run = {});
    const isWanted = () => this.run === run;
    const { leaflet: library, points, outlines: shapes, base, layer } = this.dataset;
    const [L, answer, outlines, ground] = await Promise.all([
      loadLeaflet(library), read(points), read(shapes), base ? import(layer) : undefined,
      loadStyles(this.dataset.leafletStyles, "prepend"), loadStyles(this.dataset.layerStyles, "append"),
    ]);
    await pause(); // the library has just been read
    if (!isWanted()) return;
    this.points = (Array.isArray(answer) ? answer : answer.points).filter((point) => point.latitude != null && point.longitude != null);
    this.markers = new Map();
    await inPieces(this.build(L, outlines, ground), isWanted);
    if (isWanted()) this.dataset.ready = "";
  }

  *build(L, outlines, ground) {
    yield* this.draw(L, outlines, ground);
    yield* this.linkList();
  }

  *draw(L, outlines, ground) {
    const canvas = this.appendChild(made("div", "map__canvas"));
    canvas.setAttribute("role", "region");
    canvas.setAttribute("aria-label", this.dataset.label);
    this.dataset.live = ""; // no class: htmx gives an element that it exchanged its first classes again, a moment later
    const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    const { tiles, base } = this.dataset;
    this.kind = tiles ? "tiles" : base ? "base" : "outlines";
    const isWhole = this.kind !== "outlines";
    const map = L.map(canvas, {
      zoomControl: false, zoomSnap: isWhole ? 1 : 0.25, zoomDelta: isWhole ? 1 : 0.75, minZoom: base ? 8 : 5,
      maxZoom: CLOSEST[this.kind], fadeAnimation: !still, zoomAnimation: !still, markerZoomAnimation: !still, inertia: !still,
      dragging: !window.matchMedia(FINGERS).matches, wheelPxPerZoomLevel: 120,
    });
    this.map = map;
    yield;
    map.attributionControl.setPrefix(false);
    L.control.zoom({ zoomInTitle: this.dataset.zoomIn, zoomOutTitle: this.dataset.zoomOut }).addTo(map);
    const scale = L.control.scale({ imperial: false, maxWidth: 120 }).addTo(map);
    const north = scale.getContainer().appendChild(made("span", "map__north", "N"));
    north.title = this.dataset.north;
    const { attribution } = this.dataset;
    const className = isWhole ? "outline outline--over-tiles" : "outline";
    const shapes = L.geoJSON(outlines, { interactive: false, style: { className } });
    yield;
    yield* this.fit(L, shapes); // before there is much to move with the view
    yield;
    if (tiles) {
      L.tileLayer(tiles, { attribution, maxZoom: 19 }).addTo(map);
    } else if (base) {
      const language = document.documentElement.lang.slice(0, 2);
      this.ground = ground.baseLayer(L, { template: base, attribution, language }).addTo(map);
      this.ground.on("load", () => this.clearTownNames());
    } else {
      map.attributionControl.addAttribution(attribution);
    }
    for (const shape of shapes.getLayers()) {
      yield;
      shape.addTo(map);
    }
    yield;
    this.names = isWhole ? [] : this.writeNames(L, outlines, shapes); // markers exist once the map has a view
    this.leaveThePageAlone(canvas);
    map.on("moveend zoomend resize", () => this.showPoints(L));
    yield* this.placePoints(L);
  }

  *fit(L, shapes) {
    const bounds = L.latLngBounds(this.points.map((point) => [point.latitude, point.longitude]));
    const whole = shapes.getBounds();
    const [west, south, east, north] = (this.dataset.focus ?? "").split(",").map(Number);
    const shown = north !== undefined ? L.latLngBounds([south, west], [north, east]) : bounds.isValid() ? bounds : whole;
    if (!shown.isValid()) {
      this.map.setView([46.5, 2.5], 5); // France, for want of anything to show
      return;
    }
    const room = window.matchMedia(PHONE).matches ? [[24, 24], [24, 24]] : [[72, 36], [36, 36]];
    this.map.fitBounds(shown, { paddingTopLeft: room[0], paddingBottomRight: room[1], maxZoom: FIT_ZOOM[this.kind], animate: false });
    yield;
    if (this.kind === "base") {
      // Nothing is drawn beyond the base map: one cannot go farther away than it fills the view, unless the points do.
      const [baseWest, baseSouth, baseEast, baseNorth] = this.dataset.baseBounds.split(",").map(Number);
      const base = L.latLngBounds([baseSouth, baseWest], [baseNorth, baseEast]);
      this.map.setMinZoom(Math.max(8, Math.min(this.map.getBoundsZoom(base, true), this.map.getZoom())));
      this.map.setMaxBounds(base);
      return;
    }
    const limits = whole.isValid() ? L.latLngBounds(whole.getSouthWest(), whole.getNorthEast()).extend(shown) : shown;
    this.map.setMaxBounds(limits.pad(0.75));
  }

  /** Scrolling the page is not caught: the wheel zooms with Ctrl (⌘), one finger scrolls and two move the map. */
  leaveThePageAlone(canvas) {
    canvas.addEventListener("wheel", (event) => {
      if (event.ctrlKey || event.metaKey) return;
      event.stopImmediatePropagation();
      this.hint(this.dataset.hintWheel);
    }, { capture: true, passive: true });
    canvas.addEventListener("touchmove", (event) => {
      if (event.touches.length === 1 && !this.map.dragging.enabled()) this.hint(this.dataset.hintFingers);
    }, { passive: true });
  }

  hint(words) {
    this.hintBox ??= this.appendChild(made("p", "map__hint"));
    this.hintBox.setAttribute("aria-hidden", "true"); // keyboards have the buttons
    this.hintBox.textContent = words;
    this.hintBox.classList.add("is-shown");
    clearTimeout(this.hintEnd);
    this.hintEnd = setTimeout(() => this.hintBox.classList.remove("is-shown"), HINT_SECONDS * 1000);
  }

  writeNames(L, outlines, shapes) {
    const widths = new Map();
    shapes.eachLayer((layer) => widths.set(layer.feature.properties.slug, layer.getBounds()));
    return outlines.features.filter((feature) => feature.properties.centre).map(({ properties }) => {
      const icon = L.divIcon({ className: "map__name", html: made("span", "", properties.name), iconSize: null });
      const [longitude, latitude] = properties.centre;
      const marker = L.marker([latitude, longitude], { icon, interactive: false, keyboard: false, zIndexOffset: -1000 }).addTo(this.map);
      marker.getElement().setAttribute("aria-hidden", "true");
      return { marker, bounds: widths.get(properties.slug), letters: properties.name.length };
    });
  }

  /** At once: who moves the map, or asks to see a point, finds it there. */
  showPoints(L) {
    const steps = this.placePoints(L);
    while (!steps.next().done);
  }

  *placePoints(L) {
    const { map } = this;
    const turn = (this.turn = (this.turn ?? 0) + 1); // a view that was left meanwhile is drawn no further
    for (const { marker, bounds, letters } of this.names) {
      const width = map.latLngToLayerPoint(bounds.getNorthEast()).x - map.latLngToLayerPoint(bounds.getSouthWest()).x;
      marker.getElement().hidden = width < letters * 5;
    }
    const inView = map.getBounds().pad(0.3);
    const zoom = map.getZoom();
    const near = this.points.filter((point) => inView.contains([point.latitude, point.longitude]));
    const place = (point) => map.project([point.latitude, point.longitude], zoom);
    // What the page is about stands for itself, whatever lies beside it.
    const own = near.filter((point) => point.is_current).map((point) => ({ points: [point] }));
    const groups = [...own, ...grouped(near.filter((point) => !point.is_current), place)];
    const wanted = new Map(groups.map(({ points }) => [`${points[0].id}:${points.map((point) => point.id).join()}`, points]));
    for (const [key, { marker }] of this.markers) {
      if (wanted.has(key)) continue;
      marker.remove();
      this.markers.delete(key);
    }
    for (const [key, points] of wanted) {
      if (this.markers.has(key)) continue;
      this.markers.set(key, { points, marker: this.mark(L, points) });
      yield;
      if (this.turn !== turn) return;
    }
    this.clearNames();
    this.clearTownNames();
    if (this.current) this.bringOut(this.current, true);
  }

  /** A commune’s name goes under its point, or above it, or away where markers leave no room. */
  clearNames() {
    if (!this.names.length) return; // nothing to be measured for
    const faces = [...this.markers.values()].map(({ marker }) => marker.getElement().firstElementChild.getBoundingClientRect());
    for (const { marker } of this.names) {
      const element = marker.getElement();
      if (element.hidden) continue;
      const isFree = () => {
        const name = element.firstElementChild.getBoundingClientRect();
        return !faces.some((face) => face.left < name.right && face.right > name.left && face.top < name.bottom && face.bottom > name.top);
      };
      element.classList.remove("is-above", "is-away");
      if (isFree()) continue;
      element.classList.add("is-above");
      if (!isFree()) element.classList.replace("is-above", "is-away");
    }
  }

  /** The base map’s name of a town goes below a marker that would hide it; a lesser name gives way to both. */
  clearTownNames() {
    const names = [...this.querySelectorAll(".map-tile .m-name")];
    if (!names.length) return;
    for (const name of names) name.classList.remove("is-below", "is-away");
    const taken = [...this.markers.values()].map(({ marker }) => marker.getElement().firstElementChild.getBoundingClientRect());
    const isFree = (box) => !taken.some((other) => other.left < box.right && other.right > box.left && other.top < box.bottom && other.bottom > box.top);
    const isTown = (name) => name.matches(".m-city, .m-town, .m-village");
    const hidden = names.filter((name) => isTown(name) && !isFree(name.getBoundingClientRect()));
    for (const name of hidden) name.classList.add("is-below");
    taken.push(...hidden.map((name) => name.getBoundingClientRect()));
    const away = names.filter((name) => !isTown(name) && !isFree(name.getBoundingClientRect()));
    for (const name of away) name.classList.add("is-away");
  }

  mark(L, points) {
    const button = made("button", points.length > 1 ? "map__pin is-many" : "map__pin");
    button.type = "button";
    button.setAttribute("aria-label", this.nameOf(points));
    if (points.length === 1 && points[0].lang) button.lang = points[0].lang;
    const face = button.appendChild(made("span", "marker", points.length > 1 ? String(points.length) : ""));
    if (points.length === 1) face.append(this.icon(points[0].kind));
    const Pin = L.DivIcon.extend({
      createIcon() {
        this._setIconStyles(button, "icon");
        return button;
      },
    });
    const icon = new Pin({ className: button.className, iconSize: [44, 44] });
    if (points[0].is_current) button.classList.add("is-own");
    const at = [points[0].latitude, points[0].longitude];
    const marker = L.marker(at, { icon, keyboard: false, riseOnHover: true, zIndexOffset: points[0].is_current ? 2000 : 0 }).addTo(this.map);
    marker.on("click", () => this.open(L, points, button));
    for (const kind of ["mouseenter", "focus"]) button.addEventListener(kind, () => this.markRows(points, true));
    for (const kind of ["mouseleave", "blur"]) button.addEventListener(kind, () => this.markRows(points, false));
    return marker;
  }

  nameOf(points) {
    if (points.length > 1) return this.dataset.many.replace("{n}", points.length);
    return [points[0].title, this.detailOf(points[0])].filter(Boolean).join(", ");
  }

  detailOf(point) {
    return point.detail ?? [point.state_words, point.day, point.place].filter(Boolean).join(" · ");
  }

  icon(kind) {
    const space = "http://www.w3.org/2000/svg";
    const drawing = document.createElementNS(space, "svg");
    drawing.setAttribute("class", "icon");
    drawing.setAttribute("viewBox", "0 0 24 24");
    drawing.setAttribute("aria-hidden", "true");
    const use = drawing.appendChild(document.createElementNS(space, "use"));
    use.setAttribute("href", `${this.dataset.icons}#${ICONS[kind] ?? kind ?? "pin"}`);
    return drawing;
  }

  open(L, points, button) {
    const { map } = this;
    const bounds = L.latLngBounds(points.map((point) => [point.latitude, point.longitude]));
    const apart = bounds.getNorthEast().distanceTo(bounds.getSouthWest()) > 30;
    if (points.length > 1 && apart && map.getZoom() < map.getMaxZoom()) {
      const zoom = Math.min(map.getMaxZoom(), Math.max(map.getZoom() + 1, map.getBoundsZoom(bounds, false, L.point(60, 60))));
      map.setView(bounds.getCenter(), zoom);
      map.getContainer().focus({ preventScroll: true });
      return;
    }
    const content = made("div");
    if (points.length > 1) content.append(made("p", "", this.dataset.list.replace("{n}", points.length)));
    const list = content.appendChild(made(points.length > 1 ? "ul" : "div"));
    for (const point of points) list.append(this.words(point, points.length > 1 ? "li" : "div"));
    const popup = L.popup({ offset: [0, -10], minWidth: 180, maxWidth: 260, autoPanPadding: [16, 16] });
    popup.setLatLng([points[0].latitude, points[0].longitude]).setContent(content).openOn(map);
    popup.getElement().querySelector(".leaflet-popup-close-button")?.setAttribute("aria-label", this.dataset.close);
    content.querySelector("a")?.focus({ preventScroll: true });
    popup.getElement().addEventListener("keydown", (event) => event.key === "Escape" && map.closePopup(popup));
    popup.on("remove", () => button.isConnected && button.focus({ preventScroll: true }));
  }

  words(point, tag) {
    const element = made(tag);
    const link = made("a", "map__title", point.title);
    link.href = point.url;
    if (point.lang) link.lang = point.lang;
    element.append(link);
    const detail = this.detailOf(point);
    if (detail) element.append(made("p", "muted", detail));
    if (this.dataset.go && !point.state_words) {
      const go = made("a", "more", this.dataset.go);
      go.href = `${point.url}#y-aller`;
      element.append(go);
    }
    return element;
  }

  /* A row under the pointer or with the focus brings out its point, and a point its rows. */
  *linkList() {
    const list = this.closest(".map-list") ?? document;
    this.rows = new Map([...list.querySelectorAll("[data-id]")].map((row) => [row.dataset.id, row]));
    const known = new Map(this.points.map((point) => [String(point.id), point]));
    for (const [id, row] of this.rows) {
      if (!known.has(id)) continue;
      this.offer(row, known.get(id));
      for (const kind of ["mouseenter", "focusin"]) row.addEventListener(kind, () => this.bringOut(id, true));
      for (const kind of ["mouseleave", "focusout"]) row.addEventListener(kind, () => this.bringOut(id, false));
      yield;
    }
  }

  /* « Voir sur la carte », in each row whose point the map has. */
  offer(row, point) {
    const button = made("button", "map__see", this.dataset.see);
    button.type = "button";
    button.append(made("span", "visually-hidden", ` : ${point.title}`));
    button.addEventListener("click", () => this.see(point));
    row.append(button);
  }

  see(point) {
    this.scrollIntoView({ block: "nearest" });
    this.map.setView([point.latitude, point.longitude], Math.max(this.map.getZoom(), Math.min(ROW_ZOOM, this.map.getMaxZoom())), { animate: false });
    this.bringOut(String(point.id), true);
    const mark = [...this.markers.values()].find(({ points }) => points.some(({ id }) => id === point.id));
    mark?.marker.getElement()?.focus({ preventScroll: true });
  }

  bringOut(id, is) {
    this.current = is ? id : undefined;
    for (const { points, marker } of this.markers.values()) {
      const holds = is && points.some((point) => String(point.id) === id);
      marker.getElement()?.classList.toggle("is-current", holds);
      marker.setZIndexOffset(holds || points[0].is_current ? 1000 : 0);
    }
  }

  markRows(points, is) {
    for (const point of points) this.rows.get(String(point.id))?.classList.toggle("is-current", is);
  }
}
if (!customElements.get("escale-map")) customElements.define("escale-map", EscaleMap);
