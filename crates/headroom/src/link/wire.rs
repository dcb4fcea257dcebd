//! The bytes of a link: records that can be skipped by those who do not know them.
//!
//! A record is a key and a payload. The key is a varint: the distance from the
//! last record's number, and in its low three bits how the payload is written.
//! A section of records ends with a zero. Numbers are whole, or the shortest
//! decimal mantissa and exponent that give back every bit: `600e6` is one byte.

use crate::setting::Value;
use crate::units::{Estimate, decimal};

/// How a payload is written: the low bits of a key. Frozen.
mod kind {
    pub(super) const WHOLE: u64 = 0;
    pub(super) const DECIMAL: u64 = 1;
    pub(super) const RANGE: u64 = 2;
    pub(super) const ESTIMATE: u64 = 3;
    pub(super) const NOTHING: u64 = 4;
    pub(super) const BYTES: u64 = 5;
    pub(super) const ZERO: u64 = 6;
    pub(super) const ONE: u64 = 7;
}

/// The exponent is not one of the usual fifteen. Frozen.
const FAR: u64 = 15;

/// The payload of a record.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Payload<'a> {
    /// A whole number.
    Whole(u64),
    /// Any number.
    Decimal(f64),
    /// A range whose middle is likely.
    Range(f64, f64),
    /// Low, likely, high.
    Estimate(Estimate),
    /// Left open.
    Nothing,
    /// A text, or records of its own.
    Bytes(&'a [u8]),
}

/// The bytes do not go on as they must.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Broken;

/// Writes sections of records.
#[derive(Debug, Default)]
pub(super) struct Writer {
    bytes: Vec<u8>,
    last: u64,
}

impl Writer {
    pub(super) fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }

    pub(super) fn varint(&mut self, mut value: u64) {
        while value > 0x7f {
            self.bytes.push(low_bits(value) | 0x80);
            value >>= 7;
        }
        self.bytes.push(low_bits(value));
    }

    pub(super) fn bytes(&mut self, bytes: &[u8]) {
        self.varint(u64::try_from(bytes.len()).unwrap_or(u64::MAX));
        self.bytes.extend_from_slice(bytes);
    }

    /// Starts a section whose first number counts from this one.
    pub(super) fn section(&mut self, base: u64) {
        self.last = base;
    }

    pub(super) fn end(&mut self) {
        self.bytes.push(0);
    }

    /// Writes a record; numbers must rise within a section.
    pub(super) fn record(&mut self, number: u64, payload: Payload<'_>) {
        let key = |kind| (number - self.last) << 3 | kind;
        match payload {
            Payload::Whole(0) => self.varint(key(kind::ZERO)),
            Payload::Whole(1) => self.varint(key(kind::ONE)),
            Payload::Whole(value) => {
                self.varint(key(kind::WHOLE));
                self.varint(value);
            }
            Payload::Decimal(value) => {
                self.varint(key(kind::DECIMAL));
                self.decimal(value);
            }
            Payload::Range(low, high) => {
                self.varint(key(kind::RANGE));
                self.decimal(low);
                self.decimal(high);
            }
            Payload::Estimate(Estimate { low, likely, high }) => {
                self.varint(key(kind::ESTIMATE));
                self.decimal(low);
                self.decimal(likely);
                self.decimal(high);
            }
            Payload::Nothing => self.varint(key(kind::NOTHING)),
            Payload::Bytes(bytes) => {
                self.varint(key(kind::BYTES));
                self.bytes(bytes);
            }
        }
        self.last = number;
    }

    /// The mantissa, and in its low four bits the exponent: from -4 to 10, or
    /// [`FAR`], after which it follows (its sign in the lowest bit).
    fn decimal(&mut self, value: f64) {
        let (mantissa, exponent) = decimal::digits(value);
        let near = u64::try_from(exponent + 4).ok().filter(|code| *code < FAR);
        self.varint(mantissa << 4 | near.unwrap_or(FAR));
        if near.is_none() {
            self.varint(u64::from(exponent.unsigned_abs()) << 1 | u64::from(exponent < 0));
        }
    }
}

fn low_bits(value: u64) -> u8 {
    value.to_le_bytes()[0] & 0x7f
}

/// How a value is written in the fewest bytes.
pub(super) fn payload(value: Value) -> Payload<'static> {
    match value {
        Value::Toggle(on) => Payload::Whole(on.into()),
        Value::Choice(at) => Payload::Whole(u64::try_from(at).unwrap_or(u64::MAX)),
        Value::Nothing => Payload::Nothing,
        Value::Number(number) if number.is_exact() => exact(number.likely),
        Value::Number(number) if number == Estimate::between(number.low, number.high) => {
            Payload::Range(number.low, number.high)
        }
        Value::Number(number) => Payload::Estimate(number),
    }
}

fn exact(value: f64) -> Payload<'static> {
    let (mantissa, exponent) = decimal::digits(value);
    let whole = u32::try_from(exponent)
        .ok()
        .and_then(|exponent| mantissa.checked_mul(10_u64.checked_pow(exponent)?));
    match whole {
        // Beyond the usual exponents a decimal is longer, and a whole number far longer.
        Some(whole) if length(whole) <= length(mantissa << 4) => Payload::Whole(whole),
        Some(_) | None => Payload::Decimal(value),
    }
}

