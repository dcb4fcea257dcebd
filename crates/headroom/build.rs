//! Turns `data/*.toml` into constants, so that the page carries no TOML parser.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use std::{env, error::Error, fs};

use serde::Deserialize;

/// A number of `coefficients.toml`, which the fit writes, or of `cited.toml`, which
/// has neither rows nor versions.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Coefficient {
    low: f64,
    likely: f64,
    high: f64,
    unit: String,
    formula: String,
    source: String,
    #[serde(default)]
    rows: u32,
    r2: Option<f64>,
    #[serde(default)]
    versions: String,
    date: String,
}

#[derive(Deserialize)]
struct Catalogue {
    prices: Prices,
    tier: Vec<Tier>,
}

#[derive(Deserialize)]
struct Prices {
    memory_gb_month: f64,
    vcpu_month: f64,
    egress_gb: f64,
    volume_gb_month: f64,
    source: String,
    date: String,
}

#[derive(Deserialize)]
struct Tier {
    id: String,
    key: String,
    subscription: f64,
    included: f64,
    memory_gb: f64,
    vcpu: f64,
    replicas: u32,
    retention_days: u32,
    billed_beyond: bool,
    credit_days: u32,
    source: String,
    date: String,
}

#[derive(Deserialize)]
struct Accuracy {
    versions: String,
    row: Vec<Predicted>,
}

#[derive(Deserialize)]
struct Riddle {
    date: String,
    service: Vec<Started>,
}

#[derive(Deserialize)]
struct Started {
    id: String,
    boot: f64,
    warm: f64,
    rest: f64,
    peak: f64,
    rss: f64,
}

#[derive(Deserialize)]
struct Predicted {
    name: String,
    idle: [f64; 4],
    peak: [f64; 4],
}

fn main() -> Result<(), Box<dyn Error>> {
    let data = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("../../data");
    let out = env::var("OUT_DIR")?;
    write_coefficients(&data, &Path::new(&out).join("coefficients.rs"))?;
    write_accuracy(&data.join("accuracy.toml"), &Path::new(&out).join("accuracy.rs"))?;
    write_riddle(&data.join("riddle.toml"), &Path::new(&out).join("riddle.rs"))?;
    write_catalogue(&data.join("tiers.toml"), &Path::new(&out).join("tiers.rs"))
}

fn write_coefficients(data: &Path, to: &Path) -> Result<(), Box<dyn Error>> {
    let mut rows: BTreeMap<String, Coefficient> =
        toml::from_str(&read(&data.join("coefficients.toml"))?)?;
    let cited: BTreeMap<String, Coefficient> = toml::from_str(&read(&data.join("cited.toml"))?)?;
    for (key, row) in cited {
        if rows.insert(key.clone(), row).is_some() {
            return Err(format!("{key} is both measured and cited").into());
        }
    }
    let mut code = String::new();
    for (place, (key, row)) in rows.iter().enumerate() {
        writeln!(code, "{}", constant(place, key, row)?)?;
    }
    let names: Vec<String> = rows.keys().map(|key| format!("&{}", key.to_uppercase())).collect();
    writeln!(
        code,
        "/// Every coefficient, by name.\npub const ALL: &[&Coefficient] = &[{}];",
        names.join(", ")
    )?;
    Ok(fs::write(to, code)?)
}

fn constant(place: usize, key: &str, row: &Coefficient) -> Result<String, Box<dyn Error>> {
    let Coefficient { low, likely, high, unit, formula, source, rows, r2, versions, date } = row;
    if !(low <= likely && likely <= high) {
        return Err(format!("{key}: {low} <= {likely} <= {high} does not hold").into());
    }
    let scale = scale_of(unit).ok_or_else(|| format!("{key}: unknown unit {unit}"))?;
    Ok(format!(
        "/// `{key}`, from `{source}`.\npub const {}: Coefficient = Coefficient {{ key: {key:?}, place: {place}, \
         estimate: Estimate {{ low: {:?}, likely: {:?}, high: {:?} }}, unit: {unit:?}, formula: {formula:?}, \
         source: {source:?}, rows: {rows}, r2: {r2:?}, versions: {versions:?}, date: {date:?} }};",
        key.to_uppercase(),
        low * scale,
        likely * scale,
        high * scale,
    ))
}

