// The page to play on: who can go on, what each choice leads to, and the way so far.
import { language, make, plain, say, speak } from "./text.js";
import { betweenWords, list, verdictName, word } from "./words.js";
import { storyView } from "./story.js";
import { mapView } from "./map.js";

const data = JSON.parse(document.getElementById("data").textContent);
const root = document.getElementById("report");
const play = { about: null, state: null, options: null, story: null, map: null, view: null, note: "", error: "", seed: 1, over: false, game: null, picked: new Set() };

/** Asks the server; what it can't do it says in words. */
async function ask(command, more = {}) {
  const answer = await fetch("ask", { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ command, ...more }), cache: "no-store" });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

async function begin() {
  try {
    play.about = (await ask("about")).about;
    play.state = (await ask("state")).state;
    await look();
  } catch {
    gone();
  }
}

/** What is to be seen of where the player is now, beside the state itself. */
async function look() {
  const [story, options] = [await ask("story"), await ask("choices")];
  play.story = story.story;
  play.options = options.choices;
  render();
  play.map = (await ask("map")).map;
  fillMap();
}

let turns = Promise.resolve();

/** One after another: who presses keys faster than the server answers loses none. */
function move(command, more = {}, focus = null) {
  turns = turns.then(() => (play.over ? null : moveNow(command, more, focus)));
  return turns;
}

async function moveNow(command, more, focus) {
  play.note = "";
  play.error = "";
  try {
    const answer = await ask(command, more);
    if (answer.error) play.error = answer.error.message;
    if (answer.found && answer.found !== "yes") play.note = answer.found;
    if (answer.ok) {
      play.game = answer.game ?? null;
      play.picked.clear();
    }
    play.state = answer.state ?? (await ask("state")).state;
    await look();
    focusOn(focus);
  } catch {
    gone();
  }
}

// The server ends with the terminal; the page stays as it is.
function gone() {
  play.over = true;
  play.error = { en: word("playGone"), zh: word("playGone") };
  if (play.about) render();
  else root.replaceChildren(make("p", { class: "bad" }, word("playGone")));
}

const choose = number => move("choose", { choice: number }, ".option");
const undo = () => move("undo", {}, ".undo");
const again = () => move("undo", { count: 1000000 }, ".again");
const run = () => move("run", { seed: play.seed++ }, ".run");
const start = (game, focus = ".game-question") => move("game", { game, seed: play.seed++ }, focus);
const answerWith = options => move("answer", { options }, ".game-question");
const find = what => move("find", { what }, `.find-${what}`);

function focusOn(selector) {
  if (!selector) return;
  const found = root.querySelector(`${selector}:not([disabled])`) ?? root.querySelector(".undo:not([disabled])");
  found?.focus({ preventScroll: true });
}

function render() {
  const { about, state } = play;
  document.title = `ExerciseKit · ${word("play")} · ${plain(about.exercise)}`;
  const other = language === "en" ? "zh" : "en";
  root.replaceChildren(
    make("header", {},
      make("h1", {}, `ExerciseKit · ${word("play")}`),
      make("button", { type: "button", class: "language", lang: other === "zh" ? "zh-Hans" : "en", onclick: () => { speak(other); render(); fillMap(); document.querySelector(".language").focus(); } }, word("switchTo"))),
    make("section", { class: "about" },
      make("h2", {}, `${plain(about.exercise)} · ${say(about.title)}`, about.isSolution ? make("span", { class: "badge good" }, word("solution")) : ""),
      make("p", {}, make("b", {}, say(about.checkTitle)), make("span", { class: "quiet" }, ` · ${say(about.scenario)} · ${about.tier === "strict" ? word("tierStrict") : word("tierLoose")}`)),
      make("p", {}, make("span", { class: about.search.outcome === "holds" ? "badge good" : about.search.outcome === "breaks" ? "badge bad" : "badge" }, outcomeWord(about.search.outcome)), ` ${say(about.search.message)} `, make("span", { class: "quiet" }, known(about.chart))),
      about.chart.isWhole ? "" : make("p", { class: "hint" }, say(about.chart.message)),
      make("details", {}, make("summary", {}, word("otherScenarios")), make("ul", { class: "contents" }, ...about.scenarios.map(s => make("li", {}, make("code", {}, `kit play ${about.exercise.slice(0, 2)} --scenario ${s.number}`), ` ${plain(s.check)} · ${say(s.name)}`))))),
    gameBox(),
    make("section", { class: "table", "aria-label": word("play") },
      make("div", { class: "turn" }, turn(state), isGuessing() ? "" : actions(state)),
      make("div", { class: "side" }, isGuessing() ? "" : standings(state))),
    storyBox(),
    make("section", { class: "map-section" }, make("h3", {}, word("map")), make("div", { id: "map" })),
    make("p", { class: "legend" }, word("playKeys")));
  play.view?.layOut();
}

