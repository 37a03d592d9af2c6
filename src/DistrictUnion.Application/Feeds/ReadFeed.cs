using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Accounts;
using DistrictUnion.Domain.Activities;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Obligations;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Feeds;

/// <summary>Reads a calendar feed by its secret. It begins its own transaction, because the tenant is only known once the secret is found.</summary>
public sealed record ReadFeed(string? Token) : IQuery<string>, IOwnTransactions;

internal sealed class ReadFeedHandler(ITenantDirectory directory, ITenantContext tenant, IUnitOfWork unitOfWork, IUnionDb db, IMessages messages, TimeProvider clock) : IHandler<ReadFeed, string>
{
    private const string Reader = "calendar";

    public async Task<Result<string>> Handle(ReadFeed request, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(request.Token) || await directory.FindByFeedAsync(FeedTokens.Hash(request.Token), cancellationToken) is not { } found)
            return new NotFoundError();
        tenant.Enter(new Caller(found.DistrictId, found.DistrictCode, null, Reader, Reader, null, null));
        return await unitOfWork.ReadAsync(() => ReadAsync(found, cancellationToken), cancellationToken);
    }

    private async Task<Result<string>> ReadAsync(FeedAddress address, CancellationToken cancellationToken)
    {
        var feed = await db.CalendarFeeds.AsNoTracking().SingleAsync(f => f.Id == address.FeedId, cancellationToken);
        var today = clock.Today();
        var posts = await db.Posts.AsNoTracking().Where(p => p.UserId == feed.UserId && p.From <= today && (p.To == null || p.To > today)).ToListAsync(cancellationToken);
        var units = UnitsOf(feed, posts, await SchoolsOfBranchesAsync(posts, today, cancellationToken));
        var (from, to) = (today.AddYears(-1), today.AddYears(1));
        List<CalendarEntry> entries = [.. await ObligationsAsync(units, from, to, cancellationToken), .. await PlansAsync(units, from, to, cancellationToken), .. await ActivitiesAsync(units, from, to, cancellationToken)];
        return CalendarText.Write(messages.Of("feed.name"), $"{address.DistrictCode}.districtunion", entries.OrderBy(e => e.From).ThenBy(e => e.Id, StringComparer.Ordinal), clock.GetUtcNow());
    }

    private static Units UnitsOf(CalendarFeed feed, List<Post> posts, List<SchoolId> ofBranches)
    {
        List<SchoolId> ofPosts = [.. posts.Select(p => p.SchoolId).OfType<SchoolId>().Concat(ofBranches).Distinct()];

        // A feed of one school ends with the last post that its maker holds there.
        if (feed.OfSchool is { } only)
            return ofPosts.Contains(only) ? new Units([only], [only], [], [], false) : new Units([], [], [], [], false);
        return new Units(
            [.. posts.Select(p => p.SchoolId).OfType<SchoolId>().Distinct()],
            ofPosts,
            [.. posts.Select(p => p.BranchId).OfType<BranchId>().Distinct()],
            [.. posts.Select(p => p.ZoneId).OfType<ZoneId>().Distinct()],
            posts.Exists(p => p.Role is Role.DistrictAdmin or Role.DistrictOfficer or Role.DistrictApprover));
    }

    private async Task<List<SchoolId>> SchoolsOfBranchesAsync(List<Post> posts, DateOnly today, CancellationToken cancellationToken)
    {
        var branches = posts.Select(p => p.BranchId).OfType<BranchId>().ToList();
        return branches.Count == 0 ? [] : await db.BranchAffiliations.AsNoTracking()
            .Where(a => branches.Contains(a.BranchId) && a.From <= today && (a.To == null || a.To > today)).Select(a => a.SchoolId).Distinct().ToListAsync(cancellationToken);
    }

    private async Task<IEnumerable<CalendarEntry>> ObligationsAsync(Units units, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var found = await db.Obligations.AsNoTracking()
            .Where(o => o.WaivedFor == null && (o.DueOn ?? o.BasisOn) >= from && (o.DueOn ?? o.BasisOn) <= to)
            .Where(o => (o.Level == UnitLevel.School && o.SchoolId != null && units.Schools.Contains(o.SchoolId.Value)) || (o.BranchId != null && units.Branches.Contains(o.BranchId.Value))
                || (o.ZoneId != null && units.Zones.Contains(o.ZoneId.Value)) || (units.District && o.Level == UnitLevel.District))
            .Select(o => new { o.Code, On = o.DueOn ?? o.BasisOn, IsDone = o.FulfilledOn != null, Definition = db.ObligationTemplates.Where(t => t.Id == o.TemplateId).Select(t => t.Definition).First() })
            .ToListAsync(cancellationToken);
        return found.Select(o => new CalendarEntry(
            $"obligation-{o.Code}",
            o.On,
            o.On,
            messages.Of(o.IsDone ? "feed.done" : "feed.due", ("name", messages.AreChinese ? o.Definition.Name : o.Definition.EnglishName)),
            o.Definition.Clause.Text));
    }

    private async Task<IEnumerable<CalendarEntry>> PlansAsync(Units units, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var found = await db.PlanItems.AsNoTracking().Where(p => p.DroppedFor == null && p.Month >= from && p.Month <= to)
            .Where(p => (p.SchoolId != null && units.WithBranches.Contains(p.SchoolId.Value)) || (p.ZoneId != null && units.Zones.Contains(p.ZoneId.Value)) || (units.District && p.Level == UnitLevel.District))
            .Select(p => new { p.Id, p.Month, p.Date, p.Title, p.Note, IsDone = p.DoneOn != null || db.Activities.Any(a => a.PlanItemId == p.Id && a.CancelledFor == null) })
            .ToListAsync(cancellationToken);
        return found.Select(p => new CalendarEntry(
            $"plan-{p.Id.Value}", p.Date ?? p.Month, p.Date ?? p.Month, messages.Of(p.IsDone ? "feed.done" : p.Date is null ? "feed.month" : "feed.plan", ("name", p.Title)), p.Note));
    }

    private async Task<IEnumerable<CalendarEntry>> ActivitiesAsync(Units units, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var found = await db.Activities.AsNoTracking().Where(a => a.From >= from && a.From <= to && units.WithBranches.Contains(a.SchoolId))
            .Select(a => new { a.Id, a.From, a.To, a.Title, a.Description, a.Place, IsCancelled = a.CancelledFor != null }).ToListAsync(cancellationToken);
        return found.Select(a => new CalendarEntry($"activity-{a.Id.Value}", a.From, a.To, a.Title, a.Description, a.Place, a.IsCancelled));
    }

    /// <summary>The units of a feed: schools of posts in a school, those and the schools of branches, branches, zones, and whether the district.</summary>
    private sealed record Units(List<SchoolId> Schools, List<SchoolId> WithBranches, List<BranchId> Branches, List<ZoneId> Zones, bool District);
}
