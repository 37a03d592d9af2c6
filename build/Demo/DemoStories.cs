namespace DistrictUnion.Build.Demo;

/// <summary>What makes a school of the main district worth looking at in a round.</summary>
internal sealed record DemoStory
{
    /// <summary>Nothing special.</summary>
    public static DemoStory None { get; } = new();

    /// <summary>When the evaluation was handed in; null: some day before the deadline.</summary>
    public string? SubmittedAt { get; init; }

    /// <summary>State of the evaluation: submitted, returned, draft; null: the school did nothing.</summary>
    public string? Evaluation { get; init; } = "submitted";

    /// <summary>A veto fact that holds.</summary>
    public string? Veto { get; init; }

    /// <summary>Too few came to vote.</summary>
    public bool VoidVote { get; init; }

    /// <summary>A leaf that does not apply; the school asks for it and the district lists it.</summary>
    public string? NotApplicable { get; init; }

    /// <summary>
    /// Votes moved from "mostly" to the two beside it, two at a time: rate and index stay, the share of "very" grows, so that
    /// schools of one profile tie on the total and are told apart by the chain.
    /// </summary>
    public int BallotShift { get; init; }
}

/// <summary>The special cases the demo data hold, by round and school.</summary>
internal static class DemoStories
{
    private static readonly Dictionary<string, string> Twins = new()
    {
        // Three schools with equal totals, told apart by the tie chain.
        ["p-003"] = "triplet",
        ["p-011"] = "triplet",
        ["p-019"] = "triplet",
        // Two schools that no rule tells apart: a recorded resolution does.
        ["p-006"] = "twins",
        ["p-014"] = "twins",
    };

    private static readonly Dictionary<string, int> Strengths = new()
    {
        ["p-001"] = 92,
        ["p-003"] = 90,
        ["p-011"] = 90,
        ["p-019"] = 90,
        ["p-006"] = 70,
        ["p-014"] = 70,
        ["p-009"] = 94,
        ["p-017"] = 75,
    };

    private static readonly Dictionary<string, DemoStory> Spring = new()
    {
        ["p-009"] = new() { Veto = "criminalCase" },
        ["p-017"] = new() { Veto = "massDispute" },
        ["p-023"] = new() { Evaluation = null },
        ["p-025"] = new() { SubmittedAt = "2026-06-13T09:20:00+08:00" },
        ["p-027"] = new() { NotApplicable = "C6" },
        ["p-030"] = new() { VoidVote = true },
        ["p-033"] = new() { SubmittedAt = "2026-06-17T16:05:00+08:00" },
        ["p-011"] = new() { BallotShift = 1 },
        ["p-019"] = new() { BallotShift = 2 },
    };

    private static readonly Dictionary<string, DemoStory> Autumn = new()
    {
        ["p-002"] = new() { Evaluation = "returned" },
        ["p-005"] = new() { Evaluation = "draft" },
        ["p-013"] = new() { SubmittedAt = "2026-11-12T10:30:00+08:00" },
        ["p-018"] = new() { Evaluation = "draft" },
        ["p-020"] = new() { Evaluation = null },
        ["p-024"] = new() { Evaluation = null },
        ["p-026"] = new() { Evaluation = "returned" },
        ["p-027"] = new() { NotApplicable = "C6" },
        ["p-028"] = new() { VoidVote = true },
        ["p-034"] = new() { Evaluation = "draft" },
        ["p-036"] = new() { Evaluation = null },
        ["p-038"] = new() { Evaluation = null },
    };

    /// <summary>Schools whose tie a person resolved, in the order of the resolution.</summary>
    public static IReadOnlyList<string> ResolvedTie { get; } = ["p-014", "p-006"];

    /// <summary>The profile a school shares with others; null when it has its own.</summary>
    public static string? TwinOf(string district, string school) => district == "binhu" ? Twins.GetValueOrDefault(school) : null;

    /// <summary>A strength that a story needs; null when it is drawn.</summary>
    public static int? StrengthOf(string district, string school) =>
        district == "binhu" && Strengths.TryGetValue(school, out var strength) ? strength : null;

    /// <summary>The story of a school in a round.</summary>
    public static DemoStory Of(string district, string round, string school) =>
        district == "binhu" ? (round == "2026-spring" ? Spring : Autumn).GetValueOrDefault(school, DemoStory.None) : DemoStory.None;
}
