using OpenData.Reports;
using OpenData.Rules;

namespace OpenData.Tests.Rules;

/// <summary>Real files of other people: what a person saw in them is told, and what is not there is not.</summary>
public sealed class RealFilesTests
{
    /// <summary>What INDEX.md and a look at each file say must be found; more may be.</summary>
    private static readonly Dictionary<string, string[]> Messy = new()
    {
        ["bbsrc_25k_mixed_dates.csv"] = ["date-not-iso", "mixed-date-formats", "blank-row", "label-spaces", "blank-column", "thousands-separator"],
        ["budget_2022-3-17_blank_header.csv"] = ["blank-label", "thousands-separator"],
        ["budget_2022-3-3(2)-bug.csv"] = ["blank-label", "thousands-separator"],
        ["cp874_dhanabhon_districts.csv"] = ["not-utf8"],
        ["cp874_dhanabhon_provinces.csv"] = ["not-utf8"],
        ["cp874_dhanabhon_sub_districts.csv"] = ["not-utf8"],
        ["cpi_by_province_sparse.csv"] = ["byte-order-mark", "buddhist-era-date"],
        ["econvis_output_duplicate_header.csv"] = ["duplicate-label"],
        ["econvis_tha_cpi_blank_header.csv"] = ["blank-label"],
        ["gla_2009-12_double_header.csv"] = ["title-above-header", "multi-row-header", "thousands-separator"],
        ["gla_2012-13_P10_title_block_cp1252.csv"] = ["title-above-header", "blank-column", "not-utf8", "thousands-separator", "total-row", "date-not-iso"],
        ["gla_2013-14_P07_title_block.csv"] = ["title-above-header", "blank-column", "two-digit-year", "total-row"],
        ["gla_2014-15_P08_title_block_side_table.csv"] = ["title-above-header", "sub-table", "type-error", "thousands-separator", "total-row"],
        ["montpellier_budget_semicolon_latin1.csv"] = ["separator-not-comma", "not-utf8", "thousands-separator", "label-spaces"],
        ["noheader_areas_clean.csv"] = ["missing-header"],
        ["noheader_vertical_merge_areas_raw.csv"] = ["missing-header", "merged-cells-trace"],
        ["thailand_food_price_dmy_dates.csv"] = ["date-not-iso"],
        ["tmd_stations_duplicate_header.csv"] = ["duplicate-label", "malformed-quoting", "extra-cell"],
        ["wevis_2019_PT_projection_blank_header.csv"] = ["blank-label"],
    };

    /// <summary>Errors that clean files truly have, and how many.</summary>
    private static readonly Dictionary<string, (string Code, long Count)[]> CleanErrors = new()
    {
        // Row 213 says "1,557" projects, in quotes, where the other 596 rows have plain numbers.
        ["econvis_tha_boi_applications_by_province.csv"] = [("thousands-separator", 1)],
        // Row 79 has Prison for a district number; the 77 provinces have 1 to 13.
        ["covidthailand_province_mapping.csv"] = [("type-error", 1)],
    };

    public static TheoryData<string> MessyTables => [.. Names("messy", ".csv")];
    public static TheoryData<string> CleanTables => [.. Names("clean", ".csv")];
    public static TheoryData<string> Workbooks => [.. Names("messy", ".xlsx"), .. Names("messy", ".xls")];

    [RealFilesTheory]
    [MemberData(nameof(MessyTables))]
    public void A_messy_table_is_told_what_a_person_sees_in_it(string name)
    {
        Messy.Should().ContainKey(name, "somebody must look at the file and say what is wrong with it");
        var report = ReportOf("messy", name);
        report.Summary.Select(s => s.Code).Should().Contain(Messy[name]);
        if (name.StartsWith("cp874_", StringComparison.Ordinal))
        {
            (report.File.Encoding, report.Counts.Error).Should().Be(("windows-874", 0), "it is otherwise clean");
        }
    }

    [RealFilesTheory]
    [MemberData(nameof(CleanTables))]
    public void A_clean_table_has_no_errors_but_those_that_are_there(string name)
    {
        var report = ReportOf("clean", name);
        report.Summary.Where(s => s.Severity == Severity.Error).Select(s => (s.Code, s.Count)).Should().Equal(CleanErrors.GetValueOrDefault(name, []));
    }

    [RealFilesTheory]
    [MemberData(nameof(Workbooks))]
    public void A_workbook_is_no_table_of_text(string name) => Checked.Flat(ReportOf("messy", name)).Should().Equal("not-tabular - -");

    [RealFilesFact]
    public void The_blank_rows_that_Excel_left_are_all_counted_and_do_no_harm()
    {
        var report = ReportOf("messy", "bbsrc_25k_mixed_dates.csv");
        report.Summary.Single(s => s.Code == "blank-row").Should().Be(new ReportSummary("blank-row", Severity.Warning, 6572, 100));
        report.File.Rows.Should().Be(67);
    }

    [RealFilesTheory]
    [InlineData("gla_2009-12_double_header.csv", 4)]
    [InlineData("gla_2012-13_P10_title_block_cp1252.csv", 7)]
    [InlineData("gla_2014-15_P08_title_block_side_table.csv", 8)]
    public void A_pound_sign_is_no_Thai_letter_and_the_header_is_below_the_title(string name, long header)
    {
        var report = ReportOf("messy", name);
        (report.File.Encoding, report.File.HeaderRow).Should().Be(("windows-1252", header));
    }

    [Fact]
    public void Percentages_of_which_two_have_a_fraction_are_no_type_errors()
    {
        var path = Path.Combine(Repository.Folder, "datasets", "mdes-project-budgets-2567", "budgets.csv");
        Checked.ReportOf(File.ReadAllBytes(path)).Counts.Error.Should().Be(0);
    }

    private static Report ReportOf(string folder, string name)
    {
        using var file = Checked.Of(File.ReadAllBytes(Path.Combine(Repository.RealFiles!, folder, name)), name);
        return file.Report();
    }

    /// <summary>The files of a folder; one name that is no file where there is none, since a theory without data fails.</summary>
    private static string[] Names(string folder, string extension) => Repository.RealFiles is null
        ? ["absent"]
        : [.. Directory.GetFiles(Path.Combine(Repository.RealFiles, folder)).Where(f => Path.GetExtension(f) == extension).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];
}
