using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Reminders;

/// <summary>That somebody was reminded.</summary>
/// <param name="Person">Name shown to people.</param>
/// <param name="On">Business day.</param>
/// <param name="Lead">Days before the due day that it belongs to; negative: after it.</param>
/// <param name="IsEscalation">Whether the person stands above the owner, who was late.</param>
/// <param name="DueOn">Due day that was told.</param>
public sealed record ReminderView(string Person, DateOnly On, int Lead, bool IsEscalation, DateOnly DueOn);

/// <summary>Who was reminded of an obligation, the latest first.</summary>
public sealed record ListReminders(ObligationId Obligation, PageRequest Page) : IQuery<Page<ReminderView>>;

internal sealed class ListRemindersHandler(IUnionDb db) : IHandler<ListReminders, Page<ReminderView>>
{
    public async Task<Result<Page<ReminderView>>> Handle(ListReminders request, CancellationToken cancellationToken) =>
        await db.Reminders.AsNoTracking().Where(r => r.ObligationId == request.Obligation)
            .Join(db.Users, r => r.UserId, u => u.Id, (r, u) => new { r, u.DisplayName })
            .OrderByDescending(x => x.r.SentOn).ThenBy(x => x.r.Lead).ThenBy(x => x.DisplayName)
            .Select(x => new ReminderView(x.DisplayName, x.r.SentOn, x.r.Lead, x.r.IsEscalation, x.r.DueOn))
            .ToPageAsync(request.Page, cancellationToken);
}
