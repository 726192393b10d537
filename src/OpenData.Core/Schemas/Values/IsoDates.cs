namespace OpenData.Schemas.Values;

/// <summary>Reads ISO 8601: <c>YYYY-MM-DD</c>, <c>YYYY-MM-DDThh:mm[:ss[.fff]][Z|±hh:mm]</c> (a space may stand for the T, as RFC 3339 allows) and <c>hh:mm[:ss]</c>.</summary>
public static class IsoDates
{
    /// <summary>The first year that is taken for one of the Buddhist era: C.E. 1857, older than any register of ours.</summary>
    public const int FirstBuddhistYear = 2400;

    /// <summary>The last one: C.E. 2100, as far ahead as plans go; 9999-12-31 stands for "no end" and is of the common era.</summary>
    public const int LastBuddhistYear = 2643;

    /// <summary>Years of the Buddhist era run ahead of the common era by 543.</summary>
    public const int BuddhistOffset = 543;

    /// <summary>True for a year of the Buddhist era.</summary>
    public static bool IsBuddhist(long year) => year is >= FirstBuddhistYear and <= LastBuddhistYear;

    /// <summary>Reads an ISO date, date-time or time; false for anything else. A day that does not exist is a reading marked impossible.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, out CellReading reading)
    {
        reading = default;
        if ((text.Length == 5 || (text.Length == 8 && text[5] == ':')) && text[2] == ':')
        {
            return TryTime(text, out reading);
        }

        if (text.Length < 10 || text[4] != '-' || text[7] != '-' || !Digits(text[..4], out var year) || !Digits(text[5..7], out var month) || !Digits(text[8..10], out var day))
        {
            return false;
        }

        if (text.Length == 10)
        {
            reading = Of(Shape.IsoDate, year, month, day);
            return true;
        }

        if (text[10] is not ((byte)'T' or (byte)' ' or (byte)'t') || !IsClock(text[11..]))
        {
            return false;
        }

        reading = Of(Shape.IsoDateTime, year, month, day);
        return true;
    }

    /// <summary>A date of the given shape; years from 2400 to 2643 are of the Buddhist era.</summary>
    internal static CellReading Of(Shape shape, int year, int month, int day)
    {
        var isBuddhist = IsBuddhist(year);
        var marks = isBuddhist ? ShapeMarks.Buddhist : ShapeMarks.None;
        var common = isBuddhist ? year - BuddhistOffset : year;
        return common is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(common, month)
            ? new CellReading(shape, marks, new DateOnly(common, month, day).DayNumber, 0)
            : new CellReading(shape, marks | ShapeMarks.Impossible, 0, 0);
    }

    /// <summary>True for <c>hh:mm[:ss[.f…]]</c> with an optional <c>Z</c> or offset.</summary>
    internal static bool IsClock(ReadOnlySpan<byte> text)
    {
        if (text.Length < 5 || text[2] != ':' || !Digits(text[..2], out var hour) || !Digits(text[3..5], out var minute) || hour > 24 || minute > 59)
        {
            return false;
        }

        // 24:00 is the end of the day, and nothing comes after it.
        var isEndOfDay = hour == 24;
        if (isEndOfDay && minute > 0)
        {
            return false;
        }

        text = text[5..];
        if (text is [(byte)':', ..])
        {
            if (text.Length < 3 || !Digits(text[1..3], out var second) || second > 60 || (isEndOfDay && second > 0))
            {
                return false;
            }

            text = text[3..];
            if (text is [(byte)'.' or (byte)',', ..])
            {
                var end = text[1..].IndexOfAnyExceptInRange((byte)'0', (byte)'9');
                if (end == 0 || text.Length == 1)
                {
                    return false;
                }

                text = end < 0 ? [] : text[(end + 1)..];
            }
        }

        return text is [] or [(byte)'Z' or (byte)'z'] || IsOffset(text);
    }

    private static bool IsOffset(ReadOnlySpan<byte> text) =>
        text is [(byte)'+' or (byte)'-', ..]
        && text.Length is 3 or 5 or 6
        && Digits(text[1..3], out var hours) && hours < 24
        && (text.Length == 3 || ((text.Length == 5 || text[3] == ':') && Digits(text[^2..], out var minutes) && minutes < 60));

    private static bool TryTime(ReadOnlySpan<byte> text, out CellReading reading)
    {
        var isTime = IsClock(text);
        var second = 0;
        if (!isTime || !Digits(text[..2], out var hour) || !Digits(text[3..5], out var minute) || (text.Length == 8 && !Digits(text[6..], out second)))
        {
            reading = default;
            return false;
        }

        reading = new CellReading(Shape.Time, ShapeMarks.None, (((hour * 60) + minute) * 60) + second, 0);
        return true;
    }

    private static bool Digits(ReadOnlySpan<byte> text, out int value)
    {
        value = 0;
        foreach (var digit in text)
        {
            if ((uint)(digit - '0') > 9)
            {
                return false;
            }

            value = (value * 10) + (digit - '0');
        }

        return true;
    }
}
