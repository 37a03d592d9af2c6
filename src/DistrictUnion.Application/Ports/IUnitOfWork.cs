using DistrictUnion.Domain.Common;

namespace DistrictUnion.Application.Ports;

/// <summary>One transaction, begun with the tenant's context in the database.</summary>
public interface IUnitOfWork
{
    /// <summary>
    /// Runs a command in one transaction: an audit row and outbox rows are added, everything is saved and committed when
    /// the result is a success, rolled back otherwise.
    /// </summary>
    Task<TResult> WriteAsync<TResult>(string action, object command, Func<Task<TResult>> work, CancellationToken cancellationToken)
        where TResult : IFallible;

    /// <summary>
    /// Runs work of the machinery itself (job records, recomputed results) in one transaction, without an audit row: nobody decided
    /// anything, and the jobs table tells of the run. A secret ballot is put in this way too, because a row with its time would give the
    /// voter away.
    /// </summary>
    Task<TResult> WriteUnauditedAsync<TResult>(Func<Task<TResult>> work, CancellationToken cancellationToken)
        where TResult : IFallible;

    /// <summary>Runs a query in one read-only transaction with one view of the data.</summary>
    Task<TResult> ReadAsync<TResult>(Func<Task<TResult>> work, CancellationToken cancellationToken)
        where TResult : IFallible;
}

/// <summary>Locks scorecard rows, always in the order of round and school, before anything that scores is read or written.</summary>
public interface IScorecardLocks
{
    /// <summary>Locks the scorecards of schools in rounds until the transaction ends. Missing rows lock nothing.</summary>
    /// <returns>Rounds and schools whose scorecard exists, so that it is kept.</returns>
    Task<IReadOnlyList<ScorecardKey>> LockAcrossSchoolsAsync(
        IReadOnlyCollection<RoundId> rounds, IReadOnlyCollection<SchoolId> schools, CancellationToken cancellationToken);

    /// <summary>Locks all scorecards of a round.</summary>
    Task LockRoundAcrossSchoolsAsync(RoundId round, CancellationToken cancellationToken);
}

/// <summary>Names a scorecard.</summary>
public readonly record struct ScorecardKey(RoundId Round, SchoolId School);

/// <summary>What a handler may ask of the transaction it runs in.</summary>
public interface ITransactionControl
{
    /// <summary>Adds something to do once the transaction is committed, for example handing a queued job to the engine.</summary>
    void AfterCommit(Func<CancellationToken, Task> action);

    /// <summary>Lets the transaction roll back although the result is a success: a dry run.</summary>
    void Discard();
}
