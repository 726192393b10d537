using Newtonsoft.Json.Linq;
using NJsonSchema;
using NJsonSchema.Validation;

namespace OpenData.Schemas;

/// <summary>Validates a tree against a schema and says every fault in sentences.</summary>
/// <param name="file">The schema.</param>
/// <param name="labelOf">The label of a code of a field, for the list of allowed values; null where it has none.</param>
internal sealed class DocumentValidator(SchemaFile file, Func<string, string, LocalText?> labelOf)
{
    private static readonly JsonSchemaValidatorSettings Settings = new() { FormatValidators = DocumentFormats.All };

    /// <summary>Adds the faults of <paramref name="root"/> to <paramref name="faults"/>.</summary>
    public void Validate(JToken root, FaultList faults)
    {
        if (file.Glance.IsValid(root))
        {
            return;
        }

        var sentences = new SchemaSentences(file, labelOf);
        var errors = file.Validator.Validate(root, Settings).SelectMany(e => Flatten(root, e)).Select(e => (e.Kind, Pointer: JsonPointer.FromPath(root, e.Path ?? ""))).ToArray();
        var ofWrongType = errors.Where(e => IsType(e.Kind)).Select(e => e.Pointer).ToHashSet(StringComparer.Ordinal);
        foreach (var (kind, pointer) in errors)
        {
            // What is no object cannot be told that it lacks a field, nor what is no text that it is not in a list.
            if (!IsType(kind) && ofWrongType.Contains(kind == ValidationErrorKind.PropertyRequired ? JsonPointer.Parent(pointer) : pointer))
            {
                continue;
            }

            if (faults.IsFull)
            {
                faults.Skip(1);
                continue;
            }

            var (code, message, fix) = sentences.Say(kind, pointer, JsonPointer.Find(root, pointer));
            faults.Add(code, pointer, message, fix);
        }

        // "$" in a .NET pattern lets one line break pass at the end: a name would reach addresses with it.
        foreach (var text in (root as JContainer)?.DescendantsAndSelf().OfType<JValue>().Where(v => v.Value is string s && s.EndsWith('\n')) ?? [])
        {
            var pointer = JsonPointer.FromPath(root, text.Path);
            if (file.Field(pointer)?.Keyword("pattern") is not null && !faults.Has(pointer))
            {
                var (code, message, fix) = sentences.Say(ValidationErrorKind.PatternMismatch, pointer, text);
                faults.Add(code, pointer, message, fix);
            }
        }
    }

    /// <summary>An error about a choice of schemas hides the errors of each choice: those of the likeliest are told.</summary>
    private static IEnumerable<ValidationError> Flatten(JToken root, ValidationError error)
    {
        if (error is not ChildSchemaValidationError { Errors.Count: > 0 } choice)
        {
            return [error];
        }

        if (choice.Kind is not (ValidationErrorKind.NotAnyOf or ValidationErrorKind.NotOneOf))
        {
            return choice.Errors.Values.SelectMany(e => e).SelectMany(e => Flatten(root, e));
        }

        // The likeliest is the first whose type the value has: then the value itself is at fault, not its type.
        var likeliest = choice.Errors.FirstOrDefault(c => c.Value.Count > 0 && !c.Value.Any(e => e.Path == error.Path && IsType(e.Kind)));
        return likeliest.Value is { } own ? own.SelectMany(e => Flatten(root, e)) : [error];
    }

    private static bool IsType(ValidationErrorKind kind) => kind is ValidationErrorKind.StringExpected
        or ValidationErrorKind.ObjectExpected
        or ValidationErrorKind.ArrayExpected
        or ValidationErrorKind.NumberExpected
        or ValidationErrorKind.IntegerExpected
        or ValidationErrorKind.BooleanExpected
        or ValidationErrorKind.NullExpected
        or ValidationErrorKind.NoTypeValidates;
}
