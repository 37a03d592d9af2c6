using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DistrictUnion.Application.Ports;
using DistrictUnion.IntegrationTests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace DistrictUnion.IntegrationTests.Messages;

/// <summary>Events for other systems: signed, at least once, three days of attempts, a log, replay.</summary>
public sealed class WebhookTests(MessageService service) : IClassFixture<MessageService>
{
    private static readonly string[] Events = ["evaluation.submitted", "review.completed", "round.opened", "ranking.published", "title.conferred"];

    /// <summary>Fails unless a secret signed the request just as Standard Webhooks says.</summary>
    internal static void AssertSigned(ReceivedRequest request, string secret)
    {
        var (id, time) = (request.Headers["webhook-id"], request.Headers["webhook-timestamp"]);
        var signature = HMACSHA256.HashData(Convert.FromBase64String(secret["whsec_".Length..]), Encoding.UTF8.GetBytes($"{id}.{time}.{request.Body}"));
        Assert.Contains($"v1,{Convert.ToBase64String(signature)}", request.Headers["webhook-signature"].Split(' '));
    }

    [Fact]
    public async Task Submissions_reviews_and_publications_arrive_signed_with_codes_and_nothing_about_people()
    {
        var (district, secret) = await SubscribeAsync();
        await district.HandIn("p", claims: new { B1 = 30 });
        await district.Review("officer", "p", "district", [("B1", 29m)]);
        await district.CloseRound();
        await district.PublishRound("full");
        await service.DeliverAsync();

        var bodies = service.Http.Requests.Select(r => JsonDocument.Parse(r.Body).RootElement).ToList();
        Assert.Equal(["evaluation.submitted", "ranking.published", "review.completed", "round.opened"], bodies.Select(b => b.GetProperty("type").GetString()!).Order(StringComparer.Ordinal));
        Assert.All(service.Http.Requests, r => AssertSigned(r, secret));
        var submitted = bodies.Single(b => b.GetProperty("type").GetString() == "evaluation.submitted");
        Assert.Equal(["type", "id", "at", "data"], submitted.EnumerateObject().Select(p => p.Name));
        Assert.Equal(
            $$"""{"district":"{{district.Code}}","href":"/api/v1/rounds/r1/schools/p/self-evaluation","round":"r1","school":"p"}""",
            JsonSerializer.Serialize(submitted.GetProperty("data").EnumerateObject().OrderBy(p => p.Name, StringComparer.Ordinal).ToDictionary(p => p.Name, p => p.Value.GetString())));
        Assert.DoesNotContain(service.Http.Requests, r => r.Body.Contains("chair", StringComparison.Ordinal) || r.Body.Contains("officer", StringComparison.Ordinal));

        await service.DeliverAsync();
        Assert.Equal(4, service.Http.Requests.Count);
        var log = (await (await district.Admin).GetAsync("webhooks/sys/deliveries?state=delivered")).Expect(200);
        Assert.Equal(4, log.Number("total"));
        var one = (await (await district.Admin).GetAsync($"webhooks/sys/deliveries/{log.Text("items[0].id")}")).Expect(200);
        Assert.Equal((200m, 1m), (one.Number("attempts[0].status"), one.Number("attempts[0].number")));
    }

