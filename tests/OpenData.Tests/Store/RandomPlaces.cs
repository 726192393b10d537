using System.Globalization;
using OpenData.Schemas;
using OpenData.Store;

namespace OpenData.Tests.Store;

/// <summary>Rows with texts and places, and searches for them, by dice that always fall the same.</summary>
public sealed class RandomPlaces(int seed)
{
    private static readonly string[] Bits =
        ["กรุงเทพ", "มหานคร", "เชียงใหม่", "กุ่", "ก\u0E48\u0E38", "ฺ\u0E38", "น้ำ", "Bang", "BANG", "é", "e\u0301", "É", "E\u0301", "h\u0331", "\u1E96", "😀", "%", "_", " ", "x", "ZZ", "\u212B", "ﬁ", "०", "a\0b"];

    private readonly Random dice = new(seed);

    public static DataDictionary Dictionary { get; } = StoreFolder.Dictionary(
        ("name", ColumnType.Text), ("lat", ColumnType.Number), ("lon", ColumnType.Decimal), ("code", ColumnType.Code), ("other_lat", ColumnType.Integer), ("day", ColumnType.Date));

    public RowValue[][] Rows(int count) => [.. Enumerable.Range(0, count).Select(_ => new[]
    {
        OrNull(RowValue.Of(Text(4))),
        OrNull(RowValue.Of(Degrees(95))),
        OrNull(RowValue.Of(Degrees(190).ToString("0.0###", CultureInfo.InvariantCulture))),
        OrNull(RowValue.Of(Text(2))),
        OrNull(RowValue.Of((long)Degrees(95))),
        OrNull(RowValue.Of("2026-01-01")),
    })];

    public Filter Filter() => dice.Next(5) switch
    {
        0 => new Filter.Search(SearchWords.Of(Text(1))),
        1 => new Filter.And([new Filter.Search(SearchWords.Of(Text(1) + " " + Text(1))), new Filter.Not(Box())]),
        2 => Box(),
        3 => new Filter.Near(4, 2, Degrees(90), Degrees(180), dice.Next(20_000_000)),
        _ => new Filter.Or([new Filter.Near(1, 2, Degrees(90), Degrees(180), dice.Next(5_000_000)), new Filter.Not(new Filter.Search(SearchWords.Of(Text(1))))]),
    };

    private Filter.Box Box()
    {
        var (south, north) = (Degrees(90), Degrees(90));
        return new Filter.Box(1, 2, Degrees(180), Math.Min(south, north), Degrees(180), Math.Max(south, north));
    }

    private string Text(int most) => string.Concat(Enumerable.Range(0, 1 + dice.Next(most)).Select(_ => Bits[dice.Next(Bits.Length)]));

    private double Degrees(int most) => Math.Round(((dice.NextDouble() * 2) - 1) * most, dice.Next(4));

    private RowValue OrNull(RowValue value) => dice.Next(8) == 0 ? RowValue.Null : value;
}
