#!/usr/bin/env bash
# .NET 10 on Linux: FileMode.Append is not the system's append. The end of the file is looked up once, when the file is opened,
# and each write goes where the stream believes to stand; two streams that append to one file, in one process or in two, write over
# each other, and the runtime says nothing. CPython's mode "a" opens with O_APPEND, where each write goes to the end.
# Seen with: .NET runtime 10.0.12, CPython 3.11, Linux. Both programs open the file twice, then write "one\n" by the first and "two\n" by the second.
# Output seen: ".NET: two|" and "CPython: one|two|".
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

cat > case.csproj <<'PROJECT'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework></PropertyGroup>
</Project>
PROJECT
cat > Case.cs <<'CODE'
using var one = new System.IO.FileStream("log", System.IO.FileMode.Append, System.IO.FileAccess.Write, System.IO.FileShare.ReadWrite);
using var two = new System.IO.FileStream("log", System.IO.FileMode.Append, System.IO.FileAccess.Write, System.IO.FileShare.ReadWrite);
one.Write("one\n"u8);
one.Flush();
two.Write("two\n"u8);
two.Flush();
CODE
dotnet run >/dev/null
net=$(tr '\n' '|' < log)

rm log
python3 - <<'CODE'
one, two = open("log", "a"), open("log", "a")
one.write("one\n"); one.flush()
two.write("two\n"); two.flush()
CODE
python=$(tr '\n' '|' < log)

echo ".NET: $net"
echo "CPython: $python"
[ "$net" = "two|" ] && [ "$python" = "one|two|" ] || { echo "changed: see the head of this script for what was seen" >&2; exit 1; }
