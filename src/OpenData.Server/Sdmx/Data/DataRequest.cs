using System.Globalization;
using System.Text.RegularExpressions;
using OpenData.Schemas;
using OpenData.Server.Sdmx.Structure;
using OpenData.Store;

namespace OpenData.Server.Sdmx.Data;

/// <summary>What a data query asks: key, component filters, which components, how many, in what order and how grouped.</summary>
internal sealed partial record DataRequest
{
    /// <summary>Observations that stand on their own, without series.</summary>
    public const string AllDimensions = "AllDimensions";

    private static readonly string[] Known = ["c[COMPONENT]", "dimensionAtObservation", "attributes", "measures", "offset", "limit"];
    private static readonly string[] NotServed = ["updatedAfter", "firstNObservations", "lastNObservations", "includeHistory", "sort", "asOf", "reportingYearStartDay"];

    public Filter? Where { get; init; }

    /// <summary>The components to write: dimensions always, measures and attributes as asked.</summary>
    public required IReadOnlyList<Component> Components { get; init; }

    /// <summary>True where observations are grouped into time series.</summary>
    public bool Series { get; init; }

    public long Offset { get; init; }
    public long? Limit { get; init; }

    /// <summary>The query of a request, or what is wrong with it.</summary>
    public static (DataRequest? Request, SdmxError? Error) Read(HttpRequest request, DataStructure structure, string? key)
    {
        var conditions = new List<Filter>();
        if (Key(structure, key, conditions) is { } keyFault)
        {
            return (null, keyFault);
        }

        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in (request.QueryString.Value ?? "").TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            var name = Uri.UnescapeDataString(equals < 0 ? pair : pair[..equals]);
            var raw = equals < 0 ? "" : pair[(equals + 1)..];
            var fault = Filtered().Match(name) is { Success: true } component ? Component(structure, component.Groups[1].Value, raw, conditions) : Parameter(name);
            if (fault is not null)
            {
                return (null, fault);
            }

            given[name] = Uri.UnescapeDataString(raw);
        }

        return Rest(structure, given, conditions);
    }

    private static (DataRequest? Request, SdmxError? Error) Rest(DataStructure structure, Dictionary<string, string> given, List<Filter> conditions)
    {
        var (components, wrong) = Chosen(structure, given);
        if (wrong is not null)
        {
            return (null, SdmxError.Syntax(SdmxTexts.UnknownComponent(wrong, structure)));
        }

        foreach (var name in (string[])["offset", "limit"])
        {
            if (given.TryGetValue(name, out var text) && !long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            {
                return (null, SdmxError.Syntax(SdmxTexts.Invalid(name, text, SdmxTexts.Number)));
            }
        }

        var at = given.GetValueOrDefault("dimensionAtObservation", structure.Time is null ? AllDimensions : SdmxIds.Time);
        if (at != AllDimensions && (at != SdmxIds.Time || structure.Time is null))
        {
            return (null, structure.Find(at) is { IsDimension: true }
                ? SdmxError.NotImplemented(SdmxTexts.NotServed("dimensionAtObservation=" + at))
                : SdmxError.Syntax(SdmxTexts.UnknownComponent(at, structure)));
        }

        return (new DataRequest
        {
            Where = conditions.Count switch { 0 => null, 1 => conditions[0], _ => new Filter.And(conditions) },
            Components = components!,
            Series = at == SdmxIds.Time,
            Offset = Math.Min(Number(given, "offset") ?? 0, ServerLimits.MostOffset),
            Limit = Number(given, "limit"),
        }, null);
    }

    private static long? Number(Dictionary<string, string> given, string name) => given.TryGetValue(name, out var text) ? long.Parse(text, CultureInfo.InvariantCulture) : null;

    /// <summary>Several keys stand with commas between them; a star or nothing is any value.</summary>
    private static SdmxError? Key(DataStructure structure, string? key, List<Filter> conditions)
    {
        if (key is null or "" or "*" or "all")
        {
            return null;
        }

        var dimensions = structure.Dimensions.ToList();
        var any = new List<Filter>();
        foreach (var one in key.Split(','))
        {
            var values = one.Split('.');
            if (values.Length > dimensions.Count)
            {
                return SdmxError.Syntax(SdmxTexts.KeyTooLong(one, structure));
            }

            var all = new List<Filter>();
            for (var i = 0; i < values.Length; i++)
            {
                if (values[i] is "" or "*")
                {
                    continue;
                }

                var (filter, fault) = ComponentFilter.OfKey(dimensions[i], values[i]);
                if (fault is not null)
                {
                    return SdmxError.Syntax(fault);
                }

                all.Add(filter!);
            }

            any.Add(new Filter.And(all));
        }

        conditions.Add(any.Count == 1 ? any[0] : new Filter.Or(any));
        return null;
    }

    private static SdmxError? Component(DataStructure structure, string id, string raw, List<Filter> conditions)
    {
        if (structure.Find(id) is not { } component)
        {
            return SdmxError.Syntax(SdmxTexts.UnknownComponent(id, structure));
        }

        var (filter, fault) = ComponentFilter.Read(component, raw);
        if (fault is not null)
        {
            return SdmxError.Syntax(fault);
        }

        conditions.Add(filter!);
        return null;
    }

    private static SdmxError? Parameter(string name) =>
        NotServed.Contains(name) ? SdmxError.NotImplemented(SdmxTexts.NotServed(name))
        : name is "lang" || Known.Contains(name) ? null
        : SdmxError.Syntax(SdmxTexts.UnknownParameter(name, Known));

    /// <summary>The components asked for, or the id of one that there is not.</summary>
    private static (IReadOnlyList<Component>? Components, string? Wrong) Chosen(DataStructure structure, Dictionary<string, string> given)
    {
        var measures = Words(given, "measures", "all");
        var attributes = Words(given, "attributes", "dsd");
        var wrong = measures.Where(m => m is not ("all" or "none") && structure.Measures.All(c => c.Id != m))
            .Concat(attributes.Where(a => a is not ("all" or "none" or "dsd" or "msd" or "dataset" or "series" or "obs") && structure.Attributes.All(c => c.Id != a))).FirstOrDefault();
        if (wrong is not null)
        {
            return (null, wrong);
        }

        // Attributes are attached to observations here: those of series and dataset are none.
        var allAttributes = attributes.Any(a => a is "all" or "dsd" or "obs");
        return ([.. structure.Components.Where(c => c.IsDimension
            || (c.Kind == ComponentKind.Measure ? measures.Contains("all") || measures.Contains(c.Id) : allAttributes || attributes.Contains(c.Id)))], null);
    }

    private static string[] Words(Dictionary<string, string> given, string name, string otherwise) => given.GetValueOrDefault(name, otherwise).Split(',');

    [GeneratedRegex(@"^c\[([^\]]*)\]$", RegexOptions.CultureInvariant)]
    private static partial Regex Filtered();
}
