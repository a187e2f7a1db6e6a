// Makes elements from texts. What others wrote gets into the page as text and in no other way.

const SVG = "http://www.w3.org/2000/svg";

export let language = "en";

export function speak(its) {
  language = its === "zh" ? "zh" : "en";
  document.documentElement.lang = language === "zh" ? "zh-Hans" : "en";
}

/** A text of the result in the reader's language: older results have one of a string, newer ones one for each language. */
export function say(text) {
  if (text === null || text === undefined) return "";
  if (typeof text === "object") return plain(text[language] ?? text.en ?? text.zh ?? "");
  return plain(String(text));
}

/** The same in English, whatever the reader's language: for what the page decides by, and does not show. */
export const english = text => String((typeof text === "object" ? text?.en : text) ?? "");

/** Characters that do not show, or turn others round, are shown by what stands for them. */
export function plain(text) {
  return text.replace(/[\u0000-\u0008\u000b-\u001f]/g, c => String.fromCharCode(0x2400 + c.charCodeAt(0)))
    .replace(/[\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g, c => "\\u" + c.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0"));
}

export function make(name, attributes = {}, ...children) {
  return fill(document.createElement(name), attributes, children);
}

export function draw(name, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, name), attributes, children);
}

function fill(element, attributes, children) {
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? "" : value);
  }
  for (const child of children.flat()) {
    if (child !== null && child !== undefined && child !== false) element.append(child);
  }
  return element;
}

/** The first characters of a text, and a sign where there are more. */
export function cut(text, length) {
  const characters = Array.from(text);
  return characters.length <= length ? text : characters.slice(0, Math.max(1, length - 1)).join("") + "…";
}

export function seconds(milliseconds) {
  return `${Math.round(milliseconds) / 1000} s`;
}
