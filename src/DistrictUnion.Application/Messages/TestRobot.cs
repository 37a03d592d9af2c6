using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Messages;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Messages;

/// <summary>Has a robot say that it works; what becomes of it stands among the deliveries.</summary>
public sealed record TestRobot(RobotId Robot) : ICommand<Nothing>;

internal sealed class TestRobotValidator : AbstractValidator<TestRobot>
{
    public TestRobotValidator() => RuleFor(c => c.Robot).NotEmpty().WithErrorCode("robot.unknown");
}

internal sealed class TestRobotHandler(IUnionDb db, ITenantContext tenant, IBulkWriter bulk, TimeProvider clock) : IHandler<TestRobot, Nothing>
{
    public async Task<Result<Nothing>> Handle(TestRobot request, CancellationToken cancellationToken)
    {
        var (caller, now) = (tenant.RequireCaller(), clock.GetUtcNow());
        var robot = await db.Robots.AsNoTracking().SingleAsync(r => r.Id == request.Robot, cancellationToken);
        var message = Message.Post(
            caller.DistrictId, caller.UserId!.Value, $"robot.test:{Guid.NewGuid():N}", MessageKind.Operation, MessageUrgency.Urgent, new MessageText("robotTest", new Dictionary<string, string>(), ""), inInbox: false, now);
        await bulk.AddMissingAsync([message], cancellationToken);
        await bulk.AddMissingAsync([Delivery.ToGroup(message, robot, now)], cancellationToken);
        return default(Nothing);
    }
}
