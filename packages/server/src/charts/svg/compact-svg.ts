/**
 * A Vega picture in fewer bytes that look the same. Vega repeats the outline and the colours of every point: a cloud of
 * ten years of days would be 400 kB. Its points are rewritten as dots with round caps, which share one outline.
 */
export function compactSvg(svg: string): string {
  return svg.replace(MARKS, (whole, open: string, kind: string, content: string) => {
    const compact = kind === "symbol" ? dots(content) : paths(content);
    return compact === undefined ? whole : `${open}${compact}</g>`;
  });
}

const MARKS = /(<g class="mark-(symbol|line|area) role-mark[^"]*"[^>]*>)((?:<path [^>]*\/>)+)<\/g>/g;
const PATH = /<path ([^>]*)\/>/g;
const PLACE = /transform="translate\(([-\d.e]+),([-\d.e]+)\)"\s*/;
/** A circle about the origin as Vega draws it, its radius first. */
const CIRCLE = /\bd="M([\d.]+),0A\1,\1,0,1,1,-\1,0A\1,\1,0,1,1,\1,0"\s*/;
const FILL = /\bfill="([^"]*)"\s*/;
/** Of an outline that is not drawn. */
const STROKE = /\bstroke(?:-\w+)?="[^"]*"\s*/g;
const OPACITY = /(?<!-)\bopacity=/;

/** Fewer than so many are left as they are. */
const FEW = 50;
/** More than so many dots are drawn once a half pixel: those on the same spot cannot be told apart. */
const MANY = 5_000;
/** So many of them share a path. Where two of one path overlap they are not darker: they are of dates in a row, seldom near. */
const TOGETHER = 16;

function dots(content: string): string | undefined {
  const found = [...content.matchAll(PATH)].map(([, attributes]) => attributes);
  if (found.length < FEW) return undefined;
  const rest = found[0].replace(PLACE, "");
  const radius = CIRCLE.exec(rest)?.[1];
  const fill = FILL.exec(rest)?.[1];
  if (radius === undefined || fill === undefined || /\bstroke="(?!none)|-opacity=/.test(rest)) return undefined;
  const step = found.length > MANY ? 0.5 : 0.1;
  const places: string[] = [];
  for (const attributes of found) {
    const place = PLACE.exec(attributes);
    if (place === null || attributes.replace(PLACE, "") !== rest) return undefined;
    places.push(`${snapped(place[1], step)},${snapped(place[2], step)}`);
  }
  // Of a group, `opacity` would be that of all dots together: where two overlap, it would not be darker.
  const shared = rest
    .replace(CIRCLE, "")
    .replace(FILL, "")
    .replace(STROKE, "")
    .replace(OPACITY, "stroke-opacity=")
    .trim();
  const outline = `stroke="${fill}" stroke-width="${Number((2 * Number(radius)).toFixed(2))}" stroke-linecap="round" fill="none" ${shared}`;
  const drawn = found.length > MANY ? [...new Set(places)] : places;
  const together = found.length > MANY ? TOGETHER : 1;
  const shapes = Array.from({ length: Math.ceil(drawn.length / together) }, (_, i) =>
    drawn.slice(i * together, (i + 1) * together).map((place) => `M${place}h0`),
  );
  return `<g ${outline.trim()}>${shapes.map((shape) => `<path d="${shape.join("")}"/>`).join("")}</g>`;
}

/** The nearest multiple of `step`, without needless digits. */
function snapped(text: string, step: number): string {
  return String(Number((Math.round(Number(text) / step) * step).toFixed(1)));
}

const LINE = /\bd="((?:[ML][-\d.e]+,[-\d.e]+Z?)+)"/g;

/** Lines and edges with a vertex for each of thousands of dates, of which a pixel shows four: see `thinned`. */
function paths(content: string): string {
  return content.replace(LINE, (_, d: string) => `d="${d.replace(/M[^MZ]+/g, thinned)}"`);
}

type Point = readonly [x: number, y: number];

/**
 * A line that paints the same pixels: of the vertices in a column of a pixel's width the first, the lowest, the highest
 * and the last, in their order (U. Jugel et al., "M4: A Visualization-Oriented Time Series Data Aggregation", 2014).
 */
function thinned(line: string): string {
  const points = line
    .slice(1)
    .split("L")
    .map((pair) => pair.split(",").map(Number) as unknown as Point);
  const kept: Point[] = [];
  for (let from = 0; from < points.length; ) {
    const column = Math.floor(points[from][0]);
    let to = from;
    let [low, high] = [from, from];
    for (; to < points.length && Math.floor(points[to][0]) === column; to++) {
      if (points[to][1] < points[low][1]) low = to;
      if (points[to][1] > points[high][1]) high = to;
    }
    const indices = [...new Set([from, Math.min(low, high), Math.max(low, high), to - 1])];
    for (const index of indices) kept.push(points[index]);
    from = to;
  }
  return `M${kept.map(([x, y]) => `${tenth(x)},${tenth(y)}`).join("L")}`;
}

const tenth = (value: number) => String(Number(value.toFixed(1)));
