using System.Text;
using OpenData.Rules.Scanning;
using OpenData.Schemas.Values;

namespace OpenData.Rules.Privacy;

/// <summary>Looks for personal data in the cells of one column; what they are is judged after the last row, of the column as a whole.</summary>
/// <param name="header">The column's header.</param>
/// <param name="keep">How many cells of each kind are kept to be shown.</param>
internal sealed class PersonalWatch(string header, int keep)
{
    private const HeaderHints ByHeader = HeaderHints.Passport | HeaderHints.BankAccount | HeaderHints.Card | HeaderHints.FullName | HeaderHints.PartName;

    /// <summary>Values that a column must have before ten plain digits without any word may be called mobile numbers.</summary>
    private const int FewestPlainMobiles = 20;

    private readonly HeaderHints hints = Headers.Read(header);
    private readonly PersonalTally wholeIds = new();
    private readonly PersonalTally idsInText = new();
    private readonly PersonalTally plainMobiles = new();
    private readonly PersonalTally byHeader = new();
    private readonly PersonalTally[] inText = [.. Enum.GetValues<PersonalKind>().Select(_ => new PersonalTally())];
    private int mobilePrefixes;

    private IEnumerable<PersonalTally> Tallies => [wholeIds, idsInText, plainMobiles, byHeader, .. inText];

    /// <summary>True where the header says that short numbers, too, may be personal: telephone, account and card numbers.</summary>
    public bool ReadsAllNumbers => (hints & (ByHeader | HeaderHints.Phone)) != 0;

    /// <summary>A watch of the same column that has seen nothing yet, for another thread.</summary>
    public PersonalWatch Fork() => new(header, keep);

    /// <summary>Adds what a fork has seen.</summary>
    public void Add(PersonalWatch fork)
    {
        foreach (var (mine, theirs) in Tallies.Zip(fork.Tallies))
        {
            mine.Add(theirs, keep);
        }

        mobilePrefixes |= fork.mobilePrefixes;
    }

    /// <summary>Looks at a cell with a value; true where it noted something.</summary>
    public bool Look(long row, long line, ReadOnlySpan<byte> cell, in CellReading reading) => reading.Shape switch
    {
        Shape.Integer when !ReadsAllNumbers && cell[0] != '+' => NationalIds.MayBe(reading.Mantissa) && NoteWholeId(row, line, reading.Mantissa),
        Shape.LeadingZero when !ReadsAllNumbers => reading.Mantissa is >= 600_000_000 and <= 999_999_999 && LookAtPlainMobile(row, line, cell),
        Shape.Integer or Shape.LeadingZero or Shape.BigInteger => LookAtText(row, line, cell, reading),
        Shape.Text or Shape.WithUnit or Shape.Thousands or Shape.DecimalComma or Shape.Parenthesised =>
            ((hints & ByHeader) != 0 || CandidateBytes.MayHold(cell) || CandidateBytes.MayBeTitled(cell)) && LookAtText(row, line, cell, reading),
        _ => false,
    };

    /// <summary>What the column holds, once all rows are known.</summary>
    /// <param name="values">How many cells have a value.</param>
    /// <param name="isAmongPersons">True where other columns hold personal data: few numbers with right check digits are then ids, too.</param>
    public IReadOnlyList<PersonalVerdict> Judge(long values, bool isAmongPersons)
    {
        var verdicts = new List<PersonalVerdict>();
        var areIds = isAmongPersons || hints.HasFlag(HeaderHints.NationalId);
        Add(wholeIds, PersonalKind.NationalId, areIds ? Chance.IsShare(wholeIds.DistinctRight, wholeIds.Distinct) : Chance.Excludes(wholeIds.DistinctRight, wholeIds.Distinct));
        Add(idsInText, PersonalKind.NationalId, idsInText.Distinct < 10 || Chance.IsShare(idsInText.DistinctRight, idsInText.Distinct));
        var mobiles = inText[(int)PersonalKind.MobileNumber];
        var contact = hints.HasFlag(HeaderHints.Office) ? Severity.Info : Severity.Error;
        Add(mobiles, PersonalKind.MobileNumber, !hints.HasFlag(HeaderHints.Code) || hints.HasFlag(HeaderHints.Phone), contact);
        Add(plainMobiles, PersonalKind.MobileNumber, ArePlainMobiles(values), contact);
        Add(inText[(int)PersonalKind.LandlineNumber], PersonalKind.LandlineNumber, hints.HasFlag(HeaderHints.Phone) && !hints.HasFlag(HeaderHints.Office), Severity.Info);
        Add(inText[(int)PersonalKind.Email], PersonalKind.Email, true, contact);
        var areNames = (hints & (HeaderHints.FullName | HeaderHints.PartName)) != 0 && byHeader.Count * 2 >= values;
        Add(inText[(int)PersonalKind.PersonName], PersonalKind.PersonName, !areNames);
        var kind = hints.HasFlag(HeaderHints.Passport) ? PersonalKind.Passport : hints.HasFlag(HeaderHints.Card) ? PersonalKind.CardNumber : hints.HasFlag(HeaderHints.BankAccount) ? PersonalKind.BankAccount : PersonalKind.PersonName;
        Add(byHeader, kind, byHeader.Count * 2 >= values);
        return verdicts;

        void Add(PersonalTally tally, PersonalKind of, bool isPersonal, Severity severity = Severity.Error)
        {
            if (tally.Count > 0 && isPersonal)
            {
                verdicts.Add(new PersonalVerdict(of, severity, tally.Count, tally.Samples, tally.Count * 2 >= values));
            }
        }
    }

