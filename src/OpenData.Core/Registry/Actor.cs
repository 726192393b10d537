namespace OpenData.Registry;

/// <summary>Who makes a change, as the audit log tells it.</summary>
/// <param name="Name">The name: of an account, of a token, or of the user who started the program.</param>
/// <param name="Kind">How the name is known: <c>cli</c>, <c>token</c>, <c>account</c>, <c>public</c>, <c>system</c>.</param>
public sealed record Actor(string Name, string Kind)
{
    /// <summary>The program itself, where nobody else is named.</summary>
    public static Actor Program { get; } = new("opendata", "system");

    /// <summary>Whoever has the server's one write token.</summary>
    public static Actor Token { get; } = new("write-token", "token");

    /// <summary>Somebody of the public, whom nobody knows.</summary>
    public static Actor Public { get; } = new("anybody", "public");

    /// <summary>Somebody with an account.</summary>
    /// <param name="name">The name they sign in with.</param>
    public static Actor Account(string name) => new(name, "account");

    /// <summary>A user of the command line.</summary>
    /// <param name="user">The name the system knows the user by.</param>
    public static Actor CommandLine(string user) => new(user, "cli");
}
