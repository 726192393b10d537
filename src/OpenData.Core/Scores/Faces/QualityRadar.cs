using System.Globalization;
using System.Text;
using OpenData.Schemas;
using OpenData.Scores.Quality;
using static OpenData.Reports.Pages.HtmlText;

namespace OpenData.Scores.Faces;

/// <summary>
/// The dimensions of a release's quality as a radar: SVG without scripts or styles of its own, with the same numbers in words. A dimension that
/// is not measured has a dashed axis and takes no part in the shape.
/// </summary>
public static class QualityRadar
{
    private const double CentreX = 290;
    private const double CentreY = 150;

    /// <summary>The length of an axis, from 0 to 100.</summary>
    private const double Radius = 100;

    /// <summary>How far the labels stand from the ends of the axes.</summary>
    private const double Gap = 14;

    private static readonly int[] Rings = [25, 50, 75, 100];

    /// <summary>The picture.</summary>
    /// <param name="quality">The release's quality.</param>
    /// <param name="id">What its ids begin with: unique on the page.</param>
    /// <param name="language">The language of its words.</param>
    public static string Svg(ReleaseQuality quality, string id, Language language)
    {
        ArgumentNullException.ThrowIfNull(quality);
        var svg = new StringBuilder();
        var name = Html(id);
        svg.Append(CultureInfo.InvariantCulture, $"<svg class=\"radar\" role=\"img\" viewBox=\"0 0 580 310\" width=\"580\" height=\"310\" aria-labelledby=\"{name}-title {name}-words\">\n");
        svg.Append(CultureInfo.InvariantCulture, $"<title id=\"{name}-title\">{Html(Title(quality, language))}</title>\n<desc id=\"{name}-words\">{Html(Words(quality, language))}</desc>\n");
        Grid(svg, quality.Dimensions);
        Shape(svg, quality.Dimensions);
        Labels(svg, quality.Dimensions, language);
        return svg.Append("</svg>\n").ToString();
    }

    /// <summary>What the picture shows, in words: every dimension with its value.</summary>
    public static string Words(ReleaseQuality quality, Language language)
    {
        ArgumentNullException.ThrowIfNull(quality);
        return string.Join(", ", quality.Dimensions.Select(d => $"{d.Title.In(language)} {Shown(d, language)}"));
    }

    private static string Title(ReleaseQuality quality, Language language) => FormattableString.Invariant(language == Language.Thai
        ? $"คุณภาพข้อมูลของ {quality.Dataset}/{quality.Resource} รุ่นที่ {quality.Release} (0–100)"
        : (FormattableString)$"Data quality of {quality.Dataset}/{quality.Resource}, release {quality.Release} (0–100)");

    private static void Grid(StringBuilder svg, IReadOnlyList<Dimension> dimensions)
    {
        foreach (var ring in Rings)
        {
            var corners = string.Join(' ', dimensions.Select((_, i) => Point(i, dimensions.Count, ring / 100.0 * Radius)));
            svg.Append(CultureInfo.InvariantCulture, $"<polygon points=\"{corners}\" fill=\"none\" stroke=\"#c8ced6\"/>\n");
        }

        for (var i = 0; i < dimensions.Count; i++)
        {
            var (x, y) = At(i, dimensions.Count, Radius);
            var dashes = dimensions[i].Value is null ? " stroke-dasharray=\"4 4\"" : "";
            svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"{CentreX:0.#}\" y1=\"{CentreY:0.#}\" x2=\"{x:0.#}\" y2=\"{y:0.#}\" stroke=\"#8a94a0\"{dashes}/>\n");
        }
    }

    private static void Shape(StringBuilder svg, IReadOnlyList<Dimension> dimensions)
    {
        var corners = new List<string>();
        for (var i = 0; i < dimensions.Count; i++)
        {
            if (dimensions[i].Value is { } value)
            {
                corners.Add(Point(i, dimensions.Count, (double)Math.Clamp(value, 0, 100) / 100 * Radius));
            }
        }

        svg.Append(CultureInfo.InvariantCulture, $"<polygon points=\"{string.Join(' ', corners)}\" fill=\"#0b4f9e\" fill-opacity=\".22\" stroke=\"#0b4f9e\" stroke-width=\"2\"/>\n");
        foreach (var corner in corners)
        {
            var place = corner.Split(',');
            svg.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{place[0]}\" cy=\"{place[1]}\" r=\"3.5\" fill=\"#0b4f9e\"/>\n");
        }
    }

    private static void Labels(StringBuilder svg, IReadOnlyList<Dimension> dimensions, Language language)
    {
        for (var i = 0; i < dimensions.Count; i++)
        {
            var (x, y) = At(i, dimensions.Count, Radius + Gap);
            var anchor = Math.Abs(x - CentreX) < 1 ? "middle" : x > CentreX ? "start" : "end";

            // Two lines: above the topmost corner they end there, below the lowest they begin there.
            var first = y < CentreY - Radius ? y - 14 : y > CentreY + Radius ? y + 8 : y - 3;
            svg.Append(CultureInfo.InvariantCulture, $"<text font-size=\"14\" fill=\"#1a1f26\" text-anchor=\"{anchor}\" x=\"{x:0.#}\" y=\"{first:0.#}\">{Html(dimensions[i].Title.In(language))}<tspan x=\"{x:0.#}\" dy=\"17\" font-weight=\"700\">{Html(Shown(dimensions[i], language))}</tspan></text>\n");
        }
    }

    private static string Shown(Dimension dimension, Language language) =>
        dimension.Value is { } value ? value.ToString("0.##", CultureInfo.InvariantCulture) : language == Language.Thai ? "ยังไม่ได้วัด" : "not measured";

    private static string Point(int axis, int axes, double distance)
    {
        var (x, y) = At(axis, axes, distance);
        return string.Create(CultureInfo.InvariantCulture, $"{x:0.#},{y:0.#}");
    }

    /// <summary>A place on an axis; the first goes straight up, the others follow clockwise.</summary>
    private static (double X, double Y) At(int axis, int axes, double distance)
    {
        var angle = (2 * Math.PI * axis / axes) - (Math.PI / 2);
        return (CentreX + (distance * Math.Cos(angle)), CentreY + (distance * Math.Sin(angle)));
    }
}
