using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;
using OpenData.GraphQL.Language;

namespace OpenData.GraphQL.Execution;

/// <summary>The answer to a request, its data already written as JSON in pooled memory. Specification 7 (Response).</summary>
public sealed class GraphQLResponse : IDisposable
{
    readonly PooledBuffer? data;

    internal GraphQLResponse(IReadOnlyList<GraphQLError> errors, PooledBuffer? data = null) => (Errors, this.data) = (errors, data);

    /// <summary>The response to a request that never came to be a document: a request error (7.1.1).</summary>
    public static GraphQLResponse Refused(params IReadOnlyList<GraphQLError> errors) => new(errors);

    public IReadOnlyList<GraphQLError> Errors { get; }

    /// <summary>Whether the operation was run: there is a <c>data</c> entry, be it null. Without it this is a request error (7.1.1).</summary>
    public bool WasExecuted => data is not null;

    /// <summary>The cost reckoned before running; null when it did not come to that.</summary>
    public long? Cost { get; init; }

    /// <summary>Written as the response's <c>extensions</c> when there is any. Specification 7.1.3.</summary>
    public IReadOnlyDictionary<string, object?>? Extensions { get; set; }

    /// <summary>Errors first, so that they are noticed; then data; then extensions.</summary>
    public void WriteTo(IBufferWriter<byte> output)
    {
        Head(output);
        if (data is not null) output.Write(data.Written);
        Tail(output);
    }

    /// <summary>The same; the data goes from pooled memory straight to the stream.</summary>
    public async Task WriteToAsync(Stream output, CancellationToken cancellation = default)
    {
        using var around = new PooledBuffer(int.MaxValue);
        Head(around);
        await output.WriteAsync(around.WrittenMemory, cancellation);
        if (data is not null) await output.WriteAsync(data.WrittenMemory, cancellation);
        around.Clear();
        Tail(around);
        await output.WriteAsync(around.WrittenMemory, cancellation);
    }

    /// <summary>The same; a response small enough for it leaves in one piece.</summary>
    public async Task WriteToAsync(PipeWriter output, CancellationToken cancellation = default)
    {
        const int piece = 64 * 1024;
        Head(output);
        for (var rest = data?.WrittenMemory ?? default; rest.Length > 0; rest = rest[Math.Min(piece, rest.Length)..])
        {
            output.Write(rest.Span[..Math.Min(piece, rest.Length)]);
            if (rest.Length > piece) await output.FlushAsync(cancellation);
        }
        Tail(output);
        await output.FlushAsync(cancellation);
    }

    void Head(IBufferWriter<byte> output)
    {
        output.Write("{"u8);
        if (Errors.Count > 0)
        {
            output.Write("\"errors\":"u8);
            using var writer = new Utf8JsonWriter(output, JsonValues.Options);
            JsonValues.Write(writer, Errors);
        }
        if (data is not null) output.Write(Errors.Count > 0 ? ",\"data\":"u8 : "\"data\":"u8);
    }

    void Tail(IBufferWriter<byte> output)
    {
        if (Extensions is { Count: > 0 })
        {
            output.Write(",\"extensions\":"u8);
            using var writer = new Utf8JsonWriter(output, JsonValues.Options);
            JsonValues.Write(writer, Extensions);
        }
        output.Write("}"u8);
    }

    public void Dispose() => data?.Dispose();

    public override string ToString()
    {
        var output = new ArrayBufferWriter<byte>();
        WriteTo(output);
        return System.Text.Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
