//! The packets that are held.

use domain::packet::Packet;

use crate::error::Error;
use crate::{Result, View};

/// The newest packet of every ward of the campaign looked at, in the order the wards first came. Each was verified
/// when it was taken in, and its bytes still have that hash.
///
/// # Errors
/// No campaign, or bytes that are no longer what was taken in.
pub fn ward_packets(view: &View<'_>) -> Result<Vec<Packet>> {
    let campaign = view.get_campaign()?.id;
    let packet = |id| serde_json::from_slice(&view.get_ward_packet_bytes(id)?).map_err(Error::internal);
    view.list_ward_packets(campaign)?.into_iter().map(|held| packet(held.id)).collect()
}
