using Newtonsoft.Json.Linq;
using OpenData.Scores;
using OpenData.Scores.Indicators;

namespace OpenData.Tests.Scores;

/// <summary>Definitions are data: the program's own are read, and wrong ones are told with place and remedy.</summary>
public sealed class IndicatorDefinitionTests
{
    private static readonly string Folder = Path.Combine(Repository.Folder, "schemas", "indicators");

    [Fact]
    public void Every_definition_of_the_repository_is_carried_and_read()
    {
        IndicatorBook.All.Should().HaveCount(Directory.GetFiles(Folder, "*.json").Length);
        Directory.GetFiles(Folder, "*.json").Select(Path.GetFileName).Should().BeEquivalentTo(IndicatorBook.All.Select(i => $"{i.Id}.{i.FiscalYear}.json"));
        IndicatorBook.All.Select(i => i.Sha256).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void Next_years_indicator_is_a_new_file_and_the_old_one_stays_for_its_year()
    {
        var next = IndicatorDocument.Read(Source("doh-2.5.2567").Replace("\"fiscalYear\": 2567", "\"fiscalYear\": 2568", StringComparison.Ordinal)).Value!;
        Indicator[] all = [.. IndicatorBook.All, next];
        YearOf(all, 2567).Should().Be(2567);
        YearOf(all, 2568).Should().Be(2568);
        YearOf(all, 2570).Should().Be(2568);
        IndicatorBook.Holding(all, new FiscalYear(2566)).Should().BeEmpty();
    }

    [Fact]
    public void An_indicator_comes_after_the_one_it_rests_on()
    {
        var order = IndicatorBook.Of(new FiscalYear(2567)).Select(i => i.Id).ToList();
        order.IndexOf("moi-egov-5").Should().BeGreaterThan(order.IndexOf("moi-egov-5.7"));
    }

    [Theory]
    [InlineData("\"weight\": 0.7", "\"weight\": 0.6", "weights-do-not-add-up", "/levels/2/points", "0.9", "weight")]
    [InlineData("\"measure\": \"dictionary\"", "\"measure\": \"dictionry\"", "not-in-code-list", "/levels/1/parts/0/measure", "dictionry", "dictionary")]
    [InlineData("\"level\": 2", "\"level\": 3", "level-order", "/levels/1/level", "3", "2")]
    [InlineData("\"id\": \"3.2\"", "\"id\": \"3.1\"", "duplicate-part", "/levels/2/parts/1/id", "3.1", "own")]
    [InlineData("\"full\": 5", "\"full\": 2", "points-over-full", "/full", "3", "points")]
    [InlineData("\"formula\": \"levels\"", "\"formula\": \"bands\"", "missing-field", "/parts", "parts", "formula")]
    [InlineData("\"fiscalYear\": 2567", "\"fiscalYear\": 2024", "too-small", "/fiscalYear", "2024", "2540")]
    [InlineData("\"owner\": {", "\"ownr\": {", "unknown-field", "/ownr", "ownr", "owner")]
    public void A_definition_that_is_wrong_is_told_with_place_value_and_remedy(string right, string wrong, string code, string pointer, string value, string remedy)
    {
        var source = Source("doh-2.5.2567");
        source.Should().Contain(right);
        var at = source.IndexOf(right, StringComparison.Ordinal);
        var result = IndicatorDocument.Read(string.Concat(source.AsSpan(0, at), wrong, source.AsSpan(at + right.Length)));
        result.Value.Should().BeNull();
        var fault = result.Errors.Should().Contain(e => e.Code == code && e.Pointer == pointer).Which;
        fault.Line.Should().BePositive();
        fault.Message.En.Should().Contain(value);
        fault.Fix.En.Should().Contain(remedy);
        fault.Message.Th.Should().NotBeNullOrEmpty();
        fault.Fix.Th.Should().NotBeNullOrEmpty();
    }

    [Fact]
    public void Bands_that_are_not_in_order_are_told()
    {
        var json = JObject.Parse(Source("plan-performance.2567"));
        json["bands"]![2]!["from"] = 60;
        IndicatorDocument.Read(json.ToString()).Errors.Should().ContainSingle().Which.Should().Match<OpenData.Schemas.DocumentError>(e => e.Code == "band-order" && e.Pointer == "/bands/2/from");
    }

    [Fact]
    public void What_only_a_person_knows_has_to_say_what_is_asked_for()
    {
        var json = JObject.Parse(Source("moi-egov-5.7.2567"));
        ((JObject)json["levels"]![0]!["parts"]![0]!).Remove("evidence");
        IndicatorDocument.Read(json.ToString()).Errors.Should().ContainSingle().Which.Code.Should().Be("evidence-not-described");
    }

    private static int YearOf(IEnumerable<Indicator> all, int year) => IndicatorBook.Holding(all, new FiscalYear(year)).Single(i => i.Id == "doh-2.5").FiscalYear;

    private static string Source(string name) => File.ReadAllText(Path.Combine(Folder, name + ".json"));
}