    /// <summary>Codes may look like telephone numbers: without any word for them, all values must, and they must have every mobile prefix.</summary>
    private bool ArePlainMobiles(long values) =>
        !hints.HasFlag(HeaderHints.Code) && plainMobiles.Count >= FewestPlainMobiles && plainMobiles.Count >= values * CheckLimits.TypeThreshold && mobilePrefixes == 0b111;

    private bool NoteWholeId(long row, long line, long number)
    {
        wholeIds.AddChecked(row, line, number, keep);
        return true;
    }

    private bool LookAtPlainMobile(long row, long line, ReadOnlySpan<byte> cell)
    {
        var text = Text(cell);
        if (text.Length != 10 || text[1] is not ('6' or '8' or '9'))
        {
            return false;
        }

        mobilePrefixes |= text[1] switch { '6' => 1, '8' => 2, _ => 4 };
        plainMobiles.Add(row, line, $"{text[..2]}x-xxx-xx{text[^2..]}", keep);
        return true;
    }

    private bool LookAtText(long row, long line, ReadOnlySpan<byte> cell, in CellReading reading)
    {
        var text = Text(cell);
        var isByHeader = (hints & ByHeader) != 0 && IsByHeader(text);
        if (isByHeader)
        {
            byHeader.Add(row, line, MaskedByHeader(text), keep);
            if ((hints & (HeaderHints.FullName | HeaderHints.PartName)) == 0)
            {
                return true;
            }
        }

        var isAboutPhones = hints.HasFlag(HeaderHints.Phone);
        if (isAboutPhones && LostZero(text, reading) is { } phone)
        {
            text = phone;
        }

        return NotePieces(row, line, text, isAboutPhones, reading.Shape) || isByHeader;
    }

    private bool NotePieces(long row, long line, string text, bool isAboutPhones, Shape shape)
    {
        var (seen, isNoted) = (0, false);
        foreach (var piece in PersonalText.Find(text, isAboutPhones))
        {
            isNoted = true;
            if (piece.Kind == PersonalKind.NationalId)
            {
                (shape == Shape.Integer ? wholeIds : idsInText).AddChecked(row, line, piece.Number, keep);
            }
            else if ((seen & (1 << (int)piece.Kind)) == 0)
            {
                // A cell counts once per kind, however many of them it holds.
                seen |= 1 << (int)piece.Kind;
                inText[(int)piece.Kind].Add(row, line, piece.Masked, keep);
            }
        }

        return isNoted;
    }

    private bool IsByHeader(string text) =>
        (hints.HasFlag(HeaderHints.Passport) && NumbersByHeader.IsPassport(text))
        || (hints.HasFlag(HeaderHints.Card) && NumbersByHeader.IsCard(text))
        || (hints.HasFlag(HeaderHints.BankAccount) && NumbersByHeader.IsBankAccount(text))
        || ((hints & (HeaderHints.FullName | HeaderHints.PartName)) != 0 && (PersonNames.IsName(text, hints.HasFlag(HeaderHints.FullName) ? 2 : 1) || PersonNames.TryTitled(text, 1, out _)));

    private string MaskedByHeader(string text) => (hints & (HeaderHints.FullName | HeaderHints.PartName)) != 0 ? PersonNames.Mask(text) : Masks.Number(text);

    /// <summary>A spreadsheet drops the zero of a telephone number, and some write 66 without the plus.</summary>
    private static string? LostZero(string text, in CellReading reading) => reading.Shape != Shape.Integer ? null : text switch
    {
        [>= '2' and <= '9', ..] when text.Length is 8 or 9 => "0" + text,
        ['6', '6', ..] when text.Length is 10 or 11 => "+" + text,
        _ => null,
    };

    private static string Text(ReadOnlySpan<byte> cell)
    {
        var text = Encoding.UTF8.GetString(WhiteSpace.Trim(cell));
        return ThaiDigits.Contains(text) ? ThaiDigits.ToArabic(text) : text;
    }
}

/// <summary>Personal data of one kind in a column.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Severity">An error, or a note for an office's contact data that may be a person's.</param>
/// <param name="Count">How many cells hold it.</param>
/// <param name="Samples">The first of them, masked.</param>
/// <param name="IsMost">True where at least half of the values hold it.</param>
public sealed record PersonalVerdict(PersonalKind Kind, Severity Severity, long Count, IReadOnlyList<CellSample> Samples, bool IsMost);
