namespace DistrictUnion.Domain.Care;

/// <summary>What a care record is about.</summary>
public enum CareKind
{
    /// <summary>A visit to a member to whom something happened (五必访).</summary>
    Visit,

    /// <summary>The file of a member in hardship (困难职工档案).</summary>
    Hardship,

    /// <summary>A claim from mutual medical aid (医疗互助理赔).</summary>
    AidClaim,
}

/// <summary>Why there is a record. The same everywhere, because districts add them up; why exactly is told by the record's encrypted text.</summary>
public enum CareCategory
{
    /// <summary>Illness or injury (伤病住院).</summary>
    Illness,

    /// <summary>A wedding, or a death in the family (婚丧).</summary>
    WeddingOrFuneral,

    /// <summary>Hardship of the family (家庭困难).</summary>
    Hardship,

    /// <summary>A conflict (矛盾纠纷).</summary>
    Conflict,

    /// <summary>An emergency (突发事件).</summary>
    Emergency,

    /// <summary>Rights were harmed (权益受损).</summary>
    RightsHarmed,

    /// <summary>Childbirth (生育).</summary>
    Childbirth,

    /// <summary>Low spirits (情绪低落).</summary>
    LowSpirits,

    /// <summary>A disaster or an accident struck the family (意外灾害).</summary>
    Disaster,

    /// <summary>Schooling of children (子女上学).</summary>
    Schooling,

    /// <summary>Low income (收入偏低).</summary>
    LowIncome,

    /// <summary>A stay in hospital (住院).</summary>
    Hospital,

    /// <summary>A critical illness (重大疾病).</summary>
    CriticalIllness,

    /// <summary>An accident (意外伤害).</summary>
    Accident,

    /// <summary>Anything else.</summary>
    Other,
}

/// <summary>Where a record stands.</summary>
public enum CareState
{
    /// <summary>It happened and wants to be seen to; of a file or a claim: it is open.</summary>
    Triggered,

    /// <summary>A visit has its day.</summary>
    Scheduled,

    /// <summary>The visit was made; the file or the claim is closed.</summary>
    Done,

    /// <summary>Nothing will be done: it isn't needed, or was recorded by mistake.</summary>
    Waived,
}

/// <summary>Something that was done with a record.</summary>
public enum CareAction
{
    /// <summary>Recorded.</summary>
    Record,

    /// <summary>Told anew.</summary>
    Change,

    /// <summary>A day was set.</summary>
    Schedule,

    /// <summary>The day was taken back.</summary>
    Unschedule,

    /// <summary>Done, or closed.</summary>
    Complete,

    /// <summary>Taken back, or opened again.</summary>
    Reopen,

    /// <summary>Waived.</summary>
    Waive,

    /// <summary>The waiver was taken back.</summary>
    Unwaive,

    /// <summary>The person's data were erased because the person asked for it.</summary>
    EraseOnRequest,

    /// <summary>They were erased because they had been recorded by mistake.</summary>
    EraseMistake,

    /// <summary>They were erased because their time was up.</summary>
    EraseExpired,
}

/// <summary>Which categories a kind of record has.</summary>
public static class CareCategories
{
    private static readonly Dictionary<CareKind, CareCategory[]> ByKind = new()
    {
        [CareKind.Visit] =
        [
            CareCategory.Illness, CareCategory.WeddingOrFuneral, CareCategory.Hardship, CareCategory.Conflict, CareCategory.Emergency,
            CareCategory.RightsHarmed, CareCategory.Childbirth, CareCategory.LowSpirits,
        ],
        [CareKind.Hardship] = [CareCategory.Illness, CareCategory.Disaster, CareCategory.Schooling, CareCategory.LowIncome, CareCategory.Other],
        [CareKind.AidClaim] = [CareCategory.Hospital, CareCategory.CriticalIllness, CareCategory.Accident, CareCategory.Other],
    };

    /// <summary>The categories of a kind, in the order in which they are shown.</summary>
    public static IReadOnlyList<CareCategory> Of(CareKind kind) => ByKind[kind];
}
