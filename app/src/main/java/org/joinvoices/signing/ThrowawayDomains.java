package org.joinvoices.signing;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Mail domains that give anybody a mailbox for some minutes. The file {@code throwaway-domains.txt}
 * beside this class is the list that comes with the program; an operator may write another.
 */
public final class ThrowawayDomains {

  private static final String SHIPPED = "throwaway-domains.txt";

  private final Set<String> domains;

  private ThrowawayDomains(Set<String> domains) {
    this.domains = domains;
  }

  /** Those that come with the program. */
  public static ThrowawayDomains shipped() {
    return parse(ListFile.shipped(SHIPPED));
  }

  /**
   * @param file an operator's own
   * @throws IllegalStateException if it cannot be read; the message names each line that is wrong
   *     and what to write instead
   */
  public static ThrowawayDomains read(Path file) {
    return parse(ListFile.read(file, SHIPPED));
  }

  private static ThrowawayDomains parse(List<ListFile.Line> lines) {
    ListFile.refuse(
        lines.stream()
            .filter(line -> !ListFile.isDomain(line.text()))
            .map(line -> line.place() + "Write one mail domain on a line, such as example.org.")
            .toList());
    return new ThrowawayDomains(
        lines.stream().map(ListFile.Line::text).collect(Collectors.toUnmodifiableSet()));
  }

  /** Whether the domain, or one above it, is among them. */
  boolean cover(String domain) {
    for (String above = domain; above.contains("."); above = parent(above)) {
      if (domains.contains(above)) {
        return true;
      }
    }
    return false;
  }

  private static String parent(String domain) {
    return domain.substring(domain.indexOf('.') + 1);
  }
}
