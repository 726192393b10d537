using System.Globalization;
using OpenData.Registry;
using OpenData.Registry.Access;
using OpenData.Schemas;
using OpenData.Scores;
using OpenData.Server.Access;
using OpenData.Server.Rest.Problems;
using OpenData.Server.Rest.Reviews;
using OpenData.Store;

namespace OpenData.Server.Rest.Scores;

/// <summary>What somebody sends to be attached to a part of an indicator; as it was typed, so that a page can show it again.</summary>
internal sealed record SentEvidence(string? Indicator, string? Part, string? Link, string? Date, string? Value, bool Withdrawn);

/// <summary>Evidence for those who see an organization's drafts; given by those who may edit them.</summary>
internal sealed class EvidenceIntake(IDataStore store, Catalog catalog, ServerOptions options)
{
    /// <summary>The organization, and the dataset where one is named, whose evidence the caller may see; or the refusal.</summary>
    public async Task<(Organization? Organization, Dataset? Dataset, Problem? Refusal)> FindAsync(string organization, string? dataset, CancellationToken cancellation)
    {
        var seen = await catalog.ListOrganizationsAsync(cancellation);
        if (seen.FirstOrDefault(o => o.Organization.Name == organization).Organization is not { } found)
        {
            return (null, null, CatalogTexts.UnknownOrganization(organization));
        }

        if (!catalog.SeesDraftsOf(organization))
        {
            return (null, null, ReviewTexts.Forbidden(DatasetAction.See, organization));
        }

        if (dataset is null)
        {
            return (found, null, null);
        }

        return await catalog.FindAsync(dataset, cancellation) is { } named && named.Organization == organization ? (found, named, null) : (null, null, CatalogTexts.UnknownDataset(dataset));
    }

    /// <summary>True where the caller may attach evidence at an organization.</summary>
    public bool MayGive(string organization) => Permissions.Of(catalog.Caller.RolesAt(organization), DatasetAction.Edit, DatasetState.Draft) == Permit.Allowed;

    /// <summary>Attaches evidence, by the caller and now; or the refusal, with every fault.</summary>
    public async Task<(Evidence? Given, Problem? Refusal)> GiveAsync(string organization, string? dataset, FiscalYear year, SentEvidence sent, CancellationToken cancellation)
    {
        var (_, _, refusal) = await FindAsync(organization, dataset, cancellation);
        if (refusal is not null)
        {
            return (null, refusal);
        }

        if (!MayGive(organization))
        {
            return (null, ReviewTexts.Forbidden(DatasetAction.Edit, organization));
        }

        var (evidence, unread) = Read(organization, dataset, year, sent);
        if (unread is not null)
        {
            return (null, unread);
        }

        var faults = await new EvidenceDesk(catalog.CallersStore).AddAsync(evidence!, cancellation);
        return faults.Count == 0 ? (evidence, null) : (null, new Problem(ProblemKinds.InvalidDocument, faults.Count == 1 ? faults[0].Message : ProblemTexts.Several(faults.Count))
        {
            Errors = [.. faults.Select(f => new ProblemError("invalid-evidence", f.Message, f.Fix) { Pointer = "/" + f.Field })],
        });
    }

    /// <summary>Every record of an organization for a year, or of one of its datasets; the newest first.</summary>
    public async Task<IReadOnlyList<Evidence>> ListAsync(string organization, string? dataset, FiscalYear year, CancellationToken cancellation) =>
        [.. (await store.Scores.ListEvidenceAsync([organization], year.Number, cancellation)).Where(e => dataset is null || e.Dataset == dataset).Reverse()];

    private (Evidence? Evidence, Problem? Refusal) Read(string organization, string? dataset, FiscalYear year, SentEvidence sent)
    {
        if (!DateOnly.TryParseExact(sent.Date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return (null, ReviewTexts.Invalid("/date", "invalid-evidence", new($"“{ProblemTexts.Shown(sent.Date ?? "")}” ไม่ใช่วันที่", $"“{ProblemTexts.Shown(sent.Date ?? "")}” is no date."), new("เขียนเป็นปี ค.ศ. เช่น 2024-08-10", "Write it in C.E., such as 2024-08-10.")));
        }

        decimal? value = null;
        if (!string.IsNullOrWhiteSpace(sent.Value))
        {
            if (!decimal.TryParse(sent.Value.Trim(), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            {
                return (null, ReviewTexts.Invalid("/value", "invalid-evidence", new($"“{ProblemTexts.Shown(sent.Value)}” ไม่ใช่จำนวน", $"“{ProblemTexts.Shown(sent.Value)}” is no number."), new("ใส่จำนวน เช่น 3.5", "Give a number, such as 3.5.")));
            }

            value = number;
        }

        return (new Evidence
        {
            Id = Guid.CreateVersion7(),
            Organization = organization,
            Dataset = dataset,
            Indicator = sent.Indicator ?? "",
            FiscalYear = year.Number,
            Part = sent.Part ?? "",
            Link = (sent.Link ?? "").Trim(),
            Date = date,
            Value = value,
            GivenBy = catalog.Caller.Account?.Display ?? catalog.Caller.Actor!.Name,
            Given = options.Clock.GetUtcNow(),
            Withdrawn = sent.Withdrawn,
        }, null);
    }
}
