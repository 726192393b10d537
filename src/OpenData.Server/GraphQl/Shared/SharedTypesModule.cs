using OpenData.GraphQL.Types;

namespace OpenData.Server.GraphQl.Shared;

/// <summary>The types that the catalog and all resources share: scalars, the page of a connection, directions and filters.</summary>
internal sealed class SharedTypesModule : ISchemaModule
{
    /// <summary>The module's key in every schema.</summary>
    public const string SharedKey = "shared";

    private static readonly Dictionary<string, Func<NamedType>> Builders = new(StringComparer.Ordinal)
    {
        ["Date"] = () => CalendarScalars.Date,
        ["DateTime"] = () => CalendarScalars.DateTime,
        ["Time"] = () => CalendarScalars.Time,
        ["Year"] = () => NumberScalars.Year,
        ["Long"] = () => NumberScalars.Long,
        ["Decimal"] = () => NumberScalars.Decimal,
        ["UUID"] = () => NumberScalars.Uuid,
        ["PageInfo"] = PageInfoType.Build,
        ["SortEnumType"] = SortDirections.Build,
        ["BooleanOperationFilterInput"] = () => OperationFilters.Equality("Boolean"),
        ["UuidOperationFilterInput"] = () => OperationFilters.Equality("UUID"),
        ["StringOperationFilterInput"] = OperationFilters.Text,
        ["IntOperationFilterInput"] = () => OperationFilters.Comparable("Int"),
        ["LongOperationFilterInput"] = () => OperationFilters.Comparable("Long"),
        ["FloatOperationFilterInput"] = () => OperationFilters.Comparable("Float"),
        ["DecimalOperationFilterInput"] = () => OperationFilters.Comparable("Decimal"),
        ["DateOperationFilterInput"] = () => OperationFilters.Comparable("Date"),
        ["DateTimeOperationFilterInput"] = () => OperationFilters.Comparable("DateTime"),
        ["TimeOperationFilterInput"] = () => OperationFilters.Comparable("Time"),
        ["YearOperationFilterInput"] = () => OperationFilters.Comparable("Year"),
    };

    /// <inheritdoc/>
    public string Key => SharedKey;

    /// <inheritdoc/>
    public IReadOnlyCollection<string> TypeNames => Builders.Keys;

    /// <inheritdoc/>
    public NamedType BuildType(string name) => Builders[name]();
}
