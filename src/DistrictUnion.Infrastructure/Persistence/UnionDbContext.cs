using System.Reflection;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Activities;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Congresses;
using DistrictUnion.Domain.Evaluations;
using DistrictUnion.Domain.EvidenceLedger;
using DistrictUnion.Domain.Lab;
using DistrictUnion.Domain.Messages;
using DistrictUnion.Domain.Obligations;
using DistrictUnion.Domain.Organisation;
using DistrictUnion.Domain.Panels;
using DistrictUnion.Domain.Papers;
using DistrictUnion.Domain.Rounds;
using DistrictUnion.Domain.Titles;
using DistrictUnion.Domain.Visits;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;

namespace DistrictUnion.Infrastructure.Persistence;

/// <summary>Names of the query filters that every tenant-owned entity carries.</summary>
public static class TenantFilters
{
    /// <summary>Only rows of the district in scope.</summary>
    public const string District = "District";

    /// <summary>Only rows of the school in scope, unless all are.</summary>
    public const string School = "School";
}

/// <summary>
/// The model, the same for every database. Filters are on for every entity that isn't <see cref="IGlobal"/>; without a tenant in
/// scope there are no rows, and a write outside the tenant is refused.
/// </summary>
public abstract partial class UnionDbContext(DbContextOptions options, ITenantContext tenant, TimeProvider clock) : DbContext(options), IUnionDb
{
    private readonly ChangeLedger ledger = new(clock);

    /// <summary>What the running command changed, for its audit row.</summary>
    internal ChangeLedger Ledger => ledger;

    /// <summary>What the database engine calls ordinal order of text.</summary>
    protected internal abstract string OrdinalCollation { get; }

    /// <summary>How many bits of a 64-bit number are set, in the engine's words.</summary>
    protected internal abstract SqlExpression CountBits(SqlExpression number);

    // Read by the filters whenever a query runs, so one context follows the tenant it was entered for.
    private DistrictId? TenantDistrict => tenant.DistrictId;

    private bool TenantReachesAllSchools => tenant.ReachesAllSchools;

    private SchoolId? TenantSchool => tenant.SchoolId;

    /// <inheritdoc/>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Saving is asynchronous.");

    /// <inheritdoc/>
    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        ChangeTracker.DetectChanges();
        TenantWriteGuard.Check(ChangeTracker, tenant);
        ledger.Record(this, tenant);
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    /// <inheritdoc/>
    Task<int> IUnionDb.SaveChangesAsync(CancellationToken cancellationToken) => SaveChangesAsync(true, cancellationToken);

    /// <inheritdoc/>
    void IUnionDb.Add(object entity) => Add(entity);

