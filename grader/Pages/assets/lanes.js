// The lanes: a column for each process, time downwards.
import { draw } from "./text.js";
import { processIdOf, lineOf } from "./model.js";

export const HEAD = 30;

export const widthOf = (story, laneWidth) => story.processes.length * laneWidth + 8;

/**
 * The picture; the rows beside it say the same in words.
 * @param {number[]} centres Where the middle of each row is.
 * @param {number} height Where the last one ends.
 */
export function lanesOf(story, { centres, height, laneWidth }) {
  const width = widthOf(story, laneWidth);
  const x = lane => 4 + lane * laneWidth + laneWidth / 2;
  const y = row => (row < 0 ? HEAD - 6 : centres[Math.min(row, centres.length - 1)]);
  const rowOf = number => lineOf(story, number);
  const bottom = height - 4;
  const svg = draw("svg", { class: "lanes", width, height, viewBox: `0 0 ${width} ${height}`, "aria-hidden": "true", focusable: "false" });
  const pattern = `hatch-${story.key}`;
  svg.append(draw("defs", {},
    draw("pattern", { id: pattern, width: 7, height: 7, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" }, draw("rect", { width: 7, height: 7, class: "hatch-ground" }), draw("rect", { width: 3, height: 7, class: "hatch-line" })),
    draw("marker", { id: `head-${story.key}`, viewBox: "0 0 8 8", refX: 7, refY: 4, markerUnits: "userSpaceOnUse", markerWidth: 9, markerHeight: 9, orient: "auto" }, draw("path", { d: "M0 0 8 4 0 8z", class: "head" })),
    draw("marker", { id: `bad-${story.key}`, viewBox: "0 0 8 8", refX: 7, refY: 4, markerUnits: "userSpaceOnUse", markerWidth: 11, markerHeight: 11, orient: "auto" }, draw("path", { d: "M0 0 8 4 0 8z", class: "bad-head" }))));

  for (const process of story.processes) {
    const colour = `p${process.colour}`;
    const from = process.from <= story.before ? HEAD - 6 : y(rowOf(process.from));
    const to = process.to === Infinity ? bottom : process.to <= story.before ? HEAD : y(rowOf(process.to));
    svg.append(draw("line", { class: `life ${colour}`, x1: x(process.lane), x2: x(process.lane), y1: from, y2: Math.max(from, to) }));
    if (process.to !== Infinity && process.to > story.before) svg.append(draw("line", { class: `life ${colour}`, x1: x(process.lane) - 6, x2: x(process.lane) + 6, y1: to + 8, y2: to + 8 }));
  }

  for (const wait of story.waits) {
    const process = story.byId.get(wait.process);
    if (!process) continue;
    const begun = Math.max(wait.from, ...process.steps.filter(s => s.step <= wait.from).map(s => s.step), process.from);
    const from = Math.max(y(rowOf(begun)) + 8, HEAD - 4);
    const to = wait.to === Infinity ? bottom : y(rowOf(wait.to)) - 2;
    if (to <= from) continue;
    svg.append(wait.sleep
      ? draw("line", { class: `sleep p${process.colour}`, x1: x(process.lane), x2: x(process.lane), y1: from, y2: to })
      : draw("rect", { class: `wait p${process.colour}`, x: x(process.lane) - 6, width: 12, y: from, height: to - from, rx: 3, fill: `url(#${pattern})` }));
  }

  for (const step of story.steps) {
    for (const edge of step.edges ?? []) {
      const source = story.steps[edge.from - 1 - story.before];
      const [a, b] = [source && story.byId.get(processIdOf(source)), story.byId.get(processIdOf(step))];
      if (!a || !b || a === b) continue;
      if (rowOf(edge.from) === rowOf(step.step)) continue;
      svg.append(arrow(`edge ${edge.kind === "start" ? "begins" : "hands"}`, x(a.lane), y(rowOf(edge.from)), x(b.lane), y(rowOf(step.step)), `head-${story.key}`, { "data-to": step.step, "data-from": edge.from }));
    }
  }

  collision(story, svg, x, y, rowOf);
  for (const step of story.steps) {
    const process = story.byId.get(processIdOf(step));
    if (!process) continue;
    const mark = story.marks.get(step.step);
    const at = { cx: x(process.lane), cy: y(rowOf(step.step)) };
    const folded = story.lines[rowOf(step.step)].steps.length > 1;
    if (mark) svg.append(draw("circle", { class: `ring ${mark}`, ...at, r: 10 }));
    svg.append(draw("circle", { class: `node p${process.colour}${folded ? " folded" : ""}`, "data-step": step.step, ...at, r: folded ? 3 : 5 }));
  }

  story.ends.forEach((process, i) => {
    const [cx, cy] = [x(process.lane), y(story.lines.length + i)];
    svg.append(draw("circle", { class: "stuck", cx, cy, r: 9 }), draw("path", { class: "stuck-cross", d: `M${cx - 4} ${cy - 4}l8 8m0-8l-8 8` }));
  });

  for (const process of story.processes) {
    const wide = laneWidth >= 76;
    const label = wide ? fit(process.short, Math.floor((laneWidth - 10) / 6.6)) : chipText(process);
    const w = wide ? laneWidth - 6 : Math.min(laneWidth - 4, 30);
    svg.append(draw("rect", { class: `chip p${process.colour}`, x: x(process.lane) - w / 2, y: 2, width: w, height: 20, rx: 5 }), draw("text", { class: `chip-text p${process.colour}`, x: x(process.lane), y: 16, "text-anchor": "middle" }, label));
  }
  return svg;
}

/** Two characters that stand for a process: M for the first, a number for each other. */
export const chipText = process => (process.parent === null && process.lane === 0 ? "M" : String(process.lane));

function fit(text, length) {
  return text.length <= length ? text : text.slice(0, Math.max(1, length - 1)) + "…";
}

function arrow(classes, x1, y1, x2, y2, head, more) {
  const bend = Math.min(26, Math.abs(y2 - y1) / 2);
  const away = x2 > x1 ? 1 : -1;
  return draw("path", { class: classes, d: `M${x1 + away * 5} ${y1}C${x1 + away * (5 + bend)} ${y1} ${x2 - away * (7 + bend)} ${y2} ${x2 - away * 7} ${y2}`, "marker-end": `url(#${head})`, ...more });
}

// From what was seen by way of who came in between to what was made of it.
function collision(story, svg, x, y, rowOf) {
  const between = story.check.between;
  if (!between || between.kind !== "interrupted" || !between.otherStep || !between.secondStep) return;
  const place = number => {
    const step = story.steps[number - 1 - story.before];
    const process = step && story.byId.get(processIdOf(step));
    return process ? [x(process.lane), y(rowOf(number))] : null;
  };
  const [other, second, first] = [place(between.otherStep), place(between.secondStep), between.firstStep ? place(between.firstStep) : null];
  if (first && second) svg.append(draw("line", { class: "span", x1: first[0], x2: second[0], y1: first[1], y2: second[1] }));
  if (other && second) svg.append(arrow("clash", other[0], other[1], second[0], second[1], `bad-${story.key}`, {}));
}
