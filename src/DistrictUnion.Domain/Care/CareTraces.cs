using DistrictUnion.Domain.Accounts;
using DistrictUnion.Domain.Common;

namespace DistrictUnion.Domain.Care;

/// <summary>What was done with a care record, by whom and when. It holds no text of the record. Only ever added to.</summary>
public sealed class CareStep : ISchoolOwned, IKeepsOwnHistory, IAppendOnly
{
    private CareStep()
    {
    }

    /// <inheritdoc/>
    public DistrictId DistrictId { get; private set; }

    /// <summary>Identifier, in time order.</summary>
    public Guid Id { get; private set; }

    /// <inheritdoc/>
    public SchoolId SchoolId { get; private set; }

    /// <summary>Record.</summary>
    public CareRecordId RecordId { get; private set; }

    /// <summary>What.</summary>
    public CareAction Action { get; private set; }

    /// <summary>User name of who did it, or the name of the system.</summary>
    public string Actor { get; private set; } = "";

    /// <summary>When (UTC).</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Notes a step.</summary>
    public static CareStep Of(CareRecord record, CareAction action, string actor, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(record);
        return new CareStep
        {
            DistrictId = record.DistrictId,
            Id = Guid.CreateVersion7(),
            SchoolId = record.SchoolId,
            RecordId = record.Id,
            Action = action,
            Actor = actor,
            At = now,
        };
    }
}

/// <summary>Who looked at which care records of a school, and when; stored before they are shown. Only ever added to.</summary>
public sealed class CareView : ISchoolOwned, IKeepsOwnHistory, IAppendOnly
{
    private CareView()
    {
    }

    /// <inheritdoc/>
    public DistrictId DistrictId { get; private set; }

    /// <summary>Identifier, in time order.</summary>
    public Guid Id { get; private set; }

    /// <inheritdoc/>
    public SchoolId SchoolId { get; private set; }

    /// <summary>Whether a list was looked at, with names only.</summary>
    public bool IsList { get; private set; }

    /// <summary>Codes of the records that were shown.</summary>
    public IReadOnlyList<string> Records { get; private set; } = [];

    /// <summary>User name of who looked.</summary>
    public string Actor { get; private set; } = "";

    /// <summary>Role of the post in use.</summary>
    public Role Role { get; private set; }

    /// <summary>When (UTC).</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Notes a view.</summary>
    public static CareView Of(DistrictId district, SchoolId school, bool isList, IReadOnlyList<string> records, (string Name, Role Role) actor, DateTimeOffset now) => new()
    {
        DistrictId = district,
        Id = Guid.CreateVersion7(),
        SchoolId = school,
        IsList = isList,
        Records = records,
        Actor = actor.Name,
        Role = actor.Role,
        At = now,
    };
}
