using DistrictUnion.Domain.Congresses;
using DistrictUnion.Domain.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DistrictUnion.Infrastructure.Persistence.Configurations;

internal sealed class CongressConfiguration : IEntityTypeConfiguration<Congress>
{
    /// <summary>A school's code, a term and a session.</summary>
    private const int Code = Lengths.Code + 8;

    public void Configure(EntityTypeBuilder<Congress> builder)
    {
        builder.ToTable("Congresses").HasKey(c => new { c.DistrictId, c.Id });
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.Ignore(c => c.Events).Ignore(c => c.Reference).Ignore(c => c.IsValid).Ignore(c => c.BasisOn).Ignore(c => c.ProposalsUntil);
        builder.Property(c => c.Code).HasMaxLength(Code);
        builder.Property(c => c.Terms).AsJson();
        builder.Property(c => c.Resolutions).AsJson();
        builder.Property(c => c.Files).AsJson();
        builder.Property(c => c.Trail).AsJson();
        builder.HasIndex(c => new { c.DistrictId, c.Code }).IsUnique();
        builder.HasIndex(c => new { c.DistrictId, c.SchoolId, c.PlannedOn });
        builder.HasOne<School>().WithMany().HasForeignKey(c => new { c.DistrictId, c.SchoolId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CongressRuleConfiguration : IEntityTypeConfiguration<CongressRule>
{
    public void Configure(EntityTypeBuilder<CongressRule> builder)
    {
        builder.ToTable("CongressRules").HasKey(r => r.DistrictId);
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.Ignore(r => r.Events);
        builder.Property(r => r.Terms).AsJson();
    }
}

internal sealed class ProposalConfiguration : IEntityTypeConfiguration<Proposal>
{
    public void Configure(EntityTypeBuilder<Proposal> builder)
    {
        builder.ToTable("Proposals").HasKey(p => new { p.DistrictId, p.Id });
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.Ignore(p => p.Events);
        builder.Property(p => p.Heading).HasMaxLength(Lengths.Name);
        builder.Property(p => p.Branch).HasMaxLength(Lengths.Code);
        builder.Property(p => p.Proposer).AsJson();
        builder.Property(p => p.CoSigners).AsJson();
        builder.Property(p => p.Assignment!).AsJson().IsRequired(false);
        builder.Property(p => p.Replies).AsJson();
        builder.Property(p => p.Trail).AsJson();
        builder.HasIndex(p => new { p.DistrictId, p.CongressId, p.Number }).IsUnique();
        builder.HasIndex(p => new { p.DistrictId, p.SchoolId, p.State });
        builder.HasOne<School>().WithMany().HasForeignKey(p => new { p.DistrictId, p.SchoolId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Congress>().WithMany().HasForeignKey(p => new { p.DistrictId, p.CongressId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Proposal>().WithMany().HasForeignKey(p => new { p.DistrictId, p.MergedInto }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class DisclosureConfiguration : IEntityTypeConfiguration<Disclosure>
{
    public void Configure(EntityTypeBuilder<Disclosure> builder)
    {
        builder.ToTable("Disclosures").HasKey(d => new { d.DistrictId, d.Id });
        builder.Property(d => d.Version).IsConcurrencyToken();
        builder.Ignore(d => d.Events);
        builder.Property(d => d.Title).HasMaxLength(Lengths.Name);
        builder.Property(d => d.Actor).HasMaxLength(Lengths.UserName);
        builder.Property(d => d.Proofs).AsJson();
        builder.HasIndex(d => new { d.DistrictId, d.SchoolId, d.PostedOn });
        builder.HasIndex(d => new { d.DistrictId, d.PostedOn });
        builder.HasOne<School>().WithMany().HasForeignKey(d => new { d.DistrictId, d.SchoolId }).OnDelete(DeleteBehavior.Restrict);
    }
}
