using DistrictUnion.Domain.Accounts;
using DistrictUnion.Domain.Activities;
using DistrictUnion.Domain.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DistrictUnion.Infrastructure.Persistence.Configurations;

internal sealed class ActivityConfiguration : IEntityTypeConfiguration<Activity>
{
    public void Configure(EntityTypeBuilder<Activity> builder)
    {
        builder.ToTable("Activities").HasKey(a => new { a.DistrictId, a.Id });
        builder.Property(a => a.Version).IsConcurrencyToken();
        builder.Ignore(a => a.Events).Ignore(a => a.Reference);
        builder.Property(a => a.Title).HasMaxLength(Lengths.Name);
        builder.Property(a => a.Branches).AsJson();
        builder.Property(a => a.Photos).AsJson();
        builder.Property(a => a.Actor).HasMaxLength(Lengths.UserName);
        builder.HasIndex(a => new { a.DistrictId, a.SchoolId, a.From });
        builder.HasIndex(a => new { a.DistrictId, a.From });
        builder.HasIndex(a => new { a.DistrictId, a.PlanItemId });
        builder.HasOne<School>().WithMany().HasForeignKey(a => new { a.DistrictId, a.SchoolId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PlanItem>().WithMany().HasForeignKey(a => new { a.DistrictId, a.PlanItemId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PlanItemConfiguration : IEntityTypeConfiguration<PlanItem>
{
    public void Configure(EntityTypeBuilder<PlanItem> builder)
    {
        builder.ToTable("PlanItems").HasKey(p => new { p.DistrictId, p.Id });
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.Ignore(p => p.Events);
        builder.Property(p => p.Title).HasMaxLength(Lengths.Name);
        builder.Property(p => p.Obligation).HasMaxLength(Lengths.Code);
        builder.HasIndex(p => new { p.DistrictId, p.SchoolId, p.Month });
        builder.HasIndex(p => new { p.DistrictId, p.Month });
        builder.HasOne<School>().WithMany().HasForeignKey(p => new { p.DistrictId, p.SchoolId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Zone>().WithMany().HasForeignKey(p => new { p.DistrictId, p.ZoneId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CalendarFeedConfiguration : IEntityTypeConfiguration<CalendarFeed>
{
    public void Configure(EntityTypeBuilder<CalendarFeed> builder)
    {
        builder.ToTable("CalendarFeeds").HasKey(f => new { f.DistrictId, f.Id });

        // Found before the district is known, so the secret is unique in the installation.
        builder.HasIndex(f => f.TokenHash).IsUnique();
        builder.HasIndex(f => new { f.DistrictId, f.UserId });
        builder.HasOne<UserAccount>().WithMany().HasForeignKey(f => new { f.DistrictId, f.UserId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<School>().WithMany().HasForeignKey(f => new { f.DistrictId, f.OfSchool }).OnDelete(DeleteBehavior.Restrict);
    }
}
