using DistrictUnion.Application.Common;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace DistrictUnion.Infrastructure.Persistence;

/// <summary>Columns that hold a small immutable value as JSON text, alike on every engine.</summary>
internal static class JsonColumn
{
    /// <summary>Stores the property as JSON text; the value is replaced, never changed in place.</summary>
    public static PropertyBuilder<T> AsJson<T>(this PropertyBuilder<T> property) => property.HasConversion(
        new ValueConverter<T, string>(value => Json.Write(value), text => Json.Read<T>(text)),
        new ValueComparer<T>((a, b) => Json.Write(a) == Json.Write(b), value => Json.Write(value).GetHashCode(StringComparison.Ordinal), value => value));
}
