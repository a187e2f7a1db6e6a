// The objects' states as small pictures, each with its words.
import { cut, draw, make, say } from "./text.js";
import { list, word } from "./words.js";

const BOX = 22;

/** Cards of the objects as they stand after a step. A pipe's two ends are one picture. */
export function cardsOf(story, states) {
  const seen = new Set();
  const cards = [];
  for (const state of states) {
    if (seen.has(state.object.id)) continue;
    const other = state.object.kind === "pipe-end" ? states.find(s => s.object.id === state.object.belongs) : null;
    if (other) seen.add(other.object.id);
    cards.push(other ? pipe(story, state, other) : card(story, state));
  }
  return cards.length ? cards : [make("p", { class: "quiet" }, word("noObjects"))];
}

function card(story, state) {
  const words = wordsOf(story, state);
  return figure(say(state.object.label), state.object.kind, state.changed, pictureOf(story, state), words, state.waiting.length > 0);
}

function figure(label, kind, changed, picture, words, wanted) {
  return make("figure", { class: `object ${kind}${changed ? " changed" : ""}${wanted ? " wanted" : ""}` },
    make("figcaption", {}, make("b", {}, label), changed ? make("span", { class: "now" }, word("changedNow")) : null),
    picture,
    ...words.map(w => make("p", {}, w)));
}

const nameOf = (story, id) => story.byId.get(id)?.label ?? id;
const namesOf = (story, ids) => list(ids.map(id => nameOf(story, id)));

function wordsOf(story, { object, view, waiting }) {
  const words = [];
  const items = () => {
    const all = view.items ?? [];
    const count = all.length + (view.more ?? 0);
    words.push(count === 0 ? word("empty") : word("holds", count, list(all.map(say)) + (view.more ? ` ${word("moreItems", view.more)}` : "")));
  };
  switch (object.kind) {
    case "lock": case "reentrant-lock":
      words.push(!view.holder ? word("free") : view.count > 1 ? word("heldTimes", nameOf(story, view.holder), view.count) : word("heldBy", nameOf(story, view.holder)));
      break;
    case "semaphore":
      words.push(view.most === undefined ? word("permits", view.count) : word("permitsOf", view.count, view.most));
      break;
    case "event":
      words.push(view.isSet ? word("set") : word("notSet"));
      break;
    case "condition":
      words.push(view.processes?.length ? word("asleep", namesOf(story, view.processes)) : word("nobodyAsleep"));
      if (view.count) words.push(word("notified", view.count));
      break;
    case "barrier":
      words.push(word("barrier", (view.processes?.length ?? 0) + (view.more ?? 0), view.most));
      break;
    case "file": case "value":
      words.push(view.isGone ? word("gone") : say(view.text) === "" ? word("emptyFile") : say(view.text));
      break;
    default:
      items();
      if (view.most !== undefined && (view.items?.length ?? 0) >= view.most) words.push(word("full"));
      if (view.count) words.push(word("undone", view.count));
  }
  const others = waiting.filter(id => object.kind !== "condition" || !view.processes?.includes(id));
  if (others.length) words.push(make("span", { class: "wants" }, word("wantedBy", namesOf(story, others))));
  return words;
}

function pictureOf(story, { object, view, waiting }) {
  switch (object.kind) {
    case "lock": case "reentrant-lock": return lock(story, view, waiting);
    case "semaphore": return dots(Math.min(view.count, 12), Math.min(view.most ?? view.count, 12));
    case "event": return flag(story, view, waiting);
    case "condition": return chips(story, view.processes ?? [], waiting);
    case "barrier": return dots(view.processes?.length ?? 0, Math.min(view.most, 12));
    case "queue": return boxes(view.items ?? [], view.more, view.most);
    case "list": case "dictionary": case "pool": case "pipe-end": return boxes(view.items ?? [], view.more);
    case "file": return sheet(view);
    default: return boxes([view.text ?? ""]);
  }
}

