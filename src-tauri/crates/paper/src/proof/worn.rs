//! What a photocopier and a hand make of a picture: blurred, pale, askew.

/// A picture in greys, row by row; 0 is black.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Grey {
    pub(super) width: usize,
    pub(super) height: usize,
    pub(super) dots: Vec<u8>,
}

/// What is left of the contrast, and how far the paper lies askew.
const CONTRAST: f32 = 0.7;
const TURN: f32 = 2.0;

impl Grey {
    /// Turned by 2° about its middle, blurred over three dots each way, at 70 % of its contrast about the middle grey.
    pub(super) fn worn(&self) -> Self {
        self.turned(TURN).blurred().blurred().paled(CONTRAST)
    }

    /// Twice as fine, the new dots between the old ones: it shows no more, but a reader that takes one dot for each
    /// square no longer depends on where the dots happened to fall.
    pub(super) fn doubled(&self) -> Self {
        let mut dots = Vec::with_capacity(4 * self.dots.len());
        let wide = |row: &[u8], dots: &mut Vec<u16>| {
            dots.clear();
            for (n, dot) in row.iter().enumerate() {
                let before = row[n.saturating_sub(1)];
                let after = row[(n + 1).min(row.len() - 1)];
                dots.push(u16::from(before) + 3 * u16::from(*dot));
                dots.push(u16::from(after) + 3 * u16::from(*dot));
            }
        };
        let (mut own, mut near) = (Vec::new(), Vec::new());
        for y in 0..self.height {
            let row = |y: usize| &self.dots[y * self.width..(y + 1) * self.width];
            wide(row(y), &mut own);
            for beside in [y.saturating_sub(1), (y + 1).min(self.height - 1)] {
                wide(row(beside), &mut near);
                let both = own.iter().zip(&near).map(|(own, near)| (3 * own + near) / 16);
                dots.extend(both.map(|sum| u8::try_from(sum).unwrap_or(u8::MAX)));
            }
        }
        Self { width: 2 * self.width, height: 2 * self.height, dots }
    }

    /// Each dot from the four between which it came to lie; outside, the paper is as at the picture's edge.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "places in a picture of a few hundred dots, clamped to it"
    )]
    fn turned(&self, degrees: f32) -> Self {
        let (sin, cos) = degrees.to_radians().sin_cos();
        let last = (self.width as f32 - 1.0, self.height as f32 - 1.0);
        let middle = (last.0 / 2.0, last.1 / 2.0);
        let mut dots = Vec::with_capacity(self.dots.len());
        for row in 0..self.height {
            let y = row as f32 - middle.1;
            for column in 0..self.width {
                let x = column as f32 - middle.0;
                let from_x = (cos * x + sin * y + middle.0).clamp(0.0, last.0);
                let from_y = (cos * y - sin * x + middle.1).clamp(0.0, last.1);
                let (left, top) = (from_x as usize, from_y as usize);
                let (right, down) = (from_x - left as f32, from_y - top as f32);
                let next = usize::from(left + 1 < self.width);
                let below = if top + 1 < self.height { self.width } else { 0 };
                let at = top * self.width + left;
                let between =
                    |at: usize| f32::from(self.dots[at]) * (1.0 - right) + f32::from(self.dots[at + next]) * right;
                // No grey is negative: half a grey more, cut off, is rounded.
                dots.push((between(at) * (1.0 - down) + between(at + below) * down + 0.5) as u8);
            }
        }
        Self { dots, ..*self }
    }

    /// One, two, one of neighbours in both directions; twice, it is close to a Gauss of one dot.
    fn blurred(&self) -> Self {
        let lines = soft(&self.dots, 1, self.width);
        Self { dots: soft(&lines, self.width, self.width * self.height), ..*self }
    }

    fn paled(&self, contrast: f32) -> Self {
        let pale = |dot: u8| 127.5 + (f32::from(dot) - 127.5) * contrast;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between two greys")]
        let greys: Vec<u8> = (0..=u8::MAX).map(|dot| pale(dot).round() as u8).collect();
        let dots = self.dots.iter().map(|dot| greys[usize::from(*dot)]).collect();
        Self { dots, ..*self }
    }
}

/// Each dot with its neighbours `step` before and after it, within pieces of `piece` dots; where there is none, the dot
/// stands for it.
fn soft(dots: &[u8], step: usize, piece: usize) -> Vec<u8> {
    let soft = |before: u8, dot: u8, after: u8| {
        let sum = u16::from(before) + 2 * u16::from(dot) + u16::from(after);
        u8::try_from(sum / 4).unwrap_or(u8::MAX)
    };
    let mut softened = Vec::with_capacity(dots.len());
    for line in dots.chunks(piece) {
        // Between these two a dot has both neighbours.
        let head = step.min(line.len());
        let tail = line.len().saturating_sub(step).max(head);
        softened.extend((0..head).map(|n| soft(line[n], line[n], line.get(n + step).copied().unwrap_or(line[n]))));
        let after = &line[(head + step).min(line.len())..];
        softened.extend(line.iter().zip(&line[head..tail]).zip(after).map(|((b, dot), a)| soft(*b, *dot, *a)));
        softened.extend((tail..line.len()).map(|n| soft(line[n - step], line[n], line[n])));
    }
    softened
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dot_spreads_to_its_neighbours_and_an_edge_goes_on_as_it_is() {
        let picture = Grey { width: 4, height: 3, dots: vec![0, 0, 0, 0, 0, 160, 0, 0, 0, 0, 0, 80] };
        assert_eq!(picture.blurred().dots, [10, 20, 10, 0, 20, 40, 25, 15, 10, 20, 25, 45]);
        let even = Grey { width: 3, height: 1, dots: vec![90; 3] };
        assert_eq!(even.blurred(), even);
    }

    #[test]
    fn a_turn_moves_the_edges_and_leaves_the_middle() {
        let mut dots = vec![255; 101 * 101];
        dots[50 * 101..51 * 101].fill(0);
        let turned = Grey { width: 101, height: 101, dots }.turned(2.0);
        let darkest = |x: usize| (0..101).min_by_key(|y| turned.dots[y * 101 + x]).expect("a row");
        // Two degrees over fifty dots are a dot and three quarters.
        assert_eq!((darkest(50), darkest(5).abs_diff(50), darkest(95).abs_diff(50)), (50, 2, 2));
    }
}
