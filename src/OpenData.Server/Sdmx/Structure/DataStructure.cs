using System.Globalization;
using OpenData.Schemas;

namespace OpenData.Server.Sdmx.Structure;

/// <summary>The data structure definition of a statistical table, made of the roles in its dictionary.</summary>
public sealed record DataStructure
{
    /// <summary>The agency: the organization that owns the dataset.</summary>
    public required string Agency { get; init; }

    /// <summary>The id of structure and dataflow: the dataset's name, and the resource's key behind a <c>$</c> where it has several.</summary>
    public required string Id { get; init; }

    /// <summary>The version: the release's number, such as <c>3.0.0</c>.</summary>
    public required string Version { get; init; }

    public required LocalText Name { get; init; }

    /// <summary>Dimensions in the order of the table, time last, then measures, then attributes.</summary>
    public required IReadOnlyList<Component> Components { get; init; }

    public IEnumerable<Component> Dimensions => Components.Where(c => c.IsDimension);
    public IEnumerable<Component> Measures => Components.Where(c => c.Kind == ComponentKind.Measure);
    public IEnumerable<Component> Attributes => Components.Where(c => c.Kind == ComponentKind.Attribute);
    public Component? Time => Components.FirstOrDefault(c => c.Kind == ComponentKind.Time);

    /// <summary>The reference to the dataflow in messages.</summary>
    public string Reference => $"{Agency}:{Id}({Version})";

    /// <summary>The component of an id, or null.</summary>
    public Component? Find(string id) => Components.FirstOrDefault(c => c.Id == id);

    /// <summary>
    /// The structure of a table; null where it has none: a measure must be there, and the dictionary's key must lie within the dimensions, so that a
    /// key names one observation. A column without a role is an attribute.
    /// </summary>
    public static DataStructure? Of(DataDictionary dictionary, string organization, string id, int version, LocalText name)
    {
        ArgumentNullException.ThrowIfNull(dictionary);
        var time = dictionary.Columns.FirstOrDefault(c => c.Role == ColumnRole.Time && IsPeriod(c.Type));
        var dimensions = dictionary.Columns.Where(c => c.Role is ColumnRole.Dimension or ColumnRole.Time && c != time).ToList();
        var measures = dictionary.Columns.Where(c => c.Role == ColumnRole.Measure).ToList();
        var named = dimensions.Append(time).OfType<DictionaryColumn>().Select(c => c.Name).ToHashSet(StringComparer.Ordinal);
        if (measures.Count == 0 || named.Count == 0 || dictionary.Key.Count == 0 || !dictionary.Key.All(named.Contains))
        {
            return null;
        }

        var taken = new HashSet<string>(StringComparer.Ordinal) { SdmxIds.Time };
        var single = measures.Count == 1;
        return new DataStructure
        {
            Agency = SdmxIds.Agency(organization),
            Id = id,
            Version = string.Create(CultureInfo.InvariantCulture, $"{version}.0.0"),
            Name = name,
            Components =
            [
                .. dimensions.Select(c => Make(dictionary, c, ComponentKind.Dimension, SdmxIds.Component(c.Name, taken))),
                .. time is null ? Array.Empty<Component>() : [Make(dictionary, time, ComponentKind.Time, SdmxIds.Time) with { Codes = [] }],
                .. measures.Select(c => Make(dictionary, c, ComponentKind.Measure, single ? SdmxIds.Component(SdmxIds.SingleMeasure, taken) : SdmxIds.Component(c.Name, taken))),
                .. dictionary.Columns.Where(c => c.Role is ColumnRole.Attribute or ColumnRole.None).Select(c => Make(dictionary, c, ComponentKind.Attribute, SdmxIds.Component(c.Name, taken))),
            ],
        };
    }

    private static bool IsPeriod(ColumnType type) => type is ColumnType.Year or ColumnType.Date or ColumnType.DateTime;

    private static Component Make(DataDictionary dictionary, DictionaryColumn column, ComponentKind kind, string id)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        return new Component
        {
            Id = id,
            Kind = kind,
            Column = dictionary.IndexOf(column.Name),
            Definition = column,
            Codes = [.. column.Codes.Select((c, i) => new SdmxCode(SdmxIds.Code(c.Code, i + 1, taken), c.Code, c.Label.IsEmpty ? new LocalText(c.Code, c.Code) : c.Label))],
        };
    }
}