fn length(value: u64) -> u32 {
    (70 - value.leading_zeros()).max(7) / 7
}

/// Reads sections of records. Takes nothing for granted.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reader<'a> {
    rest: &'a [u8],
    last: u64,
}

impl<'a> Reader<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes, last: 0 }
    }

    pub(super) fn is_at_end(&self) -> bool {
        self.rest.is_empty()
    }

    pub(super) fn left(&self) -> usize {
        self.rest.len()
    }

    pub(super) fn varint(&mut self) -> Result<u64, Broken> {
        let mut value = 0_u64;
        for shift in (0..64).step_by(7) {
            let (&byte, rest) = self.rest.split_first().ok_or(Broken)?;
            self.rest = rest;
            let bits = u64::from(byte & 0x7f);
            if shift == 63 && bits > 1 {
                return Err(Broken);
            }
            value |= bits << shift;
            if byte < 0x80 {
                return Ok(value);
            }
        }
        Err(Broken)
    }

    pub(super) fn bytes(&mut self) -> Result<&'a [u8], Broken> {
        let length = usize::try_from(self.varint()?).map_err(|_| Broken)?;
        let (bytes, rest) = self.rest.split_at_checked(length).ok_or(Broken)?;
        self.rest = rest;
        Ok(bytes)
    }

    /// Starts a section whose first number counts from this one.
    pub(super) fn section(&mut self, base: u64) {
        self.last = base;
    }

    /// The next record, or nothing at the end of the section.
    pub(super) fn record(&mut self) -> Result<Option<(u64, Payload<'a>)>, Broken> {
        let key = self.varint()?;
        if key == 0 {
            return Ok(None);
        }
        let payload = match key & 7 {
            kind::WHOLE => Payload::Whole(self.varint()?),
            kind::DECIMAL => Payload::Decimal(self.decimal()?),
            kind::RANGE => Payload::Range(self.decimal()?, self.decimal()?),
            kind::ESTIMATE => Payload::Estimate(Estimate {
                low: self.decimal()?,
                likely: self.decimal()?,
                high: self.decimal()?,
            }),
            kind::NOTHING => Payload::Nothing,
            kind::BYTES => Payload::Bytes(self.bytes()?),
            kind::ZERO => Payload::Whole(0),
            _ => Payload::Whole(1),
        };
        self.last = self.last.checked_add(key >> 3).ok_or(Broken)?;
        Ok(Some((self.last, payload)))
    }

    fn decimal(&mut self) -> Result<f64, Broken> {
        let mantissa = self.varint()?;
        let short = |number: u64| i32::try_from(number).map_err(|_| Broken);
        let exponent = match mantissa & FAR {
            FAR => {
                let signed = self.varint()?;
                let far = short(signed >> 1)?;
                if signed & 1 == 1 { -far } else { far }
            }
            code => short(code)? - 4,
        };
        let value = decimal::number(mantissa >> 4, exponent);
        if value.is_finite() { Ok(value) } else { Err(Broken) }
    }
}

impl Payload<'_> {
    /// The number or the range, if it is one.
    pub(super) fn estimate(self) -> Option<Estimate> {
        match self {
            Self::Whole(value) => Some(Estimate::exact(decimal::number(value, 0))),
            Self::Decimal(value) => Some(Estimate::exact(value)),
            Self::Range(low, high) => (low <= high).then(|| Estimate::between(low, high)),
            Self::Estimate(estimate) => Some(estimate),
            Self::Nothing | Self::Bytes(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn takes(value: f64, bytes: usize) {
        let mut writer = Writer::default();
        writer.record(1, payload(Value::Number(Estimate::exact(value))));
        let written = writer.into_bytes();
        assert_eq!(written.len(), 1 + bytes, "{value}");
        let (_, back) = Reader::new(&written).record().unwrap().unwrap();
        assert_eq!(back.estimate().unwrap().likely.to_bits(), value.to_bits());
    }

    #[test]
    fn numbers_take_few_bytes_and_keep_every_bit() {
        takes(0.0, 0);
        takes(1.0, 0);
        takes(5.0, 1);
        takes(500.0, 1);
        takes(500.25, 3);
        takes(600e6, 1);
        takes(0.1, 1);
        takes(0.000_01, 2);
        takes(0.1 + 0.2, 10);
        takes(f64::MAX, 11);
        takes(5e-324, 3);
        takes(9_007_199_254_740_993.0, 8);
    }

    #[test]
    fn lengths_are_those_of_varints() {
        for value in [0, 1, 127, 128, 16_383, 16_384, u64::from(u32::MAX), u64::MAX] {
            let mut writer = Writer::default();
            writer.varint(value);
            let bytes = writer.into_bytes();
            assert_eq!(u32::try_from(bytes.len()), Ok(length(value)), "{value}");
            assert_eq!(Reader::new(&bytes).varint(), Ok(value));
        }
    }

    #[test]
    fn rubbish_is_broken_and_nothing_worse() {
        for bytes in [
            &[0x80][..],
            &[0xff; 11],
            &[0x0d, 0xff, 0xff, 0xff, 0x7f],
            &[0x09, 0x1f, 0xfe, 0x7f],
            &[],
        ] {
            let mut reader = Reader::new(bytes);
            assert_eq!(reader.record(), Err(Broken), "{bytes:?}");
        }
    }
}
