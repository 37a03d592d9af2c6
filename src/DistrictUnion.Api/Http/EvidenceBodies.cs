using System.Globalization;
using DistrictUnion.Application.EvidenceLedger;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.EvidenceLedger;
using MediatR;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace DistrictUnion.Api.Http;

/// <summary>Receives evidence, whole or piece by piece: its bytes go to disk as they come, outside any transaction.</summary>
public sealed class EvidenceBodies(IMediator mediator, Problems problems, IEvidenceStore store, IOfficeText texts, FileScans scans, ITenantContext tenant)
{
    private const int MaxField = 4096;
    private const int MaxFields = 210;
    private const string FileField = "file";

    /// <summary>Takes a form with one file and what it is to prove.</summary>
    public async Task<IResult> TakeAsync(HttpContext http, RoundId round, SchoolId school)
    {
        var sent = await ReadFormAsync(http);
        if (!sent.IsSuccess)
            return problems.Of(sent.Error!);
        var (file, purpose, pictureHash) = sent.Value;
        return await AddAsync(http, new AddEvidence(round, school, file, purpose) { PictureHash = pictureHash });
    }

    /// <summary>Takes a form with the file that replaces another.</summary>
    public async Task<IResult> ReplaceAsync(HttpContext http, RoundId round, SchoolId school, EvidenceId evidence)
    {
        var sent = await ReadFormAsync(http);
        if (!sent.IsSuccess)
            return problems.Of(sent.Error!);
        var replaced = await mediator.Send(new ReplaceEvidence(round, school, evidence, sent.Value.File) { PictureHash = sent.Value.PictureHash }, http.RequestAborted);
        return replaced.IsSuccess ? Results.Ok(replaced.Value) : problems.Of(replaced.Error!);
    }

    /// <summary>Takes the next piece of an upload; with the last one the file is looked into and kept.</summary>
    public async Task<IResult> ContinueAsync(HttpContext http, RoundId round, SchoolId school, EvidenceUploadId upload)
    {
        if (!long.TryParse(http.Request.Query["offset"], NumberStyles.None, CultureInfo.InvariantCulture, out var offset))
            return problems.Of(ValidationError.Of("offset", "evidence.offsetRequired"));
        var state = await mediator.Send(new GetUpload(round, school, upload), http.RequestAborted);
        if (!state.IsSuccess)
            return problems.Of(state.Error!);
        var (view, name, purpose, replaces, pictureHash) = state.Value;
        var district = tenant.RequireCaller().DistrictId;
        var appended = await store.AppendAsync(district, upload, offset, view.Size, http.Request.Body, http.RequestAborted);
        if (!appended.IsSuccess)
            return problems.Of(appended.Error!);
        if (appended.Value < view.Size)
            return Results.Ok(new UploadProgress(upload.Value, view.Size, appended.Value, null));
        var kept = await store.KeepAsync(district, upload, name, http.RequestAborted);
        if (!kept.IsSuccess)
        {
            // A file that can't be kept won't be better at the next try.
            await mediator.Send(new DropUpload(round, school, upload), http.RequestAborted);
            return problems.Of(kept.Error!);
        }

        if (await scans.TakeAsync(kept.Value, http.RequestAborted) is { } infected)
        {
            await mediator.Send(new DropUpload(round, school, upload), http.RequestAborted);
            return problems.Of(infected);
        }

        var added = replaces is { } replaced
            ? await mediator.Send(new ReplaceEvidence(round, school, replaced, kept.Value, upload) { PictureHash = pictureHash }, http.RequestAborted)
            : await mediator.Send(new AddEvidence(round, school, kept.Value, purpose, upload) { PictureHash = pictureHash }, http.RequestAborted);
        if (!added.IsSuccess)
            return problems.Of(added.Error!);
        store.Discard(district, upload);
        return Results.Created((string?)null, new UploadProgress(upload.Value, view.Size, view.Size, added.Value));
    }

    /// <summary>Takes a form with a file and nothing else: the scan of a paper, a photo.</summary>
    public async Task<IResult> TakeScanAsync<T>(HttpContext http, Answers answers, Func<KeptFile, ICommand<Tagged<T>>> command)
    {
        var sent = await ReadFormAsync(http);
        return sent.IsSuccess ? await answers.TaggedAsync(http, command(sent.Value.File)) : problems.Of(sent.Error!);
    }

    /// <summary>Hands a file out: to be saved, or, for a picture that is asked for so, to be shown.</summary>
    public async Task<IResult> OpenAsync(HttpContext http, IQuery<EvidenceFile> request)
    {
        var found = await mediator.Send(request, http.RequestAborted);
        if (!found.IsSuccess)
            return problems.Of(found.Error!);
        var file = found.Value;
        if (await scans.RefuseAsync(file, http.RequestAborted) is { } refusal)
            return problems.Of(refusal);
        var content = Open(file);
        var shows = RequestWords.ReadFlag(http, "inline", false) && file.MediaType.StartsWith("image/", StringComparison.Ordinal);
        var disposition = new ContentDispositionHeaderValue(shows ? "inline" : "attachment");
        disposition.SetHttpFileName(file.Name);
        http.Response.Headers.ContentDisposition = disposition.ToString();
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        return Results.Stream(content, file.MediaType, enableRangeProcessing: true);
    }

