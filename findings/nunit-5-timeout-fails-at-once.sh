#!/usr/bin/env bash
# NUnit 5.0.0 on .NET 10: a test with [Timeout] is not run with a bound, as before, and is not run without one either: it fails at once.
# Seen with: NUnit 4.4.0 and 5.0.0, NUnit3TestAdapter 6.3.1, Microsoft.NET.Test.Sdk 18.11.0.
# Output seen: "4.4.0: Failed: 0, Passed: 1" and "5.0.0: Failed: 1, Passed: 0" of one test that does nothing and may take a minute.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

run() {
  mkdir "$1"
  cat > "$1/case.csproj" <<PROJECT
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
  <ItemGroup>
    <PackageReference Include="NUnit" Version="[$1]" />
    <PackageReference Include="NUnit3TestAdapter" Version="[6.3.1]" />
    <PackageReference Include="Microsoft.NET.Test.Sdk" Version="[18.11.0]" />
  </ItemGroup>
</Project>
PROJECT
  cat > "$1/Case.cs" <<'CODE'
using NUnit.Framework;

public sealed class Case
{
#pragma warning disable CS0618
    [Test, Timeout(60_000)]
#pragma warning restore CS0618
    public void Does_nothing() { }
}
CODE
  (cd "$1" && dotnet test 2>&1 || true) > "$1/log"
  grep -oE "Failed: +[0-9]+, Passed: +[0-9]+" "$1/log" | tr -s ' '
}

before=$(run 4.4.0)
after=$(run 5.0.0)
echo "4.4.0: $before"
echo "5.0.0: $after"
grep -A3 "Error Message" 5.0.0/log || true
[ "$before" = "Failed: 0, Passed: 1" ] && [ "$after" = "Failed: 1, Passed: 0" ] || { echo "changed: see the head of this script for what was seen" >&2; exit 1; }
