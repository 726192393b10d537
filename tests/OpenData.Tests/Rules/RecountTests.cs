using System.Globalization;
using OpenData.Reports;
using OpenData.Schemas;

namespace OpenData.Tests.Rules;

/// <summary>Three hundred random tables with faults sown in them: the report counts what a slow and obvious recount counts.</summary>
public sealed class RecountTests
{
    private static readonly string[] Codes = ["type-error", "missing-cell", "extra-cell", "blank-row", "value-required", "not-in-code-list", "out-of-range", "duplicate-key", "duplicate-row"];

    private static readonly DataDictionary Dictionary = Checked.Dictionary(
        """
        { "name": "id", "type": "text", "description": "ก", "required": true }, { "name": "kind", "type": "code", "description": "ก", "codes": [ { "code": "A" }, { "code": "B" } ] },
        { "name": "amount", "type": "integer", "description": "ก", "required": true, "minimum": 10, "maximum": 90 }, { "name": "rate", "type": "number", "description": "ก" }, { "name": "word", "type": "text", "description": "ก" }
        """,
        """, "key": ["id"] """);

    [Fact]
    public void The_report_counts_what_a_slow_recount_counts()
    {
        var random = new Random(300);
        for (var table = 0; table < 300; table++)
        {
            var rows = Sown(random);
            var text = "id,kind,amount,rate,word\n" + string.Concat(rows.Select(r => string.Join(',', r) + "\n"));
            var report = Checked.ReportOf(text, Dictionary);
            foreach (var code in Codes)
            {
                Checked.CountOf(report, code).Should().Be(Recount(code, rows), "{0} of {1}", code, text);
            }

            report.File.Rows.Should().Be(rows.Count(r => !IsBlank(r)), text);
            BlankRowsAtTheEndAreWarnings(report, rows);
        }
    }

    private static List<string[]> Sown(Random random)
    {
        var rows = new List<string[]>();
        for (var i = random.Next(2, 60); i > 0; i--)
        {
            // Every row has words beside its numbers, so that none looks like a total or a note.
            string[] row = [$"r{random.Next(1000)}", random.Next(2) == 0 ? "A" : "B", random.Next(10, 91).ToString(CultureInfo.InvariantCulture), "1.5", "คำ"];
            switch (random.Next(12))
            {
                case 0: row[2] = (string[])["ผิด", "1.5", "2024-01-01", "ใช่"] is var bad ? bad[random.Next(4)] : ""; break;
                case 1: row = row[..random.Next(3, 5)]; break;
                case 2: row = [.. row, "x"]; break;
                case 3: row = ["", "", "", "", ""]; break;
                case 4: row = [""]; break;
                case 5: row[0] = ""; break;
                case 6: row[2] = " "; break;
                case 7: row[1] = "C"; break;
                case 8: row[2] = (string[])["9", "91", "-50", "1000"] is var far ? far[random.Next(4)] : ""; break;
                case 9 when rows.Count > 0: row = rows[random.Next(rows.Count)]; break;
                case 10: row[3] = "abc"; break;
            }

            rows.Add(row);
        }

        return rows;
    }

    private static bool IsBlank(string[] row) => row.All(string.IsNullOrWhiteSpace);

    private static int Recount(string code, List<string[]> rows)
    {
        var inked = rows.Where(r => !IsBlank(r)).ToList();
        // Cells of a row that is too long belong to no column for sure, and those that a short row lacks are told as missing cells.
        var placed = inked.Where(r => r.Length <= 5).ToList();
        string[] Cells(int column) => [.. placed.Where(r => r.Length > column).Select(r => r[column].Trim())];
        bool IsInteger(string cell) => long.TryParse(cell, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);
        return code switch
        {
            "type-error" => Cells(2).Count(c => c.Length > 0 && !IsInteger(c)) + Cells(3).Count(c => c.Length > 0 && !decimal.TryParse(c, CultureInfo.InvariantCulture, out _)),
            "missing-cell" => inked.Count(r => r.Length < 5),
            "extra-cell" => inked.Count(r => r.Length > 5),
            "blank-row" => rows.Count(IsBlank),
            "value-required" => Cells(0).Count(c => c.Length == 0) + Cells(2).Count(c => c.Length == 0),
            "not-in-code-list" => Cells(1).Count(c => c.Length > 0 && c is not ("A" or "B")),
            "out-of-range" => Cells(2).Count(c => IsInteger(c) && long.Parse(c, CultureInfo.InvariantCulture) is < 10 or > 90),
            "duplicate-key" => placed.Count - placed.Select(r => r[0]).Distinct().Count(),
            _ => placed.Count - placed.Select(r => string.Join(',', r)).Distinct().Count(),
        };
    }

    private static void BlankRowsAtTheEndAreWarnings(Report report, List<string[]> rows)
    {
        var trailing = rows.AsEnumerable().Reverse().TakeWhile(IsBlank).Count();
        report.Summary.Where(s => s.Code == "blank-row" && s.Severity == OpenData.Rules.Severity.Warning).Sum(s => s.Count).Should().Be(trailing);
    }
}
