/* The base map as a layer of Leaflet: each tile is an SVG in the page, so the site's colours, light or dark, are its own.
   Tiles are cut to one zoom; closer, a part of the deepest is enlarged, which a drawing bears. See docs/map.md. */

const TILE_PIXELS = 512;
const EXTENT = 2048; // units of a tile
const FIRST = 7; // zoom of tiles: one less than the map's
const LAST = 13;
const TILES_REMEMBERED = 60;

/** `template`: an address with {z}, {x}, {y}; `language`: in which names are shown, where the map has them. */
export function baseLayer(L, { template, attribution, language }) {
  const drawings = new Map(); // address → promise of an SVG element, or of undefined where nothing is

  async function read(address) {
    const response = await fetch(address);
    if (response.status === 204) return undefined;
    if (!response.ok) throw new Error(`${address}: ${response.status}`);
    const drawing = new DOMParser().parseFromString(await response.text(), "image/svg+xml").documentElement;
    for (const name of drawing.querySelectorAll(`text[data-${language}]`)) {
      name.textContent = name.getAttribute(`data-${language}`);
    }
    return drawing;
  }

  function drawingAt(address) {
    if (!drawings.has(address)) {
      const reading = read(address);
      reading.catch(() => drawings.delete(address));
      drawings.set(address, reading);
      if (drawings.size > TILES_REMEMBERED) drawings.delete(drawings.keys().next().value);
    }
    return drawings.get(address);
  }

  const Layer = L.GridLayer.extend({
    createTile({ x, y, z }, done) {
      const holder = document.createElement("div");
      holder.className = "map-tile";
      const closer = Math.max(z - 1 - LAST, 0);
      const address = L.Util.template(template, { z: z - 1 - closer, x: x >> closer, y: y >> closer });
      drawingAt(address).then((drawing) => {
        if (drawing) {
          const svg = document.importNode(drawing, true);
          const side = EXTENT >> closer;
          const mask = (1 << closer) - 1;
          svg.setAttribute("viewBox", `${(x & mask) * side} ${(y & mask) * side} ${side} ${side}`);
          svg.setAttribute("width", TILE_PIXELS);
          svg.setAttribute("height", TILE_PIXELS);
          svg.setAttribute("aria-hidden", "true");
          svg.dataset.zoom = z;
          svg.style.setProperty("--map-unit", side / TILE_PIXELS);
          holder.append(svg);
        }
        done(null, holder);
      }, (error) => done(error, holder));
      return holder;
    },
  });
  return new Layer({ tileSize: TILE_PIXELS, minZoom: FIRST + 1, maxZoom: 17, attribution, keepBuffer: 1 });
}
