using System.Text;
using OpenData.Publishing.Repair;

namespace OpenData.Tests.Repair;

/// <summary>A test on real files of public repositories, which are not kept here: skipped, visibly, where the folder is absent.</summary>
public sealed class RealFileFactAttribute : FactAttribute
{
    /// <summary>Names the folder; without it the folder beside the repository is taken.</summary>
    public const string Variable = "OPENDATA_REAL_FILES";

    public RealFileFactAttribute() => Skip = Folder is null ? $"no folder of real files: set {Variable}" : null;

    public static string? Folder { get; } = Find();

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
        {
            return Directory.Exists(named) ? named : null;
        }

        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "OpenData.sln")))
        {
            root = root.Parent;
        }

        var beside = root is null ? null : Path.GetFullPath(Path.Combine(root.FullName, "../shared/data/real"));
        return Directory.Exists(beside) ? beside : null;
    }
}

public class RealFileTests
{
    [RealFileFact]
    public void Windows_874_files_say_in_UTF_8_what_they_said()
    {
        foreach (var name in new[] { "districts", "provinces", "sub_districts" })
        {
            var path = Messy($"cp874_dhanabhon_{name}.csv");
            var told = Encoding.GetEncoding(874).GetString(File.ReadAllBytes(path)).ReplaceLineEndings("\r\n");

            // The files have no comma, quote or line break inside a value, so that their quotes need not be.
            Converted.OfFile(path, repairs: false).Text.Should().Be(told.Replace("\"", "", StringComparison.Ordinal));
        }
    }

    [RealFileFact]
    public void Dates_in_two_forms_thousands_and_6572_blank_rows_are_put_right()
    {
        var repaired = Converted.OfFile(Messy("bbsrc_25k_mixed_dates.csv"), repairs: true);
        var lines = repaired.Text.Split("\r\n");

        lines.Should().HaveCount(69).And.HaveElementAt(68, "");
        lines[0].Should().Be("Department Family,Entity,Date,Expense Type,Expense Area,Supplier,Transaction Number,Amount,VAT Registration Number");
        lines[1].Should().Be("BIS,BBSRC,2010-11-01,Fuel Oil R&M Consumables,IAH,Estate Management,IAH126,47715.95,");
        lines[3].Should().Be("BIS,BBSRC,2010-11-03,Research Grant Expenditure,RISD - Innovation Skills,University of Essex,174195,111737.00,");
        repaired.Tally.CountOf(RepairKind.BlankRow).Should().Be(6572);
        repaired.Tally.CountOf(RepairKind.IsoDate).Should().Be(67);
    }

    [RealFileFact]
    public void A_title_block_two_header_rows_and_a_total_are_taken_off()
    {
        var doubled = Converted.OfFile(Messy("gla_2009-12_double_header.csv"), repairs: true).Text.Split("\r\n");
        doubled[0].Should().Be("Supplier Supplier Name,Expense Description Expense Code Description,Amount Amount Paid");
        doubled[1].Should().Be("2CL COMMUNICATIONS LTD,Equipment Purchase/Hire,7296.75");

        var titled = Converted.OfFile(Messy("gla_2012-13_P10_title_block_cp1252.csv"), repairs: true);
        titled.Text.Should().StartWith("Vendor ID,Vendor Name,Cost Element,Expenditure Account Code Description,Document No,Amount,Clearing Date\r\n"
            + "15500235,LONDON BOROUGH OF TOWER HAMLETS,544075,Grants to External Organisations,5107745583,4929203.00,2012-12-20\r\n");
        titled.Changes.Single(c => c.Kind == RepairKind.TotalRow).Old.Should().Be(",,,,,,\"66,938,627.74\",");
        titled.Text.Should().Contain(",(360.00),", "a number in parentheses may be negative, and stays");

        var shortYears = Converted.OfFile(Messy("gla_2013-14_P07_title_block.csv"), repairs: true);
        shortYears.Text.Should().Contain(",4516218.19,03-Oct-13\r\n", "a year of two digits stays");
    }

    [RealFileFact]
    public void Merged_cells_of_a_file_without_a_header_are_filled_as_a_person_filled_them()
    {
        var filled = Rows(Converted.OfFile(Messy("noheader_vertical_merge_areas_raw.csv"), repairs: true).Text);
        var byHand = Rows(Converted.OfFile(Messy("noheader_areas_clean.csv"), repairs: false).Text);

        filled.Should().Equal(byHand);

        static List<string> Rows(string text) => [.. text.Split("\r\n").Select(row => string.Join(",", row.Split(',').Take(2)))];
    }

    [RealFileFact]
    public void Repairing_any_real_file_twice_is_repairing_it_once()
    {
        foreach (var path in Directory.GetFiles(Path.Combine(RealFileFactAttribute.Folder!, "messy"), "*.csv"))
        {
            var once = Converted.OfFile(path, repairs: true);
            var twice = Converted.Of(once.Bytes, repairs: true);

            twice.Bytes.Should().Equal(once.Bytes, "{0}", Path.GetFileName(path));
            twice.Changes.Should().BeEmpty("{0}", Path.GetFileName(path));
        }
    }

    private static string Messy(string name) => Path.Combine(RealFileFactAttribute.Folder!, "messy", name);
}
