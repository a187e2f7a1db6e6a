// The parser imports its schema as a bundler would have it; Node wants the type of a JSON module named with each import.
import { readFile } from "node:fs/promises";

export const load = async (url, context, next) => url.endsWith(".json")
  ? { format: "module", shortCircuit: true, source: `export default ${await readFile(new URL(url), "utf8")}` }
  : next(url, context);
