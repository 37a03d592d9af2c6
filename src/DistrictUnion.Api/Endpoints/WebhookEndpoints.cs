using DistrictUnion.Api.Access;
using DistrictUnion.Api.Http;
using DistrictUnion.Application.Accounts;
using DistrictUnion.Application.Webhooks;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Webhooks;

namespace DistrictUnion.Api.Endpoints;

/// <summary>Subscriptions of other systems to events, what they got, and sending it again.</summary>
public static class WebhookEndpoints
{
    /// <summary>Maps the routes.</summary>
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/webhooks", (HttpContext http, Paging page, Answers answers) => answers.PlainAsync(http, new ListWebhooks(page.Value)))
            .Requires(Permission.ManageWebhooks).ProducesPage<WebhookView>().WithSummary("事件推送").WithTags("Webhooks");
        api.MapGet("/webhook-events", (HttpContext http, Answers answers) => answers.DerivedAsync(http, new ListWebhookEvents()))
            .Requires(Permission.ManageWebhooks).Produces<IReadOnlyList<WebhookEventView>>().WithSummary("可订阅的事件").WithTags("Webhooks");
        api.MapGet("/webhooks/{webhook}", (HttpContext http, Answers answers) => answers.TaggedAsync(http, new GetWebhook(Webhook(http))))
            .Requires(Permission.ManageWebhooks).Produces<WebhookView>().WithSummary("一个推送").WithTags("Webhooks");
        api.MapPut("/webhooks/{webhook}", (HttpContext http, string webhook, Body<WebhookInput> body, Answers answers) =>
                answers.TaggedAsync(http, new PutWebhook(webhook, body.Value, RequestWords.PreconditionOf(http))))
            .Requires(Permission.ManageWebhooks).Creates("webhook").Takes<WebhookInput>().ProducesPut<WebhookView>().WithSummary("新建或修改推送；密钥只在新建时显示一次").WithTags("Webhooks");
        api.MapDelete("/webhooks/{webhook}", (HttpContext http, Answers answers) =>
                answers.WithAsync(http, new DeleteWebhook(Webhook(http), RequestWords.PreconditionOf(http)), _ => Results.NoContent()))
            .Requires(Permission.ManageWebhooks).Produces(204).WithSummary("删除推送及其记录").WithTags("Webhooks");
        foreach (var (path, step, summary) in new[] { ("enable", WebhookStep.Enable, "启用"), ("disable", WebhookStep.Disable, "停用"), ("rotate", WebhookStep.Rotate, "更换密钥，新密钥只显示一次，旧密钥再用一天") })
        {
            api.MapPost($"/webhooks/{{webhook}}/{path}", (HttpContext http, Answers answers) =>
                    answers.TaggedAsync(http, new DecideWebhook(Webhook(http), step, RequestWords.PreconditionOf(http))))
                .Requires(Permission.ManageWebhooks).AnswersOnce().ProducesAction<WebhookView>().WithSummary(summary).WithTags("Webhooks");
        }

        api.MapPost("/webhooks/{webhook}/test", (HttpContext http, Answers answers) => answers.WithAsync(http, new TestWebhook(Webhook(http)), d => Results.Accepted(null, d)))
            .Requires(Permission.ManageWebhooks).Produces<WebhookDeliveryView>(202).WithSummary("发一个测试事件").WithTags("Webhooks");
        api.MapGet("/webhooks/{webhook}/deliveries", (HttpContext http, Paging page, Answers answers) =>
                answers.PlainAsync(http, new ListWebhookDeliveries(Webhook(http), page.Value, RequestWords.Read<WebhookDeliveryState>(http, "state"))))
            .Requires(Permission.ManageWebhooks).Query<WebhookDeliveryState>("state", "状态").ProducesPage<WebhookDeliveryView>().WithSummary("推送记录").WithTags("Webhooks");
        api.MapGet("/webhooks/{webhook}/deliveries/{event}", (HttpContext http, Answers answers) => answers.DerivedAsync(http, new GetWebhookLog(ResolvedPath.Of(http).Event!.Value)))
            .Requires(Permission.ManageWebhooks).Produces<WebhookLogView>().WithSummary("一次推送的内容与每次答复").WithTags("Webhooks");
        api.MapPost("/webhooks/{webhook}/deliveries/{event}/replay", (HttpContext http, Answers answers) => answers.WithAsync(
                http, new ReplayWebhookDelivery(ResolvedPath.Of(http).Event!.Value), d => Results.Accepted(null, d)))
            .Requires(Permission.ManageWebhooks).Produces<WebhookDeliveryView>(202).WithSummary("重新推送").WithTags("Webhooks");
        api.MapPost("/webhooks/{webhook}/replay", (HttpContext http, Body<ReplayInput> body, Answers answers) => answers.WithAsync(
                http, new ReplayWebhook(Webhook(http), body.Value), r => Results.Accepted(null, r)))
            .Requires(Permission.ManageWebhooks).Takes<ReplayInput>().Produces<ReplayView>(202).WithSummary("重新推送某时间起的事件").WithTags("Webhooks");
    }

    private static WebhookId Webhook(HttpContext http) => ResolvedPath.Of(http).Webhook!.Value;
}
