using OpenData.Cli.Output;
using OpenData.Intake;

namespace OpenData.Cli;

/// <summary>A file that was named on the command line, or standard input.</summary>
/// <param name="Name">What it is called in reports and tables.</param>
/// <param name="Path">Where it is; null for standard input.</param>
internal sealed record InputFile(string Name, string? Path)
{
    private const string StandardInput = "-";

    /// <summary>What an argument names: one file, standard input, or the tables of a folder and its folders, in order of name.</summary>
    public static IEnumerable<InputFile> Find(string argument, Terminal terminal)
    {
        if (argument == StandardInput)
        {
            return [new InputFile("stdin", null)];
        }

        if (!Directory.Exists(argument))
        {
            return [new InputFile(argument, argument)];
        }

        var tables = Directory.EnumerateFiles(argument, "*", SearchOption.AllDirectories)
            .Where(path => CliDefaults.TableExtensions.Contains(System.IO.Path.GetExtension(path), StringComparer.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal)
            .Select(path => new InputFile(path, path))
            .ToList();
        return tables.Count > 0
            ? tables
            : throw new RefusalException(terminal.Say(
                $"ไม่มีไฟล์ตารางในโฟลเดอร์ {argument} (มองหา {string.Join(" ", CliDefaults.TableExtensions)})",
                $"no table in the folder {argument} (looked for {string.Join(" ", CliDefaults.TableExtensions)})"));
    }

    /// <summary>The one file that an argument names; a folder is refused.</summary>
    public static InputFile Single(string argument, Terminal terminal) => Directory.Exists(argument)
        ? throw new RefusalException(terminal.Say($"{argument} เป็นโฟลเดอร์ ต้องระบุไฟล์", $"{argument} is a folder; name a file"))
        : argument == StandardInput ? new InputFile("stdin", null) : new InputFile(argument, argument);

    /// <summary>Looks at the file's bytes; standard input is first written to a folder that goes when the result is disposed.</summary>
    public async Task<ReceivedFile> ReceiveAsync(CancellationToken cancellation)
    {
        if (Path is not null)
        {
            // A missing file is told here, in the words of the one who named it, before anything is opened.
            return File.Exists(Path)
                ? new ReceivedFile(await Task.Run(() => Receiver.Inspect(Path, cancellation: cancellation), cancellation), null)
                : throw new FileNotFoundException(null, Path);
        }

        var folder = Directory.CreateTempSubdirectory("opendata-");
        try
        {
            await using var input = Console.OpenStandardInput();

            // A read of standard input cannot be called off: Ctrl-C leaves it behind instead of waiting for it.
            var upload = await Task.Run(() => Receiver.ReceiveAsync(input, Name, folder.FullName, cancellation), cancellation).WaitAsync(cancellation);
            return new ReceivedFile(upload, folder);
        }
        catch
        {
            folder.Delete(recursive: true);
            throw;
        }
    }
}

/// <summary>A file ready to be checked, with the temporary folder it lies in, if any.</summary>
internal sealed class ReceivedFile(Upload upload, DirectoryInfo? temporary) : IDisposable
{
    public Upload Upload { get; } = upload;

    public void Dispose() => temporary?.Delete(recursive: true);
}
