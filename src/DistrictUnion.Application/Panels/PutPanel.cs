using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Schemes;
using DistrictUnion.Domain.Accounts;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Panels;
using DistrictUnion.Domain.Scoring;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Panels;

/// <summary>What a panel is to be.</summary>
/// <param name="Name">Name.</param>
/// <param name="Fact">Code of a fact of the district, of type <c>scores</c>, that a rule of type <c>panel</c> reads.</param>
/// <param name="JudgesPerSchool">How many judges score each school.</param>
/// <param name="Judges">User names of judges, who hold the post of an expert reviewer.</param>
/// <param name="MostPerJudge">Schools that a judge takes at most; left out: any number.</param>
/// <param name="Schools">Codes of the schools; left out: all of the round.</param>
/// <param name="Bans">Who may not score whom, beside the own schools.</param>
public sealed record PanelInput(
    string Name,
    string Fact,
    int JudgesPerSchool,
    IReadOnlyList<string> Judges,
    int? MostPerJudge = null,
    IReadOnlyList<string>? Schools = null,
    IReadOnlyList<PanelBanView>? Bans = null);

/// <summary>Plans a panel, or changes its plan.</summary>
public sealed record PutPanel(RoundId Round, string Code, PanelId? Existing, PanelInput Body, Precondition Precondition) : ICommand<Tagged<PanelView>>;

internal sealed class PutPanelValidator : AbstractValidator<PutPanel>
{
    private const int MostJudgesPerSchool = 50;
    private const int MostJudges = 500;
    private const int MostBans = 5000;

    public PutPanelValidator()
    {
        RuleFor(c => c.Code).BusinessCode();
        RuleFor(c => c.Body.Name).PersonalOrBusinessName();
        RuleFor(c => c.Body.JudgesPerSchool).Must(k => k is >= 1 and <= MostJudgesPerSchool).WithErrorCode("panel.judgesPerSchool");
        RuleFor(c => c.Body.MostPerJudge).Must(m => m is null or > 0).WithErrorCode("number.positive");
        RuleFor(c => c.Body.Judges).Must(j => j is { Count: >= 1 and <= MostJudges } && j.Distinct(StringComparer.OrdinalIgnoreCase).Count() == j.Count).WithErrorCode("panel.judges");
        RuleFor(c => c.Body.Schools).Must(s => s is null || (s.Count > 0 && s.Distinct(StringComparer.Ordinal).Count() == s.Count)).WithErrorCode("panel.schools");
        RuleFor(c => c.Body.Bans).Must(b => b is null || b.Count <= MostBans).WithErrorCode("list.tooLong");
        RuleForEach(c => c.Body.Bans).ChildRules(b =>
        {
            b.RuleFor(x => x.Kind).Must(k => k is PanelBanKind.Community or PanelBanKind.Kinship or PanelBanKind.Other).WithErrorCode("panel.banKind");
            b.RuleFor(x => x.Reason).Reason();
        });
    }
}

