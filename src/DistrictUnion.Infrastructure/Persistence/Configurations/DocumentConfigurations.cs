using DistrictUnion.Domain.Evaluations;
using DistrictUnion.Domain.EvidenceLedger;
using DistrictUnion.Domain.Organisation;
using DistrictUnion.Domain.Reports;
using DistrictUnion.Domain.Reviews;
using DistrictUnion.Domain.Rounds;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DistrictUnion.Infrastructure.Persistence.Configurations;

internal sealed class BranchReportConfiguration : IEntityTypeConfiguration<BranchReport>
{
    public void Configure(EntityTypeBuilder<BranchReport> builder)
    {
        builder.ToTable("BranchReports").HasKey(r => new { r.DistrictId, r.RoundId, r.BranchId });
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.Ignore(r => r.Events).Ignore(r => r.Counts);
        builder.HasOne<AssessmentRound>().WithMany().HasForeignKey(r => new { r.DistrictId, r.RoundId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Branch>().WithMany().HasForeignKey(r => new { r.DistrictId, r.BranchId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class BranchFactConfiguration : IEntityTypeConfiguration<BranchFact>
{
    public void Configure(EntityTypeBuilder<BranchFact> builder)
    {
        builder.ToTable("BranchFacts").HasKey(f => new { f.DistrictId, f.RoundId, f.BranchId, f.Code, f.Route });
        builder.Property(f => f.Code).HasMaxLength(Lengths.Code);
        builder.Property(f => f.Actor).HasMaxLength(Lengths.UserName);
        builder.HasOne<AssessmentRound>().WithMany().HasForeignKey(f => new { f.DistrictId, f.RoundId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Branch>().WithMany().HasForeignKey(f => new { f.DistrictId, f.BranchId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SchoolFactConfiguration : IEntityTypeConfiguration<SchoolFact>
{
    public void Configure(EntityTypeBuilder<SchoolFact> builder)
    {
        builder.ToTable("SchoolFacts").HasKey(f => new { f.DistrictId, f.RoundId, f.SchoolId, f.Code, f.Route });
        builder.Property(f => f.Code).HasMaxLength(Lengths.Code);
        builder.Property(f => f.Actor).HasMaxLength(Lengths.UserName);
        builder.HasOne<AssessmentRound>().WithMany().HasForeignKey(f => new { f.DistrictId, f.RoundId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<School>().WithMany().HasForeignKey(f => new { f.DistrictId, f.SchoolId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class BranchEventConfiguration : IEntityTypeConfiguration<BranchEvent>
{
    public void Configure(EntityTypeBuilder<BranchEvent> builder)
    {
        builder.ToTable("BranchEvents").HasKey(e => new { e.DistrictId, e.RoundId, e.BranchId, e.Code, e.Fact, e.Route });
        builder.Property(e => e.Code).HasMaxLength(2 * Lengths.Code);
        builder.Property(e => e.Fact).HasMaxLength(Lengths.Code);
        builder.Property(e => e.Actor).HasMaxLength(Lengths.UserName);
        builder.HasOne<AssessmentRound>().WithMany().HasForeignKey(e => new { e.DistrictId, e.RoundId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Branch>().WithMany().HasForeignKey(e => new { e.DistrictId, e.BranchId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SchoolEventConfiguration : IEntityTypeConfiguration<SchoolEvent>
{
    public void Configure(EntityTypeBuilder<SchoolEvent> builder)
    {
        builder.ToTable("SchoolEvents").HasKey(e => new { e.DistrictId, e.RoundId, e.SchoolId, e.Code, e.Fact, e.Route });
        builder.Property(e => e.Code).HasMaxLength(2 * Lengths.Code);
        builder.Property(e => e.Fact).HasMaxLength(Lengths.Code);
        builder.Property(e => e.Actor).HasMaxLength(Lengths.UserName);
        builder.HasOne<AssessmentRound>().WithMany().HasForeignKey(e => new { e.DistrictId, e.RoundId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<School>().WithMany().HasForeignKey(e => new { e.DistrictId, e.SchoolId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class FactChangeConfiguration : IEntityTypeConfiguration<FactChange>
{
    public void Configure(EntityTypeBuilder<FactChange> builder)
    {
        builder.ToTable("FactChanges").HasKey(c => new { c.DistrictId, c.Id });
        builder.Property(c => c.Code).HasMaxLength(4 * Lengths.Code);
        builder.Property(c => c.Actor).HasMaxLength(Lengths.UserName);
        builder.HasIndex(c => new { c.DistrictId, c.RoundId, c.SchoolId, c.BranchId });
    }
}

internal sealed class SelfEvaluationConfiguration : IEntityTypeConfiguration<SelfEvaluation>
{
    public void Configure(EntityTypeBuilder<SelfEvaluation> builder)
    {
        builder.ToTable("SelfEvaluations").HasKey(e => new { e.DistrictId, e.RoundId, e.SchoolId });
        builder.Property(e => e.ReturnReasons!).AsJson().IsRequired(false);
        builder.Property(e => e.Origins!).AsJson().IsRequired(false);
        builder.Property(e => e.Version).IsConcurrencyToken();
        builder.Ignore(e => e.Events).Ignore(e => e.Counts);
        builder.HasOne<AssessmentRound>().WithMany().HasForeignKey(e => new { e.DistrictId, e.RoundId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<School>().WithMany().HasForeignKey(e => new { e.DistrictId, e.SchoolId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SchoolReviewConfiguration : IEntityTypeConfiguration<SchoolReview>
{
    public void Configure(EntityTypeBuilder<SchoolReview> builder)
    {
        builder.ToTable("SchoolReviews").HasKey(r => new { r.DistrictId, r.RoundId, r.SchoolId, r.Level });
        builder.Property(r => r.Scores).AsJson();
        builder.Property(r => r.NotApplicable!).AsJson().IsRequired(false);
        builder.HasOne<AssessmentRound>().WithMany().HasForeignKey(r => new { r.DistrictId, r.RoundId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<School>().WithMany().HasForeignKey(r => new { r.DistrictId, r.SchoolId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ReviewChangeConfiguration : IEntityTypeConfiguration<ReviewChange>
{
    public void Configure(EntityTypeBuilder<ReviewChange> builder)
    {
        builder.ToTable("ReviewChanges").HasKey(c => new { c.DistrictId, c.Id });
        builder.Property(c => c.Node).HasMaxLength(Lengths.Code);
        builder.Property(c => c.Actor).HasMaxLength(Lengths.UserName);
        builder.HasIndex(c => new { c.DistrictId, c.RoundId, c.SchoolId });
        builder.HasOne<School>().WithMany().HasForeignKey(c => new { c.DistrictId, c.SchoolId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class EvidenceConfiguration : IEntityTypeConfiguration<Evidence>
{
    public void Configure(EntityTypeBuilder<Evidence> builder)
    {
        builder.ToTable("Evidence").HasKey(e => new { e.DistrictId, e.Id, e.Number });
        builder.Property(e => e.Version).IsConcurrencyToken();
        builder.Ignore(e => e.Events);
        builder.Property(e => e.Hash).HasMaxLength(64);
        builder.Property(e => e.Name).HasMaxLength(Lengths.Name * 2);
        builder.Property(e => e.MediaType).HasMaxLength(Lengths.Name);
        builder.Property(e => e.Actor).HasMaxLength(Lengths.UserName);
        builder.Property(e => e.Nodes).AsJson();
        builder.HasIndex(e => new { e.DistrictId, e.RoundId, e.SchoolId });
        builder.HasIndex(e => new { e.DistrictId, e.Hash });
        builder.HasOne<AssessmentRound>().WithMany().HasForeignKey(e => new { e.DistrictId, e.RoundId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<School>().WithMany().HasForeignKey(e => new { e.DistrictId, e.SchoolId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class FileScanConfiguration : IEntityTypeConfiguration<FileScan>
{
    public void Configure(EntityTypeBuilder<FileScan> builder)
    {
        builder.ToTable("FileScans").HasKey(s => new { s.DistrictId, s.Hash });
        builder.Property(s => s.Hash).HasMaxLength(64);
        builder.Property(s => s.Threat).HasMaxLength(Lengths.Name);
        builder.HasIndex(s => new { s.DistrictId, s.State });
    }
}

internal sealed class EvidenceUploadConfiguration : IEntityTypeConfiguration<EvidenceUpload>
{
    public void Configure(EntityTypeBuilder<EvidenceUpload> builder)
    {
        builder.ToTable("EvidenceUploads").HasKey(u => new { u.DistrictId, u.Id });
        builder.Ignore(u => u.Purpose);
        builder.Property(u => u.Name).HasMaxLength(1000);
        builder.Property(u => u.Nodes).AsJson();
        builder.HasIndex(u => new { u.DistrictId, u.SchoolId });
        builder.HasOne<AssessmentRound>().WithMany().HasForeignKey(u => new { u.DistrictId, u.RoundId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<School>().WithMany().HasForeignKey(u => new { u.DistrictId, u.SchoolId }).OnDelete(DeleteBehavior.Restrict);
    }
}
