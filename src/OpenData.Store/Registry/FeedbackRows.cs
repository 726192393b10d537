using System.Text.Json;
using OpenData.Registry;
using OpenData.Registry.Feedback;

namespace OpenData.Store.Registry;

/// <summary>A question as the registry keeps it.</summary>
internal sealed class QuestionRow
{
    /// <summary>The columns of <c>question q</c> and its <c>dataset d</c>, named as the properties here.</summary>
    public const string Columns =
        "q.id AS Id, q.dataset_id AS DatasetId, d.name AS Dataset, d.organization AS Organization, q.asker AS Asker, q.text AS Text, q.asked AS Asked, q.state AS State, "
        + "q.answer AS Answer, q.reason AS Reason, q.by_name AS ByName, q.changed AS Changed, q.revision AS Revision";

    public const string From = "FROM question q JOIN dataset d ON d.id = q.dataset_id";

    public const string Insert =
        """
        INSERT INTO question (id, dataset_id, asker, text, asked, state, answer, reason, by_name, changed, revision)
        VALUES (@Id, @DatasetId, @Asker, @Text, @Asked, @State, @Answer, @Reason, @ByName, @Changed, @Revision)
        """;

    /// <summary>Changes the question of the revision before.</summary>
    public const string Update =
        """
        UPDATE question SET text = @Text, state = @State, answer = @Answer, reason = @Reason, by_name = @ByName, changed = @Changed, revision = @Revision
        WHERE id = @Id AND revision = @Revision - 1
        """;

    public required string Id { get; init; }
    public required string DatasetId { get; init; }
    public required string Dataset { get; init; }
    public required string Organization { get; init; }
    public required string Asker { get; init; }
    public required string Text { get; init; }
    public required string Asked { get; init; }
    public required string State { get; init; }
    public string? Answer { get; init; }
    public string? Reason { get; init; }
    public string? ByName { get; init; }
    public string? Changed { get; init; }
    public required long Revision { get; init; }

    public static QuestionRow Of(Question question) => new()
    {
        Id = RegistryStore.Key(question.Id),
        DatasetId = RegistryStore.Key(question.DatasetId),
        Dataset = question.Dataset,
        Organization = question.Organization,
        Asker = question.Asker,
        Text = question.Text,
        Asked = StoredTime.Write(question.Asked),
        State = FeedbackWords.Of(question.State),
        Answer = question.Answer,
        Reason = question.Reason,
        ByName = question.By,
        Changed = question.Changed is { } changed ? StoredTime.Write(changed) : null,
        Revision = question.Revision,
    };

    /// <summary>What the audit log hashes of it (docs/audit.md).</summary>
    public string Hash() => CanonicalLines.Hash(Dataset, Asker, Text, Asked, State, Answer, Reason, ByName, Changed);

    public Question ToQuestion() => new()
    {
        Id = Guid.Parse(Id),
        DatasetId = Guid.Parse(DatasetId),
        Dataset = Dataset,
        Organization = Organization,
        Asker = Asker,
        Text = Text,
        Asked = StoredTime.Read(Asked),
        State = Enum.Parse<QuestionState>(State, ignoreCase: true),
        Answer = Answer,
        Reason = Reason,
        By = ByName,
        Changed = Changed is null ? null : StoredTime.Read(Changed),
        Revision = (int)Revision,
    };
}

/// <summary>A request as the registry keeps it.</summary>
internal sealed class DataRequestRow
{
    /// <summary>The columns of <c>data_request r</c>, named as the properties here.</summary>
    public const string Columns =
        "r.id AS Id, r.address AS Address, r.kind AS Kind, r.organization AS Organization, r.dataset AS Dataset, r.text AS Text, r.contact AS Contact, r.asked AS Asked, "
        + "r.state AS State, r.answer AS Answer, r.by_name AS ByName, r.changed AS Changed, r.revision AS Revision";

    public const string Insert =
        """
        INSERT INTO data_request (id, address, kind, organization, dataset, text, contact, asked, state, answer, by_name, changed, revision)
        VALUES (@Id, @Address, @Kind, @Organization, @Dataset, @Text, @Contact, @Asked, @State, @Answer, @ByName, @Changed, @Revision)
        """;

    /// <summary>Changes the request of the revision before.</summary>
    public const string Update =
        """
        UPDATE data_request SET organization = @Organization, state = @State, answer = @Answer, by_name = @ByName, changed = @Changed, revision = @Revision
        WHERE id = @Id AND revision = @Revision - 1
        """;

    public required string Id { get; init; }
    public required string Address { get; init; }
    public required string Kind { get; init; }
    public string? Organization { get; init; }
    public string? Dataset { get; init; }
    public required string Text { get; init; }
    public string? Contact { get; init; }
    public required string Asked { get; init; }
    public required string State { get; init; }
    public string? Answer { get; init; }
    public string? ByName { get; init; }
    public string? Changed { get; init; }
    public required long Revision { get; init; }

    public static DataRequestRow Of(DataRequest request) => new()
    {
        Id = RegistryStore.Key(request.Id),
        Address = request.Address,
        Kind = FeedbackWords.Of(request.Kind),
        Organization = request.Organization,
        Dataset = request.Dataset,
        Text = request.Text,
        Contact = request.Contact,
        Asked = StoredTime.Write(request.Asked),
        State = FeedbackWords.Of(request.State),
        Answer = request.Answer,
        ByName = request.By,
        Changed = request.Changed is { } changed ? StoredTime.Write(changed) : null,
        Revision = request.Revision,
    };

    /// <summary>What the audit log hashes of it (docs/audit.md); never the contact, which is forgotten.</summary>
    public string Hash() => CanonicalLines.Hash(Address, Kind, Organization, Dataset, Text, Asked, State, Answer, ByName, Changed);

    public DataRequest ToRequest() => new()
    {
        Id = Guid.Parse(Id),
        Address = Address,
        Kind = Enum.Parse<RequestKind>(Kind, ignoreCase: true),
        Organization = Organization,
        Dataset = Dataset,
        Text = Text,
        Contact = Contact,
        Asked = StoredTime.Read(Asked),
        State = Enum.Parse<RequestState>(State, ignoreCase: true),
        Answer = Answer,
        By = ByName,
        Changed = Changed is null ? null : StoredTime.Read(Changed),
        Revision = (int)Revision,
    };
}

/// <summary>The words that states and kinds are kept as.</summary>
internal static class FeedbackWords
{
    public static string Of<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    /// <summary>Several of them, as a JSON array.</summary>
    public static string Of<T>(IEnumerable<T> values)
        where T : struct, Enum => JsonSerializer.Serialize(values.Select(v => Of(v)));
}
