using DistrictUnion.Domain.Auditing;
using DistrictUnion.Domain.Jobs;
using DistrictUnion.Domain.Organisation;
using DistrictUnion.Domain.Rounds;
using DistrictUnion.Domain.Scorecards;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DistrictUnion.Infrastructure.Persistence.Configurations;

internal sealed class ScorecardConfiguration : IEntityTypeConfiguration<Scorecard>
{
    public void Configure(EntityTypeBuilder<Scorecard> builder)
    {
        builder.ToTable("Scorecards").HasKey(c => new { c.DistrictId, c.RoundId, c.SchoolId });
        builder.Property(c => c.Grade).HasMaxLength(Lengths.Code);
        builder.Property(c => c.SchoolCode).HasMaxLength(Lengths.Code);
        builder.Property(c => c.Vetoes).AsJson();
        builder.HasIndex(c => new { c.DistrictId, c.RoundId, c.Total });
        builder.HasOne<AssessmentRound>().WithMany().HasForeignKey(c => new { c.DistrictId, c.RoundId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<School>().WithMany().HasForeignKey(c => new { c.DistrictId, c.SchoolId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("AuditEntries").HasKey(a => new { a.DistrictId, a.Id });
        builder.Property(a => a.Actor).HasMaxLength(Lengths.UserName);
        builder.Property(a => a.Role).HasMaxLength(Lengths.Code);
        builder.Property(a => a.Action).HasMaxLength(Lengths.Code);
        builder.Property(a => a.TraceId).HasMaxLength(Lengths.Code);
        builder.HasIndex(a => new { a.DistrictId, a.At });
    }
}

internal sealed class OutboxMessageConfiguration : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> builder)
    {
        builder.ToTable("OutboxMessages").HasKey(m => new { m.DistrictId, m.Id });
        builder.Property(m => m.Kind).HasMaxLength(Lengths.Code);
        builder.HasIndex(m => new { m.DistrictId, m.DeliveredAt, m.Id });
    }
}

internal sealed class JobConfiguration : IEntityTypeConfiguration<Job>
{
    public void Configure(EntityTypeBuilder<Job> builder)
    {
        builder.ToTable("Jobs").HasKey(j => new { j.DistrictId, j.Id });
        builder.Property(j => j.Kind).HasMaxLength(Lengths.Code);
        builder.Property(j => j.Definition).HasMaxLength(Lengths.Code);
        builder.Property(j => j.EffectKey).HasMaxLength(200);
        builder.Property(j => j.Error).HasMaxLength(Lengths.Name);
        builder.Property(j => j.RequestedBy).HasMaxLength(Lengths.UserName);
        builder.Ignore(j => j.HasEnded);
        builder.HasIndex(j => new { j.DistrictId, j.EffectKey }).IsUnique();
        builder.HasIndex(j => new { j.DistrictId, j.State, j.QueuedAt });
        builder.HasIndex(j => new { j.DistrictId, j.Definition, j.QueuedAt });
    }
}

internal sealed class IdempotencyRecordConfiguration : IEntityTypeConfiguration<IdempotencyRecord>
{
    public void Configure(EntityTypeBuilder<IdempotencyRecord> builder)
    {
        builder.ToTable("IdempotencyRecords").HasKey(r => new { r.DistrictId, r.UserId, r.Key });
        builder.Property(r => r.Key).HasMaxLength(200);
        builder.Property(r => r.RequestHash).HasMaxLength(32);
        builder.HasIndex(r => new { r.DistrictId, r.At });
    }
}
