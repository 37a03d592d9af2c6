using DistrictUnion.Domain.Organisation;
using DistrictUnion.Domain.Rounds;
using DistrictUnion.Domain.Visits;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DistrictUnion.Infrastructure.Persistence.Configurations;

internal sealed class VisitConfiguration : IEntityTypeConfiguration<Visit>
{
    public void Configure(EntityTypeBuilder<Visit> builder)
    {
        builder.ToTable("Visits").HasKey(v => new { v.DistrictId, v.Id });
        builder.Property(v => v.Version).IsConcurrencyToken();
        builder.Ignore(v => v.Events).Ignore(v => v.IsOpen).Ignore(v => v.IsAdopted);
        builder.Property(v => v.Inspectors).AsJson();
        builder.Property(v => v.Leaves).AsJson();
        builder.Property(v => v.Answers).AsJson();
        builder.Property(v => v.Photos).AsJson();
        builder.Property(v => v.Report!).AsJson().IsRequired(false);
        builder.Property(v => v.Trail).AsJson();
        builder.HasIndex(v => new { v.DistrictId, v.RoundId, v.SchoolId });
        builder.HasOne<AssessmentRound>().WithMany().HasForeignKey(v => new { v.DistrictId, v.RoundId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<School>().WithMany().HasForeignKey(v => new { v.DistrictId, v.SchoolId }).OnDelete(DeleteBehavior.Restrict);
    }
}
