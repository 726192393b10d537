using System.Buffers;
using System.Text.Json;
using OpenData.GraphQL.Language;

namespace OpenData.GraphQL.Execution;

/// <summary>The answer to a request, its data already written as JSON in pooled memory. Specification 7 (Response).</summary>
public sealed class GraphQLResponse : IDisposable
{
    readonly PooledBuffer? data;

    internal GraphQLResponse(IReadOnlyList<GraphQLError> errors, PooledBuffer? data = null) => (Errors, this.data) = (errors, data);

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
        using var writer = new Utf8JsonWriter(output, JsonValues.Options);
        writer.WriteStartObject();
        if (Errors.Count > 0)
        {
            writer.WritePropertyName("errors"u8);
            JsonValues.Write(writer, Errors);
        }
        if (data is not null)
        {
            writer.WritePropertyName("data"u8);
            writer.WriteRawValue(data.Written, skipInputValidation: true);
        }
        if (Extensions is { Count: > 0 })
        {
            writer.WritePropertyName("extensions"u8);
            JsonValues.Write(writer, Extensions);
        }
        writer.WriteEndObject();
        writer.Flush();
    }

    /// <inheritdoc cref="WriteTo(IBufferWriter{byte})"/>
    public async Task WriteToAsync(Stream output, CancellationToken cancellation = default)
    {
        using var whole = new PooledBuffer(int.MaxValue);
        WriteTo(whole);
        await output.WriteAsync(whole.WrittenMemory, cancellation);
    }

    public void Dispose() => data?.Dispose();

    public override string ToString()
    {
        var output = new ArrayBufferWriter<byte>();
        WriteTo(output);
        return System.Text.Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
