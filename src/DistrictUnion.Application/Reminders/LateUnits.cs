using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Obligations;

namespace DistrictUnion.Application.Reminders;

/// <summary>A unit that is late.</summary>
/// <param name="Level">Level.</param>
/// <param name="Code">Code, of its own among the units of its level.</param>
/// <param name="Name">Name, which others may bear too; empty: the district's union.</param>
internal readonly record struct LateUnit(UnitLevel Level, string Code, string Name);

/// <summary>Names units for people.</summary>
internal static class LateUnits
{
    /// <summary>Each unit once, by name; units of one name are told apart by their codes.</summary>
    public static IReadOnlyList<string> NamesOf(IEnumerable<LateUnit> units, IMessages messages)
    {
        var each = units.Distinct().OrderBy(u => u.Name, StringComparer.Ordinal).ThenBy(u => u.Code, StringComparer.Ordinal).ToList();
        var bearers = each.CountBy(u => u.Name, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        return [.. each.Select(u =>
            u.Name.Length == 0 ? messages.Of("reminder.district")
            : bearers[u.Name] > 1 ? messages.Of("reminder.ofUnit", ("name", u.Name), ("unit", u.Code))
            : u.Name)];
    }
}
