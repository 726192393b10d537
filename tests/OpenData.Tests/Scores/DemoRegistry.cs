using OpenData.Intake;
using OpenData.Publishing;
using OpenData.Registry;
using OpenData.Rules;
using OpenData.Scores;
using OpenData.Store;
using OpenData.Tests.Store;

namespace OpenData.Tests.Scores;

/// <summary>Some of the sample datasets, registered, checked and published in a store of their own, on a day of fiscal year 2567.</summary>
public sealed class DemoRegistry : IAsyncLifetime, IDisposable
{
    /// <summary>Noon in Thailand on 20 August 2567.</summary>
    public static readonly DateTimeOffset Now = new(2024, 8, 20, 5, 0, 0, TimeSpan.Zero);

    public static readonly FiscalYear Year = new(2567);

    private static readonly string[] Names = ["geographies", "provinces", "planning-kpi-2567", "ita-actions-2567", "gdcatalog-datasets", "mdes-agency-progress-2567", "moi-egov-indicator"];

    private readonly StoreFolder folder = new();

    public IDataStore Store => folder.Store;

    public Scorer Scorer { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Scorer = new Scorer(Store, new StoppedClock(Now));
        var registrar = new Registrar(Store);
        var publisher = new Publisher(Store, new StoppedClock(Now));
        foreach (var name in Names)
        {
            var dataset = DatasetFolder.Read(Path.Combine(Repository.Folder, "datasets", name)).Value!;
            await registrar.RegisterAsync(dataset);
            var file = Receiver.Inspect(dataset.Resources[0].DataFile!);
            (await publisher.PublishAsync(name, dataset.Resources[0].Key, file, new CheckOptions())).Should().BeOfType<PublishOutcome.Published>();
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => folder.Dispose();

    public async Task<ScoreReport> ScoreAsync(string organization, bool publishedOnly = false) => (await Scorer.ScoreAsync(organization, Year, publishedOnly))!;

    /// <summary>Evidence as an officer gives it.</summary>
    public static Evidence Evidence(string organization, string? dataset, string part, string indicator = "doh-2.5") => new()
    {
        Id = Guid.CreateVersion7(),
        Organization = organization,
        Dataset = dataset,
        Indicator = indicator,
        FiscalYear = 2567,
        Part = part,
        Link = "https://example.org/order-12.pdf",
        Date = new DateOnly(2024, 8, 1),
        GivenBy = "เจ้าหน้าที่",
        Given = Now,
    };

    private sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
