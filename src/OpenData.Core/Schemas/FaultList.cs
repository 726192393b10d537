using Newtonsoft.Json.Linq;

namespace OpenData.Schemas;

/// <summary>Collects the faults of one document, each with its line.</summary>
internal sealed class FaultList(Func<string, int> lineOf)
{
    private readonly List<DocumentError> faults = [];
    private int untold;

    /// <summary>True where no more faults are told; they are still counted.</summary>
    public bool IsFull => faults.Count >= DocumentLimits.MaxFaults;

    /// <param name="code">The stable code.</param>
    /// <param name="pointer">The faulty or missing value.</param>
    /// <param name="message">What is wrong.</param>
    /// <param name="fix">How to mend it.</param>
    /// <param name="near">What stands on the line to look at, where that is another value.</param>
    public void Add(string code, string pointer, LocalText message, LocalText fix, string? near = null)
    {
        if (IsFull)
        {
            Skip(1);
            return;
        }

        faults.Add(new DocumentError(code, pointer, lineOf(near ?? pointer), message, fix));
    }

    /// <summary>Counts faults that are not told.</summary>
    public void Skip(int count) => untold += count;

    /// <summary>True where something is wrong at exactly this place already.</summary>
    public bool Has(string pointer) => faults.Exists(f => f.Pointer == pointer);

    /// <summary>Takes back what was said of a place, because something better will be said of it.</summary>
    public void Withdraw(string pointer, string code) => faults.RemoveAll(f => f.Pointer == pointer && f.Code == code);

    /// <summary>The faults in document order.</summary>
    public IReadOnlyList<DocumentError> InOrder()
    {
        var inOrder = faults.OrderBy(f => f.Line).ToList();
        if (untold > 0)
        {
            inOrder.Add(JsonFaults.TooMany(untold, inOrder[^1].Line));
        }

        return inOrder;
    }

    /// <summary>The member of an object as text, or null where it is absent or no text.</summary>
    public static string? Text(JToken parent, string name) =>
        (parent as JObject)?[name] is JValue { Type: JTokenType.String } value ? (string?)value : null;
}