/// Bytes (or the plain number) that one of the unit is.
fn scale_of(unit: &str) -> Option<f64> {
    match unit.split(" per ").next()? {
        "MiB" => Some(1_048_576.0),
        "kB" => Some(1000.0),
        "B" | "s" | "ratio" => Some(1.0),
        _ => None,
    }
}

fn write_accuracy(from: &Path, to: &Path) -> Result<(), Box<dyn Error>> {
    let Accuracy { versions, row: rows } = toml::from_str(&read(from)?)?;
    let mut code = format!(
        "/// What it was measured with, and when.\npub const VERSIONS: &str = {versions:?};\n\
         /// Every service that was predicted and measured.\npub const SERVICES: &[Service] = &[\n"
    );
    let figure = |[low, likely, high, measured]: [f64; 4]| {
        let [low, likely, high, measured] =
            [low, likely, high, measured].map(|mib| mib * 1_048_576.0);
        format!(
            "Figure {{ predicted: Estimate {{ low: {low:?}, likely: {likely:?}, high: {high:?} }}, measured: {measured:?} }}"
        )
    };
    for row in &rows {
        let (idle, peak) = (figure(row.idle), figure(row.peak));
        writeln!(code, "    Service {{ name: {:?}, idle: {idle}, peak: {peak} }},", row.name)?;
    }
    writeln!(code, "];")?;
    Ok(fs::write(to, code)?)
}

fn write_riddle(from: &Path, to: &Path) -> Result<(), Box<dyn Error>> {
    let Riddle { date, service: services } = toml::from_str(&read(from)?)?;
    let mut code = format!(
        "/// The day they were measured.\npub const DATE: &str = {date:?};\n\
         /// Every service, in the order of the table.\npub const SERVICES: &[Measured] = &[\n"
    );
    for Started { id, boot, warm, rest, peak, rss } in &services {
        let [boot, warm, rest, peak, rss] =
            [boot, warm, rest, peak, rss].map(|mib| mib * 1_048_576.0);
        writeln!(
            code,
            "    Measured {{ id: RiddleId::{id}, boot: {boot:?}, warm: {warm:?}, rest: {rest:?}, peak: {peak:?}, rss: {rss:?} }},"
        )?;
    }
    writeln!(code, "];")?;
    Ok(fs::write(to, code)?)
}

fn write_catalogue(from: &Path, to: &Path) -> Result<(), Box<dyn Error>> {
    let Catalogue { prices, tier: tiers } = toml::from_str(&read(from)?)?;
    let mut code = String::new();
    writeln!(
        code,
        "/// Railway's list prices.\npub const LIST: Prices = Prices {{ memory_gb_month: {:?}, vcpu_month: {:?}, egress_gb: {:?}, volume_gb_month: {:?} }};\n\
         /// Where the list prices were read.\npub const LIST_SOURCE: &str = {:?};\n\
         /// The date of the page that the list prices were read from.\npub const LIST_DATE: &str = {:?};",
        prices.memory_gb_month,
        prices.vcpu_month,
        prices.egress_gb,
        prices.volume_gb_month,
        prices.source,
        prices.date,
    )?;
    writeln!(code, "/// What Railway sells, smallest first.\npub const TIERS: &[Tier] = &[")?;
    for tier in &tiers {
        writeln!(
            code,
            "    Tier {{ id: TierId::{}, key: {:?}, subscription: {:?}, included: {:?}, memory: {:e}, vcpu: {:?}, replicas: {}, \
             retention_days: {}, billed_beyond: {}, credit_days: {}, source: {:?}, date: {:?} }},",
            tier.id,
            tier.key,
            tier.subscription,
            tier.included,
            tier.memory_gb * 1e9,
            tier.vcpu,
            tier.replicas,
            tier.retention_days,
            tier.billed_beyond,
            tier.credit_days,
            tier.source,
            tier.date,
        )?;
    }
    writeln!(code, "];")?;
    Ok(fs::write(to, code)?)
}

fn read(path: &Path) -> Result<String, Box<dyn Error>> {
    println!("cargo:rerun-if-changed={}", path.display());
    Ok(fs::read_to_string(path).map_err(|why| format!("{}: {why}", path.display()))?)
}
