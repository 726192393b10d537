using System.Buffers;
using System.Text.Json;
using OpenData.GraphQL.Types;

namespace OpenData.GraphQL.Execution;

/// <summary>Writes <c>data</c> in the order of the operation's fields, leaves straight from their parents.</summary>
/// <remarks>
/// Specification 7.2.2 (Serialized Map Ordering). Leaves that are written late can still fail. The first pass hopes that none
/// does; when one does, all of them are proved against a scratch buffer, the errors are settled, and the data is written again.
/// </remarks>
internal sealed class DataWriter(ErrorLedger errors, Func<Exception, string> describe, CancellationToken cancellation)
{
    int written;

    public void Write(ResultObject root, PooledBuffer buffer)
    {
        errors.Settle();
        using var writer = new Utf8JsonWriter(buffer, JsonValues.Options);
        if (!TryWrite(root, writer))
        {
            writer.Flush();
            buffer.Clear();
            writer.Reset(buffer);
            ProveLateLeaves(root);
            errors.Settle();
            hoping = false;
            TryWrite(root, writer);
        }
        writer.Flush();
    }

    bool hoping = true;

    bool TryWrite(ResultObject root, Utf8JsonWriter writer)
    {
        if (!errors.RootIsNull) return Object(root, writer);
        writer.WriteNullValue();
        return true;
    }

    bool Object(ResultObject node, Utf8JsonWriter writer)
    {
        if ((++written & 0x3FF) == 0) cancellation.ThrowIfCancellationRequested();
        writer.WriteStartObject();
        var fields = node.Plan.Fields;
        for (var i = 0; i < fields.Count; i++)
        {
            var field = fields[i];
            writer.WritePropertyName(field.Encoded);
            if (errors.IsNull(node, i)) writer.WriteNullValue();
            else if (field.IsTypeName) writer.WriteStringValue(field.ParentType.Name);
            else if (field.IsWrittenLate)
            {
                if (!LateLeaf(node, field, writer)) return false;
            }
            else if (!Value(node[i], writer)) return false;
        }
        writer.WriteEndObject();
        return true;
    }

    bool Value(object? value, Utf8JsonWriter writer)
    {
        if (value is ResultObject inner) return Object(inner, writer);
        if (value is not ResultList list)
        {
            JsonValues.Write(writer, value);
            return true;
        }
        writer.WriteStartArray();
        for (var i = 0; i < list.Items.Length; i++)
        {
            if (errors.IsNull(list, i)) writer.WriteNullValue();
            else if (!Value(list.Items[i], writer)) return false;
        }
        writer.WriteEndArray();
        return true;
    }

    bool LateLeaf(ResultObject node, FieldPlan field, Utf8JsonWriter writer)
    {
        try
        {
            if (field.Definition.WriteLeaf!(node.Source!, writer)) return true;
        }
        catch (Exception error) when (error is not (OperationCanceledException or ResponseTooLargeException))
        {
            return hoping ? false : throw new InvalidOperationException($"The writer of {field.ParentType.Name}.{field.Name} failed after it had been proved.", error);
        }
        if (hoping && field.Type.IsNonNull) return false;
        writer.WriteNullValue();
        return true;
    }

    /// <summary>Finds every late leaf that fails, also inside what other errors made null: an error further up may not be told after all.</summary>
    void ProveLateLeaves(ResultObject root)
    {
        var scratch = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(scratch, JsonValues.Options);
        Prove(root);

        void Prove(object? value)
        {
            if (value is ResultList list)
                foreach (var item in list.Items) Prove(item);
            if (value is not ResultObject node) return;
            for (var i = 0; i < node.Plan.Fields.Count; i++)
            {
                var field = node.Plan.Fields[i];
                if (!field.IsWrittenLate) Prove(node[i]);
                else if (!field.IsTypeName) ProveLeaf(node, field);
            }
        }

        void ProveLeaf(ResultObject node, FieldPlan field)
        {
            scratch.ResetWrittenCount();
            writer.Reset(scratch);
            try
            {
                if (!field.Definition.WriteLeaf!(node.Source!, writer) && field.Type.IsNonNull)
                    errors.Add(node, field.Index, $"Cannot return null for non-nullable field {field.ParentType.Name}.{field.Name}.", field.Nodes);
            }
            catch (GraphQLException error)
            {
                errors.Add(node, field.Index, error.Message, field.Nodes, error.Extensions);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                errors.Add(node, field.Index, describe(error), field.Nodes);
            }
        }
    }
}
