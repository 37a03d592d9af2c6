using System.Globalization;
using System.Text.Json;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Messages;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Messages;

/// <summary>What came of a run.</summary>
/// <param name="People">People who were told.</param>
public sealed record DigestOutcome(int People);

/// <summary>Tells people by e-mail once a week how much of the last week they haven't read. Whoever has no e-mail address gets none: the inbox shows it anyway.</summary>
internal sealed class DigestJob(IUnionDb db, IUnitOfWork unitOfWork, MessageDesk desk, TimeProvider clock) : IJobHandler
{
    public const string Name = "messages.digest";

    private const int Days = 7;

    public string Kind => Name;

    public async Task<object> RunAsync(JsonElement payload, IJobProgress progress, CancellationToken cancellationToken)
    {
        var told = await unitOfWork.WriteUnauditedAsync(
            async () =>
            {
                var since = clock.GetUtcNow().AddDays(-Days);
                var unread = await db.Messages.AsNoTracking().Where(m => m.InInbox && m.ReadAt == null && m.CreatedAt >= since).GroupBy(m => m.RecipientId)
                    .Select(g => new { Person = g.Key, Count = g.Count() }).ToListAsync(cancellationToken);
                var reachable = (await db.MessagePreferences.AsNoTracking().ToListAsync(cancellationToken))
                    .Where(p => p.Email is { IsUsable: true } && p.ChannelsOf(MessageKind.Digest).Contains(MessageChannel.Email)).Select(p => p.UserId).ToHashSet();
                var week = ISOWeek.GetWeekOfYear(clock.Today().ToDateTime(TimeOnly.MinValue));
                var key = string.Create(CultureInfo.InvariantCulture, $"digest:{ISOWeek.GetYear(clock.Today().ToDateTime(TimeOnly.MinValue))}-{week}");
                return (Result<int>)await desk.PostAsync(
                    [.. unread.Where(u => reachable.Contains(u.Person)).Select(u => new OutgoingMessage(
                        u.Person,
                        key,
                        MessageKind.Digest,
                        new MessageText("digest", new Dictionary<string, string> { ["count"] = u.Count.ToString(CultureInfo.InvariantCulture) }, "/inbox"))
                    {
                        Only = MessageChannel.Email,
                    })],
                    cancellationToken);
            },
            cancellationToken);
        await progress.ReportAsync(told.Value, told.Value, cancellationToken);
        return new DigestOutcome(told.Value);
    }
}
