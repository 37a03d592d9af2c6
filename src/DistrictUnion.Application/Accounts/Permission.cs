using DistrictUnion.Domain.Accounts;

namespace DistrictUnion.Application.Accounts;

/// <summary>What an endpoint demands; every endpoint declares exactly one.</summary>
public enum Permission
{
    /// <summary>One's own session and posts: everybody who is signed in.</summary>
    UseOwnSession,

    /// <summary>See zones, schools and branches.</summary>
    ReadOrganisation,

    /// <summary>Change zones and schools.</summary>
    ManageOrganisation,

    /// <summary>Change branches.</summary>
    ManageBranches,

    /// <summary>See accounts.</summary>
    ReadUsers,

    /// <summary>Change accounts and posts.</summary>
    ManageUsers,

    /// <summary>Make, rotate and revoke keys of other systems.</summary>
    ManageApiKeys,

    /// <summary>See schemes.</summary>
    ReadSchemes,

    /// <summary>Import scheme drafts.</summary>
    WriteSchemes,

    /// <summary>Publish scheme versions.</summary>
    PublishSchemes,

    /// <summary>See rounds.</summary>
    ReadRounds,

    /// <summary>Plan, open, close, amend, extend.</summary>
    ManageRounds,

    /// <summary>Publish and reopen rounds.</summary>
    PublishRounds,

    /// <summary>See completeness.</summary>
    ReadCompleteness,

    /// <summary>Remind schools of what they haven't handed in.</summary>
    NudgeSchools,

    /// <summary>See branch reports.</summary>
    ReadReports,

    /// <summary>Write branch reports.</summary>
    WriteReports,

    /// <summary>Hand in branch reports.</summary>
    SubmitReports,

    /// <summary>Accept and return branch reports.</summary>
    DecideReports,

    /// <summary>See self-evaluations.</summary>
    ReadEvaluations,

    /// <summary>Write self-evaluations.</summary>
    WriteEvaluations,

    /// <summary>Hand in and withdraw self-evaluations.</summary>
    SubmitEvaluations,

    /// <summary>Return self-evaluations.</summary>
    ReturnEvaluations,

    /// <summary>See what reviewers say.</summary>
    ReadReviews,

    /// <summary>Review schools.</summary>
    ReviewSchools,

    /// <summary>See secret votes and their turnout.</summary>
    ReadVotes,

    /// <summary>Prepare, open, close secret votes and make their links.</summary>
    RunVotes,

    /// <summary>Bind the scans of signed and sealed papers.</summary>
    BindPapers,

    /// <summary>Register where the originals of papers are kept.</summary>
    RegisterOriginals,

    /// <summary>Import facts in bulk.</summary>
    ImportFacts,

    /// <summary>Start a full roll-up and follow jobs.</summary>
    RunRollups,

    /// <summary>See scorecards.</summary>
    ReadScorecards,

    /// <summary>See ranking and summary.</summary>
    ReadRankings,

    /// <summary>See every frozen publication in full.</summary>
    ReadPublications,

    /// <summary>See panels of judges, their progress and their severity.</summary>
    ReadPanels,

    /// <summary>Plan panels, assign and remove judges, close.</summary>
    ManagePanels,

    /// <summary>Score the schools that a panel assigned to oneself.</summary>
    JudgePanels,

    /// <summary>See on-site inspections; a school sees what an inspector confirmed.</summary>
    ReadVisits,

    /// <summary>Plan on-site inspections, write and confirm what was found, adopt it as a review.</summary>
    InspectSchools,

    /// <summary>Confirm an inspection for the school, or send it back.</summary>
    AnswerVisits,

    /// <summary>See title programmes, their campaigns and applications, and the register.</summary>
    ReadTitles,

    /// <summary>Write applications for titles, record what the school side approved, recommend.</summary>
    ApplyForTitles,

    /// <summary>See who is selected and why, before and after the decision; a zone lead once it is public, of the own zone.</summary>
    ReadSelections,

    /// <summary>Take the replay bundle of a whole campaign away.</summary>
    ExportSelections,

    /// <summary>Read and decide objections.</summary>
    DecideObjections,

    /// <summary>Define programmes, run campaigns, examine, rank, make public, decide objections, re-inspect.</summary>
    ManageTitles,

    /// <summary>Record the leadership's decision, confer titles and take them down.</summary>
    DecideTitles,

    /// <summary>See obligations; a school its own, a branch lead the own branch's, a zone lead the zone's.</summary>
    ReadObligations,

    /// <summary>Hand in what one's unit is obliged to, and take it back.</summary>
    FulfilObligations,

    /// <summary>Waive obligations of units below.</summary>
    WaiveObligations,

    /// <summary>Say what units are obliged to.</summary>
    ManageObligations,

    /// <summary>See the working calendar.</summary>
    ReadCalendar,

    /// <summary>Change the district's working calendar.</summary>
    ManageCalendar,

    /// <summary>See activities; a school its own, a zone lead the zone's.</summary>
    ReadActivities,

    /// <summary>Record the own school's activities, change and call them off; a branch lead those of the own branch.</summary>
    WriteActivities,

    /// <summary>See work plans and what was done.</summary>
    ReadPlan,

    /// <summary>Write the own unit's work plan.</summary>
    WritePlan,

    /// <summary>See the own school's congresses and proposals.</summary>
    ReadCongresses,

    /// <summary>Plan and hold the own school's congresses, assign its proposals and record replies, record what it made public.</summary>
    WriteCongresses,

    /// <summary>Write proposals of the own school; a branch lead those of the own branch.</summary>
    WriteProposals,

    /// <summary>Confirm minutes, screen proposals and record how replies are rated.</summary>
    DecideCongresses,

