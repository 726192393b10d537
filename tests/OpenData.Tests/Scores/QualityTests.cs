using OpenData.Schemas;
using OpenData.Scores;
using OpenData.Scores.Faces;
using OpenData.Scores.Quality;

namespace OpenData.Tests.Scores;

/// <summary>Data quality and metadata quality of sample datasets, computed by hand here.</summary>
public sealed class QualityTests(DemoRegistry demo) : IClassFixture<DemoRegistry>
{
    /// <summary>
    /// By hand. Findability: keywords 30, no theme 0, place (province) 20, no period 0 = 50. Accessibility: downloadURL 20, two not tried = 20.
    /// Interoperability: format 20, media type 10, vocabulary 10, non-proprietary 20, machine-readable 20, DCAT-AP 30 = 110.
    /// Reusability: licence 20, "other" is of no vocabulary 0, access rights 10 + 5, contact unknown 0, publisher 10 = 45.
    /// Contextuality: rights 5, size 5, issued 5, modified 5 = 20. Together 50 + 20 + 110 + 45 + 20 = 245; not measured 50 + 30 = 80.
    /// </summary>
    [Fact]
    public async Task The_metadata_of_provinces_has_245_of_405_points() => Check(
        (await demo.ScoreAsync("kongvut")).Metadata.Single(m => m.Dataset == "provinces"), 245, 80, "good", [50, 20, 110, 45, 20]);

    /// <summary>
    /// By hand. Findability: keywords 30, no theme, place unknown 0, no period = 30. Accessibility 20. Interoperability 110.
    /// Reusability: licence not specified 0 + 0, access rights 10 + 5, contact unknown 0, publisher 10 = 25. Contextuality 20. Together 205.
    /// </summary>
    [Fact]
    public async Task The_metadata_of_planning_kpi_has_205_of_405_points() => Check(
        (await demo.ScoreAsync("anamai")).Metadata.Single(m => m.Dataset == "planning-kpi-2567"), 205, 80, "sufficient", [30, 20, 110, 25, 20]);

    /// <summary>By hand: six axes, 60° apart from the top; 100 of 100 is a point at the ring's end, 50 halfway. Centre 290,150, radius 100.</summary>
    [Fact]
    public void A_radar_has_a_point_for_each_value_in_its_place_and_says_them_in_words()
    {
        decimal?[] values = [100, 50, 0, null, 100, 100];
        var dimensions = values.Select((v, i) => new Dimension("d" + i, new LocalText("มิติ " + i, "Dimension " + i), v, LocalText.Empty, LocalText.Empty)).ToList();

        var svg = System.Xml.Linq.XElement.Parse(QualityRadar.Svg(new ReleaseQuality("a<b", "main", 3, dimensions), "radar-main", Language.Thai));

        svg.Elements("polygon").Last().Attribute("points")!.Value.Should().Be("290,50 333.3,125 290,150 203.4,200 203.4,100", "the one that is not measured takes no part");
        svg.Elements("circle").Should().HaveCount(5);
        svg.Elements("line").Select(l => l.Attribute("stroke-dasharray") is not null).Should().Equal(false, false, false, true, false, false);
        svg.Element("title")!.Value.Should().Contain("a<b/main").And.Contain("รุ่นที่ 3");
        svg.Element("desc")!.Value.Should().Be("มิติ 0 100, มิติ 1 50, มิติ 2 0, มิติ 3 ยังไม่ได้วัด, มิติ 4 100, มิติ 5 100");
        svg.Attribute("aria-labelledby")!.Value.Split(' ').Should().Equal(svg.Element("title")!.Attribute("id")!.Value, svg.Element("desc")!.Attribute("id")!.Value);
        svg.DescendantsAndSelf().Should().NotContain(e => e.Attribute("style") != null || e.Name.LocalName == "script");
    }

    [Fact]
    public async Task The_evidence_page_has_the_radar_of_each_release_with_Thai_labels()
    {
        var report = await demo.ScoreAsync("kongvut");
        using var page = new StringWriter();
        ScorePage.Write(report, Language.Thai, page);
        var html = page.ToString();
        System.Text.RegularExpressions.Regex.Count(html, "<svg class=\"radar\"").Should().Be(report.Releases.Count).And.BePositive();
        html.Should().Contain("ความครบถ้วน").And.NotContain("<script");
    }

    [Fact]
    public async Task The_best_distribution_and_the_mean_are_told()
    {
        var report = await demo.ScoreAsync("kongvut");
        report.BestMetadata.Should().Be(report.Metadata.Max(m => m.Sum));
        // By hand: provinces 245; geographies has the same answers (its place is the region): (245 + 245) / 2.
        report.Metadata.Select(m => m.Sum).Should().Equal(245, 245);
        report.MeanMetadata.Should().Be(245);
    }

