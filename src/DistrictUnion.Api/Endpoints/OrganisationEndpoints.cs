using DistrictUnion.Api.Access;
using DistrictUnion.Api.Http;
using DistrictUnion.Application.Accounts;
using DistrictUnion.Application.Organisation;
using DistrictUnion.Domain.Organisation;

namespace DistrictUnion.Api.Endpoints;

/// <summary>Zones, schools, branches.</summary>
public static class OrganisationEndpoints
{
    /// <summary>Maps the routes.</summary>
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/zones", (HttpContext http, Paging page, Answers answers) => answers.PlainAsync(http, new ListZones(page.Value, RequestWords.UpdatedSinceOf(http))))
            .Requires(Permission.ReadOrganisation).ProducesPulledPage<ZoneView>().WithSummary("片区").WithTags("Organisation");
        api.MapGet("/zones/{zone}", (HttpContext http, Answers answers) => answers.TaggedAsync(http, new GetZone(ResolvedPath.Of(http).Zone!.Value)))
            .Requires(Permission.ReadOrganisation).Produces<ZoneView>().WithSummary("一个片区").WithTags("Organisation");
        api.MapPut("/zones/{zone}", (HttpContext http, string zone, Body<ZoneInput> body, Answers answers) => answers.TaggedAsync(
                http, new PutZone(zone, ResolvedPath.Of(http).Zone, body.Value, RequestWords.PreconditionOf(http))))
            .Requires(Permission.ManageOrganisation).Creates("zone").Takes<ZoneInput>().ProducesPut<ZoneView>()
            .WithSummary("新建或修改片区").WithTags("Organisation");
        api.MapGet("/schools", (HttpContext http, Paging page, string? zone, string? search, Answers answers) => answers.PlainAsync(
                http,
                new ListSchools(
                    page.Value, RequestWords.UpdatedSinceOf(http), zone, RequestWords.Read<SchoolStage>(http, "stage"), search, RequestWords.Read<SchoolSort>(http, "sort") ?? SchoolSort.Code)))
            .Requires(Permission.ReadOrganisation).Query<SchoolStage>("stage", "学段").Query<SchoolSort>("sort", "排序")
            .ProducesPulledPage<SchoolView>().WithSummary("学校").WithTags("Organisation");
        api.MapGet("/schools/{school}", (HttpContext http, Answers answers) => answers.TaggedAsync(http, new GetSchool(ResolvedPath.Of(http).School!.Value)))
            .Requires(Permission.ReadOrganisation).Produces<SchoolView>().WithSummary("一所学校").WithTags("Organisation");
        api.MapPut("/schools/{school}", (HttpContext http, string school, Body<SchoolInput> body, Answers answers) => answers.TaggedAsync(
                http, new PutSchool(school, ResolvedPath.Of(http).School, body.Value, RequestWords.PreconditionOf(http))))
            .Requires(Permission.ManageOrganisation).Creates("school").Takes<SchoolInput>().ProducesPut<SchoolView>()
            .WithSummary("新建或修改学校").WithTags("Organisation");
        api.MapPost("/schools/import", (HttpContext http, ImportAnswers imports) =>
                imports.RunAsync(http, SchoolColumns.Table, (rows, mode, dryRun) => new ImportSchools(rows, mode, dryRun)))
            .Requires(Permission.ManageOrganisation).Imports<SchoolRow>().WithSummary("批量导入学校").WithTags("Organisation");
        api.MapGet("/schools/import/template.xlsx", (ImportAnswers imports) => imports.Template(SchoolColumns.Table))
            .Requires(Permission.ManageOrganisation).ProducesFile(MediaTypes.Xlsx).WithSummary("批量导入学校的模板").WithTags("Organisation");
        api.MapPost("/branches/import", (HttpContext http, ImportAnswers imports) =>
                imports.RunAsync(http, BranchColumns.Table, (rows, mode, dryRun) => new ImportBranches(rows, mode, dryRun)))
            .Requires(Permission.ManageOrganisation).Imports<BranchRow>().WithSummary("批量导入小组，换校即迁入").WithTags("Organisation");
        api.MapGet("/branches/import/template.xlsx", (ImportAnswers imports) => imports.Template(BranchColumns.Table))
            .Requires(Permission.ManageOrganisation).ProducesFile(MediaTypes.Xlsx).WithSummary("批量导入小组的模板").WithTags("Organisation");
        api.MapGet("/schools/{school}/branches", (HttpContext http, Paging page, Answers answers) =>
                answers.PlainAsync(http, new ListBranches(ResolvedPath.Of(http).School!.Value, page.Value, RequestWords.UpdatedSinceOf(http))))
            .Requires(Permission.ReadOrganisation).ProducesPulledPage<BranchView>().WithSummary("学校的小组").WithTags("Organisation");
        api.MapGet("/schools/{school}/branches/{branch}", (HttpContext http, Answers answers) => answers.TaggedAsync(
                http, new GetBranch(ResolvedPath.Of(http).School!.Value, ResolvedPath.Of(http).Branch!.Value)))
            .Requires(Permission.ReadOrganisation).Produces<BranchView>().WithSummary("一个小组").WithTags("Organisation");
        api.MapPut("/schools/{school}/branches/{branch}", (HttpContext http, string branch, Body<BranchInput> body, Answers answers) => answers.TaggedAsync(
                http,
                new PutBranch(
                    ResolvedPath.Of(http).School!.Value, branch, ResolvedPath.Of(http).Branch, body.Value, RequestWords.PreconditionOf(http))))
            .Requires(Permission.ManageBranches).Creates("branch").Takes<BranchInput>().ProducesPut<BranchView>()
            .WithSummary("新建、修改或迁入小组").WithTags("Organisation");
    }
}
