package org.joinvoices.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.joinvoices.platform.doctor.Finding;
import org.joinvoices.platform.settings.OperatorSettings;
import org.joinvoices.signing.MailboxRules;
import org.joinvoices.signing.ThrowawayDomains;

/** The operator's own lists of mail domains, read before anything is done with them. */
final class MailboxFiles {

  private static final String RULES = "mailboxes.rules-file";

  private MailboxFiles() {}

  /**
   * @throws IllegalStateException if one is wrong; the message names file, line and remedy
   */
  static void check(OperatorSettings settings) {
    read(settings, RULES, MailboxRules::read);
    read(settings, "mailboxes.throwaway-file", ThrowawayDomains::read);
  }

  /** Those the operator named, else those that come with the program. */
  static MailboxRules rules(Optional<OperatorSettings> settings) {
    return settings
        .filter(set -> set.find(RULES).isPresent())
        .map(set -> MailboxRules.read(set.path(RULES)))
        .orElseGet(MailboxRules::shipped);
  }

  private static void read(OperatorSettings settings, String key, Consumer<Path> reader) {
    if (settings.find(key).isPresent()) {
      reader.accept(settings.path(key));
    }
  }

  /** The same for {@code doctor}. */
  static Finding finding(OperatorSettings settings) {
    try {
      check(settings);
      return Finding.ok("mail domains", "the lists can be read");
    } catch (IllegalStateException wrong) {
      return Finding.fault(
          "mail domains",
          String.valueOf(wrong.getMessage()),
          "Mend the line; the server does not start with it.");
    }
  }
}
