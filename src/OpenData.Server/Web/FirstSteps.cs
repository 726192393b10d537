using OpenData.Registry;
using OpenData.Registry.Access;
using OpenData.Schemas;
using OpenData.Server.Access;
using OpenData.Server.Web.Auditing;
using OpenData.Server.Web.Forms;
using OpenData.Store;

namespace OpenData.Server.Web;

/// <summary>A step of somebody's first hour.</summary>
/// <param name="Text">What to do.</param>
/// <param name="Address">Where, or null.</param>
/// <param name="Link">What the link says.</param>
/// <param name="IsDone">True where it was done.</param>
internal sealed record FirstStep(LocalText Text, string? Address, LocalText Link, bool IsDone = false);

/// <summary>The first steps in a role.</summary>
/// <param name="Role">The role.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Steps">The steps, in order.</param>
internal sealed record FirstSteps(Role Role, LocalText Title, IReadOnlyList<FirstStep> Steps)
{
    /// <summary>The steps of each of the caller's roles; an admin's go once they are all done.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="store">Where people and organizations are looked up.</param>
    /// <param name="toDecide">How many datasets wait for an approver.</param>
    /// <param name="cancellation">Ends it.</param>
    public static async Task<IReadOnlyList<FirstSteps>> OfAsync(Caller caller, IDataStore store, int toDecide, CancellationToken cancellation)
    {
        var roles = (caller.Actor?.Grants ?? []).Select(g => g.Role).Distinct().Order().ToList();
        var steps = new List<FirstSteps>();
        foreach (var role in roles)
        {
            steps.Add(role switch
            {
                Role.Admin => await OfAdminAsync(store, cancellation),
                Role.Officer => OfOfficer(),
                Role.Approver => OfApprover(toDecide),
                _ => OfAuditor(),
            });
        }

        return [.. steps.Where(s => s.Role != Role.Admin || s.Steps.Any(step => !step.IsDone)).OrderBy(s => s.Role == Role.Admin ? 0 : 1)];
    }

    private static async Task<FirstSteps> OfAdminAsync(IDataStore store, CancellationToken cancellation)
    {
        var organizations = await store.Registry.ListOrganizationsAsync(cancellation);
        var accounts = await store.Accounts.ListAsync(cancellation);
        FirstStep Person(LocalText text, Role role) => new(text, "/people#add-person", FirstTexts.ToPeople, accounts.Any(a => !a.IsDisabled && a.Grants.Any(g => g.Role == role)));
        return new FirstSteps(Role.Admin, FirstTexts.AsAdmin,
        [
            new FirstStep(FirstTexts.PasswordSet, null, LocalText.Empty, IsDone: true),
            new FirstStep(FirstTexts.AddOrganization, "/people#add-organization", FirstTexts.ToPeople, organizations.Count > 0),
            Person(FirstTexts.AddOfficer, Role.Officer),
            Person(FirstTexts.AddApprover, Role.Approver),
            Person(FirstTexts.AddAuditor, Role.Auditor),
        ]);
    }

    private static FirstSteps OfOfficer() => new(Role.Officer, FirstTexts.AsOfficer,
    [
        new FirstStep(FirstTexts.Register, "/work/register", FormTexts.Register),
        new FirstStep(FirstTexts.GiveFile, null, LocalText.Empty),
        new FirstStep(FirstTexts.Mend, null, LocalText.Empty),
        new FirstStep(FirstTexts.Submit, null, LocalText.Empty),
    ]);

    private static FirstSteps OfApprover(int toDecide) => new(Role.Approver, FirstTexts.AsApprover,
        [new FirstStep(toDecide > 0 ? SheetPage.Filled(FirstTexts.Waiting, toDecide) : FirstTexts.NothingToDecide, null, LocalText.Empty)]);

    private static FirstSteps OfAuditor() => new(Role.Auditor, FirstTexts.AsAuditor,
    [
        new FirstStep(FirstTexts.ReadLog, "/audit", AuditTexts.Title),
        new FirstStep(FirstTexts.ReadReports, "/audit/reports", AuditTexts.Reports),
        new FirstStep(FirstTexts.PrintEvidence, "/scores", FirstTexts.Scores),
    ]);
}
