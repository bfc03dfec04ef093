package org.joinvoices.action;

import static org.assertj.core.api.Assertions.assertThat;

import javax.sql.DataSource;
import org.joinvoices.platform.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class ActionStoreTest {

  private final DataSource database = TestDatabase.fresh();

  @Test
  void givesBackWhatWasStored() {
    Action action = SampleActions.stored(database);

    assertThat(new Actions(database).find(action.slug())).contains(action);
    assertThat(new Actions(database).get(action.id())).isEqualTo(action);
    assertThat(new Actions(database).letter(action.id(), 1)).isEqualTo(action.letter());
  }

  @Test
  void keepsContactDataForTheUsualTimeWhereAnEarlierReleaseStoredNone() {
    Action action = SampleActions.stored(database);
    JdbcClient.create(database)
        .sql("UPDATE action SET settings = settings - 'keepContact'")
        .update();

    assertThat(new Actions(database).get(action.id())).isEqualTo(action);
    assertThat(action.contactEnds()).isEqualTo("2021-11-01T04:00:00Z");
  }
}
