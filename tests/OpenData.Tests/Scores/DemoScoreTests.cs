using Newtonsoft.Json.Linq;
using OpenData.Scores;
using OpenData.Scores.Faces;

namespace OpenData.Tests.Scores;

/// <summary>Indicator 2.5 of the sample datasets, part by part, computed by hand here.</summary>
public sealed class DemoScoreTests(DemoRegistry demo) : IClassFixture<DemoRegistry>
{
    /// <summary>
    /// By hand, before anybody gives evidence: 1.1 and 1.2 await evidence, so level 1 gives 0 and levels 2 and 3 do not count: 0.
    /// Once given: level 1 = 1, level 2 = 1 (one dictionary of one resource), level 3 = 0.7 (six of six clauses) + 0.3 (API) = 1: 3 of 5.
    /// </summary>
    [Theory]
    [InlineData("moi", "moi-egov-indicator")]
    [InlineData("mdes", "mdes-agency-progress-2567")]
    [InlineData("nso", "gdcatalog-datasets")]
    [InlineData("kongvut", "provinces")]
    public async Task A_dataset_without_evidence_scores_0_and_would_score_3(string organization, string dataset)
    {
        var score = Of(await demo.ScoreAsync(organization)).Datasets.Single(d => d.Dataset == dataset);
        score.Score.Should().Be(0);
        score.WithEvidence.Should().Be(3);
        score.Parts.Select(p => (p.Id, p.State)).Should().Equal(
            ("1.1", PartState.AwaitsEvidence), ("1.2", PartState.AwaitsEvidence), ("1.3", PartState.Met), ("1.4", PartState.Met), ("2.1", PartState.Met), ("3.1", PartState.Met), ("3.2", PartState.Met));
        score.Levels.Select(l => (l.PartsMet, l.IsReached)).Should().Equal((false, false), (true, false), (true, false), (false, false), (false, false));
        score.Missing.Should().HaveCount(2).And.OnlyContain(m => m.En!.Contains("attach") && m.Th!.Contains("แนบ"));
    }

    [Fact]
    public async Task With_the_evidence_of_two_criteria_the_best_dataset_scores_3_of_5_and_levels_4_and_5_are_said_to_have_no_criteria()
    {
        await GiveAsync("anamai", "planning-kpi-2567", "1.1");
        Of(await demo.ScoreAsync("anamai")).Score.Should().Be(0, "one of two criteria is no level");
        await GiveAsync("anamai", "planning-kpi-2567", "1.2");
        var score = Of(await demo.ScoreAsync("anamai"));

        score.Dataset.Should().Be("planning-kpi-2567");
        score.Levels.Select(l => l.Earned).Should().Equal(1m, 1m, 0.7m + 0.3m, 0m, 0m);
        score.Score.Should().Be(3);
        score.Parts.Where(p => p.Level == 3).Select(p => p.Earned).Should().Equal(0.7m, 0.3m);
        score.Parts.Single(p => p.Id == "1.1").Evidence.Should().ContainSingle().Which.Link.Should().Be("https://example.org/order-12.pdf");
        score.Parts.Single(p => p.Id == "3.2").Addresses.Should().Equal("/api/v1/data/planning-kpi-2567/kpis");
        score.Levels.Skip(3).Should().OnlyContain(l => l.Undefined != null && !l.IsReached);
        score.Missing.Should().ContainSingle().Which.En.Should().Contain("Level 4").And.Contain("The one clue: published on the department's catalog");
        score.Working.En.Should().Be("1 + 1 + 1 (of 5, of which only 3 have criteria that are known)");
        score.Datasets.Select(d => (d.Dataset, d.Score)).Should().Equal(("planning-kpi-2567", 3m), ("ita-actions-2567", 0m));
        foreach (var form in new[] { "1.4", "2.1", "3.1" })
        {
            score.Parts.Single(p => p.Id == form).Addresses.Should().ContainSingle();
        }
    }

    /// <summary>By hand: committee 1 + registered 1 + checked 1 + one published 1 = 4; a second is missing for level 5.</summary>
    [Fact]
    public async Task Open_data_maturity_counts_what_is_there_and_says_what_the_next_level_lacks()
    {
        await demo.Store.Scores.AddEvidenceAsync(DemoRegistry.Evidence("moi", null, "1", "moi-egov-5.7"));
        var score = (await demo.ScoreAsync("moi")).Indicators.Single(i => i.Definition.Id == "moi-egov-5.7");
        score.Score.Should().Be(4);
        score.Missing.Should().ContainSingle().Which.En.Should().Contain("1 published, at least 2 asked for");
    }

    [Fact]
    public async Task A_ministry_is_scored_with_its_units_and_a_unit_alone()
    {
        var ministry = await demo.ScoreAsync("mdes");
        ministry.Units.Should().Equal("mdes", "nso");
        Of(ministry).Datasets.Select(d => d.Dataset).Should().BeEquivalentTo("gdcatalog-datasets", "mdes-agency-progress-2567");
        var unit = await demo.ScoreAsync("nso");
        Of(unit).Datasets.Select(d => d.Dataset).Should().Equal("gdcatalog-datasets");
        (await demo.Scorer.ScoreAsync("nobody", DemoRegistry.Year, publishedOnly: false)).Should().BeNull();
    }

