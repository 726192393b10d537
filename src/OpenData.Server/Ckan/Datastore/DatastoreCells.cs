using System.Text.Json;
using CsvHelper;
using OpenData.Schemas;
using OpenData.Server.Rest.RowQueries;
using OpenData.Store;

namespace OpenData.Server.Ckan.Datastore;

/// <summary>The columns of a row on their way into an answer, the row's number among them.</summary>
internal sealed class DatastoreCells
{
    private readonly (JsonEncodedText Name, ColumnType Type, int Index)[] cells;

    public DatastoreCells(DataDictionary dictionary, IReadOnlyList<int> columns)
    {
        var next = 0;
        cells =
        [
            .. columns.Select(c => c == DatastoreColumns.IdPosition
                ? (JsonEncodedText.Encode(DatastoreColumns.Id), ColumnType.Integer, DatastoreColumns.IdPosition)
                : (JsonEncodedText.Encode(dictionary.Columns[c].Name), dictionary.Columns[c].Type, next++)),
        ];
    }

    /// <summary>The row as <c>{"_id": 1, …}</c>.</summary>
    public void WriteObject(Utf8JsonWriter json, RowReader row)
    {
        json.WriteStartObject();
        foreach (var (name, type, index) in cells)
        {
            json.WritePropertyName(name);
            Write(json, row, type, index);
        }

        json.WriteEndObject();
    }

    /// <summary>The row as <c>[1, …]</c>.</summary>
    public void WriteList(Utf8JsonWriter json, RowReader row)
    {
        json.WriteStartArray();
        foreach (var (_, type, index) in cells)
        {
            Write(json, row, type, index);
        }

        json.WriteEndArray();
    }

    /// <summary>The row's fields; the caller ends the record.</summary>
    public void Write(CsvWriter csv, RowReader row)
    {
        foreach (var (_, type, index) in cells)
        {
            if (index == DatastoreColumns.IdPosition)
            {
                csv.WriteField(row.Row);
            }
            else if (row.Kind(index) == RowValueKind.Integer && type == ColumnType.Boolean)
            {
                csv.WriteField(row.Integer(index) != 0);
            }
            else if (row.Kind(index) == RowValueKind.Integer)
            {
                csv.WriteField(row.Integer(index));
            }
            else if (row.Kind(index) == RowValueKind.Float)
            {
                csv.WriteField(row.Float(index));
            }
            else
            {
                csv.WriteField(row.Kind(index) == RowValueKind.Text ? row.Utf8(index) : []);
            }
        }
    }

    private static void Write(Utf8JsonWriter json, RowReader row, ColumnType type, int index)
    {
        if (index == DatastoreColumns.IdPosition)
        {
            json.WriteNumberValue(row.Row);
            return;
        }

        switch (row.Kind(index))
        {
            case RowValueKind.Integer when type == ColumnType.Boolean:
                json.WriteBooleanValue(row.Integer(index) != 0);
                break;
            case RowValueKind.Integer:
                json.WriteNumberValue(row.Integer(index));
                break;
            case RowValueKind.Float when double.IsFinite(row.Float(index)):
                json.WriteNumberValue(row.Float(index));
                break;
            case RowValueKind.Text when type == ColumnType.Decimal && JsonNumber.Is(row.Utf8(index)):
                json.WriteRawValue(row.Utf8(index), skipInputValidation: true);
                break;
            case RowValueKind.Text:
                json.WriteStringValue(row.Utf8(index));
                break;
            default:
                json.WriteNullValue();
                break;
        }
    }
}
