namespace OpenData.Server.Web.Forms;

/// <summary>Brings two people's changes of one form together.</summary>
/// <param name="Inputs">What the inputs hold now: what I changed as I typed it, the rest as it was saved in between.</param>
/// <param name="Theirs">By the name of the input, what was saved in between where both have changed it.</param>
internal sealed record FormMerge(FormInputs Inputs, IReadOnlyDictionary<string, string> Theirs)
{
    /// <param name="mine">What I have sent.</param>
    /// <param name="seen">What the page showed me.</param>
    /// <param name="saved">What is saved now.</param>
    public static FormMerge Of(FormInputs mine, FormInputs seen, FormInputs saved)
    {
        var merged = new FormInputs();
        var theirs = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in mine.Names.Concat(saved.Names).Distinct(StringComparer.Ordinal))
        {
            var isMine = !mine.IsSame(name, seen);
            merged.Set(name, isMine ? mine.All(name) : saved.All(name));
            if (isMine && !saved.IsSame(name, seen) && !saved.IsSame(name, mine))
            {
                theirs[name] = string.Join(", ", saved.All(name));
            }
        }

        return new FormMerge(merged, theirs);
    }
}
