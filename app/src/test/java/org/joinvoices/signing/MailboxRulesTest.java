package org.joinvoices.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailboxRulesTest {

  private final Path folder;

  MailboxRulesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void takesAnOperatorsRulesInsteadOfOurs() throws IOException {
    MailboxRules rules =
        MailboxRules.read(file("# ours\nCampus.example alumni.example : ignore=._ tag=-\n\n"));

    assertThat(rules.canonical(new EmailAddress("Sam.Sample-x@alumni.example")))
        .isEqualTo("samsample@campus.example");
    assertThat(rules.canonical(new EmailAddress("s.a+x@gmail.com"))).isEqualTo("s.a+x@gmail.com");
  }

  @Test
  void addsToOursWhatAnOperatorKnows() throws IOException {
    MailboxRules rules = MailboxRules.read(file("include shipped\ncampus.example : tag=+\n"));

    assertThat(rules.canonical(new EmailAddress("s+x@campus.example")))
        .isEqualTo("s@campus.example");
    assertThat(rules.canonical(new EmailAddress("s.a+x@gmail.com"))).isEqualTo("sa@gmail.com");
  }

  @Test
  void writesWhatItReads() {
    MailboxRules rules = MailboxRules.shipped();

    assertThat(MailboxRules.ofText(rules.text()).text())
        .isEqualTo(rules.text())
        .contains("gmail.com googlemail.com : ignore=. tag=+", "icloud.com me.com mac.com : same");
  }

  @Test
  void namesEachWrongLineAndWhatToWrite() throws IOException {
    Path file =
        file(
            """
            campus.example
            # fine
            campus : tag=+
            campus.example : dots
            campus.example : same
            campus.example : tag=+
            """);

    assertThatThrownBy(() -> MailboxRules.read(file))
        .hasMessage(
            """
            %1$s:1: Write DOMAIN [DOMAIN ...] : RULE [RULE ...].
            %1$s:3: Write a mail domain such as example.org before the colon.
            %1$s:4: Write ignore=CHARACTERS of . _ -, tag=CHARACTER of + - = _, or same.
            %1$s:6: campus.example has a rule already. Delete one of them."""
                .formatted(file));
    assertThatThrownBy(() -> MailboxRules.read(folder.resolve("none.txt")))
        .hasMessageContaining("none.txt cannot be read. Write the file");
  }

  @Test
  void knowsThrowawayDomainsAndThoseBelowThem() throws IOException {
    assertThat(ThrowawayDomains.shipped().cover("mailinator.com")).isTrue();
    assertThat(ThrowawayDomains.shipped().cover("team.mailinator.com")).isTrue();
    assertThat(ThrowawayDomains.shipped().cover("notmailinator.com")).isFalse();
    assertThat(ThrowawayDomains.read(file("short.example")).cover("mailinator.com")).isFalse();

    Path wrong = file("include shipped\nshort lived.example\n");
    assertThatThrownBy(() -> ThrowawayDomains.read(wrong))
        .hasMessage(wrong + ":2: Write one mail domain on a line, such as example.org.");
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("list.txt"), text);
  }
}
