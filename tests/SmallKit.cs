namespace ExerciseKit.Tests;

/// <summary>A kit's root with exercises of a line or two, for tests of what stands around grading.</summary>
internal sealed class SmallKit : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public string Root => folder.Path;

    public static SmallKit WithTwoExercises()
    {
        var kit = new SmallKit();
        kit.AddExercise("01-one", "One", "Doing one thing", "做一件事");
        kit.AddExercise("02-two", "Two", "Doing two things", "做两件事");
        return kit;
    }

    public void AddExercise(string id, string className, string english, string chinese)
    {
        Write($"exercises/{id}/exercise.json", $$"""
            {
              "id": "{{id}}",
              "title": { "en": "{{english}}", "zh": "{{chinese}}" },
              "class": "{{className}}",
              "entries": ["void Run(string[] names)", "(int Parent, int Child) Count(int value)"],
              "files": ["{{className}}.cs"],
              "given": ["Program.cs"],
              "hints": { "en": ["Why?", "How?", "So."], "zh": ["为什么？", "怎么做？", "这样。"] },
              "allow": [],
              "limits": {}
            }
            """);
        Write($"exercises/{id}/{id}.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <RestoreLockedMode>false</RestoreLockedMode>
              </PropertyGroup>
            </Project>
            """);
        Write($"exercises/{id}/{className}.cs", $$"""
            using System.Text;

            namespace Course;

            public static class {{className}}
            {
                public static void Run(string[] names) => throw new NotImplementedException();
            }
            """);
        Write($"exercises/{id}/Program.cs", """
            Console.WriteLine("up");
            if (args.Length == 0 && Environment.GetEnvironmentVariable("SMALL_KIT_WAITS") == "1")
                Thread.Sleep(Timeout.Infinite);
            return 7;
            """);
    }

    public void Write(string name, string text) => folder.Write(name, text);

    public void Dispose() => folder.Dispose();
}
