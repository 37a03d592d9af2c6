using DistrictUnion.Domain.Organisation;
using DistrictUnion.Domain.Rounds;
using DistrictUnion.Domain.Titles;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DistrictUnion.Infrastructure.Persistence.Configurations;

internal sealed class TitleProgrammeConfiguration : IEntityTypeConfiguration<TitleProgramme>
{
    public void Configure(EntityTypeBuilder<TitleProgramme> builder)
    {
        builder.ToTable("TitleProgrammes").HasKey(p => new { p.DistrictId, p.Id });
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.Ignore(p => p.Events);
        builder.Property(p => p.Code).HasMaxLength(Lengths.Code);
        builder.HasIndex(p => new { p.DistrictId, p.Code }).IsUnique();
    }
}

internal sealed class TitleCampaignConfiguration : IEntityTypeConfiguration<TitleCampaign>
{
    public void Configure(EntityTypeBuilder<TitleCampaign> builder)
    {
        builder.ToTable("TitleCampaigns").HasKey(c => new { c.DistrictId, c.Id });
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.Ignore(c => c.Events).Ignore(c => c.LastDay);
        builder.Property(c => c.Code).HasMaxLength(Lengths.Code);
        builder.Property(c => c.Name).HasMaxLength(Lengths.Name);
        builder.Property(c => c.Tier).HasMaxLength(Lengths.Code);
        builder.Property(c => c.Decision!).AsJson().IsRequired(false);
        builder.Property(c => c.TieResolutions).AsJson();
        builder.Property(c => c.Trail).AsJson();
        builder.HasIndex(c => new { c.DistrictId, c.Code }).IsUnique();
        builder.HasOne<TitleProgramme>().WithMany().HasForeignKey(c => new { c.DistrictId, c.ProgrammeId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AssessmentRound>().WithMany().HasForeignKey(c => new { c.DistrictId, c.RoundId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class TitleApplicationConfiguration : IEntityTypeConfiguration<TitleApplication>
{
    public void Configure(EntityTypeBuilder<TitleApplication> builder)
    {
        builder.ToTable("TitleApplications").HasKey(a => new { a.DistrictId, a.Id });
        builder.Property(a => a.Version).IsConcurrencyToken();
        builder.Ignore(a => a.Events);
        builder.Property(a => a.Code).HasMaxLength((2 * Lengths.Code) + 1);
        builder.Property(a => a.Unit).HasMaxLength(Lengths.Code);
        builder.Property(a => a.Marks).AsJson();
        builder.Property(a => a.Files).AsJson();
        builder.Property(a => a.Approvals).AsJson();
        builder.Property(a => a.Scores).AsJson();
        builder.Property(a => a.Ranking!).AsJson().IsRequired(false);
        builder.Property(a => a.Trail).AsJson();
        builder.HasIndex(a => new { a.DistrictId, a.CampaignId, a.Unit }).IsUnique();
        builder.HasIndex(a => new { a.DistrictId, a.SchoolId });
        builder.HasOne<TitleCampaign>().WithMany().HasForeignKey(a => new { a.DistrictId, a.CampaignId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<School>().WithMany().HasForeignKey(a => new { a.DistrictId, a.SchoolId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Branch>().WithMany().HasForeignKey(a => new { a.DistrictId, a.BranchId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PublicityNoticeConfiguration : IEntityTypeConfiguration<PublicityNotice>
{
    public void Configure(EntityTypeBuilder<PublicityNotice> builder)
    {
        builder.ToTable("PublicityNotices").HasKey(n => new { n.DistrictId, n.Id });
        builder.Property(n => n.Version).IsConcurrencyToken();
        builder.Ignore(n => n.Events);
        builder.Property(n => n.Title).HasMaxLength(Lengths.Name);
        builder.Property(n => n.TierName).HasMaxLength(Lengths.Name);
        builder.Property(n => n.Units).AsJson();

        // Read by its public address before the district is known.
        builder.HasIndex(n => n.Id).IsUnique();
        builder.HasIndex(n => new { n.DistrictId, n.CampaignId, n.Number }).IsUnique();
        builder.HasOne<TitleCampaign>().WithMany().HasForeignKey(n => new { n.DistrictId, n.CampaignId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ObjectionConfiguration : IEntityTypeConfiguration<Objection>
{
    public void Configure(EntityTypeBuilder<Objection> builder)
    {
        builder.ToTable("Objections").HasKey(o => new { o.DistrictId, o.Id });
        builder.Property(o => o.Version).IsConcurrencyToken();
        builder.Ignore(o => o.Events);
        builder.Property(o => o.Application).HasMaxLength((2 * Lengths.Code) + 1);
        builder.Property(o => o.ReceiptHash).HasMaxLength(32);
        builder.Property(o => o.DecidedBy).HasMaxLength(Lengths.UserName);
        builder.HasIndex(o => new { o.DistrictId, o.NoticeId, o.ReceiptHash }).IsUnique();
        builder.HasOne<PublicityNotice>().WithMany().HasForeignKey(o => new { o.DistrictId, o.NoticeId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class HeldTitleConfiguration : IEntityTypeConfiguration<HeldTitle>
{
    public void Configure(EntityTypeBuilder<HeldTitle> builder)
    {
        builder.ToTable("HeldTitles").HasKey(t => new { t.DistrictId, t.Id });
        builder.Property(t => t.Version).IsConcurrencyToken();
        builder.Ignore(t => t.Events).Ignore(t => t.IsHeld);
        builder.Property(t => t.Number).HasMaxLength(2 * Lengths.Code);
        builder.Property(t => t.Tier).HasMaxLength(Lengths.Code);
        builder.Property(t => t.Title).HasMaxLength(Lengths.Name);
        builder.Property(t => t.Unit).HasMaxLength(Lengths.Code);
        builder.Property(t => t.UnitName).HasMaxLength(Lengths.Name);
        builder.Property(t => t.Application).HasMaxLength((2 * Lengths.Code) + 1);
        builder.Property(t => t.Trail).AsJson();

        // A certificate is checked by its number before the district is known.
        builder.HasIndex(t => t.Number).IsUnique();
        builder.HasIndex(t => new { t.DistrictId, t.Unit });
        builder.HasIndex(t => new { t.DistrictId, t.SchoolId });
        builder.HasOne<TitleProgramme>().WithMany().HasForeignKey(t => new { t.DistrictId, t.ProgrammeId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<School>().WithMany().HasForeignKey(t => new { t.DistrictId, t.SchoolId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Branch>().WithMany().HasForeignKey(t => new { t.DistrictId, t.BranchId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class DocumentTemplateConfiguration : IEntityTypeConfiguration<DocumentTemplate>
{
    public void Configure(EntityTypeBuilder<DocumentTemplate> builder)
    {
        builder.ToTable("DocumentTemplates").HasKey(t => new { t.DistrictId, t.Kind });
        builder.Property(t => t.Version).IsConcurrencyToken();
        builder.Ignore(t => t.Events);
        builder.Property(t => t.File).AsJson();
        builder.Property(t => t.Actor).HasMaxLength(Lengths.UserName);
    }
}
