using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Accounts;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Reviews;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Reviews;

/// <summary>Who stays out of a school's review, and why.</summary>
/// <param name="Reason">Why.</param>
/// <param name="UserName">Reviewer; null: the caller. Only district staff name another.</param>
public sealed record ReviewRecusalInput(string Reason, string? UserName = null);

/// <summary>A recorded recusal.</summary>
/// <param name="UserName">Reviewer.</param>
/// <param name="DisplayName">Name shown to people.</param>
/// <param name="Reason">Why.</param>
/// <param name="Actor">Who recorded it.</param>
/// <param name="At">When.</param>
public sealed record ReviewRecusalView(string UserName, string DisplayName, string Reason, string Actor, DateTimeOffset At);

/// <summary>Records that a reviewer stays out of one school's review in a round; from then on the reviewer decides nothing about it.</summary>
public sealed record RecuseReviewer(RoundId Round, SchoolId School, ReviewRecusalInput Body) : ICommand<ReviewRecusalView>;

internal sealed class RecuseReviewerValidator : AbstractValidator<RecuseReviewer>
{
    public RecuseReviewerValidator() => RuleFor(c => c.Body.Reason).Reason();
}

internal sealed class RecuseReviewerHandler(IUnionDb db, ITenantContext tenant, TimeProvider clock) : IHandler<RecuseReviewer, ReviewRecusalView>
{
    public async Task<Result<ReviewRecusalView>> Handle(RecuseReviewer request, CancellationToken cancellationToken)
    {
        var caller = tenant.RequireCaller();
        var name = UserAccount.Normalize(request.Body.UserName ?? caller.UserName);
        if (caller.Role == Role.ZoneLead && name != UserAccount.Normalize(caller.UserName))
            return ValidationError.Of("userName", "recusal.onlyOwn");
        var reviewer = await db.Users.AsNoTracking().Where(u => u.NormalizedUserName == name).Select(u => new { u.Id, u.UserName, u.DisplayName }).SingleOrDefaultAsync(cancellationToken);
        if (reviewer is null)
            return ValidationError.Of("userName", "user.unknownReviewer");
        if (await db.ReviewRecusals.AnyAsync(r => r.RoundId == request.Round && r.SchoolId == request.School && r.UserId == reviewer.Id, cancellationToken))
            return new ConflictError("review.recusedTwice", "recused", []);
        var recusal = ReviewRecusal.Record(caller.DistrictId, request.Round, request.School, reviewer.Id, request.Body.Reason, caller.UserName, clock.GetUtcNow());
        db.ReviewRecusals.Add(recusal);
        return new ReviewRecusalView(reviewer.UserName, reviewer.DisplayName, recusal.Reason, recusal.Actor, BusinessTime.Local(recusal.At));
    }
}
