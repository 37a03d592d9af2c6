namespace DistrictUnion.Domain.Accounts;

/// <summary>Roles that a post carries.</summary>
public enum Role
{
    /// <summary>区教育工会管理员: everything in the district, accounts included.</summary>
    DistrictAdmin,

    /// <summary>区教育工会干部: schemes, rounds, reviews.</summary>
    DistrictOfficer,

    /// <summary>片区负责人: reviews the schools of a zone.</summary>
    ZoneLead,

    /// <summary>学校工会主席: hands in the self-evaluation.</summary>
    SchoolChair,

    /// <summary>经办人: fills in, can't submit.</summary>
    SchoolClerk,

    /// <summary>工会小组长: hands in the branch report.</summary>
    BranchLead,

    /// <summary>Reads everything that was handed in, writes nothing.</summary>
    Auditor,

    /// <summary>评审专家: scores the schools that a panel assigns, and sees nothing else.</summary>
    ExpertReviewer,

    /// <summary>区教育工会主席: decides on titles and confers them.</summary>
    DistrictApprover,

    /// <summary>关爱专员: keeps the care records of a school, beside its chair, and sees nothing else of it.</summary>
    CareKeeper,
}

/// <summary>What a role's scope is.</summary>
public enum ScopeKind
{
    /// <summary>The whole district.</summary>
    District,

    /// <summary>One zone.</summary>
    Zone,

    /// <summary>One school.</summary>
    School,

    /// <summary>One branch.</summary>
    Branch,
}

/// <summary>Facts about roles.</summary>
public static class Roles
{
    /// <summary>The kind of scope a role is held over.</summary>
    public static ScopeKind ScopeOf(Role role) => role switch
    {
        Role.ZoneLead => ScopeKind.Zone,
        Role.SchoolChair or Role.SchoolClerk or Role.CareKeeper => ScopeKind.School,
        Role.BranchLead => ScopeKind.Branch,
        _ => ScopeKind.District,
    };
}
