using System.Globalization;
using System.Numerics;
using System.Text.Json;
using OpenData.GraphQL.Language;
using OpenData.GraphQL.Text;

namespace OpenData.GraphQL.Types;

/// <summary>Int, Float, String, Boolean and ID. Specification 3.5.1 to 3.5.5; messages are worded as in graphql-js.</summary>
public static class BuiltInScalars
{
    public static readonly ScalarType String = new("String")
    {
        Description = "The `String` scalar type represents textual data, represented as UTF-8 character sequences. The String type is most often used by GraphQL to represent free-form human-readable text.",
        Serialize = value => value switch
        {
            string text => text,
            bool flag => flag ? "true" : "false",
            double number when double.IsFinite(number) => JsNumber.Format(number),
            IFormattable other when IsNumber(other) => other.ToString(null, CultureInfo.InvariantCulture),
            _ => throw new GraphQLException($"String cannot represent value: {Inspect.Value(value)}"),
        },
        ParseValue = value => value.ValueKind == JsonValueKind.String ? value.GetString()
            : throw new GraphQLException($"String cannot represent a non string value: {Inspect.Value(value)}"),
        ParseLiteral = value => value is StringValueNode text ? text.Value
            : throw new GraphQLException($"String cannot represent a non string value: {Printer.Print(value)}", [value]),
    };

    public static readonly ScalarType Int = new("Int")
    {
        Description = "The `Int` scalar type represents non-fractional signed whole numeric values. Int can represent values between -(2^31) and 2^31 - 1.",
        Serialize = value => value switch
        {
            int number => number,
            bool flag => flag ? 1 : 0,
            string text => ToInt(ParseNumber(text), value),
            IConvertible number when IsNumber(value) => ToInt(number.ToDouble(CultureInfo.InvariantCulture), value),
            _ => throw new GraphQLException($"Int cannot represent non-integer value: {Inspect.Value(value)}"),
        },
        ParseValue = value => value.ValueKind == JsonValueKind.Number ? ToInt(value.GetDouble(), value)
            : throw new GraphQLException($"Int cannot represent non-integer value: {Inspect.Value(value)}"),
        ParseLiteral = value => value is not IntValueNode digits
            ? throw new GraphQLException($"Int cannot represent non-integer value: {Printer.Print(value)}", [value])
            : int.TryParse(digits.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number
            : throw new GraphQLException($"Int cannot represent non 32-bit signed integer value: {digits.Value}", [value]),
    };

    public static readonly ScalarType Float = new("Float")
    {
        Description = "The `Float` scalar type represents signed double-precision fractional values as specified by [IEEE 754](https://en.wikipedia.org/wiki/IEEE_floating_point).",
        Serialize = value => value switch
        {
            double number when double.IsFinite(number) => value,
            bool flag => flag ? 1 : 0,
            string text when text.Length > 0 && double.IsFinite(ParseNumber(text)) => ParseNumber(text),
            int or long or decimal or short or byte or uint => value,
            float number when float.IsFinite(number) => (double)number,
            _ => throw new GraphQLException($"Float cannot represent non numeric value: {Inspect.Value(value)}"),
        },
        ParseValue = value => value.ValueKind == JsonValueKind.Number && double.IsFinite(value.GetDouble()) ? value.GetDouble()
            : throw new GraphQLException($"Float cannot represent non numeric value: {Inspect.Value(value)}"),
        ParseLiteral = value => value switch
        {
            IntValueNode n => double.Parse(n.Value, CultureInfo.InvariantCulture),
            FloatValueNode n => double.Parse(n.Value, CultureInfo.InvariantCulture),
            _ => throw new GraphQLException($"Float cannot represent non numeric value: {Printer.Print(value)}", [value]),
        },
    };

    public static readonly ScalarType Boolean = new("Boolean")
    {
        Description = "The `Boolean` scalar type represents `true` or `false`.",
        Serialize = value => value switch
        {
            bool => value,
            IConvertible number when IsNumber(value) && double.IsFinite(number.ToDouble(CultureInfo.InvariantCulture)) => number.ToDouble(CultureInfo.InvariantCulture) != 0,
            _ => throw new GraphQLException($"Boolean cannot represent a non boolean value: {Inspect.Value(value)}"),
        },
        ParseValue = value => value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean()
            : throw new GraphQLException($"Boolean cannot represent a non boolean value: {Inspect.Value(value)}"),
        ParseLiteral = value => value is BooleanValueNode flag ? flag.Value
            : throw new GraphQLException($"Boolean cannot represent a non boolean value: {Printer.Print(value)}", [value]),
    };

    public static readonly ScalarType Id = new("ID")
    {
        Description = "The `ID` scalar type represents a unique identifier, often used to refetch an object or as key for a cache. The ID type appears in a JSON response as a String; however, it is not intended to be human-readable. When expected as an input type, any string (such as `\"4\"`) or integer (such as `4`) input value will be accepted as an ID.",
        Serialize = value => value switch
        {
            string => value,
            double number when double.IsInteger(number) => JsNumber.Format(number),
            int or long or short or byte or uint or ulong or Guid => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
            _ => throw new GraphQLException($"ID cannot represent value: {Inspect.Value(value)}"),
        },
        ParseValue = value => value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number when double.IsInteger(value.GetDouble()) => value.TryGetInt64(out var whole) ? whole.ToString(CultureInfo.InvariantCulture) : JsNumber.Format(value.GetDouble()),
            _ => throw new GraphQLException($"ID cannot represent value: {Inspect.Value(value)}"),
        },
        ParseLiteral = value => value switch
        {
            StringValueNode n => n.Value,
            IntValueNode n => n.Value,
            _ => throw new GraphQLException($"ID cannot represent a non-string and non-integer value: {Printer.Print(value)}", [value]),
        },
    };

    public static readonly IReadOnlyList<ScalarType> All = [String, Int, Float, Boolean, Id];

    internal static bool IsBuiltIn(string name) => name is "String" or "Int" or "Float" or "Boolean" or "ID";

    static bool IsNumber(object value) => value is int or long or double or float or decimal or short or byte or sbyte or uint or ulong or ushort or BigInteger;

    /// <summary>A number written as text, as JavaScript's Number() reads it; NaN when it is none.</summary>
    static double ParseNumber(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN;

    static object ToInt(double number, object shown) =>
        !double.IsInteger(number) ? throw new GraphQLException($"Int cannot represent non-integer value: {Inspect.Value(shown)}")
        : number is < int.MinValue or > int.MaxValue ? throw new GraphQLException($"Int cannot represent non 32-bit signed integer value: {Inspect.Value(shown)}")
        : (int)number;
}
