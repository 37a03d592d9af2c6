using DistrictUnion.Domain.Care;
using DistrictUnion.Domain.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DistrictUnion.Infrastructure.Persistence.Configurations;

internal sealed class CareRecordConfiguration : IEntityTypeConfiguration<CareRecord>
{
    public void Configure(EntityTypeBuilder<CareRecord> builder)
    {
        builder.ToTable("CareRecords").HasKey(r => new { r.DistrictId, r.Id });
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.Ignore(r => r.Events).Ignore(r => r.IsOpen).Ignore(r => r.Sealed).Ignore(r => r.Allowed);
        builder.Property(r => r.Code).HasMaxLength(Lengths.Code);
        builder.HasIndex(r => new { r.DistrictId, r.Code }).IsUnique();
        builder.HasIndex(r => new { r.DistrictId, r.SchoolId, r.EventOn });
        builder.HasIndex(r => new { r.DistrictId, r.EventOn });
        builder.HasIndex(r => new { r.DistrictId, r.EndedAt });
        builder.HasOne<School>().WithMany().HasForeignKey(r => new { r.DistrictId, r.SchoolId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CareStepConfiguration : IEntityTypeConfiguration<CareStep>
{
    public void Configure(EntityTypeBuilder<CareStep> builder)
    {
        builder.ToTable("CareSteps").HasKey(s => new { s.DistrictId, s.Id });
        builder.Property(s => s.Actor).HasMaxLength(Lengths.UserName);
        builder.HasIndex(s => new { s.DistrictId, s.RecordId, s.At });
        builder.HasOne<CareRecord>().WithMany().HasForeignKey(s => new { s.DistrictId, s.RecordId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<School>().WithMany().HasForeignKey(s => new { s.DistrictId, s.SchoolId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CareViewConfiguration : IEntityTypeConfiguration<CareView>
{
    public void Configure(EntityTypeBuilder<CareView> builder)
    {
        builder.ToTable("CareViews").HasKey(v => new { v.DistrictId, v.Id });
        builder.Property(v => v.Actor).HasMaxLength(Lengths.UserName);
        builder.Property(v => v.Records).AsJson();
        builder.HasIndex(v => new { v.DistrictId, v.SchoolId, v.At });
        builder.HasOne<School>().WithMany().HasForeignKey(v => new { v.DistrictId, v.SchoolId }).OnDelete(DeleteBehavior.Restrict);
    }
}