internal sealed class PutPanelHandler(IUnionDb db, ITenantContext tenant, SchemeCatalogue schemes, PanelDesk desk, PanelViews views, TimeProvider clock)
    : IHandler<PutPanel, Tagged<PanelView>>
{
    public async Task<Result<Tagged<PanelView>>> Handle(PutPanel request, CancellationToken cancellationToken)
    {
        var round = await db.Rounds.AsNoTracking().SingleAsync(r => r.Id == request.Round, cancellationToken);
        if (round.SchemeVersionId is not { } version)
            return round.Refusal("round.notOpen");
        var read = await ReadAsync(request, await schemes.GetAsync(version, cancellationToken), cancellationToken);
        if (!read.IsSuccess)
            return read.As<Tagged<PanelView>>();
        var panel = request.Existing is { } id ? await db.Panels.SingleAsync(p => p.Id == id, cancellationToken) : null;
        if (request.Precondition.Against(panel) is { } precondition)
            return precondition;
        if (round.RefuseUnlessOpen() is { } closed)
            return closed;
        var created = panel is null;
        if (panel is null)
        {
            panel = Panel.Plan(tenant.RequireCaller().DistrictId, request.Round, request.Code, read.Value);
            db.Panels.Add(panel);
        }
        else if (await ChangeAsync(panel, read.Value, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        await db.SaveChangesAsync(cancellationToken);
        return await views.OfAsync(panel, version, created, cancellationToken);
    }

    private async Task<Error?> ChangeAsync(Panel panel, PanelPlan plan, CancellationToken cancellationToken)
    {
        var seats = await db.PanelSeats.Where(s => s.PanelId == panel.Id)
            .Join(db.Schools, s => s.SchoolId, s => s.Id, (seat, school) => new { Seat = seat, school.Code }).ToListAsync(cancellationToken);
        if (panel.Change(plan, [.. seats.Where(s => s.Seat.IsInForce).Select(s => new PanelPair(s.Seat.Judge, s.Code))]) is { } refusal)
            return refusal;
        if (panel.State == PanelState.Planned)
            db.PanelSeats.RemoveRange(seats.Select(s => s.Seat));
        return null;
    }

    private async Task<Result<PanelPlan>> ReadAsync(PutPanel request, CompiledScheme scheme, CancellationToken cancellationToken)
    {
        var body = request.Body;
        var (fact, rule) = scheme.PanelOf(body.Fact);
        if (fact is null)
            return ValidationError.Of("fact", "panel.fact", ("fact", body.Fact));
        List<FieldError> problems = [];
        if (body.JudgesPerSchool < rule!.Minimum)
            problems.Add(FieldError.Of("judgesPerSchool", "panel.tooFewJudges", ("minimum", rule.Minimum)));
        var judges = await JudgesAsync(body.Judges, cancellationToken);
        problems.AddRange(body.Judges.Select((judge, at) => (judge, at)).Where(j => !judges.ContainsKey(UserAccount.Normalize(j.judge)))
            .Select(j => FieldError.Of($"judges[{j.at}]", "panel.judgeUnknown", ("judge", j.judge))));
        var schools = (await desk.SchoolsAsync(request.Round, body.Schools, cancellationToken)).Select(s => s.Code).ToHashSet(StringComparer.Ordinal);
        problems.AddRange((body.Schools ?? []).Select((school, at) => (school, at)).Where(s => !schools.Contains(s.school))
            .Select(s => FieldError.Of($"schools[{s.at}]", "school.unknown", ("school", s.school))));
        problems.AddRange(CheckBans(body, judges, schools));
        if (await OverlapAsync(request, schools, cancellationToken) is { } overlap)
            problems.Add(overlap);
        return problems.Count > 0
            ? new ValidationError(problems)
            : new PanelPlan(
                body.Name,
                body.Fact,
                body.JudgesPerSchool,
                body.MostPerJudge,
                body.Schools,
                [.. body.Judges.Select(j => judges[UserAccount.Normalize(j)]).Order(StringComparer.Ordinal)],
                [.. (body.Bans ?? []).Select(b => new PanelBan(judges[UserAccount.Normalize(b.Judge)], b.School, b.Kind, b.Reason))]);
    }

    /// <summary>User names, by normalised name, of those who hold the post of an expert reviewer today.</summary>
    private async Task<Dictionary<string, string>> JudgesAsync(IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        var (wanted, today) = (names.Select(UserAccount.Normalize).ToList(), clock.Today());
        return await db.Users.AsNoTracking()
            .Where(u => wanted.Contains(u.NormalizedUserName) && u.Posts.Any(p => p.Role == Role.ExpertReviewer && p.From <= today && (p.To == null || p.To > today)))
            .Select(u => new { u.NormalizedUserName, u.UserName })
            .ToDictionaryAsync(u => u.NormalizedUserName, u => u.UserName, StringComparer.Ordinal, cancellationToken);
    }

    private static IEnumerable<FieldError> CheckBans(PanelInput body, Dictionary<string, string> judges, HashSet<string> schools)
    {
        for (var i = 0; i < (body.Bans?.Count ?? 0); i++)
        {
            var ban = body.Bans![i];
            if (!judges.ContainsKey(UserAccount.Normalize(ban.Judge)))
                yield return FieldError.Of($"bans[{i}].judge", "panel.judgeUnknown", ("judge", ban.Judge));
            if (!schools.Contains(ban.School))
                yield return FieldError.Of($"bans[{i}].school", "school.unknown", ("school", ban.School));
        }
    }

    /// <summary>Two panels never write the same fact of one school.</summary>
    private async Task<FieldError?> OverlapAsync(PutPanel request, HashSet<string> schools, CancellationToken cancellationToken)
    {
        var others = await db.Panels.AsNoTracking()
            .Where(p => p.RoundId == request.Round && p.Fact == request.Body.Fact && p.Id != request.Existing).OrderBy(p => p.Code).ToListAsync(cancellationToken);
        return others.Find(p => p.Schools is null || p.Schools.Any(schools.Contains)) is { } other
            ? FieldError.Of("schools", "panel.overlap", ("panel", other.Name))
            : null;
    }
}
