using DistrictUnion.Domain.Accounts;
using DistrictUnion.Domain.Communities;
using DistrictUnion.Domain.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DistrictUnion.Infrastructure.Persistence.Configurations;

internal static class Lengths
{
    /// <summary>Business codes.</summary>
    public const int Code = 64;

    /// <summary>Names: 100 graphemes, each of which may take several characters.</summary>
    public const int Name = 1000;

    /// <summary>User names.</summary>
    public const int UserName = 256;
}

internal sealed class DistrictConfiguration : IEntityTypeConfiguration<District>
{
    public void Configure(EntityTypeBuilder<District> builder)
    {
        builder.ToTable("Districts").HasKey(d => d.Id);
        builder.Property(d => d.Code).HasMaxLength(Lengths.Code);
        builder.Property(d => d.Name).HasMaxLength(Lengths.Name);
        builder.HasIndex(d => d.Code).IsUnique();
    }
}

internal sealed class ZoneConfiguration : IEntityTypeConfiguration<Zone>
{
    public void Configure(EntityTypeBuilder<Zone> builder)
    {
        builder.ToTable("Zones").HasKey(z => new { z.DistrictId, z.Id });
        builder.Property(z => z.Code).HasMaxLength(Lengths.Code);
        builder.Property(z => z.Name).HasMaxLength(Lengths.Name);
        builder.Property(z => z.Version).IsConcurrencyToken();
        builder.Ignore(z => z.Events);
        builder.HasIndex(z => new { z.DistrictId, z.Code }).IsUnique();
    }
}

