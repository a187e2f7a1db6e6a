// Reads each workflow as GitHub would, and tells every error with its place. Ends with 1 if there was one.
import { readFileSync } from "node:fs";
import { register } from "node:module";

register("./json-modules.mjs", import.meta.url);
const { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } = await import("@actions/workflow-parser");

let errors = 0;
for (const name of process.argv.slice(2)) {
  const { context, value } = parseWorkflow({ name, content: readFileSync(name, "utf8") }, new NoOperationTraceWriter());
  // The jobs' own rules (what they need, what their expressions may say) are looked at here.
  if (value && context.errors.getErrors().length === 0)
    await convertWorkflowTemplate(context, value);
  for (const error of context.errors.getErrors()) {
    console.error(error.message.startsWith(name) ? error.message : `${name}: ${error.message}`);
    errors++;
  }
}
process.exitCode = errors > 0 ? 1 : 0;
