using System.Data;
using System.Diagnostics;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Auditing;
using DistrictUnion.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Infrastructure.Persistence;

/// <summary>Transactions of the union database. The tenant's context is set in the database by <see cref="TenantTransactionInterceptor"/>.</summary>
internal sealed class UnitOfWork(UnionDbContext context, ITenantContext tenant, IDatabaseDialect dialect, TimeProvider clock)
    : IUnitOfWork, ITransactionControl
{
    private readonly List<Func<CancellationToken, Task>> afterCommit = [];
    private bool discarded;

    public void AfterCommit(Func<CancellationToken, Task> action) => afterCommit.Add(action);

    public void Discard() => discarded = true;

    public Task<TResult> WriteAsync<TResult>(string action, object command, Func<Task<TResult>> work, CancellationToken cancellationToken)
        where TResult : IFallible => WriteAsync(work, () => AppendAuditAsync(action, command, cancellationToken), cancellationToken);

    public Task<TResult> WriteUnauditedAsync<TResult>(Func<Task<TResult>> work, CancellationToken cancellationToken)
        where TResult : IFallible => WriteAsync(work, () => context.SaveChangesAsync(true, cancellationToken), cancellationToken);

    public async Task<TResult> ReadAsync<TResult>(Func<Task<TResult>> work, CancellationToken cancellationToken)
        where TResult : IFallible
    {
        await using var transaction = await context.Database.BeginTransactionAsync(dialect.ReadIsolation, cancellationToken);
        var result = await work();
        await transaction.CommitAsync(cancellationToken);
        return result;
    }

    private async Task<TResult> WriteAsync<TResult>(Func<Task<TResult>> work, Func<Task> finish, CancellationToken cancellationToken)
        where TResult : IFallible
    {
        Reset();

        // A save that fails ends the whole command, so a savepoint around each save would only cost two round trips.
        context.Database.AutoSavepointsEnabled = false;
        await using var transaction = await context.Database.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken);
        TResult result;
        try
        {
            result = await work();
            if (result.Error is not null || discarded)
            {
                await transaction.RollbackAsync(CancellationToken.None);
                context.ChangeTracker.Clear();
                return result;
            }

            await finish();
            await transaction.CommitAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new ConcurrentChangeException();
        }
        catch (DbUpdateException e) when (dialect.IsUniqueViolation(e))
        {
            throw new ConcurrentChangeException();
        }

        foreach (var next in afterCommit)
            await next(cancellationToken);
        return result;
    }

    private void Reset()
    {
        afterCommit.Clear();
        discarded = false;
        context.Ledger.Clear();
    }

    private async Task AppendAuditAsync(string action, object command, CancellationToken cancellationToken)
    {
        // The last changes are recorded before the audit row that tells of them is made.
        await context.SaveChangesAsync(true, cancellationToken);
        var caller = tenant.RequireCaller();
        context.AuditEntries.Add(AuditEntry.Write(
            caller.DistrictId,
            clock.GetUtcNow(),
            caller.UserName,
            caller.Role?.ToString(),
            action,
            AuditSubject.Of(command),
            context.Ledger.Changes,
            Activity.Current?.TraceId.ToString()));
        await context.SaveChangesAsync(true, cancellationToken);
    }
}
