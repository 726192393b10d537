using System.Globalization;
using Newtonsoft.Json.Linq;
using OpenData.Registry;
using OpenData.Schemas;

namespace OpenData.Benchmarks.Search;

/// <summary>A dataset as the bench makes it.</summary>
/// <param name="Form">Its Form 1.</param>
/// <param name="Dictionary">Its Form 2.</param>
internal sealed record GeneratedDataset(DatasetForm Form, DataDictionary Dictionary);

/// <summary>Organizations and datasets such as a national catalog has, the same ones each time.</summary>
internal static class GeneratedCatalog
{
    private const int Seed = 20260311;
    private const int Tables = 32;
    private static readonly string[] Formats = ["csv", "xls", "xml", "database"];
    private static readonly string[] Licenses = ["odc", "cc-by", "cc-by-sa"];

    /// <summary>Ministries, and the offices below each.</summary>
    public static IReadOnlyList<Organization> Organizations { get; } =
    [
        .. CatalogWords.Ministries.Select((m, i) => new Organization(Ministry(i), new LocalText($"กระทรวง{m.Th}", $"Ministry of {m.En}"), null)),
        .. CatalogWords.Ministries.SelectMany((m, i) => CatalogWords.Offices.Select((o, j) => new Organization(Office(i, j), new LocalText($"{o.Th}{m.Th}", $"{o.En} ({m.En})"), Ministry(i)))),
    ];

    /// <summary>The dictionaries, of which each dataset has one.</summary>
    public static IReadOnlyList<DataDictionary> Dictionaries { get; } = [.. Enumerable.Range(0, Tables).Select(i => Dictionary(new Random(Seed + i)))];

    public static IEnumerable<GeneratedDataset> Datasets(int count)
    {
        var random = new Random(Seed);
        return Enumerable.Range(0, count).Select(i => Dataset(random, i));
    }

    private static GeneratedDataset Dataset(Random random, int number)
    {
        var (measure, subject, province, village) = (Pick(random, CatalogWords.Measures), Pick(random, CatalogWords.Subjects), Pick(random, CatalogWords.Provinces), Village(random));
        var year = random.Next(2555, 2570);
        var other = Pick(random, CatalogWords.Subjects);
        var form = new JObject
        {
            ["name"] = string.Create(CultureInfo.InvariantCulture, $"dataset-{number:00000}"),
            ["title"] = new JObject
            {
                ["th"] = $"{measure.Th}{subject.Th}จังหวัด{province.Th}บ้าน{village.Th} ปี พ.ศ. {year}",
                ["en"] = $"{measure.En} {subject.En} in Ban {village.En}, {province.En}, {year - 543}",
            },
            ["data_type"] = number % 5 == 0 ? "stat" : "record",
            ["owner_org"] = Office(random.Next(CatalogWords.Ministries.Length), random.Next(CatalogWords.Offices.Length)),
            ["maintainer"] = new JObject { ["th"] = $"กลุ่มงานข้อมูล{subject.Th}", ["en"] = "Data team" },
            ["maintainer_email"] = "data@example.go.th",
            ["tag_string"] = new JArray(new[] { subject.Th, subject.En, province.Th, other.Th, $"บ้าน{village.Th}" }.Distinct(StringComparer.Ordinal)),
            ["notes"] = new JObject
            {
                ["th"] = $"ชุดข้อมูลนี้แสดง{measure.Th}{subject.Th}ในพื้นที่จังหวัด{province.Th} รวบรวมจากการสำรวจที่บ้าน{village.Th}และบ้าน{Village(random).Th} จำแนกตามอำเภอและตำบล เปรียบเทียบกับ{other.Th} ปรับปรุงเป็นประจำทุกปี ใช้ประกอบการวางแผนและติดตามผลการดำเนินงานของหน่วยงาน",
                ["en"] = $"{measure.En} {subject.En} in {province.En}, surveyed in {village.En} and {Village(random).En}, by district and subdistrict, compared with {other.En}. Updated every year.",
            },
            ["objective"] = new JArray("unknown"),
            ["update_frequency_unit"] = "year",
            ["update_frequency_interval"] = 1,
            ["geo_coverage"] = "province",
            ["data_source"] = new JObject { ["th"] = $"สำนักงานจังหวัด{province.Th}", ["en"] = $"Provincial office of {province.En}" },
            ["data_format"] = new JArray(Formats.Where((_, i) => i == number % 4 || random.Next(4) == 0)),
            ["data_category"] = "public",
            ["data_classification"] = "open",
            ["license_id"] = Pick(random, Licenses),
            ["accessible_condition"] = new JObject { ["th"] = "ไม่มีการจำกัดการเข้าถึงข้อมูล", ["en"] = "No restriction on access" },
            ["data_language"] = new JArray("th"),
            ["resources"] = new JArray(new JObject { ["key"] = "rows", ["name"] = new JObject { ["th"] = $"{measure.Th}{subject.Th}", ["en"] = $"{measure.En} {subject.En}" }, ["format"] = "CSV" }),
        };
        return new GeneratedDataset(new DatasetForm(form), Pick(random, Dictionaries));
    }

    private static DataDictionary Dictionary(Random random)
    {
        var columns = CatalogWords.Columns.Where(_ => random.Next(2) == 0).Prepend(CatalogWords.Columns[0]).Distinct()
            .Select(c => new DictionaryColumn { Name = c.Name, Header = c.Th, Label = new LocalText(c.Th, c.En), Description = new LocalText($"{c.Th}ของข้อมูลแต่ละรายการ", null), Type = ColumnType.Text });
        var dictionary = new DataDictionary { Columns = [.. columns], Sha256 = "" };
        return dictionary with { Sha256 = DictionaryDocument.Sha256(dictionary) };
    }

    private static (string Th, string En) Village(Random random)
    {
        var (a, b, c) = (Pick(random, CatalogWords.Syllables), Pick(random, CatalogWords.Syllables), Pick(random, CatalogWords.Syllables));
        return (a.Th + b.Th + c.Th, char.ToUpperInvariant(a.En[0]) + a.En[1..] + " " + char.ToUpperInvariant(b.En[0]) + b.En[1..] + c.En);
    }

    private static string Ministry(int number) => $"ministry-{number}";

    private static string Office(int ministry, int office) => $"office-{ministry}-{office}";

    private static T Pick<T>(Random random, IReadOnlyList<T> from) => from[random.Next(from.Count)];
}
