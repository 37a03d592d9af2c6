using System.Text.Json;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Schemes;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Schemes;

/// <summary>Formats of scheme files.</summary>
public enum SchemeFileFormat
{
    /// <summary>YAML.</summary>
    Yaml,

    /// <summary>JSON.</summary>
    Json,
}

/// <summary>What came of an import.</summary>
/// <param name="Code">Scheme.</param>
/// <param name="Version">Version that the file is now.</param>
/// <param name="State">Its state.</param>
/// <param name="Unchanged">Whether the file is what the latest version says already.</param>
/// <param name="Problems">What keeps it from being published.</param>
/// <param name="Warnings">What should be looked at.</param>
public sealed record SchemeImported(
    string Code,
    int Version,
    SchemeVersionState State,
    bool Unchanged,
    IReadOnlyList<SchemeProblemView> Problems,
    IReadOnlyList<SchemeProblemView> Warnings);

/// <summary>Takes in a scheme file as the draft of the next version; importing an unchanged one does nothing.</summary>
public sealed record ImportScheme(SchemeFileFormat Format, string Text) : ICommand<SchemeImported>;

internal sealed class ImportSchemeValidator : AbstractValidator<ImportScheme>
{
    /// <summary>1 MiB.</summary>
    private const int MaxBytes = 1 << 20;

    public ImportSchemeValidator()
    {
        RuleFor(c => c.Text).Must(t => !string.IsNullOrWhiteSpace(t)).WithErrorCode("scheme.file.empty").WithName("$");
        RuleFor(c => c.Text).Must(t => System.Text.Encoding.UTF8.GetByteCount(t) <= MaxBytes).WithErrorCode("scheme.file.tooLarge").WithName("$");
    }
}

internal sealed class ImportSchemeHandler(IUnionDb db, ITenantContext tenant, ISchemeFileReader yaml, TimeProvider clock)
    : IHandler<ImportScheme, SchemeImported>
{
    public async Task<Result<SchemeImported>> Handle(ImportScheme request, CancellationToken cancellationToken)
    {
        var read = request.Format == SchemeFileFormat.Yaml ? yaml.ReadYaml(request.Text) : ReadJson(request.Text);
        if (!read.IsSuccess)
            return read.As<SchemeImported>();
        using var document = read.Value;
        var parsed = SchemeDocument.Parse(document.RootElement);
        if (parsed.Definition is not { } definition)
            return new ValidationError([.. parsed.Problems.Select(p => new FieldError(p.Path, p.Message.Code, p.Message.Arguments))]);

        var scheme = await db.Schemes.Include(s => s.Versions).SingleOrDefaultAsync(s => s.Code == definition.Code, cancellationToken);
        if (scheme is null)
        {
            scheme = Scheme.Create(tenant.RequireCaller().DistrictId, definition.Code);
            db.Schemes.Add(scheme);
        }

        var (version, changed) = scheme.Import(definition, SchemeDocument.Write(definition), clock.GetUtcNow());
        return new SchemeImported(
            scheme.Code,
            version.Number,
            version.State,
            !changed,
            SchemeViews.Of(SchemeChecks.Check(definition)),
            SchemeViews.Of(SchemeChecks.Warnings(definition)));
    }

    private static Result<JsonDocument> ReadJson(string text)
    {
        try
        {
            return JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 32 });
        }
        catch (JsonException e)
        {
            return ValidationError.Of("$", "json.malformed", ("line", (e.LineNumber ?? 0) + 1));
        }
    }
}
