using DistrictUnion.Domain.Organisation;
using DistrictUnion.Domain.Rounds;
using DistrictUnion.Domain.Schemes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DistrictUnion.Infrastructure.Persistence.Configurations;

internal sealed class SchemeConfiguration : IEntityTypeConfiguration<Scheme>
{
    public void Configure(EntityTypeBuilder<Scheme> builder)
    {
        builder.ToTable("Schemes").HasKey(s => new { s.DistrictId, s.Id });
        builder.Property(s => s.Code).HasMaxLength(Lengths.Code);
        builder.Property(s => s.Name).HasMaxLength(Lengths.Name);
        builder.Property(s => s.Version).IsConcurrencyToken();
        builder.Ignore(s => s.Events).Ignore(s => s.Published).Ignore(s => s.Draft);
        builder.HasIndex(s => new { s.DistrictId, s.Code }).IsUnique();
        builder.HasMany(s => s.Versions).WithOne().HasForeignKey(v => new { v.DistrictId, v.SchemeId }).OnDelete(DeleteBehavior.Restrict);
        builder.Navigation(s => s.Versions).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class SchemeVersionConfiguration : IEntityTypeConfiguration<SchemeVersion>
{
    public void Configure(EntityTypeBuilder<SchemeVersion> builder)
    {
        builder.ToTable("SchemeVersions").HasKey(v => new { v.DistrictId, v.Id });
        builder.Property(v => v.Id).ValueGeneratedNever();
        builder.Property(v => v.Name).HasMaxLength(Lengths.Name);
        builder.HasIndex(v => new { v.DistrictId, v.SchemeId, v.Number }).IsUnique();
    }
}

internal sealed class CalendarDayConfiguration : IEntityTypeConfiguration<CalendarDay>
{
    public void Configure(EntityTypeBuilder<CalendarDay> builder)
    {
        builder.ToTable("CalendarDays").HasKey(d => d.Date);
        builder.Property(d => d.Name).HasMaxLength(Lengths.Name);
    }
}

internal sealed class AssessmentRoundConfiguration : IEntityTypeConfiguration<AssessmentRound>
{
    public void Configure(EntityTypeBuilder<AssessmentRound> builder)
    {
        builder.ToTable("Rounds").HasKey(r => new { r.DistrictId, r.Id });
        builder.Property(r => r.Code).HasMaxLength(Lengths.Code);
        builder.Property(r => r.Name).HasMaxLength(Lengths.Name);
        builder.Property(r => r.Scope).AsJson();
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.Ignore(r => r.Events).Ignore(r => r.LastOnTimeDay);
        builder.HasIndex(r => new { r.DistrictId, r.Code }).IsUnique();
        builder.HasOne<Scheme>().WithMany().HasForeignKey(r => new { r.DistrictId, r.SchemeId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<SchemeVersion>().WithMany().HasForeignKey(r => new { r.DistrictId, r.SchemeVersionId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RoundAmendmentConfiguration : IEntityTypeConfiguration<RoundAmendment>
{
    public void Configure(EntityTypeBuilder<RoundAmendment> builder)
    {
        builder.ToTable("RoundAmendments").HasKey(a => new { a.DistrictId, a.RoundId, a.Number });
        builder.Property(a => a.Number).ValueGeneratedNever();
        builder.Property(a => a.Scope!).AsJson().IsRequired(false);
        builder.HasOne<AssessmentRound>().WithMany().HasForeignKey(a => new { a.DistrictId, a.RoundId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RoundExtensionConfiguration : IEntityTypeConfiguration<RoundExtension>
{
    public void Configure(EntityTypeBuilder<RoundExtension> builder)
    {
        builder.ToTable("RoundExtensions").HasKey(e => new { e.DistrictId, e.RoundId, e.SchoolId });
        builder.Property(e => e.Version).IsConcurrencyToken();
        builder.Ignore(e => e.Events);
        builder.HasOne<AssessmentRound>().WithMany().HasForeignKey(e => new { e.DistrictId, e.RoundId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<School>().WithMany().HasForeignKey(e => new { e.DistrictId, e.SchoolId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class TieResolutionConfiguration : IEntityTypeConfiguration<TieResolution>
{
    public void Configure(EntityTypeBuilder<TieResolution> builder)
    {
        builder.ToTable("TieResolutions").HasKey(t => new { t.DistrictId, t.RoundId, t.Number });
        builder.Property(t => t.Number).ValueGeneratedNever();
        builder.Property(t => t.Schools).AsJson();
        builder.HasOne<AssessmentRound>().WithMany().HasForeignKey(t => new { t.DistrictId, t.RoundId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RoundReopeningConfiguration : IEntityTypeConfiguration<RoundReopening>
{
    public void Configure(EntityTypeBuilder<RoundReopening> builder)
    {
        builder.ToTable("RoundReopenings").HasKey(r => new { r.DistrictId, r.RoundId, r.Number });
        builder.Property(r => r.Number).ValueGeneratedNever();
        builder.HasOne<AssessmentRound>().WithMany().HasForeignKey(r => new { r.DistrictId, r.RoundId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RoundPublicationConfiguration : IEntityTypeConfiguration<RoundPublication>
{
    public void Configure(EntityTypeBuilder<RoundPublication> builder)
    {
        builder.ToTable("RoundPublications").HasKey(p => new { p.DistrictId, p.RoundId, p.Number });
        builder.Property(p => p.Number).ValueGeneratedNever();
        builder.Property(p => p.BundleHead).HasMaxLength(64);
        builder.Property(p => p.Product).HasMaxLength(Lengths.Code);
        builder.HasOne<AssessmentRound>().WithMany().HasForeignKey(p => new { p.DistrictId, p.RoundId }).OnDelete(DeleteBehavior.Restrict);
    }
}
