namespace DistrictUnion.Domain.Titles;

/// <summary>Where an application stands.</summary>
public enum ApplicationState
{
    /// <summary>Being written.</summary>
    Draft,

    /// <summary>Recommended by the school (学校推荐).</summary>
    SchoolRecommended,

    /// <summary>Complete and on time (区级受理).</summary>
    DistrictAccepted,

    /// <summary>Examined against the ledger.</summary>
    DocumentReviewed,

    /// <summary>Visited.</summary>
    OnSiteInspected,

    /// <summary>Voted on.</summary>
    Surveyed,

    /// <summary>Scored and ranked.</summary>
    Ranked,

    /// <summary>Decided on: in reserve.</summary>
    Decided,

    /// <summary>Decided on: within the places.</summary>
    Shortlisted,

    /// <summary>Made public (公示).</summary>
    InPublicity,

    /// <summary>Somebody objects.</summary>
    Objected,

    /// <summary>Conferred.</summary>
    Awarded,

    /// <summary>Taken back by the applicant.</summary>
    Withdrawn,

    /// <summary>Late or incomplete, which counts as giving up (视为放弃).</summary>
    Forfeited,

    /// <summary>Not chosen, or not eligible.</summary>
    Rejected,

    /// <summary>Ruled out by a veto or an upheld objection.</summary>
    Disqualified,
}

/// <summary>A step of an application. Each one forward has a named step back.</summary>
public enum ApplicationStep
{
    /// <summary>The school recommends.</summary>
    Recommend,

    /// <summary>The school takes its recommendation back, before it is accepted.</summary>
    Recall,

    /// <summary>The applicant withdraws.</summary>
    Withdraw,

    /// <summary>The district accepts.</summary>
    Accept,

    /// <summary>The district gives it back to the school.</summary>
    Return,

    /// <summary>It counts as given up.</summary>
    Forfeit,

    /// <summary>The documents are reviewed.</summary>
    ReviewDocuments,

    /// <summary>It was visited.</summary>
    Inspect,

    /// <summary>It was voted on.</summary>
    Survey,

    /// <summary>Examination begins anew.</summary>
    ReopenExamination,

    /// <summary>It is refused.</summary>
    Reject,

    /// <summary>It is ruled out.</summary>
    Disqualify,

    /// <summary>A refusal of any kind is taken back.</summary>
    Reinstate,

    /// <summary>It is ranked.</summary>
    Rank,

    /// <summary>The ranking is taken back.</summary>
    Unrank,

    /// <summary>The decision chooses it.</summary>
    Shortlist,

    /// <summary>The decision puts it in reserve.</summary>
    PlaceInReserve,

    /// <summary>The decision is taken back.</summary>
    RescindDecision,

    /// <summary>A reserve gets a place.</summary>
    Promote,

    /// <summary>It is made public.</summary>
    Publicise,

    /// <summary>The publicity is called off.</summary>
    CancelPublicity,

    /// <summary>Somebody objects.</summary>
    TakeObjection,

    /// <summary>Every objection is dismissed.</summary>
    DismissObjection,

    /// <summary>An objection is upheld.</summary>
    UpholdObjection,

    /// <summary>The title is conferred.</summary>
    Award,

    /// <summary>The unit ended: it counts as given up. Nobody takes this step; the campaign's own steps do.</summary>
    Lapse,
}

/// <summary>Which steps a state allows and where they lead: the whole state machine of an application.</summary>
public static class ApplicationSteps
{
    private static readonly Dictionary<(ApplicationState, ApplicationStep), ApplicationState> Table = Build();

    /// <summary>Where a step leads; null when the state doesn't allow it.</summary>
    public static ApplicationState? After(ApplicationState state, ApplicationStep step) => Table.TryGetValue((state, step), out var next) ? next : null;

    /// <summary>The steps that people can take in a state; taking a refusal back leads to where it came from.</summary>
    public static IEnumerable<ApplicationStep> AllowedIn(ApplicationState state) =>
        Enum.GetValues<ApplicationStep>().Where(step => step != ApplicationStep.Lapse).Where(step => step == ApplicationStep.Reinstate ? IsRefusal(state) : Table.ContainsKey((state, step)));

