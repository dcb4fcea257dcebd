//! The units of memory that the page reads and writes.

/// 1,000 bytes.
pub const KB: f64 = 1e3;
/// 10^6 bytes.
pub const MB: f64 = 1e6;
/// 10^9 bytes: what Railway bills as one GB.
pub const GB: f64 = 1e9;
/// 10^12 bytes.
pub const TB: f64 = 1e12;
/// 1,024 bytes.
pub const KIB: f64 = 1024.0;
/// 2^20 bytes.
pub const MIB: f64 = 1_048_576.0;
/// 2^30 bytes.
pub const GIB: f64 = 1_073_741_824.0;

/// A unit of memory, by the name it is written with.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SizeUnit {
    /// As it is printed.
    pub name: &'static str,
    /// How many bytes one is.
    pub bytes: f64,
}

/// Every unit that is read, in the spelling that is printed.
pub const SIZE_UNITS: [SizeUnit; 8] = [
    SizeUnit { name: "B", bytes: 1.0 },
    SizeUnit { name: "kB", bytes: KB },
    SizeUnit { name: "MB", bytes: MB },
    SizeUnit { name: "GB", bytes: GB },
    SizeUnit { name: "TB", bytes: TB },
    SizeUnit { name: "KiB", bytes: KIB },
    SizeUnit { name: "MiB", bytes: MIB },
    SizeUnit { name: "GiB", bytes: GIB },
];
