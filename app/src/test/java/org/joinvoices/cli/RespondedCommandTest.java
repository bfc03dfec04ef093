package org.joinvoices.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.joinvoices.accountability.Response;
import org.joinvoices.accountability.ResponseStance;
import org.joinvoices.accountability.Responses;
import org.joinvoices.action.SampleActions;
import org.joinvoices.districts.BuiltIn;
import org.joinvoices.platform.clock.CivicClock;
import org.joinvoices.platform.clock.CivicClockStore;
import org.joinvoices.platform.database.BegunHome;
import org.joinvoices.platform.database.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RespondedCommandTest {

  private final Typing typing = new Typing();
  private final Path temp;

  RespondedCommandTest(@TempDir Path temp) {
    this.temp = temp;
  }

  @Test
  void recordsWhatAnOfficeAnsweredAndSaysWhereItIsRead() throws IOException {
    begin();
    Path file = Files.write(temp.resolve("answer.pdf"), "%PDF-1.7 sample".getBytes());

    assertThat(
            responded(
                "--seat",
                "OH-S1",
                "--demand",
                "1=refused",
                "--demand",
                "2=in_part",
                "--file",
                file.toString()))
        .as("%s", typing.err)
        .isZero();

    assertThat(typing.said())
        .contains("Recorded, for everyone to see: /actions/sample-letter/answers");
    Response kept = kept().getFirst();
    assertThat(kept.holder()).contains("Sherrod Brown");
    assertThat(kept.stances())
        .containsExactly(
            Map.entry(1, ResponseStance.REFUSED), Map.entry(2, ResponseStance.IN_PART));
    assertThat(kept.file()).isPresent();
  }

  @Test
  void saysWhatIsWrongWithWhatWasTypedAndRecordsNothing() {
    begin();
    String link = "https://office.sample.example/answer";

    assertThat(responded("--seat", "Ohio", "--whole", "refused", "--link", link)).isOne();
    assertThat(typing.complaint()).contains("--seat is a seat in Congress");
    assertThat(responded("--seat", "OH-S1", "--demand", "1=maybe", "--link", link)).isOne();
    assertThat(typing.complaint()).contains("A stance of --demand is one of favorable, in_part");
    assertThat(responded("--seat", "OH-S1", "--whole", "refused")).isOne();
    assertThat(typing.complaint()).contains("Give a link or a file");
    assertThat(responded("--seat", "OH-S1", "--link", link)).isOne();
    assertThat(typing.complaint()).contains("Choose an answer");
    assertThat(responded("--addressee", "nobody", "--whole", "refused", "--link", link)).isOne();
    assertThat(typing.complaint()).contains("no addressee of this id");
    assertThat(responded("--seat", "OH-S1", "--whole", "refused", "--file", "/nowhere.pdf"))
        .isOne();
    assertThat(typing.complaint()).contains("nowhere.pdf cannot be read");
    assertThat(kept()).isEmpty();
  }

  private int responded(String... more) {
    List<Object> all =
        new ArrayList<>(
            List.of(
                "responded",
                "--home",
                temp,
                "--action",
                "sample-letter",
                "--said",
                "2021-02-02",
                "--words",
                "Sample words."));
    all.addAll(List.of(more));
    return typing.type(all.toArray());
  }

  /** A letter whose deadline was twenty days ago. */
  private void begin() {
    BegunHome.in(temp);
    try (var database = Database.open(temp)) {
      SampleActions.stored(database.dataSource());
      new CivicClockStore(database.dataSource(), InstantSource.system())
          .moveTo(SampleActions.letter().deadline().toInstant().plus(Duration.ofDays(20)));
    }
  }

  private List<Response> kept() {
    try (var database = Database.open(temp)) {
      return new Responses(database.dataSource(), BuiltIn.DISTRICTS, CivicClock.real())
          .list(SampleActions.letter().id());
    }
  }
}
