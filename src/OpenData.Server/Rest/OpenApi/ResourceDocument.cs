using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using OpenData.Registry;
using OpenData.Registry.Vocabularies;
using OpenData.Schemas;
using OpenData.Server.Rest.Parameters;
using OpenData.Server.Rest.RowQueries;
using OpenData.Server.Rest.Rows;

namespace OpenData.Server.Rest.OpenApi;

/// <summary>The OpenAPI document of a published resource: its columns as shapes, and every condition on them as a parameter.</summary>
internal sealed class ResourceDocument(Dataset dataset, Resource resource, Release release, Language language)
{
    private static readonly LocalText OfFormat = new("รูปแบบ", "The format.");
    private readonly bool hasPlaces = Coordinates.Of(release.Dictionary) is not null;
    private IReadOnlyList<DictionaryColumn> Columns => release.Dictionary.Columns;

    /// <summary>The document, with examples from the data.</summary>
    /// <param name="root">The address by which the world reaches the server.</param>
    /// <param name="examples">The first rows.</param>
    public OpenApiDocument Write(string root, IReadOnlyList<JsonObject> examples)
    {
        var document = ServerDocument.Empty(Title(), dataset.Form.Notes, Licence(), root, language);
        var parts = new SharedParts(document, language);
        parts.AddSchemes();
        document.Components!.SecuritySchemes!.Remove("ckanKey");
        document.Components.SecuritySchemes.Remove("session");
        document.Tags = new HashSet<OpenApiTag> { new() { Name = OperationTags.Rows.Name, Description = OperationTags.Rows.Text.In(language) } };
        AddShapes(document, examples);
        AddConditions(document, examples);
        var path = $"/api/v1/data/{dataset.Name}/{resource.Key}";
        IReadOnlyList<string> formats = [.. RowFormat.All.Where(f => hasPlaces || !f.NeedsPlace).Select(f => f.Suffix)];
        Add(document, parts, path, RowOperations.Rows with { Answer = Offered(RowOperations.Rows.Answer) }, [.. Query(RowParameters.Rows), .. Conditions(document)]);
        Add(document, parts, path + ".{format}", RowOperations.Rows with { Id = "downloadRows", Answer = Offered(RowOperations.Rows.Answer) }, [.. Query(RowParameters.Rows), .. Conditions(document)], Choice(formats));
        Add(document, parts, path + "/rows/{id}", RowOperations.Row with { Answer = Offered(RowOperations.Row.Answer) }, Query(RowParameters.Row), Key(examples));
        Add(document, parts, path + "/aggregate", RowOperations.Groups(null), [.. Query(RowParameters.Groups), .. Conditions(document), Having()]);
        Add(document, parts, path + "/aggregate.{format}", RowOperations.Groups(null) with { Id = "downloadGroups" }, [.. Query(RowParameters.Groups), .. Conditions(document), Having()], Choice([.. formats.Where(f => f != RowFormat.GeoJson.Suffix)]));
        return document;
    }

    private LocalText Title() => resource.Name.IsEmpty || resource.Name == dataset.Form.Title ? dataset.Form.Title : new($"{dataset.Form.Title.In(Language.Thai)}: {resource.Name.In(Language.Thai)}", $"{dataset.Form.Title.In(Language.English)}: {resource.Name.In(Language.English)}");

    /// <summary>The licence of the data, which is what a reader of the document wants to use; none where the form names none.</summary>
    private OpenApiLicense? Licence()
    {
        var form = dataset.Form;
        if (form.License is null or "not-specified")
        {
            return null;
        }

        var words = form.License == "other" && form.Text("license_id_other") is { IsEmpty: false } other ? other : CodeLists.Label("license_id", form.License);
        return new OpenApiLicense { Name = words?.In(language) ?? form.License, Url = EuAuthority.Licence(form) is { } known ? new Uri(known.Address) : null };
    }

    private void AddShapes(OpenApiDocument document, IReadOnlyList<JsonObject> examples)
    {
        // What an exception lets through is not promised.
        var isKept = release.Complies && resource.Exceptions.Count == 0;
        var row = RowShapes.RowOf([.. Columns.Select(c => (c.Name, ColumnShapes.CellOf(c, isKept, ExampleOf(examples, c), language)))]);
        row.Examples = examples.Count == 0 ? null : [examples[0].DeepClone()];
        row.Description = resource.Name.In(language);
        document.AddComponent("Row", row);
        foreach (var shape in ShapeBook.All.Where(s => s.Name is "RowPage" or "RowRelease" or "GroupPage" or "Group" or "Problem" or "ProblemError" or "FeatureCollection"))
        {
            var schema = shape.Make();
            schema.Description = shape.Text.In(language);
            schema.Properties?.Remove("report");
            document.AddComponent(shape.Name, schema);
        }

        if (!hasPlaces)
        {
            document.Components!.Schemas!.Remove("FeatureCollection");
        }
    }

