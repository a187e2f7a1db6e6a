#!/usr/bin/env bash
# Microsoft.Build 18.12.2 holds no assembly for .NET 10, though 18.9.6 does and the .NET 10 SDK ships MSBuild 18: a program on net10.0 that
# takes the update is given .NET Framework's assembly, and told so by the warning NU1701 alone.
# Output seen: "18.9.6: net10.0 net472" and no warning; "18.12.2: net11.0 net472" and NU1701.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 NUGET_PACKAGES="$folder/packages"

restore() {
  mkdir "$1"
  cat > "$1/case.csproj" <<PROJECT
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
  <ItemGroup><PackageReference Include="Microsoft.Build" Version="[$1]" ExcludeAssets="runtime" /></ItemGroup>
</Project>
PROJECT
  dotnet restore "$1" > "$1/log" 2>&1 || true
  echo "$1: $(ls "packages/microsoft.build/$1/lib" | tr '\n' ' ')$(grep -oE "NU1701" "$1/log" | sort -u | tr '\n' ' ')"
}

old=$(restore 18.9.6)
new=$(restore 18.12.2)
echo "$old"
echo "$new"
[[ "$old" == *net10.0* && "$old" != *NU1701* && "$new" != *net10.0* && "$new" == *NU1701* ]] ||
  { echo "changed: see the head of this script for what was seen" >&2; exit 1; }
