using OpenData.Schemas;
using OpenData.Schemas.Exchange;

namespace OpenData.Cli.Output;

/// <summary>Prints the faults of a document the way compilers do, so that editors can jump to them.</summary>
internal static class DocumentFaults
{
    public static void Write(string file, IReadOnlyList<DocumentError> errors, Terminal terminal)
    {
        foreach (var error in errors)
        {
            var place = error.Line > 0 ? $"{file}:{error.Line}" : file;
            var pointer = error.Pointer.Length > 0 ? $" {error.Pointer}" : "";
            terminal.Note($"{place}:{pointer} {error.Message.In(terminal.Language)} [{error.Code}]");
            if (!error.Fix.IsEmpty)
            {
                terminal.Note($"    {terminal.Say("วิธีแก้", "fix")}: {error.Fix.In(terminal.Language)}");
            }
        }
    }

    /// <summary>Prints what could not be carried over from a document of another standard, by place.</summary>
    public static void WriteLosses(string file, IReadOnlyList<Loss> losses, Terminal terminal)
    {
        foreach (var loss in losses)
        {
            terminal.Note($"{file}: {loss.Pointer} {loss.Message.In(terminal.Language)}");
        }
    }
}
