namespace DistrictUnion.Domain.Common;

/// <summary>A row of one district, the customer. Every entity is one, or is marked <see cref="IGlobal"/>.</summary>
public interface ITenantOwned
{
    /// <summary>The district that owns the row.</summary>
    DistrictId DistrictId { get; }
}

/// <summary>A row of one school, the tenant inside a district.</summary>
public interface ISchoolOwned : ITenantOwned
{
    /// <summary>The school that owns the row.</summary>
    SchoolId SchoolId { get; }
}

/// <summary>A row of a school, or, where it names none, of a zone or the district: then only who reaches every school sees it.</summary>
public interface IUnitOwned : ITenantOwned
{
    /// <summary>The school that owns the row; null: no school does.</summary>
    SchoolId? SchoolId { get; }
}

/// <summary>A row of a branch; the schools that the branch ever belonged to may see it.</summary>
public interface IBranchOwned : ITenantOwned
{
    /// <summary>The branch that owns the row.</summary>
    BranchId BranchId { get; }
}

/// <summary>A row that belongs to the installation, not to a district. The marked exception.</summary>
public interface IGlobal;

/// <summary>A computed row: no source of truth, so it is left out of the audit trail.</summary>
public interface IDerived;

/// <summary>A row whose changes stand in a history of its own, so that the audit trail doesn't repeat them.</summary>
public interface IKeepsOwnHistory;

/// <summary>A row of a secret vote: the audit trail tells nothing of it, because a trace of a single ballot could be laid beside its voter.</summary>
public interface ISecretBallot;

/// <summary>A row that is only ever added: the service's database role may neither change nor delete it.</summary>
public interface IAppendOnly;
