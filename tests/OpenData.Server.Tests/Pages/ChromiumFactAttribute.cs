namespace OpenData.Server.Tests.Pages;

/// <summary>A test that needs a browser: without Chromium on the machine it is skipped, and says how to get one.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ChromiumFactAttribute : FactAttribute
{
    private static readonly string[] Known = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable"];

    public ChromiumFactAttribute()
    {
        if (Executable is null)
        {
            Skip = $"Chromium is needed: set CHROMIUM_PATH, or have one of {string.Join(", ", Known)} (eng/test installs it where it may)";
        }
    }

    /// <summary>The system's Chromium; a CHROMIUM_PATH that leads nowhere is no Chromium.</summary>
    public static string? Executable { get; } = Environment.GetEnvironmentVariable("CHROMIUM_PATH") is { Length: > 0 } named
        ? new[] { named }.FirstOrDefault(File.Exists)
        : Known.FirstOrDefault(File.Exists);
}
