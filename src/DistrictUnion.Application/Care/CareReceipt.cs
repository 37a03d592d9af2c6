using DistrictUnion.Domain.Care;

namespace DistrictUnion.Application.Care;

/// <summary>What a write of a care record answers: nothing of the person, so that no kept answer tells of one.</summary>
/// <param name="Code">Public code.</param>
/// <param name="Kind">Kind.</param>
/// <param name="Category">Category.</param>
/// <param name="EventOn">Day on which it happened.</param>
/// <param name="State">Where it stands.</param>
/// <param name="ScheduledOn">Day that a visit is planned for.</param>
/// <param name="DoneOn">Day on which it was done or closed.</param>
/// <param name="IsErased">Whether what tells of the person was erased.</param>
/// <param name="Allowed">What can be done with it as it stands.</param>
public sealed record CareReceipt(
    string Code, CareKind Kind, CareCategory Category, DateOnly EventOn, CareState State, DateOnly? ScheduledOn, DateOnly? DoneOn, bool IsErased, IReadOnlyList<string> Allowed)
{
    internal static CareReceipt Of(CareRecord record) => new(
        record.Code, record.Kind, record.Category, record.EventOn, record.State, record.ScheduledOn, record.DoneOn, record.ErasedAt is not null, record.Allowed);
}
