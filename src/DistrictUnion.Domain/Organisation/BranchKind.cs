namespace DistrictUnion.Domain.Organisation;

/// <summary>Kind of a branch: 工会小组, 年级组, 教研组, 中心.</summary>
public enum BranchKind
{
    /// <summary>工会小组.</summary>
    UnionGroup,

    /// <summary>年级组.</summary>
    GradeGroup,

    /// <summary>教研组.</summary>
    SubjectGroup,

    /// <summary>中心.</summary>
    Centre,
}

/// <summary>Stage of a school (学段).</summary>
public enum SchoolStage
{
    /// <summary>幼儿园.</summary>
    Kindergarten,

    /// <summary>小学.</summary>
    Primary,

    /// <summary>初中.</summary>
    Junior,

    /// <summary>高中.</summary>
    Senior,

    /// <summary>九年一贯制.</summary>
    NineYear,

    /// <summary>职业学校.</summary>
    Vocational,

    /// <summary>特殊教育学校.</summary>
    Special,
}
