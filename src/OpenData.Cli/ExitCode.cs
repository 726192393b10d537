namespace OpenData.Cli;

/// <summary>What the executable answers to whoever started it.</summary>
internal static class ExitCode
{
    /// <summary>Done, and everything complies.</summary>
    public const int Complies = 0;

    /// <summary>Done, and at least one file does not comply.</summary>
    public const int DoesNotComply = 1;

    /// <summary>Could not run: arguments, a missing file, no permission, a full disk.</summary>
    public const int CouldNotRun = 2;

    /// <summary>Stopped by Ctrl-C: 128 + SIGINT, as shells expect.</summary>
    public const int Interrupted = 130;

    /// <summary>The code for a verdict.</summary>
    public static int Of(bool complies) => complies ? Complies : DoesNotComply;

    /// <summary>The code of two parts of one run: what could not run outweighs what does not comply.</summary>
    public static int Worse(int one, int other) => Math.Max(one, other);
}
