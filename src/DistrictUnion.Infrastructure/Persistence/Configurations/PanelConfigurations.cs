using DistrictUnion.Domain.Organisation;
using DistrictUnion.Domain.Panels;
using DistrictUnion.Domain.Rounds;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DistrictUnion.Infrastructure.Persistence.Configurations;

internal sealed class PanelConfiguration : IEntityTypeConfiguration<Panel>
{
    public void Configure(EntityTypeBuilder<Panel> builder)
    {
        builder.ToTable("Panels").HasKey(p => new { p.DistrictId, p.Id });
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.Ignore(p => p.Events);
        builder.Property(p => p.Code).HasMaxLength(Lengths.Code);
        builder.Property(p => p.Name).HasMaxLength(Lengths.Name);
        builder.Property(p => p.Fact).HasMaxLength(Lengths.Code);
        builder.Property(p => p.Schools!).AsJson().IsRequired(false);
        builder.Property(p => p.Judges).AsJson();
        builder.Property(p => p.Bans).AsJson();
        builder.HasIndex(p => new { p.DistrictId, p.RoundId, p.Code }).IsUnique();
        builder.HasOne<AssessmentRound>().WithMany().HasForeignKey(p => new { p.DistrictId, p.RoundId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PanelSeatConfiguration : IEntityTypeConfiguration<PanelSeat>
{
    public void Configure(EntityTypeBuilder<PanelSeat> builder)
    {
        builder.ToTable("PanelSeats").HasKey(s => new { s.DistrictId, s.PanelId, s.SchoolId, s.Judge });
        builder.Property(s => s.Version).IsConcurrencyToken();
        builder.Ignore(s => s.Events).Ignore(s => s.IsInForce).Ignore(s => s.Counts).Ignore(s => s.FillsPlace);
        builder.Property(s => s.Judge).HasMaxLength(Lengths.UserName);
        builder.Property(s => s.EndedBy).HasMaxLength(Lengths.UserName);
        builder.HasIndex(s => new { s.DistrictId, s.Judge });
        builder.HasOne<Panel>().WithMany().HasForeignKey(s => new { s.DistrictId, s.PanelId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<School>().WithMany().HasForeignKey(s => new { s.DistrictId, s.SchoolId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PanelScoreChangeConfiguration : IEntityTypeConfiguration<PanelScoreChange>
{
    public void Configure(EntityTypeBuilder<PanelScoreChange> builder)
    {
        builder.ToTable("PanelScoreChanges").HasKey(c => new { c.DistrictId, c.Id });
        builder.Property(c => c.Judge).HasMaxLength(Lengths.UserName);
        builder.HasIndex(c => new { c.DistrictId, c.PanelId, c.SchoolId, c.Judge });
        builder.HasOne<PanelSeat>().WithMany().HasForeignKey(c => new { c.DistrictId, c.PanelId, c.SchoolId, c.Judge }).OnDelete(DeleteBehavior.Restrict);
    }
}