    [Theory]
    [InlineData(true, 325, 0, "good")]
    [InlineData(false, 245, 0, "good")]
    public async Task Reachability_is_measured_only_by_a_checker(bool answers, int points, int notMeasured, string rating)
    {
        var checker = new Network(answers);
        var report = await new Scorer(demo.Store, TimeProvider.System, checker).ScoreAsync("kongvut", DemoRegistry.Year, publishedOnly: true);
        var provinces = report!.Metadata.Single(m => m.Dataset == "provinces");
        (provinces.Sum, provinces.NotMeasured, provinces.Rating.En).Should().Be((points, notMeasured, rating));
        checker.Asked.Should().Contain("/datasets/provinces").And.Contain("/api/v1/datasets/provinces/resources/provinces/file");
    }

    [Theory]
    [InlineData(405, "excellent")]
    [InlineData(351, "excellent")]
    [InlineData(350, "good")]
    [InlineData(221, "good")]
    [InlineData(220, "sufficient")]
    [InlineData(121, "sufficient")]
    [InlineData(120, "bad")]
    [InlineData(0, "bad")]
    public void A_rating_begins_at_its_edge(int points, string rating) => MetadataQuality.RatingOf(points).En.Should().Be(rating);

    [Fact]
    public async Task The_questions_are_worth_405_points()
    {
        var points = (await demo.ScoreAsync("moi")).Metadata[0].Points;
        points.Sum(p => p.Most).Should().Be(MetadataQuality.Full);
        points.GroupBy(p => p.Group).Select(g => (g.Key, g.Sum(p => p.Most))).Should().Equal(("findability", 100), ("accessibility", 100), ("interoperability", 110), ("reusability", 75), ("contextuality", 20));
        points.Should().OnlyContain(p => !p.Reason.IsEmpty);
    }

    /// <summary>
    /// planning-kpi-2567 by hand: 9 rows × 10 columns = 90 cells; no_as_printed is empty in 2 rows and evidence_urls in 4: 84 ÷ 90 = 93.33.
    /// provinces: 77 × 7 = 539 cells, deleted_at is empty in all 77: 462 ÷ 539 = 85.71. CSV has three stars of five: 60.
    /// </summary>
    [Theory]
    [InlineData("anamai", "planning-kpi-2567", "93.33", "84 of 90 cells")]
    [InlineData("kongvut", "provinces", "85.71", "462 of 539 cells")]
    public async Task A_release_has_six_dimensions_with_formula_and_counts(string organization, string dataset, string complete, string counts)
    {
        var release = (await demo.ScoreAsync(organization)).Releases.Single(r => r.Dataset == dataset);
        release.Dimensions.Select(d => d.Id).Should().Equal("validity", "completeness", "consistency", "timeliness", "availability", "openness");
        release.Dimensions.Select(d => d.Value).Should().Equal(100m, decimal.Parse(complete, System.Globalization.CultureInfo.InvariantCulture), 100m, null, 100m, 60m);
        release.Dimensions.Should().OnlyContain(d => !d.Formula.IsEmpty && !d.Counts.IsEmpty);
        release.Dimensions[1].Counts.En.Should().StartWith(counts);
        release.Dimensions[3].Counts.En.Should().StartWith("not measured");
    }

    [Theory]
    [InlineData(Language.Thai, "หลักฐานคะแนน")]
    [InlineData(Language.English, "Evidence of scores")]
    public async Task The_evidence_page_prints_on_A4_and_holds_every_part(Language language, string title)
    {
        var report = await demo.ScoreAsync("anamai");
        using var writer = new StringWriter();
        ScorePage.Write(report, language, writer);
        var html = writer.ToString();
        html.Should().Contain(title).And.Contain("@page { size: A4").And.NotContain("<script").And.NotContain("http-equiv");
        foreach (var part in report.Indicators.SelectMany(i => i.Parts))
        {
            html.Should().Contain(System.Net.WebUtility.HtmlEncode(part.Title.In(language)));
        }

        html.Should().Contain(language == Language.Thai ? "ลงชื่อ" : "Signature");
    }

    [Fact]
    public async Task The_CSV_has_a_line_for_every_part_dimension_and_point()
    {
        var report = await demo.ScoreAsync("moi");
        using var bytes = new MemoryStream();
        ScoreCsv.Write([report], Language.English, bytes);
        var lines = System.Text.Encoding.UTF8.GetString(bytes.ToArray()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lines.Should().HaveCount(1 + report.Indicators.Sum(i => 1 + i.Parts.Count) + 6 + 23);
    }

    private static void Check(MetadataQuality metadata, int sum, int notMeasured, string rating, int[] groups)
    {
        metadata.Points.GroupBy(p => p.Group).Select(g => g.Sum(p => p.Points ?? 0)).Should().Equal(groups);
        metadata.Sum.Should().Be(sum);
        metadata.NotMeasured.Should().Be(notMeasured);
        metadata.Rating.En.Should().Be(rating);
    }

    /// <summary>A network that always answers, or never.</summary>
    private sealed class Network(bool answers) : IReachability
    {
        public List<string> Asked { get; } = [];

        public Task<bool?> IsReachableAsync(string address, CancellationToken cancellation = default)
        {
            Asked.Add(address);
            return Task.FromResult<bool?>(answers);
        }
    }
}
