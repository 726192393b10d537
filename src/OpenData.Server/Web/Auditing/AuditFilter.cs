using System.Globalization;
using System.Runtime.CompilerServices;
using OpenData.Registry;
using OpenData.Server.Web.Forms;
using OpenData.Store;

namespace OpenData.Server.Web.Auditing;

/// <summary>Which entries of the audit log an auditor wants to see.</summary>
/// <param name="Actor">What the actor's name contains, or null.</param>
/// <param name="Object">What the object's name contains, or null.</param>
/// <param name="From">The first day, by the clock of Thailand, or null.</param>
/// <param name="To">The last day, or null.</param>
internal sealed record AuditFilter(string? Actor, string? Object, DateOnly? From, DateOnly? To)
{
    /// <summary>The names of its parameters.</summary>
    public static readonly IReadOnlyList<string> Parameters = ["actor", "object", "from", "to"];

    private static readonly TimeSpan Thailand = TimeSpan.FromHours(7);

    /// <summary>Reads it from a query; days are taken in either era. The names of the days that are none are given beside it.</summary>
    public static (AuditFilter Filter, IReadOnlyList<string> Faulty) Read(IQueryCollection query)
    {
        var faulty = new List<string>();
        return (new AuditFilter(Said(query["actor"]), Said(query["object"]), Day("from"), Day("to")), faulty);

        DateOnly? Day(string name)
        {
            if (Said(query[name]) is not { } typed)
            {
                return null;
            }

            if (DateOnly.TryParseExact(WrittenDay.Keep(typed), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                return day;
            }

            faulty.Add(name);
            return null;
        }
    }

    public bool Matches(AuditEntry entry) =>
        (Actor is null || entry.Actor.Name.Contains(Actor, StringComparison.OrdinalIgnoreCase))
        && (Object is null || entry.Object.Contains(Object, StringComparison.OrdinalIgnoreCase))
        && ((From is null && To is null) || (DayOf(entry) is var day && (From is null || day >= From) && (To is null || day <= To)));

    /// <summary>The entries that match, in the order of the log, read as they come.</summary>
    public async IAsyncEnumerable<AuditEntry> ReadAsync(IAuditStore audit, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var entry in audit.ReadAsync(cancellation: cancellation))
        {
            if (Matches(entry))
            {
                yield return entry;
            }
        }
    }

    /// <summary>The moment of an entry by the clock of Thailand; null where the log says no moment, as one that was tampered with may.</summary>
    public static DateTimeOffset? Moment(AuditEntry entry) =>
        DateTimeOffset.TryParse(entry.Time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time.ToOffset(Thailand) : null;

    private static DateOnly? DayOf(AuditEntry entry) => Moment(entry) is { } time ? DateOnly.FromDateTime(time.DateTime) : null;

    private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Replace("\0", "", StringComparison.Ordinal).Trim();
}
