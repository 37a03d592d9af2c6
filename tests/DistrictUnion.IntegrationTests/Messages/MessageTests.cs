using DistrictUnion.Application.Messages;
using DistrictUnion.Domain.Messages;
using DistrictUnion.IntegrationTests.Hosting;
using Xunit;

namespace DistrictUnion.IntegrationTests.Messages;

/// <summary>Messages to people: the inbox, real e-mail to a real server, and the record of what became of each.</summary>
public sealed class MessageTests(MessageService service) : IClassFixture<MessageService>
{
    private static readonly MessageText Text = new("evaluationReturned", new Dictionary<string, string> { ["round"] = "秋季评估𠮷", ["reason"] = "请补充佐证" }, "/rounds/r1");

    [Fact]
    public async Task A_returned_evaluation_is_told_in_the_inbox_and_by_e_mail()
    {
        var district = await OpenAsync();
        var address = await service.GiveEmailAsync(district, "chair.p", "chair");
        await district.HandIn("p", claims: new { B1 = 30 });
        (await (await district.As("officer")).DoAsync("rounds/r1/schools/p/self-evaluation/return", new { reason = "请补充会议纪要" })).Expect(200);
        var chair = await district.As("chair.p");

        await service.DeliverAsync();

        var mail = service.Smtp.To(address)[^1];
        Assert.Equal("自评被退回：r1轮", mail.Header("Subject"));
        Assert.StartsWith("退回理由：请补充会议纪要", mail.Body, StringComparison.Ordinal);
        Assert.Contains("https://union.test/rounds/r1/schools/p/evaluation", mail.Body, StringComparison.Ordinal);
        Assert.EndsWith("@district.test>", mail.Header("Message-ID"), StringComparison.Ordinal);
        Assert.Null(mail.Header("List-Unsubscribe"));
        Assert.Equal(1, (await chair.GetAsync("inbox/summary")).Number("unread"));
        var inbox = (await chair.GetAsync("inbox")).Expect(200);
        Assert.Equal(["自评被退回：r1轮"], inbox.Texts("items", "title"));
        Assert.Equal(["Self-evaluation returned: r1轮"], (await chair.GetAsync("inbox", ("Accept-Language", "en"))).Texts("items", "title"));
        var told = (await (await district.Admin).GetAsync("deliveries?channel=email&state=accepted")).Expect(200);
        Assert.Equal("c***@school.test", told.Text("items[0].address"));
        Assert.DoesNotContain(address, told.Body, StringComparison.Ordinal);

        (await chair.PostAsync($"inbox/{inbox.Text("items[0].id")}/read")).Expect(200);
        Assert.Equal(0, (await chair.GetAsync("inbox/summary")).Number("unread"));
        Assert.Equal(1, (await (await district.Admin).GetAsync("deliveries?channel=inbox&state=opened")).Number("total"));
        (await chair.PostAsync($"inbox/{inbox.Text("items[0].id")}/unread")).Expect(200);
        Assert.Equal(0, (await chair.PostAsync("inbox/read")).Expect(200).Number("unread"));
    }

