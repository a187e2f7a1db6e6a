// What a timeline says, in the form in which it is shown. A result of an older kit says less, and shows less.
import { english, say } from "./text.js";

const COLOURS = 8;

/** The story of a failed check. */
export function storyOf(check) {
  const steps = check.timeline;
  const before = steps[0].step - 1;
  const processes = processesOf(check, steps, before);
  const byId = new Map(processes.map(p => [p.id, p]));
  const story = { check, steps, before, processes, byId, objects: check.cast?.objects ?? [], marks: marksOf(check), ends: [] };
  if (["deadlock", "livelock"].includes(check.verdict)) story.ends = processes.filter(p => p.end && p.end.operation && (p.end.wait || check.verdict === "livelock"));
  story.waits = waitsOf(story);
  story.needed = neededIn(story);
  arrange(story, true);
  return story;
}

/** Lays out the rows: each step one, or those that nobody needs, where they follow one another, one together. */
export function arrange(story, folds) {
  story.folds = folds;
  story.lines = [];
  story.lineOf = new Map();
  for (const step of story.steps) {
    const last = story.lines[story.lines.length - 1];
    const rest = folds && !story.needed.has(step.step);
    if (rest && last?.rest) last.steps.push(step);
    else story.lines.push({ steps: [step], rest, rounds: 1 });
  }
  if (folds) story.lines = withoutRounds(story);
  story.lines.forEach((line, i) => line.steps.forEach(step => story.lineOf.set(step.step, i)));
  story.rows = story.lines.length + story.ends.length;
}

const LONGEST_ROUND = 4;
const FEWEST_ROUNDS = 3;

// What a process does over and over with the same result, and nobody in between, is one row.
function withoutRounds(story) {
  const keys = story.lines.map(line => line.steps.map(s => (story.marks.has(s.step) ? s.step : "") + [processIdOf(s), say(s.operation), s.object, say(s.result), (s.edges ?? []).some(e => e.kind !== "start")].join("|")).join("||"));
  const isOne = line => new Set(line.steps.map(processIdOf)).size === 1;
  const lines = [];
  for (let i = 0; i < keys.length;) {
    let best = { length: 1, rounds: 1 };
    for (let length = 1; length <= LONGEST_ROUND; length++) {
      let rounds = 1;
      while (i + (rounds + 1) * length <= keys.length && keys.slice(i, i + length).every((key, n) => key === keys[i + rounds * length + n])) rounds++;
      if (rounds >= FEWEST_ROUNDS && rounds * length > best.rounds * best.length) best = { length, rounds };
    }
    const taken = story.lines.slice(i, i + best.length * best.rounds);
    if (best.rounds > 1 && taken.every(isOne) && new Set(taken.map(l => processIdOf(l.steps[0]))).size === 1) lines.push({ steps: taken.flatMap(l => l.steps), rest: true, rounds: best.rounds });
    else lines.push(...taken);
    i += taken.length;
  }
  return lines;
}

/** The row of a step; that above the first row where it is not shown. */
export const lineOf = (story, number) => story.lineOf.get(number) ?? (number > story.before ? story.lines.length : -1);

// Nobody needs what one process does by itself: with what no other touches, and that hands nothing over.
function neededIn(story) {
  const { steps } = story;
  const users = new Map();
  for (const step of steps) {
    if (step.object) users.set(step.object, new Set([...(users.get(step.object) ?? []), processIdOf(step)]));
  }
  for (const process of story.processes) {
    if (process.end?.object) users.get(process.end.object)?.add(process.id);
  }
  const sources = new Set(steps.flatMap(s => (s.edges ?? []).filter(e => e.kind !== "start").map(e => e.from)));
  const begun = steps.findIndex(s => story.byId.has(s.object));
  // What is made before there is anybody else; an older result names no object, and there everything is needed.
  const alone = (step, i) => i < begun && processIdOf(step) === story.processes[0].id && !story.marks.has(step.step);
  const again = new Map();
  // Who asks the same again and is told the same: the first two times and the last are enough.
  const repeats = step => {
    if (step.changes || (step.edges ?? []).some(e => e.kind !== "start") || !step.object || sources.has(step.step)) return false;
    const key = [processIdOf(step), say(step.operation), step.object, say(step.result)].join("|");
    again.set(key, (again.get(key) ?? 0) + 1);
    return again.get(key) > 2 && steps.some(s => s.step > step.step && [processIdOf(s), say(s.operation), s.object, say(s.result)].join("|") === key);
  };
  return new Set(steps.filter((step, i) => !step.process || (!alone(step, i) && (!repeats(step) || story.marks.has(step.step)) && (
    story.marks.has(step.step) || i === steps.length - 1 || sources.has(step.step) || (step.wait && !step.wait.sleep)
    || (step.edges ?? []).some(e => e.kind !== "start") || story.byId.has(step.object) || (users.get(step.object)?.size ?? 0) > 1
    || !step.object && !/^(Thread\.Sleep|CurrentProcess|reads the clock|draws a random seed)/.test(english(step.operation))))).map(s => s.step));
}