function picture(width, height, ...parts) {
  return draw("svg", { class: "picture", width, height, viewBox: `0 0 ${width} ${height}`, "aria-hidden": "true", focusable: "false" }, ...parts);
}

function chip(story, id, x, y, classes = "") {
  const process = story.byId.get(id);
  const text = process ? cut(process.short, 10) : "?";
  const width = 14 + wide(text) * 7;
  return { width, parts: [draw("rect", { class: `chip p${process?.colour ?? 0} ${classes}`, x, y, width, height: 20, rx: 5 }), draw("text", { class: `chip-text p${process?.colour ?? 0} ${classes}`, x: x + width / 2, y: y + 14, "text-anchor": "middle" }, text)] };
}

const wide = text => Array.from(text).reduce((sum, c) => sum + (c.codePointAt(0) > 0x2e80 ? 2 : 1), 0);

function lock(story, view, waiting) {
  const parts = [draw("path", { class: view.holder ? "shackle" : "shackle open", d: view.holder ? "M7 14v-4a6 6 0 0 1 12 0v4" : "M7 14v-6a6 6 0 0 1 12 0" }), draw("rect", { class: view.holder ? "body held" : "body", x: 4, y: 13, width: 18, height: 14, rx: 3 })];
  let x = 32;
  if (view.holder) {
    const held = chip(story, view.holder, x, 7);
    parts.push(...held.parts);
    x += held.width + 8;
  }
  for (const id of waiting.slice(0, 4)) {
    parts.push(draw("text", { class: "sign", x, y: 21 }, "←"));
    const wants = chip(story, id, x + 16, 7, "waiting");
    parts.push(...wants.parts);
    x += wants.width + 24;
  }
  return picture(x + 4, 34, ...parts);
}

function flag(story, view, waiting) {
  const parts = [draw("path", { class: "pole", d: "M6 4v26" }), draw("path", { class: view.isSet ? "flag set" : "flag", d: view.isSet ? "M6 4h22l-5 6 5 6H6z" : "M6 18h10l-2 4 2 4H6z" })];
  let x = 38;
  for (const id of waiting.slice(0, 4)) {
    const wants = chip(story, id, x, 7, "waiting");
    parts.push(...wants.parts);
    x += wants.width + 6;
  }
  return picture(x, 34, ...parts);
}

function chips(story, asleep, waiting) {
  const parts = [draw("path", { class: "pole", d: "M4 28h22M4 28v-8M26 28v-6H4" })];
  let x = 34;
  for (const id of [...new Set([...asleep, ...waiting])].slice(0, 5)) {
    const one = chip(story, id, x, 7, "waiting");
    parts.push(...one.parts);
    x += one.width + 6;
  }
  return picture(x, 34, ...parts);
}

function dots(on, all) {
  const parts = [];
  for (let i = 0; i < Math.max(all, on); i++) parts.push(draw("circle", { class: i < on ? "dot on" : "dot", cx: 12 + i * 22, cy: 14, r: 8 }));
  return picture(Math.max(24, 4 + Math.max(all, on) * 22), 28, ...parts);
}

function boxes(items, more, most) {
  const parts = [];
  let x = 2;
  const texts = items.slice(0, 8).map(i => cut(say(i), 14));
  for (const text of texts) {
    const width = Math.max(BOX, 12 + wide(text) * 7);
    parts.push(draw("rect", { class: "box", x, y: 4, width, height: BOX, rx: 3 }), draw("text", { class: "box-text", x: x + width / 2, y: 19, "text-anchor": "middle" }, text));
    x += width + 3;
  }
  const hidden = items.length - texts.length + (more ?? 0);
  if (hidden > 0) {
    parts.push(draw("text", { class: "sign", x: x + 2, y: 20 }, `+${hidden}`));
    x += 30;
  }
  for (let i = items.length; most !== undefined && i < Math.min(most, 8); i++) {
    parts.push(draw("rect", { class: "box room", x, y: 4, width: BOX, height: BOX, rx: 3 }));
    x += BOX + 3;
  }
  if (x === 2) {
    parts.push(draw("rect", { class: "box room", x, y: 4, width: BOX * 2, height: BOX, rx: 3 }));
    x += BOX * 2;
  }
  return picture(x + 4, 30, ...parts);
}

