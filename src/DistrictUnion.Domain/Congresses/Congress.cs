using System.Globalization;
using DistrictUnion.Domain.Common;

namespace DistrictUnion.Domain.Congresses;

/// <summary>
/// A session of a school's staff congress (教代会), or a meeting of all its staff. It is valid when two thirds of those entitled are
/// present; one with fewer has decided nothing and is held again. Whatever it gives a school, it gives on the day on which it was held.
/// </summary>
public sealed class Congress : AggregateRoot, ISchoolOwned
{
    /// <summary>Files of one congress.</summary>
    public const int MostFiles = 30;

    private Congress()
    {
    }

    /// <inheritdoc/>
    public DistrictId DistrictId { get; private set; }

    /// <summary>Identifier.</summary>
    public CongressId Id { get; private set; }

    /// <inheritdoc/>
    public SchoolId SchoolId { get; private set; }

    /// <summary>Code: school, term and session; unique in the district, immutable.</summary>
    public string Code { get; private set; } = "";

    /// <summary>Number of the congress's term (届).</summary>
    public int Term { get; private set; }

    /// <summary>Number of the session within the term (次).</summary>
    public int Session { get; private set; }

    /// <summary>Who meets.</summary>
    public CongressKind Kind { get; private set; }

    /// <summary>Where it stands.</summary>
    public CongressState State { get; private set; }

    /// <summary>Day for which it is planned.</summary>
    public DateOnly PlannedOn { get; private set; }

    /// <summary>Day on which it was held; null: it wasn't.</summary>
    public DateOnly? HeldOn { get; private set; }

    /// <summary>People entitled to take part.</summary>
    public int Delegates { get; private set; }

    /// <summary>Those of them who were present; null: it wasn't held.</summary>
    public int? Present { get; private set; }

    /// <summary>Agenda; null: not told.</summary>
    public string? Agenda { get; private set; }

    /// <summary>The rules by which it is held.</summary>
    public CongressTerms Terms { get; private set; } = CongressTerms.Default;

    /// <summary>Resolutions that were put to the vote.</summary>
    public IReadOnlyList<CongressResolution> Resolutions { get; private set; } = [];

    /// <summary>Files, the oldest first.</summary>
    public IReadOnlyList<CongressFile> Files { get; private set; } = [];

    /// <summary>What happened to it.</summary>
    public IReadOnlyList<CongressStep> Trail { get; private set; } = [];

    /// <summary>Whether it was held with enough people present.</summary>
    public bool IsValid => State is CongressState.Held or CongressState.Confirmed;

    /// <summary>Day from which obligations are counted.</summary>
    public DateOnly BasisOn => IsValid ? HeldOn!.Value : PlannedOn;

    /// <summary>The congress as a source of facts.</summary>
    public string Reference => $"congress:{Code}";

    /// <summary>Last day on which a proposal is handed in in time.</summary>
    public DateOnly ProposalsUntil => PlannedOn.AddDays(-Terms.DeadlineDays);

    /// <summary>Code of a session.</summary>
    public static string CodeOf(string school, int term, int session) => string.Create(CultureInfo.InvariantCulture, $"{school}.{term}-{session}");

    /// <summary>Whether enough people are present: two thirds, in whole people.</summary>
    public static bool IsQuorate(int present, int delegates) => present * 3L >= delegates * 2L;

    /// <summary>Plans a session.</summary>
    public static Congress Convene(DistrictId district, SchoolId school, string code, (int Term, int Session) number, CongressPlan plan, CongressTerms terms, string actor, DateTimeOffset now)
    {
        var congress = new Congress
        {
            DistrictId = district,
            Id = CongressId.New(),
            SchoolId = school,
            Code = code,
            Term = number.Term,
            Session = number.Session,
            Terms = terms,
        };
        congress.Tell(plan);
        congress.Go("plan", actor, now);
        return congress;
    }

    /// <summary>Plans it otherwise.</summary>
    public Error? Change(CongressPlan plan)
    {
        if (State is not (CongressState.Planned or CongressState.Inquorate))
            return Refusal();
        Tell(plan);
        return null;
    }