    [Fact]
    public async Task Two_that_fan_out_at_once_make_one_delivery_of_an_event()
    {
        var (district, _) = await SubscribeAsync();
        await district.HandIn("p", claims: new { B1 = 30 });
        var runner = service.Services.GetRequiredService<IJobRunner>();

        await Task.WhenAll(Enumerable.Range(1, 4).Select(i => runner.RunRecurringAsync("events.dispatch", service.Clock.GetUtcNow().AddSeconds(i), CancellationToken.None)));
        await Task.WhenAll(Enumerable.Range(1, 4).Select(i => runner.RunRecurringAsync("webhooks.deliver", service.Clock.GetUtcNow().AddSeconds(i), CancellationToken.None)));

        Assert.Equal(["evaluation.submitted", "round.opened"], service.Http.Requests.Select(r => JsonDocument.Parse(r.Body).RootElement.GetProperty("type").GetString()!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_system_that_is_down_is_tried_for_three_days_with_the_same_id_and_can_be_replayed()
    {
        var (district, secret) = await SubscribeAsync();
        service.Http.Answer = (500, "down");
        await service.DeliverAsync();
        var began = service.Clock.GetUtcNow();
        DateTimeOffset? next;
        var waits = new List<double>();
        while ((next = await NextAsync(district)) is { } at)
        {
            waits.Add((at - service.Clock.GetUtcNow()).TotalSeconds);
            service.Clock.Advance(at - service.Clock.GetUtcNow());
            district.Forget("admin");
            await service.TickAsync("webhooks.deliver");
        }

        Assert.Equal([5, 300, 1800, 7200, 18000, 36000, 50400, 64800, 79200], waits.Select(w => Math.Round(w)));
        Assert.InRange(service.Clock.GetUtcNow() - began, TimeSpan.FromDays(2.9), TimeSpan.FromDays(3.1));
        Assert.Single(service.Http.Requests.Select(r => r.Headers["webhook-id"]).Distinct());
        Assert.Equal(10, service.Http.Requests.Count);
        var admin = await district.Admin;
        var failed = (await admin.GetAsync("webhooks/sys/deliveries?state=failed")).Expect(200);
        Assert.Equal((500m, 10m), (failed.Number("items[0].lastStatus"), failed.Number("items[0].attempts")));

        service.Http.Answer = (204, "");
        service.Http.Clear();
        (await admin.PostAsync($"webhooks/sys/deliveries/{failed.Text("items[0].id")}/replay")).Expect(202);
        await service.TickAsync("webhooks.deliver");
        AssertSigned(Assert.Single(service.Http.Requests), secret);
        Assert.Equal(1, (await admin.PostAsync("webhooks/sys/replay", new { since = began.AddDays(-1) })).Expect(202).Number("deliveries"));
        Assert.Equal(0, (await admin.PostAsync("webhooks/sys/replay", new { since = began.AddDays(-1), failedOnly = true })).Expect(202).Number("deliveries"));
        await service.TickAsync("webhooks.deliver");
        Assert.Equal(failed.Text("items[0].id"), Assert.Single(service.Http.Requests.Select(r => r.Headers["webhook-id"]).Distinct()));
        Assert.Equal(2, service.Http.Requests.Count);
    }

    [Fact]
    public async Task A_system_that_answers_gone_gets_nothing_more_and_the_administrator_is_told()
    {
        var (district, _) = await SubscribeAsync();
        service.Http.Answer = (410, "");
        await service.DeliverAsync();
        var admin = await district.Admin;

        var ended = (await admin.GetAsync("webhooks/sys")).Expect(200);
        Assert.Equal(("disabled", "gone"), (ended.Text("state"), ended.Text("endedBy")));
        Assert.Contains("已停用", (await admin.GetAsync("inbox")).Text("items[0].title"), StringComparison.Ordinal);
        service.Http.Answer = (200, "");
        service.Http.Clear();
        await district.HandIn("p", claims: new { B1 = 30 });
        await service.DeliverAsync();
        Assert.Empty(service.Http.Requests);
        (await admin.PostAsync("webhooks/sys/test")).ExpectConflict("disabled", "enable");

        (await admin.PostAsync("webhooks/sys/enable")).ExpectProblem(428, "precondition-required");
        (await admin.DoAsync("webhooks/sys/enable")).Expect(200);
        (await admin.PostAsync("webhooks/sys/test")).Expect(202);
        await service.TickAsync("webhooks.deliver");
        Assert.Contains("webhook.test", Assert.Single(service.Http.Requests).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Both_secrets_sign_for_a_day_after_a_rotation_and_none_is_shown_or_stored_in_the_clear()
    {
        var (district, former) = await SubscribeAsync();
        var admin = await district.Admin;
        var rotated = (await admin.DoAsync("webhooks/sys/rotate")).Expect(200).Text("secret");
        await service.DeliverAsync();
        AssertSigned(Assert.Single(service.Http.Requests), former);
        AssertSigned(Assert.Single(service.Http.Requests), rotated);
        Assert.DoesNotContain("whsec_", (await admin.GetAsync("webhooks/sys")).Body + (await admin.GetAsync("webhooks")).Body, StringComparison.Ordinal);
        Assert.Equal(0L, await service.ReadAsync<long>("SELECT (SELECT count(*) FROM webhooks WHERE secret LIKE '%whsec_%') + (SELECT count(*) FROM audit_entries WHERE changes LIKE '%whsec_%')"));

        service.Clock.Advance(TimeSpan.FromHours(24));
        district.Forget("admin");
        service.Http.Clear();
        (await (await district.Admin).PostAsync("webhooks/sys/test")).Expect(202);
        await service.TickAsync("webhooks.deliver");
        Assert.Single(Assert.Single(service.Http.Requests).Headers["webhook-signature"].Split(' '));
        AssertSigned(Assert.Single(service.Http.Requests), rotated);
    }

    private static async Task<DateTimeOffset?> NextAsync(TestDistrict district)
    {
        var answer = (await (await district.Admin).GetAsync("webhooks/sys/deliveries")).Expect(200);
        return answer.At("items[0].nextAttemptAt") is { ValueKind: JsonValueKind.String } next ? DateTimeOffset.Parse(next.GetString()!, CultureInfo.InvariantCulture) : null;
    }

    private async Task<(TestDistrict District, string Secret)> SubscribeAsync()
    {
        var district = await service.FoundDistrictAsync();
        await district.PrepareAnnual(1, "p");

        // What other tests of the class left on its way isn't this one's.
        await service.ExecuteAsync("DELETE FROM webhooks");
        service.Http.Clear();
        service.Http.Answer = (200, "");
        var made = (await (await district.Admin).PutAsync("webhooks/sys", new { name = "市局平台", url = $"{service.Http.Address}/hook", events = Events })).Expect(201);
        await district.OpenRound();
        return (district, made.Text("secret"));
    }
}
