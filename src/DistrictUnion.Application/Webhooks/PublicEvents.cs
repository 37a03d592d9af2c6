using DistrictUnion.Application.Common;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Evaluations;
using DistrictUnion.Domain.Obligations;
using DistrictUnion.Domain.Reports;
using DistrictUnion.Domain.Rounds;
using DistrictUnion.Domain.Schemes;
using DistrictUnion.Domain.Titles;

namespace DistrictUnion.Application.Webhooks;

/// <summary>What an event is about, before identifiers became business codes.</summary>
/// <param name="Href">Path of the resource below <c>/api/v1</c>, with codes in braces.</param>
public sealed record EventSubject(string Href)
{
    /// <summary>Round by its identifier.</summary>
    public RoundId? Round { get; init; }

    /// <summary>School by its identifier.</summary>
    public SchoolId? School { get; init; }

    /// <summary>Branch by its identifier.</summary>
    public BranchId? Branch { get; init; }

    /// <summary>Codes and words that are known already. Never anything about a person.</summary>
    public IReadOnlyDictionary<string, string> Codes { get; init; } = new Dictionary<string, string>();
}

/// <summary>A type of event that other systems may subscribe to.</summary>
/// <param name="Type">Public name, which never changes.</param>
/// <param name="Source">Domain event that it tells of.</param>
/// <param name="Read">Reads a stored event.</param>
public sealed record PublicEvent(string Type, Type Source, Func<string, EventSubject> Read);

/// <summary>Every type of event that other systems may subscribe to, and what each tells. An aggregate's events join by a line here.</summary>
public static class PublicEvents
{
    private const string EvaluationPath = "rounds/{round}/schools/{school}/self-evaluation";

    private const string ObligationPath = "obligations/{obligation}";

    /// <summary>The types.</summary>
    public static IReadOnlyList<PublicEvent> All { get; } =
    [
        Of<EvaluationSubmitted>("evaluation.submitted", e => new EventSubject(EvaluationPath) { Round = e.Round, School = e.School }),
        Of<EvaluationReturned>("evaluation.returned", e => new EventSubject(EvaluationPath) { Round = e.Round, School = e.School }),
        Of<EvaluationReviewed>("review.completed", e => new EventSubject("rounds/{round}/schools/{school}/review") { Round = e.Round, School = e.School, Codes = Codes(("level", Words.Camel(e.Level))) }),
        Of<ReportSubmitted>("report.submitted", e => new EventSubject("rounds/{round}") { Round = e.Round, Branch = e.Branch }),
        Of<ReportReturned>("report.returned", e => new EventSubject("rounds/{round}") { Round = e.Round, Branch = e.Branch }),
        Of<RoundOpened>("round.opened", e => new EventSubject("rounds/{round}") { Codes = Codes(("round", e.Round)) }),
        Of<RoundClosed>("round.closed", e => new EventSubject("rounds/{round}") { Codes = Codes(("round", e.Round)) }),
        Of<RoundPublished>("ranking.published", e => new EventSubject("rounds/{round}/ranking") { Codes = Codes(("round", e.Round), ("visibility", Words.Camel(e.Visibility))) }),
        Of<RoundReopened>("round.reopened", e => new EventSubject("rounds/{round}") { Codes = Codes(("round", e.Round)) }),
        Of<SchemePublished>("scheme.published", e => new EventSubject("schemes/{scheme}/versions/{version}") { Codes = Codes(("scheme", e.Scheme), ("version", $"{e.Version}")) }),
        Of<TitleConferred>("title.conferred", e => new EventSubject("titles/{title}") { School = e.School, Codes = Codes(("title", e.Number), ("tier", e.Tier)) }),
        Of<TitleEnded>("title.ended", e => new EventSubject("titles/{title}") { School = e.School, Codes = Codes(("title", e.Number), ("state", Words.Camel(e.State))) }),
        Of<ObligationOpened>("obligation.opened", e => new EventSubject(ObligationPath) { Codes = Codes(("obligation", e.Obligation), ("template", e.Template), ("unit", e.Unit)) }),
        Of<ObligationsOpened>("obligations.opened", e => new EventSubject("obligations?template={template}") { Codes = Codes(("template", e.Template), ("count", $"{e.Count}")) }),
        Of<ObligationFulfilled>("obligation.fulfilled", e => new EventSubject(ObligationPath) { Codes = Codes(("obligation", e.Obligation), ("template", e.Template), ("unit", e.Unit), ("on", $"{e.On:yyyy-MM-dd}")) }),
        Of<ObligationReopened>("obligation.reopened", e => new EventSubject(ObligationPath) { Codes = Codes(("obligation", e.Obligation), ("template", e.Template), ("unit", e.Unit)) }),
        Of<ObligationOverdue>("obligation.overdue", e => new EventSubject(ObligationPath) { Codes = Codes(("obligation", e.Obligation), ("template", e.Template), ("unit", e.Unit), ("dueOn", $"{e.DueOn:yyyy-MM-dd}")) }),
        Of<ObligationWaived>("obligation.waived", e => new EventSubject(ObligationPath) { Codes = Codes(("obligation", e.Obligation), ("template", e.Template), ("unit", e.Unit)) }),
    ];

    private static readonly Dictionary<string, PublicEvent> BySource = All.ToDictionary(e => e.Source.Name, StringComparer.Ordinal);

    /// <summary>The public event of a stored one; null: it stays inside.</summary>
    public static PublicEvent? Find(string source) => BySource.GetValueOrDefault(source);

    private static PublicEvent Of<T>(string type, Func<T, EventSubject> subject)
        where T : IDomainEvent => new(type, typeof(T), payload => subject(Json.Read<T>(payload)));

    private static Dictionary<string, string> Codes(params ReadOnlySpan<(string Name, string Value)> codes)
    {
        Dictionary<string, string> byName = new(StringComparer.Ordinal);
        foreach (var (name, value) in codes)
            byName.Add(name, value);
        return byName;
    }
}
