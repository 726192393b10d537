using System.Text;
using Npgsql;
using OpenData.Schemas;
using OpenData.Store;
using OpenData.Tests.Engines;

namespace OpenData.Tests.Store;

/// <summary>The order of texts, by hand, beside ICU through .NET, and beside PostgreSQL's own.</summary>
public sealed class TextOrderTests : IDisposable
{
    /// <summary>As the dictionary of the Royal Institute has them: by consonants, then vowels, and by tone marks only where all else is equal.</summary>
    private static readonly string[] ByHand =
    [
        "กระบี่", "กรุงเทพมหานคร", "กาฬสินธุ์", "แก่ง", "ขอนแก่น", "จันทบุรี", "ชลบุรี", "ชัยนาท", "ชุมพร", "เชียงราย", "เชียงใหม่", "ซ่อม", "โดม", "ตรัง",
        "ปา", "ป่า", "ป้า", "ป๊า", "ป๋า", "ปาก", "ป่าก", "ป้าน", "พะเยา", "แพร่", "ภูเก็ต", "ยะลา", "ใย", "ร้อยเอ็ด", "ฤทธิ์", "เลย", "ไหม", "อุดรธานี", "ฮอด",
    ];

    private readonly StoreFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Words_stand_as_in_the_dictionary_of_the_Royal_Institute() =>
        Shuffled(ByHand).Order(Comparer<string>.Create(Compare)).Should().Equal(ByHand);

    [Fact]
    public void What_sorts_texts_sorts_by_the_same_order()
    {
        Shuffled(ByHand).Order(TextOrder.Comparer).Should().Equal(ByHand);
        TextOrder.Comparer.Compare("co-op", "coop").Should().NotBe(0, "only the same texts are equal");
        TextOrder.Edition.Should().StartWith("th ");
    }

    [Fact]
    public async Task Rows_groups_and_ranges_stand_as_in_the_dictionary_of_the_Royal_Institute()
    {
        var words = Shuffled(ByHand);
        var release = await folder.LoadAsync(StoreFolder.Dictionary(("province", ColumnType.Text)), [.. words.Select(w => new[] { RowValue.Of(w) })]);
        var query = new RowQuery { Select = [0], Order = [new Sort(0, false)] };

        (await ReadAsync(query)).Should().Equal(ByHand);
        (await ReadAsync(query with { Order = [new Sort(0, true)] })).Should().Equal(ByHand.Reverse());
        (await ReadAsync(query with { Where = new Filter.Compare(0, FilterOperator.Gt, [RowValue.Of("ชุมพร")]), Limit = 2 })).Should().Equal("เชียงราย", "เชียงใหม่");
        (await ReadAsync(query with { Where = new Filter.Compare(0, FilterOperator.Eq, [RowValue.Of("ป่า")]) })).Should().Equal("ป่า");
        (await ReadAsync(query with { After = new RowPosition([RowValue.Of("ไหน")], 0), Limit = 1 })).Should().Equal("ไหม");

        async Task<List<string>> ReadAsync(RowQuery asked) => (await folder.Store.Rows.AllAsync(release, asked)).ConvertAll(r => r.Values[0].Text);
    }

    [Fact]
    public void Every_short_way_leads_where_ICU_leads()
    {
        TextOrder.IsThai.Should().BeTrue("this machine has ICU");
        var texts = RandomTexts(4_000, new Random(2542));
        foreach (var (left, right) in texts.Zip(texts.Skip(1)).Concat(texts.Zip(Shuffled([.. texts]))))
        {
            Math.Sign(Compare(left, right)).Should().Be(Math.Sign(SlowQuery.CompareTexts(left, right)), "that is the order of {0} and {1}", Say(left), Say(right));
        }
    }

