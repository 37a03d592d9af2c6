using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Organisation;
using DistrictUnion.Domain.Scoring;

namespace DistrictUnion.Domain.Scorecards;

/// <summary>
/// The stored result of one school in one round: derived, one row. Points are hundredths in whole numbers; all node values
/// stand in one column in the compiled order of the scheme version.
/// </summary>
public sealed class Scorecard : ISchoolOwned, IDerived
{
    private Scorecard()
    {
    }

    /// <inheritdoc/>
    public DistrictId DistrictId { get; private set; }

    /// <summary>Round.</summary>
    public RoundId RoundId { get; private set; }

    /// <inheritdoc/>
    public SchoolId SchoolId { get; private set; }

    /// <summary>Code of the school, the last resort of every order.</summary>
    public string SchoolCode { get; private set; } = "";

    /// <summary>Zone that the school counts in.</summary>
    public ZoneId ZoneId { get; private set; }

    /// <summary>Stage that the school is ranked in where the scheme groups by stage.</summary>
    public SchoolStage Stage { get; private set; }

    /// <summary>Union members that weigh the school.</summary>
    public int Members { get; private set; }

    /// <summary>Total, hundredths of a point.</summary>
    public long Total { get; private set; }

    /// <summary>Base, hundredths.</summary>
    public long Base { get; private set; }

    /// <summary>Bonus, hundredths.</summary>
    public long Bonus { get; private set; }

    /// <summary>Late deduction, hundredths.</summary>
    public long Late { get; private set; }

    /// <summary>The school's own total, hundredths; null when nothing is handed in.</summary>
    public long? SelfTotal { get; private set; }

    /// <summary>Outcome.</summary>
    public Outcome Outcome { get; private set; }

    /// <summary>Grade code; null unless qualified.</summary>
    public string? Grade { get; private set; }

    /// <summary>Order inside a tie: ordinal descending order of this text is the exact order of the tie chain.</summary>
    public string TieKey { get; private set; } = "";

    /// <summary>Place that people decided inside a tie which the chain leaves open, from 1; null: none.</summary>
    public int? TiePosition { get; private set; }

    /// <summary>Codes of the vetoes that were triggered.</summary>
    public IReadOnlyList<string> Vetoes { get; private set; } = [];

    /// <summary>All node values (<see cref="NodeValues"/>).</summary>
    public string Nodes { get; private set; } = "";

    /// <summary>Counts recomputations that changed something, from 0.</summary>
    public long Revision { get; private set; }

    /// <summary>What the numbers were computed from, as JSON, since the round closed; null while it is open.</summary>
    public string? FrozenInput { get; private set; }

    /// <summary>A scorecard of a school that handed in nothing yet.</summary>
    public static Scorecard For(DistrictId district, RoundId round, SchoolId school) =>
        new() { DistrictId = district, RoundId = round, SchoolId = school };

    /// <summary>Takes over a result; true when any stored value changes.</summary>
    public bool Take(ScoreResult result, string tieKey, School school)
    {
        var before = Values();
        var (vetoes, nodes) = (Vetoes, Nodes);
        (SchoolCode, ZoneId, Stage, Members) = (school.Code, school.ZoneId, school.Stage, school.Members);
        (Total, Base, Bonus, Late) = (Hundredths(result.Total), Hundredths(result.Base), Hundredths(result.Bonus), Hundredths(result.Late));
        SelfTotal = result.SelfTotal is { } self ? Hundredths(self) : null;
        (Outcome, Grade, TieKey) = (result.Outcome, result.Grade, tieKey);
        (Vetoes, Nodes) = (result.Vetoes, NodeValues.Write(result.Nodes));
        var changed = before != Values() || Nodes != nodes || !vetoes.SequenceEqual(Vetoes, StringComparer.Ordinal);

        // A decided place holds among the schools it was decided among; another total or tie value is another tie.
        if (before.Total != Total || before.TieKey != TieKey)
            TiePosition = null;
        if (!changed)
            Vetoes = vetoes;
        else
            Revision++;
        return changed;
    }

    /// <summary>Takes a decided place inside a tie; it orders equals only.</summary>
    public void PlaceInTie(int position) => TiePosition = position;

    /// <summary>Keeps what the numbers were computed from.</summary>
    public void Freeze(string input) => FrozenInput = input;

    /// <summary>Lets the numbers follow the facts again.</summary>
    public void Thaw() => FrozenInput = null;

    /// <summary>Points of a stored number.</summary>
    public static decimal Points(long hundredths) => hundredths / 100.00m;

    private static long Hundredths(decimal points) => decimal.ToInt64(points * 100);

    private (long Total, long, long, long, long?, Outcome, string?, string TieKey, ZoneId, SchoolStage, int) Values() =>
        (Total, Base, Bonus, Late, SelfTotal, Outcome, Grade, TieKey, ZoneId, Stage, Members);
}
