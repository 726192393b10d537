using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using OpenData.Intake;
using OpenData.Registry;
using OpenData.Rules;
using OpenData.Schemas;
using OpenData.Store;

namespace OpenData.Publishing;

/// <summary>Notes what a check rests on, and makes it again from the note.</summary>
internal static class CheckBasis
{
    public static ReleaseBasis Of(CheckOptions options, DatasetForm form, StoredReferenceKeys references) => new()
    {
        Today = options.Today,
        Keep = options.Keep,
        Uniqueness = options.Uniqueness,
        TypeThreshold = options.TypeThreshold,
        DistinctLimit = options.DistinctLimit,
        Form = form.Json.ToString(Formatting.None),
        References = references.Releases,
    };

    /// <summary>The basis of a release that noted none: the form and the references as they are now, the day of the release.</summary>
    public static async Task<ReleaseBasis> GuessAsync(IDataStore store, DatasetForm form, Release release, CancellationToken cancellation) =>
        Of(new CheckOptions { Today = DayOf(release.Published) }, form, await StoredReferenceKeys.LoadAsync(store, release.Dictionary, cancellation));

    /// <summary>Checks the original of a release once more, as it was checked then.</summary>
    public static async Task<Inspection> InspectAsync(IDataStore store, Upload original, Release release, string resource, ReleaseBasis basis, CancellationToken cancellation)
    {
        var references = await StoredReferenceKeys.LoadAsync(store, release.Dictionary, basis.References, cancellation);
        using var reader = new JsonTextReader(new StringReader(basis.Form)) { DateParseHandling = DateParseHandling.None };
        var submission = new Submission(original, release.Dictionary, references, new DatasetForm(JObject.Load(reader))) { ResourceKey = resource };
        return Inspector.Inspect(submission, OptionsOf(basis), progress: null, cancellation);
    }

    /// <summary>The day in Thailand, where the cycles of updates are counted; it has no summer time.</summary>
    public static DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(moment.ToOffset(TimeSpan.FromHours(7)).Date);

    private static CheckOptions OptionsOf(ReleaseBasis basis) => new()
    {
        Today = basis.Today,
        Keep = basis.Keep,
        Uniqueness = basis.Uniqueness,
        TypeThreshold = basis.TypeThreshold,
        DistinctLimit = basis.DistinctLimit,
        Threads = Environment.ProcessorCount,
    };
}