    /// <summary>Whether nothing follows but a step back.</summary>
    public static bool IsRefusal(ApplicationState state) => state is ApplicationState.Forfeited or ApplicationState.Rejected or ApplicationState.Disqualified;

    /// <summary>Whether the application is still in the running for this campaign.</summary>
    public static bool IsActive(ApplicationState state) => !IsRefusal(state) && state != ApplicationState.Withdrawn;

    private static Dictionary<(ApplicationState, ApplicationStep), ApplicationState> Build()
    {
        var table = new Dictionary<(ApplicationState, ApplicationStep), ApplicationState>();
        Add(ApplicationState.Draft, (ApplicationStep.Recommend, ApplicationState.SchoolRecommended), (ApplicationStep.Forfeit, ApplicationState.Forfeited));
        Add(
            ApplicationState.SchoolRecommended,
            (ApplicationStep.Recall, ApplicationState.Draft),
            (ApplicationStep.Accept, ApplicationState.DistrictAccepted),
            (ApplicationStep.Return, ApplicationState.Draft),
            (ApplicationStep.Forfeit, ApplicationState.Forfeited));
        Add(ApplicationState.DistrictAccepted, (ApplicationStep.ReviewDocuments, ApplicationState.DocumentReviewed), (ApplicationStep.Return, ApplicationState.Draft));
        Add(ApplicationState.DocumentReviewed, (ApplicationStep.Inspect, ApplicationState.OnSiteInspected), (ApplicationStep.Survey, ApplicationState.Surveyed));
        Add(ApplicationState.OnSiteInspected, (ApplicationStep.Survey, ApplicationState.Surveyed));
        foreach (var examined in new[] { ApplicationState.DistrictAccepted, ApplicationState.DocumentReviewed, ApplicationState.OnSiteInspected, ApplicationState.Surveyed })
        {
            Add(examined, (ApplicationStep.Rank, ApplicationState.Ranked), (ApplicationStep.Reject, ApplicationState.Rejected), (ApplicationStep.Disqualify, ApplicationState.Disqualified));
            if (examined != ApplicationState.DistrictAccepted)
                Add(examined, (ApplicationStep.ReopenExamination, ApplicationState.DistrictAccepted));
        }

        Add(
            ApplicationState.Ranked,
            (ApplicationStep.Unrank, ApplicationState.DistrictAccepted),
            (ApplicationStep.Shortlist, ApplicationState.Shortlisted),
            (ApplicationStep.PlaceInReserve, ApplicationState.Decided),
            (ApplicationStep.Disqualify, ApplicationState.Disqualified));
        Add(
            ApplicationState.Decided,
            (ApplicationStep.RescindDecision, ApplicationState.Ranked),
            (ApplicationStep.Promote, ApplicationState.Shortlisted),
            (ApplicationStep.Reject, ApplicationState.Rejected),
            (ApplicationStep.Disqualify, ApplicationState.Disqualified));
        Add(
            ApplicationState.Shortlisted,
            (ApplicationStep.RescindDecision, ApplicationState.Ranked),
            (ApplicationStep.Publicise, ApplicationState.InPublicity),
            (ApplicationStep.Disqualify, ApplicationState.Disqualified));
        Add(
            ApplicationState.InPublicity,
            (ApplicationStep.CancelPublicity, ApplicationState.Shortlisted),
            (ApplicationStep.TakeObjection, ApplicationState.Objected),
            (ApplicationStep.Award, ApplicationState.Awarded),
            (ApplicationStep.Disqualify, ApplicationState.Disqualified));
        Add(
            ApplicationState.Objected,
            (ApplicationStep.TakeObjection, ApplicationState.Objected),
            (ApplicationStep.DismissObjection, ApplicationState.InPublicity),
            (ApplicationStep.UpholdObjection, ApplicationState.Disqualified));
        foreach (var state in Enum.GetValues<ApplicationState>().Where(s => IsActive(s) && s != ApplicationState.Awarded))
            Add(state, (ApplicationStep.Withdraw, ApplicationState.Withdrawn), (ApplicationStep.Lapse, ApplicationState.Forfeited));
        return table;

        void Add(ApplicationState from, params ReadOnlySpan<(ApplicationStep Step, ApplicationState To)> steps)
        {
            foreach (var (step, to) in steps)
                table[(from, step)] = to;
        }
    }
}