    [Fact]
    public async Task The_same_key_is_never_sent_twice_however_many_post_it_at_once()
    {
        var district = await OpenAsync();
        var chair = await service.UserAsync(district, "chair.p");
        var message = new OutgoingMessage(chair, "due:p:3", MessageKind.Reminder, Text);

        var posted = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => service.PostAsync(district, message, message)));

        Assert.Equal(1, posted.Sum());
        Assert.Equal(0, await service.PostAsync(district, message));
        Assert.Equal(1, (await (await district.As("chair.p")).GetAsync("inbox")).Number("total"));
        Assert.Equal(1, await service.PostAsync(district, message with { Recipient = await service.UserAsync(district, "officer") }));
    }

    [Fact]
    public async Task Thousands_of_messages_are_posted_in_as_many_statements_as_one()
    {
        var district = await OpenAsync();
        var chair = await service.UserAsync(district, "chair.p");
        using var statements = new StatementLog();

        Assert.Equal(3000, await service.PostAsync(district, [.. Enumerable.Range(0, 3000).Select(i => new OutgoingMessage(chair, $"many:{i}", MessageKind.Reminder, Text))]));

        Assert.Equal(3000, (await (await district.As("chair.p")).GetAsync("inbox?pageSize=1")).Number("total"));
    }

    [Fact]
    public async Task Nothing_that_can_wait_is_sent_in_quiet_hours()
    {
        var district = await OpenAsync();
        var address = await service.GiveEmailAsync(district, "chair.p", "quiet");
        var chair = await service.UserAsync(district, "chair.p");
        district.MoveClockTo("2025-11-03T21:30:00+08:00");
        await service.PostAsync(
            district,
            new OutgoingMessage(chair, "calm", MessageKind.Reminder, Text),
            new OutgoingMessage(chair, "urgent", MessageKind.Reminder, Text with { Link = "/urgent" }) { Urgency = MessageUrgency.Urgent });

        await service.TickAsync("messages.deliver");
        Assert.Contains("/urgent", Assert.Single(service.Smtp.To(address).Skip(1)).Body, StringComparison.Ordinal);
        Assert.Equal(2, (await (await district.As("chair.p")).GetAsync("inbox")).Number("total"));

        district.MoveClockTo("2025-11-04T07:59:50+08:00");
        await service.TickAsync("messages.deliver");
        Assert.Equal(2, service.Smtp.To(address).Count);
        district.MoveClockTo("2025-11-04T08:00:00+08:00");
        await service.TickAsync("messages.deliver");
        Assert.Equal(3, service.Smtp.To(address).Count);
    }

    [Fact]
    public async Task An_address_that_bounces_fails_for_good_and_its_owner_reads_of_it()
    {
        var district = await OpenAsync();
        var address = await service.GiveEmailAsync(district, "chair.p", "leaves");
        await service.ExecuteAsync("UPDATE message_preferences SET email = replace(email, 'leaves', 'gone') WHERE email LIKE $1", $"%{address}%");
        var chair = await service.UserAsync(district, "chair.p");
        await service.PostAsync(district, new OutgoingMessage(chair, "a", MessageKind.Decision, Text));

        await service.TickAsync("messages.deliver");

        var failed = (await (await district.Admin).GetAsync("deliveries?state=failed")).Expect(200);
        Assert.Equal("smtp.recipient", failed.Text("items[0].error.code"));
        Assert.Contains("550", failed.Text("items[0].detail"), StringComparison.Ordinal);
        var own = await district.As("chair.p");
        Assert.Equal("refused", (await own.GetAsync("me/message-preferences")).Text("email.state"));
        Assert.Contains("无法送达", (await own.GetAsync("inbox")).Text("items[0].title"), StringComparison.Ordinal);

        await service.PostAsync(district, new OutgoingMessage(chair, "b", MessageKind.Decision, Text));
        Assert.Equal("address.refused", (await (await district.Admin).GetAsync("deliveries?state=suppressed")).Text("items[0].error.code"));
    }

    [Fact]
    public async Task A_server_that_is_busy_is_tried_again_with_the_same_message_id()
    {
        var district = await OpenAsync();
        service.Smtp.IsBusy = false;
        var address = await service.GiveEmailAsync(district, "chair.p", "busy");
        service.Smtp.IsBusy = true;
        await service.PostAsync(district, new OutgoingMessage(await service.UserAsync(district, "chair.p"), "a", MessageKind.Decision, Text));
        await service.TickAsync("messages.deliver");

        var waiting = (await (await district.Admin).GetAsync("deliveries?state=queued")).Expect(200);
        Assert.Equal("smtp.busy", waiting.Text("items[0].error.code"));
        var id = waiting.Text("items[0].id");
        await service.TickAsync("messages.deliver");
        Assert.Equal(1, (await (await district.Admin).GetAsync("deliveries?state=queued")).Number("items[0].attempts"));

        service.Smtp.IsBusy = false;
        service.Clock.Advance(TimeSpan.FromSeconds(30));
        await service.TickAsync("messages.deliver");

        Assert.Equal($"<{Guid.Parse(id):N}@district.test>", service.Smtp.To(address)[^1].Header("Message-ID"));
        Assert.Equal(2, (await (await district.Admin).GetAsync("deliveries?state=accepted&channel=email")).Find("items", "id", id).GetProperty("attempts").GetInt32());
    }

    [Fact]
    public async Task A_server_that_answers_after_the_timeout_leaves_the_mail_unconfirmed_and_it_is_not_sent_again_by_itself()
    {
        var district = await OpenAsync();
        var address = await service.GiveEmailAsync(district, "chair.p", "early");
        await service.ExecuteAsync("UPDATE message_preferences SET email = replace(email, 'early', 'late') WHERE email LIKE $1", $"%{address}%");
        await service.PostAsync(district, new OutgoingMessage(await service.UserAsync(district, "chair.p"), "a", MessageKind.Decision, Text));

        await service.TickAsync("messages.deliver");
        service.Clock.Advance(TimeSpan.FromHours(2));
        await service.TickAsync("messages.deliver");

        district.Forget("admin");
        var admin = await district.Admin;
        var sent = (await admin.GetAsync("deliveries?state=sent")).Expect(200);
        Assert.Equal("smtp.timeout", sent.Text("items[0].error.code"));
        Assert.Single(service.Smtp.To(address.Replace("early", "late", StringComparison.Ordinal)));

        // A person may decide otherwise.
        Assert.Equal("queued", (await admin.PostAsync($"deliveries/{sent.Text("items[0].id")}/send-again")).Expect(200).Text("state"));
        (await admin.PostAsync($"deliveries/{sent.Text("items[0].id")}/send-again")).ExpectConflict("queued");
    }

    [Fact]
    public async Task A_digest_can_be_ended_by_the_link_in_its_head_without_signing_in()
    {
        var district = await OpenAsync();
        var address = await service.GiveEmailAsync(district, "chair.p", "digest");
        var chair = await service.UserAsync(district, "chair.p");
        await service.PostAsync(district, new OutgoingMessage(chair, "a", MessageKind.Operation, Text), new OutgoingMessage(chair, "b", MessageKind.Operation, Text));
        await service.TickAsync("messages.deliver", "messages.digest", "messages.digest", "messages.deliver");

        var digest = Assert.Single(service.Smtp.To(address), m => m.Header("Subject") == "您有 2 条未读消息");
        Assert.Equal("List-Unsubscribe=One-Click", digest.Header("List-Unsubscribe-Post"));
        var link = digest.Header("List-Unsubscribe")!.Trim('<', '>').Replace("https://union.test/api/v1/", "", StringComparison.Ordinal);
        (await service.Anonymous().GetAsync(link)).Expect(302);
        Assert.Equal("digest", (await service.Anonymous().PostTextAsync(link, "List-Unsubscribe=One-Click", "application/x-www-form-urlencoded")).Expect(200).Text("kind"));
        (await service.Anonymous().PostAsync("public/unsubscribe/nonsense")).ExpectProblem(404, "not-found");

        Assert.Equal(0, (await (await district.As("chair.p")).GetAsync("me/message-preferences")).At("channels.digest").GetArrayLength());
        district.MoveClockTo("2025-11-10T08:30:00+08:00");
        await service.PostAsync(district, new OutgoingMessage(chair, "c", MessageKind.Operation, Text));
        await service.TickAsync("messages.deliver", "messages.digest", "messages.deliver");
        Assert.Single(service.Smtp.To(address), m => m.Header("Subject")!.Contains("未读", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_address_counts_only_when_its_code_was_typed_and_five_wrong_ones_void_it()
    {
        var district = await OpenAsync();
        var address = await service.GiveEmailAsync(district, "chair.p", "wrong", proved: false);
        await service.PostAsync(district, new OutgoingMessage(await service.UserAsync(district, "chair.p"), "a", MessageKind.Decision, Text));
        Assert.Equal("address.unconfirmed", (await (await district.Admin).GetAsync("deliveries?state=suppressed")).Text("items[0].error.code"));
        var chair = await district.As("chair.p");
        (await chair.PostAsync("me/message-preferences/email/code")).Expect(200);
        (await chair.PostAsync("me/message-preferences/email/code")).Expect(409);
        await service.TickAsync("messages.deliver");
        var code = service.Smtp.To(address)[^1].Header("Subject")![^6..];
        Assert.Equal(0L, await service.ReadAsync<long>("SELECT count(*) FROM message_preferences p, messages m WHERE p.proof LIKE $1 OR m.text LIKE $1", $"%{code}%"));

        for (var i = 0; i < 5; i++)
            (await chair.PostAsync("me/message-preferences/email/confirm", new { code = "no" })).ExpectInvalid("code");

        (await chair.PostAsync("me/message-preferences/email/confirm", new { code })).ExpectInvalid("code");
        Assert.Equal("unconfirmed", (await chair.GetAsync("me/message-preferences")).Text("email.state"));
    }

    [Theory]
    [InlineData("email", "nobody")]
    [InlineData("email", "a b@c.cn")]
    [InlineData("email", "a@b.cn\r\nBcc: x@y.cn")]
    [InlineData("phone", "12-34")]
    [InlineData("quietFrom", "25:00")]
    public async Task What_is_no_address_or_time_is_refused_at_its_field(string field, string value)
    {
        var district = await service.FoundDistrictAsync();
        var body = new Dictionary<string, object> { ["channels"] = new { }, ["quietFrom"] = "21:00", ["quietTo"] = "08:00", [field] = value };
        (await (await district.Admin).PutAsync("me/message-preferences", body, ("If-Match", "*"))).ExpectInvalid(field);
    }

    [Fact]
    public async Task A_text_message_is_posted_to_the_gateway_signed()
    {
        var district = await OpenAsync();
        var chair = await district.As("chair.p");
        service.Http.Answer = (200, """{"id":"sms-1"}""");
        (await chair.PutAsync("me/message-preferences", new { channels = new { reminder = new[] { "sms" } }, quietFrom = "00:00", quietTo = "00:00", phone = "13800000000" }, ("If-Match", "\"0\""))).Expect(200);
        (await chair.PostAsync("me/message-preferences/phone/code")).Expect(200);
        service.Http.Clear();
        await service.TickAsync("messages.deliver");

        var request = Assert.Single(service.Http.Requests, r => r.Path == "/sms");
        Assert.Contains("\"to\":\"13800000000\"", request.Body, StringComparison.Ordinal);
        WebhookTests.AssertSigned(request, "whsec_c2l4dGVlbiBieXRlcyBhdCBsZWFzdA==");
        service.Http.Answer = (200, """{"errcode":0}""");
    }

    private async Task<TestDistrict> OpenAsync()
    {
        var district = await service.FoundDistrictAsync();
        await district.PrepareAnnual(1, "p");
        await district.OpenRound();
        return district;
    }
}
