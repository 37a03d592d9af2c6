using DistrictUnion.Api.Access;
using DistrictUnion.Api.Http;
using DistrictUnion.Application.Accounts;
using DistrictUnion.Application.EvidenceLedger;
using DistrictUnion.Application.Ports;

namespace DistrictUnion.Api.Endpoints;

/// <summary>Evidence of a school's self-evaluation.</summary>
public static class EvidenceEndpoints
{
    private const string Evidence = "/rounds/{round}/schools/{school}/evidence";

    /// <summary>Maps the routes.</summary>
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet(Evidence, (HttpContext http, Paging page, Answers answers) =>
                answers.PlainAsync(http, new ListEvidence(Path(http).Round!.Value, Path(http).School!.Value, page.Value)))
            .Requires(Permission.ReadEvaluations).ProducesPage<EvidenceView>().WithSummary("佐证材料").WithTags("Evidence");
        api.MapPost(Evidence, (HttpContext http, EvidenceBodies bodies) => bodies.TakeAsync(http, Path(http).Round!.Value, Path(http).School!.Value))
            .Requires(Permission.WriteEvaluations).TakesEvidence().Takes<EvidenceForm>("multipart/form-data").Produces<EvidenceView>(201)
            .WithSummary("上传佐证材料").WithTags("Evidence");
        api.MapGet($"{Evidence}/{{evidence}}", (HttpContext http, int? version, EvidenceBodies bodies) =>
                bodies.OpenAsync(http, Open(http, version)))
            .Requires(Permission.ReadEvaluations).Query("inline", "true 时图片直接显示", Microsoft.OpenApi.JsonSchemaType.Boolean)
            .ProducesFile("application/octet-stream").WithSummary("下载佐证材料").WithTags("Evidence");
        api.MapGet($"{Evidence}/{{evidence}}/text", (HttpContext http, int? version, EvidenceBodies bodies) =>
                bodies.ReadTextAsync(http, Open(http, version)))
            .Requires(Permission.ReadEvaluations).Produces<OfficeText>().WithSummary("Office 佐证材料的文字").WithTags("Evidence");
        api.MapPut($"{Evidence}/{{evidence}}", (HttpContext http, Body<EvidenceInput> body, Answers answers) => answers.PlainAsync(
                http, new ChangeEvidence(Path(http).Round!.Value, Path(http).School!.Value, Path(http).Evidence!.Value, body.Value)))
            .Requires(Permission.WriteEvaluations).Takes<EvidenceInput>().Produces<EvidenceView>().WithSummary("修改佐证材料的对应指标和时段").WithTags("Evidence");
        api.MapPut($"{Evidence}/{{evidence}}/file", (HttpContext http, EvidenceBodies bodies) =>
                bodies.ReplaceAsync(http, Path(http).Round!.Value, Path(http).School!.Value, Path(http).Evidence!.Value))
            .Requires(Permission.WriteEvaluations).TakesEvidence().Takes<ReplacementForm>("multipart/form-data").Produces<EvidenceView>()
            .WithSummary("以新文件替换佐证材料，原文件留作历史版本").WithTags("Evidence");
        api.MapDelete($"{Evidence}/{{evidence}}", (HttpContext http, Answers answers) => answers.WithAsync(
                http, new RemoveEvidence(Path(http).Round!.Value, Path(http).School!.Value, Path(http).Evidence!.Value), _ => Results.NoContent()))
            .Requires(Permission.WriteEvaluations).Produces(204).WithSummary("移除佐证材料").WithTags("Evidence");
        MapUploads(api);
    }

    private static void MapUploads(RouteGroupBuilder api)
    {
        const string uploads = $"{Evidence}/uploads";
        api.MapPost(uploads, (HttpContext http, Body<UploadInput> body, Answers answers) => answers.WithAsync(
                http, new StartUpload(Path(http).Round!.Value, Path(http).School!.Value, body.Value), upload => Results.Created((string?)null, upload)))
            .Requires(Permission.WriteEvaluations).Takes<UploadInput>().Produces<UploadView>(201).WithSummary("开始分段上传").WithTags("Evidence");
        api.MapGet($"{uploads}/{{upload}}", (HttpContext http, Answers answers) => answers.WithAsync(
                http, new GetUpload(Path(http).Round!.Value, Path(http).School!.Value, Path(http).Upload!.Value), state => Results.Ok(state.View)))
            .Requires(Permission.WriteEvaluations).Produces<UploadView>().WithSummary("分段上传的进度").WithTags("Evidence");
        api.MapPut($"{uploads}/{{upload}}", (HttpContext http, EvidenceBodies bodies) =>
                bodies.ContinueAsync(http, Path(http).Round!.Value, Path(http).School!.Value, Path(http).Upload!.Value))
            .Requires(Permission.WriteEvaluations).TakesEvidence().Query("offset", "本段从第几个字节开始", Microsoft.OpenApi.JsonSchemaType.Integer)
            .Takes<byte[]>("application/octet-stream").Produces<UploadProgress>().Produces<UploadProgress>(201).WithSummary("上传一段").WithTags("Evidence");
        api.MapDelete($"{uploads}/{{upload}}", (HttpContext http, Answers answers) => answers.WithAsync(
                http, new DropUpload(Path(http).Round!.Value, Path(http).School!.Value, Path(http).Upload!.Value), _ => Results.NoContent()))
            .Requires(Permission.WriteEvaluations).Produces(204).WithSummary("放弃分段上传").WithTags("Evidence");
    }

    private static OpenEvidence Open(HttpContext http, int? version) =>
        new(Path(http).Round!.Value, Path(http).School!.Value, Path(http).Evidence!.Value, version);

    private static ResolvedPath Path(HttpContext http) => ResolvedPath.Of(http);
}

/// <summary>A file and what it is to prove, as form fields.</summary>
/// <param name="File">The file.</param>
/// <param name="Nodes">Codes of the leaves, repeated or separated by commas.</param>
/// <param name="From">First day that it speaks of.</param>
/// <param name="To">Last day that it speaks of, inclusive.</param>
/// <param name="PictureHash">Difference hash of a picture, 16 hexadecimal digits; left out where the client computes none.</param>
public sealed record EvidenceForm(byte[] File, IReadOnlyList<string> Nodes, DateOnly? From, DateOnly? To, string? PictureHash);

/// <summary>A file that replaces another, as form fields.</summary>
/// <param name="File">The file.</param>
/// <param name="PictureHash">Difference hash of a picture, 16 hexadecimal digits; left out where the client computes none.</param>
public sealed record ReplacementForm(byte[] File, string? PictureHash);
