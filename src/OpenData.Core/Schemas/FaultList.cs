using Newtonsoft.Json.Linq;

namespace OpenData.Schemas;

/// <summary>Collects the faults of one document, each with its line.</summary>
internal sealed class FaultList(Func<string, int> lineOf)
{
    private readonly List<DocumentError> faults = [];

    public void Add(string code, string pointer, LocalText message, LocalText fix) =>
        faults.Add(new DocumentError(code, pointer, lineOf(pointer), message, fix));

    /// <summary>True where something is wrong at exactly this place already.</summary>
    public bool Has(string pointer) => faults.Exists(f => f.Pointer == pointer);

    /// <summary>Takes back what was said of a place, because something better will be said of it.</summary>
    public void Withdraw(string pointer, string code) => faults.RemoveAll(f => f.Pointer == pointer && f.Code == code);

    /// <summary>The faults in document order.</summary>
    public IReadOnlyList<DocumentError> InOrder() => [.. faults.OrderBy(f => f.Line)];

    /// <summary>The member of an object as text, or null where it is absent or no text.</summary>
    public static string? Text(JToken parent, string name) =>
        (parent as JObject)?[name] is JValue { Type: JTokenType.String } value ? (string?)value : null;
}