    [Fact]
    public void Plain_texts_stand_by_their_bytes()
    {
        var dice = new Random(7);
        const string Plain = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
        var texts = Enumerable.Range(0, 20_000).Select(_ => dice.GetString(Plain, dice.Next(6))).ToArray();
        texts.Should().OnlyContain(t => TextOrder.IsPlain(t) && TextOrder.IsPlain(Encoding.UTF8.GetBytes(t)));
        foreach (var (left, right) in texts.Zip(texts.Skip(1)))
        {
            Math.Sign(SlowQuery.CompareTexts(left, right)).Should().Be(Math.Sign(SlowQuery.CompareBytes(left, right)), "that is the order of {0} and {1}", left, right);
        }

        new[] { "a", "A B", "A-1", "ก", "A\0", "é" }.Should().OnlyContain(t => !TextOrder.IsPlain(t) && !TextOrder.IsPlain(Encoding.UTF8.GetBytes(t)));
    }

    [Trait("Engine", "PostgreSQL")]
    [PostgresFact]
    public async Task The_order_is_that_of_PostgreSQLs_th_x_icu()
    {
        var texts = RandomTexts(6_000, new Random(2569)).Concat(ByHand).Distinct().Where(t => !t.Contains('\0', StringComparison.Ordinal)).ToArray();
        await using var source = NpgsqlDataSource.Create(OpenData.Store.Postgres.PostgresAddress.Parse(TestStore.Postgres!).ConnectionString);
        await using var command = source.CreateCommand("SELECT array_agg(t ORDER BY t COLLATE \"th-x-icu\") FROM unnest($1) AS t");
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = texts });

        var sorted = (string[])(await command.ExecuteScalarAsync())!;

        sorted.Should().Equal(texts.Order(Comparer<string>.Create(Compare)));
    }

    [Trait("Engine", "SQLite")]
    [Fact]
    public void An_index_serves_the_order_of_plain_texts_and_no_other()
    {
        var dictionary = StoreFolder.Dictionary(("a", ColumnType.Text), ("b", ColumnType.Code)) with { Key = ["a"] };
        var query = new RowQuery { Select = [], Order = [new Sort(0, false)], After = new RowPosition([RowValue.Of("A1")], 7), Limit = 5 };

        Sql(query, 0).Should().Be("SELECT rowid FROM rows WHERE (c1 >= ?1 AND (c1 > ?1 OR c1 = ?1 AND rowid > ?2)) ORDER BY c1, rowid LIMIT ?3");
        Sql(query with { After = new RowPosition([RowValue.Of("a1")], 7) }, 0).Should().Contain("(c1 COLLATE thai >= ?1 AND (c1 COLLATE thai > ?1 OR c1 = ?1 AND rowid > ?2)) ORDER BY c1, rowid");
        Sql(query).Should().Contain("ORDER BY c1 COLLATE thai, rowid");
        Sql(query with { Order = [new Sort(1, false)] }).Should().NotContain("thai", "codes are no words");

        string Sql(RowQuery asked, params int[] plain) =>
            OpenData.Store.Sqlite.RowSql.Select(dictionary, asked, new UnitFacts(new HashSet<int>(), plain.ToHashSet())).Text;
    }

    [Fact]
    public void On_PostgreSQL_too_an_index_serves_the_order_of_plain_texts_and_no_other()
    {
        var dictionary = StoreFolder.Dictionary(("a", ColumnType.Text), ("b", ColumnType.Code)) with { Key = ["a"] };
        var query = new RowQuery { Select = [], Order = [new Sort(0, true)], After = new RowPosition([RowValue.Of("A1")], 7) };

        Sql(query, 0).Should().EndWith("WHERE (c1 <= $1 AND ((c1 < $1) OR (c1 = $1 AND n > $2))) ORDER BY r.c1 DESC NULLS LAST, r.n");
        Sql(query).Should().EndWith("WHERE (c1 COLLATE opendata_rows.thai <= $1 AND ((c1 COLLATE opendata_rows.thai < $1) OR (c1 = $1 AND n > $2))) ORDER BY r.c1 COLLATE opendata_rows.thai DESC NULLS LAST, r.n");
        Sql(query with { Order = [new Sort(0, true) { ByBytes = true }] }).Should().EndWith("AND n > $2))) ORDER BY r.c1 DESC NULLS LAST, r.n").And.NotContain("thai");

        string Sql(RowQuery asked, params int[] plain) =>
            OpenData.Store.Postgres.PostgresRowSql.Select(OpenData.Store.Postgres.PostgresUnitSchema.NameOf(Guid.NewGuid()), dictionary, asked, new UnitFacts(new HashSet<int>(), plain.ToHashSet())).Text;
    }

    [Trait("Engine", "SQLite")]
    [Fact]
    public async Task It_is_noted_which_texts_are_plain_and_not_known_of_older_units()
    {
        var dictionary = StoreFolder.Dictionary(("a", ColumnType.Text), ("b", ColumnType.Text), ("c", ColumnType.Code), ("d", ColumnType.Text));
        var units = new OpenData.Store.Sqlite.UnitFolder(Path.Combine(folder.Path, "units"));
        var path = units.PathOf(OpenData.Store.Sqlite.UnitFolder.NameOf(Guid.NewGuid()));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await OpenData.Store.Sqlite.UnitLoader.WriteAsync(path, dictionary, new MemoryRows(4, [[RowValue.Of("10A"), RowValue.Of("10"), RowValue.Of("1"), RowValue.Null], [RowValue.Null, RowValue.Of("ก"), RowValue.Of("2"), RowValue.Null]]), default);

        using (var connection = OpenData.Store.Sqlite.UnitConnection.Open("unit", path))
        {
            connection.Facts.Plain.Should().Equal(0, 3);
            connection.Facts.Empty.Should().BeEquivalentTo([0, 3]);
        }

        using (var old = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={path};Pooling=False"))
        {
            old.Open();
            using var command = old.CreateCommand();
            command.CommandText = "DROP TABLE plain";
            command.ExecuteNonQuery();
        }

        using var older = OpenData.Store.Sqlite.UnitConnection.Open("unit", path);
        older.Facts.Plain.Should().BeEmpty();
    }

    private static int Compare(string? left, string? right) => TextOrder.Compare(Encoding.UTF8.GetBytes(left!), Encoding.UTF8.GetBytes(right!));

    private static string[] Shuffled(string[] texts)
    {
        var shuffled = texts.ToArray();
        new Random(12).Shuffle(shuffled);
        return shuffled;
    }

    /// <summary>Short texts of few letters of every kind, many of which begin as another one does.</summary>
    private static string[] RandomTexts(int count, Random dice)
    {
        string[] letters =
        [
            "ก", "ข", "ฃ", "ค", "ช", "ณ", "ด", "ต", "ป", "ย", "ร", "ฤ", "ล", "ฦ", "ว", "ห", "ฬ", "อ", "ฮ", "เ", "แ", "โ", "ใ", "ไ", "ะ", "ั", "า", "ำ", "ิ", "ี", "ุ", "ู", "ฺ", "ๅ", "ๆ", "ฯ", "ฯลฯ",
            "่", "้", "๊", "๋", "็", "์", "ํ", "ํ่", "๐", "๙", "๛", "฿", "a", "A", "b", "Z", "z", "ß", "é", "E", "\u0301", "\u0308", "\u0E4D\u0E32", "0", "1", "9", "½", " ", "-", "_", ".", ",", "'", "(", "/", "%", "+", "$", "\u200B", "\u200D",
            "😀", "👩\u200D🌾", "🇹🇭", "中", "ກ", "ເ", "\uFFFD", "\uE000", "\0", "\u0001", "\t", "\n", "l·", "ǆ", "Å",
        ];
        List<string> texts = [];
        while (texts.Count < count)
        {
            var begun = texts.Count > 0 && dice.Next(3) > 0 ? texts[dice.Next(texts.Count)] : "";
            texts.Add((begun.Length > 12 ? "" : begun) + string.Concat(Enumerable.Range(0, dice.Next(5)).Select(_ => letters[dice.Next(dice.Next(2) == 0 ? 36 : letters.Length)])));
        }

        return [.. texts];
    }

    private static string Say(string text) => string.Join(' ', text.EnumerateRunes().Select(r => $"U+{r.Value:X4}"));
}
