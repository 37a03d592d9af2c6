using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Titles;

namespace DistrictUnion.Application.Titles;

/// <summary>What a school sees of its application, and a zone lead of those in the zone: between the ranking and the publicity nothing of the decision.</summary>
internal static class ApplicationSight
{
    private static readonly string[] Undisclosed =
    [
        Words.Camel(ApplicationStep.Shortlist), Words.Camel(ApplicationStep.PlaceInReserve), Words.Camel(ApplicationStep.Promote), Words.Camel(ApplicationStep.RescindDecision),
    ];

    /// <summary>The state that a school sees.</summary>
    public static ApplicationState ToSchool(ApplicationState state) => state is ApplicationState.Decided or ApplicationState.Shortlisted ? ApplicationState.Ranked : state;

    /// <summary>The states that a school means when it asks for one; empty: it means none.</summary>
    public static IReadOnlyList<ApplicationState> AskedBySchool(ApplicationState state) => [.. Enum.GetValues<ApplicationState>().Where(s => ToSchool(s) == state)];

    /// <summary>The trail that a school sees: no persons, and no step of the decision.</summary>
    public static IReadOnlyList<TrailEntry> ToSchool(IReadOnlyList<TrailEntry> trail) =>
        [.. trail.Where(t => !Undisclosed.Contains(t.Step)).Select(t => t with { Actor = "", From = ToSchool(t.From), To = ToSchool(t.To) })];

    private static string ToSchool(string state) => Words.Camel(ToSchool(Enum.Parse<ApplicationState>(state, ignoreCase: true)));
}
