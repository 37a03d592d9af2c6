using System.Globalization;
using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Schemes;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Evaluations;
using DistrictUnion.Domain.Rounds;
using DistrictUnion.Domain.Scoring;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Evaluations;

/// <summary>What a form is made of, and read against.</summary>
/// <param name="Round">Round.</param>
/// <param name="Evaluation">The evaluation as stored; null before anything was typed. It isn't tracked.</param>
/// <param name="Content">What the caller may see of it.</param>
/// <param name="Scheme">Scheme of the round.</param>
/// <param name="Identity">What the form is of.</param>
internal sealed record EvaluationFormBasis(
    AssessmentRound Round, SelfEvaluation? Evaluation, EvaluationContent Content, CompiledScheme Scheme, FormIdentity Identity)
{
    private const string VersionName = "evaluationVersion";

    /// <summary>Name of the round.</summary>
    public string RoundName => Round.Name;

    /// <summary>Version of the evaluation; 0 before anything was typed.</summary>
    public string Version => (Evaluation?.Version ?? 0).ToString(CultureInfo.InvariantCulture);

    /// <summary>What the form says of itself.</summary>
    public IReadOnlyList<(string Name, string Value)> Properties(string sheet, string awardsSheet) =>
    [
        ("form", "self-evaluation"), ("layout", FormRecord.Layout), .. Identifying.Select(p => (p.Name, p.Value)), (VersionName, Version), ("sheet", sheet), ("awardsSheet", awardsSheet),
    ];

    /// <summary>What must be the same for a form to be this one's, and how it is told where it isn't.</summary>
    public IReadOnlyList<(string Name, string Value, string Code)> Identifying =>
    [
        ("district", Identity.District, "form.otherSchool"),
        ("round", Identity.Round, "form.otherRound"),
        ("school", Identity.School, "form.otherSchool"),
        ("scheme", Identity.Scheme, "form.otherVersion"),
        ("version", Identity.Version.ToString(CultureInfo.InvariantCulture), "form.otherVersion"),
    ];

    /// <summary>Whether the evaluation was changed since a form was handed out.</summary>
    public bool ChangedSince(IReadOnlyDictionary<string, string> properties) => properties.GetValueOrDefault(VersionName) != Version;
}

/// <summary>Finds what forms are made of.</summary>
internal sealed class EvaluationForms(IUnionDb db, ITenantContext tenant, SchemeCatalogue schemes)
{
    /// <summary>What the form of a school in a round is made of; a round that pins no scheme yet refuses with its state.</summary>
    public async Task<Result<EvaluationFormBasis>> FindAsync(RoundId roundId, SchoolId schoolId, CancellationToken cancellationToken)
    {
        var round = await db.Rounds.AsNoTracking().SingleAsync(r => r.Id == roundId, cancellationToken);
        if (round.SchemeVersionId is not { } version)
            return round.Refusal("round.notOpen");
        var evaluation = await db.SelfEvaluations.AsNoTracking().SingleOrDefaultAsync(e => e.RoundId == roundId && e.SchoolId == schoolId, cancellationToken);
        var school = await db.Schools.AsNoTracking().Where(s => s.Id == schoolId).Select(s => s.Code).SingleAsync(cancellationToken);
        var number = await db.SchemeVersions.AsNoTracking().Where(v => v.Id == version).Select(v => v.Number).SingleAsync(cancellationToken);
        var scheme = await schemes.GetAsync(version, cancellationToken);
        var caller = tenant.RequireCaller();
        return new EvaluationFormBasis(
            round,
            evaluation,
            evaluation is null ? new EvaluationContent() : EvaluationViews.SeenBy(caller, evaluation),
            scheme,
            new FormIdentity(caller.DistrictCode, round.Code, school, scheme.Definition.Code, number));
    }
}
