using OpenData.Intake;
using OpenData.Publishing;
using OpenData.Registry;
using OpenData.Registry.Access;
using OpenData.Registry.Review;
using OpenData.Rules;
using OpenData.Schemas;
using OpenData.Store;

namespace OpenData.Tests.Audit;

/// <summary>
/// A catalog in which everything is that the log tells of beside releases: people, their roles, tokens and identities, a change and a staged file that wait for their
/// review, steps with a comment, an exception, evidence, a kept score. Made once; each test tampers with a copy.
/// </summary>
public sealed class TrailFolder : IAsyncLifetime
{
    public const string Token = "11111111-1111-7111-8111-111111111111";
    public const string Evidence = "22222222-2222-7222-8222-222222222222";
    private AuditedFolder made = null!;

    public async Task InitializeAsync()
    {
        made = await AuditedFolder.CreateAsync();
        await using var opened = made.Open();
        var store = opened.By(Actor.Account("somying"));
        await AddPeopleAsync(store.Accounts);
        await ReviewAsync(store);
        await store.Reviews.AllowOnePersonAsync("kongvut", allowed: true);
        await store.Scores.AddEvidenceAsync(Scores.DemoRegistry.Evidence("kongvut", "provinces", "1.1") with { Id = Guid.Parse(Evidence) });
        await store.Scores.KeepScoreAsync(new KeptScore("kongvut", "doh-2.5", 2567, new string('a', 64), 2m, "{}", Scores.DemoRegistry.Now));
    }

    /// <summary>A copy to tamper with.</summary>
    public AuditedFolder Copy() => made.Copy();

    public Task DisposeAsync()
    {
        made.Dispose();
        return Task.CompletedTask;
    }

    private static async Task AddPeopleAsync(IAccountStore accounts)
    {
        var officer = Account("officer", new Grant(Role.Officer, "kongvut"));
        await accounts.AddAsync(officer);
        await accounts.AddAsync(Account("admin", new Grant(Role.Admin, null)));
        var day = new DateTimeOffset(2026, 7, 1, 0, 0, 0, TimeSpan.Zero);
        await accounts.AddTokenAsync(new ApiToken(Guid.Parse(Token), officer.Id, "nightly upload", new Grant(Role.Officer, "kongvut"), day, day.AddDays(90), null), new string('b', 64));
        await accounts.LinkIdentityAsync(Guid.Parse(Evidence), officer.Id, "https://id.example.go.th", "subject-1");
    }

    private static Account Account(string name, Grant grant) => new()
    {
        Id = Guid.CreateVersion7(), Name = name, Display = "คุณ " + name, PasswordHash = "a slow and salted hash of " + name, MustChange = false, Grants = [grant],
    };

    /// <summary>A change of provinces is submitted and returned with a comment; a new file of theirs waits.</summary>
    private static async Task ReviewAsync(IDataStore store)
    {
        var form = (Newtonsoft.Json.Linq.JObject)(await store.Registry.FindDatasetAsync("provinces"))!.Form.Json.DeepClone();
        form["title"] = "จังหวัดของประเทศไทย";
        await TakeAsync(store, w => w.Edit(new DatasetForm(form)));
        await TakeAsync(store, w => w.Submit());
        await TakeAsync(store, w => w.Return("ยังไม่ครบ", [new ReviewComment(CommentPlace.Field, null, "title", "บอกปี")]));
        var dataset = (await store.Registry.FindDatasetAsync("provinces"))!;
        await store.Reviews.RecordExceptionAsync(
            dataset.Resources[0].Id,
            new RecordedException("too-long", "ชื่อจริงยาว", "Somying", Scores.DemoRegistry.Now),
            new ReviewStep(Scores.DemoRegistry.Now, "somying", "Somying", DatasetAction.Except, DatasetState.Returned, "ชื่อจริงยาว", []));
        var path = Path.GetTempFileName();
        try
        {
            var whole = await File.ReadAllLinesAsync(DatasetFolder.Read(Path.Combine(Repository.Folder, "datasets", "provinces")).Value!.Resources[0].DataFile!);
            await File.WriteAllLinesAsync(path, whole[..11]);
            var publisher = new Publisher(store, TimeProvider.System) { Way = PublishWay.Reviewed };
            (await publisher.PublishAsync("provinces", "provinces", Receiver.Inspect(path, "provinces.csv"), new CheckOptions())).Should().BeOfType<PublishOutcome.Staged>();
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static async Task TakeAsync(IDataStore store, Func<Workflow, DatasetChange> step)
    {
        var dataset = (await store.Registry.FindDatasetAsync("provinces"))!;
        (await store.Reviews.ChangeAsync(step(new Workflow(dataset, new Agent("somying", "Somying", []), Scores.DemoRegistry.Now)))).Should().NotBeNull();
    }
}
