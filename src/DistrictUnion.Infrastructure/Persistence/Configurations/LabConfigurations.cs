using DistrictUnion.Domain.Lab;
using DistrictUnion.Domain.Rounds;
using DistrictUnion.Domain.Titles;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DistrictUnion.Infrastructure.Persistence.Configurations;

internal sealed class LabRunConfiguration : IEntityTypeConfiguration<LabRun>
{
    private const int DigestLength = 64;

    public void Configure(EntityTypeBuilder<LabRun> builder)
    {
        builder.ToTable("LabRuns").HasKey(r => new { r.DistrictId, r.Id });
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.Ignore(r => r.Events);
        builder.Property(r => r.Name).HasMaxLength(Lengths.Name);
        builder.Property(r => r.Actor).HasMaxLength(Lengths.UserName);
        builder.Property(r => r.Digest).HasMaxLength(DigestLength);
        builder.Property(r => r.Changes).AsJson();
        builder.Property(r => r.Summary).AsJson();
        builder.Property(r => r.Discrepancies).AsJson();
        builder.HasIndex(r => new { r.DistrictId, r.At });
        builder.HasOne<AssessmentRound>().WithMany().HasForeignKey(r => new { r.DistrictId, r.RoundId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<TitleCampaign>().WithMany().HasForeignKey(r => new { r.DistrictId, r.CampaignId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class LabResultConfiguration : IEntityTypeConfiguration<LabResult>
{
    public void Configure(EntityTypeBuilder<LabResult> builder)
    {
        builder.ToTable("LabResults").HasKey(r => new { r.DistrictId, r.RunId });

        // The rows are a part of the run and go with it.
        builder.HasOne<LabRun>().WithOne().HasForeignKey<LabResult>(r => new { r.DistrictId, r.RunId }).OnDelete(DeleteBehavior.Cascade);
    }
}
