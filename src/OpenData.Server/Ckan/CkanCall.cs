using Newtonsoft.Json.Linq;
using OpenData.Registry;
using OpenData.Schemas;
using OpenData.Server.Ckan.Packages;
using OpenData.Server.Rest;
using OpenData.Server.Rest.Usage;
using OpenData.Store;

namespace OpenData.Server.Ckan;

/// <summary>One call of an action: who asks, with what arguments, over which catalog.</summary>
internal sealed class CkanCall(HttpContext context, string action, JObject arguments)
{
    public HttpContext Context { get; } = context;

    /// <summary>The action's name.</summary>
    public string Action { get; } = action;

    public Arguments Arguments { get; } = new(arguments);

    /// <summary>The server's public address.</summary>
    public string Root { get; } = context.PublicRoot();

    public Catalog Catalog { get; } = context.RequestServices.GetRequiredService<Catalog>();
    public PackageCatalog Packages { get; } = context.RequestServices.GetRequiredService<PackageCatalog>();
    public IDataStore Store { get; } = context.RequestServices.GetRequiredService<IDataStore>();
    public Language Language => AskedLanguage.Of(Context);
    public T Service<T>()
        where T : notnull => Context.RequestServices.GetRequiredService<T>();

    public CancellationToken Cancellation => Context.RequestAborted;

    /// <summary>Notes that the call is about a dataset, or a resource of it, for the usage reports.</summary>
    public void Uses(Dataset dataset, Resource? resource = null) => Context.Uses(dataset.Name, resource?.Key ?? "");

    /// <summary>A sentence of ours in the language asked for.</summary>
    public string Say(LocalText text) => text.In(Language);
}
