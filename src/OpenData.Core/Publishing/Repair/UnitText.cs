using System.Buffers;
using OpenData.Schemas.Values;

namespace OpenData.Publishing.Repair;

/// <summary>Parts a number from its unit or currency: <c>12 คน</c>, <c>45%</c>, <c>฿300</c>.</summary>
internal static class UnitText
{
    private static readonly SearchValues<char> NumberStart = SearchValues.Create("+-0123456789");

    /// <summary>The number and the unit; null where the rest is no number that a program reads, but for groups of three.</summary>
    public static (string Number, string Unit)? Split(string text)
    {
        var first = text.AsSpan().IndexOfAny(NumberStart);
        var last = text.AsSpan().LastIndexOfAnyInRange('0', '9');
        if (first < 0 || last < first)
        {
            return null;
        }

        var (before, number, after) = (text[..first].Trim(), text[first..(last + 1)], text[(last + 1)..].Trim());
        var shape = CellReader.Read(number).Shape;
        return (before.Length == 0) != (after.Length == 0) && shape is Shape.Integer or Shape.LeadingZero or Shape.Decimal or Shape.Thousands
            ? (number, before + after)
            : null;
    }
}
