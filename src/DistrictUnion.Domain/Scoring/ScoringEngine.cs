namespace DistrictUnion.Domain.Scoring;

/// <summary>
/// Scores one school under one scheme version: facts in, scorecard out. Pure; the same input gives the same result to the last
/// digit, whatever the order of branches, facts and events (scoring semantics, sections 2–4).
/// </summary>
public static class ScoringEngine
{
    /// <summary>Scores a school.</summary>
    public static ScoreResult Score(CompiledScheme scheme, ScoringInput input)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        ArgumentNullException.ThrowIfNull(input);
        return new ScoringRun(scheme, input, recorder: null).Score();
    }

    /// <summary>Scores a school and tells how every number came about.</summary>
    public static ScoreExplanation Explain(CompiledScheme scheme, ScoringInput input)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        ArgumentNullException.ThrowIfNull(input);
        var recorder = new ExplanationRecorder(scheme, input);
        return recorder.Explain(new ScoringRun(scheme, input, recorder).Score());
    }
}
