using System.Data;
using DistrictUnion.Application.Ports;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Infrastructure.Persistence;

/// <summary>The few things that engines say differently.</summary>
public interface IDatabaseDialect
{
    /// <summary>Isolation of queries: one view of the data for all statements of a request.</summary>
    IsolationLevel ReadIsolation { get; }

    /// <summary>Whether a save failed because a unique index holds the value already.</summary>
    bool IsUniqueViolation(DbUpdateException exception);

    /// <summary>The statement that tells the database whose rows are in scope until the transaction ends; parameters <c>@district</c>, <c>@school</c>.</summary>
    string SetTenantSql { get; }

    /// <summary>What <c>@school</c> is for a tenant: <c>*</c> for all schools, nothing for none.</summary>
    static string SchoolOf(ITenantContext tenant) =>
        tenant.ReachesAllSchools ? "*" : tenant.SchoolId is { } school ? school.Value.ToString() : "";
}
