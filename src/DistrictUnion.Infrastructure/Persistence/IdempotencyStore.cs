using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using Npgsql;

namespace DistrictUnion.Infrastructure.Persistence;

/// <summary>Idempotency keys in PostgreSQL: the unique key decides which of many parallel repeats is the first.</summary>
internal sealed class IdempotencyStore(NpgsqlDataSource source, IDatabaseDialect dialect, TimeProvider clock) : IIdempotencyStore
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    /// <summary>A claim without an answer for so long was left by a service that died.</summary>
    private static readonly TimeSpan Abandoned = TimeSpan.FromMinutes(2);

    public async Task<IdempotencyState> ClaimAsync(
        DistrictId district, UserId user, string key, byte[] requestHash, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var command = Command(connection, transaction, district, user, key);
        var now = clock.GetUtcNow();
        command.Parameters.AddWithValue("hash", requestHash);
        command.Parameters.AddWithValue("now", now);
        command.Parameters.AddWithValue("expired", now - Kept);
        command.Parameters.AddWithValue("abandoned", now - Abandoned);
        command.CommandText = dialect.SetTenantSql;
        await command.ExecuteNonQueryAsync(cancellationToken);
        command.CommandText =
            """
            INSERT INTO idempotency_records AS r (district_id, user_id, key, request_hash, at) VALUES (@districtId, @user, @key, @hash, @now)
            ON CONFLICT (district_id, user_id, key) DO UPDATE SET request_hash = @hash, at = @now, status = NULL, headers = NULL, body = NULL
                WHERE r.at < @expired OR (r.status IS NULL AND r.at < @abandoned)
            """;
        if (await command.ExecuteNonQueryAsync(cancellationToken) == 1)
        {
            await transaction.CommitAsync(cancellationToken);
            return new IdempotencyState(true, true, null);
        }

        command.CommandText =
            "SELECT request_hash, status, headers, body FROM idempotency_records WHERE district_id = @districtId AND user_id = @user AND key = @key";
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken))
            return new IdempotencyState(false, true, null);
        var same = reader.GetFieldValue<byte[]>(0).AsSpan().SequenceEqual(requestHash);
        var answer = await reader.IsDBNullAsync(1, cancellationToken)
            ? null
            : new KeptAnswer(reader.GetInt32(1), reader.GetString(2), reader.GetFieldValue<byte[]>(3));
        return new IdempotencyState(false, same, answer);
    }

    public async Task SettleAsync(DistrictId district, UserId user, string key, KeptAnswer? answer, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var command = Command(connection, transaction, district, user, key);
        command.CommandText = dialect.SetTenantSql;
        await command.ExecuteNonQueryAsync(cancellationToken);
        command.CommandText = answer is null
            ? "DELETE FROM idempotency_records WHERE district_id = @districtId AND user_id = @user AND key = @key"
            : "UPDATE idempotency_records SET status = @status, headers = @headers, body = @body WHERE district_id = @districtId AND user_id = @user AND key = @key";
        if (answer is not null)
        {
            command.Parameters.AddWithValue("status", answer.Status);
            command.Parameters.AddWithValue("headers", answer.Headers);
            command.Parameters.AddWithValue("body", answer.Body);
        }

        await command.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, NpgsqlTransaction transaction, DistrictId district, UserId user, string key)
    {
        var command = new NpgsqlCommand { Connection = connection, Transaction = transaction };
        command.Parameters.AddWithValue("district", district.Value.ToString());
        command.Parameters.AddWithValue("school", "");
        command.Parameters.AddWithValue("districtId", district.Value);
        command.Parameters.AddWithValue("user", user.Value);
        command.Parameters.AddWithValue("key", key);
        return command;
    }
}
