using System.Globalization;
using Microsoft.AspNetCore.Http.Features;
using OpenData.Registry;
using OpenData.Schemas;
using OpenData.Server.Rest.Problems;
using OpenData.Store;

namespace OpenData.Server.Rest.RowQueries;

/// <summary>Reads which row an address asks for: by the values of the key, separated by commas, or by its number where there is no key.</summary>
internal static class RowKey
{
    /// <summary>The query of the row, or null where the address can be none.</summary>
    public static RowQuery? Read(HttpContext context, Release release)
    {
        var parts = Parts(context);
        var key = release.Dictionary.Key;
        if (key.Count == 0)
        {
            // Rows are numbered from 1 without gaps: the one behind the row before.
            return parts is [{ } one] && long.TryParse(one, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1
                ? new RowQuery { Select = [], After = new RowPosition([], number - 1), Limit = 1 }
                : null;
        }

        if (parts.Length != key.Count)
        {
            return null;
        }

        var conditions = new List<Filter>(key.Count);
        for (var i = 0; i < key.Count; i++)
        {
            var column = release.Dictionary.IndexOf(key[i]);
            if (parts[i] is not { } part || ValueText.Read(part, release.Dictionary.Columns[column].Type) is not { } value)
            {
                return null;
            }

            conditions.Add(new Filter.Compare(column, FilterOperator.Eq, [value]));
        }

        return new RowQuery { Select = [], Where = new Filter.And(conditions), Limit = 1 };
    }

    /// <summary>The 404 that says by what rows are found.</summary>
    public static Problem Unknown(HttpContext context, string resource, Release release)
    {
        var asked = ProblemTexts.Shown(string.Join(',', Parts(context)));
        var key = release.Dictionary.Key;
        if (key.Count == 0)
        {
            return new Problem(ProblemKinds.UnknownRow, new LocalText(
                $"ตาราง “{resource}” ไม่มีแถว “{asked}” ตารางนี้ไม่มีคีย์ ใช้ลำดับแถว 1 ถึง {release.Rows}",
                $"The table “{resource}” has no row “{asked}”. It has no key: rows are found by their number, 1 to {release.Rows}."));
        }

        var columns = string.Join(", ", key.Select(k => $"{k} ({RowTexts.TypeName(release.Dictionary.Columns[release.Dictionary.IndexOf(k)].Type)})"));
        return new Problem(ProblemKinds.UnknownRow, new LocalText(
            $"ตาราง “{resource}” ไม่มีแถวที่มีคีย์ “{asked}” คีย์คือคอลัมน์: {columns}{(key.Count > 1 ? " คั่นค่าด้วยจุลภาค จุลภาคในค่าเขียนเป็น %2C" : "")}",
            $"The table “{resource}” has no row with the key “{asked}”. The key's columns are: {columns}{(key.Count > 1 ? "; values are separated by commas, a comma in a value is written %2C" : "")}."));
    }

    /// <summary>The values as they were sent, each decoded by itself; null for one that is no percent-encoded UTF-8.</summary>
    private static string?[] Parts(HttpContext context)
    {
        var target = context.Features.Get<IHttpRequestFeature>()?.RawTarget ?? context.Request.Path;
        var end = target.AsSpan().IndexOfAny('?', '#');
        var path = end < 0 ? target : target[..end];
        var values = path[(path.LastIndexOf('/') + 1)..].Split(',');

        // In a path a plus is a plus.
        return [.. values.Select(v => Parameters.PercentText.Decode(v.Replace("+", "%2B", StringComparison.Ordinal)))];
    }
}