    [Fact]
    public async Task A_units_own_evidence_is_not_its_ministrys()
    {
        await demo.Store.Scores.AddEvidenceAsync(DemoRegistry.Evidence("nso", null, "1", "moi-egov-5.7"));
        Maturity(await demo.ScoreAsync("nso")).Should().Be(4);
        Maturity(await demo.ScoreAsync("mdes")).Should().Be(0);
    }

    [Fact]
    public async Task A_score_is_kept_when_it_is_not_what_it_was_and_never_changed_after()
    {
        var first = await demo.ScoreAsync("kongvut");
        (await demo.Scorer.KeepAsync(first)).Should().Be(first.Indicators.Count);
        (await demo.Scorer.KeepAsync(await demo.ScoreAsync("kongvut"))).Should().Be(0);
        await GiveAsync("kongvut", "provinces", "1.1");
        await GiveAsync("kongvut", "provinces", "1.2");
        (await demo.Scorer.KeepAsync(await demo.ScoreAsync("kongvut"))).Should().Be(1);

        var history = (await demo.ScoreAsync("kongvut")).History.Where(k => k.Indicator == "doh-2.5").ToArray();
        history.Select(k => k.Score).Should().Equal(0m, 3m);
        JObject.Parse(history[1].Result)["parts"]!.Should().HaveCount(7);
        history.Should().OnlyContain(k => k.Definition == Of(first).Definition.Sha256 && k.Computed == DemoRegistry.Now);
    }

    [Fact]
    public async Task The_public_sees_that_there_is_evidence_and_neither_its_link_nor_who_gave_it()
    {
        await demo.Store.Scores.AddEvidenceAsync(DemoRegistry.Evidence("kongvut", null, "1", "moi-egov-5.7"));
        var report = await demo.ScoreAsync("kongvut", publishedOnly: true);
        var text = ScoreJson.Of(report).ToString();
        text.Should().NotContain("order-12").And.NotContain("เจ้าหน้าที่").And.Contain("2024-08-01");
        report.History.Should().BeEmpty();
    }

    [Fact]
    public async Task A_draft_is_scored_for_its_officers_and_is_not_there_for_the_public()
    {
        await demo.Store.Registry.SaveDatasetAsync(OpenData.Tests.Store.StoreFolder.Form("a-draft", owner: "kongvut"), [], null);
        Of(await demo.ScoreAsync("kongvut")).Datasets.Should().Contain(d => d.Dataset == "a-draft" && d.Score == 0);
        ScoreJson.Of(await demo.ScoreAsync("kongvut", publishedOnly: true)).ToString().Should().NotContain("a-draft");
    }

    [Fact]
    public async Task Evidence_that_does_not_belong_is_refused_with_what_does()
    {
        var desk = new EvidenceDesk(demo.Store);
        (await desk.AddAsync(DemoRegistry.Evidence("nobody", "provinces", "1.1"))).Should().Contain(f => f.Field == "organization" && f.Fix.En!.Contains("kongvut"));
        (await desk.AddAsync(DemoRegistry.Evidence("kongvut", "provinces", "9.9"))).Should().ContainSingle().Which.Fix.En.Should().Contain("1.1, 1.2");
        (await desk.AddAsync(DemoRegistry.Evidence("kongvut", null, "1.1"))).Should().ContainSingle().Which.Field.Should().Be("dataset");
        (await desk.AddAsync(DemoRegistry.Evidence("kongvut", "moi-egov-indicator", "1.1"))).Should().ContainSingle().Which.Field.Should().Be("dataset");
        (await desk.AddAsync(DemoRegistry.Evidence("kongvut", null, "1", "moi-egov-5") with { Value = 6 })).Should().ContainSingle().Which.Message.En.Should().Contain("6").And.Contain("0–5");
        (await desk.AddAsync(DemoRegistry.Evidence("kongvut", null, "month-13", "monthly-reporting"))).Should().ContainSingle().Which.Fix.En.Should().Contain("month-12");
        (await desk.AddAsync(DemoRegistry.Evidence("kongvut", null, "1", "moi-egov-5") with { Value = 3, Date = new DateOnly(2567, 8, 1) })).Should().ContainSingle().Which.Field.Should().Be("date");
    }

    private Task GiveAsync(string organization, string dataset, string part) => demo.Store.Scores.AddEvidenceAsync(DemoRegistry.Evidence(organization, dataset, part));

    private static IndicatorScore Of(ScoreReport report) => report.Indicators.Single(i => i.Definition.Id == "doh-2.5");

    private static decimal? Maturity(ScoreReport report) => report.Indicators.Single(i => i.Definition.Id == "moi-egov-5.7").Score;
}
