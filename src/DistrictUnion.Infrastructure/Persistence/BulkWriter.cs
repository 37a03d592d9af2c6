using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace DistrictUnion.Infrastructure.Persistence;

/// <summary>
/// Copies rows into a temporary table and merges them from there: COPY into a table under policies is refused, and the policies
/// then judge every merged row.
/// </summary>
internal sealed class BulkWriter(UnionDbContext context, ITenantContext tenant) : IBulkWriter
{
    private const string Staging = "du_bulk";

    public Task UpsertAsync<T>(IReadOnlyCollection<T> rows, CancellationToken cancellationToken)
        where T : class, ITenantOwned, IKeepsOwnHistory => WriteAsync(rows, MergeOf, cancellationToken);

    public Task AddMissingAsync<T>(IReadOnlyCollection<T> rows, CancellationToken cancellationToken)
        where T : class, ITenantOwned => WriteAsync(rows, (_, _) => " ON CONFLICT DO NOTHING", cancellationToken);

    private async Task WriteAsync<T>(IReadOnlyCollection<T> rows, Func<IEntityType, List<Column>, string> mergeOf, CancellationToken cancellationToken)
        where T : class, ITenantOwned
    {
        if (rows.Count == 0)
            return;
        if (rows.FirstOrDefault(r => r.DistrictId != tenant.DistrictId) is { } foreign)
            throw new InvalidOperationException($"A {foreign.GetType().Name} of another district can't be written.");
        var type = context.Model.FindEntityType(typeof(T)) ?? throw new InvalidOperationException($"{typeof(T).Name} isn't stored.");
        var columns = type.GetProperties().Select(p => new Column(p)).ToList();
        var transaction = context.Database.CurrentTransaction?.GetDbTransaction() as NpgsqlTransaction
            ?? throw new InvalidOperationException("Rows are written in bulk within a transaction.");
        var connection = transaction.Connection!;
        var (table, names) = (Quoted(type.GetTableName()!), string.Join(", ", columns.Select(c => Quoted(c.Name))));
        await ExecuteAsync(connection, transaction, $"CREATE TEMPORARY TABLE {Staging} (LIKE {table})", cancellationToken);
        await using (var copy = await connection.BeginBinaryImportAsync($"COPY {Staging} ({names}) FROM STDIN (FORMAT BINARY)", cancellationToken))
        {
            foreach (var row in rows)
            {
                await copy.StartRowAsync(cancellationToken);
                foreach (var column in columns)
                {
                    if (column.ValueOf(row) is { } value)
                        await copy.WriteAsync(value, column.Type, cancellationToken);
                    else
                        await copy.WriteNullAsync(cancellationToken);
                }
            }

            await copy.CompleteAsync(cancellationToken);
        }

        await ExecuteAsync(
            connection, transaction, $"INSERT INTO {table} ({names}) SELECT {names} FROM {Staging}{mergeOf(type, columns)}; DROP TABLE {Staging}", cancellationToken);
    }

    /// <summary>What is only ever added to has no row to replace, and the service has no right to.</summary>
    private static string MergeOf(IEntityType type, List<Column> columns)
    {
        if (typeof(IAppendOnly).IsAssignableFrom(type.ClrType))
            return "";
        var key = type.FindPrimaryKey()!.Properties;
        var changes = columns.Where(c => !key.Contains(c.Property)).Select(c => $"{Quoted(c.Name)} = excluded.{Quoted(c.Name)}");
        return $" ON CONFLICT ({string.Join(", ", key.Select(k => Quoted(k.GetColumnName())))}) DO UPDATE SET {string.Join(", ", changes)}";
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, string sql, CancellationToken cancellationToken)
    {
        // The names come from the model, never from a request.
#pragma warning disable CA2100
        await using var command = new NpgsqlCommand(sql, connection, transaction);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>A column with the way from an entity to what the database stores.</summary>
    private sealed class Column
    {
        private readonly Func<object, object?> read;

        public Column(IProperty property)
        {
            var mapping = property.GetRelationalTypeMapping();
            var getter = property.GetGetter();
            var convert = mapping.Converter?.ConvertToProvider;
            (Property, Name) = (property, property.GetColumnName());
            Type = mapping.StoreType.Split('(')[0];
            read = convert is null ? getter.GetClrValue : entity => getter.GetClrValue(entity) is { } value ? convert(value) : null;
        }

        public IProperty Property { get; }

        public string Name { get; }

        /// <summary>The store's name of the type, without its length.</summary>
        public string Type { get; }

        public object? ValueOf(object entity) => read(entity);
    }
}
