using System.Globalization;

namespace DistrictUnion.Build.Demo;

/// <summary>Self-evaluations of a round, the district's facts about schools, and reviews.</summary>
internal sealed class DemoEvaluations(DemoDistrict district)
{
    private static readonly string[] Likely =
    [
        "unionCommittee", "womenCommittee", "auditCommittee", "planFiled", "summaryFiled", "homeReady", "congressNotice",
        "congressQuorum", "congressBallot", "congressRecord", "womenCheckup", "womenRights", "youthContest",
    ];

    private static readonly (string Node, int Max)[] Claimed = [("A2", 3), ("C4", 4), ("C6", 2)];

    private readonly CsvTable _evaluations = new("evaluations.csv", "round", "school", "state", "submittedAt", "notApplicable");
    private readonly CsvTable _facts = new("evaluation-facts.csv", "round", "school", "fact", "value", "note");
    private readonly CsvTable _claims = new("claims.csv", "round", "school", "node", "claim");
    private readonly CsvTable _districtFacts = new("district-facts.csv", "round", "school", "fact", "value");
    private readonly CsvTable _reviews = new("reviews.csv", "round", "school", "level", "node", "score", "reason", "by", "notApplicable");

    /// <summary>The files.</summary>
    public IReadOnlyList<CsvTable> Tables => [_evaluations, _facts, _claims, _districtFacts, _reviews];

    /// <summary>Writes what a school handed in and what was said about it.</summary>
    public void Add(DemoRound round, DemoSchool school)
    {
        var story = DemoStories.Of(district.Code, round.Code, school.Code);
        var random = DemoRandom.For(district.Code, school.Profile, round.Code, "evaluation");
        if (story.Evaluation is { } state)
        {
            var day = round.DaysBeforeEnd(random.Between(0, 5));
            var submitted = story.SubmittedAt ?? DemoRound.Instant(day, random.Between(8, 21), random.Between(0, 59));
            _evaluations.Add(round.Code, school.Code, state, state == "draft" ? null : submitted, story.NotApplicable);
            AddFacts(round, school, random);
        }

        var claims = AddClaims(round, school, story, random);
        AddDistrictFacts(round, school, story);
        if (story.Evaluation == "submitted") AddReviews(round, school, story, claims);
    }

    private void AddFacts(DemoRound round, DemoSchool school, DemoRandom random)
    {
        void Fact(string fact, string value) => _facts.Add(round.Code, school.Code, fact, value, null);
        void Truth(string fact, int percent) => Fact(fact, random.Chance(percent) ? "true" : "false");

        var sure = 62 + (school.Strength * 38 / 100);
        Truth("reelectedOnTime", Math.Max(sure, 94));
        Fact("unclearDuties", random.Chance(sure) ? "0" : "1");
        Truth("congressHeld", Math.Max(sure, 95));
        foreach (var fact in Likely) Truth(fact, sure);
        var proposals = random.Between(4, 14);
        Fact("proposals", Number(proposals));
        Fact("proposalsReplied", Number(proposals - random.Between(0, Math.Max(1, (100 - school.Strength) * proposals / 160))));
        Fact("disclosureItems", Number(random.Between(school.Strength > 60 ? 6 : 4, 8)));
        AddAwards(round, school, random);
    }

    private void AddAwards(DemoRound round, DemoSchool school, DemoRandom random)
    {
        List<string> awards = [];
        void Award(string matter, string level, int day) =>
            awards.Add($$"""{"matter":"{{matter}}","level":"{{level}}","date":"{{Day(round.From.AddDays(day))}}"}""");

        if (random.Chance(school.Strength)) Award("教职工运动会团体奖", "district", random.Between(20, 60));
        if (random.Chance(school.Strength / 3))
        {
            // One matter honoured twice counts once, at its highest level.
            Award("教工之家建设", "district", 30);
            Award("教工之家建设", "city", 62);
        }

        if (awards.Count > 0) _facts.Add(round.Code, school.Code, "awards", $"[{string.Join(',', awards)}]", null);
        if (random.Chance(school.Strength / 5))
        {
            var publication = $$"""[{"matter":"小组建家经验","level":"city","date":"{{Day(round.From.AddDays(48))}}"}]""";
            _facts.Add(round.Code, school.Code, "publications", publication, null);
        }
    }

