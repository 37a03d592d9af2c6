using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Reports;
using DistrictUnion.Application.Schemes;
using DistrictUnion.Domain.Activities;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Rounds;
using DistrictUnion.Domain.Scoring;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Activities;

/// <summary>A branch that held an activity.</summary>
/// <param name="Code">Code.</param>
/// <param name="Name">Name.</param>
public sealed record ActivityBranch(string Code, string Name);

/// <summary>A photo of an activity.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Name">File name.</param>
/// <param name="At">Server receipt.</param>
public sealed record ActivityPhotoView(Guid Id, string Name, DateTimeOffset At);

/// <summary>A data item of a round that an activity makes grow.</summary>
/// <param name="Round">Code of the round.</param>
/// <param name="RoundName">Its name.</param>
/// <param name="State">State of the round: what isn't open is never touched.</param>
/// <param name="Fact">Code of the data item.</param>
/// <param name="FactName">Its name.</param>
/// <param name="Value">What the activity adds as it stands now.</param>
/// <param name="Counted">What is counted in the round; null: nothing. It differs from the value where the round was closed or locked before.</param>
public sealed record ActivityCredit(string Round, string RoundName, RoundState State, string Fact, string FactName, decimal Value, decimal? Counted);

/// <summary>An activity.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="School">Code of the school.</param>
/// <param name="SchoolName">Its name.</param>
/// <param name="Title">Title.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day, inclusive.</param>
/// <param name="Place">Where.</param>
/// <param name="Branches">Branches that held it; none: the school union itself.</param>
/// <param name="Members">Members who took part.</param>
/// <param name="Others">Others who took part.</param>
/// <param name="Description">What was done.</param>
/// <param name="PlanItem">Item of the work plan that it carries out.</param>
/// <param name="PlanTitle">Its title.</param>
/// <param name="Photos">Photos, the oldest first.</param>
/// <param name="CancelledFor">Why it was called off; null: it counts.</param>
/// <param name="Actor">User name of who recorded it.</param>
/// <param name="RecordedAt">Server receipt.</param>
/// <param name="Credits">Data items that it makes grow.</param>
public sealed record ActivityView(
    Guid Id,
    string School,
    string SchoolName,
    string Title,
    ActivityKind Kind,
    DateOnly From,
    DateOnly To,
    string? Place,
    IReadOnlyList<ActivityBranch> Branches,
    int Members,
    int Others,
    string? Description,
    Guid? PlanItem,
    string? PlanTitle,
    IReadOnlyList<ActivityPhotoView> Photos,
    string? CancelledFor,
    string Actor,
    DateTimeOffset RecordedAt,
    IReadOnlyList<ActivityCredit> Credits);

/// <summary>Which activities a caller sees: a school its own, a zone lead the zone's, the district all.</summary>
internal static class ActivitySight
{
    /// <summary>Those that the caller sees.</summary>
    public static IQueryable<Activity> Of(IUnionDb db, Caller caller) =>
        caller.OwnZone is { } zone ? db.Activities.Where(a => db.Schools.Any(s => s.Id == a.SchoolId && s.ZoneId == zone)) : db.Activities;
}

/// <summary>Reads activities with the names that belong to them and what they count for: the same statements for any number.</summary>
internal sealed class ActivityViews(IUnionDb db, SchemeCatalogue schemes)
{
    /// <summary>One activity, as it is stored.</summary>
    public async Task<Tagged<ActivityView>> OfAsync(ActivityId id, bool created, CancellationToken cancellationToken)
    {
        var row = await Rows(db.Activities.AsNoTracking().Where(a => a.Id == id)).SingleAsync(cancellationToken);
        return new Tagged<ActivityView>((await OfAsync([row], cancellationToken))[0], row.Activity.Version, created);
    }

    /// <summary>Activities with what belongs to them; the statement ends in the caller's hands.</summary>
    public IQueryable<ActivityRow> Rows(IQueryable<Activity> activities) => activities.Join(db.Schools, a => a.SchoolId, s => s.Id, (a, s) => new ActivityRow
    {
        Activity = a,
        School = s.Code,
        SchoolName = s.Name,
        PlanTitle = db.PlanItems.Where(p => p.Id == a.PlanItemId).Select(p => p.Title).FirstOrDefault(),
    });

