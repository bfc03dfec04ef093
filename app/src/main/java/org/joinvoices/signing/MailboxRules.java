package org.joinvoices.signing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * When two e-mail addresses are one mailbox, by mail domain. The file {@code mailboxes.txt} beside
 * this class is the list that comes with the program, with the source of each rule; an operator may
 * write another.
 *
 * <p>A letter keeps the rules it got its first signature under ({@link LetterMailboxes}): what is
 * changed later holds for letters that nobody has signed yet.
 */
public final class MailboxRules {

  private static final String SHIPPED = "mailboxes.txt";

  /**
   * @param domain by which all domains of the rule go
   * @param ignored characters that do not count
   * @param tag character a tag begins with; 0 for none
   */
  private record Rule(String domain, String ignored, char tag) {

    String canonical(String local) {
      int end = tag == 0 ? -1 : local.indexOf(tag);
      String name = end > 0 ? local.substring(0, end) : local;
      var kept = new StringBuilder(name.length() + domain.length() + 1);
      for (int i = 0; i < name.length(); i++) {
        if (ignored.indexOf(name.charAt(i)) < 0) {
          kept.append(name.charAt(i));
        }
      }
      return (kept.isEmpty() ? kept.append(name) : kept).append('@').append(domain).toString();
    }

    /** The options as a file has them. */
    String options() {
      return Stream.of(
              ignored.isEmpty() ? "" : "ignore=" + ignored,
              tag == 0 ? "" : "tag=" + tag,
              ignored.isEmpty() && tag == 0 ? "same" : "")
          .filter(option -> !option.isEmpty())
          .collect(Collectors.joining(" "));
    }
  }

  private final Map<String, Rule> rules;

  private MailboxRules(Map<String, Rule> rules) {
    this.rules = rules;
  }

  /** Those that come with the program. */
  public static MailboxRules shipped() {
    return parse(ListFile.shipped(SHIPPED));
  }

  /**
   * @param file an operator's own
   * @throws IllegalStateException if it cannot be read; the message names each line that is wrong
   *     and what to write instead
   */
  public static MailboxRules read(Path file) {
    return parse(ListFile.read(file, SHIPPED));
  }

  /** What {@link #text} wrote. */
  static MailboxRules ofText(String text) {
    return parse(text.lines().map(line -> new ListFile.Line("", line)).toList());
  }

  private static MailboxRules parse(List<ListFile.Line> lines) {
    Map<String, Rule> rules = new LinkedHashMap<>();
    List<String> faults = new ArrayList<>();
    for (ListFile.Line line : lines) {
      parse(line.text(), rules).ifPresent(fault -> faults.add(line.place() + fault));
    }
    ListFile.refuse(faults);
    return new MailboxRules(rules);
  }

  /** What is wrong with the line, and what to write. */
  private static Optional<String> parse(String line, Map<String, Rule> rules) {
    String[] parts = line.split(":", -1);
    if (parts.length != 2 || parts[0].isBlank() || parts[1].isBlank()) {
      return Optional.of("Write DOMAIN [DOMAIN ...] : RULE [RULE ...].");
    }
    List<String> domains = List.of(parts[0].strip().split("\\s+"));
    String ignored = "";
    char tag = 0;
    for (String option : parts[1].strip().split("\\s+")) {
      if (option.matches("ignore=[._-]+")) {
        ignored = option.substring("ignore=".length());
      } else if (option.matches("tag=[+=_-]")) {
        tag = option.charAt("tag=".length());
      } else if (!option.equals("same")) {
        return Optional.of("Write ignore=CHARACTERS of . _ -, tag=CHARACTER of + - = _, or same.");
      }
    }
    for (String domain : domains) {
      if (!ListFile.isDomain(domain)) {
        return Optional.of("Write a mail domain such as example.org before the colon.");
      }
      if (rules.putIfAbsent(domain, new Rule(domains.getFirst(), ignored, tag)) != null) {
        return Optional.of(domain + " has a rule already. Delete one of them.");
      }
    }
    return Optional.empty();
  }

  /** The name by which all addresses of one mailbox go. */
  String canonical(EmailAddress email) {
    String address = plain(email);
    int at = address.lastIndexOf('@');
    Rule rule = rules.get(address.substring(at + 1));
    return rule == null ? address : rule.canonical(address.substring(0, at));
  }

  /** Lower case throughout: no provider in use tells mailboxes apart by case. */
  static String plain(EmailAddress email) {
    return email.value().toLowerCase(Locale.ROOT);
  }

  /**
   * Whether the domain belongs to one of the providers that have a rule, whom many people share.
   */
  boolean knows(String domain) {
    return rules.containsKey(domain);
  }

  /** As {@link #ofText} reads it. */
  String text() {
    Map<Rule, List<String>> lines = new LinkedHashMap<>();
    rules.forEach(
        (domain, rule) -> lines.computeIfAbsent(rule, _ -> new ArrayList<>()).add(domain));
    return lines.entrySet().stream()
        .map(line -> String.join(" ", line.getValue()) + " : " + line.getKey().options())
        .collect(Collectors.joining("\n"));
  }
}
