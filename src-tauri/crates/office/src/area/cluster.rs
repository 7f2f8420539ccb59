use domain::account::Permission;
use domain::ids::AreaId;
use serde::Deserialize;
use store::NewArea;
use ts_rs::TS;

use crate::issuer::optional_name;
use crate::{Act, Result, Write};

/// Several areas put into one cluster, or into none.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct SetCluster {
    pub areas: Vec<AreaId>,
    pub cluster: Option<String>,
}

impl Write for SetCluster {
    type Answer = ();
    const NAME: &'static str = "set_cluster";
    const NEEDS: Permission = Permission::SetUp;
    const UNDOABLE: bool = true;

    fn run(self, act: &Act<'_>) -> Result<()> {
        let cluster = optional_name(self.cluster.as_deref(), "cụm")?;
        for id in self.areas {
            let area = act.get_area(id)?;
            let row = NewArea {
                name: area.name,
                kind: area.kind,
                cluster: cluster.clone(),
                leader: area.leader,
                self_report_due: area.self_report_due,
            };
            act.update_area(id, &row)?;
        }
        Ok(())
    }
}
