using OpenData.GraphQL.Language;
using OpenData.GraphQL.Types;

namespace OpenData.Server.GraphQl.Catalog;

/// <summary>The catalog as a part of the schema: datasets, organizations, resources, releases, reports, rules, indicators with their scores, and registration.</summary>
internal sealed class CatalogModule : ISchemaModule
{
    private static readonly Dictionary<string, Func<NamedType>> Types = new(StringComparer.Ordinal)
    {
        ["Dataset"] = DatasetTypes.Dataset,
        ["DatasetState"] = DatasetTypes.State,
        ["DatasetConnection"] = DatasetConnectionTypes.Connection,
        ["DatasetEdge"] = DatasetConnectionTypes.Edge,
        ["DatasetFilter"] = DatasetConnectionTypes.Filter,
        ["DatasetSort"] = DatasetConnectionTypes.Sort,
        ["DatasetFacets"] = DatasetConnectionTypes.Facets,
        ["Facet"] = DatasetConnectionTypes.Facet,
        ["Feedback"] = FeedbackTypes.Feedback,
        ["Organization"] = OrganizationTypes.Organization,
        ["Resource"] = ResourceTypes.Resource,
        ["Release"] = ResourceTypes.Release,
        ["FindingCounts"] = ResourceTypes.Counts,
        ["DataDictionary"] = DictionaryTypes.Dictionary,
        ["Column"] = DictionaryTypes.Column,
        ["ColumnType"] = DictionaryTypes.Type,
        ["CodeValue"] = DictionaryTypes.Code,
        ["Reference"] = DictionaryTypes.Reference,
        ["Report"] = ReportTypes.Report,
        ["ReportFile"] = ReportTypes.File,
        ["ReportClause"] = ReportTypes.Clause,
        ["ReportSummary"] = ReportTypes.Summary,
        ["ReportColumn"] = ReportTypes.Column,
        ["Finding"] = FindingTypes.Finding,
        ["FindingFact"] = FindingTypes.Fact,
        ["FindingConnection"] = FindingTypes.Connection,
        ["FindingEdge"] = FindingTypes.Edge,
        ["Severity"] = RuleTypes.Severity,
        ["Clause"] = RuleTypes.Clause,
        ["Rule"] = RuleTypes.Rule,
        ["Indicator"] = IndicatorTypes.Indicator,
        ["IndicatorScore"] = IndicatorTypes.Score,
        ["LevelScore"] = IndicatorTypes.Level,
        ["PartScore"] = IndicatorTypes.Part,
        ["LocalText"] = TextTypes.LocalText,
        ["Term"] = TextTypes.Term,
        ["LocalTextInput"] = FormInputs.LocalText,
        ["OrganizationInput"] = FormInputs.Organization,
        ["DatasetInput"] = FormInputs.Dataset,
        ["ResourceInput"] = FormInputs.Resource,
        ["DictionaryInput"] = FormInputs.Dictionary,
        ["ColumnInput"] = FormInputs.Column,
        ["CodeValueInput"] = FormInputs.Code,
        ["ReferenceInput"] = FormInputs.Reference,
        ["ReviewCommentInput"] = ReviewFields.Comment,
        ["RecordedException"] = ResourceTypes.Exception,
    };

    private static readonly Dictionary<string, Func<FieldDefinition>> Queries = new(StringComparer.Ordinal)
    {
        ["datasets"] = DatasetFields.Datasets,
        ["dataset"] = DatasetFields.Dataset,
        ["organizations"] = OrganizationTypes.OrganizationsField,
        ["organization"] = OrganizationTypes.OrganizationField,
        ["report"] = ReportTypes.ReportField,
        ["rules"] = RuleTypes.RulesField,
        ["rule"] = RuleTypes.RuleField,
        ["indicators"] = IndicatorTypes.IndicatorsField,
        ["scores"] = IndicatorTypes.ScoresField,
    };

    private static readonly Dictionary<string, Func<FieldDefinition>> Mutations = new(StringComparer.Ordinal)
    {
        ["createDataset"] = RegistrationFields.CreateDataset,
        ["updateDataset"] = RegistrationFields.UpdateDataset,
        ["setDictionary"] = RegistrationFields.SetDictionary,
        ["submit"] = ReviewFields.Submit,
        ["approve"] = ReviewFields.Approve,
        ["return"] = ReviewFields.Return,
        ["publish"] = ReviewFields.Publish,
        ["withdraw"] = ReviewFields.Withdraw,
    };

    /// <inheritdoc/>
    public string Key => "catalog";

    /// <inheritdoc/>
    public IReadOnlyCollection<string> TypeNames => Types.Keys;

    /// <inheritdoc/>
    public NamedType BuildType(string name) => Types[name]();

    /// <inheritdoc/>
    public IReadOnlyCollection<string> RootFieldNames(OperationType operation) => FieldsOf(operation).Keys;

    /// <inheritdoc/>
    public FieldDefinition BuildRootField(OperationType operation, string name) => FieldsOf(operation)[name]();

    private static Dictionary<string, Func<FieldDefinition>> FieldsOf(OperationType operation) => operation switch
    {
        OperationType.Query => Queries,
        OperationType.Mutation => Mutations,
        _ => [],
    };
}
