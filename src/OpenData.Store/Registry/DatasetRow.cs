using Newtonsoft.Json.Linq;
using Newtonsoft.Json;
using OpenData.Registry.Review;
using OpenData.Registry;
using OpenData.Schemas;

namespace OpenData.Store.Registry;

/// <summary>A dataset as the registry keeps it.</summary>
internal sealed class DatasetRow
{
    /// <summary>The columns of table <c>dataset d</c>, named as the properties here.</summary>
    public const string Columns =
        """
        d.id AS Id, d.name AS Name, d.organization AS Organization, d.state AS State, d.version AS Version, d.form AS Form,
        d.created AS Created, d.modified AS Modified, d.revision AS Revision, d.submitted_by AS SubmittedBy,
        d.pending_form AS PendingForm, d.pending_state AS PendingState
        """;

    public required string Id { get; init; }
    public required string Name { get; init; }
    public required string Organization { get; init; }
    public required string State { get; init; }
    public required long Version { get; init; }
    public required string Form { get; init; }
    public required string Created { get; init; }
    public required string Modified { get; init; }
    public required long Revision { get; init; }
    public string? SubmittedBy { get; init; }
    public string? PendingForm { get; init; }
    public string? PendingState { get; init; }

    public static string Write(DatasetState state) => state.ToString().ToLowerInvariant();

    public static string Write(DatasetForm form) => form.Json.ToString(Formatting.None);

    public Dataset ToDataset(IReadOnlyList<Resource> resources) => new()
    {
        Id = Guid.Parse(Id),
        Name = Name,
        Organization = Organization,
        State = Read(State),
        Version = checked((int)Version),
        Form = new DatasetForm(Parse(Form)),
        Resources = resources,
        Created = StoredTime.Read(Created),
        Modified = StoredTime.Read(Modified),
        Revision = checked((int)Revision),
        SubmittedBy = SubmittedBy,
        Pending = PendingForm is null ? null : new PendingChange(new DatasetForm(Parse(PendingForm)), Read(PendingState!)),
    };

    public static DatasetState Read(string state) => Enum.Parse<DatasetState>(state, ignoreCase: true);

    /// <summary>Reads a form as it was given: a text that looks like a date stays the text it is.</summary>
    private static JObject Parse(string json)
    {
        using var reader = new JsonTextReader(new StringReader(json)) { DateParseHandling = DateParseHandling.None };
        return JObject.Load(reader);
    }
}

/// <summary>A resource as the registry keeps it.</summary>
internal sealed class ResourceRow
{
    public required string Id { get; init; }
    public required string DatasetId { get; init; }
    public required string Key { get; init; }
    public string? NameTh { get; init; }
    public string? NameEn { get; init; }
    public string? Dictionary { get; init; }

    public Resource ToResource(Release? current) => new()
    {
        Id = Guid.Parse(Id),
        Key = Key,
        Name = new LocalText(NameTh, NameEn),
        Dictionary = Dictionary is null ? null : StoredDictionary.Read(Dictionary),
        Current = current,
    };
}
