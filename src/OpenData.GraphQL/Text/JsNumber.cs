using System.Globalization;
using System.Text;

namespace OpenData.GraphQL.Text;

/// <summary>Numbers as JavaScript writes them, so that messages are those of graphql-js.</summary>
internal static class JsNumber
{
    /// <summary>ECMA-262, Number::toString: plain digits from 1e-6 up to 1e21, else with an exponent.</summary>
    public static string Format(double value)
    {
        if (double.IsNaN(value)) return "NaN";
        if (double.IsInfinity(value)) return value > 0 ? "Infinity" : "-Infinity";
        if (value == 0) return "0";
        var shortest = value.ToString("R", CultureInfo.InvariantCulture);
        if (!shortest.Contains('E', StringComparison.Ordinal) && Math.Abs(value) is >= 1e-6 and < 1e21) return shortest;
        var (sign, digits, exponent) = Parts(shortest);
        var text = new StringBuilder(sign);
        if (exponent is >= 0 and < 21)
        {
            if (digits.Length <= exponent + 1) return text.Append(digits.PadRight(exponent + 1, '0')).ToString();
            return text.Append(digits[..(exponent + 1)]).Append('.').Append(digits[(exponent + 1)..]).ToString();
        }
        if (exponent is < 0 and >= -7 && Math.Abs(value) >= 1e-6) return text.Append("0.").Append('0', -exponent - 1).Append(digits).ToString();
        text.Append(digits[0]);
        if (digits.Length > 1) text.Append('.').Append(digits.AsSpan(1));
        return text.Append('e').Append(exponent < 0 ? '-' : '+').Append(Math.Abs(exponent)).ToString();
    }

    /// <summary>Sign, significant digits and the exponent of the first digit.</summary>
    static (string Sign, string Digits, int Exponent) Parts(string shortest)
    {
        var sign = shortest[0] == '-' ? "-" : "";
        var text = shortest[sign.Length..];
        var mark = text.IndexOf('E', StringComparison.Ordinal);
        var exponent = mark < 0 ? 0 : int.Parse(text[(mark + 1)..], CultureInfo.InvariantCulture);
        var mantissa = mark < 0 ? text : text[..mark];
        var point = mantissa.IndexOf('.', StringComparison.Ordinal);
        var digits = mantissa.Replace(".", "", StringComparison.Ordinal);
        exponent += (point < 0 ? digits.Length : point) - 1;
        var trimmed = digits.TrimStart('0');
        exponent -= digits.Length - trimmed.Length;
        return (sign, trimmed.TrimEnd('0'), exponent);
    }
}
