using System.Globalization;
using System.Text.Json;
using DistrictUnion.Application.Activities;
using DistrictUnion.Application.Common;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Activities;
using DistrictUnion.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DistrictUnion.Infrastructure.Seeding;

/// <summary>Loads a district's work calendar of a year; a district that has one keeps its own.</summary>
internal sealed class PlanSeeder(DistrictFounding founding, DistrictId district, string code, ISchemeFileReader reader)
{
    /// <summary>Loads the calendar of a year.</summary>
    public async Task LoadAsync(string file, int year, CancellationToken cancellationToken)
    {
        if (await HasPlanAsync(cancellationToken))
            return;
        var read = reader.ReadYaml(await File.ReadAllTextAsync(file, cancellationToken));
        if (!read.IsSuccess)
            throw new SeedException($"{file} can't be read: {((ValidationError)read.Error!).Fields[0].Code}.");
        using var document = read.Value;
        foreach (var item in (document.Deserialize<PlanFile>(Json.Stored) ?? throw new SeedException($"{file} is empty.")).Items)
        {
            var month = string.Create(CultureInfo.InvariantCulture, $"{year}-{item.Month:00}");
            DateOnly? date = item.Day is { } day ? new DateOnly(year, item.Month, day) : null;
            await using var scope = founding.Enter(district, code);
            var written = await scope.ServiceProvider.GetRequiredService<IMediator>()
                .Send(new WritePlanItem(null, new PlanInput(month, item.Title, date, item.Kind, null, item.Obligation), default), cancellationToken);
            if (!written.IsSuccess)
                throw new SeedException($"{item.Title} was refused: {(written.Error as ValidationError)?.Fields[0].Code ?? written.Error!.Code}.");
        }
    }

    private async Task<bool> HasPlanAsync(CancellationToken cancellationToken)
    {
        await using var scope = founding.Enter(district, code);
        var db = scope.ServiceProvider.GetRequiredService<IUnionDb>();
        return (await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().ReadAsync(
            async () => (Result<bool>)await db.PlanItems.AnyAsync(p => p.SchoolId == null && p.ZoneId == null, cancellationToken), cancellationToken)).Value;
    }

    private sealed record PlanFile(IReadOnlyList<PlanFileItem> Items);

    private sealed record PlanFileItem(int Month, string Title, int? Day = null, ActivityKind? Kind = null, string? Obligation = null);
}