    /// <summary>See the numbers of schools' congresses, proposals and disclosures.</summary>
    ReadCongressOverview,

    /// <summary>See what schools made public, and by which rules their congresses are held.</summary>
    ReadDisclosures,

    /// <summary>Give the district's congresses their rules.</summary>
    ManageCongressRule,

    /// <summary>Read and keep the own school's care records: no role above a school has it, the administrator's neither.</summary>
    KeepCareRecords,

    /// <summary>See how many care records there are, small numbers hidden; a zone lead those of the own zone.</summary>
    ReadCareCounts,

    /// <summary>See trials of the lab.</summary>
    ReadLab,

    /// <summary>Replay closed rounds under changed rules, and delete such trials.</summary>
    UseLab,

    /// <summary>See what became of messages.</summary>
    ReadDeliveries,

    /// <summary>Enter the robots of groups, send messages again.</summary>
    ManageChannels,

    /// <summary>Subscribe other systems to events, see and replay what they got.</summary>
    ManageWebhooks,

    /// <summary>Pause and run recurring jobs, give failed jobs another chance.</summary>
    ManageJobs,
}

/// <summary>What each role may do.</summary>
public static class RolePermissions
{
    private static readonly Permission[] Readers =
    [
        Permission.UseOwnSession, Permission.ReadOrganisation, Permission.ReadSchemes, Permission.ReadRounds, Permission.ReadReports,
        Permission.ReadEvaluations, Permission.ReadScorecards, Permission.ReadRankings, Permission.ReadVisits, Permission.ReadTitles,
        Permission.ReadObligations, Permission.ReadCalendar, Permission.ReadActivities, Permission.ReadPlan, Permission.ReadDisclosures,
    ];

    /// <summary>What only a school itself does.</summary>
    private static readonly Permission[] OfSchools =
    [
        Permission.ApplyForTitles, Permission.WriteActivities, Permission.ReadCongresses, Permission.WriteCongresses, Permission.WriteProposals, Permission.DecideCongresses, Permission.KeepCareRecords,
    ];

    private static readonly Permission[] Operation = [Permission.ReadDeliveries, Permission.ManageChannels, Permission.ManageWebhooks, Permission.ManageJobs];

    private static readonly Dictionary<Role, HashSet<Permission>> ByRole = new()
    {
        [Role.DistrictAdmin] = [.. Enum.GetValues<Permission>().Except(OfSchools)],
        [Role.DistrictOfficer] = [.. Enum.GetValues<Permission>().Except([Permission.ManageUsers, Permission.ManageApiKeys, Permission.DecideTitles, .. OfSchools, .. Operation])],
        [Role.ZoneLead] = [.. Readers, Permission.ReadSelections, Permission.ReadCompleteness, Permission.NudgeSchools, Permission.ReadReviews, Permission.ReturnEvaluations, Permission.ReviewSchools, Permission.InspectSchools, Permission.BindPapers, Permission.ReadVotes, Permission.RunVotes, Permission.FulfilObligations, Permission.WaiveObligations, Permission.WritePlan, Permission.ReadCongressOverview, Permission.ReadCareCounts],
        [Role.SchoolChair] =
        [
            .. Readers, Permission.ManageBranches, Permission.WriteReports, Permission.SubmitReports, Permission.DecideReports,
            Permission.WriteEvaluations, Permission.SubmitEvaluations, Permission.BindPapers, Permission.ReadVotes, Permission.RunVotes, Permission.AnswerVisits, Permission.ApplyForTitles, Permission.FulfilObligations,
            Permission.WriteActivities, Permission.WritePlan, Permission.ReadCongresses, Permission.WriteCongresses, Permission.WriteProposals, Permission.DecideCongresses, Permission.KeepCareRecords,
        ],
        [Role.SchoolClerk] = [.. Readers, Permission.WriteReports, Permission.WriteEvaluations, Permission.ReadVotes, Permission.WriteActivities, Permission.WritePlan, Permission.ReadCongresses, Permission.WriteCongresses, Permission.WriteProposals],
        [Role.BranchLead] =
        [
            Permission.UseOwnSession, Permission.ReadOrganisation, Permission.ReadSchemes, Permission.ReadRounds, Permission.ReadReports,
            Permission.WriteReports, Permission.SubmitReports, Permission.ReadObligations, Permission.FulfilObligations, Permission.ReadCalendar,
            Permission.ReadActivities, Permission.WriteActivities, Permission.ReadPlan, Permission.ReadCongresses, Permission.WriteProposals, Permission.ReadDisclosures,
        ],
        [Role.Auditor] = [.. Readers, Permission.ReadUsers, Permission.ReadCompleteness, Permission.ReadReviews, Permission.ReadPublications, Permission.ReadPanels, Permission.ReadVotes, Permission.ReadSelections, Permission.ExportSelections, Permission.ReadLab, Permission.ReadCongressOverview, Permission.ReadCareCounts],
        [Role.DistrictApprover] = [.. Readers, Permission.ReadCompleteness, Permission.ReadReviews, Permission.ReadPublications, Permission.ReadSelections, Permission.ExportSelections, Permission.DecideObjections, Permission.DecideTitles, Permission.ReadCongressOverview],
        [Role.CareKeeper] = [Permission.UseOwnSession, Permission.ReadOrganisation, Permission.ReadCalendar, Permission.ReadObligations, Permission.KeepCareRecords],
        [Role.ExpertReviewer] = [Permission.UseOwnSession, Permission.JudgePanels],
    };

    /// <summary>Whether a role may.</summary>
    public static bool Allows(Role role, Permission permission) => ByRole[role].Contains(permission);
}
