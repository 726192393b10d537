using System.Globalization;
using Newtonsoft.Json.Linq;
using OpenData.Registry;
using OpenData.Schemas;
using OpenData.Server.Dcat.Rdf;

namespace OpenData.Server.Dcat.Descriptions;

/// <summary>The items of Form 1 in our own vocabulary, so that no item is lost for want of a property of DCAT.</summary>
internal sealed class FormItems(RdfGraph graph, CatalogAddresses addresses)
{
    /// <summary>Items that a property of DCAT says wholly.</summary>
    private static readonly string[] Said = ["$schema", "title", "name", "owner_org", "maintainer", "maintainer_email", "tag_string", "notes", "resources", "key", "description", "file", "dictionary"];

    /// <summary>Says the items of a form, or of its part on one resource.</summary>
    public void Add(string subject, JObject form)
    {
        foreach (var item in form.Properties().Where(p => !Said.Contains(p.Name)))
        {
            Add(subject, "form:" + item.Name, CodeLists.ListOf(item.Name), item.Value);
        }
    }

    /// <summary>Says what a code means, once in a graph.</summary>
    public string Concept(string list, CodeEntry entry)
    {
        var concept = addresses.Concept(list, entry.Code);
        graph.Type(concept, "skos:Concept");
        graph.Text(concept, "skos:prefLabel", entry.Label);
        graph.Typed(concept, "skos:notation", entry.Code, null);
        graph.Link(concept, "skos:inScheme", addresses.Scheme(list));
        return concept;
    }

    private void Add(string subject, string predicate, string list, JToken value)
    {
        switch (value)
        {
            case JArray several:
                foreach (var one in several)
                {
                    Add(subject, predicate, list, one);
                }

                break;
            case JObject texts:
                graph.Text(subject, predicate, new LocalText((string?)texts["th"], (string?)texts["en"]));
                break;
            case JValue { Value: string text } when CodeLists.Find(list, text) is { } entry:
                graph.Link(subject, predicate, Concept(list, entry));
                break;
            case JValue { Value: string text } when IsDay(text):
                graph.Typed(subject, predicate, text, "xsd:date");
                break;
            case JValue { Value: string text }:
                graph.Word(subject, predicate, text);
                break;
            case JValue { Value: bool truth }:
                graph.Typed(subject, predicate, truth ? "true" : "false", "xsd:boolean");
                break;
            case JValue { Type: JTokenType.Integer } number:
                graph.Typed(subject, predicate, number.ToString(CultureInfo.InvariantCulture), "xsd:integer");
                break;
            case JValue { Type: JTokenType.Float } number:
                graph.Typed(subject, predicate, Convert.ToDecimal(number.Value, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture), "xsd:decimal");
                break;
        }
    }

    private static bool IsDay(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