    /// <summary>Records that it was held, and with whom.</summary>
    public Error? Hold(DateOnly on, int delegates, int present, string actor, DateTimeOffset now)
    {
        if (State is not (CongressState.Planned or CongressState.Inquorate))
            return Refusal();
        (HeldOn, Delegates, Present) = (on, delegates, present);
        State = IsQuorate(present, delegates) ? CongressState.Held : CongressState.Inquorate;
        Go("hold", actor, now);
        return null;
    }

    /// <summary>Takes back that it was held: what it decided goes too.</summary>
    public Error? Unhold(string reason, string actor, DateTimeOffset now)
    {
        if (State is not (CongressState.Held or CongressState.Inquorate))
            return Refusal();
        (State, HeldOn, Present, Resolutions) = (CongressState.Planned, null, null, []);
        Go("unhold", actor, now, reason);
        return null;
    }

    /// <summary>Records what was put to the vote.</summary>
    public Error? Resolve(IReadOnlyList<CongressResolution> resolutions)
    {
        ArgumentNullException.ThrowIfNull(resolutions);
        if (State != CongressState.Held)
            return Refusal();
        for (var i = 0; i < resolutions.Count; i++)
        {
            if (resolutions[i].For + resolutions[i].Against + resolutions[i].Abstained > Present)
                return ValidationError.Of($"resolutions[{i}].for", "congress.votes", ("present", Present!.Value));
        }

        Resolutions = resolutions;
        return null;
    }

    /// <summary>Whether a resolution passed: more than half of those of whom the majority is needed.</summary>
    public bool Passed(CongressResolution resolution)
    {
        ArgumentNullException.ThrowIfNull(resolution);
        return resolution.For * 2L > (Terms.Majority == MajorityBase.Delegates ? Delegates : Present ?? Delegates);
    }

    /// <summary>Confirms the minutes: attendance, resolutions and files are locked.</summary>
    public Error? Confirm(string actor, DateTimeOffset now)
    {
        if (State != CongressState.Held)
            return Refusal();
        State = CongressState.Confirmed;
        Go("confirm", actor, now);
        return null;
    }

    /// <summary>Opens confirmed minutes again, with a reason.</summary>
    public Error? Reopen(string reason, string actor, DateTimeOffset now)
    {
        if (State != CongressState.Confirmed)
            return Refusal();
        State = CongressState.Held;
        Go("reopen", actor, now, reason);
        return null;
    }

    /// <summary>Calls it off, with a reason.</summary>
    public Error? Cancel(string reason, string actor, DateTimeOffset now)
    {
        if (State is not (CongressState.Planned or CongressState.Inquorate))
            return Refusal();
        (State, HeldOn, Present) = (CongressState.Cancelled, null, null);
        Go("cancel", actor, now, reason);
        return null;
    }

    /// <summary>Plans one that was called off after all.</summary>
    public Error? Restore(string actor, DateTimeOffset now)
    {
        if (State != CongressState.Cancelled)
            return Refusal();
        State = CongressState.Planned;
        Go("restore", actor, now);
        return null;
    }

    /// <summary>Adds a file.</summary>
    public Error? Add(CongressFile file)
    {
        if (State is CongressState.Confirmed or CongressState.Cancelled)
            return Refusal();
        if (Files.Count >= MostFiles)
            return ValidationError.Of("file", "congress.files", ("most", MostFiles));
        Files = [.. Files, file];
        return null;
    }

    /// <summary>Takes a file away.</summary>
    public Error? Remove(CongressFile file)
    {
        if (State is CongressState.Confirmed or CongressState.Cancelled)
            return Refusal();
        Files = [.. Files.Where(f => f.Id != file.Id)];
        return null;
    }

    /// <summary>The refusal of what the state doesn't allow.</summary>
    public ConflictError Refusal() => new("congress.state", Words.Camel(State), State switch
    {
        CongressState.Planned => ["change", "hold", "cancel"],
        CongressState.Held => ["resolve", "confirm", "unhold"],
        CongressState.Inquorate => ["change", "hold", "unhold", "cancel"],
        CongressState.Confirmed => ["reopen"],
        _ => ["restore"],
    });

    private void Tell(CongressPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        (Kind, PlannedOn, Delegates, Agenda) = (plan.Kind, plan.PlannedOn, plan.Delegates, plan.Agenda);
    }

    private void Go(string step, string actor, DateTimeOffset now, string? note = null) => Trail = [.. Trail, new CongressStep(step, actor, now, note)];
}
