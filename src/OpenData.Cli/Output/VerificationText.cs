using System.Globalization;
using OpenData.Publishing.Verification;

namespace OpenData.Cli.Output;

/// <summary>A verification for people: what was found, one line each, then the verdict and the end of the log to be noted down.</summary>
internal static class VerificationText
{
    public static IEnumerable<string> Lines(Verification verification, Terminal terminal)
    {
        foreach (var found in verification.Found.OrderBy(f => f.IsNote))
        {
            yield return $"{(found.IsNote ? "·" : "✘")} {found.Code}: {found.In(terminal.Language)}";
        }

        var faults = Number(verification.Found.Count(f => !f.IsNote));
        var read = terminal.Say(
            $"บันทึก {Number(verification.Head.Entries)} รายการ, {Number(verification.Releases)} รุ่น, {Number(verification.Rows)} แถว",
            $"{Number(verification.Head.Entries)} log entries, {Number(verification.Releases)} releases, {Number(verification.Rows)} rows");
        yield return verification.Proved
            ? terminal.Say($"✔ ไม่พบการแก้ไข: {read}", $"✔ proved: {read}")
            : terminal.Say($"✘ พบความไม่ตรงกัน {faults} แห่ง: {read}", $"✘ {faults} discrepancies: {read}");
        yield return terminal.Say(
            $"ท้ายบันทึก (จดไว้ ครั้งหน้าใช้กับ --head): {verification.Head.Entries}:{verification.Head.Hash}",
            $"end of the log (note it down, and give it to --head next time): {verification.Head.Entries}:{verification.Head.Hash}");
    }

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
