namespace OpenData.Server.Web.Forms;

/// <summary>What the inputs of a page hold, by their names, as they were sent or are to be shown: nothing that was typed is lost on the way.</summary>
internal sealed class FormInputs
{
    private readonly Dictionary<string, IReadOnlyList<string>> values = new(StringComparer.Ordinal);

    /// <summary>What somebody has sent; lines end with LF, whatever the browser wrote.</summary>
    public static FormInputs Of(IFormCollection sent)
    {
        var inputs = new FormInputs();
        foreach (var (name, texts) in sent)
        {
            inputs.Set(name, [.. texts.Select(t => Plain(t ?? ""))]);
        }

        return inputs;
    }

    /// <summary>The text of an input; empty where there is none.</summary>
    public string this[string name] => values.TryGetValue(name, out var texts) && texts.Count > 0 ? texts[0] : "";

    /// <summary>The names that hold something.</summary>
    public IEnumerable<string> Names => values.Keys;

    /// <summary>Every value of a name: those of boxes that are ticked.</summary>
    public IReadOnlyList<string> All(string name) => values.GetValueOrDefault(name) ?? [];

    public bool Has(string name, string value) => All(name).Contains(value);

    public void Set(string name, params IReadOnlyList<string> texts)
    {
        IReadOnlyList<string> kept = [.. texts.Where(t => t.Length > 0)];
        if (kept.Count == 0)
        {
            values.Remove(name);
        }
        else
        {
            values[name] = kept;
        }
    }

    /// <summary>True where both hold the same under a name.</summary>
    public bool IsSame(string name, FormInputs other) => All(name).SequenceEqual(other.All(name), StringComparer.Ordinal);

    private static string Plain(string text) => text.ReplaceLineEndings("\n").Replace("\0", "", StringComparison.Ordinal).Trim();
}
