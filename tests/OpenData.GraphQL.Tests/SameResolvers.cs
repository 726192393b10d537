using System.Text;
using OpenData.GraphQL.Execution;
using OpenData.GraphQL.Text;
using OpenData.GraphQL.Types;

namespace OpenData.GraphQL.Tests;

/// <summary>The resolvers of reference.js again: values made from a hash of where they stand, with nulls and errors among them.</summary>
public static class SameResolvers
{
    public static Schema Build(string sdl, bool batched = false) => SdlModule.Build(sdl, new SdlResolvers
    {
        Complete = (_, field) => new FieldDefinition(field.Name, field.Type)
        {
            Description = field.Description, Arguments = field.Arguments, DeprecationReason = field.DeprecationReason,
            Resolve = batched ? null : context => new(Value(context.Schema, context.Field, context.Arguments, context.Source)),
            ResolveBatch = !batched ? null : async context =>
            {
                await Task.Yield();
                return [.. context.Sources.Select(source => Failing(() => Value(context.Schema, context.Field, context.Arguments, source)))];
            },
        },
    });

    public static readonly Dictionary<string, object?> Root = new() { ["__seed"] = 7u };

    static object? Failing(Func<object?> value)
    {
        try
        {
            return value();
        }
        catch (GraphQLException error)
        {
            return new FailedValue(error);
        }
    }

    static object? Value(Schema schema, FieldPlan field, Arguments arguments, object? source)
    {
        var given = Stringify(arguments.Values);
        if (field.Name == "echo") return given;
        var seed = Hash($"{((Dictionary<string, object?>)source!)["__seed"]}/{field.Name}{given}");
        return ValueOf(schema, field.Type, seed, field.Name);
    }

    static object? ValueOf(Schema schema, TypeRef type, uint seed, string name)
    {
        if (type.IsNonNull)
        {
            if (seed % 29 == 0) return null;
            return seed % 31 == 0 ? throw new GraphQLException($"boom {name}") : Inner(schema, type.OfType!, seed, name);
        }
        if (seed % 11 == 0) return null;
        return seed % 17 == 0 ? throw new GraphQLException($"boom {name}") : Inner(schema, type, seed, name);
    }

    static object? Inner(Schema schema, TypeRef type, uint seed, string name)
    {
        if (type.IsList)
        {
            if (seed % 37 == 0) return 5;
            return Enumerable.Range(0, (int)(seed % 4)).Select(i => Item(schema, type.OfType!, Hash($"{seed}:{i}"), name)).ToList();
        }
        switch (type.Name)
        {
            case "Int": return seed % 41 == 0 ? "abc" : seed % 43 == 0 ? 3000000000L : (int)(seed % 1000);
            case "Float": return seed % 41 == 0 ? "abc" : (seed % 1000) / 4.0;
            case "String": return "s" + seed % 100 + (seed % 3 == 0 ? " ก \"q\" \\ \n <é>" : "");
            case "Boolean": return seed % 2 == 0;
            case "ID": return seed % 2 == 0 ? (int)(seed % 1000) : "id" + seed % 1000;
        }
        switch (schema.Type(type.Name))
        {
            case EnumType e: return seed % 41 == 0 ? "NONE_OF_THEM" : e.Values[(int)(seed % e.Values.Count)].Value;
            case ScalarType: return new Dictionary<string, object?> { ["seed"] = (int)(seed % 100), ["list"] = new List<object?> { 1, "x", null, true } };
            case { IsAbstract: true } abstractType:
                var possible = schema.PossibleTypes(abstractType);
                var typename = seed % 23 == 0 ? "Nowhere" : seed % 47 == 0 ? "Query" : possible[(int)(seed % possible.Count)];
                return new Dictionary<string, object?> { ["__seed"] = seed, ["__typename"] = typename };
            default: return new Dictionary<string, object?> { ["__seed"] = seed, ["__typename"] = type.Name };
        }
    }

    static object? Item(Schema schema, TypeRef type, uint seed, string name)
    {
        try
        {
            return ValueOf(schema, type, seed, name);
        }
        catch (GraphQLException)
        {
            return null;
        }
    }

    static uint Hash(string text)
    {
        var h = 0x811c9dc5u;
        foreach (var c in text) h = unchecked((h ^ c) * 0x01000193u);
        return h;
    }

    static string Stringify(object? value)
    {
        var text = new StringBuilder();
        Write(value);
        return text.ToString();

        void Write(object? item)
        {
            switch (item)
            {
                case null: text.Append("null"); break;
                case string s: text.Append(JsString.Quoted(s)); break;
                case bool b: text.Append(b ? "true" : "false"); break;
                case int i: text.Append(i); break;
                case double d: text.Append(JsNumber.Format(d)); break;
                case IReadOnlyDictionary<string, object?> map:
                    text.Append('{').AppendJoin(',', map.Select(p => $"{JsString.Quoted(p.Key)}:{Stringify(p.Value)}")).Append('}');
                    break;
                case List<object?> list: text.Append('[').AppendJoin(',', list.Select(Stringify)).Append(']'); break;
                default: throw new InvalidOperationException($"No JSON for {item.GetType()}.");
            }
        }
    }
}