    private Dictionary<string, decimal> AddClaims(DemoRound round, DemoSchool school, DemoStory story, DemoRandom random)
    {
        Dictionary<string, decimal> claims = [];
        foreach (var (node, max) in Claimed)
        {
            var claim = max - (random.Between(0, school.Strength > 80 ? 1 : 2) * 0.5m);
            if (story.Evaluation is null || node == story.NotApplicable) continue;
            claims[node] = claim;
            _claims.Add(round.Code, school.Code, node, Number(claim));
        }

        return claims;
    }

    // The district has inspected every school of the published round, of the open one only the first few.
    private void AddDistrictFacts(DemoRound round, DemoSchool school, DemoStory story)
    {
        var random = DemoRandom.For(district.Code, school.Profile, round.Code, "district");
        if (!round.IsPublished && !random.Chance(45) && !story.VoidVote) return;
        void Fact(string fact, string value) => _districtFacts.Add(round.Code, school.Code, fact, value);

        Fact("meetingAbsences", Number(random.Chance(school.Strength) ? 0 : random.Between(1, 3)));
        Fact("congressReport", random.Chance(70 + (school.Strength * 3 / 10)) ? "true" : "false");
        var scores = Enumerable.Range(0, random.Between(5, 7)).Select(_ => Number(70 + (school.Strength / 4) + random.Between(-4, 5)));
        Fact("judges", $"[{string.Join(',', scores)}]");
        Fact("ballots", Ballots(school, story, random));
        Fact("spotCheck", Number(72 + (school.Strength / 4) + (random.Between(0, 20) * 0.1m)));
        if (story.Veto is { } veto) Fact(veto, "true");
    }

    private static string Ballots(DemoSchool school, DemoStory story, DemoRandom random)
    {
        var eligible = school.Members;
        var returned = story.VoidVote ? eligible * 55 / 100 : eligible - random.Between(0, eligible / 12);
        var invalid = random.Between(0, 1);
        var valid = returned - invalid;
        var not = random.Between(0, valid * (100 - school.Strength) / 900);
        var basically = random.Between(0, valid * (100 - school.Strength) / 400);
        var mostly = valid * random.Between(20, 34) / 100;
        var shift = story.BallotShift;
        (string Option, int Count)[] counts =
        [
            ("very", valid - not - basically - mostly + shift), ("mostly", mostly - (2 * shift)), ("basically", basically + shift), ("not", not),
        ];
        var votes = string.Join(',', counts.Select(pair => string.Create(CultureInfo.InvariantCulture, $"\"{pair.Option}\":{pair.Count}")));
        return string.Create(
            CultureInfo.InvariantCulture, $"{{\"eligible\":{eligible},\"returned\":{returned},\"invalid\":{invalid},\"counts\":{{{votes}}}}}");
    }

    private void AddReviews(DemoRound round, DemoSchool school, DemoStory story, Dictionary<string, decimal> claims)
    {
        var random = DemoRandom.For(district.Code, school.Profile, round.Code, "reviews");
        var zoneLead = $"{district.UserPrefix}zone.{school.Zone}";
        var officer = $"{district.UserPrefix}district.officer";
        if (round.IsPublished || random.Chance(35))
        {
            foreach (var (node, claim) in claims)
            {
                var cut = random.Chance(school.Strength) ? 0 : 0.5m;
                var reason = cut == 0 ? "与台账一致" : "台账记录不全，扣0.5分";
                _reviews.Add(round.Code, school.Code, "zone", node, Number(claim - cut), reason, zoneLead, null);
            }
        }

        // The district looks at every fourth school again; its word goes before the zone's.
        if (round.IsPublished && random.Chance(25))
            _reviews.Add(round.Code, school.Code, "district", "A2", Number(claims["A2"] - 0.5m), "抽查发现会议记录缺一次", officer, null);
        if (round.IsPublished && story.NotApplicable is { } node2)
            _reviews.Add(round.Code, school.Code, "district", null, null, "新建学校，暂无退休教职工", officer, node2);
    }

    private static string Number(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
