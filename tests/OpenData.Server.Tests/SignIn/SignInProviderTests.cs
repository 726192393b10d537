using OpenData.Server.Tests.Review;

namespace OpenData.Server.Tests.SignIn;

/// <summary>The configuration of a provider, and a server without one.</summary>
[Collection(ReviewCollection.Name)]
public sealed class SignInProviderTests(ReviewServer server)
{
    private static readonly Dictionary<string, string> Whole = new()
    {
        ["ISSUER"] = "https://id.example.go.th",
        ["AUTHORIZATION_ENDPOINT"] = "https://id.example.go.th/authorize",
        ["TOKEN_ENDPOINT"] = "https://id.example.go.th/token",
        ["USERINFO_ENDPOINT"] = "https://id.example.go.th/userinfo",
        ["CLIENT_ID"] = "opendata",
        ["CLIENT_SECRET_FILE"] = "/run/secrets/oidc",
    };

    [Fact]
    public void Without_an_issuer_there_is_no_provider() => SignInProvider.Read(_ => null, _ => "").Should().Be((null, null));

    [Fact]
    public void A_whole_configuration_is_read_with_its_secret_from_a_file()
    {
        var (provider, fault) = Read(Whole);
        fault.Should().BeNull();
        provider!.ClientSecret.Should().Be("from /run/secrets/oidc");
        (provider.AdmitsUnknown, provider.AccountClaim, string.Join(' ', provider.Scopes)).Should().Be((false, "preferred_username", "openid profile"));
        Read(new(Whole) { ["UNKNOWN"] = "admit", ["ACCOUNT_CLAIM"] = "upn", ["CLIENT_SECRET"] = "given" }).Provider.Should().Match<SignInProvider>(p => p.AdmitsUnknown && p.AccountClaim == "upn" && p.ClientSecret == "given");
    }

    [Theory]
    [InlineData("TOKEN_ENDPOINT", "http://id.example.go.th/token", "TOKEN_ENDPOINT")]
    [InlineData("USERINFO_ENDPOINT", "", "USERINFO_ENDPOINT")]
    [InlineData("AUTHORIZATION_ENDPOINT", "id.example.go.th", "AUTHORIZATION_ENDPOINT")]
    [InlineData("CLIENT_ID", "", "CLIENT_ID")]
    [InlineData("CLIENT_SECRET_FILE", "", "CLIENT_SECRET")]
    [InlineData("UNKNOWN", "maybe", "UNKNOWN")]
    public void What_is_faulty_is_named_in_both_languages(string variable, string value, string named)
    {
        var (provider, fault) = Read(new(Whole) { [variable] = value });
        provider.Should().BeNull();
        fault!.Th.Should().Contain(SignInProvider.Prefix + named);
        fault.En.Should().Contain(SignInProvider.Prefix + named).And.NotContain("from /run/secrets");
    }

    [Fact]
    public async Task A_server_without_a_provider_has_no_button_and_no_way_to_one()
    {
        using var browser = new Browser(server["anonymous"]);
        using var page = await browser.GetAsync("/sign-in");
        (await page.Content.ReadAsStringAsync()).Should().NotContain("/sign-in/provider");
        using var way = await browser.GetAsync("/sign-in/provider");
        ((int)way.StatusCode).Should().Be(404);
    }

    private static (SignInProvider? Provider, Schemas.LocalText? Fault) Read(Dictionary<string, string> variables) =>
        SignInProvider.Read(name => variables.GetValueOrDefault(name[SignInProvider.Prefix.Length..]), file => $"from {file}\n");
}
