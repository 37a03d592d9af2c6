using DistrictUnion.Domain.Accounts;
using DistrictUnion.Domain.Obligations;
using DistrictUnion.Domain.Organisation;
using DistrictUnion.Domain.Reminders;
using DistrictUnion.Domain.Rounds;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DistrictUnion.Infrastructure.Persistence.Configurations;

internal sealed class ReminderConfiguration : IEntityTypeConfiguration<Reminder>
{
    public void Configure(EntityTypeBuilder<Reminder> builder)
    {
        builder.ToTable("Reminders").HasKey(r => new { r.DistrictId, r.ObligationId, r.UserId, r.DueOn, r.Lead, r.IsEscalation });
        builder.HasIndex(r => new { r.DistrictId, r.UserId, r.SentOn });
        builder.HasOne<Obligation>().WithMany().HasForeignKey(r => new { r.DistrictId, r.ObligationId }).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<UserAccount>().WithMany().HasForeignKey(r => new { r.DistrictId, r.UserId }).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class NudgeConfiguration : IEntityTypeConfiguration<Nudge>
{
    public void Configure(EntityTypeBuilder<Nudge> builder)
    {
        builder.ToTable("Nudges").HasKey(n => new { n.DistrictId, n.Id });
        builder.Property(n => n.Actor).HasMaxLength(Lengths.UserName);
        builder.HasIndex(n => new { n.DistrictId, n.RoundId, n.SchoolId, n.At });
        builder.HasOne<AssessmentRound>().WithMany().HasForeignKey(n => new { n.DistrictId, n.RoundId }).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<School>().WithMany().HasForeignKey(n => new { n.DistrictId, n.SchoolId }).OnDelete(DeleteBehavior.Restrict);
    }
}
