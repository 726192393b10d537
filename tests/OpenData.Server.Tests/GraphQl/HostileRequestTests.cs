using System.Diagnostics;
using System.Text;
using Newtonsoft.Json.Linq;
using Xunit.Abstractions;

namespace OpenData.Server.Tests.GraphQl;

/// <summary>Requests made to hurt are refused over HTTP, with little memory on the way and none kept.</summary>
[Trait("Store", "None")] // What is refused before a store is asked.
[Collection(AloneCollection.Name)]
public sealed class HostileRequestTests(CatalogServer server, ITestOutputHelper output)
{
    /// <summary>Bytes that one refusal may take of short-lived memory, the client's part included.</summary>
    private const long MostBytes = 24_000_000;

    /// <summary>Bytes that twenty refusals may leave behind.</summary>
    private const long MostKept = 2_000_000;

    public static TheoryData<string> Attacks => [.. Bodies.Keys];

    private static readonly Dictionary<string, Func<byte[]>> Bodies = new()
    {
        ["deep nesting"] = () => Query("{ datasets { nodes " + Repeat(3000, _ => "{ resources { dataset ") + "{ name }" + new string('}', 6002)),
        ["deep values"] = () => Query("{ datasets(where: " + Repeat(15_000, _ => "{a:") + "1"),
        ["alias flood"] = () => Query("{ " + Repeat(3000, i => $"a{i}: rules {{ code }} ") + "}"),
        ["root field flood"] = () => Query("{ " + Repeat(2000, i => $"rules {{ a{i}: code }} ") + "}"),
        ["fragment cycle"] = () => Query("{ datasets { nodes { ...A } } } fragment A on Dataset { ...B } fragment B on Dataset { ...A }"),
        ["long fragment cycle"] = () => Query("{ datasets { nodes { ...F0 } } } " + Repeat(1100, i => $"fragment F{i} on Dataset {{ ...F{(i + 1) % 1100} }} ")),
        ["fragment fan-out"] = () => Query("{ datasets { nodes { ...F0 } } } " + Repeat(20, i => $"fragment F{i} on Dataset {{ a: resources {{ dataset {{ ...F{i + 1} }} }} b: resources {{ dataset {{ ...F{i + 1} }} }} }} ") + "fragment F20 on Dataset { name }"),
        ["fields to merge"] = () => Query("{ " + Repeat(45, _ => "datasets { " + Repeat(10, _ => "nodes { " + Repeat(5, _ => "resources { key } ") + "} ") + "} ") + "}"),
        ["huge list"] = () => Query("{ datasets(where: { tag: [" + Repeat(30_000, _ => "\"\" ") + "] }) { totalCount } }"),
        ["huge wrong list"] = () => Query("{ datasets(order: [" + Repeat(4000, _ => "{name: ASCC} ") + "]) { totalCount } }"),
        ["directive flood"] = () => Query("{ rules { code " + Repeat(4000, _ => "@include(if: true) ") + "} }"),
        ["unknown directive flood"] = () => Query("{ rules { code " + Repeat(4000, i => $"@d{i} ") + "} }"),
        ["unknown field flood"] = () => Query("{ rules { " + Repeat(4000, i => $"nope{i} ") + "} }"),
        ["variable flood"] = () => Query("query(" + Repeat(2400, i => $"$a{i}: Int ") + ") { __typename }"),
        ["operation flood"] = () => Query(Repeat(1500, i => $"query Q{i} {{ rules {{ code }} }} ")),
        ["long document"] = () => Query("{ rules { code } } #" + new string('x', 900_000)),
        ["introspection of introspection"] = () => Query("{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }"),
        ["cost"] = () => Query("{ " + Repeat(49, i => $"d{i}: datasets(first: 100) {{ nodes {{ resources {{ report {{ complies }} }} }} }} ") + "}"),
        ["batch"] = () => Encoding.UTF8.GetBytes("[" + string.Join(',', Enumerable.Repeat("""{"query":"{ rules { code } }"}""", 30_000)) + "]"),
        ["bad UTF-8"] = () => [.. Query("{ dataset(name: \"#\") { name } }").Select(b => b == (byte)'#' ? (byte)0xC3 : b)],
        ["overlong UTF-8"] = () => [.. Query("{ dataset(name: \"##\") { name } }").Select((b, i) => b == (byte)'#' ? (byte)0xC0 : b)],
        ["half a character"] = () => Encoding.UTF8.GetBytes("""{"query":"query($s: String) { datasets(search: $s) { totalCount } }","variables":{"s":"\ud800"}}"""),
        ["half a character in the document"] = () => Encoding.UTF8.GetBytes("""{"query":"{ dataset(name: \"\udc00\") { name } }"}"""),
        ["half a character as GraphQL's escape"] = () => Query("{ dataset(name: \"\\uD800\") { name } }"),
        ["deep JSON"] = () => Encoding.UTF8.GetBytes("""{"query":"{ __typename }","variables":{"a":""" + new string('[', 400_000)),
        ["many variables"] = () => Variables(new JArray(Enumerable.Range(0, 200_000))),
        ["one giant variable"] = () => Variables(new string('x', 2_000_000)),
        ["many unknown fields in a variable"] = () => Encoding.UTF8.GetBytes("""{"query":"query($w: DatasetFilter) { datasets(where: $w) { totalCount } }","variables":{"w":{""" + string.Join(',', Enumerable.Range(0, 15_000).Select(i => $"\"n{i}\":1")) + "}}}"),
        ["giant texts in place of numbers"] = () => Encoding.UTF8.GetBytes("""{"query":"query($a: [Int]) { datasets { nodes { name } } rule(code: $a) { code } }","variables":{"a":[""" + string.Join(',', Enumerable.Repeat('"' + new string('x', 9_000) + '"', 100)) + "]}}"),
        ["wrong numbers in a variable"] = () => Encoding.UTF8.GetBytes("""{"query":"query($n: Int) { datasets(first: $n) { totalCount } }","variables":{"n":1e""" + new string('9', 100_000) + "}}"),
        ["huge body"] = () => Query(new string(' ', 12_000_000)),
    };

