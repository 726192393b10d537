using System.Text.Json;
using Newtonsoft.Json.Linq;
using OpenData.GraphQL.Execution;
using OpenData.GraphQL.Types;
using OpenData.Registry;
using OpenData.Schemas;
using OpenData.Server.GraphQl;
using OpenData.Store;
using OpenData.Tests.Engines;

namespace OpenData.Server.Tests.GraphQl;

/// <summary>A store in a temp folder with the schema over it, and every statement on rows counted.</summary>
internal sealed class ResourceFolder : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("opendata-graphql-").FullName;
    private int dictionaries;

    public ResourceFolder(params ISchemaModule[] fixedModules)
    {
        Store = new CountingStore(Open());
        Schema = new DataSchema(Store, fixedModules);
    }

    public CountingStore Store { get; }
    public DataSchema Schema { get; }
    public GraphQLExecutor Executor { get; } = new() { Describe = error => error.ToString() };

    public string RegistryFile => Path.Combine(folder, "registry.db");

    /// <summary>Another store over the same folder, as another process would have one.</summary>
    public IDataStore Open() => DataStores.Open(TestStore.Of(folder), TimeProvider.System, Guid.NewGuid);

    public static DictionaryColumn Column(string name, ColumnType type, bool required = false) => new()
    {
        Name = name,
        Header = name,
        Type = type,
        Required = required,
        Label = new LocalText("ป้าย " + name, "Label " + name),
    };

    public DataDictionary Dictionary(string[] key, params DictionaryColumn[] columns) => new()
    {
        Columns = columns,
        Key = key,
        Sha256 = (++dictionaries).ToString("x64", System.Globalization.CultureInfo.InvariantCulture),
    };

    public static async Task<Resource> RegisterAsync(IDataStore store, string dataset, params string[] keys)
    {
        var form = new DatasetForm(new JObject
        {
            ["name"] = dataset,
            ["title"] = new JObject { ["th"] = "ชุด " + dataset, ["en"] = "Dataset " + dataset },
            ["owner_org"] = "dga",
            ["notes"] = "หมายเหตุ",
        });
        var saved = await store.Registry.SaveDatasetAsync(form, [.. keys.Select(k => new ResourceDraft(k, new LocalText("ตาราง " + k, "Table " + k)))], null);
        return saved!.Resource(keys[0])!;
    }

    /// <summary>Publishes rows as the next release of a resource, registering it where that is needed.</summary>
    public async Task<Release> PublishAsync(string dataset, DataDictionary dictionary, IReadOnlyList<RowValue[]> rows, string key = "main", IDataStore? store = null)
    {
        store ??= Store;
        var known = (await store.Registry.FindDatasetAsync(dataset))?.Resource(key) ?? await RegisterAsync(store, dataset, key);
        await using var turn = await store.BeginPublishAsync();
        await using var reader = new MemoryRows(rows, dictionary.Columns.Count);
        var (unit, count) = await store.Rows.LoadAsync(dictionary, reader);
        return await store.Registry.PublishAsync(new NewRelease(
            new Release
            {
                ResourceId = known.Id,
                Number = 0,
                Sha256 = new string('a', 64),
                FileName = "data.csv",
                Bytes = 10,
                Rows = count,
                Dictionary = dictionary,
                Unit = unit,
                Published = DateTimeOffset.UnixEpoch,
                Counts = default,
            },
            "{}"u8.ToArray()));
    }

    /// <summary>The data of an answer without errors.</summary>
    public async Task<JObject> DataAsync(string document, object? variables = null)
    {
        var answer = await AskAsync(document, variables);
        answer["errors"].Should().BeNull("{0} is good", document.Replace('{', '(').Replace('}', ')'));
        return (JObject)answer["data"]!;
    }

    public async Task<string> ErrorAsync(string document, object? variables = null)
    {
        var answer = await AskAsync(document, variables);
        return (string)((JArray)answer["errors"]!).Should().ContainSingle().Which["message"]!;
    }

    public async Task<JObject> AskAsync(string document, object? variables = null)
    {
        var request = new GraphQLRequest(document, null, variables is null ? null : JsonSerializer.SerializeToElement(variables));
        using var answer = await Executor.ExecuteAsync(await Schema.WholeAsync(default), request);
        using var reader = new Newtonsoft.Json.JsonTextReader(new StringReader(answer.ToString()))
        {
            DateParseHandling = Newtonsoft.Json.DateParseHandling.None,
            FloatParseHandling = Newtonsoft.Json.FloatParseHandling.Decimal,
        };
        return JObject.Load(reader);
    }

    public async ValueTask DisposeAsync()
    {
        Schema.Dispose();
        await Store.DisposeAsync();
        TestStore.Drop(folder);
        Directory.Delete(folder, recursive: true);
    }
}

/// <summary>A store that notes every statement on rows.</summary>
internal sealed class CountingStore(IDataStore real) : IDataStore, IRowStore
{
    private readonly List<object> statements = [];

    /// <summary>What was asked since the last call.</summary>
    public IReadOnlyList<object> Take()
    {
        lock (statements)
        {
            object[] taken = [.. statements];
            statements.Clear();
            return taken;
        }
    }

    public IRegistryStore Registry => real.Registry;
    public IOriginalStore Originals => real.Originals;
    public IRowStore Rows => this;
    public bool LeavesNoTrace => real.Rows.LeavesNoTrace;
    public IScoreStore Scores => real.Scores;
    public IReviewStore Reviews => real.Reviews;
    public IAccountStore Accounts => real.Accounts;
    public IFeedbackStore Feedback => real.Feedback;
    public IUsageStore Usage => real.Usage;
    public ValueTask<IAsyncDisposable> BeginPublishAsync(CancellationToken cancellation = default) => real.BeginPublishAsync(cancellation);
    public ValueTask<int> SweepAsync(CancellationToken cancellation = default) => real.SweepAsync(cancellation);
    public ValueTask DisposeAsync() => real.DisposeAsync();
    public Task<(string Unit, long Rows)> LoadAsync(DataDictionary dictionary, RowReader rows, CancellationToken cancellation = default) => real.Rows.LoadAsync(dictionary, rows, cancellation);
    public long UnitBytes(string unit) => real.Rows.UnitBytes(unit);

    public Task<RowReader> QueryAsync(Release release, RowQuery query, CancellationToken cancellation = default)
    {
        Note(query);
        return real.Rows.QueryAsync(release, query, cancellation);
    }

    public Task<RowReader> AggregateAsync(Release release, AggregateQuery query, CancellationToken cancellation = default)
    {
        Note(query);
        return real.Rows.AggregateAsync(release, query, cancellation);
    }

    public Task<long> CountAsync(Release release, Filter? where, CancellationToken cancellation = default)
    {
        Note("count");
        return real.Rows.CountAsync(release, where, cancellation);
    }

    private void Note(object statement)
    {
        lock (statements)
        {
            statements.Add(statement);
        }
    }
}
