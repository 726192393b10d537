using Newtonsoft.Json.Linq;
using OpenData.Reports;
using OpenData.Rules;
using OpenData.Schemas;

namespace OpenData.Tests.Rules;

/// <summary>Every rule before real bytes: it finds its fault in the bad files and nothing in the good and the tricky ones.</summary>
public sealed class FixtureTests
{
    private static readonly string Folder = Path.Combine(Repository.Folder, "tests", "OpenData.Tests", "Rules", "Fixtures");

    public static TheoryData<string, string> Files => Every("bad-*", "good-*", "tricky-*");

    [Theory]
    [MemberData(nameof(Files))]
    public void A_rule_finds_its_fault_where_it_is_and_nowhere_else(string code, string name)
    {
        var folder = Path.Combine(Folder, code);
        using var file = Checked.Of(File.ReadAllBytes(Path.Combine(folder, name)), name);
        var report = ReportBuilder.Build(file.Inspect(DictionaryOf(folder), references: ReferencesOf(folder)));
        if (name.StartsWith("bad-", StringComparison.Ordinal))
        {
            Checked.CountOf(report, code).Should().BePositive("{0} breaks the rule; found: {1}", name, string.Join("; ", Checked.Flat(report)));
        }
        else
        {
            Checked.Flat(report, names: true).Where(f => f.StartsWith(code + " ", StringComparison.Ordinal)).Should().BeEmpty("{0} does not break the rule", name);
        }
    }

    /// <summary>A row beyond the limit and two million rows are too large for a fixture, and no file makes a dictionary incomplete.</summary>
    [Fact]
    public void Every_rule_has_bad_and_good_files() =>
        RuleBook.Rules.Select(r => r.Code).Where(c => c is not ("too-large" or "not-all-compared" or "dictionary-incomplete") && !(Has(c, "bad-*") && Has(c, "good-*"))).Should().BeEmpty();

    private static bool Has(string code, string pattern) => Directory.Exists(Path.Combine(Folder, code)) && Directory.GetFiles(Path.Combine(Folder, code), pattern).Length > 0;

    private static TheoryData<string, string> Every(params string[] patterns)
    {
        var files = new TheoryData<string, string>();
        foreach (var path in patterns.SelectMany(p => Directory.GetFiles(Folder, p, SearchOption.AllDirectories)).Order(StringComparer.Ordinal))
        {
            files.Add(Path.GetFileName(Path.GetDirectoryName(path)!), Path.GetFileName(path));
        }

        return files;
    }

    private static DataDictionary? DictionaryOf(string folder)
    {
        var path = Path.Combine(folder, "dictionary.json");
        if (!File.Exists(path))
        {
            return null;
        }

        var result = DictionaryDocument.Read(File.ReadAllBytes(path));
        result.Errors.Should().BeEmpty(path);
        return result.Value;
    }

    private static Keys? ReferencesOf(string folder)
    {
        var path = Path.Combine(folder, "references.json");
        return File.Exists(path) ? new Keys(JObject.Parse(File.ReadAllText(path))) : null;
    }

    private sealed class Keys(JObject datasets) : IReferenceKeys
    {
        public IReadOnlySet<string>? KeysOf(Reference reference) => datasets[reference.Dataset] is { } keys ? keys.Select(k => (string)k!).ToHashSet() : null;
    }
}
