//! Share links: every one that was ever made opens, and what is damaged says so.

#![expect(clippy::unwrap_used, reason = "a helper that fails fails its test")]

mod arbitrary;

use std::fs;
use std::path::Path;

use headroom::file::{self, Notice, Opened};
use headroom::link::{self, LinkError};
use headroom::plan::{fresh, note};
use headroom::text::{Lang, Reader, problems};
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_plan_comes_back_to_the_last_bit(plan in arbitrary::plan()) {
        let text = link::encode(&plan);
        prop_assert_eq!(link::decode(&text), Ok(Opened { plan, notices: Vec::new() }), "{}", text);
    }

    #[test]
    fn one_wrong_character_never_opens_another_plan(plan in arbitrary::plan(), at in 1_usize..4000, to in 0_usize..64) {
        const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        let mut text = link::encode(&plan).into_bytes();
        let at = 1 + at % (text.len() - 1);
        text[at] = ALPHABET[to];
        match link::decode(&String::from_utf8(text).unwrap()) {
            Ok(opened) => prop_assert_eq!(opened.plan, plan),
            Err(why) => prop_assert!(matches!(why, LinkError::Damaged | LinkError::Truncated { .. }), "{:?}", why),
        }
    }

    #[test]
    fn a_missing_end_is_called_missing(plan in arbitrary::plan(), at in 4_usize..4000) {
        let text = link::encode(&plan);
        let at = 4 + at % (text.len() - 4);
        let wanted = text.len();
        prop_assert_eq!(link::decode(&text[..at]), Err(LinkError::Truncated { found: at, wanted }));
    }
}

#[test]
fn every_golden_link_opens_to_its_plan() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("links");
    let mut seen = 0;
    let of = |version: &str| fs::read_dir(folder.join(version)).unwrap();
    for entry in ["v1", "v2", "v3"].into_iter().flat_map(of) {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "txt") {
            continue;
        }
        seen += 1;
        let wanted =
            file::read(&fs::read_to_string(path.with_extension("json")).unwrap()).unwrap().plan;
        let opened = link::decode(&fs::read_to_string(&path).unwrap()).unwrap();
        assert_eq!(opened.plan, wanted, "{}", path.display());
        let held = opened.notices.iter().any(|notice| matches!(notice, Notice::Held { .. }));
        assert_eq!(held, path.ends_with("clamped.txt"), "{}: {:?}", path.display(), opened.notices);
        // The plan is the same; what it comes to is what the model of today says.
        let older = opened.notices.iter().any(|notice| matches!(notice, Notice::OlderModel { .. }));
        assert_eq!(older, !path.parent().unwrap().ends_with("v3"), "{}", path.display());
        let changed = opened.notices.iter().any(|notice| matches!(notice, Notice::Changed { .. }));
        assert!(older || !changed, "{}: {:?}", path.display(), opened.notices);
    }
    assert!(seen >= 20, "{seen}");
}

#[test]
fn links_are_short() {
    assert!(link::encode(&fresh()).len() < 24);
    assert!(link::encode(&note()).len() < 150);
}

/// A million texts: noise, noise in our alphabet, changed links, and frames
/// whose checksum is right although their content is noise.
#[test]
fn the_decoder_survives_a_million_random_texts() {
    let good = link::encode(&note()).into_bytes();
    let mut noise = Noise(0x9e37_79b9_7f4a_7c15);
    let mut opened = 0;
    for round in 0..1_000_000_u32 {
        let version = 1 + noise.below(3);
        let text = match round % 4 {
            0 => (0..noise.below(24)).map(|_| char::from(noise.byte() % 128)).collect(),
            1 => format!("{version}{}", base64(&noise.bytes(24))),
            2 => changed(&good, &mut noise),
            _ => format!("{version}{}", base64(&framed(&noise.bytes(32)))),
        };
        match link::decode(&text) {
            Ok(Opened { notices, .. }) => {
                opened += 1;
                if round % 64 == 3 {
                    for notice in &notices {
                        assert!(!problems::notice(notice, Reader::default()).is_empty());
                    }
                }
            }
            Err(why) if round % 64 == 0 => assert!(!problems::link(&why, Lang::En).is_empty()),
            Err(_) => {}
        }
    }
    assert!(opened > 1000, "{opened}: the noise should reach the inside of the decoder");
}

fn changed(good: &[u8], noise: &mut Noise) -> String {
    let mut text = good.to_vec();
    for _ in 0..=noise.below(3) {
        let at = noise.below(text.len());
        match noise.below(3) {
            0 => text[at] = noise.byte() % 128,
            1 => text.truncate(at.max(1)),
            _ => text.insert(at, noise.byte() % 128),
        }
    }
    String::from_utf8(text).unwrap()
}

/// A body with its length before it and its checksum (CRC-16/IBM-SDLC) behind,
/// after a head that is in order.
fn framed(noise: &[u8]) -> Vec<u8> {
    let body = [&[1, 0xd5, 4, 0], noise, &[0, 0, 0]].concat();
    let mut frame = vec![u8::try_from(body.len()).unwrap()];
    frame.extend(body);
    let mut crc = 0xffff_u16;
    for byte in &frame {
        crc ^= u16::from(*byte);
        for _ in 0..8 {
            crc = if crc & 1 == 1 { crc >> 1 ^ 0x8408 } else { crc >> 1 };
        }
    }
    frame.extend((!crc).to_le_bytes());
    frame
}

fn base64(bytes: &[u8]) -> String {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let mut text = String::new();
    for three in bytes.chunks(3) {
        let bits = three.iter().fold(0_u32, |bits, byte| bits << 8 | u32::from(*byte))
            << (8 * (3 - three.len()));
        for at in 0..=three.len() {
            let index = usize::try_from(bits >> (18 - 6 * at) & 63).unwrap();
            text.push(char::from(ALPHABET[index]));
        }
    }
    text
}

/// Numbers that look random and are the same in every run.
struct Noise(u64);

impl Noise {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn byte(&mut self) -> u8 {
        self.next().to_le_bytes()[3]
    }

    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() >> 33).unwrap() % end.max(1)
    }

    fn bytes(&mut self, most: usize) -> Vec<u8> {
        (0..self.below(most)).map(|_| self.byte()).collect()
    }
}
