//! Random draws that are the same for a seed for ever, whatever a library changes: SplitMix64 (Steele, Lea,
//! Flood 2014) and textbook distributions.

/// A stream of draws.
#[derive(Debug, Clone)]
pub struct Random(u64);

impl Random {
    /// The stream of one purpose under a seed: a draw more in one place changes nothing in another.
    #[must_use]
    pub fn of(seed: u64, purpose: &[u64]) -> Self {
        let mut random = Self(seed);
        for word in purpose {
            random.0 = random.word() ^ word.wrapping_mul(0x9E37_79B9_7F4A_7C15);
        }
        random.0 = random.word();
        random
    }

    pub fn word(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// From 0 to below 1.
    pub fn unit(&mut self) -> f64 {
        (self.word() >> 11) as f64 / (1_u64 << 53) as f64
    }

    pub fn chance(&mut self, p: f64) -> bool {
        self.unit() < p
    }

    /// From 0 to below `n`.
    pub fn below(&mut self, n: usize) -> usize {
        (self.unit() * n as f64) as usize
    }

    /// Both ends included.
    pub fn between(&mut self, least: u32, most: u32) -> u32 {
        least + self.below((most - least + 1) as usize) as u32
    }

    /// A place in `weights`, each as likely as its weight among them.
    pub fn weighted(&mut self, weights: &[f64]) -> usize {
        let mut left = self.unit() * weights.iter().sum::<f64>();
        for (at, weight) in weights.iter().enumerate() {
            left -= weight;
            if left < 0.0 {
                return at;
            }
        }
        weights.len() - 1
    }

    /// How many of `n` happen, each with `p`.
    pub fn binomial(&mut self, n: u32, p: f64) -> u32 {
        (0..n).map(|_| u32::from(self.chance(p))).sum()
    }

    /// Knuth's product of uniforms: means here are below 100.
    pub fn poisson(&mut self, mean: f64) -> u32 {
        let least = (-mean).exp();
        let (mut product, mut count) = (self.unit(), 0);
        while product > least {
            product *= self.unit();
            count += 1;
        }
        count
    }

    /// Poisson whose mean varies by a gamma of that shape: negative binomial.
    pub fn spread_poisson(&mut self, mean: f64, shape: f64) -> u32 {
        let scaled = mean * self.gamma(shape) / shape;
        self.poisson(scaled)
    }

    /// A share about `mean`; the larger `strength`, the nearer to it.
    pub fn beta(&mut self, mean: f64, strength: f64) -> f64 {
        let (a, b) = (self.gamma(mean * strength), self.gamma((1.0 - mean) * strength));
        a / (a + b)
    }

    /// Marsaglia and Tsang 2000; a shape below 1 by their boost.
    fn gamma(&mut self, shape: f64) -> f64 {
        if shape < 1.0 {
            let boost = (1.0 - self.unit()).powf(1.0 / shape);
            return self.gamma(shape + 1.0) * boost;
        }
        let d = shape - 1.0 / 3.0;
        let c = 1.0 / (9.0 * d).sqrt();
        loop {
            let x = self.normal();
            let v = (1.0 + c * x).powi(3);
            if v > 0.0 && (1.0 - self.unit()).ln() < 0.5 * x * x + d - d * v + d * v.ln() {
                return d * v;
            }
        }
    }

    /// Box and Muller.
    fn normal(&mut self) -> f64 {
        let radius = (-2.0 * (1.0 - self.unit()).ln()).sqrt();
        radius * (std::f64::consts::TAU * self.unit()).cos()
    }
}
