using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Messages;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Messages;

/// <summary>What a robot is to be.</summary>
/// <param name="Name">Name of the group.</param>
/// <param name="Channel"><c>weCom</c> or <c>dingTalk</c>.</param>
/// <param name="Kinds">What it tells of.</param>
/// <param name="Url">Address that the group gave out; left out: the one it has.</param>
/// <param name="Key">DingTalk's key for signatures, given with the address; left out: none.</param>
/// <param name="Zone">Zone whose group it is.</param>
/// <param name="School">School whose group it is; neither: the district's.</param>
public sealed record RobotInput(string Name, MessageChannel Channel, IReadOnlyList<MessageKind> Kinds, string? Url = null, string? Key = null, string? Zone = null, string? School = null);

/// <summary>Makes or changes a robot.</summary>
public sealed record PutRobot(string Code, RobotInput Body, Precondition Precondition) : ICommand<Tagged<RobotView>>;

internal sealed class PutRobotValidator : AbstractValidator<PutRobot>
{
    private const int MaxUrl = 1000;
    private const int MaxKey = 200;

    public PutRobotValidator(IWebhookSender sender)
    {
        RuleFor(c => c.Code).BusinessCode();
        RuleFor(c => c.Body.Name).PersonalOrBusinessName();
        RuleFor(c => c.Body.Channel).Must(c => c is MessageChannel.WeCom or MessageChannel.DingTalk).WithErrorCode("robot.channel");
        RuleFor(c => c.Body.Kinds).Must(k => k.Count > 0 && k.Distinct().Count() == k.Count).WithErrorCode("robot.kinds");
        RuleFor(c => c.Body.Url).Must(u => u is null || (u.Length <= MaxUrl && sender.IsAcceptable(u))).WithErrorCode("outbound.url");
        RuleFor(c => c.Body.Key).Must(k => k is null || (k.Length is > 0 and <= MaxKey)).WithErrorCode("text.tooLong");
        RuleFor(c => c.Body.School).Must((c, s) => s is null || c.Body.Zone is null).WithErrorCode("robot.group");
    }
}

internal sealed class PutRobotHandler(IUnionDb db, ITenantContext tenant, ISecretKeeper secrets, RobotViews views) : IHandler<PutRobot, Tagged<RobotView>>
{
    public async Task<Result<Tagged<RobotView>>> Handle(PutRobot request, CancellationToken cancellationToken)
    {
        var body = request.Body;
        var robot = await db.Robots.SingleOrDefaultAsync(r => r.Code == request.Code, cancellationToken);
        if (request.Precondition.Against(robot) is { } refusal)
            return refusal;
        if (robot is null && body.Url is null)
            return ValidationError.Of("url", "robot.needUrl");
        var zone = body.Zone is null ? null : await db.Zones.Where(z => z.Code == body.Zone).Select(z => (ZoneId?)z.Id).SingleOrDefaultAsync(cancellationToken);
        var school = body.School is null ? null : await db.Schools.Where(s => s.Code == body.School).Select(s => (SchoolId?)s.Id).SingleOrDefaultAsync(cancellationToken);
        if (body.Zone is not null && zone is null)
            return ValidationError.Of("zone", "zone.unknown", ("zone", body.Zone));
        if (body.School is not null && school is null)
            return ValidationError.Of("school", "school.unknown", ("school", body.School));
        var created = robot is null;
        if (robot is null)
        {
            robot = RobotChannel.Make(tenant.RequireCaller().DistrictId, request.Code);
            db.Robots.Add(robot);
        }

        robot.Set(new RobotTerms(body.Name, body.Channel, zone, school, body.Kinds));
        if (body.Url is not null)
            robot.SetAddress(secrets.Protect(body.Url), body.Key is null ? null : secrets.Protect(body.Key), RobotViews.Mask(body.Url));
        await db.SaveChangesAsync(cancellationToken);
        return new Tagged<RobotView>((await views.OfAsync([robot], cancellationToken))[0], robot.Version, created);
    }
}
