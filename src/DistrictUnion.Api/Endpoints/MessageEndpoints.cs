using DistrictUnion.Api.Access;
using DistrictUnion.Api.Http;
using DistrictUnion.Application.Accounts;
using DistrictUnion.Application.Messages;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Messages;

namespace DistrictUnion.Api.Endpoints;

/// <summary>The own inbox and how one wants to be told; for operators what became of messages, and the robots of groups.</summary>
public static class MessageEndpoints
{
    /// <summary>Maps the routes.</summary>
    public static void Map(RouteGroupBuilder api)
    {
        MapOwn(api);
        api.MapGet("/deliveries", (HttpContext http, Paging page, Answers answers) => answers.PlainAsync(
                http, new ListDeliveries(page.Value, RequestWords.Read<DeliveryState>(http, "state"), RequestWords.Read<MessageChannel>(http, "channel"))))
            .Requires(Permission.ReadDeliveries).Query<DeliveryState>("state", "状态").Query<MessageChannel>("channel", "通道").ProducesPage<DeliveryView>().WithSummary("消息发送记录").WithTags("Messages");
        api.MapPost("/deliveries/{delivery}/send-again", (HttpContext http, Answers answers) => answers.PlainAsync(http, new SendDeliveryAgain(ResolvedPath.Of(http).Delivery!.Value)))
            .Requires(Permission.ManageChannels).ProducesAction<DeliveryView>().WithSummary("重新发送").WithTags("Messages");
        api.MapGet("/robots", (HttpContext http, Paging page, Answers answers) => answers.PlainAsync(http, new ListRobots(page.Value)))
            .Requires(Permission.ManageChannels).ProducesPage<RobotView>().WithSummary("群机器人").WithTags("Messages");
        api.MapGet("/robots/{robot}", (HttpContext http, Answers answers) => answers.TaggedAsync(http, new GetRobot(Robot(http))))
            .Requires(Permission.ManageChannels).Produces<RobotView>().WithSummary("一个群机器人").WithTags("Messages");
        api.MapPut("/robots/{robot}", (HttpContext http, string robot, Body<RobotInput> body, Answers answers) =>
                answers.TaggedAsync(http, new PutRobot(robot, body.Value, RequestWords.PreconditionOf(http))))
            .Requires(Permission.ManageChannels).Creates("robot").Takes<RobotInput>().ProducesPut<RobotView>().WithSummary("新建或修改群机器人，地址只写不读").WithTags("Messages");
        api.MapDelete("/robots/{robot}", (HttpContext http, Answers answers) =>
                answers.WithAsync(http, new DeleteRobot(Robot(http), RequestWords.PreconditionOf(http)), _ => Results.NoContent()))
            .Requires(Permission.ManageChannels).Produces(204).WithSummary("删除群机器人").WithTags("Messages");
        api.MapPost("/robots/{robot}/test", (HttpContext http, Answers answers) => answers.WithAsync(http, new TestRobot(Robot(http)), _ => Results.Accepted()))
            .Requires(Permission.ManageChannels).Produces(202).WithSummary("发一条测试消息").WithTags("Messages");
    }

    private static void MapOwn(RouteGroupBuilder api)
    {
        api.MapGet("/inbox", (HttpContext http, Paging page, Answers answers) => answers.PlainAsync(http, new ListInbox(page.Value, RequestWords.ReadFlag(http, "unread", false))))
            .Requires(Permission.UseOwnSession).Query("unread", "true 时只列未读", Microsoft.OpenApi.JsonSchemaType.Boolean).ProducesPage<InboxMessageView>().WithSummary("我的消息").WithTags("Inbox");
        api.MapGet("/inbox/summary", (HttpContext http, Answers answers) => answers.DerivedAsync(http, new GetInboxSummary()))
            .Requires(Permission.UseOwnSession).Produces<InboxSummary>().WithSummary("未读条数").WithTags("Inbox");
        api.MapPost("/inbox/read", (HttpContext http, Answers answers) => answers.PlainAsync(http, new ReadInbox()))
            .Requires(Permission.UseOwnSession).Produces<InboxSummary>().WithSummary("全部标为已读").WithTags("Inbox");
        api.MapPost("/inbox/{message}/read", (HttpContext http, Answers answers) => answers.PlainAsync(http, new MarkMessage(ResolvedPath.Of(http).Message!.Value, true)))
            .Requires(Permission.UseOwnSession).Produces<InboxMessageView>().WithSummary("标为已读").WithTags("Inbox");
        api.MapPost("/inbox/{message}/unread", (HttpContext http, Answers answers) => answers.PlainAsync(http, new MarkMessage(ResolvedPath.Of(http).Message!.Value, false)))
            .Requires(Permission.UseOwnSession).Produces<InboxMessageView>().WithSummary("标为未读").WithTags("Inbox");
        api.MapGet("/me/message-preferences", (HttpContext http, Answers answers) => answers.TaggedAsync(http, new GetPreference()))
            .Requires(Permission.UseOwnSession).Produces<PreferenceView>().WithSummary("我的消息设置").WithTags("Inbox");
        api.MapPut("/me/message-preferences", (HttpContext http, Body<PreferenceInput> body, Answers answers) =>
                answers.TaggedAsync(http, new PutPreference(body.Value, RequestWords.PreconditionOf(http))))
            .Requires(Permission.UseOwnSession).Takes<PreferenceInput>().ProducesAction<PreferenceView>().WithSummary("修改消息设置").WithTags("Inbox");
        foreach (var (path, channel) in new[] { ("email", MessageChannel.Email), ("phone", MessageChannel.Sms) })
        {
            api.MapPost($"/me/message-preferences/{path}/code", (HttpContext http, Answers answers) => answers.TaggedAsync(http, new SendAddressCode(channel)))
                .Requires(Permission.UseOwnSession).ProducesAction<PreferenceView>().WithSummary("发送验证码").WithTags("Inbox");
            api.MapPost($"/me/message-preferences/{path}/confirm", (HttpContext http, Body<AddressCodeInput> body, Answers answers) =>
                    answers.TaggedAsync(http, new ConfirmAddress(channel, body.Value)))
                .Requires(Permission.UseOwnSession).Takes<AddressCodeInput>().ProducesAction<PreferenceView>().WithSummary("填写验证码").WithTags("Inbox");
        }

        // The link stands in the head of an e-mail: a reader looks at it, a mail program posts to it at one press (RFC 8058).
        api.MapGet("/public/unsubscribe/{token}", (HttpContext http, string token) => Results.Redirect($"/public/unsubscribe/{Uri.EscapeDataString(token)}"))
            .Public().Produces(302).WithSummary("退订页面").WithTags("Public");
        api.MapPost("/public/unsubscribe/{token}", (HttpContext http, string token, Answers answers) => answers.PlainAsync(http, new Unsubscribe(token)))
            .Public().Produces<UnsubscribeView>().WithSummary("退订").WithTags("Public");
    }

    private static RobotId Robot(HttpContext http) => ResolvedPath.Of(http).Robot!.Value;
}
