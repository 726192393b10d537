using System.Text.Json;
using OpenData.GraphQL.Language;

namespace OpenData.Server.GraphQl.Shared;

/// <summary>Values that a client sent, as messages repeat them: cut where they are long.</summary>
internal static class Shown
{
    public static string Json(JsonElement value) => Cut(value.GetRawText());

    public static string Literal(ValueNode value) => Cut(Printer.Print(value));

    public static string Cut(string text) => text.Length <= ServerLimits.ShownValue ? text : text[..ServerLimits.ShownValue] + "…";
}
