using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Infrastructure.Persistence;

/// <summary>Locks due work in PostgreSQL, past rows that others have locked.</summary>
internal sealed class WorkClaims(UnionDbContext context, ITenantContext tenant) : IWorkClaims
{
    private Guid District => tenant.RequireCaller().DistrictId.Value;

    public async Task<IReadOnlyList<Guid>> LockEventsAsync(int most, CancellationToken cancellationToken) =>
        await context.Database.SqlQuery<Guid>(
            $"""SELECT id AS "Value" FROM outbox_messages WHERE district_id = {District} AND delivered_at IS NULL ORDER BY id LIMIT {most} FOR UPDATE SKIP LOCKED""")
            .ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<DeliveryId>> LockDeliveriesAsync(DateTimeOffset now, int most, CancellationToken cancellationToken) =>
        [.. (await context.Database.SqlQuery<Guid>(
            $"""SELECT id AS "Value" FROM deliveries WHERE district_id = {District} AND next_attempt_at <= {now} ORDER BY next_attempt_at, id LIMIT {most} FOR UPDATE SKIP LOCKED""")
            .ToListAsync(cancellationToken)).Select(id => new DeliveryId(id))];

    public async Task<IReadOnlyList<WebhookDeliveryId>> LockWebhookDeliveriesAsync(DateTimeOffset now, int most, CancellationToken cancellationToken) =>
        [.. (await context.Database.SqlQuery<Guid>(
            $"""SELECT id AS "Value" FROM webhook_deliveries WHERE district_id = {District} AND next_attempt_at <= {now} ORDER BY next_attempt_at, id LIMIT {most} FOR UPDATE SKIP LOCKED""")
            .ToListAsync(cancellationToken)).Select(id => new WebhookDeliveryId(id))];
}
