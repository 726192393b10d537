using OpenData.Registry;
using OpenData.Schemas;
using OpenData.Store;

namespace OpenData.Tests.Store;

/// <summary>What is read for many at once is what is read one by one.</summary>
public sealed class RegistrySeveralTests : IDisposable
{
    private static readonly DataDictionary Dictionary = StoreFolder.Dictionary(("a", ColumnType.Text));
    private readonly StoreFolder folder = new();

    private IRegistryStore Registry => folder.Store.Registry;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Reports_come_in_the_order_asked_with_nothing_where_there_is_none()
    {
        var (often, once) = (await folder.RegisterAsync("often"), await folder.RegisterAsync("once"));
        await folder.PublishAsync(often, Dictionary, []);
        await folder.PublishAsync(often, Dictionary, []);
        await folder.PublishAsync(once, Dictionary, []);
        await Registry.SaveReportAsync(often.Id, [7]);

        var found = await Registry.FindReportsAsync([(once.Id, 2), (often.Id, null), (often.Id, 2), (Guid.NewGuid(), 1), (once.Id, null), (often.Id, 2)]);

        found.Select(r => r is null ? "none" : Convert.ToHexString(r)).Should().Equal("none", "07", "7B7D", "none", "none", "7B7D");
        (await Registry.FindReportsAsync([])).Should().BeEmpty();
    }

    [Fact]
    public async Task The_newest_releases_of_each_come_first_and_no_more_than_asked()
    {
        var (often, once, never) = (await folder.RegisterAsync("often"), await folder.RegisterAsync("once"), await folder.RegisterAsync("never"));
        for (var i = 0; i < 4; i++)
        {
            await folder.PublishAsync(often, Dictionary, []);
        }

        await folder.PublishAsync(once, Dictionary, []);

        var found = await Registry.ListReleasesAsync([never.Id, often.Id, once.Id], 3);

        found.Select(of => string.Join(' ', of.Select(r => r.Number))).Should().Equal("", "4 3 2", "1");
        found[1].Should().BeEquivalentTo((await Registry.ListReleasesAsync(often.Id)).Take(3), options => options.WithStrictOrdering());
        (await Registry.ListReleasesAsync([often.Id], 0)).Single().Should().BeEmpty();
    }

    [Fact]
    public async Task Datasets_are_found_by_names_and_counted_by_owner()
    {
        await folder.PublishAsync(await folder.RegisterAsync("one"), Dictionary, []);
        await folder.RegisterAsync("two");
        await Registry.SaveDatasetAsync(StoreFolder.Form("three", owner: "onde"), [], null);
        await Registry.SaveOrganizationAsync(new Organization("empty", LocalText.Empty, null));

        (await Registry.FindDatasetsAsync(["two", "nothing", "one", "two"])).Select(d => d.Name).Should().BeEquivalentTo("one", "two");
        (await Registry.FindDatasetsAsync(["one"])).Single().Should().BeEquivalentTo(await Registry.FindDatasetAsync("one"), options => options.Excluding(d => d!.Form));
        (await Registry.CountDatasetsAsync(publishedOnly: true, [])).Should().Equal(new Dictionary<string, long> { ["dga"] = 1 });
        (await Registry.CountDatasetsAsync(publishedOnly: false, [])).Should().BeEquivalentTo(new Dictionary<string, long> { ["dga"] = 2, ["onde"] = 1 });
    }
}
