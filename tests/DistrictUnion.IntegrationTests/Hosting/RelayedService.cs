using Npgsql;

namespace DistrictUnion.IntegrationTests.Hosting;

/// <summary>A service whose database can be taken away.</summary>
public sealed class RelayedService : TestService
{
    private Relay? relay;

    /// <inheritdoc/>
    public override string AppConnection
    {
        get
        {
            var direct = new NpgsqlConnectionStringBuilder(base.AppConnection);
            relay ??= new Relay(direct.Host!, direct.Port);
            (direct.Host, direct.Port, direct.Timeout) = ("127.0.0.1", relay.Port, 5);
            return direct.ConnectionString;
        }
    }

    /// <summary>Takes the database away.</summary>
    public void TakeDatabaseAway() => relay!.PullOut();

    /// <summary>Brings it back.</summary>
    public void BringDatabaseBack() => relay!.PutBack();
}
