using DistrictUnion.Domain.Accounts;
using DistrictUnion.Domain.Jobs;
using DistrictUnion.Domain.Messages;
using DistrictUnion.Domain.Organisation;
using DistrictUnion.Domain.Webhooks;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DistrictUnion.Infrastructure.Persistence.Configurations;

internal sealed class MessageConfiguration : IEntityTypeConfiguration<Message>
{
    public void Configure(EntityTypeBuilder<Message> builder)
    {
        builder.ToTable("Messages").HasKey(m => new { m.DistrictId, m.Id });
        builder.Property(m => m.Key).HasMaxLength(200);
        builder.Property(m => m.Text).AsJson();
        builder.HasIndex(m => new { m.DistrictId, m.RecipientId, m.Key }).IsUnique();
        builder.HasIndex(m => new { m.DistrictId, m.RecipientId, m.CreatedAt });
        builder.HasIndex(m => new { m.DistrictId, m.CreatedAt });
        builder.HasOne<UserAccount>().WithMany().HasForeignKey(m => new { m.DistrictId, m.RecipientId }).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class DeliveryConfiguration : IEntityTypeConfiguration<Delivery>
{
    public void Configure(EntityTypeBuilder<Delivery> builder)
    {
        builder.ToTable("Deliveries").HasKey(d => new { d.DistrictId, d.Id });
        builder.Property(d => d.GroupKey).HasMaxLength(200);
        builder.Property(d => d.Address).HasMaxLength(Lengths.Name);
        builder.Property(d => d.Error).HasMaxLength(Lengths.Code);
        builder.Property(d => d.Detail).HasMaxLength(400);
        builder.Property(d => d.ProviderId).HasMaxLength(400);
        builder.HasIndex(d => new { d.DistrictId, d.MessageId, d.Channel });
        builder.HasIndex(d => new { d.DistrictId, d.RobotId, d.GroupKey }).IsUnique();
        builder.HasIndex(d => new { d.DistrictId, d.NextAttemptAt }).HasFilter("next_attempt_at IS NOT NULL");
        builder.HasIndex(d => new { d.DistrictId, d.QueuedAt });
        builder.HasOne<Message>().WithMany().HasForeignKey(d => new { d.DistrictId, d.MessageId }).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<RobotChannel>().WithMany().HasForeignKey(d => new { d.DistrictId, d.RobotId }).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class MessagePreferenceConfiguration : IEntityTypeConfiguration<MessagePreference>
{
    public void Configure(EntityTypeBuilder<MessagePreference> builder)
    {
        builder.ToTable("MessagePreferences").HasKey(p => new { p.DistrictId, p.UserId });
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.Ignore(p => p.Events);
        builder.Property(p => p.Channels).AsJson();
        builder.Property(p => p.Quiet).AsJson();
        builder.Property(p => p.ReminderDays!).AsJson().IsRequired(false);
        builder.Property(p => p.Email!).AsJson().IsRequired(false);
        builder.Property(p => p.Phone!).AsJson().IsRequired(false);
        builder.Property(p => p.Proof!).AsJson().IsRequired(false);
        builder.HasOne<UserAccount>().WithMany().HasForeignKey(p => new { p.DistrictId, p.UserId }).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class RobotChannelConfiguration : IEntityTypeConfiguration<RobotChannel>
{
    public void Configure(EntityTypeBuilder<RobotChannel> builder)
    {
        builder.ToTable("Robots").HasKey(r => new { r.DistrictId, r.Id });
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.Ignore(r => r.Events);
        builder.Property(r => r.Code).HasMaxLength(Lengths.Code);
        builder.Property(r => r.Name).HasMaxLength(Lengths.Name);
        builder.Property(r => r.Kinds).AsJson();
        builder.Property(r => r.MaskedAddress).HasMaxLength(Lengths.Name);
        builder.HasIndex(r => new { r.DistrictId, r.Code }).IsUnique();
        builder.HasOne<Zone>().WithMany().HasForeignKey(r => new { r.DistrictId, r.ZoneId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<School>().WithMany().HasForeignKey(r => new { r.DistrictId, r.SchoolId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class WebhookSubscriptionConfiguration : IEntityTypeConfiguration<WebhookSubscription>
{
    public void Configure(EntityTypeBuilder<WebhookSubscription> builder)
    {
        builder.ToTable("Webhooks").HasKey(w => new { w.DistrictId, w.Id });
        builder.Property(w => w.Version).IsConcurrencyToken();
        builder.Ignore(w => w.Events);
        builder.Property(w => w.Code).HasMaxLength(Lengths.Code);
        builder.Property(w => w.Name).HasMaxLength(Lengths.Name);
        builder.Property(w => w.Url).HasMaxLength(2000);
        builder.Property(w => w.EventTypes).AsJson();
        builder.HasIndex(w => new { w.DistrictId, w.Code }).IsUnique();
    }
}

internal sealed class WebhookDeliveryConfiguration : IEntityTypeConfiguration<WebhookDelivery>
{
    public void Configure(EntityTypeBuilder<WebhookDelivery> builder)
    {
        builder.ToTable("WebhookDeliveries").HasKey(d => new { d.DistrictId, d.Id });
        builder.Property(d => d.EventType).HasMaxLength(Lengths.Code);
        builder.Property(d => d.Error).HasMaxLength(Lengths.Code);
        builder.HasIndex(d => new { d.DistrictId, d.WebhookId, d.EventId }).IsUnique();
        builder.HasIndex(d => new { d.DistrictId, d.WebhookId, d.OccurredAt });
        builder.HasIndex(d => new { d.DistrictId, d.NextAttemptAt }).HasFilter("next_attempt_at IS NOT NULL");
        builder.HasOne<WebhookSubscription>().WithMany().HasForeignKey(d => new { d.DistrictId, d.WebhookId }).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class WebhookAttemptConfiguration : IEntityTypeConfiguration<WebhookAttempt>
{
    public void Configure(EntityTypeBuilder<WebhookAttempt> builder)
    {
        builder.ToTable("WebhookAttempts").HasKey(a => new { a.DistrictId, a.DeliveryId, a.Number });
        builder.Property(a => a.Number).ValueGeneratedNever();
        builder.Property(a => a.Answer).HasMaxLength(1000);
        builder.Property(a => a.Error).HasMaxLength(Lengths.Code);
        builder.HasOne<WebhookDelivery>().WithMany().HasForeignKey(a => new { a.DistrictId, a.DeliveryId }).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class JobPauseConfiguration : IEntityTypeConfiguration<JobPause>
{
    public void Configure(EntityTypeBuilder<JobPause> builder)
    {
        builder.ToTable("JobPauses").HasKey(p => new { p.DistrictId, p.Definition });
        builder.Property(p => p.Definition).HasMaxLength(Lengths.Code);
        builder.Property(p => p.Actor).HasMaxLength(Lengths.UserName);
    }
}
