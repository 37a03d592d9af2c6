using DistrictUnion.Domain.Evaluations;
using DistrictUnion.Domain.Organisation;
using DistrictUnion.Domain.Papers;
using DistrictUnion.Domain.Reviews;
using DistrictUnion.Domain.Rounds;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DistrictUnion.Infrastructure.Persistence.Configurations;

internal sealed class BulkDecisionConfiguration : IEntityTypeConfiguration<BulkDecision>
{
    public void Configure(EntityTypeBuilder<BulkDecision> builder)
    {
        builder.ToTable("BulkDecisions").HasKey(d => new { d.DistrictId, d.Id });
        builder.Property(d => d.Actor).HasMaxLength(Lengths.UserName);
        builder.Property(d => d.Evaluations).AsJson();
        builder.Ignore(d => d.UndoableUntil);
        builder.HasIndex(d => new { d.DistrictId, d.RoundId, d.At });
        builder.HasOne<AssessmentRound>().WithMany().HasForeignKey(d => new { d.DistrictId, d.RoundId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ReviewRecusalConfiguration : IEntityTypeConfiguration<ReviewRecusal>
{
    public void Configure(EntityTypeBuilder<ReviewRecusal> builder)
    {
        builder.ToTable("ReviewRecusals").HasKey(r => new { r.DistrictId, r.RoundId, r.SchoolId, r.UserId });
        builder.Property(r => r.Actor).HasMaxLength(Lengths.UserName);
        builder.HasIndex(r => new { r.DistrictId, r.RoundId, r.UserId });
        builder.HasOne<AssessmentRound>().WithMany().HasForeignKey(r => new { r.DistrictId, r.RoundId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<School>().WithMany().HasForeignKey(r => new { r.DistrictId, r.SchoolId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class EvaluationPaperConfiguration : IEntityTypeConfiguration<EvaluationPaper>
{
    public void Configure(EntityTypeBuilder<EvaluationPaper> builder)
    {
        builder.ToTable("Papers").HasKey(p => new { p.DistrictId, p.RoundId, p.SchoolId, p.Kind });
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.Property(p => p.Scans).AsJson();
        builder.Property(p => p.Original!).AsJson().IsRequired(false);
        builder.Ignore(p => p.Events);
        builder.HasOne<AssessmentRound>().WithMany().HasForeignKey(p => new { p.DistrictId, p.RoundId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<School>().WithMany().HasForeignKey(p => new { p.DistrictId, p.SchoolId }).OnDelete(DeleteBehavior.Restrict);
    }
}
