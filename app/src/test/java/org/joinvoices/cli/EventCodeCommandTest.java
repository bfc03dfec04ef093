package org.joinvoices.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.joinvoices.action.SampleActions;
import org.joinvoices.platform.audit.AuditAct;
import org.joinvoices.platform.audit.AuditEntry;
import org.joinvoices.platform.audit.AuditTrail;
import org.joinvoices.platform.clock.CivicClockStore;
import org.joinvoices.platform.database.BegunHome;
import org.joinvoices.platform.database.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventCodeCommandTest {

  private final Typing typing = new Typing();
  private final Path home;

  EventCodeCommandTest(@TempDir Path home) {
    this.home = home;
  }

  @Test
  void makesListsAndEndsACode() {
    BegunHome.in(home);
    try (var database = Database.open(home)) {
      SampleActions.stored(database.dataSource());
      new CivicClockStore(database.dataSource(), InstantSource.system()).moveTo(SampleActions.OPEN);
    }
    assertThat(type("list")).isZero();
    assertThat(typing.said()).contains("There is no event code yet.");

    assertThat(make("2021-01-10T09:00:00-05:00", "2021-01-10T15:00:00-05:00", "200"))
        .as("%s", typing.err)
        .isZero();
    String made = typing.said();
    String code = made.substring(0, 9);
    assertThat(made)
        .contains("2021-01-10T09:00-05:00 to 2021-01-10T15:00-05:00, used 0 of 200, open")
        .contains("/actions/sample-letter?event=" + code);
    assertThat(type("list")).isZero();
    assertThat(typing.said()).isEqualTo(made);

    assertThat(type("end", code)).isZero();
    assertThat(typing.said()).contains(code + " is ended.");
    assertThat(type("end", code)).isOne();
    assertThat(typing.complaint()).contains("event-code list names those there are");
    assertThat(type("list")).isZero();
    assertThat(typing.said()).contains("used 0 of 200, ended");

    assertThat(make("2021-01-10T09:00:00-05:00", "2021-01-10T09:00:00-05:00", "200")).isOne();
    assertThat(typing.complaint()).contains("--until is not after --from");
    assertThat(make("2021-01-10T09:00:00-05:00", "2021-01-11T09:00:00-05:00", "0")).isOne();
    assertThat(typing.complaint()).contains("--most is out of range");
    try (var database = Database.open(home)) {
      assertThat(
              new AuditTrail(database.dataSource(), InstantSource.system())
                  .list(Long.MAX_VALUE, 9).stream().map(AuditEntry::act))
          .containsExactly(AuditAct.EVENT_CODE_ENDED, AuditAct.EVENT_CODE_MADE);
    }
  }

  private int make(String from, String until, String most) {
    return type("make", "--from", from, "--until", until, "--most", most);
  }

  private int type(String... words) {
    var all = new ArrayList<Object>(List.of("event-code"));
    all.addAll(List.of(words));
    all.addAll(List.of("--action", "sample-letter", "--home", home));
    return typing.type(all.toArray());
  }
}
