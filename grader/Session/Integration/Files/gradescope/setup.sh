#!/usr/bin/env bash
# Written by `kit init --ci gradescope`: Gradescope runs it once, when it builds the autograder.
set -euo pipefail
apt-get update -q
apt-get install -q -y dotnet-sdk-10.0 bubblewrap python3
dotnet tool install ExerciseKit.Tool --version {{version}} --tool-path "${AUTOGRADER_ROOT:-/autograder}/kit"
