namespace DistrictUnion.Domain.Organisation;

/// <summary>Kind of a branch: 工会小组, 年级组, 教研组, 中心.</summary>
public enum BranchKind { UnionGroup, GradeGroup, SubjectGroup, Centre }

/// <summary>Stage of a school (学段).</summary>
public enum SchoolStage { Kindergarten, Primary, Junior, Senior, NineYear, Vocational, Special }
