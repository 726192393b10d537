using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using OpenData.Registry;
using OpenData.Schemas;
using OpenData.Scores;
using OpenData.Scores.Indicators;
using OpenData.Server.Rest;
using OpenData.Server.Rest.Problems;
using OpenData.Server.Rest.Scores;
using OpenData.Store;

namespace OpenData.Server.Web.Pages;

/// <summary>The selection checklist of a dataset, or what is asked of an organization: what is attached, by whom, and forms to attach it.</summary>
public sealed class EvidenceModel : WorkPage
{
    internal override LocalText Heading => Dataset is null
        ? new($"{EvidenceTexts.Evidence.Th}: {Organization.Title.In(Language.Thai)}", $"{EvidenceTexts.Evidence.En}: {Organization.Title.In(Language.English)}")
        : new($"{EvidenceTexts.Checklist.Th}: {Dataset.WorkForm.Title.In(Language.Thai)}", $"{EvidenceTexts.Checklist.En}: {Dataset.WorkForm.Title.In(Language.English)}");

    internal Organization Organization { get; private set; } = null!;
    internal Dataset? Dataset { get; private set; }
    internal FiscalYear Year { get; private set; }
    internal bool MayGive { get; private set; }
    internal IReadOnlyList<AskedGroup> Groups { get; private set; } = [];

    /// <summary>This year and those before it that have indicators.</summary>
    internal IEnumerable<int> Years => Enumerable.Range(0, 3).Select(i => Desk.ThisYear.Number - i).Where(y => y >= IndicatorBook.All.Min(i => i.FiscalYear));

    /// <summary>The address of this page.</summary>
    internal string At => "/evidence/" + Organization.Name + (Dataset is null ? "" : "/" + Dataset.Name);

    private EvidenceIntake Intake => HttpContext.RequestServices.GetRequiredService<EvidenceIntake>();

    private ScoreDesk Desk => HttpContext.RequestServices.GetRequiredService<ScoreDesk>();

    internal static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    internal static string Style(PartState state) => state switch
    {
        PartState.Met => "good",
        PartState.NotMet => "bad",
        PartState.AwaitsEvidence => "warn",
        _ => "none",
    };

    public Task<IActionResult> OnGetAsync(string organization, string? dataset, string? year) => ShowAsync(organization, dataset, year, null);

    public async Task<IActionResult> OnPostGiveAsync(string organization, string? dataset, string? year, string? indicator, string? part, string? link, string? date, string? value)
    {
        var sent = new SentEvidence(indicator, part, link, date, value, Withdrawn: false);
        return await SendAsync(organization, dataset, year, sent);
    }

    /// <summary>Takes back what is in force: a record of its own, with the same document.</summary>
    public async Task<IActionResult> OnPostWithdrawAsync(string organization, string? dataset, string? year, string? indicator, string? part)
    {
        var (asked, fault) = ScoreRoutes.Year(year, Desk);
        if (fault is not null)
        {
            return Refuse(Problem.OfQuery([fault]));
        }

        var (_, _, refusal) = await Intake.FindAsync(organization, dataset, HttpContext.RequestAborted);
        if (refusal is not null)
        {
            return Refuse(refusal);
        }

        var given = await Intake.ListAsync(organization, dataset, asked, HttpContext.RequestAborted);
        return given.FirstOrDefault(e => e.Indicator == indicator && e.Part == part && e.Dataset == dataset) is { Withdrawn: false } inForce
            ? await SendAsync(organization, dataset, year, new SentEvidence(indicator, part, inForce.Link, Day(inForce.Date), inForce.Value?.ToString(CultureInfo.InvariantCulture), Withdrawn: true))
            : LocalRedirect(Here(organization, dataset, asked));
    }

    private async Task<IActionResult> SendAsync(string organization, string? dataset, string? year, SentEvidence sent)
    {
        var (asked, fault) = ScoreRoutes.Year(year, Desk);
        if (fault is not null)
        {
            return Refuse(Problem.OfQuery([fault]));
        }

        (_, Refusal) = await Intake.GiveAsync(organization, dataset, asked, sent, HttpContext.RequestAborted);
        return Refusal is null ? LocalRedirect(Here(organization, dataset, asked)) : await ShowAsync(organization, dataset, year, sent);
    }

