#!/usr/bin/env bash
# A ReadyToRun image is a start only: code that runs often is compiled again, for the machine at hand and with inlining across
# assemblies. Not so where the assembly was compiled without optimization, as `dotnet build` does by default: its precompiled code is
# used all the same, and is what runs for ever. Nothing tells of it; the program is the slower the longer it runs.
# `<Optimize>true</Optimize>` in the project, whatever the configuration, gives it its tiers back.
# Seen with: .NET SDK 10.0.401, runtime 10.0.12, microsoft.netcore.app.crossgen2 10.0.12, Linux x64.
# Output seen: "compiled again at tier 1: Debug 0, Debug with Optimize 2, Release 2" (the last two are checked for at least 1).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

cat > case.csproj <<'PROJECT'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFramework>net10.0</TargetFramework>
    <RuntimeIdentifier>linux-x64</RuntimeIdentifier>
    <SelfContained>false</SelfContained>
    <PublishReadyToRun>true</PublishReadyToRun>
  </PropertyGroup>
  <ItemGroup>
    <KnownCrossgen2Pack Update="Microsoft.NETCore.App.Crossgen2" Crossgen2PackVersion="10.0.12" />
  </ItemGroup>
</Project>
PROJECT
cat > Case.cs <<'CODE'
using System.Runtime.CompilerServices;

internal static class Case
{
    private static void Main()
    {
        var sum = 0;
        for (var round = 0; round < 20; round++)
        {
            for (var n = 0; n < 100_000; n++)
                sum = Step(sum);
            // Time for who compiles beside it.
            System.Threading.Thread.Sleep(100);
        }

        System.Console.WriteLine(sum);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Step(int n) => n * 31 + 7;
}
CODE

count() {
  name=$1
  shift
  # What was compiled with other settings is not compiled again by itself.
  rm -rf obj bin
  dotnet publish "$@" -o "out-$name" >publish.log || { cat publish.log >&2; exit 1; }
  DOTNET_JitStdOutFile=$folder/$name.txt DOTNET_JitDisasmSummary=1 dotnet "out-$name/case.dll" >/dev/null
  grep -c 'JIT compiled Case:Step(int) .*Tier1' "$name.txt" || true
}

debug=$(count debug -c Debug)
optimized=$(count optimized -c Debug -p:Optimize=true)
release=$(count release -c Release)
echo "compiled again at tier 1: Debug $debug, Debug with Optimize $optimized, Release $release"
[ "$debug" = 0 ] && [ "$optimized" -ge 1 ] && [ "$release" -ge 1 ] || { echo "changed: see the head of this script for what was seen" >&2; exit 1; }
