using System.Net.Mail;
using System.Text.RegularExpressions;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Reminders;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Messages;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Messages;

/// <summary>How the caller wants to be told.</summary>
/// <param name="Channels">Channels beside the inbox by kind of message; a kind left out: e-mail.</param>
/// <param name="QuietFrom">Beginning of quiet hours, HH:mm.</param>
/// <param name="QuietTo">End of quiet hours.</param>
/// <param name="ReminderDays">Days before the due day on which to remind, negative: after it; left out: as each obligation says, empty: never.</param>
/// <param name="Email">E-mail address; left out: none.</param>
/// <param name="Phone">Mobile phone; left out: none.</param>
public sealed record PreferenceInput(Dictionary<MessageKind, List<MessageChannel>> Channels, string QuietFrom, string QuietTo, IReadOnlyList<int>? ReminderDays = null, string? Email = null, string? Phone = null);

/// <summary>Takes what the caller chose. An address that is new has to be proved before anything goes there.</summary>
public sealed record PutPreference(PreferenceInput Body, Precondition Precondition) : ICommand<Tagged<PreferenceView>>;

internal sealed partial class PutPreferenceValidator : AbstractValidator<PutPreference>
{
    private const int MaxEmail = 254;
    private const int MostReminderDays = 10;
    private const int LatestReminder = -30;

    public PutPreferenceValidator()
    {
        RuleFor(c => c.Body.Channels).Must(c => c.Values.All(v => v.TrueForAll(PreferenceViews.Personal.Contains) && v.Distinct().Count() == v.Count)).WithErrorCode("preference.kind");
        RuleFor(c => c.Body.QuietFrom).Must(t => PreferenceViews.MinuteOf(t) is not null).WithErrorCode("preference.quiet");
        RuleFor(c => c.Body.QuietTo).Must(t => PreferenceViews.MinuteOf(t) is not null).WithErrorCode("preference.quiet");
        RuleFor(c => c.Body.ReminderDays).Must(d => d is null || (d.Count <= MostReminderDays && d.All(x => x is >= LatestReminder and <= ReminderPlan.MostDaysAhead))).WithErrorCode("preference.days");
        RuleFor(c => c.Body.Email).Must(e => e is null || (e.Length <= MaxEmail && EmailPattern().IsMatch(e) && MailAddress.TryCreate(e, out var read) && read.Address == e)).WithErrorCode("email.pattern");
        RuleFor(c => c.Body.Phone).Must(p => p is null || PhonePattern().IsMatch(p)).WithErrorCode("phone.pattern");
    }

    [GeneratedRegex(@"^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[^\s@<>""]+\.[^\s@<>""]+$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex EmailPattern();

    [GeneratedRegex(@"^\+?[0-9]{6,15}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex PhonePattern();
}

internal sealed class PutPreferenceHandler(IUnionDb db, ITenantContext tenant, PreferenceViews views) : IHandler<PutPreference, Tagged<PreferenceView>>
{
    public async Task<Result<Tagged<PreferenceView>>> Handle(PutPreference request, CancellationToken cancellationToken)
    {
        var caller = tenant.RequireCaller();
        var preference = await db.MessagePreferences.SingleOrDefaultAsync(p => p.UserId == caller.UserId, cancellationToken);
        if (request.Precondition.Against(preference?.Version ?? 0) is { } refusal)
            return refusal;
        if (preference is null)
        {
            preference = MessagePreference.For(caller.DistrictId, caller.UserId!.Value);
            db.MessagePreferences.Add(preference);
        }

        var body = request.Body;
        preference.Choose(
            body.Channels.ToDictionary(c => c.Key, c => (IReadOnlyList<MessageChannel>)c.Value),
            new QuietHours(PreferenceViews.MinuteOf(body.QuietFrom)!.Value, PreferenceViews.MinuteOf(body.QuietTo)!.Value),
            body.ReminderDays,
            body.Email,
            body.Phone);
        await db.SaveChangesAsync(cancellationToken);
        return new Tagged<PreferenceView>(views.Of(preference), preference.Version);
    }
}