function sheet(view) {
  const text = cut(say(view.text ?? ""), 34);
  const width = 34 + wide(text) * 7;
  return picture(Math.max(48, width), 34,
    draw("path", { class: view.isGone ? "paper gone" : "paper", d: "M4 3h14l6 6v22H4z" }),
    draw("text", { class: "mono", x: 32, y: 21 }, view.isGone ? "" : text));
}

function pipe(story, one, other) {
  const [left, right] = /right|右/.test(JSON.stringify(one.object.label)) ? [other, one] : [one, other];
  const [toLeft, toRight] = [left.view.items ?? [], right.view.items ?? []];
  const parts = [draw("rect", { class: "tube", x: 30, y: 8, width: 240, height: 26, rx: 13 })];
  const end = (x, view) => parts.push(draw("rect", { class: (view.processes ?? []).length ? "end open" : "end", x, y: 4, width: 26, height: 34, rx: 4 }));
  end(4, left.view);
  end(270, right.view);
  if (!(left.view.processes ?? []).length) parts.push(draw("path", { class: "stuck-cross", d: "M11 15l12 12m0-12l-12 12" }));
  if (!(right.view.processes ?? []).length) parts.push(draw("path", { class: "stuck-cross", d: "M277 15l12 12m0-12l-12 12" }));
  let x = 36;
  for (const [items, sign] of [[toLeft, "←"], [toRight, "→"]]) {
    if (items.length && x < 220) {
      parts.push(draw("text", { class: "sign", x, y: 26 }, sign));
      x += 16;
    }
    for (const item of items.slice(0, 5)) {
      const text = cut(say(item), 9);
      const width = Math.max(BOX, 10 + wide(text) * 7);
      if (x + width > 262) break;
      parts.push(draw("rect", { class: "box", x, y: 11, width, height: 20, rx: 3 }), draw("text", { class: "box-text", x: x + width / 2, y: 25, "text-anchor": "middle" }, text));
      x += width + 3;
    }
  }
  // Who has an end open, under it.
  for (const [state, isRight] of [[left, false], [right, true]]) {
    let at = isRight ? 296 : 4;
    for (const id of (state.view.processes ?? []).slice(0, 3)) {
      const { width } = chip(story, id, 0, 0);
      parts.push(...chip(story, id, isRight ? at - width : at, 44).parts);
      at += (isRight ? -1 : 1) * (width + 4);
    }
  }
  const open = state => ((state.view.processes ?? []).length ? word("openIn", namesOf(story, state.view.processes)) : word("closed"));
  const count = (state, way) => ((state.view.items ?? []).length ? `${word("holds", state.view.items.length + (state.view.more ?? 0), list(state.view.items.map(say)))} ${word(way)}` : null);
  const number = say(left.object.label).match(/\d+/)?.[0] ?? "";
  const waiting = [...new Set([...left.waiting, ...right.waiting])];
  const messages = [count(left, "toLeft"), count(right, "toRight")].filter(Boolean);
  return figure(word("pipe", number), "pipe", left.changed || right.changed, picture(300, 68, ...parts), [
    `${word("leftEnd")}: ${open(left)}`,
    `${word("rightEnd")}: ${open(right)}`,
    ...(messages.length ? messages : [word("noMessage")]),
    ...[...left.stuck, ...right.stuck].filter(p => p.end.wait.for.length).map(p => make("span", { class: "wants" }, word("keepsOpen", namesOf(story, p.end.wait.for), p.label))),
    ...(waiting.length && !left.stuck.length && !right.stuck.length ? [make("span", { class: "wants" }, word("waitsAt", namesOf(story, waiting)))] : []),
  ], waiting.length > 0);
}
