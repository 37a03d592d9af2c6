using DistrictUnion.Domain.Obligations;
using DistrictUnion.Domain.Organisation;
using DistrictUnion.Domain.Rounds;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DistrictUnion.Infrastructure.Persistence.Configurations;

internal sealed class DistrictCalendarDayConfiguration : IEntityTypeConfiguration<DistrictCalendarDay>
{
    public void Configure(EntityTypeBuilder<DistrictCalendarDay> builder)
    {
        builder.ToTable("DistrictCalendarDays").HasKey(d => new { d.DistrictId, d.Date });
        builder.Property(d => d.Name).HasMaxLength(Lengths.Name);
    }
}

internal sealed class ObligationTemplateConfiguration : IEntityTypeConfiguration<ObligationTemplate>
{
    public void Configure(EntityTypeBuilder<ObligationTemplate> builder)
    {
        builder.ToTable("ObligationTemplates").HasKey(t => new { t.DistrictId, t.Id });
        builder.Property(t => t.Version).IsConcurrencyToken();
        builder.Ignore(t => t.Events).Ignore(t => t.FirstDueOn);
        builder.Property(t => t.Code).HasMaxLength(Lengths.Code);
        builder.Property(t => t.Definition).AsJson();
        builder.HasIndex(t => new { t.DistrictId, t.Code }).IsUnique();
    }
}

internal sealed class ObligationConfiguration : IEntityTypeConfiguration<Obligation>
{
    /// <summary>A period's key: that of a calendar, or the code of an event.</summary>
    private const int Period = 3 * Lengths.Code;

    public void Configure(EntityTypeBuilder<Obligation> builder)
    {
        builder.ToTable("Obligations").HasKey(o => new { o.DistrictId, o.Id });
        builder.Property(o => o.Version).IsConcurrencyToken();
        builder.Ignore(o => o.Events).Ignore(o => o.Basis).Ignore(o => o.IsOpen);
        builder.Property(o => o.Code).HasMaxLength(Period + (2 * Lengths.Code) + 2);
        builder.Property(o => o.Template).HasMaxLength(Lengths.Code);
        builder.Property(o => o.Unit).HasMaxLength(Lengths.Code);
        builder.Property(o => o.Period).HasMaxLength(Period);
        builder.Property(o => o.Source).HasMaxLength(Period);
        builder.Property(o => o.FulfilledBy).HasMaxLength(Lengths.UserName);
        builder.Property(o => o.Reference).HasMaxLength(Period);
        builder.Property(o => o.Files).AsJson();
        builder.Property(o => o.Trail).AsJson();

        // Template, period and unit make the code: one obligation of a unit in a period.
        builder.HasIndex(o => new { o.DistrictId, o.Code }).IsUnique();
        builder.HasIndex(o => new { o.DistrictId, o.SchoolId, o.BasisOn });
        builder.HasIndex(o => new { o.DistrictId, o.BasisOn, o.TemplateId });
        builder.HasOne<ObligationTemplate>().WithMany().HasForeignKey(o => new { o.DistrictId, o.TemplateId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<School>().WithMany().HasForeignKey(o => new { o.DistrictId, o.SchoolId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Branch>().WithMany().HasForeignKey(o => new { o.DistrictId, o.BranchId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Zone>().WithMany().HasForeignKey(o => new { o.DistrictId, o.ZoneId }).OnDelete(DeleteBehavior.Restrict);
    }
}
