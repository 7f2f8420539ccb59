//! Pictures of screens: made of few colours, and compared with those that were kept.

use std::collections::HashMap;
use std::fs::File;
use std::io::BufReader;
use std::path::Path;

use anyhow::{Context, Result, ensure};

/// Red, green and blue.
type Colour = [u8; 3];

/// As many as a PNG's palette has.
const COLOURS: usize = 256;
/// Two machines round the edges of letters differently: so far a channel may be off,
const OFF: u8 = 48;
/// and of so many dots one may be off further.
const ONE_IN: usize = 1000;

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Picture {
    width: u32,
    dots: Vec<Colour>,
}

impl Picture {
    /// From a PNG file.
    pub(super) fn read(path: &Path) -> Result<Self> {
        let file = BufReader::new(File::open(path).with_context(|| path.display().to_string())?);
        let mut decoder = png::Decoder::new(file);
        decoder.set_transformations(png::Transformations::EXPAND | png::Transformations::STRIP_16);
        let mut reader = decoder.read_info()?;
        let mut bytes = vec![0; reader.output_buffer_size().context("too large a picture")?];
        let frame = reader.next_frame(&mut bytes)?;
        let channels = frame.color_type.samples();
        ensure!(channels >= 3, "{}: no colours", path.display());
        let dots = bytes[..frame.buffer_size()].chunks_exact(channels).map(|dot| [dot[0], dot[1], dot[2]]).collect();
        Ok(Self { width: frame.width, dots })
    }

    /// The same in the colours it has most of: a screen has few, and the edges of letters lie between them.
    pub(super) fn of_few_colours(&self) -> Self {
        let palette = self.palette();
        let mut nearest: HashMap<Colour, Colour> = HashMap::new();
        let dots = self
            .dots
            .iter()
            .map(|dot| {
                *nearest
                    .entry(*dot)
                    .or_insert_with(|| *palette.iter().min_by_key(|known| apart(known, dot)).unwrap_or(dot))
            })
            .collect();
        Self { width: self.width, dots }
    }

    /// Most used first; of those used alike, by their value.
    fn palette(&self) -> Vec<Colour> {
        let mut used: HashMap<Colour, usize> = HashMap::new();
        for dot in &self.dots {
            *used.entry(*dot).or_default() += 1;
        }
        let mut palette: Vec<(Colour, usize)> = used.into_iter().collect();
        palette.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
        palette.into_iter().take(COLOURS).map(|(colour, _)| colour).collect()
    }

    /// A PNG file with a palette, as small as it goes. Of more colours than that, only the most used are true.
    pub(super) fn png(&self) -> Result<Vec<u8>> {
        let palette = self.palette();
        let places: HashMap<Colour, u8> = palette.iter().copied().zip(0..=u8::MAX).collect();
        let indices: Vec<u8> = self.dots.iter().map(|dot| places.get(dot).copied().unwrap_or_default()).collect();
        let mut file = Vec::new();
        let height = u32::try_from(self.dots.len())? / self.width.max(1);
        let mut encoder = png::Encoder::new(&mut file, self.width, height);
        encoder.set_color(png::ColorType::Indexed);
        encoder.set_depth(png::BitDepth::Eight);
        encoder.set_palette(palette.concat());
        encoder.set_compression(png::Compression::High);
        encoder.set_filter(png::Filter::NoFilter);
        let mut writer = encoder.write_header()?;
        writer.write_image_data(&indices)?;
        writer.finish()?;
        Ok(file)
    }

    /// Whether the two show the same, but for what machines round differently.
    pub(super) fn shows(&self, other: &Self) -> bool {
        let is_off = |(a, b): (&Colour, &Colour)| a.iter().zip(b).any(|(a, b)| a.abs_diff(*b) > OFF);
        let off = self.dots.iter().zip(&other.dots).filter(|pair| is_off(*pair)).count();
        self.width == other.width && self.dots.len() == other.dots.len() && off <= self.dots.len() / ONE_IN
    }
}

fn apart(a: &Colour, b: &Colour) -> u32 {
    a.iter().zip(b).map(|(a, b)| u32::from(a.abs_diff(*b)).pow(2)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A sheet of paper with a word of many greys on it.
    fn screen(word: usize) -> Picture {
        let mut dots = vec![[255; 3]; 100 * 60];
        for (i, dot) in dots.iter_mut().skip(1000).take(word).enumerate() {
            let grey = u8::try_from(i % 200).unwrap_or_default();
            *dot = [grey, grey, grey / 2];
        }
        Picture { width: 100, dots }
    }

    #[test]
    fn what_is_written_is_read_again() {
        let folder = std::env::temp_dir().join(format!("tung-ngo-shot-{}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("a folder");
        let path = folder.join("a.png");
        let few = screen(600).of_few_colours();
        std::fs::write(&path, few.png().expect("a file")).expect("it writes");
        let read = Picture::read(&path);
        std::fs::remove_dir_all(&folder).expect("it goes");
        assert_eq!(read.expect("it reads"), few);
    }

    #[test]
    fn few_colours_show_the_same_and_another_word_does_not() {
        let many =
            Picture { width: 64, dots: (0..4096_u32).map(|n| [(n % 64 * 4) as u8, (n / 64 * 4) as u8, 128]).collect() };
        let few = many.of_few_colours();
        assert_eq!(few.palette().len(), COLOURS);
        assert!(!screen(600).shows(&screen(700)), "a word is longer");
        assert!(screen(600).shows(&screen(602)), "two dots are rounded otherwise");
        assert!(!screen(600).shows(&many), "another size");
        assert!(screen(600).of_few_colours().shows(&screen(600)));
    }
}
