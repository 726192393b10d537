using OpenData.Registry;
using OpenData.Schemas;
using OpenData.Scores.Indicators;
using OpenData.Scores.Measures;
using OpenData.Store;

namespace OpenData.Scores;

/// <summary>A fault of evidence that somebody gives.</summary>
/// <param name="Field">Which item is at fault.</param>
/// <param name="Message">What is wrong, with the value.</param>
/// <param name="Fix">How to mend it.</param>
public sealed record EvidenceFault(string Field, LocalText Message, LocalText Fix);

/// <summary>Takes evidence for parts of indicators, after looking whether it belongs there.</summary>
/// <param name="store">Where it is kept.</param>
public sealed class EvidenceDesk(IDataStore store)
{
    private const int LongestText = 2000;

    /// <summary>Keeps the evidence, or tells every fault of it and keeps nothing.</summary>
    public async Task<IReadOnlyList<EvidenceFault>> AddAsync(Evidence evidence, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        var faults = new List<EvidenceFault>();
        if (await store.Registry.FindOrganizationAsync(evidence.Organization, cancellation) is null)
        {
            faults.Add(Unknown("organization", evidence.Organization, [.. (await store.Registry.ListOrganizationsAsync(cancellation)).Select(o => o.Name)]));
        }

        var indicators = IndicatorBook.Of(new FiscalYear(evidence.FiscalYear));
        if (indicators.FirstOrDefault(i => i.Id == evidence.Indicator) is { } indicator)
        {
            Part(indicator, evidence, faults);
            await DatasetAsync(indicator, evidence, faults, cancellation);
        }
        else
        {
            faults.Add(Unknown("indicator", evidence.Indicator, [.. indicators.Select(i => i.Id)]));
        }

        Texts(evidence, faults);
        if (faults.Count == 0)
        {
            await store.Scores.AddEvidenceAsync(evidence, cancellation);
        }

        return faults;
    }

    private static void Part(Indicator indicator, Evidence evidence, List<EvidenceFault> faults)
    {
        var asked = AskedEvidence.Of(indicator, new FiscalYear(evidence.FiscalYear));
        if (asked.FirstOrDefault(p => p.Id == evidence.Part)?.Part is not { } part)
        {
            faults.Add(Unknown("part", evidence.Part, [.. asked.Select(p => p.Id)]));
            return;
        }

        if (part.Measure is Measure.Given or Measure.MeanRating && evidence is { Value: null, Withdrawn: false })
        {
            faults.Add(new("value", new($"ส่วน {part.Id} ต้องมีค่า", $"The part {part.Id} needs a value."), new("ใส่ค่าที่เอกสารแสดง", "Give the value that the document shows.")));
        }

        if (evidence.Value is { } value && (value < 0 || value > (part.Full ?? decimal.MaxValue)))
        {
            var most = part.Full is { } full ? EvidenceMeasures.Number(full) : "";
            faults.Add(new(
                "value",
                new($"ค่า {EvidenceMeasures.Number(value)} อยู่นอกช่วง 0–{most}", $"The value {EvidenceMeasures.Number(value)} is outside 0–{most}."),
                new("ใส่ค่าที่เอกสารแสดง", "Give the value that the document shows.")));
        }
    }

    private async Task DatasetAsync(Indicator indicator, Evidence evidence, List<EvidenceFault> faults, CancellationToken cancellation)
    {
        if (indicator.OfDatasets != evidence.Dataset is not null)
        {
            faults.Add(new(
                "dataset",
                indicator.OfDatasets ? new($"หลักฐานของ {indicator.Id} ต้องบอกชุดข้อมูล", $"Evidence for {indicator.Id} has to name a dataset.") : new($"หลักฐานของ {indicator.Id} เป็นของทั้งหน่วยงาน", $"Evidence for {indicator.Id} is about the whole organization."),
                indicator.OfDatasets ? new("ใส่ชื่อชุดข้อมูล", "Give the dataset's name.") : new("ไม่ต้องใส่ชุดข้อมูล", "Leave the dataset out.")));
        }
        else if (evidence.Dataset is { } name && (await store.Registry.FindDatasetAsync(name, cancellation))?.Organization != evidence.Organization)
        {
            faults.Add(new(
                "dataset",
                new($"หน่วยงาน {evidence.Organization} ไม่มีชุดข้อมูล “{name}”", $"The organization {evidence.Organization} has no dataset “{name}”."),
                new("ใช้ชื่อชุดข้อมูลที่หน่วยงานนี้ลงทะเบียนไว้", "Use the name of a dataset that this organization has registered.")));
        }
    }

    private static void Texts(Evidence evidence, List<EvidenceFault> faults)
    {
        foreach (var (field, text) in new[] { ("link", evidence.Link), ("by", evidence.GivenBy) })
        {
            if (string.IsNullOrWhiteSpace(text) || text.Length > LongestText)
            {
                faults.Add(new(field, new($"“{field}” ว่างหรือยาวเกิน {LongestText} อักขระ", $"“{field}” is empty or longer than {LongestText} characters."), new("ใส่ข้อความสั้น ๆ", "Give a short text.")));
            }
        }

        if (IsAddress(evidence.Link) && !IsWebAddress(evidence.Link))
        {
            faults.Add(new(
                "link",
                new($"“{Shown(evidence.Link)}” ไม่ใช่ที่อยู่เว็บ", $"“{Shown(evidence.Link)}” is no web address."),
                new("ใช้ http:// หรือ https:// หรือใส่เลขที่หนังสือ เช่น นร 0123/456", "Use http:// or https://, or give the number of a letter, such as NR 0123/456.")));
        }

        if (evidence.Date > FiscalYear.ThaiDay(evidence.Given))
        {
            faults.Add(new(
                "date",
                new($"วันที่ {evidence.Date:yyyy-MM-dd} อยู่ในอนาคต", FormattableString.Invariant($"The date {evidence.Date:yyyy-MM-dd} is in the future.")),
                new("เขียนเป็นปี ค.ศ. เช่น 2024-08-10", "Write it in C.E., such as 2024-08-10.")));
        }
    }

    /// <summary>True for a link that pages may make a link of.</summary>
    public static bool IsWebAddress(string link) =>
        Uri.TryCreate(link, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.Host.Length > 0 && !link.Any(c => char.IsControl(c) || char.IsWhiteSpace(c));

    /// <summary>True for what begins as an address does: letters, then a colon. Whatever it names, a browser might follow it.</summary>
    private static bool IsAddress(string link)
    {
        var scheme = new string([.. link.Where(c => !char.IsControl(c) && !char.IsWhiteSpace(c)).TakeWhile(c => char.IsAsciiLetterOrDigit(c) || c is '+' or '-' or '.' or ':')]);
        return scheme.Length > 1 && char.IsAsciiLetter(scheme[0]) && scheme.Contains(':', StringComparison.Ordinal);
    }

    private static string Shown(string text) => text.Length <= 80 ? text : string.Concat(text.AsSpan(0, 80), "…");

    private static EvidenceFault Unknown(string field, string given, IReadOnlyList<string> known) => new(
        field,
        new($"ไม่รู้จัก {field} “{given}”", $"The {field} “{given}” is not known."),
        new($"ใช้อย่างใดอย่างหนึ่ง: {string.Join(", ", known)}", $"Use one of: {string.Join(", ", known)}."));
}
