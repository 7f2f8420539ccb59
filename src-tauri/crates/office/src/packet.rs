//! A report sealed into the workbook it leaves in.

use domain::packet::{FORMAT, Packet, PacketError};
use domain::report::Report;
use workbook::packet::LAYOUT;
use workbook::report::report_xlsx;

use crate::error::Error;
use crate::{Result, View};

impl View<'_> {
    /// The report's workbook with its packet. Its pages are made from what the packet holds, so that whoever reads it
    /// back can make them again; who signs stands on the cover alone, because a packet holds no person.
    pub(crate) fn sealed_workbook(&self, mut report: Report) -> Result<Vec<u8>> {
        let signer = report.signer.take();
        let (seq, _) = self.journal_head()?;
        let report = report.without_persons();
        let mut packet = Packet { format: FORMAT, office: self.office_uid()?, seq, layout: LAYOUT, report };
        let sealed = packet.seal(&self.key()?)?;
        packet.report.signer = signer;
        Ok(report_xlsx(&packet.report, &sealed)?)
    }
}

impl From<PacketError> for Error {
    fn from(error: PacketError) -> Self {
        Self::internal(error)
    }
}
