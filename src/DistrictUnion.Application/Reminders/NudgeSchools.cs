using System.Globalization;
using DistrictUnion.Application.Messages;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Accounts;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Evaluations;
using DistrictUnion.Domain.Messages;
using DistrictUnion.Domain.Reminders;
using DistrictUnion.Domain.Rounds;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Reminders;

/// <summary>Which schools to remind.</summary>
/// <param name="Schools">Codes of schools in the round, 1 to 500.</param>
public sealed record NudgeInput(IReadOnlyList<string> Schools);

/// <summary>Why a school wasn't reminded.</summary>
public enum NudgeRefusal
{
    /// <summary>It has handed in.</summary>
    HandedIn,

    /// <summary>It was reminded within the last day.</summary>
    Recent,

    /// <summary>Nobody holds a post there.</summary>
    Nobody,
}

/// <summary>A school that wasn't reminded.</summary>
/// <param name="School">Code.</param>
/// <param name="Refusal">Why.</param>
public sealed record NudgeSkip(string School, NudgeRefusal Refusal);

/// <summary>What reminding did.</summary>
/// <param name="Told">Codes of schools that were reminded.</param>
/// <param name="Skipped">Schools that weren't, and why.</param>
public sealed record NudgeOutcome(IReadOnlyList<string> Told, IReadOnlyList<NudgeSkip> Skipped);

/// <summary>Reminds schools that haven't handed in their self-evaluation: chairs and clerks of today, each school once a day at most.</summary>
public sealed record NudgeSchools(RoundId Round, NudgeInput Body) : ICommand<NudgeOutcome>;

internal sealed class NudgeSchoolsValidator : AbstractValidator<NudgeSchools>
{
    private const int Most = 500;

    public NudgeSchoolsValidator() => RuleFor(c => c.Body.Schools).Must(s => s is { Count: > 0 and <= Most } && s.Distinct(StringComparer.Ordinal).Count() == s.Count).WithErrorCode("nudge.schools");
}

internal sealed class NudgeSchoolsHandler(IUnionDb db, ITenantContext tenant, MessageDesk desk, TimeProvider clock) : IHandler<NudgeSchools, NudgeOutcome>
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(24);

    public async Task<Result<NudgeOutcome>> Handle(NudgeSchools request, CancellationToken cancellationToken)
    {
        // Two who remind at the same moment wait for one another here, so that no school is told twice.
        await db.Rounds.Where(r => r.Id == request.Round).ExecuteUpdateAsync(set => set.SetProperty(r => r.Version, r => r.Version), cancellationToken);
        var round = await db.Rounds.AsNoTracking().SingleAsync(r => r.Id == request.Round, cancellationToken);
        if (round.State != RoundState.Open)
            return new ConflictError("nudge.notOpen", Words.Camel(round.State), []);
        var (caller, now, today, codes) = (tenant.RequireCaller(), clock.GetUtcNow(), clock.Today(), request.Body.Schools);
        var (zone, since) = (caller.OwnZone, now - Pause);
        var schools = await db.Scorecards.AsNoTracking().Where(c => c.RoundId == round.Id && (zone == null || c.ZoneId == zone))
            .Join(db.Schools.Where(s => codes.Contains(s.Code)), c => c.SchoolId, s => s.Id, (c, s) => new
            {
                s.Id,
                s.Code,
                s.Name,
                HandedIn = db.SelfEvaluations.Any(e => e.RoundId == round.Id && e.SchoolId == s.Id && e.State != EvaluationState.Draft),
                Recent = db.Nudges.Any(n => n.RoundId == round.Id && n.SchoolId == s.Id && n.At > since),
                Extension = db.RoundExtensions.Where(e => e.RoundId == round.Id && e.SchoolId == s.Id).Select(e => new { e.DueAt, e.ClosesAt }).FirstOrDefault(),
            }).OrderBy(s => s.Code).ToListAsync(cancellationToken);
        if (codes.Except(schools.Select(s => s.Code), StringComparer.Ordinal).FirstOrDefault() is { } unknown)
            return ValidationError.Of("schools", "school.unknown", ("school", unknown));
        var ids = schools.ConvertAll(s => s.Id);
        var people = (await db.Posts.AsNoTracking()
            .Where(p => (p.Role == Role.SchoolChair || p.Role == Role.SchoolClerk) && p.SchoolId != null && ids.Contains(p.SchoolId.Value) && p.From <= today && (p.To == null || p.To > today))
            .Select(p => new { p.SchoolId, p.UserId }).Distinct().ToListAsync(cancellationToken)).ToLookup(p => p.SchoolId!.Value, p => p.UserId);
        List<NudgeSkip> skipped =
        [
            .. schools.Select(s => (s.Code, Refusal: s.HandedIn ? NudgeRefusal.HandedIn : s.Recent ? NudgeRefusal.Recent : people.Contains(s.Id) ? (NudgeRefusal?)null : NudgeRefusal.Nobody))
                .Where(s => s.Refusal is not null).Select(s => new NudgeSkip(s.Code, s.Refusal!.Value)),
        ];
        var told = schools.ExceptBy(skipped.Select(s => s.School), s => s.Code, StringComparer.Ordinal).ToList();
        List<OutgoingMessage> messages = [];
        foreach (var school in told)
        {
            db.Nudges.Add(Nudge.Note(caller.DistrictId, round.Id, school.Id, caller.UserName, now, people[school.Id].Count()));
            var due = BusinessTime.Local(round.DeadlinesWith(school.Extension?.DueAt, school.Extension?.ClosesAt).DueAt).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
            var text = new MessageText(
                "nudge",
                new Dictionary<string, string>(StringComparer.Ordinal) { ["round"] = round.Name, ["school"] = school.Name, ["due"] = due },
                $"/rounds/{round.Code}/schools/{school.Code}/evaluation");
            messages.AddRange(people[school.Id].Select(p => new OutgoingMessage(
                p, string.Create(CultureInfo.InvariantCulture, $"nudge:{round.Id.Value:N}:{school.Id.Value:N}:{now:yyyyMMddHHmmss}"), MessageKind.Reminder, text)
            {
                Group = new MessageGroup(null, school.Id),
            }));
        }

        await desk.PostAsync(messages, cancellationToken);
        return new NudgeOutcome([.. told.Select(s => s.Code)], skipped);
    }
}
