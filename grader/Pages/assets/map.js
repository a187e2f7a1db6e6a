// The map of all states: a column a level, and the way so far through them.
import { draw, make } from "./text.js";
import { word } from "./words.js";

const HEIGHT = 120;
const FOOT = 18;
const MOST_COLUMNS = 240;

/** The map as a figure: the picture, its words, and the numbers as a table. */
export function mapView(map) {
  const levels = columnsOf(map.levels);
  const states = map.levels.reduce((sum, l) => sum + l.states, 0);
  const sum = name => map.levels.reduce((all, l) => all + l[name], 0);
  if (!levels.length) return make("p", { class: "quiet" }, word("noMap"));
  const here = map.way[map.way.length - 1];
  const words = [word("mapStates", states.toLocaleString("en"), map.levels.length), word("mapEnds", sum("fine"), sum("broken"), sum("deadlocks"))];
  if (!map.isWhole) words.push(word("mapCut"));
  if (here !== null && here !== undefined) words.push(map.levels[0].ahead === null ? word("mapAt", here) : word("mapHere", here, sum("ahead").toLocaleString("en")));
  return make("figure", { class: "map" },
    make("figcaption", {}, words.join(" ")),
    make("div", { class: "map-box", tabindex: "0", role: "region", "aria-label": word("map") }, mapPicture(levels, map)),
    make("p", { class: "legend" }, word("mapLegend")),
    make("details", {}, make("summary", {}, word("mapTable")), table(map.levels)));
}

// A long map is drawn with several levels in a column.
function columnsOf(levels) {
  const each = Math.ceil(levels.length / MOST_COLUMNS) || 1;
  const columns = [];
  for (let i = 0; i < levels.length; i += each) {
    const some = levels.slice(i, i + each);
    const total = name => some.reduce((sum, l) => sum + (l[name] ?? 0), 0);
    columns.push({ from: some[0].level, to: some[some.length - 1].level, states: total("states"), fine: total("fine"), broken: total("broken"), deadlocks: total("deadlocks"), ahead: some[0].ahead === null ? null : total("ahead") });
  }
  return columns;
}

function mapPicture(columns, map) {
  const width = Math.max(6, Math.min(26, Math.floor(900 / columns.length)));
  const most = Math.max(...columns.map(c => c.states));
  // By the logarithm: one state is to be seen beside a hundred thousand.
  const high = n => (n === 0 ? 0 : 4 + (HEIGHT - 10) * (Math.log(n + 1) / Math.log(most + 1)));
  const svg = draw("svg", { class: "map-picture", width: columns.length * width + 8, height: HEIGHT + FOOT, viewBox: `0 0 ${columns.length * width + 8} ${HEIGHT + FOOT}`, "aria-hidden": "true", focusable: "false" });
  const columnOf = level => columns.findIndex(c => level >= c.from && level <= c.to);
  columns.forEach((column, i) => {
    const x = 4 + i * width;
    const bar = (n, classes) => n > 0 && svg.append(draw("rect", { class: classes, x, y: HEIGHT - high(n), width: width - 1, height: high(n) }));
    bar(column.states, "map-all");
    if (column.ahead !== null) bar(column.ahead, "map-ahead");
    bar(column.fine, "map-fine");
    bar(column.broken + column.deadlocks, "map-broken");
  });
  const points = [];
  let last = -1;
  for (const level of map.way) {
    if (level === null) continue;
    const at = columnOf(level);
    if (at < 0 || at === last) continue;
    last = at;
    points.push([4 + at * width + (width - 1) / 2, HEIGHT + 9]);
  }
  if (points.length > 1) svg.append(draw("path", { class: "map-way", d: `M${points.map(p => p.join(" ")).join("L")}` }));
  points.forEach(([cx, cy], i) => svg.append(draw("circle", { class: i === points.length - 1 ? "map-dot here" : "map-dot", cx, cy, r: i === points.length - 1 ? 5 : 2.5 })));
  return svg;
}

function table(levels) {
  const cell = (name, text) => make(name, name === "th" ? { scope: "col" } : {}, text);
  return make("div", { class: "map-table", tabindex: "0", role: "region", "aria-label": word("mapTable") }, make("table", {},
    make("thead", {}, make("tr", {}, ...["mapLevel", "mapAll", "mapAhead", "mapFine", "mapBroken", "mapStuck"].map(w => cell("th", mapWord(w))))),
    make("tbody", {}, ...levels.slice(0, 500).map(l => make("tr", {}, ...[l.level, l.states, l.ahead ?? "?", l.fine, l.broken, l.deadlocks].map(n => cell("td", String(n))))))));
}

function mapWord(name) {
  return { mapLevel: word("mapLevel"), mapAll: word("mapAll"), mapAhead: word("mapAhead"), mapFine: word("mapFine"), mapBroken: word("mapBroken"), mapStuck: word("mapStuck") }[name];
}
