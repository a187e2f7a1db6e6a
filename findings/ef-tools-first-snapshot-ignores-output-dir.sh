#!/usr/bin/env bash
# dotnet-ef 10.0.15 with Microsoft.EntityFrameworkCore.Sqlite and .Design 10.0.15: `migrations add --output-dir A --namespace N` puts the
# migration into A, and the context's snapshot, where it is the first one, into a folder made of N, beside the project: the output folder is
# asked for the migration alone, and the namespace's own parts, its root too, become folders.
# Output seen: "migration: ./Data/Sqlite", "snapshot: ./Shop/Kept/Sqlite".
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
cat > Shop.csproj <<'P'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFramework>net10.0</TargetFramework>
    <RootNamespace>Shop</RootNamespace>
    <ImplicitUsings>enable</ImplicitUsings>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="Microsoft.EntityFrameworkCore.Sqlite" Version="10.0.15" />
    <PackageReference Include="Microsoft.EntityFrameworkCore.Design" Version="10.0.15" />
  </ItemGroup>
</Project>
P
cat > Program.cs <<'C'
using Microsoft.EntityFrameworkCore;

Console.WriteLine("shop");

public class Item { public int Id { get; set; } }

public class ShopContext : DbContext
{
    public DbSet<Item> Items => Set<Item>();
    protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseSqlite("Data Source=shop.db");
}
C
dotnet tool install dotnet-ef --version 10.0.15 --tool-path tools >/dev/null
dotnet restore -v quiet >/dev/null
tools/dotnet-ef migrations add First --output-dir Data/Sqlite --namespace Shop.Kept.Sqlite >/dev/null
migration=$(find . -name '*_First.cs' -not -path './obj/*' -printf '%h\n')
snapshot=$(find . -name 'ShopContextModelSnapshot.cs' -not -path './obj/*' -printf '%h\n')
echo "migration: $migration"
echo "snapshot: $snapshot"
[ "$migration" = ./Data/Sqlite ] && [ "$snapshot" = ./Shop/Kept/Sqlite ] || {
  echo "changed: see the head of this script for what was seen" >&2
  exit 1
}
