#!/usr/bin/env bash
# @actions/workflow-parser 0.3.61: parseWorkflow alone calls a workflow right that GitHub refuses: that a job needs one which is not
# there shows only after convertWorkflowTemplate, and then not in what that returns by itself but in the errors of the first call's context.
# Seen with: Node 20.20.2. Output seen: "after parsing: 0, after converting: 1".
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --no-save @actions/workflow-parser@0.3.61 >/dev/null
cat > json.mjs <<'CODE'
import { readFile } from "node:fs/promises";
export const load = async (url, context, next) => url.endsWith(".json")
  ? { format: "module", shortCircuit: true, source: `export default ${await readFile(new URL(url), "utf8")}` }
  : next(url, context);
CODE
cat > case.mjs <<'CODE'
import { register } from "node:module";
register("./json.mjs", import.meta.url);
const { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } = await import("@actions/workflow-parser");
const content = "on: push\njobs:\n  build:\n    runs-on: ubuntu-latest\n    needs: absent\n    steps:\n      - run: echo\n";
const { context, value } = parseWorkflow({ name: "case.yml", content }, new NoOperationTraceWriter());
const parsed = context.errors.getErrors().length;
await convertWorkflowTemplate(context, value);
console.log(`after parsing: ${parsed}, after converting: ${context.errors.getErrors().length}`);
for (const error of context.errors.getErrors()) console.log(error.message);
CODE
said=$(node case.mjs)
echo "$said"
[ "$(head -1 <<<"$said")" = "after parsing: 0, after converting: 1" ] || { echo "changed: see the head of this script for what was seen" >&2; exit 1; }
