//! Codes that have words: an enum that knows all of its variants, so that one without words is found.

/// Declares such an enum. It crosses the wire in snake case, as the words name it; the calling crate has
/// serde and ts-rs.
#[macro_export]
macro_rules! codes {
    ($(#[$doc:meta])* pub enum $name:ident { $($(#[$note:meta])* $code:ident),* $(,)? }) => {
        $(#[$doc])*
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, ::serde::Serialize, ::serde::Deserialize, ::ts_rs::TS,
        )]
        #[serde(rename_all = "snake_case")]
        pub enum $name {
            $($(#[$note])* $code,)*
        }

        impl $name {
            /// Every code.
            pub const ALL: &[Self] = &[$(Self::$code,)*];
        }
    };
}
