using System.Net;
using DistrictUnion.Application.Webhooks;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Evaluations;
using DistrictUnion.Domain.Messages;
using DistrictUnion.Infrastructure.Messages;
using Xunit;

namespace DistrictUnion.UnitTests.Messages;

/// <summary>Where requests may go, what other systems are told, when people are left alone.</summary>
public sealed class OutboundTests
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.1.2.3")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("100.64.0.1")]
    [InlineData("0.0.0.0")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::1")]
    [InlineData("::")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("fe80::1")]
    [InlineData("fd00::1")]
    [InlineData("ff02::1")]
    [InlineData("64:ff9b::a00:1")]
    [InlineData("2002:a00:1::1")]
    [InlineData("2001:db8::1")]
    public void An_address_that_not_everybody_reaches_is_not_public(string address) => Assert.False(GuardedHttp.IsPublic(IPAddress.Parse(address)));

    [Theory]
    [InlineData("223.5.5.5")]
    [InlineData("172.32.0.1")]
    [InlineData("::ffff:223.5.5.5")]
    [InlineData("2400:3200::1")]
    public void An_address_that_everybody_reaches_is_public(string address) => Assert.True(GuardedHttp.IsPublic(IPAddress.Parse(address)));

    [Theory]
    [InlineData("http://localhost:9/")]
    [InlineData("http://127.0.0.1:9/")]
    [InlineData("http://[::1]:9/")]
    [InlineData("http://2130706433:9/")]
    public async Task A_name_that_leads_into_our_own_network_is_refused_when_it_is_connected_to(string url)
    {
        using var client = new HttpClient(GuardedHttp.HandlerOf(new OutboundOptions { AllowHttp = true }));

        var refused = await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(new Uri(url)));

        Assert.IsType<ForbiddenAddressException>(refused.InnerException);
    }

    [Fact]
    public void Every_domain_event_has_a_public_name()
    {
        var raised = typeof(IDomainEvent).Assembly.GetTypes().Where(t => t is { IsInterface: false } && typeof(IDomainEvent).IsAssignableFrom(t));

        Assert.Equal(raised.Select(t => t.Name).Order(StringComparer.Ordinal), PublicEvents.All.Select(e => e.Source.Name).Order(StringComparer.Ordinal));
        Assert.Equal(PublicEvents.All.Count, PublicEvents.All.Select(e => e.Type).Distinct().Count());
        Assert.NotNull(PublicEvents.Find(nameof(EvaluationSubmitted)));
    }

    [Fact]
    public void The_example_of_standard_webhooks_is_signed_as_its_authors_sign_it() => Assert.Equal(
        "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        WebhookSignature.Sign("msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330", "{\"test\": 2432232314}", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));

    [Fact]
    public void DingTalk_is_signed_by_time_and_key() => Assert.Equal("n31EFkeVASf6duQZFjI9B9OAxOUf2Ax4dEvysv6uETc=", DingTalkSender.Sign(1700000000000, "SECkey"));

    [Theory]
    [InlineData(21, 8, "2025-11-03T20:59:00+08:00", "2025-11-03T20:59:00+08:00")]
    [InlineData(21, 8, "2025-11-03T21:00:00+08:00", "2025-11-04T08:00:00+08:00")]
    [InlineData(21, 8, "2025-11-04T07:59:59+08:00", "2025-11-04T08:00:00+08:00")]
    [InlineData(12, 14, "2025-11-03T05:00:00Z", "2025-11-03T14:00:00+08:00")]
    [InlineData(0, 0, "2025-11-03T00:00:00+08:00", "2025-11-03T00:00:00+08:00")]
    public void Quiet_hours_are_those_of_the_business_zone(int from, int to, string at, string expected) => Assert.Equal(
        DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture),
        new QuietHours(from * 60, to * 60).FirstAudible(DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture)));
}
