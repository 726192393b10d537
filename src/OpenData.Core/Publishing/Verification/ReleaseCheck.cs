using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using OpenData.Intake;
using OpenData.Registry;
using OpenData.Reports;
using OpenData.Rules;
using OpenData.Schemas;
using OpenData.Store;

namespace OpenData.Publishing.Verification;

/// <summary>Proves one release: the original is the file it was, the rows are the original's, the report can be made again.</summary>
internal sealed class ReleaseCheck(IDataStore store, Dataset dataset, Resource resource, Release release)
{
    private readonly string name = IsStaged(release) ? AuditObjects.Staged(dataset.Name, resource.Key) : AuditObjects.Release(dataset.Name, resource.Key, release.Number);

    public async Task<IReadOnlyList<Discrepancy>> RunAsync(CancellationToken cancellation)
    {
        if (store.Originals.Inspect(release.Sha256, release.FileName, cancellation) is not { } original)
        {
            return [new Discrepancy(DiscrepancyCodes.FileMissing, name) { Expected = release.Sha256 }];
        }

        if (original.Sha256 != release.Sha256)
        {
            return [new Discrepancy(DiscrepancyCodes.FileSwapped, name) { Expected = release.Sha256, Found = original.Sha256 }];
        }

        try
        {
            return await CheckAsync(original, cancellation);
        }

        // Of the basis, which may be edited into nonsense, or of the rows that it refers to; a database's own exceptions are external ones.
        catch (Exception unreadable) when (unreadable is ExternalException or JsonException or Newtonsoft.Json.JsonException or FormatException)
        {
            return [new Discrepancy(DiscrepancyCodes.Unreadable, name) { Found = Discrepancies.Cut(unreadable.Message) }];
        }
    }

    /// <summary>True of a file that waits for its review: it has no number yet.</summary>
    private static bool IsStaged(Release release) => release.Number == 0;

    private async Task<IReadOnlyList<Discrepancy>> CheckAsync(Upload original, CancellationToken cancellation)
    {
        var noted = IsStaged(release)
            ? await store.Reviews.FindStagedBasisAsync(release.ResourceId, cancellation)
            : await store.Registry.FindBasisAsync(release.ResourceId, release.Number, cancellation);
        var basis = noted ?? await CheckBasis.GuessAsync(store, dataset.Form, release, cancellation);
        var inspection = await CheckBasis.InspectAsync(store, original, release, resource.Key, basis, cancellation);
        if (inspection.Layout is null)
        {
            return [new Discrepancy(DiscrepancyCodes.RowsUnreadable, name) { Found = "the original has no table any more" }];
        }

        var rows = await new RowsCheck(store, name, release).RunAsync(inspection, cancellation);
        var report = await CheckReportAsync(inspection, isGuessed: noted is null, cancellation);
        return report is null ? [.. rows] : [.. rows, report];
    }

    private async Task<Discrepancy?> CheckReportAsync(Inspection inspection, bool isGuessed, CancellationToken cancellation)
    {
        var kept = (IsStaged(release)
            ? await store.Reviews.FindStagedReportAsync(release.ResourceId, cancellation)
            : await store.Registry.FindReportAsync(release.ResourceId, release.Number, cancellation)) ?? [];
        var again = JsonReport.Write(ReportBuilder.Build(inspection), Language.English);
        if (again.AsSpan().SequenceEqual(kept))
        {
            return null;
        }

        if (RuleBookOf(kept) is { } ruleBook && ruleBook != RuleBook.Version)
        {
            return new Discrepancy(DiscrepancyCodes.RuleBookMoved, name) { Expected = RuleBook.Version, Found = Discrepancies.Cut(ruleBook) };
        }

        return isGuessed ? new Discrepancy(DiscrepancyCodes.BasisUnknown, name) : FirstDifference(kept, again);
    }

    /// <summary>The rule book that a report names, or null where it is no report.</summary>
    private static string? RuleBookOf(byte[] report)
    {
        try
        {
            using var json = JsonDocument.Parse(report);
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("ruleBook", out var version) && version.ValueKind == JsonValueKind.String ? version.GetString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private Discrepancy FirstDifference(byte[] kept, byte[] again)
    {
        var (there, expected) = (Encoding.UTF8.GetString(kept).Split('\n'), Encoding.UTF8.GetString(again).Split('\n'));
        var line = there.Zip(expected).TakeWhile(pair => pair.First == pair.Second).Count();
        return new Discrepancy(DiscrepancyCodes.ReportDiffers, name)
        {
            Row = line + 1,
            Expected = Discrepancies.Cut(expected.ElementAtOrDefault(line)?.Trim() ?? ""),
            Found = Discrepancies.Cut(there.ElementAtOrDefault(line)?.Trim() ?? ""),
        };
    }
}
