//! What speaks to residents: flyers, posters and door strips, their pictures for a phone, and the text for
//! the loudspeaker. None is an administrative document, so none has a quốc hiệu.

pub(crate) mod flyer;
pub(crate) mod loudspeaker;
