using System.Text.Json;
using DistrictUnion.Application.Common;
using DistrictUnion.Application.Obligations;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Obligations;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DistrictUnion.Infrastructure.Seeding;

/// <summary>Loads what units are obliged to, each from a file of its own; those that the district has are its own to change.</summary>
internal sealed class ObligationSeeder(DistrictFounding founding, DistrictId district, string code, ISchemeFileReader reader)
{
    /// <summary>Only one plan each names these; a district that wants them activates them.</summary>
    private static readonly string[] OfSinglePlans = ["OB18", "OB19"];

    /// <summary>The demo's obligations begin with its year.</summary>
    private static readonly DateOnly DemoSince = new(2026, 1, 1);

    /// <summary>Loads the templates, inactive: a district activates what it asks for.</summary>
    public async Task LoadTemplatesAsync(string directory, CancellationToken cancellationToken)
    {
        foreach (var (template, definition) in await ReadAsync(directory, cancellationToken))
            await PutAsync(template, definition, cancellationToken);
    }

    /// <summary>Loads the templates of a demo district and activates them.</summary>
    public async Task LoadDemoAsync(string directory, CancellationToken cancellationToken)
    {
        foreach (var (template, definition) in await ReadAsync(directory, cancellationToken))
        {
            var isActive = !OfSinglePlans.Contains(template, StringComparer.Ordinal);
            var id = await PutAsync(template, isActive ? definition with { EffectiveFrom = DemoSince } : definition, cancellationToken);
            if (isActive && id is { } made)
                Take(template, await SendAsync(new ActivateObligationTemplate(made, true, Precondition.Any), cancellationToken));
        }
    }

    /// <summary>Loads what the units of a demo district handed in, and what was waived.</summary>
    public static Task LoadStoryAsync(SeedDistrict demo, CancellationToken cancellationToken) => demo.WriteAsync(
        "SeedObligations",
        async (_, db) =>
        {
            var today = demo.Clock.Today();
            var open = await db.Obligations.Where(o => o.FulfilledOn == null && o.WaivedFor == null).ToDictionaryAsync(o => o.Code, cancellationToken);
            foreach (var row in demo.Files.Read("obligations.csv"))
            {
                if (!open.TryGetValue(Obligation.CodeOf(row.Text("template"), row.Text("period"), row.Text("unit")), out var obligation) || row.Date("on") > today)
                    continue;
                var at = BusinessTime.StartOf(row.Date("on")).AddHours(10);
                if (row.Text("step") == "waive")
                    obligation.Waive(row.Text("note"), "district.officer", at, today);
                else
                    obligation.Fulfil(new ObligationProof(row.Date("on"), $"chair.{row.Text("unit")}", null, row.Text("note")), at, today);
            }
        },
        cancellationToken);

    private static void Take<T>(string template, Result<T> result)
    {
        if (!result.IsSuccess)
            throw new SeedException($"{template} was refused: {(result.Error as ValidationError)?.Fields[0].Path} {(result.Error as ValidationError)?.Fields[0].Code ?? result.Error!.Code}.");
    }

    private async Task<IReadOnlyList<(string Template, ObligationDefinition Definition)>> ReadAsync(string directory, CancellationToken cancellationToken)
    {
        List<(string, ObligationDefinition)> found = [];
        foreach (var file in Directory.GetFiles(directory, "*.yaml").Order(StringComparer.Ordinal))
        {
            var read = reader.ReadYaml(await File.ReadAllTextAsync(file, cancellationToken));
            if (!read.IsSuccess)
                throw new SeedException($"{file} can't be read: {((ValidationError)read.Error!).Fields[0].Code}.");
            using var document = read.Value;
            found.Add((Path.GetFileNameWithoutExtension(file), document.Deserialize<ObligationDefinition>(Json.Stored) ?? throw new SeedException($"{file} is empty.")));
        }

        return found;
    }

    /// <summary>Makes a template that is absent.</summary>
    /// <returns>The new one; null: it was there.</returns>
    private async Task<ObligationTemplateId?> PutAsync(string template, ObligationDefinition definition, CancellationToken cancellationToken)
    {
        if (await FindAsync(template, cancellationToken) is not null)
            return null;
        Take(template, await SendAsync(new PutObligationTemplate(template, null, definition, new Precondition(null, "*")), cancellationToken));
        return await FindAsync(template, cancellationToken);
    }

    private async Task<ObligationTemplateId?> FindAsync(string template, CancellationToken cancellationToken)
    {
        await using var scope = founding.Enter(district, code);
        var db = scope.ServiceProvider.GetRequiredService<IUnionDb>();
        var found = await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().ReadAsync(
            async () => (Result<List<ObligationTemplateId>>)await db.ObligationTemplates.Where(t => t.Code == template).Select(t => t.Id).ToListAsync(cancellationToken), cancellationToken);
        return found.Value.Count == 0 ? null : found.Value[0];
    }

    private async Task<Result<T>> SendAsync<T>(IRequest<Result<T>> request, CancellationToken cancellationToken)
    {
        await using var scope = founding.Enter(district, code);
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request, cancellationToken);
    }
}
