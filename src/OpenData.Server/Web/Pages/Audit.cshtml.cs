using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using OpenData.Publishing.Verification;
using OpenData.Registry;
using OpenData.Schemas;
using OpenData.Server.Access;
using OpenData.Server.Rest.Validation;
using OpenData.Server.Web.Auditing;
using OpenData.Store;

namespace OpenData.Server.Web.Pages;

/// <summary>The audit log for those who see everything: filtered, proved, taken home.</summary>
public sealed class AuditModel : WorkPage
{
    private const int HashLength = 64;

    internal override LocalText Heading => AuditTexts.Title;
    internal AuditFilter Filter { get; private set; } = new(null, null, null, null);

    /// <summary>The names of the days that are none.</summary>
    internal IReadOnlyList<string> Faulty { get; private set; } = [];

    /// <summary>The entries shown, the newest first.</summary>
    internal IReadOnlyList<AuditEntry> Entries { get; private set; } = [];

    /// <summary>How many match in all.</summary>
    internal long Matching { get; private set; }

    /// <summary>What reading the log, or everything, has proved.</summary>
    internal Verification Proof { get; private set; } = null!;

    /// <summary>True where files, rows and reports were read again too.</summary>
    internal bool IsWhole { get; private set; }

    /// <summary>What was typed as the end that was noted before.</summary>
    internal string Noted { get; private set; } = "";

    internal bool IsNotedFaulty { get; private set; }

    internal string? Older { get; private set; }

    private IDataStore Store => HttpContext.RequestServices.GetRequiredService<IDataStore>();

    private CancellationToken Cancellation => HttpContext.RequestAborted;

    private protected override bool IsOpenTo(Caller caller) => caller.SeesAll;

    private protected override LocalText Closed => AccessTexts.AuditorsOnly;

    public async Task OnGetAsync(string? noted, long? before)
    {
        Noted = noted?.Trim() ?? "";
        var head = HeadOf(Noted);
        IsNotedFaulty = Noted.Length > 0 && head is null;
        Proof = await new Verifier(Store).CheckLogAsync(head, Cancellation);
        await ReadAsync(before ?? long.MaxValue);
    }

    /// <summary>Reads everything again, when it is its turn: that takes as long as it takes.</summary>
    public async Task<IActionResult> OnPostProveAsync()
    {
        var desk = HttpContext.RequestServices.GetRequiredService<CheckDesk>();
        Proof = await (await desk.ReadAsync(() => new Verifier(Store).RunAsync(null, null, Cancellation), Cancellation));
        IsWhole = true;
        await ReadAsync(long.MaxValue);
        return Page();
    }

    /// <summary>The address of an export with the filter of the page.</summary>
    internal string Export(string suffix) => "/audit." + suffix + Query("?", null);

    private async Task ReadAsync(long before)
    {
        (Filter, Faulty) = AuditFilter.Read(Request.Query);
        var shown = new Queue<AuditEntry>();
        await foreach (var entry in Filter.ReadAsync(Store.Audit, Cancellation))
        {
            Matching++;
            if (entry.Sequence < before)
            {
                shown.Enqueue(entry);
                if (shown.Count > ServerLimits.AuditEntries + 1)
                {
                    shown.Dequeue();
                }
            }
        }

        var newest = shown.Reverse().ToList();
        Entries = [.. newest.Take(ServerLimits.AuditEntries)];
        Older = newest.Count > ServerLimits.AuditEntries ? "/audit" + Query("?", Entries[^1].Sequence) : null;
    }

    private string Query(string start, long? before)
    {
        var parts = AuditFilter.Parameters.Where(p => !string.IsNullOrWhiteSpace(Request.Query[p]) && !Faulty.Contains(p)).Select(p => $"{p}={Uri.EscapeDataString(Request.Query[p].ToString())}").ToList();
        if (before is { } entry)
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"before={entry}"));
        }

        return parts.Count == 0 ? "" : start + string.Join('&', parts);
    }

    /// <summary>The end of the log that somebody noted as <c>12:ab34…</c>, or null where the text is none.</summary>
    private static AuditHead? HeadOf(string noted)
    {
        var parts = noted.Split(':', StringSplitOptions.TrimEntries);
        return parts is [var entries, { Length: HashLength } hash] && long.TryParse(entries, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0 && hash.All(char.IsAsciiHexDigitLower)
            ? new AuditHead(count, hash)
            : null;
    }
}
