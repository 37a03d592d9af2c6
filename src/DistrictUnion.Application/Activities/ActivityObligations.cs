using DistrictUnion.Application.Obligations;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Activities;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Obligations;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Activities;

/// <summary>
/// What activities fulfil. When one changes or is called off, what it fulfilled is open again, and the first other activity of the same
/// period takes its place.
/// </summary>
internal sealed class ActivityObligations(IUnionDb db, ITenantContext tenant, ObligationLedger ledger, TimeProvider clock)
{
    /// <summary>An activity counts.</summary>
    public async Task FulfilAsync(Activity activity, CancellationToken cancellationToken)
    {
        var templates = await TemplatesAsync(cancellationToken);
        if (templates.Count > 0)
            await FulfilAsync(activity, await BranchesAsync(activity.Branches, cancellationToken), templates, cancellationToken);
    }

    /// <summary>An activity was told anew, or was called off.</summary>
    public async Task FollowAsync(Activity activity, CancellationToken cancellationToken)
    {
        var templates = await TemplatesAsync(cancellationToken);
        if (templates.Count == 0)
            return;
        var reference = activity.Reference;
        var lost = await db.Obligations.Where(o => o.SchoolId == activity.SchoolId && o.Evidence == EvidenceKind.ActivityHeld && o.Reference == reference).ToListAsync(cancellationToken);
        foreach (var obligation in lost)
            obligation.Reopen(tenant.RequireCaller().UserName, clock.GetUtcNow(), clock.Today(), null);
        await db.SaveChangesAsync(cancellationToken);
        var heirs = await HeirsAsync(activity, lost, templates, cancellationToken);
        var branches = await BranchesAsync([.. heirs.Concat([activity]).SelectMany(a => a.Branches).Distinct(StringComparer.Ordinal)], cancellationToken);
        if (activity.CancelledFor is null)
            await FulfilAsync(activity, branches, templates, cancellationToken);
        foreach (var heir in heirs)
        {
            await db.SaveChangesAsync(cancellationToken);
            await FulfilAsync(heir, branches, templates, cancellationToken);
        }
    }

    private static bool Admits(ObligationTemplate template, Activity activity) =>
        template.Definition.Activities is not { Count: > 0 } kinds || kinds.Contains(activity.Kind);

    /// <summary>For each obligation that is open again the first activity that may take over.</summary>
    private async Task<List<Activity>> HeirsAsync(Activity activity, List<Obligation> lost, IReadOnlyList<ObligationTemplate> templates, CancellationToken cancellationToken)
    {
        if (lost.Count == 0)
            return [];
        var (from, to) = (lost.Min(o => o.PeriodFrom), lost.Max(o => o.PeriodTo));
        var others = await db.Activities.AsNoTracking()
            .Where(a => a.SchoolId == activity.SchoolId && a.Id != activity.Id && a.CancelledFor == null && a.From >= from && a.From <= to)
            .OrderBy(a => a.From).ThenBy(a => a.Id).ToListAsync(cancellationToken);
        var byId = templates.ToDictionary(t => t.Id);
        return [.. lost.Where(o => byId.ContainsKey(o.TemplateId))
            .Select(o => others.Find(a => a.From >= o.PeriodFrom && a.From <= o.PeriodTo && Admits(byId[o.TemplateId], a) && (o.Level == UnitLevel.School || a.Branches.Contains(o.Unit, StringComparer.Ordinal))))
            .OfType<Activity>().Distinct()];
    }

    private async Task FulfilAsync(
        Activity activity, IReadOnlyDictionary<string, BranchId> branches, IReadOnlyList<ObligationTemplate> templates, CancellationToken cancellationToken)
    {
        var meant = templates.Where(t => Admits(t, activity)).ToList();
        IReadOnlyList<ObligationTemplateId> OfLevel(UnitLevel level) => [.. meant.Where(t => t.Definition.Owner.Level == level).Select(t => t.Id)];
        if (OfLevel(UnitLevel.School) is { Count: > 0 } ofSchool)
            await ledger.FulfilAsync(EvidenceKind.ActivityHeld, UnitKey.Of(activity.SchoolId), activity.From, activity.Reference, cancellationToken, ofSchool);
        if (OfLevel(UnitLevel.Branch) is not { Count: > 0 } ofBranch)
            return;
        foreach (var branch in activity.Branches.Where(branches.ContainsKey))
            await ledger.FulfilAsync(EvidenceKind.ActivityHeld, UnitKey.Of(activity.SchoolId, branches[branch]), activity.From, activity.Reference, cancellationToken, ofBranch);
    }

    private async Task<IReadOnlyList<ObligationTemplate>> TemplatesAsync(CancellationToken cancellationToken) =>
        [.. (await db.ObligationTemplates.AsNoTracking().ToListAsync(cancellationToken)).Where(t => t.Definition.Evidence == EvidenceKind.ActivityHeld)];

    private async Task<IReadOnlyDictionary<string, BranchId>> BranchesAsync(IReadOnlyList<string> codes, CancellationToken cancellationToken) => codes.Count == 0
        ? new Dictionary<string, BranchId>(StringComparer.Ordinal)
        : await db.Branches.AsNoTracking().Where(b => codes.Contains(b.Code)).ToDictionaryAsync(b => b.Code, b => b.Id, StringComparer.Ordinal, cancellationToken);
}
