// A timeline to step through.
import { make, say, seconds } from "./text.js";
import { handOver, list, word } from "./words.js";
import { arrange, lineOf, objectsAfter, ownPlaces, placesAfter, processIdOf, storyOf } from "./model.js";
import { chipText, lanesOf, widthOf, HEAD } from "./lanes.js";
import { cardsOf } from "./objects.js";
import { codePane } from "./code.js";

let made = 0;

/** The view of a failed check's timeline: an element, and a way to go to a step. */
export function storyView(data, exercise, check, onStep) {
  const story = storyOf(check);
  story.key = ++made;
  const numbers = story.steps.map(s => s.step);
  const [lowest, highest] = [numbers[0], numbers[numbers.length - 1]];
  let current = null;
  let lanes = null;

  const slider = make("input", { type: "range", min: lowest, max: highest, step: 1, value: highest, "aria-label": word("slider"), oninput: () => go(Number(slider.value)) });
  const button = (label, sign, to) => make("button", { type: "button", "aria-label": label, title: label, onclick: () => go(to()) }, sign);
  const all = make("button", { type: "button", class: "all", onclick: () => { arrange(story, !story.folds); fillRows(); layOut(); } });
  const now = make("div", { class: "now-text", "aria-live": "polite" });
  const controls = make("div", { class: "controls" },
    button(word("first"), "|◀", () => lowest), button(word("back"), "◀", () => beside(-1)), slider,
    button(word("forward"), "▶", () => beside(1)), button(word("last"), "▶|", () => highest), all);
  const own = new Set(data.sources.filter(s => s.exercise === exercise).map(s => s.file));
  // The student's own line tells more than one in a given file that it called.
  const placeOf = site => {
    const places = ownPlaces(site);
    const place = places.find(s => own.has(s.file)) ?? places[0];
    return !place ? "" : own.size === 1 && own.has(place.file) ? word("line", place.line) : `${say(place.file)}:${place.line}`;
  };
  const objectName = id => {
    const object = story.objects.find(o => o.id === id);
    return object && object.kind !== "file" ? say(object.label) : "";
  };

  // "lock 2: Acquire", not "ProcessLock.Acquire": which one matters more than of what type.
  const doing = step => {
    const operation = say(step.operation);
    const object = story.objects.find(o => o.id === step.object);
    const label = object ? say(object.label) : "";
    if (!label || (object.kind === "file" && !/^File\.(Read|Write|Append|Delete|Exists)/.test(operation))) return [operation];
    return [make("span", { class: "thing" }, label), `: ${operation.replace(/^[A-Z]\w*\./, "").replace(` ${label}`, "")}`];
  };

  // That an untimed wait came through is no news.
  const resultOf = step => (say(step.result) === "true" && /\.(Acquire|Join|Wait|Put)\b/.test(say(step.operation)) && !/Try/.test(say(step.operation)) ? "" : say(step.result));

  let rows = [];
  const ends = story.ends.map(process => endRow(process));
  const lines = make("ol", { class: "rows" });
  const picture = make("div", { class: "lane-box" });
  const track = make("div", { class: "track", tabindex: "0", role: "group", "aria-label": word("story") }, picture, lines);
  const cards = make("div", { class: "cards" });
  const objects = make("section", { class: "objects", "aria-label": word("objects") }, make("h4", {}, word("objects")), cards);
  const code = codePane(data, exercise, story);
  const element = make("div", { class: "story" },
    make("p", { class: "legend" }, word("legend")),
    make("p", { class: "who" }, ...story.processes.map(p => make("span", { class: "name" }, make("span", { class: `tag p${p.colour} does` }, chipText(p)), ` ${p.label}`))),
    story.before > 0 ? make("p", { class: "quiet" }, word("notShown", story.before)) : null,
    controls, now,
    make("div", { class: "panes" }, track, make("div", { class: "side" }, story.objects.length ? objects : null, code.pane)));

  element.addEventListener("keydown", event => {
    if (event.target === slider || event.ctrlKey || event.metaKey || event.altKey) return;
    const to = { ArrowRight: beside(1), ArrowDown: beside(1), j: beside(1), n: beside(1), ArrowLeft: beside(-1), ArrowUp: beside(-1), k: beside(-1), p: beside(-1), Home: lowest, End: highest }[event.key];
    if (to === undefined || event.target.closest(".source")) return;
    event.preventDefault();
    go(to);
  });

  // The next row's step, or the one before: of several in one row the last.
  function beside(by) {
    const line = story.lines[Math.min(story.lines.length - 1, Math.max(0, lineOf(story, current) + by))];
    return line.steps[line.steps.length - 1].step;
  }

  function fillRows() {
    rows = story.lines.map((line, i) => {
      const before = story.lines[i - 1]?.steps;
      const isSameTime = before && before[before.length - 1].timeMs === line.steps[line.steps.length - 1].timeMs;
      return line.steps.length > 1 ? foldedRow(line.steps, line.rounds, isSameTime) : stepRow(line.steps[0], isSameTime);
    });
    lines.replaceChildren(...rows.map(r => r.item), ...ends);
    all.hidden = story.folds && !story.lines.some(l => l.steps.length > 1);
    all.textContent = story.folds ? word("allSteps", story.steps.length) : word("fewerSteps");
  }

  function foldedRow(steps, rounds, isSameTime) {
    const [from, to] = [steps[0], steps[steps.length - 1]];
    const names = [...new Set(steps.map(s => s.process))].map(id => story.byId.get(id)).filter(Boolean);
    const item = make("li", { class: "step folded", onclick: () => go(to.step) },
      make("span", { class: "number" }, `${from.step}–${to.step}`),
      ...names.slice(0, 3).map(p => make("span", { class: `tag p${p.colour}` }, chipText(p))),
      make("span", { class: "what" }, word(rounds > 1 ? "rounds" : "folded", rounds > 1 ? rounds : steps.length, [...new Set(steps.map(s => say(s.operation).replace(/ \(.*\)$/, "")))].join(" · "))),
      isSameTime ? null : make("span", { class: "where" }, make("span", { class: "time" }, seconds(to.timeMs))));
    item.title = steps.map(s => `${s.step} ${say(s.agent)}: ${say(s.operation)}`).join("\n");
    return { item, steps };
  }

  function stepRow(step, isSameTime) {
    const process = story.byId.get(processIdOf(step));
    const mark = story.marks.get(step.step);
    const item = make("li", { class: mark ? `step ${mark}` : "step", onclick: () => go(step.step) },
      make("span", { class: "number" }, String(step.step)),
      make("span", { class: `tag p${process?.colour ?? 0} does` }, process ? chipText(process) : ""),
      make("span", { class: "what" }, make("span", { class: "agent" }, say(step.agent), " "), ...doing(step), resultOf(step) ? make("span", { class: "result" }, ` → ${resultOf(step)}`) : null, mark ? make("span", { class: "mark" }, markWord(mark)) : null),
      make("span", { class: "where" }, placeOf(step.site), isSameTime ? null : make("span", { class: "time" }, seconds(step.timeMs))));
    item.title = `${say(step.agent)}: ${say(step.operation)} ${objectName(step.object)}${resultOf(step) ? ` → ${resultOf(step)}` : ""}`;
    return { item, steps: [step] };
  }

  function markWord(mark) {
    const kind = check.between.kind;
    if (kind === "interrupted") return word({ first: "markFirst", other: "markBetween", second: "markSecond" }[mark]);
    return word({ first: "markOne", other: "markOther", second: "markTwo" }[mark]);
  }

  function endRow(process) {
    const wait = process.end.wait;
    const names = wait ? wait.for.map(id => story.byId.get(id)?.label ?? id) : [];
    const thing = objectName(process.end.object);
    const isLock = ["lock", "reentrant-lock"].includes(story.objects.find(o => o.id === process.end.object)?.kind);
    const what = isLock ? thing : `${say(process.end.operation)}${thing ? ` · ${thing}` : ""}`;
    return make("li", { class: "step end" },
      make("span", { class: "number" }, "∞"),
      make("span", { class: `tag p${process.colour} does` }, chipText(process)),
      make("span", { class: "what" }, make("span", { class: "agent" }, process.label, " "), word(wait ? "waitsForEver" : "goesRound", what), wait ? make("span", { class: "result" }, names.length ? ` — ${word(isLock ? "hasIt" : "forWhom", list(names))}` : ` — ${word("forNobody")}`) : null),
      make("span", { class: "where" }, placeOf(process.end.site)));
  }

  function tell(step) {
    const places = ownPlaces(step.site).map(s => `${say(s.file)}:${s.line}`);
    const process = story.byId.get(processIdOf(step));
    const more = [];
    if (step.wait?.sleep) more.push(word("hadSlept", step.wait.since));
    else if (step.wait) more.push(step.wait.for.length ? word("hadWaitedFor", step.wait.since, list(step.wait.for.map(id => story.byId.get(id)?.label ?? id))) : word("hadWaited", step.wait.since));
    for (const edge of step.edges ?? []) more.push(word("cameAfter", edge.from, handOver(edge.kind)));
    now.replaceChildren(
      make("span", { class: "count" }, word("stepOf", step.step, highest), ` · ${seconds(step.timeMs)}`),
      make("span", { class: `tag p${process?.colour ?? 0} does` }, say(step.agent)), " ",
      make("b", {}, ...doing(step)),
      resultOf(step) ? ` → ${resultOf(step)}` : "",
      places.length ? make("span", { class: "where" }, ` ${places.join(" ← ")}`) : "",
      more.length ? make("span", { class: "why" }, ` ${more.join(" ")}`) : "");
  }

  function layOut() {
    const room = track.clientWidth || 600;
    const laneWidth = Math.max(18, Math.min(96, Math.floor((room * (room < 560 ? 0.26 : 0.3)) / story.processes.length)));
    // A row is as high as its words need beside the lanes.
    picture.style.width = `${widthOf(story, laneWidth)}px`;
    const items = [...rows.map(r => r.item), ...ends];
    const last = items[items.length - 1];
    lanes = lanesOf(story, { centres: items.map(i => i.offsetTop + i.offsetHeight / 2), height: last.offsetTop + last.offsetHeight + 8, laneWidth });
    picture.replaceChildren(lanes);
    mark();
    keepInSight();
    code.show(placesAfter(story, current));
  }

  function keepInSight() {
    const { item } = rows[lineOf(story, current)];
    const bottom = current === highest && ends.length ? ends[ends.length - 1] : item;
    if (item.offsetTop < track.scrollTop + HEAD || bottom.offsetTop + bottom.offsetHeight > track.scrollTop + track.clientHeight) track.scrollTop = item.offsetTop - track.clientHeight / 2;
  }

  function mark() {
    for (const { item, steps } of rows) {
      const is = steps.some(s => s.step === current);
      item.classList.toggle("current", is);
      if (is) item.setAttribute("aria-current", "step");
      else item.removeAttribute("aria-current");
    }
    lanes?.querySelectorAll("[data-step]").forEach(n => n.classList.toggle("current", Number(n.dataset.step) === current));
    lanes?.querySelectorAll("[data-to]").forEach(n => n.classList.toggle("lit", Number(n.dataset.to) === current));
  }

  function go(number, silent = false) {
    const to = Math.min(highest, Math.max(lowest, Number.isFinite(number) ? number : highest));
    if (to === current) return;
    current = to;
    slider.value = to;
    const step = story.steps[to - lowest];
    slider.setAttribute("aria-valuetext", `${word("stepOf", to, highest)}: ${say(step.agent)} ${say(step.operation)}`);
    tell(step);
    mark();
    cards.replaceChildren(...cardsOf(story, objectsAfter(story, to)));
    code.show(placesAfter(story, to));
    keepInSight();
    if (!silent) onStep(to);
  }

  fillRows();
  return { element, go, layOut, start: () => go(check.between?.kind === "interrupted" ? check.between.secondStep ?? highest : highest, true), get current() { return current; } };
}
