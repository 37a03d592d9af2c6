using System.Data.Common;
using DistrictUnion.Application.Ports;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace DistrictUnion.Infrastructure.Persistence;

/// <summary>
/// Tells the database at the start of every transaction whose rows are in scope. The setting ends with the transaction, so a
/// pooled connection never carries one tenant's scope to the next; without a transaction there is none, and no row is seen.
/// </summary>
internal sealed class TenantTransactionInterceptor(ITenantContext tenant, IDatabaseDialect dialect) : DbTransactionInterceptor
{
    public override async ValueTask<DbTransaction> TransactionStartedAsync(
        DbConnection connection, TransactionEndEventData eventData, DbTransaction result, CancellationToken cancellationToken = default)
    {
        await SetAsync(connection, result, cancellationToken);
        return result;
    }

    public override DbTransaction TransactionStarted(DbConnection connection, TransactionEndEventData eventData, DbTransaction result) =>
        throw new NotSupportedException("Transactions begin asynchronously.");

    /// <summary>Sets the scope of the tenant as it is now.</summary>
    public async Task SetAsync(DbConnection connection, DbTransaction transaction, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = dialect.SetTenantSql;
        Add(command, "district", tenant.DistrictId?.Value.ToString() ?? "");
        Add(command, "school", IDatabaseDialect.SchoolOf(tenant));
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static void Add(DbCommand command, string name, string value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }
}
