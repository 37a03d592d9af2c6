using DistrictUnion.Application.Calendars;
using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Rounds;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Rounds;

/// <summary>An instant, or a bare date that stands for the end of that day in Asia/Shanghai.</summary>
/// <param name="FirstLate">First late instant.</param>
public readonly record struct DueMoment(DateTimeOffset FirstLate);

/// <summary>What a round is to be.</summary>
public sealed record RoundInput(
    string Name,
    string Scheme,
    WindowView Window,
    DueMoment DueAt,
    int? Version = null,
    DueMoment? ClosesAt = null,
    DueShift DueShift = DueShift.None,
    RoundScope? Scope = null,
    RoundKind Kind = RoundKind.Annual);

/// <summary>Plans a round, or plans it anew while it is planned.</summary>
public sealed record PutRound(string Code, RoundId? Existing, RoundInput Body, Precondition Precondition) : ICommand<Tagged<RoundView>>;

internal sealed class PutRoundValidator : AbstractValidator<PutRound>
{
    public PutRoundValidator()
    {
        RuleFor(c => c.Code).BusinessCode();
        RuleFor(c => c.Body.Name).PersonalOrBusinessName();
        RuleFor(c => c.Body.Scheme).Must(s => !string.IsNullOrEmpty(s)).WithErrorCode("scheme.required");
        RuleFor(c => c.Body.Window.To).Must((c, to) => to >= c.Body.Window.From).WithErrorCode("range.endBeforeStart");
        RuleFor(c => c.Body.ClosesAt).Must((c, at) => at is null || at.Value.FirstLate >= c.Body.DueAt.FirstLate).WithErrorCode("round.closesBeforeDue");
        RuleFor(c => c.Body.Version).Must(v => v is null or > 0).WithErrorCode("number.positive");
    }
}

internal sealed class PutRoundHandler(IUnionDb db, ITenantContext tenant, ScopeCodes codes, WorkingCalendars calendars) : IHandler<PutRound, Tagged<RoundView>>
{
    public async Task<Result<Tagged<RoundView>>> Handle(PutRound request, CancellationToken cancellationToken)
    {
        var body = request.Body;
        var scheme = await db.Schemes.AsNoTracking().Include(s => s.Versions).SingleOrDefaultAsync(s => s.Code == body.Scheme, cancellationToken);
        if (scheme is null)
            return ValidationError.Of("scheme", "scheme.unknown", ("scheme", body.Scheme));
        if (body.Version is { } number && scheme.Versions.All(v => v.Number != number))
            return ValidationError.Of("version", "scheme.versionUnknown", ("version", number));
        if (await codes.CheckAsync(body.Scope, "scope", cancellationToken) is { } unknown)
            return unknown;
        var effective = Deadline.Shift(body.DueAt.FirstLate.ToUniversalTime(), body.DueShift, await calendars.LoadAsync(cancellationToken));
        if (!effective.IsSuccess)
            return effective.As<Tagged<RoundView>>();

        var round = request.Existing is { } id ? await db.Rounds.SingleAsync(r => r.Id == id, cancellationToken) : null;
        if (request.Precondition.Against(round) is { } precondition)
            return precondition;
        var plan = new RoundPlan(
            body.Name,
            scheme.Id,
            body.Version,
            body.Window.From,
            body.Window.To,
            body.DueAt.FirstLate.ToUniversalTime(),
            body.ClosesAt?.FirstLate.ToUniversalTime(),
            body.DueShift,
            body.Scope ?? new RoundScope(),
            body.Kind);
        var created = round is null;
        if (round is null)
        {
            round = AssessmentRound.Plan(tenant.RequireCaller().DistrictId, request.Code, plan, effective.Value);
            db.Rounds.Add(round);
        }
        else if (round.Replan(plan, effective.Value) is { } refusal)
        {
            return refusal;
        }

        await db.SaveChangesAsync(cancellationToken);
        return await RoundViews.LoadAsync(db, round.Id, created, cancellationToken);
    }
}

/// <summary>Checks the codes that a scope names.</summary>
internal sealed class ScopeCodes(IUnionDb db)
{
    /// <summary>The refusal that names the first unknown code, or null.</summary>
    public async Task<Error?> CheckAsync(RoundScope? scope, string path, CancellationToken cancellationToken)
    {
        if (scope is null)
            return null;
        if (scope.Zones is { Count: > 0 } zones)
        {
            var known = await db.Zones.AsNoTracking().Where(z => zones.Contains(z.Code)).Select(z => z.Code).ToListAsync(cancellationToken);
            if (zones.FirstOrDefault(z => !known.Contains(z)) is { } zone)
                return ValidationError.Of($"{path}.zones", "zone.unknown", ("zone", zone));
        }

        List<string> schools = [.. scope.Include ?? [], .. scope.Exclude ?? []];
        if (schools.Count == 0)
            return null;
        var found = await db.Schools.AsNoTracking().Where(s => schools.Contains(s.Code)).Select(s => s.Code).ToListAsync(cancellationToken);
        return schools.Find(s => !found.Contains(s)) is { } school
            ? ValidationError.Of(scope.Include?.Contains(school) == true ? $"{path}.include" : $"{path}.exclude", "school.unknown", ("school", school))
            : null;
    }
}
