using OpenData.GraphQL.Execution;
using OpenData.GraphQL.Types;
using OpenData.Registry;
using OpenData.Schemas;
using OpenData.Server.GraphQl.Http;
using OpenData.Server.Rest;
using OpenData.Server.Rest.Datasets;
using OpenData.Server.Rest.Problems;

namespace OpenData.Server.GraphQl.Catalog;

/// <summary>Registration by mutations: the same desk as the REST interface, the same refusals. The exchange has let only the token through.</summary>
internal static class RegistrationFields
{
    public static FieldDefinition CreateDataset() => new("createDataset", "Dataset!")
    {
        Description = "ลงทะเบียนชุดข้อมูลใหม่ · Registers a dataset as a draft; it becomes visible with its first published file.",
        Arguments = [Fields.Argument("dataset", "DatasetInput!", "แบบฟอร์ม 1 · Form 1.")],
        Cost = FieldCost.Of(GraphQlServerLimits.MutationCost),
        Resolve = async context =>
        {
            var call = Fields.Call(context.State);
            return await SaveAsync(call, Form(call, context), known: null);
        },
    };

    public static FieldDefinition UpdateDataset() => new("updateDataset", "Dataset!")
    {
        Description = "แก้แบบฟอร์ม 1 ของชุดข้อมูล · Replaces Form 1 of a dataset.",
        Arguments =
        [
            Fields.Argument("dataset", "DatasetInput!", "แบบฟอร์ม 1 ทั้งฉบับ · The whole of Form 1."),
            Fields.Argument("version", "Int", "version ที่อ่านมา ถ้ามีผู้แก้ไปก่อนจะไม่แก้ทับ · The version that was read: where somebody has changed it since, nothing is written."),
            Fields.Argument("revision", "Int", "revision ที่อ่านมา รวมการแก้ที่ยังไม่เผยแพร่ · The revision that was read, which counts changes that are not published too."),
        ],
        Cost = FieldCost.Of(GraphQlServerLimits.MutationCost),
        Resolve = async context =>
        {
            var call = Fields.Call(context.State);
            var form = Form(call, context);
            var known = await call.Catalog.FindAsync(form.Name, context.Cancellation) ?? throw call.Refused(await call.Catalog.RefusalAsync(form.Name, context.Cancellation));
            if (context.Arguments.Get<int?>("version") is { } version && version != known.Version)
            {
                throw call.Refused(DatasetTexts.Changed(form.Name));
            }

            return context.Arguments.Get<int?>("revision") is { } revision && revision != known.Revision
                ? throw call.Refused(DatasetTexts.Changed(form.Name))
                : await SaveAsync(call, form, known);
        },
    };

    public static FieldDefinition SetDictionary() => new("setDictionary", "Resource!")
    {
        Description = "ให้พจนานุกรมข้อมูลของทรัพยากร · Gives a resource its data dictionary; files are checked against it from then on.",
        Arguments =
        [
            Fields.Argument("dataset", "String!", "ชื่ออ้างอิงชุดข้อมูล · The dataset's name."),
            Fields.Argument("resource", "String!", "รหัสทรัพยากร · The resource's key."),
            Fields.Argument("dictionary", "DictionaryInput!", "แบบฟอร์ม 2 ทั้งฉบับ · The whole of Form 2."),
        ],
        Cost = FieldCost.Of(GraphQlServerLimits.MutationCost),
        Resolve = SetDictionaryAsync,
    };

    private static DatasetForm Form(GraphQlCall call, ResolveContext context)
    {
        var (form, errors) = DatasetDocument.Read(FormJson.OfDataset((IReadOnlyDictionary<string, object?>)context.Arguments["dataset"]!));
        return form ?? throw call.Refused(Problem.OfDocument(errors));
    }

    private static async Task<Dataset> SaveAsync(GraphQlCall call, DatasetForm form, Dataset? known)
    {
        var (saved, refusal) = await Desk(call).SaveAsync(form, known, call.Http.RequestAborted);
        return saved ?? throw call.Refused(refusal!);
    }

    private static async ValueTask<object?> SetDictionaryAsync(ResolveContext context)
    {
        var call = Fields.Call(context.State);
        var name = context.Arguments.Get<string>("dataset")!;
        var key = context.Arguments.Get<string>("resource")!;
        var (dictionary, errors) = DictionaryDocument.Read(FormJson.OfDictionary((IReadOnlyDictionary<string, object?>)context.Arguments["dictionary"]!));
        if (dictionary is null)
        {
            throw call.Refused(Problem.OfDocument(errors));
        }

        if (await Desk(call).SetDictionaryAsync(name, key, dictionary, context.Cancellation) is { } refusal)
        {
            throw call.Refused(refusal);
        }

        var (dataset, resource, _) = await call.Catalog.FindAsync(name, key, context.Cancellation);
        return new ResourceNode(dataset!, resource!);
    }

    private static RegistrationDesk Desk(GraphQlCall call) => call.Http.RequestServices.GetRequiredService<RegistrationDesk>();
}
