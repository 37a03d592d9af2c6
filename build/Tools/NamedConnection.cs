using Npgsql;

namespace DistrictUnion.Build.Tools;

/// <summary>Connection strings to servers of the user's own, refused in terms of where they were given.</summary>
internal static class NamedConnection
{
    /// <summary>Reads a connection string.</summary>
    /// <param name="text">The connection string.</param>
    /// <param name="giver">Option or variable that gave it.</param>
    /// <exception cref="Failure">It is none.</exception>
    public static NpgsqlConnectionStringBuilder Read(string text, string giver)
    {
        try
        {
            return new(text);
        }
        catch (ArgumentException wrong)
        {
            throw new Failure($"{giver} is no PostgreSQL connection string: write it like Host=…;Database=…;Username=…;Password=….", wrong);
        }
    }

    /// <summary>Reads a connection string and connects once.</summary>
    /// <param name="text">The connection string.</param>
    /// <param name="giver">Option or variable that gave it.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="Failure">It is none, or nobody answers.</exception>
    public static async Task<NpgsqlConnectionStringBuilder> ReachAsync(string text, string giver, CancellationToken cancellationToken)
    {
        var connection = Read(text, giver);
        try
        {
            await using var source = NpgsqlDataSource.Create(connection);
            await using var opened = await source.OpenConnectionAsync(cancellationToken);
            return connection;
        }
        catch (Exception refused) when (refused is NpgsqlException or TimeoutException or ArgumentException)
        {
            throw new Failure($"The database behind {giver} does not answer ({refused.Message.ReplaceLineEndings(" ")}): check host, port, database, user and password.", refused);
        }
    }
}
