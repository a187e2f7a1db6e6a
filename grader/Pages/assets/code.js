// The student's code, with the line of each process marked.
import { make, say } from "./text.js";
import { word } from "./words.js";
import { chipText } from "./lanes.js";

/** The code pane of a story; tell it of each step with show. */
export function codePane(data, exercise, story) {
  const pane = make("section", { class: "code", "aria-label": word("code") }, make("h4", {}, word("code")));
  if (data.handIn !== "same") {
    pane.append(make("p", { class: "quiet" }, word(data.handIn === "changed" ? "codeChanged" : "codeNone")));
    return { pane, show() {} };
  }
  const between = story.check.between;
  const marked = new Set(between ? [between.first, between.second].map(s => `${s.file}:${s.line}`) : []);
  const lines = new Map();
  const views = data.sources.filter(s => s.exercise === exercise).map(source => fileView(source, lines, marked));
  pane.append(...views);
  const scroller = pane;
  return {
    pane,
    show(places) {
      for (const line of lines.values()) {
        line.row.className = line.base;
        line.chips.replaceChildren();
      }
      let focus = null;
      for (const { process, sites, how } of places) {
        const site = sites.find(s => lines.has(`${s.file}:${s.line}`));
        if (!site) continue;
        const line = lines.get(`${site.file}:${site.line}`);
        line.row.className += ` ${how}`;
        line.chips.append(make("span", { class: `tag p${process.colour} ${how}`, title: word(`${how}Line`, process.label) }, chipText(process), make("span", { class: "hidden" }, ` ${word(`${how}Line`, process.label)}`)));
        if (how === "does") focus = line;
      }
      if (focus) keepInSight(scroller, focus.row);
    },
  };
}

function fileView(source, lines, marked) {
  const body = make("div", { class: "source", tabindex: "0", role: "region", "aria-label": say(source.file) });
  for (const segment of source.segments) {
    if (segment.from > 1) body.append(make("div", { class: "gap" }, word("codeLeftOut")));
    segment.lines.forEach((text, i) => {
      const key = `${source.file}:${segment.from + i}`;
      const chips = make("span", { class: "tags" });
      const base = marked.has(key) ? "row fault" : "row";
      const row = make("div", { class: base }, make("span", { class: "number" }, String(segment.from + i)), chips, make("code", {}, say(text) || " "));
      lines.set(key, { row, chips, base });
      body.append(row);
    });
  }
  return make("div", { class: "file" }, make("h5", {}, say(source.file)), body);
}

function keepInSight(pane, row) {
  const box = row.parentElement;
  const top = row.offsetTop - box.offsetTop;
  if (top < box.scrollTop + 20 || top > box.scrollTop + box.clientHeight - 40) box.scrollTop = Math.max(0, top - box.clientHeight / 2);
}
