using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Schemes;
using DistrictUnion.Application.Titles;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Rounds;
using DistrictUnion.Domain.Schemes;
using DistrictUnion.Domain.Titles;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DistrictUnion.Infrastructure.Seeding;

/// <summary>Loads data from files through the same use cases that people use. Loading again changes nothing.</summary>
public sealed class Seeder(IServiceProvider services, SeedClock clock)
{
    /// <summary>Administrator of a district without demo data.</summary>
    public const string Administrator = "district.admin";

    private const string PlanFile = "school-year.yaml";

    private readonly DistrictFounding founding = new(services);
    private readonly ICsvReader csv = services.GetRequiredService<ICsvReader>();

    /// <summary>Loads the exceptional days of the working calendar.</summary>
    public async Task LoadCalendarsAsync(string directory, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IUnionDb>();
        var known = await db.CalendarDays.ToDictionaryAsync(d => d.Date, cancellationToken);
        foreach (var row in new SeedFiles(directory, csv).Read("cn-days.csv"))
        {
            var (date, kind, name) = (row.Date("date"), row.Word<CalendarDayKind>("kind"), row.Text("name"));
            if (known.TryGetValue(date, out var day))
                day.Correct(kind, name);
            else
                db.CalendarDays.Add(CalendarDay.Create(date, kind, name));
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Makes one empty district with its administrator and the schemes as drafts.</summary>
    public async Task LoadEmptyDistrictAsync(string schemes, string password, CancellationToken cancellationToken)
    {
        const string code = "district";
        var founded = await founding.FoundAsync(code, "区教育工会", Administrator, password, cancellationToken);
        if (founded.IsSuccess)
        {
            await LoadSchemesAsync(founded.Value, code, schemes, publish: false, cancellationToken);
            await LoadTitlesAsync(founded.Value, code, Path.Combine(schemes, "..", "titles"), cancellationToken);
            await ObligationsOf(founded.Value, code).LoadTemplatesAsync(Path.Combine(schemes, "..", "obligations"), cancellationToken);
            await PlanOf(founded.Value, code).LoadAsync(Path.Combine(schemes, "..", "plan", PlanFile), clock.Today().Year, cancellationToken);
        }
    }

    /// <summary>Loads the demo districts, each from its folder.</summary>
    public async Task LoadDemoAsync(string seeds, string password, CancellationToken cancellationToken)
    {
        foreach (var directory in Directory.GetDirectories(Path.Combine(seeds, "demo")).Order(StringComparer.Ordinal))
        {
            var files = new SeedFiles(directory, csv);
            var row = files.Read("district.csv") is [var only] ? only : throw new SeedException($"{directory}/district.csv must have one row.");
            var (code, name) = (row.Text("code"), row.Text("name"));
            var id = await founding.EnsureAsync(code, name, cancellationToken);
            await LoadSchemesAsync(id, code, Path.Combine(seeds, "schemes"), publish: true, cancellationToken);
            await LoadTitlesAsync(id, code, Path.Combine(seeds, "titles"), cancellationToken);
            var district = new SeedDistrict(founding, id, code, files, clock);
            await new OrganisationSeeder(district).LoadAsync(password, cancellationToken);
            await ObligationsOf(id, code).LoadDemoAsync(Path.Combine(seeds, "obligations"), cancellationToken);
            await PlanOf(id, code).LoadAsync(Path.Combine(seeds, "plan", PlanFile), district.Clock.Today().Year, cancellationToken);
            await new RoundSeeder(district).LoadAsync(cancellationToken);
            await ObligationSeeder.LoadStoryAsync(district, cancellationToken);
        }
    }

    private PlanSeeder PlanOf(DistrictId district, string code) => new(founding, district, code, services.GetRequiredService<ISchemeFileReader>());

    private ObligationSeeder ObligationsOf(DistrictId district, string code) => new(founding, district, code, services.GetRequiredService<ISchemeFileReader>());

    private async Task LoadSchemesAsync(DistrictId district, string code, string directory, bool publish, CancellationToken cancellationToken)
    {
        foreach (var file in Directory.GetFiles(directory, "*.yaml").Order(StringComparer.Ordinal))
        {
            var text = await File.ReadAllTextAsync(file, cancellationToken);
            var imported = await SendAsync(district, code, new ImportScheme(SchemeFileFormat.Yaml, text), cancellationToken);
            if (!imported.IsSuccess)
            {
                var first = (imported.Error as ValidationError)?.Fields[0];
                throw new SeedException($"{file} was refused: {first?.Path} {first?.Code ?? imported.Error!.Code}.");
            }

            if (publish && imported.Value.State == SchemeVersionState.Draft)
                await PublishAsync(district, code, file, imported.Value, cancellationToken);
        }
    }

    /// <summary>Loads title programmes that the district doesn't have; those it has are its own to change.</summary>
    private async Task LoadTitlesAsync(DistrictId district, string code, string directory, CancellationToken cancellationToken)
    {
        foreach (var file in Directory.GetFiles(directory, "*.json").Order(StringComparer.Ordinal))
        {
            var definition = Json.Read<ProgrammeDefinition>(await File.ReadAllTextAsync(file, cancellationToken));
            if (await HasProgrammeAsync(district, code, Path.GetFileNameWithoutExtension(file), cancellationToken))
                continue;
            var put = await SendAsync(district, code, new PutProgramme(Path.GetFileNameWithoutExtension(file), null, definition, new Precondition(null, "*")), cancellationToken);
            if (!put.IsSuccess)
                throw new SeedException($"{file} was refused: {(put.Error as ValidationError)?.Fields[0].Code ?? put.Error!.Code}.");
        }
    }

    private async Task<bool> HasProgrammeAsync(DistrictId district, string code, string programme, CancellationToken cancellationToken)
    {
        await using var scope = founding.Enter(district, code);
        var db = scope.ServiceProvider.GetRequiredService<IUnionDb>();
        var found = await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().ReadAsync(
            async () => (Result<List<string>>)await db.TitleProgrammes.Where(p => p.Code == programme).Select(p => p.Code).ToListAsync(cancellationToken), cancellationToken);
        return found.Value.Count > 0;
    }

    private async Task PublishAsync(DistrictId district, string code, string file, SchemeImported imported, CancellationToken cancellationToken)
    {
        await using var scope = founding.Enter(district, code);
        var db = scope.ServiceProvider.GetRequiredService<IUnionDb>();
        var scheme = (await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().ReadAsync(
            async () => (Result<Scheme>)await db.Schemes.AsNoTracking().SingleAsync(s => s.Code == imported.Code, cancellationToken),
            cancellationToken)).Value;
        var published = await SendAsync(district, code, new PublishScheme(scheme.Id, imported.Version, Precondition.Any), cancellationToken);
        if (published.Error is UnprocessableError { Problems: [var first, ..] })
            throw new SeedException($"{file} can't be published: {first.Path} {first.Code}.");
        if (!published.IsSuccess)
            throw new SeedException($"{file} can't be published: {published.Error!.Code}.");
    }

    private async Task<Result<T>> SendAsync<T>(DistrictId district, string code, IRequest<Result<T>> request, CancellationToken cancellationToken)
    {
        await using var scope = founding.Enter(district, code);
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request, cancellationToken);
    }
}
