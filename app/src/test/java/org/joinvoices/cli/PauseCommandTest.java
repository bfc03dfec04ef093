package org.joinvoices.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.joinvoices.action.SampleActions;
import org.joinvoices.platform.database.BegunHome;
import org.joinvoices.platform.database.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PauseCommandTest {

  private final Typing typing = new Typing();
  private final Path home;

  PauseCommandTest(@TempDir Path home) {
    this.home = home;
  }

  @Test
  void pausesAndResumesByTheSameNamesAndSaysHowItStands() {
    BegunHome.in(home);
    try (var database = Database.open(home)) {
      SampleActions.stored(database.dataSource());
    }

    assertThat(type("pause", "senate", "action:sample-letter", "office:OH-11"))
        .as("%s", typing.err)
        .isZero();
    assertThat(typing.out.toString().lines())
        .contains(
            "senate: paused; messages that wait: 0",
            "action:sample-letter: paused; messages that wait: 0",
            "office:OH-11: paused; messages that wait: 0");

    assertThat(type("status", "--json")).isZero();
    assertThat(typing.out.toString())
        .contains("\"paused\":[{\"what\":\"")
        .contains("{\"what\":\"action:sample-letter\",\"since\":\"");
    assertThat(type("status")).isZero();
    assertThat(typing.out.toString())
        .contains("paused    office:OH-11, since ")
        .contains("./joinvoices resume office:OH-11 lets it go on");

    assertThat(
            type(
                "resume",
                "senate",
                "action:sample-letter",
                "house",
                "office:OH-12",
                "office:OH-11"))
        .isZero();
    assertThat(typing.out.toString().lines())
        .contains(
            "senate: resumed (it was paused); messages that wait to go: 0",
            "action:sample-letter: resumed (it was paused); messages that wait to go: 0",
            "house: was not stopped; messages that wait to go: 0",
            "office:OH-12: was not paused; messages that wait to go: 0");

    assertThat(type("forecast")).isZero();
    assertThat(typing.out.toString()).contains("No message waits to be sent.");
    assertThat(type("forecast", "--action", "sample-letter", "--signers", "1000000", "--json"))
        .as("%s", typing.err)
        .isZero();
    assertThat(typing.out.toString())
        .contains("{\"action\":\"sample-letter\",\"lane\":\"house\",\"waiting\":1000000,")
        .contains("\"verdict\":\"late\"");
  }

  @Test
  void pausesAllElseBesideMessagesByTheSameNames() {
    BegunHome.in(home);
    try (var database = Database.open(home)) {
      SampleActions.stored(database.dataSource());
    }
    String until = "2031-01-20T12:30:00-05:00";

    assertThat(
            type(
                "pause",
                "signing",
                "signing:sample-letter",
                "mails",
                "delivery",
                "counts",
                "pages",
                "--until",
                until))
        .as("%s", typing.err)
        .isZero();
    assertThat(typing.out.toString().lines())
        .contains(
            "signing: paused",
            "signing:sample-letter: paused",
            "mails: paused; mails that wait: 0",
            "delivery: paused; messages that wait: 0",
            "counts: paused",
            "pages: paused");

    assertThat(type("status", "--json")).isZero();
    assertThat(typing.out.toString())
        .contains("{\"what\":\"signing:sample-letter\",\"since\":\"")
        .contains("\"until\":\"2031-01-20T17:30:00Z\"", "\"under_review\":0");

    assertThat(
            type(
                "resume",
                "signing",
                "signing:sample-letter",
                "mails",
                "delivery",
                "counts",
                "pages"))
        .isZero();
    assertThat(typing.out.toString().lines())
        .contains(
            "signing: resumed (it was paused)",
            "mails: resumed (they were paused); mails that wait to go: 0",
            "delivery: resumed (it was paused); messages that wait to go: 0",
            "pages: resumed (it was paused)");
    assertThat(type("resume", "counts")).isZero();
    assertThat(typing.out.toString()).contains("counts: was not paused");
    assertThat(type("pause", "signing:no-such-letter")).isEqualTo(1);
    assertThat(typing.err.toString()).contains("There is no action no-such-letter");
  }

  @Test
  void saysWhatMayBeNamed() {
    assertThat(type("pause", "everything")).isEqualTo(2);
    assertThat(typing.err.toString())
        .contains("name house, senate, office_mail, action:SLUG, office:SEAT");
  }

  private int type(String... words) {
    Object[] all = new Object[words.length + 2];
    System.arraycopy(words, 0, all, 0, words.length);
    all[words.length] = "--home";
    all[words.length + 1] = home;
    return typing.type(all);
  }
}