function known(chart) {
  return chart.interleavings ? word("playKnown", chart.states.toLocaleString("en"), big(chart.interleavings)) : word("playStates", chart.states.toLocaleString("en"));
}

function outcomeWord(outcome) {
  return { breaks: word("playBreaks"), holds: word("playHolds"), "cut-off": word("playCutOff"), nondeterministic: word("playUnlike") }[outcome];
}

/** A great number as people read it: 12,345 or 1.3 × 10¹². */
function big(digits) {
  if (digits.length <= 9) return Number(digits).toLocaleString("en");
  const power = String(digits.length - 1).replace(/\d/g, d => "⁰¹²³⁴⁵⁶⁷⁸⁹"[d]);
  return `${digits[0]}.${digits[1]} × 10${power}`;
}

function turn(state) {
  const parts = [make("h3", {}, state.ending ? word("playOver") : word("whoGoesOn"))];
  parts.push(make("p", { class: "quiet", "aria-live": "polite" }, word("playMade", state.made, state.switches)));
  if (play.error) parts.push(make("p", { class: "between", role: "alert" }, say(play.error)));
  if (play.note) parts.push(make("p", { class: "hint", role: "status" }, play.note === "no" ? word("findNo") : word("findUnknown")));
  if (state.goesRound) parts.push(make("p", { class: "between" }, word("allGoRound")));
  if (state.ending) {
    parts.push(make("p", { class: state.ending.isBroken ? "message between" : "message good", role: "status" }, make("span", { class: state.ending.isBroken ? "badge bad" : "badge good" }, verdictName(state.ending.verdict)), ` ${say(state.ending.message)}`));
    if (state.ending.cycle.length) parts.push(make("ul", { class: "cycle" }, ...state.ending.cycle.map(link => make("li", {}, say(link)))));
    if (play.story?.between) parts.push(make("p", { class: "quiet" }, betweenText(play.story.between)));
  }
  if (isGuessing()) parts.push(make("p", { class: "quiet" }, word("gameMoves")));
  else parts.push(make("ol", { class: "options" }, ...(play.options ?? state.choices).map(optionView)));
  return make("div", {}, ...parts);
}

/** While the game asks what comes, nothing on the page may say it. */
const isGuessing = () => play.game?.game === "predict" && !play.game.isOver;

function betweenText(between) {
  const line = site => (between.first.file === between.second.file ? word("line", site.line) : `${say(site.file)}:${site.line}`);
  return betweenWords(between, { process: say(between.process), other: say(between.other), does: say(between.does), first: line(between.first), second: line(between.second) });
}

function optionView(option) {
  const colour = colourOf(option.process);
  const outcome = say(option.outcome);
  const behind = option.behind;
  return make("li", {}, make("button", { type: "button", class: "option", disabled: play.over, onclick: () => choose(option.number) },
    make("span", { class: "key" }, String(option.number)),
    make("span", { class: `tag p${colour} does` }, plain(option.label)),
    make("span", { class: "what" },
      make("b", {}, option.kind === "times-out" ? word("timesOut", say(option.operation)) : option.kind === "dies" ? word("dies") : named(option)),
      outcome && !/^(done|完成)$/i.test(outcome) ? ` → ${outcome}` : "",
      ...option.prints.map(line => make("span", { class: "prints" }, plain(line)))),
    make("span", { class: "where" }, placeAt(option.site), behind?.interleavings ? make("span", { class: "behind" }, word("behind", big(behind.interleavings), behind.states === null ? "?" : behind.states.toLocaleString("en"))) : "")));
}

/** "lock 2: Acquire": which one matters more than of what type. */
function named(step) {
  const object = play.state.objects.find(o => o.id === step.object);
  const operation = say(step.operation);
  if (!object || object.kind === "file") return operation;
  const label = say(object.label);
  return `${label}: ${operation.replace(/^[A-Z]\w*\./, "").replace(` ${label}`, "")}`;
}

const placeAt = site => (site?.line ? (site.caller && data.sources.some(s => s.file === site.caller.file) && !data.sources.some(s => s.file === site.file) ? word("line", site.caller.line) : data.sources.some(s => s.file === site.file) ? word("line", site.line) : `${plain(site.file)}:${site.line}`) : "");

const colourOf = id => Math.max(0, play.state.processes.findIndex(p => p.id === id)) % 8;

function actions(state) {
  const button = (name, label, action, disabled = false) => make("button", { type: "button", class: name, disabled: disabled || play.over, onclick: action }, label);
  const ended = state.ending !== null;
  return make("div", { class: "actions" },
    button("undo", word("undo"), undo, state.made === 0),
    button("again", word("again"), again, state.made === 0),
    button("run", word("letItRun"), run, ended),
    make("span", { class: "quiet" }, word("takeMe")),
    button("find-break", word("toBreak"), () => find("break"), ended),
    button("find-deadlock", word("toDeadlock"), () => find("deadlock"), ended),
    button("find-livelock", word("toLivelock"), () => find("livelock"), ended),
    button("find-end", word("toEnd"), () => find("end"), ended));
}

