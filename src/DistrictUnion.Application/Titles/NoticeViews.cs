using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Titles;

namespace DistrictUnion.Application.Titles;

/// <summary>A publicity notice, as everybody reads it.</summary>
/// <param name="Id">Public address.</param>
/// <param name="District">Code of the district.</param>
/// <param name="Number">Number in the campaign, from 1.</param>
/// <param name="Title">Title of the notice.</param>
/// <param name="TierName">Title that is to be conferred.</param>
/// <param name="StartOn">First day.</param>
/// <param name="EndOn">Last day, inclusive.</param>
/// <param name="TakesObjections">Whether objections are in time today.</param>
/// <param name="Units">Units.</param>
/// <param name="CancelledFor">Why it was called off; null: it stands.</param>
public sealed record NoticeView(
    Guid Id, string District, int Number, string Title, string TierName, DateOnly StartOn, DateOnly EndOn, bool TakesObjections, IReadOnlyList<NoticedUnit> Units, string? CancelledFor)
{
    internal static NoticeView Of(PublicityNotice notice, string district, DateOnly today) => new(
        notice.Id.Value, district, notice.Number, notice.Title, notice.TierName, notice.StartOn, notice.EndOn, notice.TakesObjectionsOn(today), notice.Units, notice.CancelledFor);

    /// <summary>Whether somebody sees a notice: schools and zones when everybody does, from its first day on.</summary>
    internal static bool IsSeenBy(Caller caller, PublicityNotice notice, DateOnly today) => caller.IsDistrictStaff || notice.StartOn <= today;
}

/// <summary>A public page that doesn't exist, or of a district that is suspended: they answer alike.</summary>
public sealed record PublicPageUnknown() : Error("public.unknown");
