using System.Text.Json;
using OpenData.Schemas;
using OpenData.Server.Sdmx.Structure;

namespace OpenData.Server.Sdmx.Data;

/// <summary>The end of the message: the components, and the values that the numbers of the rows before point to.</summary>
internal sealed partial class SdmxJson
{
    private void WriteStructure(Utf8JsonWriter json)
    {
        json.WriteStartArray("structures");
        json.WriteStartObject();
        json.WriteStartArray("links");
        WriteLink(json, "dataflow", SdmxUrn.Dataflow(structure));
        WriteLink(json, "datastructure", SdmxUrn.DataStructure(structure));
        json.WriteEndArray();
        json.WriteStartArray("dataSets");
        json.WriteNumberValue(0);
        json.WriteEndArray();
        json.WriteStartObject("dimensions");
        WriteComponents(json, "dataSet", []);
        WriteComponents(json, "series", SeriesDimensions);
        WriteComponents(json, "observation", ObservationDimensions);
        json.WriteEndObject();
        json.WriteStartObject("measures");
        WriteComponents(json, "observation", Measures);
        json.WriteEndObject();
        json.WriteStartObject("attributes");
        WriteComponents(json, "dataSet", []);
        WriteComponents(json, "series", []);
        WriteComponents(json, "observation", Attributes);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private void WriteLink(Utf8JsonWriter json, string kind, string urn)
    {
        json.WriteStartObject();
        json.WriteString("href", $"{root}/sdmx/3.0/structure/{kind}/{structure.Agency}/{Uri.EscapeDataString(structure.Id)}/{structure.Version}");
        json.WriteString("urn", urn);
        json.WriteString("rel", kind);
        json.WriteEndObject();
    }

    private void WriteComponents(Utf8JsonWriter json, string level, IEnumerable<Component> components)
    {
        json.WriteStartArray(level);
        foreach (var component in components)
        {
            json.WriteStartObject();
            json.WriteString("id", component.Id);
            WriteName(json, component.Name, component.Id);
            if (component.IsDimension)
            {
                json.WriteNumber("keyPosition", structure.Dimensions.TakeWhile(d => d != component).Count());
            }

            if (component.Kind == ComponentKind.Time)
            {
                json.WriteStartArray("roles");
                json.WriteStringValue(SdmxIds.Time);
                json.WriteEndArray();
            }

            if (component.Kind == ComponentKind.Attribute)
            {
                json.WriteStartObject("relationship");
                json.WriteStartObject("observation");
                json.WriteEndObject();
                json.WriteEndObject();
            }

            WriteValues(json, component);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>The values that numbers point to; a measure without a code list has none, for its values stand where they are.</summary>
    private void WriteValues(Utf8JsonWriter json, Component component)
    {
        if (component.Kind == ComponentKind.Measure && !component.IsCoded)
        {
            return;
        }

        json.WriteStartArray("values");
        foreach (var (value, _) in values[component.Id].OrderBy(v => v.Value))
        {
            json.WriteStartObject();
            if (component.Codes.FirstOrDefault(c => c.Id == value) is { } code)
            {
                json.WriteString("id", code.Id);
                WriteName(json, code.Name, code.Id);
            }
            else if (component.Kind == ComponentKind.Time && value.All(SdmxIds.IsOfId))
            {
                json.WriteString("id", value);
                json.WriteString("name", value);
            }
            else
            {
                json.WriteString("value", value);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteName(Utf8JsonWriter json, LocalText name, string otherwise)
    {
        json.WriteString("name", name.IsEmpty ? otherwise : name.In(language));
        json.WriteStartObject("names");
        if (!string.IsNullOrEmpty(name.Th))
        {
            json.WriteString("th", name.Th);
        }

        if (!string.IsNullOrEmpty(name.En))
        {
            json.WriteString("en", name.En);
        }

        json.WriteEndObject();
    }
}
