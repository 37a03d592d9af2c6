using DistrictUnion.Application.Common;
using DistrictUnion.Application.Evaluations;
using DistrictUnion.Application.Imports;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Reports;
using DistrictUnion.Application.Reviews;
using DistrictUnion.Application.Rounds;
using DistrictUnion.Domain.Accounts;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Evaluations;
using DistrictUnion.Domain.Organisation;
using DistrictUnion.Domain.Reports;
using DistrictUnion.Domain.Rounds;
using DistrictUnion.Domain.Scoring;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Infrastructure.Seeding;

/// <summary>Loads the rounds of a demo district: everything that people did in them, as them and at their time.</summary>
internal sealed class RoundSeeder(SeedDistrict district)
{
    private Dictionary<string, SchoolId> schools = [];
    private Dictionary<string, Branch> branches = [];
    private Dictionary<string, UserAccount> people = [];

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        (schools, branches, people) = await district.ReadAsync(
            async db => (
                await db.Schools.ToDictionaryAsync(s => s.Code, s => s.Id, cancellationToken),
                await db.Branches.AsNoTracking().Include(b => b.Affiliations).ToDictionaryAsync(b => b.Code, cancellationToken),
                await db.Users.AsNoTracking().Include(u => u.Posts).ToDictionaryAsync(u => u.UserName, cancellationToken)),
            cancellationToken);
        foreach (var row in district.Files.Read("rounds.csv"))
            await LoadRoundAsync(row, cancellationToken);
        district.Clock.StandAt(null);
    }

    private static DueMoment? DueOf(SeedRow row, string column) => row.Optional(column) switch
    {
        null => null,
        { Length: 10 } => new DueMoment(Deadline.EndOf(row.Date(column))),
        _ => new DueMoment(row.Instant(column)!.Value),
    };

    private async Task LoadRoundAsync(SeedRow row, CancellationToken cancellationToken)
    {
        var code = row.Text("code");
        var known = await district.ReadAsync(db => db.Rounds.AsNoTracking().SingleOrDefaultAsync(r => r.Code == code, cancellationToken), cancellationToken);
        var published = row.Instant("publishedAt");
        if (known is { State: RoundState.Published } or { State: RoundState.Closed } && published is not null)
            return;
        if (known is null)
        {
            district.Clock.StandAt(row.Instant("openedAt"));
            var stages = row.List("stages");
            var input = new RoundInput(
                row.Text("name"),
                row.Text("scheme"),
                new WindowView(row.Date("windowFrom"), row.Date("windowTo")),
                DueOf(row, "dueAt") ?? throw row.Wrong("dueAt", "is empty"),
                null,
                DueOf(row, "closesAt"),
                row.OptionalWord<DueShift>("dueShift") ?? DueShift.None,
                stages.Count == 0 ? null : new RoundScope { Stages = [.. stages.Select(s => Enum.Parse<SchoolStage>(s, ignoreCase: true))] },
                row.OptionalWord<RoundKind>("kind") ?? RoundKind.Annual);
            row.Take(await district.SendAsync(district.System, new PutRound(code, null, input, default), cancellationToken));
            known = await district.ReadAsync(db => db.Rounds.AsNoTracking().SingleAsync(r => r.Code == code, cancellationToken), cancellationToken);
        }

        if (known.State == RoundState.Planned)
            row.Take(await district.SendAsync(district.System, new DecideRound(known.Id, RoundStep.Open, null, Precondition.Any), cancellationToken));
        await LoadReportsAsync(code, known, cancellationToken);
        await LoadEvaluationsAsync(code, known.Id, cancellationToken);
        await LoadDistrictFactsAsync(code, known.Id, cancellationToken);
        await LoadReviewsAsync(code, known.Id, cancellationToken);
        foreach (var tie in district.Files.Read("tie-resolutions.csv").Where(r => r.Text("round") == code))
        {
            if (await district.ReadAsync(db => db.TieResolutions.AnyAsync(t => t.RoundId == known.Id, cancellationToken), cancellationToken))
                break;
            tie.Take(await district.SendAsync(
                Officer(), new ResolveTie(known.Id, new TieResolutionInput(tie.List("schools"), tie.Text("reason")), Precondition.Any), cancellationToken));
        }

        if (published is null)
            return;
        district.Clock.StandAt(row.Instant("closedAt"));
        row.Take(await district.SendAsync(Officer(), new DecideRound(known.Id, RoundStep.Close, null, Precondition.Any), cancellationToken));
        district.Clock.StandAt(published);
        var visibility = row.OptionalWord<RoundVisibility>("visibility") ?? RoundVisibility.OwnCard;
        row.Take(await district.SendAsync(
            Officer(), new PublishRound(known.Id, new PublishInput(visibility, visibility == RoundVisibility.Top ? 10 : null), Precondition.Any), cancellationToken));
    }

    private async Task LoadReportsAsync(string code, AssessmentRound round, CancellationToken cancellationToken)
    {
        var done = await district.ReadAsync(
            db => db.BranchReports.Where(r => r.RoundId == round.Id).ToDictionaryAsync(r => r.BranchId, r => r.State, cancellationToken), cancellationToken);
        var facts = district.Files.Read("report-facts.csv").Where(r => r.Text("round") == code).ToLookup(r => r.Text("branch"));
        var events = district.Files.Read("report-events.csv").Where(r => r.Text("round") == code).ToLookup(r => r.Text("branch"));
        foreach (var row in district.Files.Read("reports.csv").Where(r => r.Text("round") == code))
        {
            var branch = branches.TryGetValue(row.Text("branch"), out var found) ? found : throw row.Wrong("branch", "is unknown");
            var wanted = row.Word<ReportState>("state");
            if (done.TryGetValue(branch.Id, out var state) && state == wanted)
                continue;
            district.Clock.StandAt(row.Instant("submittedAt") ?? round.OpenedAt);
            var school = branch.SchoolOn(round.WindowTo) ?? branch.SchoolsWithin(round.WindowFrom, round.WindowTo)[0];
            var chair = Chair(school) ?? throw row.Wrong("branch", "has a school without a chair");
            var content = new ReportContent(
                facts[branch.Code].ToDictionary(f => f.Text("fact"), f => f.Json("value"), StringComparer.Ordinal),
                [.. events[branch.Code].Select(e => new EventInput(e.Text("code"), e.Text("fact"), e.Date("date"), e.Number("value"), e.Optional("note")))],
                facts[branch.Code].Where(f => f.Optional("note") is not null).ToDictionary(f => f.Text("fact"), f => f.Text("note"), StringComparer.Ordinal));
            var precondition = done.ContainsKey(branch.Id) ? Precondition.Any : default;
            if (!done.ContainsKey(branch.Id))
                row.Take(await district.SendAsync(chair, new WriteReport(round.Id, school, branch.Id, content, precondition), cancellationToken));
            if (wanted == ReportState.Draft)
                continue;
            if (state == ReportState.Draft)
                row.Take(await district.SendAsync(chair, Step(ReportStep.Submit, null), cancellationToken));
            if (wanted != ReportState.Submitted)
                row.Take(await district.SendAsync(chair, Step(wanted == ReportState.Accepted ? ReportStep.Accept : ReportStep.Return, "数据待核实，请补充"), cancellationToken));

            DecideReport Step(ReportStep step, string? reason) => new(round.Id, school, branch.Id, step, step == ReportStep.Return ? reason : null, Precondition.Any);
        }
    }

    private async Task LoadEvaluationsAsync(string code, RoundId round, CancellationToken cancellationToken)
    {
        var done = await district.ReadAsync(
            db => db.SelfEvaluations.Where(e => e.RoundId == round).ToDictionaryAsync(e => e.SchoolId, e => e.State, cancellationToken), cancellationToken);
        var facts = district.Files.Read("evaluation-facts.csv").Where(r => r.Text("round") == code).ToLookup(r => r.Text("school"));
        var claims = district.Files.Read("claims.csv").Where(r => r.Text("round") == code).ToLookup(r => r.Text("school"));
        foreach (var row in district.Files.Read("evaluations.csv").Where(r => r.Text("round") == code))
        {
            var school = SchoolOf(row);
            if (done.TryGetValue(school, out var state) && (state != EvaluationState.Draft || row.Text("state") != "submitted"))
                continue;
            district.Clock.StandAt(row.Instant("submittedAt"));
            var chair = Chair(school) ?? throw row.Wrong("school", "has no chair");
            var content = new EvaluationContent(
                facts[row.Text("school")].ToDictionary(f => f.Text("fact"), f => f.Json("value"), StringComparer.Ordinal),
                claims[row.Text("school")].ToDictionary(c => c.Text("node"), c => c.Number("claim"), StringComparer.Ordinal),
                [.. row.List("notApplicable")],
                null,
                facts[row.Text("school")].Where(f => f.Optional("note") is not null).ToDictionary(f => f.Text("fact"), f => f.Text("note"), StringComparer.Ordinal));
            if (!done.ContainsKey(school))
                row.Take(await district.SendAsync(chair, new WriteEvaluation(round, school, content, default), cancellationToken));
            if (row.Text("state") != "draft")
                row.Take(await district.SendAsync(chair, new DecideEvaluation(round, school, EvaluationStep.Submit, null, Precondition.Any), cancellationToken));
            if (row.Text("state") == "returned")
                row.Take(await district.SendAsync(Officer(), new DecideEvaluation(round, school, EvaluationStep.Return, "佐证不足，请补充", Precondition.Any), cancellationToken));
        }
    }

    private async Task LoadDistrictFactsAsync(string code, RoundId round, CancellationToken cancellationToken)
    {
        var rows = district.Files.Read("district-facts.csv").Where(r => r.Text("round") == code).ToList();
        if (rows.Count == 0 || await district.ReadAsync(db => db.SchoolFacts.AnyAsync(f => f.RoundId == round && f.Route == FactRoute.Import, cancellationToken), cancellationToken))
            return;
        var facts = rows.Select(r => new FactRow(r.Text("school"), r.Text("fact"), r.Json("value"))).ToList();
        var report = rows[0].Take(await district.SendAsync(Officer(), new ImportFacts(round, ImportLines.Of(facts), ImportMode.Atomic, false), cancellationToken));
        if (report.Rows.FirstOrDefault(r => r.Status == ImportRowStatus.Rejected) is { } refused)
            throw rows[refused.Row - 1].Wrong(refused.Field!, $"was refused ({refused.Code})");
    }

    private async Task LoadReviewsAsync(string code, RoundId round, CancellationToken cancellationToken)
    {
        var done = (await district.ReadAsync(
            db => db.SchoolReviews.Where(r => r.RoundId == round).Select(r => new { r.SchoolId, r.Level }).ToListAsync(cancellationToken), cancellationToken)).ToHashSet();
        var reviews = district.Files.Read("reviews.csv").Where(r => r.Text("round") == code)
            .GroupBy(r => (School: r.Text("school"), Level: r.Word<ReviewLevel>("level"), By: r.Text("by")));
        foreach (var rows in reviews)
        {
            var school = SchoolOf(rows.First());
            if (done.Contains(new { SchoolId = school, rows.Key.Level }))
                continue;
            var listed = rows.Where(r => r.Optional("node") is null).ToList();
            var input = new Application.Reviews.ReviewInput(
                rows.Key.Level,
                [.. rows.Where(r => r.Optional("node") is not null).Select(r => new LeafScoreInput(r.Text("node"), r.Number("score"), r.Text("reason")))],
                null,
                listed.Count == 0 ? null : [.. listed.SelectMany(r => r.List("notApplicable"))]);
            var by = Holder(rows.Key.By, rows.First());
            rows.First().Take(await district.SendAsync(by, new ReviewSchool(round, school, input, Precondition.Any), cancellationToken));
        }
    }

    private SchoolId SchoolOf(SeedRow row) => schools.TryGetValue(row.Text("school"), out var id) ? id : throw row.Wrong("school", "is unknown");

    private Caller? Chair(SchoolId school) => people.Values
        .SelectMany(u => u.Posts.Where(p => p.Role == Role.SchoolChair && p.SchoolId == school).Select(p => CallerOf(u, p))).FirstOrDefault();

    private Caller Officer() => people.Values
        .SelectMany(u => u.Posts.Where(p => p.Role == Role.DistrictOfficer).Select(p => CallerOf(u, p))).FirstOrDefault() ?? district.System;

    private Caller Holder(string userName, SeedRow row)
    {
        var user = people.TryGetValue(userName, out var found) ? found : throw row.Wrong("by", "is unknown");
        var post = user.Posts.FirstOrDefault(p => p.Role is Role.ZoneLead or Role.DistrictOfficer or Role.DistrictAdmin) ?? throw row.Wrong("by", "reviews nothing");
        return CallerOf(user, post);
    }

    private Caller CallerOf(UserAccount user, Post post) =>
        district.Person(user.Id, user.UserName, new CallerPost(post.Id, post.Role, post.ZoneId, post.SchoolId, post.BranchId));
}
