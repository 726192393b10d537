using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text;
using Newtonsoft.Json.Linq;
using OpenData.Registry;
using OpenData.Store.Search;

namespace OpenData.Store.Registry;

/// <summary>What a search looks through, and what it looks for: texts without case, in one spelling of every letter.</summary>
internal static class SearchText
{
    private static readonly JsonSerializerOptions Unescaped = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Name, titles, descriptions and tags of a form, one to a line, so that no word is found across two of them.</summary>
    public static string Of(DatasetForm form)
    {
        string?[] texts = [form.Name, form.Title.Th, form.Title.En, form.Notes.Th, form.Notes.En, .. Tags(form)];
        return FoldedText.Fold(string.Join('\n', texts));
    }

    /// <summary>The words of a search as a JSON array; none of an empty search, which finds everything.</summary>
    public static string Words(string? search) =>
        JsonSerializer.Serialize(FoldedText.Fold(search ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), Unescaped);

    /// <summary>Tags are an array of texts or one text; whatever is in there is searched as it stands.</summary>
    private static IEnumerable<string?> Tags(DatasetForm form) => form.Json["tag_string"] switch
    {
        JContainer several => several.Descendants().OfType<JValue>().Select(tag => (string?)tag),
        JValue one => [(string?)one],
        _ => [],
    };
}
