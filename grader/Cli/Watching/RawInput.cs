using System.Runtime.InteropServices;

namespace ExerciseKit.Cli.Watching;

/// <summary>The terminal's input key by key, without an echo; as it was before when this is disposed.</summary>
/// <remarks>The framework's own functions for keys give the terminal its echo back between two looks, and never say that it is gone.</remarks>
internal sealed class RawInput : IDisposable
{
    private const int StandardInput = 0;
    private const int AtOnce = 0;

    /// <summary>More than any system's structure of settings takes.</summary>
    private const int SettingsBytes = 512;

    private const short CanBeRead = 1;
    private const short Gone = 8 | 16 | 32;

    private readonly byte[] before = new byte[SettingsBytes];
    private readonly bool isTerminal;

    public RawInput()
    {
        isTerminal = GetSettings(StandardInput, before) == 0;
        Begin();
    }

    /// <summary>Makes it so, again after somebody else had the terminal.</summary>
    public void Begin()
    {
        if (!isTerminal)
            return;
        var raw = (byte[])before.Clone();
        MakeRaw(raw);
        _ = SetSettings(StandardInput, AtOnce, raw);
    }

    /// <summary>Waits for what is typed.</summary>
    /// <param name="buffer">Where it goes.</param>
    /// <param name="milliseconds">How long.</param>
    /// <returns>How many bytes; 0 for none in that time; null when the terminal is gone.</returns>
    public static int? Read(byte[] buffer, int milliseconds)
    {
        var input = new Polled { Descriptor = StandardInput, Wanted = CanBeRead };
        // A signal may cut the wait short.
        if (Poll(ref input, 1, milliseconds) <= 0)
            return 0;
        if ((input.Came & CanBeRead) == 0)
            return (input.Came & Gone) == 0 ? 0 : null;
        return Read(StandardInput, buffer, (nuint)buffer.Length) is var count and > 0 ? (int)count : null;
    }

    public void Dispose()
    {
        if (isTerminal)
            _ = SetSettings(StandardInput, AtOnce, before);
    }

    [DllImport("libc", EntryPoint = "poll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Poll(ref Polled input, nuint count, int milliseconds);

    [DllImport("libc", EntryPoint = "read")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint Read(int descriptor, byte[] buffer, nuint count);

    [DllImport("libc", EntryPoint = "tcgetattr")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetSettings(int descriptor, byte[] settings);

    [DllImport("libc", EntryPoint = "tcsetattr")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetSettings(int descriptor, int when, byte[] settings);

    [DllImport("libc", EntryPoint = "cfmakeraw")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern void MakeRaw(byte[] settings);

    [StructLayout(LayoutKind.Sequential)]
    private struct Polled
    {
        public int Descriptor;
        public short Wanted;
        public short Came;
    }
}