    /// <inheritdoc/>
    public bool HasChanges(object entity) => Entry(entity).State is not (EntityState.Unchanged or EntityState.Detached);

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DistrictId>().HaveConversion<IdConverters.District>();
        configurationBuilder.Properties<ZoneId>().HaveConversion<IdConverters.Zone>();
        configurationBuilder.Properties<CommunityId>().HaveConversion<IdConverters.Community>();
        configurationBuilder.Properties<SchoolId>().HaveConversion<IdConverters.School>();
        configurationBuilder.Properties<BranchId>().HaveConversion<IdConverters.Branch>();
        configurationBuilder.Properties<UserId>().HaveConversion<IdConverters.User>();
        configurationBuilder.Properties<PostId>().HaveConversion<IdConverters.Post>();
        configurationBuilder.Properties<SessionId>().HaveConversion<IdConverters.Session>();
        configurationBuilder.Properties<SchemeId>().HaveConversion<IdConverters.Scheme>();
        configurationBuilder.Properties<SchemeVersionId>().HaveConversion<IdConverters.SchemeVersion>();
        configurationBuilder.Properties<RoundId>().HaveConversion<IdConverters.Round>();
        configurationBuilder.Properties<ApiKeyId>().HaveConversion<IdConverters.ApiKey>();
        configurationBuilder.Properties<InvitationId>().HaveConversion<IdConverters.Invitation>();
        configurationBuilder.Properties<JobId>().HaveConversion<IdConverters.Job>();
        configurationBuilder.Properties<BulkDecisionId>().HaveConversion<IdConverters.BulkDecision>();
        configurationBuilder.Properties<EvidenceId>().HaveConversion<IdConverters.Evidence>();
        configurationBuilder.Properties<EvidenceUploadId>().HaveConversion<IdConverters.EvidenceUpload>();
        configurationBuilder.Properties<VisitId>().HaveConversion<IdConverters.Visit>();
        configurationBuilder.Properties<CongressId>().HaveConversion<IdConverters.Congress>();
        configurationBuilder.Properties<ProposalId>().HaveConversion<IdConverters.Proposal>();
        configurationBuilder.Properties<DisclosureId>().HaveConversion<IdConverters.Disclosure>();
        configurationBuilder.Properties<ActivityId>().HaveConversion<IdConverters.Activity>();
        configurationBuilder.Properties<PlanItemId>().HaveConversion<IdConverters.PlanItem>();
        configurationBuilder.Properties<CareRecordId>().HaveConversion<IdConverters.CareRecord>();
        configurationBuilder.Properties<CalendarFeedId>().HaveConversion<IdConverters.CalendarFeed>();
        configurationBuilder.Properties<TitleProgrammeId>().HaveConversion<IdConverters.TitleProgramme>();
        configurationBuilder.Properties<TitleCampaignId>().HaveConversion<IdConverters.TitleCampaign>();
        configurationBuilder.Properties<TitleApplicationId>().HaveConversion<IdConverters.TitleApplication>();
        configurationBuilder.Properties<PublicityNoticeId>().HaveConversion<IdConverters.PublicityNotice>();
        configurationBuilder.Properties<ObjectionId>().HaveConversion<IdConverters.Objection>();
        configurationBuilder.Properties<HeldTitleId>().HaveConversion<IdConverters.HeldTitle>();
        configurationBuilder.Properties<ObligationTemplateId>().HaveConversion<IdConverters.ObligationTemplate>();
        configurationBuilder.Properties<ObligationId>().HaveConversion<IdConverters.Obligation>();
        configurationBuilder.Properties<LabRunId>().HaveConversion<IdConverters.LabRun>();
        configurationBuilder.Properties<PanelId>().HaveConversion<IdConverters.Panel>();
        configurationBuilder.Properties<VoteId>().HaveConversion<IdConverters.Vote>();
        configurationBuilder.Properties<MessageId>().HaveConversion<IdConverters.Message>();
        configurationBuilder.Properties<DeliveryId>().HaveConversion<IdConverters.Delivery>();
        configurationBuilder.Properties<RobotId>().HaveConversion<IdConverters.Robot>();
        configurationBuilder.Properties<WebhookId>().HaveConversion<IdConverters.Webhook>();
        configurationBuilder.Properties<WebhookDeliveryId>().HaveConversion<IdConverters.WebhookDelivery>();
        configurationBuilder.Properties<decimal>().HavePrecision(18, 6);
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(UnionDbContext).Assembly);
        modelBuilder.Ignore<RoundScope>().Ignore<DecidedEvaluation>().Ignore<PaperScan>().Ignore<PaperOriginal>().Ignore<KeptFile>();
        modelBuilder.Ignore<LeadershipDecision>().Ignore<Departure>().Ignore<CampaignTieResolution>().Ignore<TrailEntry>().Ignore<ApprovalRecord>().Ignore<ApplicationRank>().Ignore<ApplicationFile>().Ignore<NoticedUnit>().Ignore<Domain.Scoring.ReviewScore>();
        modelBuilder.Ignore<PanelBan>().Ignore<LabChange>().Ignore<LabSummary>().Ignore<LabLine>().Ignore<LabDiscrepancy>();
        modelBuilder.Ignore<ObligationDefinition>().Ignore<DueRule>().Ignore<ObligationScope>().Ignore<ObligationOwner>().Ignore<ObligationClause>().Ignore<ObligationStep>().Ignore<ObligationFile>().Ignore<UnionTerm>();
        modelBuilder.Ignore<MessageText>().Ignore<ContactAddress>().Ignore<AddressProof>();
        modelBuilder.Ignore<VisitAnswer>().Ignore<VisitPhoto>().Ignore<VisitEvent>().Ignore<VisitReport>().Ignore<ActivityPhoto>();
        modelBuilder.Ignore<CongressTerms>().Ignore<CongressResolution>().Ignore<CongressFile>().Ignore<CongressStep>().Ignore<ProposalSigner>().Ignore<ProposalTask>().Ignore<ProposalReply>().Ignore<DisclosureProof>();
        modelBuilder.HasDbFunction(typeof(DatabaseFunctions).GetMethod(nameof(DatabaseFunctions.CountBits))!).HasTranslation(arguments => CountBits(arguments[0]));
        foreach (var entity in modelBuilder.Model.GetEntityTypes().ToList())
            ApplyTenancy(modelBuilder, entity);
        SnakeCase.Apply(modelBuilder.Model);
        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(e => e.GetProperties()))
        {
            if (property.Name is "Code" or "SchoolCode" or "TieKey" or "NormalizedUserName" && property.ClrType == typeof(string))
                property.SetCollation(OrdinalCollation);
        }
    }

    /// <summary>A function that is null where its argument is. It is mapped like its argument: what counts bits of a number is a number.</summary>
    protected static SqlExpression Function(string name, Type type, SqlExpression argument) =>
        new SqlFunctionExpression(name, [argument], nullable: true, argumentsPropagateNullability: [true], type, argument.TypeMapping);

    private void ApplyTenancy(ModelBuilder model, IMutableEntityType entity)
    {
        var type = entity.ClrType;
        if (typeof(IGlobal).IsAssignableFrom(type))
            return;
        if (!typeof(ITenantOwned).IsAssignableFrom(type))
            throw new InvalidOperationException($"{type.Name} belongs to no tenant: implement ITenantOwned, or IGlobal for what the installation shares.");
        Invoke(nameof(FilterDistrict), type, model);
        if (type == typeof(School))
            model.Entity<School>().HasQueryFilter(TenantFilters.School, s => TenantReachesAllSchools || s.Id == TenantSchool);
        else if (typeof(ISchoolOwned).IsAssignableFrom(type))
            Invoke(nameof(FilterSchool), type, model);
        else if (typeof(IUnitOwned).IsAssignableFrom(type))
            Invoke(nameof(FilterUnit), type, model);
        else if (type == typeof(Branch))
            model.Entity<Branch>().HasQueryFilter(
                TenantFilters.School,
                b => TenantReachesAllSchools || Set<BranchAffiliation>().Any(a => a.BranchId == b.Id && a.SchoolId == TenantSchool));
        else if (typeof(IBranchOwned).IsAssignableFrom(type))
            Invoke(nameof(FilterBranch), type, model);
    }

    private void Invoke(string method, Type type, ModelBuilder model) =>
        typeof(UnionDbContext).GetMethod(method, BindingFlags.NonPublic | BindingFlags.Instance)!.MakeGenericMethod(type).Invoke(this, [model]);

    private void FilterDistrict<T>(ModelBuilder model)
        where T : class, ITenantOwned
    {
        model.Entity<T>().HasQueryFilter(TenantFilters.District, e => e.DistrictId == TenantDistrict);
        model.Entity<T>().HasOne<District>().WithMany().HasForeignKey(nameof(ITenantOwned.DistrictId)).OnDelete(DeleteBehavior.Restrict);
    }

    private void FilterSchool<T>(ModelBuilder model)
        where T : class, ISchoolOwned =>
        model.Entity<T>().HasQueryFilter(TenantFilters.School, e => TenantReachesAllSchools || e.SchoolId == TenantSchool);

    private void FilterUnit<T>(ModelBuilder model)
        where T : class, IUnitOwned =>
        model.Entity<T>().HasQueryFilter(TenantFilters.School, e => TenantReachesAllSchools || (e.SchoolId != null && e.SchoolId == TenantSchool));

    private void FilterBranch<T>(ModelBuilder model)
        where T : class, IBranchOwned =>
        model.Entity<T>().HasQueryFilter(
            TenantFilters.School,
            e => TenantReachesAllSchools || Set<BranchAffiliation>().Any(a => a.BranchId == e.BranchId && a.SchoolId == TenantSchool));
}

/// <summary>The model on PostgreSQL.</summary>
public sealed class PostgreSqlUnionDbContext(DbContextOptions<PostgreSqlUnionDbContext> options, ITenantContext tenant, TimeProvider clock)
    : UnionDbContext(options, tenant, clock)
{
    /// <inheritdoc/>
    protected internal override string OrdinalCollation => "C";

    /// <inheritdoc/>
    protected internal override SqlExpression CountBits(SqlExpression number) => Function("bit_count", typeof(long), Function("int8send", typeof(byte[]), number));
}
