using System.Globalization;
using DistrictUnion.Application.Messages;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.IntegrationTests.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace DistrictUnion.IntegrationTests.Messages;

/// <summary>A service with a mail server and another system to talk to; what it does by the clock happens when the test says so.</summary>
public sealed class MessageService : JobRunningService, IAsyncLifetime
{
    private SmtpSink? smtp;
    private HttpSink? http;
    private Dictionary<string, string> settings = [];

    /// <summary>The mail server.</summary>
    internal SmtpSink Smtp => smtp!;

    /// <summary>The other system.</summary>
    internal HttpSink Http => http!;

    async Task IAsyncLifetime.InitializeAsync()
    {
        smtp = SmtpSink.Start();
        http = await HttpSink.StartAsync();
        await InitializeAsync();
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeAsync();
        await smtp!.DisposeAsync();
        await http!.DisposeAsync();
    }

    /// <summary>Lets recurring jobs be due, one after another, a second apart.</summary>
    public async Task TickAsync(params string[] definitions)
    {
        foreach (var definition in definitions)
        {
            Clock.Advance(TimeSpan.FromSeconds(1));
            await Services.GetRequiredService<IJobRunner>().RunRecurringAsync(definition, Clock.GetUtcNow(), CancellationToken.None);
        }
    }

    /// <summary>Fans out what happened and sends what is due.</summary>
    public Task DeliverAsync() => TickAsync("events.dispatch", "messages.deliver", "webhooks.deliver");

    /// <summary>Posts messages as a use case of the district does.</summary>
    internal async Task<int> PostAsync(TestDistrict district, params OutgoingMessage[] messages)
    {
        await using var scope = Services.CreateAsyncScope();
        var id = new DistrictId(await ReadAsync<Guid>("SELECT id FROM districts WHERE code = $1", district.Code));
        scope.ServiceProvider.GetRequiredService<ITenantContext>().Enter(Caller.System(id, district.Code));
        var desk = scope.ServiceProvider.GetRequiredService<MessageDesk>();
        return (await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().WriteUnauditedAsync(
            async () => (Result<int>)await desk.PostAsync(messages, CancellationToken.None), CancellationToken.None)).Value;
    }

    /// <summary>Identifier of somebody's account.</summary>
    internal async Task<UserId> UserAsync(TestDistrict district, string person) => new(await ReadAsync<Guid>("SELECT id FROM users WHERE user_name = $1", district.NameOf(person)));

    /// <summary>Gives somebody an e-mail address, proved by the code that was mailed to it unless told otherwise.</summary>
    internal async Task<string> GiveEmailAsync(TestDistrict district, string person, string name, bool proved = true)
    {
        var address = $"{name}.{district.Code}@school.test";
        var client = await district.As(person);
        (await client.PutAsync("me/message-preferences", new { channels = new { }, quietFrom = "21:00", quietTo = "08:00", email = address }, ("If-Match", "*"))).Expect(200);
        if (!proved)
            return address;
        (await client.PostAsync("me/message-preferences/email/code")).Expect(200);
        await TickAsync("messages.deliver");
        var code = Smtp.To(address)[^1].Header("Subject")![^6..];
        Assert.True(int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out _), code);
        Assert.Equal("confirmed", (await client.PostAsync("me/message-preferences/email/confirm", new { code })).Expect(200).Text("email.state"));
        return address;
    }

    /// <summary>Environment of another instance of the program on the same database, with the same mail server and system.</summary>
    public IEnumerable<(string Name, string Value)> SettingsOfAnotherInstance =>
    [
        ("ASPNETCORE_ENVIRONMENT", "Testing"), ("ConnectionStrings__App", AppConnection), ("Evidence__Folder", EvidenceFolder),
        .. settings.Select(s => (s.Key.Replace(":", "__", StringComparison.Ordinal), s.Value)),
    ];

    /// <inheritdoc/>
    protected override void Prepare(ConfigurationManager configuration)
    {
        settings = new(StringComparer.Ordinal)
        {
            ["Messages:Site"] = "https://union.test/",
            ["Messages:Smtp:Host"] = "127.0.0.1",
            ["Messages:Smtp:Port"] = smtp!.Port.ToString(CultureInfo.InvariantCulture),
            ["Messages:Smtp:Security"] = "None",
            ["Messages:Smtp:From"] = "union@district.test",
            ["Messages:Smtp:TimeoutSeconds"] = "5",
            ["Messages:Sms:Url"] = $"{http!.Address}/sms",
            ["Messages:Sms:Secret"] = "whsec_c2l4dGVlbiBieXRlcyBhdCBsZWFzdA==",
            ["Outbound:AllowHttp"] = "true",
            ["Outbound:AllowedNetworks:0"] = "127.0.0.0/8",
        };
        foreach (var (name, value) in settings)
            configuration[name] = value;
    }
}
