#!/usr/bin/env bash
# NUnit 5.0.0: Assert.ThrowsAsync returns a task. A test that was right with NUnit 4, which waited by itself, compiles without a warning
# and passes with NUnit 5 whatever the code does, since nobody awaits the answer.
# Seen with: NUnit 4.4.0 and 5.0.0, NUnit3TestAdapter 6.3.1, Microsoft.NET.Test.Sdk 18.11.0 on .NET 10.
# Output seen: "4.4.0: Failed: 1, Passed: 0" and "5.0.0: Failed: 0, Passed: 1" of one test whose delegate throws nothing.
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
using System;
using System.Threading.Tasks;
using NUnit.Framework;

public sealed class Case
{
    [Test]
    public void Something_is_thrown() => Assert.ThrowsAsync<InvalidOperationException>(async () => await Task.Yield());
}
CODE
  (cd "$1" && dotnet test 2>&1 || true) | grep -oE "Failed: +[0-9]+, Passed: +[0-9]+" | tr -s ' '
}

before=$(run 4.4.0)
after=$(run 5.0.0)
echo "4.4.0: $before"
echo "5.0.0: $after"
[ "$before" = "Failed: 1, Passed: 0" ] && [ "$after" = "Failed: 0, Passed: 1" ] || { echo "changed: see the head of this script for what was seen" >&2; exit 1; }
