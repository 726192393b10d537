using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using OpenData.Benchmarks.Api;
using SQLitePCL;

namespace OpenData.Benchmarks.Search;

/// <summary>
/// What a developer writes who searches this registry and needs nothing else: the same full-text statement, each word's documents in common, and the
/// forms of a page as they are stored. It counts no facets, marks no words, and forgives no slip.
/// </summary>
internal static class BareSearch
{
    private const int Fields = 8;

    public static async Task<int> RunAsync(string registry)
    {
        Batteries_V2.Init();
        using var files = new ThreadLocal<Statements>(() => new Statements(registry));
        return await BareHandlers.RunAsync(app => app.MapGet("/api/v1/datasets", context => AnswerAsync(context, files.Value!)));
    }

    private static async Task AnswerAsync(HttpContext context, Statements statements)
    {
        var query = context.Request.Query;
        var words = query["q"].ToString().ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var organizations = query["organization"].ToString().Split(',', StringSplitOptions.RemoveEmptyEntries);
        var limit = int.TryParse(query["limit"], out var asked) ? asked : 20;
        context.Response.ContentType = "application/json";
        await using var json = new Utf8JsonWriter(context.Response.BodyWriter, new JsonWriterOptions { SkipValidation = true });
        Write(json, statements, words, organizations, limit);
        await json.FlushAsync();
        await context.Response.BodyWriter.FlushAsync();
    }

    private static void Write(Utf8JsonWriter json, Statements statements, string[] words, string[] organizations, int limit)
    {
        var found = words.Length == 0 ? statements.All() : words.Select(statements.Find).Aggregate((all, word) => { all.IntersectWith(word); return all; });
        if (organizations.Length > 0)
        {
            found.RemoveWhere(number => !organizations.Contains(Statements.Text(statements.Owner, number)));
        }

        json.WriteStartObject();
        json.WriteStartArray("items");
        foreach (var number in found.Order().Take(limit))
        {
            json.WriteRawValue(Statements.Text(statements.Form, number), skipInputValidation: true);
        }

        json.WriteEndArray();
        json.WriteNumber("total", found.Count);
        json.WriteEndObject();
    }

    /// <summary>The statements of one thread.</summary>
    private sealed class Statements
    {
        private readonly sqlite3 file;
        private readonly sqlite3_stmt match;
        private readonly sqlite3_stmt all;

        public Statements(string registry)
        {
            BareHandlers.Check(raw.sqlite3_open_v2(registry, out file, raw.SQLITE_OPEN_READONLY | raw.SQLITE_OPEN_NOMUTEX, null));
            BareHandlers.Check(raw.sqlite3_exec(file, "PRAGMA mmap_size = 2147418112"));
            match = Prepare("SELECT rowid FROM search_published WHERE search_published MATCH ?1");
            all = Prepare("SELECT number FROM search_document");
            Form = Prepare("SELECT d.form FROM search_document s JOIN dataset d ON d.id = s.dataset_id WHERE s.number = ?1");
            Owner = Prepare("SELECT d.organization FROM search_document s JOIN dataset d ON d.id = s.dataset_id WHERE s.number = ?1");
        }

        public sqlite3_stmt Form { get; }
        public sqlite3_stmt Owner { get; }

        public HashSet<long> Find(string word)
        {
            _ = raw.sqlite3_bind_text(match, 1, "\"" + word.Replace("\"", "\"\"", StringComparison.Ordinal).Replace("ำ", "\u0E4D\u0E32", StringComparison.Ordinal) + "\"");
            return Numbers(match, Fields);
        }

        public HashSet<long> All() => Numbers(all, 1);

        public static string Text(sqlite3_stmt statement, long number)
        {
            _ = raw.sqlite3_bind_int64(statement, 1, number);
            _ = raw.sqlite3_step(statement);
            var text = raw.sqlite3_column_text(statement, 0).utf8_to_string();
            _ = raw.sqlite3_reset(statement);
            return text;
        }

        private static HashSet<long> Numbers(sqlite3_stmt statement, int of)
        {
            var numbers = new HashSet<long>();
            while (raw.sqlite3_step(statement) == raw.SQLITE_ROW)
            {
                numbers.Add(raw.sqlite3_column_int64(statement, 0) / of);
            }

            _ = raw.sqlite3_reset(statement);
            return numbers;
        }

        private sqlite3_stmt Prepare(string sql)
        {
            BareHandlers.Check(raw.sqlite3_prepare_v3(file, sql, raw.SQLITE_PREPARE_PERSISTENT, out var statement));
            return statement;
        }
    }
}
