using OpenData.GraphQL.Execution;
using OpenData.GraphQL.Language;

namespace OpenData.GraphQL.Validation.Rules;

/// <summary>Literals fit the types expected of them. Specification 5.6.1 (Values of Correct Type), 5.6.2 to 5.6.4 for input objects.</summary>
public sealed class ValuesOfCorrectType(ValidationContext context) : ValidationRule(context)
{
    public override NodeKinds Enters => NodeKinds.NullValue | NodeKinds.ListValue | NodeKinds.ObjectValue | NodeKinds.EnumValue
        | NodeKinds.IntValue | NodeKinds.FloatValue | NodeKinds.StringValue | NodeKinds.BooleanValue;

    public override bool Enter(Node node)
    {
        var type = node is ListValueNode ? Context.Types.ParentInputType : Context.Types.InputType;
        if (type is not null)
            new LiteralValidation(Context.Schema, Context.Suggestions, null, (message, at, _) => Report(message, at)).Validate((ValueNode)node, type);
        return false;
    }
}
