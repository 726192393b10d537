using System.Text;
using Microsoft.Extensions.DependencyInjection;
using OpenData.Registry;
using OpenData.Registry.Usage;
using OpenData.Schemas;
using OpenData.Server.Rest.Usage;
using OpenData.Server.Tests.Review;
using OpenData.Store;

namespace OpenData.Server.Tests.Usage;

/// <summary>The faces whose addresses do not name a dataset.</summary>
public sealed partial class UsageTests
{
    [Fact]
    public async Task Every_face_is_counted_under_the_dataset_and_the_resource_that_it_gives()
    {
        var id = await PublishTableAsync("figures");
        foreach (var address in new[]
        {
            "/api/3/action/package_show?id=figures", $"/api/3/action/resource_show?id={id}", $"/api/3/action/datastore_search?resource_id={id}", $"/api/3/action/datastore_info?id={id}", $"/datastore/dump/{id}",
            "/dataset/figures.ttl", "/sdmx/3.0/structure/dataflow/office/figures", "/sdmx/3.0/data/dataflow/office/figures/1.0.0", "/api/v1/data/figures/main",
            // A list of all, and what is not found, are under no dataset.
            "/sdmx/3.0/structure", "/api/3/action/package_show?id=nothing", "/api/3/action/package_search",
        })
        {
            (await client.GetAsync(address)).Dispose();
        }

        const string Query = """{ "query": "{ dataset(name: \"figures\") { name } figures(first: 1) { nodes { total } } figuresAggregate { count } again: figures(search: \"ยอง\") { totalCount } }" }""";
        using var answer = await client.PostAsync("/graphql", new StringContent(Query, Encoding.UTF8, "application/json"));
        (await answer.Content.ReadAsStringAsync()).Should().Be("""{"data":{"dataset":{"name":"figures"},"figures":{"nodes":[{"total":5}]},"figuresAggregate":[{"count":2}],"again":{"totalCount":1}}}""");
        await app.Services.GetRequiredService<UsageCounter>().FlushAsync();
        var lines = await store.Usage.ListAsync(new UsageQuery(Today, Today, false, [UsagePart.Face, UsagePart.Dataset, UsagePart.Resource]));
        lines.Select(l => $"{l.Face} {l.Dataset}/{l.Resource} {l.Requests}").Should().BeEquivalentTo(
            "ckan / 1", "ckan figures/ 1", "ckan figures/main 4", "dcat figures/ 1", "sdmx / 1", "sdmx figures/main 2", "rest figures/main 1", "graphql figures/ 1", "graphql figures/main 1");
    }

    /// <summary>A table of figures of two years, of type statistics; gives its resource's id.</summary>
    private async Task<Guid> PublishTableAsync(string name)
    {
        var form = ReviewServer.Form(name);
        form.Json["data_type"] = "stat";
        var dictionary = new DataDictionary
        {
            Columns =
            [
                new DictionaryColumn { Name = "year", Header = "ปี", Type = ColumnType.Year, Role = ColumnRole.Time },
                new DictionaryColumn { Name = "total", Header = "จำนวน", Type = ColumnType.Integer, Role = ColumnRole.Measure },
                new DictionaryColumn { Name = "place", Header = "จังหวัด", Type = ColumnType.Text },
            ],
            Key = ["year"],
            Sha256 = new string('f', 64),
        };
        var resource = (await store.Registry.SaveDatasetAsync(form, ResourceDraft.Of(form), 0))!.Resources[0].Id;
        await using var turn = await store.BeginPublishAsync();
        var (unit, rows) = await store.Rows.LoadAsync(dictionary, new MemoryRows([[RowValue.Of(2023), RowValue.Of(5), RowValue.Of("สงขลา")], [RowValue.Of(2024), RowValue.Of(7), RowValue.Of("ระยอง")]], 3));
        var release = new Release
        {
            ResourceId = resource,
            Number = 0,
            Sha256 = new string('e', 64),
            FileName = "figures.csv",
            Bytes = 20,
            Rows = rows,
            Dictionary = dictionary,
            Unit = unit,
            Published = clock.GetUtcNow(),
            Counts = new FindingCounts(0, 0, 0),
        };
        await store.Registry.PublishAsync(new NewRelease(release, CatalogServer.Report(release.Sha256)));
        return resource;
    }
}
