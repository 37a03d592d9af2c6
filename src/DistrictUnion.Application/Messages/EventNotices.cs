using DistrictUnion.Application.Common;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Accounts;
using DistrictUnion.Domain.Auditing;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Evaluations;
using DistrictUnion.Domain.Messages;
using DistrictUnion.Domain.Reports;
using DistrictUnion.Domain.Rounds;
using DistrictUnion.Domain.Titles;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Messages;

/// <summary>
/// What people are told of events: a school that its evaluation came back or that it got a title, a branch lead that a report came
/// back, everybody who takes part that results are public. Whoever holds the post today is told.
/// </summary>
internal sealed class EventNotices(IUnionDb db, TimeProvider clock)
{
    /// <summary>The messages of events, in a fixed number of statements.</summary>
    public async Task<IReadOnlyList<OutgoingMessage>> OfAsync(IReadOnlyList<OutboxMessage> events, CancellationToken cancellationToken)
    {
        var returned = Read<EvaluationReturned>(events);
        var reports = Read<ReportReturned>(events);
        var published = Read<RoundPublished>(events);
        var conferred = Read<TitleConferred>(events);
        if (returned.Count + reports.Count + published.Count + conferred.Count == 0)
            return [];
        var roundIds = returned.Select(r => r.Body.Round).Concat(reports.Select(r => r.Body.Round)).Distinct().ToList();
        var roundCodes = published.Select(p => p.Body.Round).ToList();
        var rounds = await db.Rounds.AsNoTracking().Where(r => roundIds.Contains(r.Id) || roundCodes.Contains(r.Code)).ToListAsync(cancellationToken);
        var schools = await SchoolsAsync([.. returned.Select(r => r.Body.School), .. conferred.Select(c => c.Body.School)], cancellationToken);
        var branches = await BranchesAsync([.. reports.Select(r => r.Body.Branch)], cancellationToken);
        var posts = await PostsAsync(everySchool: published.Count > 0, [.. schools.Keys], [.. branches.Keys], cancellationToken);
        List<OutgoingMessage> messages = [];
        foreach (var (id, e) in returned)
        {
            var (round, school) = (rounds.Single(r => r.Id == e.Round), schools[e.School]);
            messages.AddRange(posts.Where(p => p.SchoolId == e.School).Select(p => new OutgoingMessage(
                p.UserId, $"event:{id:N}", MessageKind.Decision, Text("evaluationReturned", $"/rounds/{round.Code}/schools/{school.Code}/evaluation", ("round", round.Name), ("reason", e.Reason)))
            {
                Group = new MessageGroup(null, e.School),
            }));
        }

        foreach (var (id, e) in reports)
        {
            var (round, branch) = (rounds.Single(r => r.Id == e.Round), branches[e.Branch]);
            messages.AddRange(posts.Where(p => p.BranchId == e.Branch).Select(p => new OutgoingMessage(
                p.UserId, $"event:{id:N}", MessageKind.Decision, Text("reportReturned", "/", ("round", round.Name), ("branch", branch), ("reason", e.Reason)))));
        }

        foreach (var (id, e) in published)
        {
            var round = rounds.Single(r => r.Code == e.Round);
            messages.AddRange(posts.Where(p => p.Role is Role.SchoolChair or Role.ZoneLead).Select(p => new OutgoingMessage(
                p.UserId, $"event:{id:N}", MessageKind.Publication, Text("rankingPublished", $"/rounds/{round.Code}/ranking", ("round", round.Name)))
            {
                Group = default(MessageGroup),
            }));
        }

        foreach (var (id, e) in conferred)
        {
            messages.AddRange(posts.Where(p => p.SchoolId == e.School && p.Role == Role.SchoolChair).Select(p => new OutgoingMessage(
                p.UserId, $"event:{id:N}", MessageKind.Publication, Text("titleConferred", $"/titles/{Uri.EscapeDataString(e.Number)}/certificate", ("unit", e.UnitName), ("title", e.Title)))
            {
                Group = new MessageGroup(null, e.School),
            }));
        }

        return messages;
    }

    private static List<(Guid Id, T Body)> Read<T>(IReadOnlyList<OutboxMessage> events)
        where T : IDomainEvent => [.. events.Where(e => e.Kind == typeof(T).Name).Select(e => (e.Id, Json.Read<T>(e.Payload)))];

    private static MessageText Text(string code, string link, params ReadOnlySpan<(string Name, string Value)> arguments)
    {
        Dictionary<string, string> byName = new(StringComparer.Ordinal);
        foreach (var (name, value) in arguments)
            byName.Add(name, value);
        return new MessageText(code, byName, link);
    }

    private async Task<Dictionary<SchoolId, (string Code, string Name)>> SchoolsAsync(List<SchoolId> ids, CancellationToken cancellationToken) =>
        (await db.Schools.AsNoTracking().Where(s => ids.Contains(s.Id)).Select(s => new { s.Id, s.Code, s.Name }).ToListAsync(cancellationToken)).ToDictionary(s => s.Id, s => (s.Code, s.Name));

    private async Task<Dictionary<BranchId, string>> BranchesAsync(List<BranchId> ids, CancellationToken cancellationToken) =>
        await db.Branches.AsNoTracking().Where(b => ids.Contains(b.Id)).ToDictionaryAsync(b => b.Id, b => b.Name, cancellationToken);

    private async Task<List<Post>> PostsAsync(bool everySchool, List<SchoolId> schools, List<BranchId> branches, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        return await db.Posts.AsNoTracking().Where(p => p.From <= today && (p.To == null || p.To > today))
            .Where(p => ((p.Role == Role.SchoolChair || p.Role == Role.SchoolClerk) && (everySchool || schools.Contains(p.SchoolId!.Value)))
                || (everySchool && p.Role == Role.ZoneLead)
                || (p.Role == Role.BranchLead && branches.Contains(p.BranchId!.Value)))
            .ToListAsync(cancellationToken);
    }
}
