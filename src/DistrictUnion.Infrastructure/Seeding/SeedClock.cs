namespace DistrictUnion.Infrastructure.Seeding;

/// <summary>The clock of a program that loads what happened earlier: it stands at the moment of the row being loaded.</summary>
public sealed class SeedClock : TimeProvider
{
    private DateTimeOffset? moment;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => moment ?? base.GetUtcNow();

    /// <summary>Stands at a moment; null: runs with the system.</summary>
    public void StandAt(DateTimeOffset? at) => moment = at?.ToUniversalTime();
}

/// <summary>A seed file can't be loaded; the message names the file, the row and what to do.</summary>
public sealed class SeedException : Exception
{
    /// <summary>Makes the exception.</summary>
    public SeedException()
    {
    }

    /// <summary>Makes the exception with its sentence.</summary>
    public SeedException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception with its sentence and cause.</summary>
    public SeedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
