#!/usr/bin/env bash
# @actions/workflow-parser 0.3.61, GitHub's own parser of workflow files, says that it runs on Node 20 and later, and can't be imported
# there: its module imports its schema as JSON without the import attribute that Node asks for. It is made for a bundler.
# (A loader hook that hands each .json file out as a module gets past that.)
# Seen with: Node 20.20.2. Output seen: "engines: >= 20", "import: ERR_IMPORT_ASSERTION_TYPE_MISSING" (a later Node says ERR_IMPORT_ATTRIBUTE_MISSING).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --no-save @actions/workflow-parser@0.3.61 >/dev/null
engines=$(node -p "JSON.parse(require('fs').readFileSync('node_modules/@actions/workflow-parser/package.json')).engines.node" --input-type=commonjs)
echo "engines: $engines"
said=$(node --input-type=module -e "try { await import('@actions/workflow-parser'); console.log('imported'); } catch (e) { console.log(e.code); }")
echo "import: $said"
case "$said" in
  ERR_IMPORT_ATTRIBUTE_MISSING | ERR_IMPORT_ASSERTION_TYPE_MISSING) ;;
  *) echo "changed: see the head of this script for what was seen" >&2; exit 1 ;;
esac
