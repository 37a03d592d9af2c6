using DistrictUnion.Application.Messages;
using DistrictUnion.Domain.Messages;
using DistrictUnion.IntegrationTests.Hosting;
using Xunit;

namespace DistrictUnion.IntegrationTests.Messages;

/// <summary>Robots of WeCom and DingTalk groups.</summary>
public sealed class RobotTests(MessageService service) : IClassFixture<MessageService>
{
    private static readonly MessageText Text = new("rankingPublished", new Dictionary<string, string> { ["round"] = "秋季评估" }, "/rounds/r1/ranking");

    [Fact]
    public async Task A_group_is_told_once_however_many_of_its_people_are()
    {
        var district = await PrepareAsync();
        service.Http.Answer = (200, """{"errcode":0,"errmsg":"ok"}""");
        await PutAsync(district, "wecom", "weCom", "/cgi-bin/webhook/send?key=very-secret-key");
        await PutAsync(district, "ding", "dingTalk", "/robot/send?access_token=very-secret-token", key: "SECkey");
        service.Http.Clear();

        await PostAsync(district);
        await service.TickAsync("messages.deliver");

        var wecom = Assert.Single(service.Http.Requests, r => r.Path == "/cgi-bin/webhook/send?key=very-secret-key");
        Assert.Equal("""{"msgtype":"text","text":{"content":"结果已公布：秋季评估\n本轮评估结果已经公布，可以查看。\nhttps://union.test/rounds/r1/ranking"}}""", wecom.Body);
        var ding = Assert.Single(service.Http.Requests, r => r.Path.StartsWith("/robot/send", StringComparison.Ordinal));
        Assert.Contains("&timestamp=", ding.Path, StringComparison.Ordinal);
        Assert.Contains("&sign=", ding.Path, StringComparison.Ordinal);
        Assert.Equal(2, (await (await district.Admin).GetAsync("deliveries?state=accepted")).At("items").EnumerateArray().Count(d => d.GetProperty("channel").GetString() != "inbox"));
    }

    [Fact]
    public async Task An_error_code_in_an_answer_is_a_failure_and_a_busy_robot_is_tried_again()
    {
        var district = await PrepareAsync();
        await PutAsync(district, "wecom", "weCom", "/cgi-bin/webhook/send?key=k");
        service.Http.Answer = (200, """{"errcode":45009,"errmsg":"api freq out of limit"}""");
        await PostAsync(district);
        await service.TickAsync("messages.deliver");
        Assert.Equal(1, (await (await district.Admin).GetAsync("deliveries?state=queued&channel=weCom")).Number("total"));

        service.Http.Answer = (200, """{"errcode":93000,"errmsg":"invalid webhook url"}""");
        service.Clock.Advance(TimeSpan.FromMinutes(1));
        await service.TickAsync("messages.deliver");
        Assert.Equal("93000 invalid webhook url", (await (await district.Admin).GetAsync("deliveries?state=failed&channel=weCom")).Text("items[0].detail"));
        service.Http.Answer = (200, """{"errcode":0}""");
    }

    [Fact]
    public async Task The_address_of_a_robot_is_a_secret_that_nothing_shows_again()
    {
        var district = await PrepareAsync();
        var made = await PutAsync(district, "wecom", "weCom", "/cgi-bin/webhook/send?key=very-secret-key");
        var admin = await district.Admin;

        Assert.DoesNotContain("very-secret", made.Body + (await admin.GetAsync("robots")).Expect(200).Body, StringComparison.Ordinal);
        Assert.Equal(0L, await service.ReadAsync<long>("SELECT count(*) FROM robots WHERE secret_address LIKE '%very-secret%'"));
        Assert.Equal(0L, await service.ReadAsync<long>("SELECT count(*) FROM audit_entries WHERE changes LIKE '%very-secret%' OR changes LIKE '%SecretAddress\":\"C%' OR subject LIKE '%very-secret%'"));

        // A change without an address keeps the one it has.
        (await admin.PutAsync("robots/wecom", new { name = "新名", channel = "weCom", kinds = new[] { "publication" } }, ("If-Match", made.ETag!))).Expect(200);
        (await admin.PostAsync("robots/wecom/test")).Expect(202);
        service.Http.Clear();
        await service.TickAsync("messages.deliver");
        Assert.Equal("/cgi-bin/webhook/send?key=very-secret-key", Assert.Single(service.Http.Requests).Path);
        (await admin.SendAsync(HttpMethod.Delete, "robots/wecom", null, ("If-Match", "*"))).Expect(204);
        Assert.Equal(0, (await admin.GetAsync("robots")).Number("total"));
    }

    [Theory]
    [InlineData("https://10.0.0.8/send")]
    [InlineData("https://[::1]/send")]
    [InlineData("https://169.254.169.254/latest/meta-data")]
    [InlineData("https://user:word@robots.example.cn/send")]
    [InlineData("ftp://robots.example.cn/send")]
    [InlineData("file:///etc/passwd")]
    public async Task An_address_inside_of_our_own_network_is_refused(string url)
    {
        var district = await service.FoundDistrictAsync();
        (await (await district.Admin).PutAsync("robots/r", new { name = "群", channel = "weCom", kinds = new[] { "publication" }, url })).ExpectInvalid("url");
        (await (await district.Admin).PutAsync("webhooks/w", new { name = "系统", url, events = new[] { "round.opened" } })).ExpectInvalid("url");
    }

    private async Task<Answer> PutAsync(TestDistrict district, string code, string channel, string path, string? key = null) => (await (await district.Admin).PutAsync(
        $"robots/{code}", new { name = "全区群", channel, kinds = new[] { "publication" }, url = service.Http.Address + path, key })).Expect(201);

    private async Task PostAsync(TestDistrict district)
    {
        var people = new List<OutgoingMessage>();
        foreach (var person in new[] { "chair.p", "officer" })
            people.Add(new OutgoingMessage(await service.UserAsync(district, person), "published:r1", MessageKind.Publication, Text) { Group = default(MessageGroup) });
        Assert.Equal(2, await service.PostAsync(district, [.. people]));
    }

    private async Task<TestDistrict> PrepareAsync()
    {
        var district = await service.FoundDistrictAsync();
        await district.PutZone("north");
        await district.PutSchoolWithChair("p", "north");
        await district.Appoint("officer", "districtOfficer");
        return district;
    }
}