/** The games: which there are, how the one that goes on stands, and what it asks. */
function gameBox() {
  const { game, about } = play;
  const button = (name, label) => make("button", { type: "button", class: game?.game === name ? `game-${name} chosen` : `game-${name}`, "aria-pressed": game?.game === name ? "true" : "false", disabled: play.over, onclick: () => start(game?.game === name ? "none" : name, `.game-${name}`) }, label);
  const bar = make("div", { class: "actions" }, make("b", {}, word("games")), button("break", word("gameBreak")), button("predict", word("gamePredict")), about.repairs ? button("repair", word("gameRepair")) : "");
  if (!game) return make("section", { class: "game", "aria-label": word("games") }, bar, make("p", { class: "quiet" }, word("gamesWhat")));
  return make("section", { class: "game on", "aria-label": word("games") }, bar,
    make("p", { role: "status" }, game.maxPoints ? make("span", { class: game.isOver && game.points ? "badge good" : "badge" }, word("points", game.points, game.maxPoints)) : "", ` ${say(game.message)}`),
    game.question ? questionView(game.question) : "");
}

function questionView(question) {
  const several = question.takesSeveral;
  const give = make("button", { type: "button", disabled: play.over, onclick: () => answerWith([...play.picked]) }, word("giveAnswer"));
  return make("fieldset", { class: "game-question", tabindex: "-1" }, make("legend", {}, question.of > 1 ? `${question.number}/${question.of} · ${say(question.text)}` : say(question.text)),
    ...question.options.map(option => (several
      ? make("label", { class: "pick" }, make("input", { type: "checkbox", onchange: event => { event.target.checked ? play.picked.add(option.number) : play.picked.delete(option.number); } }), ` ${say(option.text)}`)
      : make("button", { type: "button", class: "option", disabled: play.over, onclick: () => answerWith([option.number]) }, say(option.text)))),
    several ? give : "");
}

function standings(state) {
  const name = id => plain(state.processes.find(p => p.id === id)?.label ?? id);
  const word2 = { ready: word("isReady"), waits: word("isWaiting"), ended: word("hasEnded") };
  return make("section", { class: "standings", "aria-label": word("processes") }, make("h4", {}, word("processes")),
    make("ul", {}, ...state.processes.map(p => make("li", { class: p.standing },
      make("span", { class: `tag p${colourOf(p.id)} ${p.standing === "waits" ? "waits" : "does"}` }, plain(p.label)), " ",
      make("b", {}, p.standing === "waits" && state.ending && state.ending.verdict !== "deadlock" ? word("wasAt") : word2[p.standing]), p.exitCode === null ? "" : ` (${p.exitCode})`,
      p.next ? make("span", {}, ` ${named(p.next)} `, make("span", { class: "quiet" }, placeAt(p.next.site))) : "",
      p.standing === "waits" && state.ending && state.ending.verdict !== "deadlock" ? "" : p.standing === "waits" && say(p.next?.wait) ? make("span", { class: "wants" }, ` — ${say(p.next.wait)}`) : p.standing === "waits" && p.next?.for.length ? make("span", { class: "wants" }, ` — ${word("forWhom", list(p.next.for.map(name)))}`) : ""))));
}

function storyBox() {
  const { story } = play;
  play.view = null;
  if (!story?.timeline.length) return make("p", { class: "quiet" }, word("nothingYet"));
  // Whose lane is hatched waits: that is not told while it is asked.
  const cast = isGuessing() ? { ...story.cast, processes: story.cast.processes.map(p => ({ ...p, end: p.end && { ...p.end, wait: null } })) } : story.cast;
  const check = { ...story, cast, verdict: story.ending?.verdict ?? "passed", story: 0 };
  play.view = storyView(data, data.exercise, check, () => {});
  play.view.go(Infinity, true);
  return make("section", { class: "telling", "aria-label": word("story") }, make("h3", {}, word("wayHere")), play.view.element);
}

function fillMap() {
  const box = document.getElementById("map");
  if (box && play.map) box.replaceChildren(mapView(play.map));
}

addEventListener("keydown", event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea, .story, .map-box")) return;
  if (isGuessing()) return;
  const number = Number(event.key);
  if (number >= 1 && number <= (play.state?.choices.length ?? 0)) choose(number);
  else if (event.key === "u" || event.key === "Backspace") undo();
  else if (event.key === "r") run();
  else return;
  event.preventDefault();
});
let resizing = 0;
addEventListener("resize", () => {
  cancelAnimationFrame(resizing);
  resizing = requestAnimationFrame(() => play.view?.layOut());
});
speak(data.language ?? (navigator.language.startsWith("zh") ? "zh" : "en"));
begin();
