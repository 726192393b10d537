using OpenData.Schemas;

namespace OpenData.Store.Registry;

/// <summary>A text as a column of the registry keeps it: without NUL, which the texts of PostgreSQL have not, so that a catalog reads the same on every engine.</summary>
internal static class StoredText
{
    public static string? Of(string? text) => text?.Replace('\0', '\uFFFD');

    public static LocalText Of(LocalText text) => new(Of(text.Th), Of(text.En));
}
