use domain::account::Permission;
use domain::consolidation::ward_name;
use serde::Deserialize;
use store::NewWardPacket;
use ts_rs::TS;

use super::files::{Cells, look_into};
use super::weigh::{PacketsTaken, hex};
use crate::error::{Error, ErrorCode};
use crate::{Act, Read, Result, View, Write};

/// What would become of these workbooks; nothing is changed.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct LookAtPackets {
    pub paths: Vec<String>,
}

impl Read for LookAtPackets {
    type Answer = PacketsTaken;
    const NAME: &'static str = "look_at_packets";
    const NEEDS: Permission = Permission::SetUp;

    fn run(self, view: &View<'_>) -> Result<PacketsTaken> {
        Ok(view.weigh(&look_into(&self.paths, Cells::Compared), true)?.answer)
    }
}

/// Takes in the packets of these workbooks: all of a ward's or nothing, and every ward in one operation.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct TakePackets {
    pub paths: Vec<String>,
}

impl Write for TakePackets {
    type Answer = PacketsTaken;
    const NAME: &'static str = "take_packets";
    const NEEDS: Permission = Permission::SetUp;

    fn run(self, act: &Act<'_>) -> Result<PacketsTaken> {
        if self.paths.is_empty() {
            return Err(Error::of(ErrorCode::Blank).with("field", "tệp của phường, xã"));
        }
        let seen = look_into(&self.paths, Cells::Compared);
        let view = act.view();
        let campaign = view.get_campaign()?.id;
        let weighed = view.weigh(&seen, false)?;
        for (seen, found) in &weighed.take {
            let report = &found.packet.report;
            let issue = report.issue.as_ref().map(domain::report::Issue::id);
            act.put_ward_packet(
                campaign,
                &NewWardPacket {
                    office: &found.packet.office,
                    name: ward_name(&found.packet),
                    period: report.period,
                    as_of: report.as_of,
                    seq: found.packet.seq,
                    key: &hex(&found.sealed.key),
                    report: issue.as_deref(),
                    file_name: &seen.file,
                    bytes: &found.sealed.bytes,
                },
            )?;
        }
        Ok(weighed.answer)
    }
}
