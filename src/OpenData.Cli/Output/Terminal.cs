using System.Text;
using OpenData.Schemas;
using Spectre.Console;

namespace OpenData.Cli.Output;

/// <summary>Where a run writes: results on standard output, everything else on standard error, in one language.</summary>
internal sealed class Terminal : IDisposable
{
    private Terminal(Language language, Stream bytes, IAnsiConsole results, IAnsiConsole notes, bool showsProgress)
    {
        Language = language;
        Bytes = bytes;
        Results = results;
        Notes = notes;
        ShowsProgress = showsProgress;
    }

    /// <summary>The language that people are spoken to in.</summary>
    public Language Language { get; }

    /// <summary>Standard output for programs: bytes, as they are.</summary>
    public Stream Bytes { get; }

    /// <summary>Standard output for people.</summary>
    public IAnsiConsole Results { get; }

    /// <summary>Standard error: notes, errors and progress.</summary>
    public IAnsiConsole Notes { get; }

    /// <summary>True where somebody watches standard error.</summary>
    public bool ShowsProgress { get; }

    /// <summary>Opens both outputs in the language that <c>--lang</c> or the locale asks for.</summary>
    public static Terminal Open(IReadOnlyList<string> args)
    {
        // Thai letters and ticks must leave as UTF-8 whatever the locale says, and without a byte order mark.
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return new Terminal(
            Locale.Choose(args, Environment.GetEnvironmentVariable),
            Console.OpenStandardOutput(),
            ConsoleOn(Console.Out, Console.IsOutputRedirected),
            ConsoleOn(Console.Error, Console.IsErrorRedirected),
            !Console.IsErrorRedirected);
    }

    /// <summary>One of two texts, by language.</summary>
    public string Say(string thai, string english) => Language == Language.Thai ? thai : english;

    /// <summary>Writes a line to standard output, as it is: never folded, whatever the width.</summary>
    public void Line(string text) => Results.Profile.Out.Writer.WriteLine(text);

    /// <summary>Writes a line to standard error, as it is: never folded, whatever the width.</summary>
    public void Note(string text) => Notes.Profile.Out.Writer.WriteLine(text);

    /// <summary>Writes why something could not be done: one line on standard error.</summary>
    public void Fail(string text)
    {
        Notes.Markup("[red]opendata:[/] ");
        Note(text.ReplaceLineEndings(" "));
    }

    /// <summary>A console that writes plain text, of one width, to a file or a pipe.</summary>
    public static IAnsiConsole Plain(TextWriter writer) => ConsoleOn(writer, redirected: true);

    /// <inheritdoc/>
    public void Dispose() => Bytes.Dispose();

    private static IAnsiConsole ConsoleOn(TextWriter writer, bool redirected)
    {
        var plain = redirected || Environment.GetEnvironmentVariable("TERM") == "dumb";
        var colourless = plain || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = plain ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = colourless ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            // Not asked anything, but drawn upon: only an interactive console gets a bar that moves.
            Interactive = plain ? InteractionSupport.No : InteractionSupport.Yes,
            Out = new AnsiConsoleOutput(writer),
        });
        if (redirected)
        {
            // The same text whatever the width of the window that happened to start us.
            console.Profile.Width = CliDefaults.PipeWidth;
            console.Profile.Capabilities.Unicode = true;
        }

        return console;
    }
}
