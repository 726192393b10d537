using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace OpenData.Server.Tests.Trials;

/// <summary>
/// A dataset whose file comes in editions. Every row of an edition carries its number, and no two editions have the same
/// number of rows, so that an answer mixed of two of them, or cut, shows.
/// </summary>
internal sealed class EditedDataset(string name, int rows)
{
    public const string Resource = "readings";

    public const string Dictionary =
        """
        {
          "columns": [
            { "name": "id", "description": { "th": "ลำดับ", "en": "Number of the reading" }, "type": "integer", "required": true },
            { "name": "edition", "description": { "th": "ฉบับของไฟล์", "en": "Edition of the file" }, "type": "integer", "required": true },
            { "name": "place", "description": { "th": "สถานที่", "en": "Place" }, "type": "text", "required": true },
            { "name": "amount", "description": { "th": "ปริมาณ", "en": "Amount" }, "type": "decimal", "required": true }
          ],
          "key": ["id"]
        }
        """;

    private static readonly string[] Places = ["กรุงเทพมหานคร", "เชียงใหม่", "ขอนแก่น", "สงขลา", "ชลบุรี"];

    /// <summary>The editions that were written, by the hash of their bytes.</summary>
    private readonly ConcurrentDictionary<string, int> editions = [];

    public string Name => name;

    /// <summary>Form 1 of the dataset.</summary>
    public string Form =>
        $$"""
        {
          "name": "{{name}}",
          "title": { "th": "ค่าที่อ่านได้", "en": "Readings" },
          "data_type": "record",
          "owner_org": { "name": "example", "title": { "th": "หน่วยงานตัวอย่าง", "en": "Example agency" } },
          "maintainer": { "th": "เจ้าหน้าที่ข้อมูล", "en": "Data officer" },
          "maintainer_email": "data@example.go.th",
          "tag_string": ["readings"],
          "notes": { "th": "ค่าที่อ่านได้", "en": "Readings" },
          "objective": ["unknown"],
          "update_frequency_unit": "unknown",
          "geo_coverage": "province",
          "data_source": { "th": "หน่วยงาน", "en": "The agency" },
          "data_format": ["csv"],
          "data_category": "public",
          "data_classification": "open",
          "license_id": "cc-by",
          "accessible_condition": { "th": "ไม่มีการจำกัดการเข้าถึงข้อมูล", "en": "No restriction on access" },
          "resources": [
            { "key": "{{Resource}}", "name": { "th": "ค่าที่อ่านได้", "en": "Readings" }, "file": "readings.csv", "dictionary": "readings.dictionary.json", "format": "CSV" }
          ]
        }
        """;

    public int RowsOf(int edition) => rows + edition;

    /// <summary>The edition whose bytes have this hash.</summary>
    public int EditionOf(string sha256)
    {
        editions.TryGetValue(sha256, out var edition).Should().BeTrue("{0} is the hash of a file that was sent", sha256);
        return edition;
    }

    public byte[] File(int edition)
    {
        var text = new StringBuilder("id,edition,place,amount\r\n");
        for (var id = 1; id <= RowsOf(edition); id++)
        {
            // The amounts fall while the ids rise, and none is there twice: an order by them is the opposite of the file's.
            text.Append(CultureInfo.InvariantCulture, $"{id},{edition},{Places[id % Places.Length]},{1_000_000 - id}.{id % 10}\r\n");
        }

        var bytes = Encoding.UTF8.GetBytes(text.ToString());
        editions[Convert.ToHexStringLower(SHA256.HashData(bytes))] = edition;
        return bytes;
    }

    /// <summary>Writes the dataset's folder with an edition of its file.</summary>
    public void WriteFolder(string folder, int edition)
    {
        Directory.CreateDirectory(folder);
        System.IO.File.WriteAllText(Path.Combine(folder, "dataset.json"), Form);
        System.IO.File.WriteAllText(Path.Combine(folder, "readings.dictionary.json"), Dictionary);
        System.IO.File.WriteAllBytes(Path.Combine(folder, "readings.csv"), File(edition));
    }
}
