//! Compressing as a host of static files does.

use std::io::Write as _;

use anyhow::Result;
use clap::ValueEnum;

/// How a host compresses, under the name that `--encoding` takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Encoding {
    /// As `brotli -q 11`: most hosts
    Brotli,
    /// As `gzip -9`: GitHub Pages
    Gzip,
}

impl Encoding {
    /// As a request and an answer name it.
    pub(crate) fn token(self) -> &'static str {
        match self {
            Self::Brotli => "br",
            Self::Gzip => "gzip",
        }
    }

    pub(crate) fn compress(self, content: &[u8]) -> Result<Vec<u8>> {
        match self {
            Self::Brotli => {
                let mut writer = ::brotli::CompressorWriter::new(Vec::new(), 1 << 16, 11, 22);
                writer.write_all(content)?;
                Ok(writer.into_inner())
            }
            Self::Gzip => {
                let best = flate2::Compression::best();
                let mut writer = flate2::write::GzEncoder::new(Vec::new(), best);
                writer.write_all(content)?;
                Ok(writer.finish()?)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use super::*;

    #[test]
    fn what_was_compressed_is_what_a_browser_gets_back() {
        let text = b"what a page says ".repeat(200);
        for encoding in [Encoding::Brotli, Encoding::Gzip] {
            let small = encoding.compress(&text).unwrap();
            assert!(small.len() < 100, "{encoding:?}: {}", small.len());
            let mut back = Vec::new();
            match encoding {
                Encoding::Brotli => {
                    ::brotli::Decompressor::new(&small[..], 4096).read_to_end(&mut back)
                }
                Encoding::Gzip => flate2::read::GzDecoder::new(&small[..]).read_to_end(&mut back),
            }
            .unwrap();
            assert_eq!(back, text, "{encoding:?}");
        }
    }
}