export const processIdOf = step => step.process ?? step.agent;

function processesOf(check, steps, before) {
  const cast = check.cast?.processes.length ? check.cast.processes : [...new Set(steps.map(processIdOf))].map(id => ({ id, label: id, parent: null, end: null, unknown: true }));
  return cast.map((p, lane) => {
    const own = steps.filter(s => processIdOf(s) === p.id);
    const started = steps.find(s => s.object === p.id && own.every(o => o.step > s.step));
    return {
      ...p,
      lane,
      colour: lane % COLOURS,
      label: say(p.label),
      short: say(p.label).replace(/ \(.*$/, ""),
      // Steps; one that lived before the first that is shown begins with none.
      from: p.parent === null ? before : started ? started.step : own.length && own[0].edges?.some(e => e.kind === "start") ? own[0].step : before,
      to: p.end || p.unknown ? Infinity : own.length ? own[own.length - 1].step : before,
      steps: own,
    };
  });
}

function marksOf(check) {
  const between = check.between;
  const marks = new Map();
  if (!between) return marks;
  if (between.firstStep) marks.set(between.firstStep, "first");
  if (between.otherStep) marks.set(between.otherStep, "other");
  if (between.secondStep) marks.set(between.secondStep, "second");
  return marks;
}

function waitsOf(story) {
  const waits = [];
  for (const step of story.steps) {
    if (step.wait) waits.push({ process: processIdOf(step), from: step.wait.since, to: step.step, sleep: step.wait.sleep });
  }
  for (const process of story.processes) {
    if (process.end?.wait) waits.push({ process: process.id, from: process.end.wait.since, to: Infinity, sleep: process.end.wait.sleep, object: process.end.object });
  }
  return waits;
}

/** How the objects stand after a step: those that are there, each with its view and whether the step changed it. */
export function objectsAfter(story, number) {
  const views = new Map();
  for (const object of story.objects) {
    if (object.first) views.set(object.id, { view: object.first, at: 0 });
  }
  for (const step of story.steps) {
    if (step.step > number) break;
    for (const view of step.changes ?? []) views.set(view.id, { view, at: step.step });
  }
  return story.objects
    .filter(o => views.has(o.id))
    .map(o => ({ object: o, view: views.get(o.id).view, changed: views.get(o.id).at === number, waiting: waitersAt(story, o.id, number), stuck: stuckAt(story, o.id, number) }))
    .filter(o => !o.view.isGone || o.changed);
}

function waitersAt(story, object, number) {
  const names = new Set();
  for (const step of story.steps) {
    if (step.wait && !step.wait.sleep && step.object === object && step.wait.since <= number && number < step.step) names.add(processIdOf(step));
  }
  for (const process of story.processes) {
    const wait = process.end?.wait;
    if (wait && !wait.sleep && process.end.object === object && wait.since <= number) names.add(process.id);
  }
  return [...names];
}

// Those who wait there for ever.
function stuckAt(story, object, number) {
  return story.ends.filter(p => p.end.wait && p.end.object === object && p.end.wait.since <= number);
}

/** Where each living process stands after a step: what it does now, or does next. */
export function placesAfter(story, number) {
  const places = [];
  for (const process of story.processes) {
    if (process.from > number || process.to < number) continue;
    const now = story.steps[number - 1 - story.before];
    const acts = now && processIdOf(now) === process.id;
    const next = acts ? now : process.steps.find(s => s.step > number);
    const site = ownPlaces(next ? next.site : process.end?.site);
    const wait = !acts && (next ? next.wait && next.wait.since <= number : process.end?.wait);
    if (site.length) places.push({ process, sites: site, how: acts ? "does" : wait ? "waits" : "next" });
  }
  return places;
}

/** A place, and the one that called it. */
export function ownPlaces(site) {
  if (!site || !site.line) return [];
  return site.caller ? [site, site.caller] : [site];
}
