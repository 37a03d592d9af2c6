using DistrictUnion.Api;
using DistrictUnion.Api.Access;
using DistrictUnion.Api.Words;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Xunit;

namespace DistrictUnion.UnitTests.Architecture;

public sealed class EndpointFacts
{
    [Fact]
    public async Task Every_endpoint_declares_one_permission_or_that_it_is_open()
    {
        await using var app = Build();
        ServiceHost.Use(app);

        var endpoints = ((IEndpointRouteBuilder)app).DataSources.SelectMany(s => s.Endpoints).ToList();
        Assert.NotEmpty(endpoints);
        Assert.All(endpoints, e => Assert.Single(
            e.Metadata, m => m is PermissionMetadata or AnonymousMetadata));
    }

    [Fact]
    public async Task An_endpoint_that_declares_nothing_keeps_the_service_from_starting()
    {
        await using var app = Build();
        app.MapGet("/silent", () => Results.Ok());

        Assert.Throws<InvalidOperationException>(() => ServiceHost.Use(app));
    }

    [Fact]
    public void Chinese_and_English_have_words_for_the_same_codes()
    {
        var messages = new MessageCatalogue();

        Assert.Equal(messages.In("zh-CN").Keys.Order(StringComparer.Ordinal), messages.In("en").Keys.Order(StringComparer.Ordinal));
        Assert.NotEmpty(messages.In("en"));
    }

    private static WebApplication Build()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration["ConnectionStrings:App"] = "Host=127.0.0.1";
        builder.Configuration["Jobs:Enabled"] = "false";
        ServiceHost.AddServices(builder);
        return builder.Build();
    }
}