    /// <summary>A parameter for each column and each operator that fits its type.</summary>
    private void AddConditions(OpenApiDocument document, IReadOnlyList<JsonObject> examples)
    {
        foreach (var column in Columns)
        {
            foreach (var name in FilterParameter.Fitting(column.Type))
            {
                document.AddComponent($"{column.Name}.{name}", ConditionOf(column, name, ExampleOf(examples, column)));
            }
        }
    }

    private OpenApiParameter ConditionOf(DictionaryColumn column, string name, JsonNode? example)
    {
        var isList = name is "in" or "nin";
        return new OpenApiParameter
        {
            // A column called like a parameter is compared by its operator alone.
            Name = name == "eq" && RowParameters.Groups.Parameters.Concat(RowParameters.Rows.Parameters).All(p => p.Name != column.Name) ? column.Name : $"{column.Name}.{name}",
            In = ParameterLocation.Query,
            Description = $"{(column.Label.IsEmpty ? column.Header : column.Label.In(language))} · {RowTexts.Meaning(FilterParameter.Operators[name]).In(language)}",
            Schema = name == "isNull" ? Shape.Flag
                : isList ? new OpenApiSchema { Type = JsonSchemaType.Array, Items = ColumnShapes.ValueOf(column, example), MinItems = 1, MaxItems = ServerLimits.ListValues }
                : ColumnShapes.ValueOf(column, example),
            Style = isList ? ParameterStyle.Form : null,
            Explode = false,
        };
    }

    private static IEnumerable<IOpenApiParameter> Conditions(OpenApiDocument document) =>
        document.Components!.Parameters!.Keys.Select(name => new OpenApiParameterReference(name, document));

    private OpenApiParameter Having() => ParameterShapes.Conditions(@"^having\.", new("เงื่อนไขบนกลุ่ม: having.count().gt=10", "Conditions on groups: having.count().gt=10."), language);

    /// <summary>The parameters of a table, with its columns where they are lists of columns; what needs coordinates only where there are some.</summary>
    private List<IOpenApiParameter> Query(TakenParameters taken)
    {
        IReadOnlyList<string> names = [.. Columns.Select(c => c.Name)];
        return
        [
            .. taken.Parameters.Where(p => hasPlaces || p.Name is not ("bbox" or "near")).Select(p => p.Name switch
            {
                "select" when !taken.Having => p with { Allowed = names },
                "order" when !taken.Having => p with { Allowed = [.. names, .. names.Select(n => "-" + n)] },
                "group_by" => p with { Allowed = names },
                _ => p,
            }).Select(p => (IOpenApiParameter)ParameterShapes.Of(p, ParameterLocation.Query, language)),
        ];
    }

    private static ParameterDescription Choice(IReadOnlyList<string> formats) => new("format", ParameterKind.Choice, OfFormat) { Allowed = formats, Required = true };

    /// <summary>The key of a row, with that of the first as an example.</summary>
    private ParameterDescription Key(IReadOnlyList<JsonObject> examples)
    {
        var key = release.Dictionary.Key;
        var values = key.Select(name => examples.Count > 0 && examples[0][name] is { } value ? ExampleRows.TextOf(value) : null).ToList();
        var text = RowOperations.Row.Path[0].Text;
        return RowOperations.Row.Path[0] with
        {
            Text = key.Count == 0 ? text : new($"{text.Th} ({string.Join(",", key)})", $"{text.En} ({string.Join(",", key)})"),
            Example = key.Count == 0 ? "1" : values.Contains(null) ? null : string.Join(',', values),
            Required = true,
        };
    }

    private Answer Offered(Answer answer) => answer with { Forms = [.. answer.Forms.Where(f => hasPlaces || f.MediaType != RowFormat.GeoJson.MediaType)] };

    private void Add(OpenApiDocument document, SharedParts parts, string path, Operation operation, IEnumerable<IOpenApiParameter> query, params IReadOnlyList<ParameterDescription> inPath)
    {
        document.Paths[path] = new OpenApiPathItem
        {
            Operations = new Dictionary<HttpMethod, OpenApiOperation>
            {
                [HttpMethod.Get] = new OpenApiOperation
                {
                    OperationId = operation.Id,
                    Tags = new HashSet<OpenApiTagReference> { new(operation.Tag.Name) },
                    Summary = operation.Summary.In(language),
                    Parameters = [.. inPath.Select(p => ParameterShapes.Of(p, ParameterLocation.Path, language)), .. query],
                    Responses = new OperationWriter(parts, language).ResponsesOf(operation, takesQuery: true, needed: null, hasParts: true, reads: true),
                    Security = parts.Security(path, needsCaller: false),
                },
            },
        };
    }

    private static JsonNode? ExampleOf(IReadOnlyList<JsonObject> examples, DictionaryColumn column) => examples.Select(e => e[column.Name]).FirstOrDefault(v => v is not null);
}
