// The report: a summary, and each check with its story.
import { language, make, plain, say, speak } from "./text.js";
import { betweenWords, certificate, verdictName, word } from "./words.js";
import { storyView } from "./story.js";

const data = JSON.parse(document.getElementById("data").textContent);
// A story that several checks have is there once.
for (const check of data.result.exercises.flatMap(e => e.checks)) Object.assign(check, data.stories[check.story]);
const root = document.getElementById("report");
const views = new Map();

const keyOf = (exercise, check) => `${exercise.id}/${check.id}`;
const isBad = check => check.status === "failed" || check.status === "error";

function render() {
  const open = new Map([...views].map(([key, v]) => [key, v.current]));
  views.clear();
  const { result } = data;
  const checks = result.exercises.flatMap(e => e.checks);
  document.title = `ExerciseKit · ${word("report")}`;
  root.replaceChildren(
    make("header", {},
      make("h1", {}, `ExerciseKit · ${word("report")}`),
      make("button", { type: "button", class: "language", lang: language === "en" ? "zh-Hans" : "en", onclick: () => { speak(language === "en" ? "zh" : "en"); render(); document.querySelector(".language").focus(); } }, word("switchTo"))),
    make("p", { class: "score" }, make("b", {}, word("points", result.score, result.maxScore)), ` · ${word("held", checks.filter(c => c.status === "passed").length, checks.length)}`),
    result.gradable ? "" : make("p", { class: "bad" }, word("notGradable", say(result.fault) || word("pending"))),
    contents(result),
    ...result.exercises.map(exercise => exerciseView(exercise, open)));
  for (const view of views.values()) view.layOut();
}

function contents(result) {
  const bad = result.exercises.flatMap(e => e.checks.filter(isBad).map(c => [e, c]));
  if (!bad.length) return make("p", { class: "good" }, word("allHeld"));
  return make("nav", { "aria-label": word("failing") }, make("h2", {}, word("failing")),
    make("ul", { class: "contents" }, ...bad.map(([e, c]) => make("li", {},
      make("a", { href: `#${keyOf(e, c)}` }, `${plain(e.id)} · ${say(c.title)}`), " ", make("span", { class: "badge bad" }, verdictName(c.verdict))))));
}

function exerciseView(exercise, open) {
  const score = exercise.checks.reduce((sum, c) => sum + c.points, 0);
  const most = exercise.checks.reduce((sum, c) => sum + c.maxPoints, 0);
  const told = new Map();
  return make("section", { class: "exercise", id: plain(exercise.id) },
    make("h2", {}, `${plain(exercise.id)} · ${say(exercise.title)}`, make("span", { class: "points" }, word("points", score, most))),
    ...(exercise.remarks ?? []).map(r => make("p", { class: "quiet" }, say(r))),
    ...exercise.checks.filter(isBad).map(c => badCheck(exercise, c, told, open)),
    make("ul", { class: "checks" }, ...exercise.checks.filter(c => !isBad(c)).map(c => make("li", {},
      make("span", { class: c.status === "passed" ? "badge good" : "badge" }, verdictName(c.verdict)), ` ${c.points}/${c.maxPoints} `, make("b", {}, say(c.title)), make("span", { class: "quiet" }, ` ${certificate(c)}`)))),
    output(exercise.output));
}

function output(printed) {
  if (!printed?.head) return "";
  const text = plain(printed.head) + (printed.omittedBytes ? `${word("omitted", printed.omittedBytes)}\n` : "") + plain(printed.tail);
  return make("details", { class: "printed" }, make("summary", {}, word("printed")), make("pre", { tabindex: "0" }, text));
}

function badCheck(exercise, check, told, open) {
  const key = keyOf(exercise, check);
  const article = make("article", { class: "check", id: key },
    make("h3", {}, make("span", { class: "badge bad" }, verdictName(check.verdict)), ` ${say(check.title)} `, make("span", { class: "points" }, `${check.points}/${check.maxPoints}`)),
    make("p", { class: "message" }, say(check.message)),
    check.between ? make("p", { class: "between" }, betweenText(check.between)) : "",
    check.cycle?.length ? make("ul", { class: "cycle" }, ...check.cycle.map(link => make("li", {}, say(link)))) : "",
    check.hint ? make("p", { class: "hint" }, make("b", {}, `${word("hint")}: `), say(check.hint)) : "",
    make("p", { class: "quiet" }, [certificate(check), say(check.bound), check.scenario ? `${word("scenario")}: ${say(check.scenario)}` : ""].filter(Boolean).join(" · ")));
  if (!check.timeline?.length) return article;
  const same = check.story;
  if (told.has(same)) {
    const [title, other] = told.get(same);
    article.append(make("p", {}, make("a", { href: `#${other}` }, word("sameStory", title))));
    return article;
  }
  told.set(same, [say(check.title), key]);
  const box = make("details", { class: "telling" }, make("summary", {}, word("story")));
  const begin = step => {
    if (!views.has(key)) {
      const view = storyView(data, exercise.id, check, number => history.replaceState(null, "", `#${key}/${number}`));
      views.set(key, view);
      box.append(view.element);
      if (step === undefined) view.start();
      else view.go(step, true);
      if (box.isConnected) view.layOut();
    } else if (step !== undefined) views.get(key).go(step, true);
  };
  box.addEventListener("toggle", () => { if (box.open) { begin(); views.get(key).layOut(); } });
  box.begin = begin;
  const isFirst = told.size === 1 && exercise === data.result.exercises.find(e => e.checks.some(c => isBad(c) && c.timeline?.length));
  if (open.has(key) || (isFirst && !open.size)) {
    begin(open.get(key));
    box.open = true;
  }
  article.append(box);
  return article;
}

function betweenText(between) {
  const line = site => (between.first.file === between.second.file ? word("line", site.line) : `${say(site.file)}:${site.line}`);
  return betweenWords(between, { process: say(between.process), other: say(between.other), does: say(between.does), first: line(between.first), second: line(between.second) });
}

// "#07-ticket-sale/no-oversell/26" opens that check's story at that step.
function follow() {
  const [exercise, check, step] = decodeURIComponent(location.hash.slice(1)).split("/");
  const article = check && document.getElementById(`${exercise}/${check}`);
  if (!article) return;
  const box = article.querySelector("details.telling");
  if (box) {
    box.begin(step === undefined ? undefined : Number(step));
    box.open = true;
    views.get(`${exercise}/${check}`).layOut();
  }
  article.scrollIntoView();
}

speak(data.language ?? (navigator.language.startsWith("zh") ? "zh" : "en"));
render();
follow();
addEventListener("hashchange", follow);
let resizing = 0;
addEventListener("resize", () => {
  cancelAnimationFrame(resizing);
  resizing = requestAnimationFrame(() => views.forEach(v => v.layOut()));
});
addEventListener("beforeprint", () => document.querySelectorAll("details").forEach(d => { d.open = true; }));
