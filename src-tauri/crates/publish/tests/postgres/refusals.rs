//! What keeps a run from sending is told in words, and leaves nothing half done.

use publish::{Connection, Refusal, Schema, send, words};

use crate::kit::{campaign, wards};
use crate::server::{Database, SENDER};

fn sends_as(database: &Database, user: &str) -> Result<(), Refusal> {
    let connection: Connection = database.address(user).parse().expect("a connection");
    let connection = if user == SENDER.0 { connection.with_password(SENDER.1) } else { connection };
    send(connection.open()?, &Schema::default(), &wards(1), &mut |_| {}).map(|_| ())
}

fn refused(result: Result<(), Refusal>, part: &str) -> Refusal {
    let refusal = result.expect_err("it is refused");
    let said = words::refusal(&refusal);
    assert!(said.contains(part), "{said}");
    refusal
}

fn has_schema(database: &Database) -> bool {
    !database.rows("SELECT nspname FROM pg_namespace WHERE nspname = 'tung_ngo'").is_empty()
}

#[test]
fn a_server_that_is_not_there_is_named_with_its_place() {
    let folder = tempfile::tempdir().expect("the system gives a folder");
    let address = format!("host={} port=5499 dbname=a user=b", folder.path().display());
    let connection: Connection = address.parse().expect("a connection");
    let result = connection.open().map(|_| ());
    assert!(matches!(refused(result, ":5499"), Refusal::Unreachable { .. }));
}

#[test]
fn a_wrong_password_and_none_at_all() {
    let database = Database::new();
    let connection: Connection = database.address(SENDER.0).parse().expect("a connection");
    let wrong = connection.clone().with_password("không phải").open().map(|_| ());
    assert!(matches!(refused(wrong, "nguoi_gui"), Refusal::WrongPassword { .. }));
    assert!(matches!(refused(connection.open().map(|_| ()), "PGPASSWORD"), Refusal::PasswordMissing));
    let right = connection.with_password(SENDER.1).open();
    assert!(right.is_ok(), "{:?}", right.err());
}

#[test]
fn a_database_or_a_role_that_is_not_there() {
    let database = Database::new();
    let elsewhere = database.address("postgres").replace("dbname=t", "dbname=khong_co_");
    let elsewhere: Connection = elsewhere.parse().expect("a connection");
    assert!(matches!(refused(elsewhere.open().map(|_| ()), "khong_co_"), Refusal::NoDatabase(_)));
    let nobody: Connection = database.address("khong_ai").parse().expect("a connection");
    assert!(matches!(refused(nobody.open().map(|_| ()), "khong_ai"), Refusal::NotAdmitted(_)));
}

#[test]
fn without_the_right_to_create_nothing_is_made() {
    let database = Database::new();
    assert!(matches!(refused(sends_as(&database, SENDER.0), "không đủ quyền"), Refusal::NoRight(_)));
    assert!(!has_schema(&database));
    // As the README says: a schema of its own is right enough.
    database.run(&format!("CREATE SCHEMA tung_ngo AUTHORIZATION {}", SENDER.0));
    sends_as(&database, SENDER.0).expect("it is sent");
    assert_eq!(database.rows("SELECT count(*) FROM publication"), ["1"]);
}

#[test]
fn who_may_only_read_writes_nothing() {
    let database = Database::new();
    database.send(&wards(2));
    database.run(&format!(
        "GRANT USAGE ON SCHEMA tung_ngo TO {0}; GRANT SELECT ON ALL TABLES IN SCHEMA tung_ngo TO {0}",
        SENDER.0
    ));
    let before = database.writers();
    assert!(matches!(refused(sends_as(&database, SENDER.0), "không đủ quyền"), Refusal::NoRight(_)));
    assert_eq!(database.writers(), before);
    database.run(&format!(
        "ALTER ROLE {0} IN DATABASE {1} SET default_transaction_read_only TO on",
        SENDER.0,
        database.name()
    ));
    assert!(matches!(refused(sends_as(&database, SENDER.0), "chỉ cho đọc"), Refusal::ReadOnly));
}

#[test]
fn a_schema_that_a_later_program_has_made_is_left_alone() {
    let database = Database::new();
    database.send(&wards(1));
    database.run("INSERT INTO tung_ngo.schema_version (version) VALUES (99)");
    let before = database.writers();
    let refusal = refused(database.send_to("tung_ngo", &wards(2)).map(|_| ()), "bước 99");
    assert!(matches!(refusal, Refusal::LaterSchema { found: 99, .. }));
    assert_eq!(database.writers(), before);
}

#[test]
fn a_schema_that_holds_something_else_is_left_alone() {
    let database = Database::new();
    database.run("CREATE SCHEMA tung_ngo; CREATE TABLE tung_ngo.fact_rate (own text)");
    let refusal = refused(database.send_to("tung_ngo", &wards(1)).map(|_| ()), "--schema");
    assert!(matches!(refusal, Refusal::Taken(_)));
    let tables = "SELECT tablename FROM pg_tables WHERE schemaname = 'tung_ngo'";
    assert_eq!(database.rows(tables), ["fact_rate"], "not even the table of versions");
}

#[test]
fn another_campaign_needs_another_schema() {
    let database = Database::new();
    database.send(&wards(1));
    let before = database.writers();
    let invented = Some("số liệu minh họa".to_owned());
    let next_year = (campaign().starts_on + chrono::Days::new(365), campaign().ends_on + chrono::Days::new(365));
    let mut others = [wards(2), wards(2), wards(2)];
    others[0].campaign.app_name = "VNeID".into();
    (others[1].campaign.starts_on, others[1].campaign.ends_on) = next_year;
    others[2].campaign.illustration = invented;
    for other in &others {
        let refusal = refused(database.send_to("tung_ngo", other).map(|_| ()), "Cài đặt iHanoi");
        assert!(matches!(refusal, Refusal::OtherCampaign { .. }));
    }
    assert_eq!(database.writers(), before);
    let mut longer = wards(2);
    longer.campaign.ends_on = longer.campaign.ends_on + chrono::Days::new(31);
    longer.campaign.app_name = "IHANOI".into();
    database.send(&longer);
    assert_eq!(database.rows("SELECT ends_on FROM campaign"), ["2024-12-31"]);
}
