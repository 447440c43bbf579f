"""Exact numbers back as a drafter writes them."""

from __future__ import annotations

from fractions import Fraction

_SIGNIFICANT = 6  # digits shown of a number that has no end
#: As many digits as a reader is told of what was reckoned.
DIGITS = 4
_HALF = Fraction(1, 2)
_MOST_DIGITS = 30  # longer numbers are told as a power of ten


def write_number(value: Fraction) -> str:
    """`value` in Arabic digits: 2000, 6.5; 约66.6667 where the decimals do not end, 约1.2×10^40 beyond bounds."""
    if value < 0:
        sign, magnitude = "-", -value
    else:
        sign, magnitude = "", value
    places = _decimal_places(magnitude.denominator)
    if magnitude >= 10**_MOST_DIGITS or 0 < magnitude < Fraction(1, 10**_MOST_DIGITS):
        exponent = _exponent(magnitude)
        if round(magnitude / Fraction(10) ** exponent, _SIGNIFICANT - 1) == 10:
            exponent += 1
        return f"约{sign}{_rounded(magnitude / Fraction(10) ** exponent, _SIGNIFICANT - 1)}×10^{exponent}"
    if places is not None:
        return sign + _rounded(magnitude, places)
    return f"约{sign}{_rounded(magnitude, max(_SIGNIFICANT - 1 - _exponent(magnitude), 0))}"


def rounded(value: Fraction, digits: int = DIGITS) -> Fraction:
    """So many digits of a number from the first that is not 0; whole numbers in full."""
    if value.denominator == 1:
        return value
    whole = abs(int(value))
    places = max(digits - len(str(whole)), 0) if whole else digits + _leading_zeros(abs(value))
    nearest = Fraction(_nearest(abs(value) * 10**places), 10**places)
    return nearest if value > 0 else -nearest


def _nearest(value: Fraction) -> int:
    """The nearest whole number of one that is not negative; a half goes up, as people round and as digits are read."""
    return int(value + _HALF)


def _leading_zeros(value: Fraction) -> int:
    """How many zeros follow the point of a number below 1."""
    return max(len(str(value.denominator // value.numerator)) - 1, 0) if value else 0


def _decimal_places(denominator: int) -> int | None:
    """How many decimals a fraction with this denominator has; None if they do not end, or only far out."""
    for places in range(_MOST_DIGITS + 1):
        if 10**places % denominator == 0:
            return places
    return None


def _rounded(value: Fraction, places: int) -> str:
    """`value`, not negative, to that many decimals; zeros at the end are dropped."""
    digits = str(_nearest(value * 10**places)).rjust(places + 1, "0")
    return f"{digits[:-places]}.{digits[-places:]}".rstrip("0").rstrip(".") if places else digits


def _exponent(value: Fraction) -> int:
    """The power of ten of the first digit."""
    # Bits tell decimal digits to within two; the rest is counted.
    exponent = (value.numerator.bit_length() - value.denominator.bit_length()) * 30103 // 100000 - 1
    while value >= Fraction(10) ** (exponent + 1):
        exponent += 1
    return exponent
