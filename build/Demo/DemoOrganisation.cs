using System.Globalization;

namespace DistrictUnion.Build.Demo;

/// <summary>A branch; people are known of union groups only.</summary>
internal sealed record DemoBranch(string Code, string Name, string Kind, int Staff, int Members)
{
    /// <summary>Whether head counts roll up from it.</summary>
    public bool CountsPeople => Kind == "unionGroup";
}

/// <summary>A branch that goes to another school on a day of a round's window.</summary>
internal sealed record DemoMove(string Branch, string From, string To, DateOnly On);

/// <summary>A community of schools that are there since the school year began: a core and members.</summary>
internal sealed record DemoCommunity(string Code, string Name, string Type, string Core, IReadOnlyList<string> Members);

/// <summary>A school union with its branches.</summary>
/// <param name="Code">Code.</param>
/// <param name="Name">Name.</param>
/// <param name="Zone">Code of its zone.</param>
/// <param name="Stage">Stage.</param>
/// <param name="Ownership">Public or private.</param>
/// <param name="Setting">Urban or rural.</param>
/// <param name="Titles">Grade codes held, <c>;</c>-separated.</param>
/// <param name="Profile">Name of the random stream; schools of one profile report the same figures.</param>
/// <param name="Strength">How well it does, 0…100.</param>
/// <param name="Branches">Branches it began with.</param>
internal sealed record DemoSchool(
    string Code, string Name, string Zone, string Stage, string Ownership, string Setting, string Titles, string Profile, int Strength,
    IReadOnlyList<DemoBranch> Branches)
{
    /// <summary>Kindergartens have branches and accounts, but no part in the rounds.</summary>
    public bool IsInScope => Stage != "kindergarten";

    /// <summary>Members of its union groups.</summary>
    public int Members => Branches.Sum(branch => branch.Members);
}

/// <summary>A district: zones, schools, branches, moves, communities.</summary>
internal sealed record DemoDistrict(
    string Code, string Name, string UserPrefix, IReadOnlyList<(string Code, string Name)> Zones, IReadOnlyList<DemoSchool> Schools,
    IReadOnlyList<DemoMove> Moves, IReadOnlyList<DemoCommunity> Communities);

/// <summary>Makes schools and branches with invented, neutral names.</summary>
internal static class DemoOrganisation
{
    private const int SchoolsPerZone = 8;

    private static readonly string[] Words =
    [
        "望湖", "听涛", "柳岸", "枫林", "明远", "启新", "和畅", "晨光", "云溪", "竹园", "海棠", "知行", "朝阳", "新苑", "博文", "百合",
        "山前", "石桥", "桂苑", "长堤", "育苗", "松风", "兰亭", "星河", "北辰", "雨亭", "青禾", "白鹭", "梅园", "远帆", "致和", "银杏",
        "中和", "广场路", "文昌", "学府", "钟楼", "世纪", "和平", "紫藤",
    ];

    private static readonly Dictionary<string, string> Suffixes = new()
    {
        ["kindergarten"] = "幼儿园",
        ["primary"] = "小学",
        ["junior"] = "初级中学",
        ["senior"] = "高级中学",
        ["nineYear"] = "九年一贯制学校",
        ["vocational"] = "职业中学",
        ["special"] = "特殊教育学校",
    };

    // The last school of most zones is a kindergarten, outside the scope of the rounds.
    private static readonly string[] Stages =
    [
        "primary", "primary", "primary", "junior", "primary", "primary", "nineYear", "kindergarten",
        "junior", "primary", "primary", "senior", "primary", "primary", "vocational", "kindergarten",
        "primary", "junior", "primary", "primary", "nineYear", "primary", "junior", "primary",
        "junior", "primary", "nineYear", "primary", "junior", "primary", "special", "kindergarten",
        "senior", "primary", "junior", "primary", "primary", "vocational", "nineYear", "kindergarten",
    ];

    private static readonly string[] Subjects = ["语文教研组", "数学教研组", "英语教研组", "综合教研组"];
    private static readonly string[] Grades = ["低年级组", "中年级组", "高年级组"];
    private static readonly string[] Ordinals = ["一", "二", "三", "四", "五"];

    /// <summary>The main demo district: 5 zones, 40 schools.</summary>
    public static DemoDistrict First()
    {
        (string, string)[] zones = [("east", "东片"), ("south", "南片"), ("west", "西片"), ("north", "北片"), ("centre", "中心片")];
        var schools = Enumerable.Range(1, Stages.Length)
            .Select(number => School("binhu", number, "p", zones[(number - 1) / SchoolsPerZone].Item1))
            .ToList();
        return new(
            "binhu", "滨湖区教育工会", "", zones, schools,
            [
                new("p-010-u2", "p-010", "p-013", new(2026, 4, 20)),
                new("p-021-u2", "p-021", "p-022", new(2026, 10, 15)),
            ],
            [
                new("wanghu", "望湖教育共同体", "coBuilt", "p-001", ["p-002", "p-003"]),
                new("shiqiao", "石桥教育共同体", "cooperative", "p-018", ["p-019"]),
            ]);
    }

    /// <summary>A second district, so that isolation can be seen: 2 zones, 4 schools.</summary>
    public static DemoDistrict Second()
    {
        (string, string)[] zones = [("hill", "山前片"), ("river", "江畔片")];
        var schools = Enumerable.Range(1, 4).Select(number => School("chengwan", number, "c", zones[(number - 1) / 2].Item1)).ToList();
        return new("chengwan", "澄湾区教育工会", "chengwan.", zones, schools, [], []);
    }

    private static DemoSchool School(string district, int number, string letter, string zone)
    {
        var code = string.Create(CultureInfo.InvariantCulture, $"{letter}-{number:000}");
        var stage = Stages[number - 1];
        var profile = DemoStories.TwinOf(district, code) ?? code;
        var random = DemoRandom.For(district, profile, "school");
        var strength = DemoStories.StrengthOf(district, code) ?? random.Between(25, 98);
        var word = district == "binhu" ? Words[number - 1] : Words[^number];
        return new(
            code, word + Suffixes[stage], zone, stage,
            random.Chance(12) ? "private" : "public", zone is "north" or "hill" || random.Chance(10) ? "rural" : "urban",
            Titles(strength, random), profile, strength, Branches(code, random));
    }

    private static string Titles(int strength, DemoRandom random) => strength switch
    {
        > 85 => random.Chance(50) ? "model" : "advanced",
        > 65 => random.Chance(60) ? "advanced" : "qualified",
        > 40 => "qualified",
        _ => "",
    };

    private static List<DemoBranch> Branches(string school, DemoRandom random)
    {
        List<DemoBranch> branches = [];
        var unionGroups = random.Between(2, 5);
        for (var i = 0; i < unionGroups; i++)
        {
            var staff = random.Between(12, 36);
            branches.Add(new($"{school}-u{i + 1}", $"第{Ordinals[i]}工会小组", "unionGroup", staff, staff - random.Between(0, staff / 12)));
        }

        var gradeGroups = random.Between(0, Grades.Length);
        for (var i = 0; i < gradeGroups; i++) branches.Add(new($"{school}-g{i + 1}", Grades[i], "gradeGroup", 0, 0));
        var subjectGroups = random.Between(1, Subjects.Length - 1);
        for (var i = 0; i < subjectGroups; i++) branches.Add(new($"{school}-s{i + 1}", Subjects[i], "subjectGroup", 0, 0));
        if (random.Chance(40)) branches.Add(new($"{school}-c1", "教师发展中心", "centre", 0, 0));
        return branches;
    }
}
