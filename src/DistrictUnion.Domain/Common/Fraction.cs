using System.Globalization;
using System.Numerics;

namespace DistrictUnion.Domain.Common;

/// <summary>
/// An exact rational number in lowest terms with a positive denominator. The engine computes with nothing else, so that a
/// published value is divided once, at its rounding (scoring semantics, N1). Default value: 0.
/// </summary>
public readonly struct Fraction : IEquatable<Fraction>, IComparable<Fraction>, IComparable
{
    private const int MaxFastDigits = 18;

    // Nearly every value of a scheme fits two longs; products then fit Int128 without overflow because neither part is
    // ever long.MinValue. What does not fit is kept, still exactly, as BigInteger.
    private readonly long _numerator;
    private readonly long _denominatorLessOne;
    private readonly WideParts? _wide;

    private Fraction(long numerator, long denominator)
    {
        _numerator = numerator;
        _denominatorLessOne = denominator - 1;
    }

    private Fraction(WideParts wide) => _wide = wide;

    /// <summary>0.</summary>
    public static Fraction Zero => default;

    /// <summary>1.</summary>
    public static Fraction One => new(1, 1);

    /// <summary>100.</summary>
    public static Fraction Hundred => new(100, 1);

    /// <summary>Numerator in lowest terms; carries the sign.</summary>
    public BigInteger Numerator => _wide?.Numerator ?? _numerator;

    /// <summary>Denominator in lowest terms, at least 1.</summary>
    public BigInteger Denominator => _wide?.Denominator ?? NarrowDenominator;

    /// <summary>−1, 0 or 1.</summary>
    public int Sign => _wide?.Numerator.Sign ?? Math.Sign(_numerator);

    /// <summary>Whether the value is 0.</summary>
    public bool IsZero => Sign == 0;

    private long NarrowDenominator => _denominatorLessOne + 1;

    /// <summary>A whole number.</summary>
    public static Fraction From(long value) => value == long.MinValue ? From(value, BigInteger.One) : new(value, 1);

    /// <summary>The exact value of a decimal.</summary>
    public static Fraction From(decimal value)
    {
        var scale = value.Scale;
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var mantissa = new UInt128(unchecked((uint)bits[2]), ((ulong)unchecked((uint)bits[1]) << 32) | unchecked((uint)bits[0]));
        var signed = (Int128)mantissa;
        if (value < 0) signed = -signed;
        return scale <= MaxFastDigits
            ? Reduce(signed, PowerOfTen(scale))
            : From((BigInteger)signed, BigInteger.Pow(10, scale));
    }

    /// <summary>A quotient of whole numbers.</summary>
    /// <exception cref="DivideByZeroException">The denominator is 0.</exception>
    public static Fraction From(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.IsZero) throw new DivideByZeroException();
        if (denominator.Sign < 0) (numerator, denominator) = (-numerator, -denominator);
        var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator);
        if (!divisor.IsOne) (numerator, denominator) = (numerator / divisor, denominator / divisor);
        return BigInteger.Abs(numerator) <= long.MaxValue && denominator <= long.MaxValue
            ? new((long)numerator, (long)denominator)
            : new(new WideParts(numerator, denominator));
    }

    /// <summary>A decimal converts without loss.</summary>
    public static implicit operator Fraction(decimal value) => From(value);

    /// <summary>A whole number converts without loss.</summary>
    public static implicit operator Fraction(long value) => From(value);

    /// <summary>Sum.</summary>
    public static Fraction operator +(Fraction left, Fraction right) =>
        AreNarrow(left, right)
            ? Reduce(
                ((Int128)left._numerator * right.NarrowDenominator) + ((Int128)right._numerator * left.NarrowDenominator),
                (Int128)left.NarrowDenominator * right.NarrowDenominator)
            : From((left.Numerator * right.Denominator) + (right.Numerator * left.Denominator), left.Denominator * right.Denominator);

    /// <summary>Difference.</summary>
    public static Fraction operator -(Fraction left, Fraction right) => left + -right;

    /// <summary>Negation.</summary>
    public static Fraction operator -(Fraction value) =>
        value._wide is { } wide ? new(new WideParts(-wide.Numerator, wide.Denominator)) : new(-value._numerator, value.NarrowDenominator);

    /// <summary>Product.</summary>
    public static Fraction operator *(Fraction left, Fraction right) =>
        AreNarrow(left, right)
            ? Reduce((Int128)left._numerator * right._numerator, (Int128)left.NarrowDenominator * right.NarrowDenominator)
            : From(left.Numerator * right.Numerator, left.Denominator * right.Denominator);

    /// <summary>Quotient.</summary>
    /// <exception cref="DivideByZeroException">The divisor is 0.</exception>
    public static Fraction operator /(Fraction left, Fraction right)
    {
        if (right.IsZero) throw new DivideByZeroException();
        return AreNarrow(left, right)
            ? Reduce((Int128)left._numerator * right.NarrowDenominator, (Int128)left.NarrowDenominator * right._numerator)
            : From(left.Numerator * right.Denominator, left.Denominator * right.Numerator);
    }

    /// <summary>Equality of values.</summary>
    public static bool operator ==(Fraction left, Fraction right) => left.Equals(right);

    /// <summary>Inequality of values.</summary>
    public static bool operator !=(Fraction left, Fraction right) => !left.Equals(right);

    /// <summary>Order.</summary>
    public static bool operator <(Fraction left, Fraction right) => left.CompareTo(right) < 0;

    /// <summary>Order.</summary>
    public static bool operator >(Fraction left, Fraction right) => left.CompareTo(right) > 0;

    /// <summary>Order.</summary>
    public static bool operator <=(Fraction left, Fraction right) => left.CompareTo(right) <= 0;

    /// <summary>Order.</summary>
    public static bool operator >=(Fraction left, Fraction right) => left.CompareTo(right) >= 0;

    /// <summary>The smaller of two values.</summary>
    public static Fraction Min(Fraction left, Fraction right) => left <= right ? left : right;

    /// <summary>The greater of two values.</summary>
    public static Fraction Max(Fraction left, Fraction right) => left >= right ? left : right;

    /// <summary>The value, moved to the nearer bound if it lies outside them.</summary>
    public static Fraction Clamp(Fraction value, Fraction lowest, Fraction highest) => Min(Max(value, lowest), highest);

    /// <summary>The greatest whole number that is not greater.</summary>
    public Fraction Floor()
    {
        if (_wide is null && NarrowDenominator == 1) return this;
        var quotient = BigInteger.DivRem(Numerator, Denominator, out var remainder);
        return From(remainder.Sign < 0 ? quotient - 1 : quotient, BigInteger.One);
    }

    /// <summary>The least whole number that is not less.</summary>
    public Fraction Ceiling() => -(-this).Floor();

    /// <summary>Rounds once, half away from zero (N2); the result carries exactly <paramref name="digits"/> decimals.</summary>
    /// <param name="digits">Decimals, 0…18.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="digits"/> is outside 0…18.</exception>
    /// <exception cref="OverflowException">The result doesn't fit a decimal.</exception>
    public decimal RoundHalfAwayFromZero(int digits)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(digits);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(digits, MaxFastDigits);
        var unit = new decimal(1, 0, 0, false, (byte)digits);
        if (_wide is null)
        {
            // |numerator| < 2^63 and 10^18 < 2^60, so twice the product stays below 2^124.
            var doubled = (Int128.Abs(_numerator) * PowerOfTen(digits) * 2) + NarrowDenominator;
            var units = doubled / ((Int128)NarrowDenominator * 2);
            return (decimal)(_numerator < 0 ? -units : units) * unit;
        }

        var wideUnits = ((BigInteger.Abs(Numerator) * BigInteger.Pow(10, digits) * 2) + Denominator) / (Denominator * 2);
        return (decimal)(Sign < 0 ? -wideUnits : wideUnits) * unit;
    }

    /// <inheritdoc/>
    public int CompareTo(Fraction other)
    {
        if (!AreNarrow(this, other)) return (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);
        return _denominatorLessOne == other._denominatorLessOne
            ? _numerator.CompareTo(other._numerator)
            : ((Int128)_numerator * other.NarrowDenominator).CompareTo((Int128)other._numerator * NarrowDenominator);
    }

    /// <inheritdoc/>
    public int CompareTo(object? obj) => obj switch
    {
        null => 1,
        Fraction other => CompareTo(other),
        _ => throw new ArgumentException("A fraction is compared with fractions only.", nameof(obj)),
    };

    /// <inheritdoc/>
    public bool Equals(Fraction other) =>
        _numerator == other._numerator && _denominatorLessOne == other._denominatorLessOne && Equals(_wide, other._wide);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Fraction other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_numerator, _denominatorLessOne, _wide);

    /// <summary>The value as <c>numerator/denominator</c>, or the whole number alone.</summary>
    public override string ToString() =>
        Denominator.IsOne
            ? Numerator.ToString(CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{Numerator}/{Denominator}");

    private static bool AreNarrow(Fraction left, Fraction right) => left._wide is null && right._wide is null;

    private static long PowerOfTen(int digits)
    {
        var power = 1L;
        for (var i = 0; i < digits; i++) power *= 10;
        return power;
    }

    private static Fraction Reduce(Int128 numerator, Int128 denominator)
    {
        if (numerator == 0) return default;
        if (denominator < 0) (numerator, denominator) = (-numerator, -denominator);
        if (!Fits(numerator) || !Fits(denominator))
        {
            var wideDivisor = GreatestCommonDivisor(Int128.Abs(numerator), denominator);
            numerator /= wideDivisor;
            denominator /= wideDivisor;
            if (!Fits(numerator) || !Fits(denominator)) return new(new WideParts((BigInteger)numerator, (BigInteger)denominator));
            return new((long)numerator, (long)denominator);
        }

        var divisor = GreatestCommonDivisor(Math.Abs((long)numerator), (long)denominator);
        return new((long)numerator / divisor, (long)denominator / divisor);
    }

    private static bool Fits(Int128 value) => value <= long.MaxValue && value >= -long.MaxValue;

    private static T GreatestCommonDivisor<T>(T left, T right)
        where T : IBinaryInteger<T>
    {
        while (right != T.Zero) (left, right) = (right, left % right);
        return left;
    }

    private sealed record WideParts(BigInteger Numerator, BigInteger Denominator);
}