    /// <summary>
    /// Hands out the text of an Office file, read after the database was asked and let go. The kept bytes never change, so their
    /// hash is the tag; the number counts up when the same bytes give another text.
    /// </summary>
    public async Task<IResult> ReadTextAsync(HttpContext http, IQuery<EvidenceFile> request)
    {
        const string version = "1";
        var found = await mediator.Send(request, http.RequestAborted);
        if (!found.IsSuccess)
            return problems.Of(found.Error!);
        var file = found.Value;
        if (await scans.RefuseAsync(file, http.RequestAborted) is { } refusal)
            return problems.Of(refusal);
        var tag = $"\"{file.Hash[..30]}-{version}\"";
        await using var content = Open(file);
        var text = await Task.Run(() => texts.Read(content, file.MediaType), http.RequestAborted);
        if (!text.IsSuccess)
            return problems.Of(text.Error!);
        http.Response.Headers.ETag = tag;
        return http.Request.Headers.IfNoneMatch.ToString().Split(',', StringSplitOptions.TrimEntries).Contains(tag)
            ? Results.StatusCode(StatusCodes.Status304NotModified)
            : Results.Ok(text.Value);
    }

    private Stream Open(EvidenceFile file) =>
        store.Open(tenant.RequireCaller().DistrictId, file.Hash) ?? throw new FileNotFoundException($"The file {file.Hash} has a row and isn't there.");

    private async Task<IResult> AddAsync(HttpContext http, AddEvidence command)
    {
        var added = await mediator.Send(command, http.RequestAborted);
        return added.IsSuccess ? Results.Created((string?)null, added.Value) : problems.Of(added.Error!);
    }

    private async Task<Result<SentEvidence>> ReadFormAsync(HttpContext http)
    {
        if (!MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type) || type.MediaType != "multipart/form-data"
            || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 and <= 100 } boundary)
        {
            return ValidationError.Of("$", "body.contentType", ("expected", "multipart/form-data"));
        }

        var reader = new MultipartReader(boundary, http.Request.Body);
        KeptFile? file = null;
        List<string> nodes = [];
        string? pictureHash = null;
        Dictionary<string, DateOnly?> days = new(StringComparer.Ordinal) { ["from"] = null, ["to"] = null };
        try
        {
            for (var count = 0; await reader.ReadNextSectionAsync(http.RequestAborted) is { } section; count++)
            {
                if (count > MaxFields || !ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition))
                    return ValidationError.Of("$", "evidence.form");
                var name = HeaderUtilities.RemoveQuotes(disposition.Name).ToString();
                if (name == FileField)
                {
                    if (file is not null)
                        return ValidationError.Of(FileField, "evidence.oneFile");
                    var called = HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).ToString();
                    var kept = await store.TakeAsync(tenant.RequireCaller().DistrictId, called, section.Body, http.RequestAborted);
                    if (!kept.IsSuccess)
                        return kept.As<SentEvidence>();
                    file = kept.Value;
                    continue;
                }

                if (await ReadFieldAsync(section, http.RequestAborted) is not { } text)
                    return ValidationError.Of(name, "evidence.form");
                if (name == "nodes")
                    nodes.AddRange(text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
                else if (name == "pictureHash")
                    pictureHash = text.Length == 0 ? null : text;
                else if (!days.ContainsKey(name))
                    return ValidationError.Of(name, "json.unknownProperty", ("property", name));
                else if (text.Length > 0 && !DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
                    return ValidationError.Of(name, "json.wrongValue");
                else
                    days[name] = text.Length == 0 ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
            }
        }
        catch (InvalidDataException)
        {
            return ValidationError.Of("$", "evidence.form");
        }

        if (file is null)
            return ValidationError.Of(FileField, "evidence.fileMissing");
        return await scans.TakeAsync(file, http.RequestAborted) is { } infected
            ? infected
            : new SentEvidence(file, new EvidencePurpose([.. nodes.Distinct(StringComparer.Ordinal)], days["from"], days["to"]), pictureHash);
    }

    private static async Task<string?> ReadFieldAsync(MultipartSection section, CancellationToken cancellationToken)
    {
        var buffer = new byte[MaxField];
        var read = await section.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        return read == buffer.Length ? null : System.Text.Encoding.UTF8.GetString(buffer, 0, read).Trim();
    }

    /// <summary>What a form said.</summary>
    private sealed record SentEvidence(KeptFile File, EvidencePurpose Purpose, string? PictureHash);
}

/// <summary>How far an upload is after a piece.</summary>
/// <param name="Id">Identifier of the upload.</param>
/// <param name="Size">Bytes of the whole file.</param>
/// <param name="Received">Bytes that arrived; the next piece begins here.</param>
/// <param name="Evidence">The evidence that it became with its last piece.</param>
public sealed record UploadProgress(Guid Id, long Size, long Received, EvidenceView? Evidence);