    private async Task<IActionResult> ShowAsync(string organization, string? dataset, string? year, SentEvidence? typed)
    {
        var (asked, fault) = ScoreRoutes.Year(year, Desk);
        if (fault is not null)
        {
            return Refuse(Problem.OfQuery([fault]));
        }

        var (found, named, refusal) = await Intake.FindAsync(organization, dataset, HttpContext.RequestAborted);
        if (refusal is not null)
        {
            return Refuse(refusal);
        }

        (Organization, Dataset, Year, MayGive) = (found!, named, asked, Intake.MayGive(organization));
        var given = await Intake.ListAsync(organization, dataset, asked, HttpContext.RequestAborted);
        var scores = await ScoresAsync();
        Groups = [.. scores.Select(s => Group(s, given, typed)).Where(g => g.Asked.Count > 0)];
        Response.StatusCode = Refusal?.Kind.Status ?? StatusCodes.Status200OK;
        return Page();
    }

    private async Task<IReadOnlyList<IndicatorScore>> ScoresAsync()
    {
        var services = HttpContext.RequestServices;
        var scorer = new Scorer(services.GetRequiredService<IDataStore>(), services.GetRequiredService<ServerOptions>().Clock);
        return Dataset is not null
            ? await scorer.ScoreAsync(Dataset, Year, HttpContext.RequestAborted)
            : [.. (await scorer.ScoreAsync(Organization.Name, Year, publishedOnly: false, HttpContext.RequestAborted))!.Indicators.Where(i => !i.Definition.OfDatasets)];
    }

    private AskedGroup Group(IndicatorScore score, IReadOnlyList<Evidence> all, SentEvidence? typed)
    {
        var rows = new List<AskedRow>();
        IndicatorLevel? level = null;
        foreach (var asked in AskedEvidence.Of(score.Definition, Year))
        {
            var heading = asked.Level is { } at && at != level ? new LocalText($"ระดับ {at.Number}: {at.Title.Th}", $"Level {at.Number}: {at.Title.En}") : null;
            level = asked.Level;
            var given = all.Where(e => e.Indicator == score.Definition.Id && e.Part == asked.Id && e.Dataset == Dataset?.Name).ToList();
            var part = asked.Due is null ? score.Parts.FirstOrDefault(p => p.Id == asked.Id) : null;
            var state = asked.Due is { } due ? OfMonth(given, due) : part?.State;
            rows.Add(new AskedRow(asked, heading, state, part?.Reason ?? LocalText.Empty, given, typed is not null && typed.Indicator == score.Definition.Id && typed.Part == asked.Id ? typed : null));
        }

        return new AskedGroup(score.Definition, rows);
    }

    /// <summary>A month's report: in time, late, which counts as none, or still to come.</summary>
    private static PartState? OfMonth(List<Evidence> given, DateOnly due) =>
        given is [{ Withdrawn: false } newest, ..] ? newest.Date <= due ? PartState.Met : PartState.NotMet : PartState.AwaitsEvidence;

    private static string Here(string organization, string? dataset, FiscalYear year) =>
        $"/evidence/{organization}{(dataset is null ? "" : "/" + dataset)}?year={year.Number.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>An indicator with what it asks for.</summary>
    internal sealed record AskedGroup(Indicator Indicator, IReadOnlyList<AskedRow> Asked);

    /// <summary>Something asked for: how it stands, what was given, the newest first, and what was typed where that was refused.</summary>
    internal sealed record AskedRow(AskedEvidence Asked, LocalText? Heading, PartState? State, LocalText Reason, IReadOnlyList<Evidence> Given, SentEvidence? Typed)
    {
        /// <summary>What counts now, or null.</summary>
        public Evidence? InForce => Given is [{ Withdrawn: false } newest, ..] ? newest : null;
    }
}
