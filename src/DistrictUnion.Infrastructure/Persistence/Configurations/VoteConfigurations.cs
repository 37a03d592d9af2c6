using DistrictUnion.Domain.Organisation;
using DistrictUnion.Domain.Rounds;
using DistrictUnion.Domain.Votes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DistrictUnion.Infrastructure.Persistence.Configurations;

internal sealed class DemocraticVoteConfiguration : IEntityTypeConfiguration<DemocraticVote>
{
    public void Configure(EntityTypeBuilder<DemocraticVote> builder)
    {
        builder.ToTable("Votes").HasKey(v => new { v.DistrictId, v.Id });
        builder.Property(v => v.Fact).HasMaxLength(Lengths.Code);
        builder.Property(v => v.ReceiptPrefix).HasMaxLength(16);
        builder.Property(v => v.Version).IsConcurrencyToken();
        builder.Ignore(v => v.Events).Ignore(v => v.IsCancelled);
        builder.HasIndex(v => new { v.DistrictId, v.RoundId, v.SchoolId, v.Fact, v.Number }).IsUnique();

        // A receipt is looked up before the district is known.
        builder.HasIndex(v => v.ReceiptPrefix).IsUnique();
        builder.HasOne<AssessmentRound>().WithMany().HasForeignKey(v => new { v.DistrictId, v.RoundId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<School>().WithMany().HasForeignKey(v => new { v.DistrictId, v.SchoolId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class BallotBoxConfiguration : IEntityTypeConfiguration<BallotBox>
{
    public void Configure(EntityTypeBuilder<BallotBox> builder)
    {
        builder.ToTable("BallotBoxes").HasKey(b => new { b.DistrictId, b.VoteId });
        builder.Property(b => b.Counts).AsJson();
        builder.Property(b => b.Receipts).AsJson();
        builder.HasOne<DemocraticVote>().WithOne().HasForeignKey<BallotBox>(b => new { b.DistrictId, b.VoteId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class BallotLinkConfiguration : IEntityTypeConfiguration<BallotLink>
{
    public void Configure(EntityTypeBuilder<BallotLink> builder)
    {
        builder.ToTable("BallotLinks").HasKey(l => new { l.DistrictId, l.TokenHash });
        builder.Property(l => l.TokenHash).HasMaxLength(32);

        // Looked up before the district is known.
        builder.HasIndex(l => l.TokenHash).IsUnique();
        builder.HasIndex(l => new { l.DistrictId, l.VoteId });
        builder.HasOne<DemocraticVote>().WithMany().HasForeignKey(l => new { l.DistrictId, l.VoteId }).OnDelete(DeleteBehavior.Restrict);
    }
}