    [Theory]
    [MemberData(nameof(Attacks))]
    public async Task It_is_refused_with_little_memory_and_nothing_of_it_stays(string attack)
    {
        var body = Bodies[attack]();
        var refused = await SendAsync(body);
        ((int)refused.Status).Should().BeInRange(400, 499, attack);
        refused.Body["data"].Should().BeNull();
        refused.Body["errors"]!.Should().NotBeEmpty();
        refused.Length.Should().BeLessThan(300_000, "the refusal is not itself an attack");
        var (bytes, time) = (long.MaxValue, TimeSpan.MaxValue);
        for (var i = 0; i < 4; i++)
        {
            var (before, watch) = (GC.GetTotalAllocatedBytes(precise: true), Stopwatch.StartNew());
            await SendAsync(body);
            watch.Stop();
            bytes = Math.Min(bytes, GC.GetTotalAllocatedBytes(precise: true) - before);
            time = watch.Elapsed < time ? watch.Elapsed : time;
        }

        output.WriteLine($"{attack}: {time.TotalMilliseconds:0.0} ms, {bytes / 1024} KiB, {refused.Status}, {(string)refused.Body["errors"]![0]!["message"]!}");
        bytes.Should().BeLessThan(MostBytes);
        await StayAsync(body);
    }

    [Fact]
    public async Task An_endless_body_is_cut_off_at_the_limit()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new StreamContent(new Endless()) };
        request.Content.Headers.ContentType = new("application/json");
        try
        {
            using var answer = await server.Reader.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            ((int)answer.StatusCode).Should().Be(413);
        }
        catch (HttpRequestException)
        {
            // The server closed the connection on a client that would not stop.
        }
    }

    private async Task StayAsync(byte[] body)
    {
        // Pools of the framework fill up first; they are not ours, and they have their own bounds.
        await RepeatAsync(20);
        var kept = long.MaxValue;
        for (var round = 0; round < 5 && kept >= MostKept; round++)
        {
            // Other tests of this process come and go meanwhile; what a request leaves behind is left in every round.
            var before = GC.GetTotalMemory(forceFullCollection: true);
            await RepeatAsync(20);
            kept = Math.Min(kept, GC.GetTotalMemory(forceFullCollection: true) - before);
        }

        kept.Should().BeLessThan(MostKept);

        async Task RepeatAsync(int times)
        {
            for (var i = 0; i < times; i++)
            {
                await SendAsync(body);
            }
        }
    }

    private async Task<(int Status, JObject Body, int Length)> SendAsync(byte[] body)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new("application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = content };
        request.Headers.TryAddWithoutValidation("Accept", Asking.GraphQlResponse);
        using var answer = await server.Reader.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return ((int)answer.StatusCode, JObject.Parse(text), text.Length);
    }

    private static string Repeat(int times, Func<int, string> part) => string.Concat(Enumerable.Range(0, times).Select(part));

    private static byte[] Query(string document) => Encoding.UTF8.GetBytes(new JObject { ["query"] = document }.ToString(Newtonsoft.Json.Formatting.None));

    private static byte[] Variables(JToken value) => Encoding.UTF8.GetBytes(new JObject { ["query"] = "query($s: String) { datasets(search: $s) { totalCount } }", ["variables"] = new JObject { ["s"] = value } }.ToString(Newtonsoft.Json.Formatting.None));

    /// <summary>A body that never ends.</summary>
    private sealed class Endless : Stream
    {
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => 0; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            Array.Fill(buffer, (byte)' ', offset, count);
            return count;
        }

        public override void Flush() => throw new NotSupportedException();
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}

/// <summary>Tests that measure memory run when no other does, against a server of their own.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneCollection : ICollectionFixture<CatalogServer>
{
    public const string Name = "alone";
}
