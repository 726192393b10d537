using Newtonsoft.Json.Linq;
using OpenData.Schemas;

namespace OpenData.Server.Ckan.Datastore;

/// <summary>The columns of a table as the DataStore names and types them; <c>_id</c> is the row's number.</summary>
internal static class DatastoreColumns
{
    /// <summary>The column that every table of the DataStore has.</summary>
    public const string Id = "_id";

    /// <summary>The position that stands for <see cref="Id"/> in a list of columns.</summary>
    public const int IdPosition = -1;

    /// <summary>CKAN's word for a type.</summary>
    public static string TypeOf(ColumnType type) => type switch
    {
        ColumnType.Integer or ColumnType.Year => "int",
        ColumnType.Number => "float",
        ColumnType.Decimal => "numeric",
        ColumnType.Boolean => "bool",
        ColumnType.Date => "date",
        ColumnType.DateTime => "timestamp",
        ColumnType.Time => "time",
        _ => "text",
    };

    /// <summary>The fields of an answer.</summary>
    public static JArray Fields(DataDictionary dictionary, IReadOnlyList<int> columns) =>
        new(columns.Select(c => c == IdPosition ? new JObject { ["id"] = Id, ["type"] = "int" } : Field(dictionary.Columns[c])));

    public static JObject Field(DictionaryColumn column)
    {
        var info = new JObject();
        Put(info, "label", column.Label.In(Language.Thai));
        Put(info, "label_en", column.Label.En ?? "");
        Put(info, "notes", column.Description.In(Language.Thai));
        Put(info, "notes_en", column.Description.En ?? "");
        Put(info, "unit", column.Unit.In(Language.Thai));
        Put(info, "header", column.Header == column.Name ? "" : column.Header);
        var field = new JObject { ["id"] = column.Name, ["type"] = TypeOf(column.Type) };
        if (info.Count > 0)
        {
            field["info"] = info;
        }

        return field;
    }

    /// <summary>The position of a column, <see cref="IdPosition"/> for <c>_id</c>, or null where there is none of the name.</summary>
    public static int? Find(DataDictionary dictionary, string name) =>
        name == Id ? IdPosition : dictionary.IndexOf(name) is >= 0 and var index ? index : null;

    private static void Put(JObject info, string key, string text)
    {
        if (text.Length > 0)
        {
            info[key] = text;
        }
    }
}
