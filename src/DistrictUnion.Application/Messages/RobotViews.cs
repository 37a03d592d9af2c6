using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Messages;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Messages;

/// <summary>A group's robot as others see it; its address is never shown again.</summary>
/// <param name="Code">Code.</param>
/// <param name="Name">Name of the group.</param>
/// <param name="Channel">WeCom or DingTalk.</param>
/// <param name="Zone">Zone whose group it is; null: not a zone's.</param>
/// <param name="School">School whose group it is; null: not a school's.</param>
/// <param name="Kinds">What it tells of.</param>
/// <param name="Address">Address, masked.</param>
/// <param name="IsSigned">Whether posts are signed.</param>
public sealed record RobotView(string Code, string Name, MessageChannel Channel, string? Zone, string? School, IReadOnlyList<MessageKind> Kinds, string Address, bool IsSigned);

/// <summary>Shows robots.</summary>
public sealed class RobotViews(IUnionDb db)
{
    internal static string Mask(string url) => $"{new Uri(url).Host}/…{url[^4..]}";

    internal async Task<List<RobotView>> OfAsync(IReadOnlyList<RobotChannel> robots, CancellationToken cancellationToken)
    {
        var zoneIds = robots.Select(r => r.ZoneId).OfType<ZoneId>().ToList();
        var schoolIds = robots.Select(r => r.SchoolId).OfType<SchoolId>().ToList();
        var zones = await db.Zones.AsNoTracking().Where(z => zoneIds.Contains(z.Id)).ToDictionaryAsync(z => z.Id, z => z.Code, cancellationToken);
        var schools = await db.Schools.AsNoTracking().Where(s => schoolIds.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Code, cancellationToken);
        return [.. robots.Select(r => new RobotView(
            r.Code, r.Name, r.Channel, r.ZoneId is { } zone ? zones[zone] : null, r.SchoolId is { } school ? schools[school] : null, r.Kinds, r.MaskedAddress, r.SecretKey is not null))];
    }
}

/// <summary>The district's robots by their codes.</summary>
public sealed record ListRobots(PageRequest Page) : IQuery<Page<RobotView>>;

internal sealed class ListRobotsHandler(IUnionDb db, RobotViews views) : IHandler<ListRobots, Page<RobotView>>
{
    public async Task<Result<Page<RobotView>>> Handle(ListRobots request, CancellationToken cancellationToken)
    {
        var total = await db.Robots.CountAsync(cancellationToken);
        var robots = await db.Robots.AsNoTracking().OrderBy(r => r.Code).Skip(request.Page.Skip).Take(request.Page.Size).ToListAsync(cancellationToken);
        return new Page<RobotView>(await views.OfAsync(robots, cancellationToken), request.Page.Number, request.Page.Size, total);
    }
}

/// <summary>One robot.</summary>
public sealed record GetRobot(RobotId Robot) : IQuery<Tagged<RobotView>>;

internal sealed class GetRobotHandler(IUnionDb db, RobotViews views) : IHandler<GetRobot, Tagged<RobotView>>
{
    public async Task<Result<Tagged<RobotView>>> Handle(GetRobot request, CancellationToken cancellationToken)
    {
        var robot = await db.Robots.AsNoTracking().SingleAsync(r => r.Id == request.Robot, cancellationToken);
        return new Tagged<RobotView>((await views.OfAsync([robot], cancellationToken))[0], robot.Version);
    }
}

/// <summary>Takes a robot away; what waits for it goes with it.</summary>
public sealed record DeleteRobot(RobotId Robot, Precondition Precondition) : ICommand<Nothing>;

internal sealed class DeleteRobotValidator : AbstractValidator<DeleteRobot>
{
    public DeleteRobotValidator() => RuleFor(c => c.Robot).NotEmpty().WithErrorCode("robot.unknown");
}

internal sealed class DeleteRobotHandler(IUnionDb db) : IHandler<DeleteRobot, Nothing>
{
    public async Task<Result<Nothing>> Handle(DeleteRobot request, CancellationToken cancellationToken)
    {
        var robot = await db.Robots.SingleAsync(r => r.Id == request.Robot, cancellationToken);
        if (request.Precondition.Against(robot.Version) is { } refusal)
            return refusal;
        db.Robots.Remove(robot);
        return default(Nothing);
    }
}
