using System.Globalization;
using OpenData.Registry;
using OpenData.Registry.Review;
using OpenData.Schemas;
using OpenData.Server.Rest.Problems;
using OpenData.Server.Web.Forms;

namespace OpenData.Server.Web;

/// <summary>A page with a long form: what was typed stays, each fault stands beside its input, and so does what somebody else has saved in between.</summary>
public abstract class SheetPage : WorkPage
{
    private static readonly ILookup<string, ProblemError> None = Array.Empty<ProblemError>().ToLookup(_ => "", StringComparer.Ordinal);

    /// <summary>What the inputs hold.</summary>
    internal FormInputs Inputs { get; private protected set; } = new();

    /// <summary>The faults, by the input they stand beside; those of no input by the empty name.</summary>
    internal ILookup<string, ProblemError> Faults { get; private protected set; } = None;

    /// <summary>What was saved in between, by the input where it clashes.</summary>
    internal IReadOnlyDictionary<string, string> Theirs { get; private protected set; } = new Dictionary<string, string>();

    /// <summary>The step by which somebody else has saved, or null.</summary>
    internal ReviewStep? TheirStep { get; private protected set; }

    /// <summary>What the last review said of the inputs, by their names.</summary>
    internal ILookup<string, (string Who, string Text)> Comments { get; private protected set; } = Array.Empty<(string, string)>().ToLookup(_ => "");

    /// <summary>The document as the page was made from it, so that the next time it is known what was changed.</summary>
    internal string Seen { get; private protected set; } = "";

    internal int Revision { get; private protected set; }

    /// <summary>The sentence above the form where something keeps it from being saved.</summary>
    internal LocalText? Above => TheirStep is { } step
        ? Filled(FormTexts.ChangedBy, step.ActorName, step.Time.ToOffset(TimeSpan.FromHours(7)).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture))
        : Refusal is { Errors.Count: > 0 } refusal ? Filled(FormTexts.FaultsFound, refusal.Errors.Count) : Refusal?.Detail;

    /// <summary>A text with what belongs in its places.</summary>
    internal static LocalText Filled(LocalText text, params object[] values) =>
        new(string.Format(CultureInfo.InvariantCulture, text.Th!, values), string.Format(CultureInfo.InvariantCulture, text.En!, values));

    /// <summary>The id of an input, by its name.</summary>
    internal static string Id(string name) => "in-" + name.Replace('.', '-');

    /// <summary>Refuses, with the faults beside their inputs.</summary>
    private protected void Refuse(Problem refusal, Func<string, string> inputOf)
    {
        Refusal = refusal;
        Response.StatusCode = refusal.Kind.Status;
        Faults = refusal.Errors.ToLookup(e => inputOf(e.Pointer ?? ""), StringComparer.Ordinal);
    }

    /// <summary>The comments of the return that is still to be answered, by the names of inputs; none in other states.</summary>
    private protected static ILookup<string, (string Who, string Text)> CommentsOf(Dataset dataset, IReadOnlyList<ReviewStep> steps, Func<ReviewComment, string?> inputOf)
    {
        var last = dataset.WorkState == DatasetState.Returned ? steps.LastOrDefault(s => s.Action == Registry.Access.DatasetAction.Return) : null;
        return (last?.Comments ?? []).Where(c => inputOf(c) is not null).ToLookup(c => inputOf(c)!, c => (last!.ActorName, c.Text), StringComparer.Ordinal);
    }
}
