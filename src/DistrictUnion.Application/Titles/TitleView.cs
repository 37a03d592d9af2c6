using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Titles;

namespace DistrictUnion.Application.Titles;

/// <summary>A title in the register.</summary>
/// <param name="Number">Number of the certificate.</param>
/// <param name="Programme">Code of the programme.</param>
/// <param name="Tier">Code of the tier.</param>
/// <param name="Title">Name of the title.</param>
/// <param name="School">Code of the school.</param>
/// <param name="SchoolName">Its name.</param>
/// <param name="Unit">Code of the unit.</param>
/// <param name="UnitName">Name of the unit when it got the title.</param>
/// <param name="State">State.</param>
/// <param name="AwardedOn">First day.</param>
/// <param name="DueOn">Day of the next re-inspection.</param>
/// <param name="RectifyBy">Last day to mend what was found.</param>
/// <param name="EndsOn">Last day of its term.</param>
/// <param name="EndedOn">Last day on which it was held.</param>
/// <param name="NominatedAt">When its holder was nominated to the next level; null: it wasn't.</param>
/// <param name="Trail">What happened.</param>
public sealed record TitleView(
    string Number,
    string Programme,
    string Tier,
    string Title,
    string School,
    string SchoolName,
    string Unit,
    string UnitName,
    HeldTitleState State,
    DateOnly AwardedOn,
    DateOnly? DueOn,
    DateOnly? RectifyBy,
    DateOnly? EndsOn,
    DateOnly? EndedOn,
    DateTimeOffset? NominatedAt,
    IReadOnlyList<TrailEntry> Trail)
{
    internal static TitleView Of(HeldTitle title, string school, string schoolName, string programme, DateTimeOffset? nominatedAt) => new(
        title.Number,
        programme,
        title.Tier,
        title.Title,
        school,
        schoolName,
        title.Unit,
        title.UnitName,
        title.State,
        title.AwardedOn,
        title.DueOn,
        title.RectifyBy,
        title.EndsOn,
        title.EndedOn,
        BusinessTime.Local(nominatedAt),
        title.Trail);
}
