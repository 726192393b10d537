using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using SQLitePCL;

namespace OpenData.Benchmarks.Api;

/// <summary>What a developer writes who needs this one table and nothing else: minimal handlers, prepared statements of SQLite, Utf8JsonWriter.</summary>
internal static class BareServer
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };
    private static readonly JsonEncodedText[] Names = [.. Contender.Columns.Select(c => JsonEncodedText.Encode(c))];
    private static readonly string Select = string.Join(", ", Contender.Columns.Select((_, i) => $"c{i + 1}"));

    /// <summary>Columns whose digits are kept as texts and written as numbers.</summary>
    private static readonly bool[] Decimals = [.. Contender.Columns.Select(c => c is "amount_baht")];

    public static async Task<int> RunAsync(string unit, string original)
    {
        Batteries_V2.Init();
        using var pages = new ThreadLocal<sqlite3_stmt>(() => Prepare(unit, $"SELECT {Select} FROM rows WHERE rowid > ?1 ORDER BY rowid LIMIT ?2"));
        using var filtered = new ThreadLocal<sqlite3_stmt>(() => Prepare(unit, $"SELECT {Select} FROM rows WHERE c2 = ?1 ORDER BY rowid LIMIT ?2"));
        using var single = new ThreadLocal<sqlite3_stmt>(() => Prepare(unit, $"SELECT {Select} FROM rows WHERE c1 = ?1 LIMIT ?2"));
        return await BareHandlers.RunAsync(app =>
        {
            app.MapGet("/pages", context => AnswerAsync(context, pages.Value!, "after", 100, isText: false));
            app.MapGet("/filtered", context => AnswerAsync(context, filtered.Value!, "province", 20, isText: true));
            app.MapGet("/single", context => AnswerAsync(context, single.Value!, "id", 1, isText: false));
            app.MapGet("/file", () => TypedResults.PhysicalFile(original, "text/csv"));
        });
    }

    private static sqlite3_stmt Prepare(string unit, string sql)
    {
        // As our own server opens it: read-only, immutable, mapped.
        BareHandlers.Check(raw.sqlite3_open_v2(new Uri(unit).AbsoluteUri + "?immutable=1", out var file, raw.SQLITE_OPEN_READONLY | raw.SQLITE_OPEN_URI | raw.SQLITE_OPEN_NOMUTEX, null));
        BareHandlers.Check(raw.sqlite3_exec(file, "PRAGMA mmap_size = 2147418112"));
        BareHandlers.Check(raw.sqlite3_prepare_v3(file, sql, raw.SQLITE_PREPARE_PERSISTENT, out var statement));
        return statement;
    }

    private static async Task AnswerAsync(HttpContext context, sqlite3_stmt statement, string parameter, int limit, bool isText)
    {
        var value = context.Request.Query[parameter].ToString();
        context.Response.ContentType = "application/json";
        using var json = new Utf8JsonWriter(context.Response.BodyWriter, Readable);
        Write(json, statement, value, limit, isText);
        await json.FlushAsync();
        await context.Response.BodyWriter.FlushAsync();
    }

    /// <summary>Without a pause: the statement is its thread's.</summary>
    private static void Write(Utf8JsonWriter json, sqlite3_stmt statement, string value, int limit, bool isText)
    {
        _ = isText ? raw.sqlite3_bind_text(statement, 1, value) : raw.sqlite3_bind_int64(statement, 1, long.Parse(value, CultureInfo.InvariantCulture));
        _ = raw.sqlite3_bind_int(statement, 2, limit);
        json.WriteStartObject();
        json.WriteStartArray("rows");
        while (raw.sqlite3_step(statement) == raw.SQLITE_ROW)
        {
            json.WriteStartObject();
            for (var i = 0; i < Names.Length; i++)
            {
                json.WritePropertyName(Names[i]);
                WriteCell(json, statement, i);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        _ = raw.sqlite3_reset(statement);
    }

    private static void WriteCell(Utf8JsonWriter json, sqlite3_stmt statement, int i)
    {
        switch (raw.sqlite3_column_type(statement, i))
        {
            case raw.SQLITE_INTEGER when Contender.Columns[i] == "is_active":
                json.WriteBooleanValue(raw.sqlite3_column_int(statement, i) != 0);
                break;
            case raw.SQLITE_INTEGER:
                json.WriteNumberValue(raw.sqlite3_column_int64(statement, i));
                break;
            case raw.SQLITE_FLOAT:
                json.WriteNumberValue(raw.sqlite3_column_double(statement, i));
                break;
            case raw.SQLITE_TEXT when Decimals[i]:
                json.WriteRawValue(raw.sqlite3_column_blob(statement, i), skipInputValidation: true);
                break;
            case raw.SQLITE_TEXT:
                json.WriteStringValue(raw.sqlite3_column_blob(statement, i));
                break;
            default:
                json.WriteNullValue();
                break;
        }
    }
}
