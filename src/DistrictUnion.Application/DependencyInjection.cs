using DistrictUnion.Application.Accounts;
using DistrictUnion.Application.Bundles;
using DistrictUnion.Application.Common;
using DistrictUnion.Application.Communities;
using DistrictUnion.Application.Evaluations;
using DistrictUnion.Application.EvidenceLedger;
using DistrictUnion.Application.Jobs;
using DistrictUnion.Application.Lab;
using DistrictUnion.Application.Panels;
using DistrictUnion.Application.Papers;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Reports;
using DistrictUnion.Application.Results;
using DistrictUnion.Application.Reviews;
using DistrictUnion.Application.Rounds;
using DistrictUnion.Application.Schemes;
using DistrictUnion.Application.Titles;
using DistrictUnion.Application.Visits;
using DistrictUnion.Application.Votes;
using FluentValidation;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace DistrictUnion.Application;

/// <summary>Registers the use cases.</summary>
public static class DependencyInjection
{
    /// <summary>Adds handlers, validators, services and the pipeline: log → validate → transaction → handler.</summary>
    public static IServiceCollection AddApplication(this IServiceCollection services)
    {
        services.AddScoped<ServiceFactory>(p => p.GetService!);
        services.AddScoped<IMediator, Mediator>();
        services.Scan(scan => scan.FromAssemblyOf<IUnionDb>()
            .AddClasses(c => c.AssignableTo(typeof(IRequestHandler<,>)), publicOnly: false).AsImplementedInterfaces().WithScopedLifetime()
            .AddClasses(c => c.AssignableTo(typeof(IValidator<>)), publicOnly: false).AsImplementedInterfaces().WithScopedLifetime()
            .AddClasses(c => c.AssignableTo<IJobHandler>(), publicOnly: false).AsImplementedInterfaces().WithScopedLifetime());
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(LoggingBehaviour<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(ValidationBehaviour<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(TransactionBehaviour<,>));
        services.AddSingleton<CompiledSchemeCache>();
        services.AddSingleton<RollupMetrics>();
        services.AddSingleton<CodeCache>();
        services.AddSingleton<DistrictNames>();
        services.AddScoped<PathLookup>();
        services.AddScoped<SchemeCatalogue>();
        services.AddScoped<ScoringInputs>();
        services.AddScoped<ScorecardRollup>();
        services.AddScoped<ScorecardFreeze>();
        services.AddScoped<RoundBundles>();
        services.AddScoped<CampaignBundles>();
        services.AddScoped<BundleFiles>();
        services.AddScoped<IScheduledWork, ScheduledRollups>();
        services.AddScoped<IScheduledWork, ScheduledEvidenceWork>();
        services.AddScoped<IScheduledWork, ScheduledVotes>();
        services.AddScoped<IScheduledWork, ScheduledTitles>();
        services.AddScoped<JobQueue>();
        services.AddScoped<UserViews>();
        services.AddScoped<FactLedger>();
        services.AddScoped<ReportReader>();
        services.AddScoped<EvaluationReader>();
        services.AddScoped<EvaluationViews>();
        services.AddScoped<EvaluationFolder>();
        services.AddScoped<EvaluationForms>();
        services.AddScoped<MissingFacts>();
        services.AddScoped<ReceiptClock>();
        services.AddScoped<RoundGate>();
        services.AddScoped<OwnSchools>();
        services.AddScoped<BarredSchools>();
        services.AddScoped<EvidenceGate>();
        services.AddScoped<EvidenceArrivals>();
        services.AddScoped<FileScans>();
        services.AddScoped<EvidenceDuplicates>();
        services.AddScoped<HandedInEvidence>();
        services.AddScoped<PaperSight>();
        services.AddScoped<PaperDigests>();
        services.AddScoped<PanelViews>();
        services.AddScoped<PanelDesk>();
        services.AddScoped<CommunityViews>();
        services.AddScoped<CommunityBonds>();
        services.AddScoped<OwnSeats>();
        services.AddScoped<RoundScopes>();
        services.AddScoped<ScopeCodes>();
        services.AddScoped<VisitDesk>();
        services.AddScoped<VisitViews>();
        services.AddScoped<VoteViews>();
        services.AddScoped<BallotAccess>();
        services.AddScoped<CampaignViews>();
        services.AddScoped<CampaignSelection>();
        services.AddScoped<CampaignNomination>();
        services.AddScoped<NominationPackage>();
        services.AddScoped<TitlePapers>();
        services.AddScoped<Candidates>();
        services.AddScoped<KnownUnits>();
        services.AddScoped<ApplicationViews>();
        services.AddScoped<ApplicationFiles>();
        services.AddScoped<EndedUnits>();
        services.AddScoped<RecommendationGate>();
        services.AddScoped<TitleRegister>();
        services.AddScoped<PublicAccess>();
        services.AddScoped<LabScoring>();
        services.AddScoped<LabCampaigns>();
        services.AddScoped<LabViews>();
        return services;
    }
}
