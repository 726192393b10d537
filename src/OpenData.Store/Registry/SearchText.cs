using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text;
using Newtonsoft.Json.Linq;
using OpenData.Registry;

namespace OpenData.Store.Registry;

/// <summary>What a search looks through, and what it looks for: texts without case, in one spelling of every letter.</summary>
internal static class SearchText
{
    private static readonly JsonSerializerOptions Unescaped = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Name, titles, descriptions and tags of a form, one to a line, so that no word is found across two of them.</summary>
    public static string Of(DatasetForm form)
    {
        string?[] texts = [form.Name, form.Title.Th, form.Title.En, form.Notes.Th, form.Notes.En, .. Tags(form)];
        return Fold(string.Join('\n', texts));
    }

    /// <summary>The words of a search as a JSON array; none of an empty search, which finds everything.</summary>
    public static string Words(string? search) =>
        JsonSerializer.Serialize(Fold(search ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), Unescaped);

    /// <summary>Tags are an array of texts or one text; whatever is in there is searched as it stands.</summary>
    private static IEnumerable<string?> Tags(DatasetForm form) => form.Json["tag_string"] switch
    {
        JContainer several => several.Descendants().OfType<JValue>().Select(tag => (string?)tag),
        JValue one => [(string?)one],
        _ => [],
    };

    /// <summary>
    /// Compatibility forms are made one (NFKC), which takes sara am (ำ) apart into nikhahit and sara aa. A tone mark stands before that
    /// nikhahit or, in text taken from PDF files, behind it: it is moved before.
    /// </summary>
    private static string Fold(string text)
    {
        // Half a surrogate pair has no normal form: through UTF-8 it becomes the replacement character.
        var whole = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace('\0', ' ');
        var folded = new StringBuilder(whole.Normalize(NormalizationForm.FormKC).ToLowerInvariant());
        for (var tone = '\u0E48'; tone <= '\u0E4B'; tone++)
        {
            folded.Replace($"\u0E4D{tone}", $"{tone}\u0E4D");
        }

        return folded.ToString();
    }
}