internal sealed class SchoolConfiguration : IEntityTypeConfiguration<School>
{
    public void Configure(EntityTypeBuilder<School> builder)
    {
        builder.ToTable("Schools").HasKey(s => new { s.DistrictId, s.Id });
        builder.Property(s => s.Code).HasMaxLength(Lengths.Code);
        builder.Property(s => s.Name).HasMaxLength(Lengths.Name);
        builder.Property(s => s.Titles).AsJson();
        builder.Property(s => s.Version).IsConcurrencyToken();
        builder.Ignore(s => s.Events).Ignore(s => s.Term);
        builder.HasIndex(s => new { s.DistrictId, s.Code }).IsUnique();
        builder.HasOne<Zone>().WithMany().HasForeignKey(s => new { s.DistrictId, s.ZoneId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CommunityConfiguration : IEntityTypeConfiguration<Community>
{
    public void Configure(EntityTypeBuilder<Community> builder)
    {
        builder.ToTable("Communities").HasKey(c => new { c.DistrictId, c.Id });
        builder.Property(c => c.Code).HasMaxLength(Lengths.Code);
        builder.Property(c => c.Name).HasMaxLength(Lengths.Name);
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.Ignore(c => c.Events);
        builder.HasIndex(c => new { c.DistrictId, c.Code }).IsUnique();
        builder.HasMany(c => c.Memberships).WithOne().HasForeignKey(m => new { m.DistrictId, m.CommunityId }).OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(c => c.Memberships).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class CommunityMembershipConfiguration : IEntityTypeConfiguration<CommunityMembership>
{
    public void Configure(EntityTypeBuilder<CommunityMembership> builder)
    {
        builder.ToTable("CommunityMemberships").HasKey(m => new { m.DistrictId, m.CommunityId, m.SchoolId, m.From });
        builder.HasIndex(m => new { m.DistrictId, m.SchoolId, m.From });
        builder.HasOne<School>().WithMany().HasForeignKey(m => new { m.DistrictId, m.SchoolId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class BranchConfiguration : IEntityTypeConfiguration<Branch>
{
    public void Configure(EntityTypeBuilder<Branch> builder)
    {
        builder.ToTable("Branches").HasKey(b => new { b.DistrictId, b.Id });
        builder.Property(b => b.Code).HasMaxLength(Lengths.Code);
        builder.Property(b => b.Name).HasMaxLength(Lengths.Name);
        builder.Property(b => b.Version).IsConcurrencyToken();
        builder.Ignore(b => b.Events).Ignore(b => b.Latest);
        builder.HasIndex(b => new { b.DistrictId, b.Code }).IsUnique();
        builder.HasMany(b => b.Affiliations).WithOne().HasForeignKey(a => new { a.DistrictId, a.BranchId }).OnDelete(DeleteBehavior.Restrict);
        builder.Navigation(b => b.Affiliations).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class BranchAffiliationConfiguration : IEntityTypeConfiguration<BranchAffiliation>
{
    public void Configure(EntityTypeBuilder<BranchAffiliation> builder)
    {
        builder.ToTable("BranchAffiliations").HasKey(a => new { a.DistrictId, a.BranchId, a.Sequence });
        builder.Property(a => a.Sequence).ValueGeneratedNever();
        builder.HasIndex(a => new { a.DistrictId, a.SchoolId, a.From });
        builder.HasOne<School>().WithMany().HasForeignKey(a => new { a.DistrictId, a.SchoolId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class UserAccountConfiguration : IEntityTypeConfiguration<UserAccount>
{
    public void Configure(EntityTypeBuilder<UserAccount> builder)
    {
        builder.ToTable("Users").HasKey(u => new { u.DistrictId, u.Id });
        builder.Property(u => u.UserName).HasMaxLength(Lengths.UserName);
        builder.Property(u => u.NormalizedUserName).HasMaxLength(Lengths.UserName);
        builder.Property(u => u.DisplayName).HasMaxLength(Lengths.Name);
        builder.Property(u => u.PasswordHash).HasMaxLength(500);
        builder.Property(u => u.SecurityStamp).HasMaxLength(64);
        builder.Property(u => u.Version).IsConcurrencyToken();
        builder.Ignore(u => u.Events);

        // User names are unique in the installation: whoever signs in names no district.
        builder.HasIndex(u => u.NormalizedUserName).IsUnique();
        builder.HasMany(u => u.Posts).WithOne().HasForeignKey(p => new { p.DistrictId, p.UserId }).OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(u => u.Posts).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class PostConfiguration : IEntityTypeConfiguration<Post>
{
    public void Configure(EntityTypeBuilder<Post> builder)
    {
        builder.ToTable("Posts").HasKey(p => new { p.DistrictId, p.Id });
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.HasIndex(p => new { p.DistrictId, p.UserId });
        builder.HasOne<Zone>().WithMany().HasForeignKey(p => new { p.DistrictId, p.ZoneId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<School>().WithMany().HasForeignKey(p => new { p.DistrictId, p.SchoolId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Branch>().WithMany().HasForeignKey(p => new { p.DistrictId, p.BranchId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SessionConfiguration : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> builder)
    {
        builder.ToTable("Sessions").HasKey(s => new { s.DistrictId, s.Id });
        builder.Property(s => s.TokenHash).HasMaxLength(32);
        builder.Property(s => s.SecurityStamp).HasMaxLength(64);

        // Looked up before the district is known.
        builder.HasIndex(s => s.TokenHash).IsUnique();
        builder.HasOne<UserAccount>().WithMany().HasForeignKey(s => new { s.DistrictId, s.UserId }).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ApiKeyConfiguration : IEntityTypeConfiguration<ApiKey>
{
    public void Configure(EntityTypeBuilder<ApiKey> builder)
    {
        builder.ToTable("ApiKeys").HasKey(k => new { k.DistrictId, k.Id });
        builder.Property(k => k.Name).HasMaxLength(Lengths.Name);
        builder.Property(k => k.Prefix).HasMaxLength(Lengths.Code);
        builder.Property(k => k.KeyHash).HasMaxLength(32);
        builder.Property(k => k.CreatedBy).HasMaxLength(Lengths.UserName);
        builder.Property(k => k.Scopes).AsJson();
        builder.Property(k => k.Networks).AsJson();

        // Looked up before the district is known.
        builder.HasIndex(k => k.KeyHash).IsUnique();
    }
}

internal sealed class InvitationConfiguration : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> builder)
    {
        builder.ToTable("Invitations").HasKey(i => new { i.DistrictId, i.Id });
        builder.Property(i => i.TokenHash).HasMaxLength(32);
        builder.Property(i => i.CreatedBy).HasMaxLength(Lengths.UserName);

        // Looked up before the district is known.
        builder.HasIndex(i => i.TokenHash).IsUnique();
        builder.HasOne<UserAccount>().WithMany().HasForeignKey(i => new { i.DistrictId, i.UserId }).OnDelete(DeleteBehavior.Cascade);
    }
}
