namespace DistrictUnion.Domain.Congresses;

/// <summary>Where a proposal stands.</summary>
public enum ProposalState
{
    /// <summary>Being written.</summary>
    Draft,

    /// <summary>Handed in.</summary>
    Submitted,

    /// <summary>Accepted as a proposal (立案).</summary>
    Accepted,

    /// <summary>Taken up by another one on the same matter (并案).</summary>
    Merged,

    /// <summary>Not accepted, with an opinion (不予立案).</summary>
    NotAccepted,

    /// <summary>Passed on as a suggestion (转为意见建议).</summary>
    Suggestion,

    /// <summary>Somebody is to reply.</summary>
    Assigned,

    /// <summary>It got its reply.</summary>
    Replied,

    /// <summary>The proposer rated the reply.</summary>
    Rated,
}

/// <summary>What screening decides.</summary>
public enum ProposalDecision
{
    /// <summary>Accepted.</summary>
    Accepted,

    /// <summary>Taken up by another proposal.</summary>
    Merged,

    /// <summary>Not accepted.</summary>
    NotAccepted,

    /// <summary>A suggestion.</summary>
    Suggestion,
}

/// <summary>What the proposer thinks of the reply.</summary>
public enum ProposalRating
{
    /// <summary>Satisfied.</summary>
    Satisfied,

    /// <summary>Mostly satisfied.</summary>
    Mostly,

    /// <summary>Dissatisfied.</summary>
    Dissatisfied,
}

/// <summary>Somebody who stands for a proposal.</summary>
/// <param name="Name">Name.</param>
/// <param name="Branch">Code of a branch of the school; null: not told.</param>
public sealed record ProposalSigner(string Name, string? Branch = null);

/// <summary>What a proposal says and who stands for it.</summary>
/// <param name="Title">What it is about.</param>
/// <param name="Grounds">Why.</param>
/// <param name="Suggestion">What should be done.</param>
/// <param name="Proposer">Who proposes.</param>
/// <param name="CoSigners">Who signs with them.</param>
public sealed record ProposalText(string Title, string Grounds, string Suggestion, ProposalSigner Proposer, IReadOnlyList<ProposalSigner> CoSigners);

/// <summary>Who is to reply, and by when.</summary>
/// <param name="Department">Department.</param>
/// <param name="DueOn">Last day.</param>
/// <param name="Person">Person; null: the department's own choice.</param>
public sealed record ProposalTask(string Department, DateOnly DueOn, string? Person = null);

/// <summary>A reply and what the proposer thought of it.</summary>
/// <param name="Text">Reply.</param>
/// <param name="On">Day.</param>
/// <param name="Actor">User name of who recorded it.</param>
/// <param name="Rating">What the proposer thinks; null: not asked yet.</param>
/// <param name="Remark">What the proposer adds.</param>
public sealed record ProposalReply(string Text, DateOnly On, string Actor, ProposalRating? Rating = null, string? Remark = null);