    /// <summary>Views of rows: two more statements for any number of them.</summary>
    public async Task<IReadOnlyList<ActivityView>> OfAsync(IReadOnlyList<ActivityRow> rows, CancellationToken cancellationToken)
    {
        if (rows.Count == 0)
            return [];
        var codes = rows.SelectMany(r => r.Activity.Branches).Distinct(StringComparer.Ordinal).ToList();
        var names = await db.Branches.AsNoTracking().Where(b => codes.Contains(b.Code)).ToDictionaryAsync(b => b.Code, b => b.Name, StringComparer.Ordinal, cancellationToken);
        var (first, last) = (rows.Min(r => r.Activity.From), rows.Max(r => r.Activity.From));
        var schools = rows.Select(r => r.Activity.SchoolId).Distinct().ToList();
        var references = rows.Select(r => r.Activity.Reference).ToList();
        var found = await db.Rounds.AsNoTracking().Where(r => r.SchemeVersionId != null && r.State != RoundState.Planned && r.WindowFrom <= last && r.WindowTo >= first)
            .OrderBy(r => r.WindowFrom).ThenBy(r => r.Code)
            .Select(r => new
            {
                Round = r,
                Events = db.SchoolEvents.Where(e => e.RoundId == r.Id && schools.Contains(e.SchoolId) && references.Contains(e.Code) && e.Route == FactRoute.Activity && e.Counts)
                    .Select(e => new { e.Code, e.Fact, e.Value }).ToList(),
            })
            .ToListAsync(cancellationToken);
        var rounds = found.ConvertAll(f => f.Round);
        var counted = found.SelectMany(f => f.Events.Select(e => (Key: (f.Round.Id, e.Code, e.Fact), e.Value))).ToDictionary(e => e.Key, e => e.Value);
        Dictionary<RoundId, CompiledScheme> schemeOf = [];
        foreach (var round in rounds)
            schemeOf[round.Id] = await schemes.GetAsync(round.SchemeVersionId!.Value, cancellationToken);
        return [.. rows.Select(r => ViewOf(r, names, [.. CreditsOf(r.Activity, rounds, schemeOf, (round, fact) => counted.TryGetValue((round, r.Activity.Reference, fact), out var value) ? value : null)]))];
    }

    private static IEnumerable<ActivityCredit> CreditsOf(
        Activity activity, IReadOnlyList<AssessmentRound> rounds, Dictionary<RoundId, CompiledScheme> schemeOf, Func<RoundId, string, decimal?> counted) =>
        from round in rounds
        where round.WindowFrom <= activity.From && round.WindowTo >= activity.From
        from fact in LedgerCredits.Counted(schemeOf[round.Id])
        let value = activity.Adds(fact.Activities!)
        let stands = counted(round.Id, fact.Code)
        where value is not null || stands is not null
        select new ActivityCredit(round.Code, round.Name, round.State, fact.Code, fact.Name, value ?? 0, stands);

    private static ActivityView ViewOf(ActivityRow row, Dictionary<string, string> names, IReadOnlyList<ActivityCredit> credits)
    {
        var a = row.Activity;
        return new ActivityView(
            a.Id.Value,
            row.School,
            row.SchoolName,
            a.Title,
            a.Kind,
            a.From,
            a.To,
            a.Place,
            [.. a.Branches.Select(b => new ActivityBranch(b, names.GetValueOrDefault(b, b)))],
            a.Members,
            a.Others,
            a.Description,
            a.PlanItemId?.Value,
            row.PlanTitle,
            [.. a.Photos.Select(p => new ActivityPhotoView(p.Id, p.File.Name, BusinessTime.Local(p.At)))],
            a.CancelledFor,
            a.Actor,
            BusinessTime.Local(a.RecordedAt),
            credits);
    }

    /// <summary>An activity with what belongs to it.</summary>
    internal sealed class ActivityRow
    {
        public required Activity Activity { get; init; }

        public required string School { get; init; }

        public required string SchoolName { get; init; }

        public string? PlanTitle { get; init; }
    }
}
